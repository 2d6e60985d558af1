"""An `add` that is killed anywhere goes on when it is started again: nothing is lost, nothing doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from light import Light

from testigo.work.case import Case

HERE = Path(__file__).parent
POINTS = 30


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process for each kill")
def test_killed_at_thirty_points(tmp_path: Path, sources: Path, content_of: Callable[[Case], Any]) -> None:
    chosen = random.Random(2021)
    points = [0.0, 1.0] + [chosen.random() for _ in range(POINTS - 2)]
    command = [sys.executable, str(HERE / "killed_add.py"), str(tmp_path), str(sources), *map(str, points)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    first, *told = done.stdout.splitlines()
    assert int(first) > 500 and len(told) == POINTS
    with Case(tmp_path / "whole") as whole:
        expected = content_of(whole)
    kept = []
    for number, line in enumerate(told):
        assert line.split()[1] == str(signal.SIGKILL.value), line
        with Case(tmp_path / str(number)) as case:
            result = case.add(sources, Light())
            assert result.done == 41
            assert content_of(case) == expected, f"killed at statement {line.split()[0]} of {first}"
            assert case.check() == []
        kept.append(result.known)
    assert min(kept) == 1 and max(kept) == 38 and len(set(kept)) > 10


@pytest.mark.slow
@pytest.mark.parametrize("delay_s", [0.9, 1.5])
def test_killed_with_several_processes(
    full: Case, tmp_path: Path, sources: Path, content_of: Callable[[Case], Any], delay_s: float
) -> None:
    """The workers of a killed `add` end too, and hold nothing."""
    path = tmp_path / "killed"
    process = subprocess.Popen([sys.executable, str(HERE / "add_light.py"), str(path), str(sources), "2"])
    time.sleep(delay_s)
    children = _children_of(process.pid)
    process.kill()
    process.wait()
    with Case(path) as case:
        case.add(sources, Light())
        assert content_of(case) == content_of(full)
        assert case.check() == []
    deadline = time.monotonic() + 20
    while any(_is_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if _is_alive(child)]


def _children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in tasks.read_text().split()] if tasks.exists() else []


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
