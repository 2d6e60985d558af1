"""Quality is a ratchet: no figure may fall below its floor in benchmarks/floors.json.

The corpus is pinned by its digest, so that a floor is never met by other texts.
"""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PINNED = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))
FLOORS = [
    pytest.param(floor, id=floor["name"], marks=[pytest.mark.slow] if floor["slow"] else [])
    for floor in PINNED["floors"]
]

Floor = dict[str, Any]


@cache
def figures(shared: Path, *run: str) -> dict[str, Any]:
    """Run a benchmark once in this session."""
    source = os.pathsep.join(p for p in (str(ROOT / "src"), os.environ.get("PYTHONPATH")) if p)
    environment = os.environ | {"TESTIGO_SHARED": str(shared), "PYTHONPATH": source}
    command = [sys.executable, str(ROOT / "benchmarks" / run[0]), *run[1:], "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("floor", FLOORS)
def test_no_figure_falls_below_its_floor(floor: Floor, shared: Path) -> None:
    found: Any = figures(shared, *(part.replace("SHARED", str(shared)) for part in floor["run"]))
    for step in floor["at"]:
        found = found[step]
    assert not below(floor, found)


@pytest.mark.parametrize("floor", FLOORS)
def test_the_floor_is_of_this_corpus(floor: Floor, shared: Path) -> None:
    for path, digest in floor["corpus"].items():
        assert hashlib.sha256((shared / path).read_bytes()).hexdigest() == digest, f"{path} is another corpus now"


def below(floor: Floor, found: dict[str, float]) -> list[str]:
    """Name the figures that do not hold, with what they should be."""
    low = [f"{k} {found[k]} < {v}" for k, v in floor.get("at_least", {}).items() if found[k] < v]
    return low + [f"{k} {found[k]} > {v}" for k, v in floor.get("at_most", {}).items() if found[k] > v]


def test_a_figure_below_its_floor_is_noticed() -> None:
    floor = {"at_least": {"found": 3}, "at_most": {"never": 0}}
    assert below(floor, {"found": 3, "never": 0}) == []
    assert below(floor, {"found": 2, "never": 1}) == ["found 2 < 3", "never 1 > 0"]
