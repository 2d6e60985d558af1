"""Add sources to fresh cases and die, each time at another statement of SQL; run by its test alone.

`killed_add.py FOLDER SOURCES POINT…`: prints how many statements an `add` takes, having done one whole in FOLDER/whole;
then, for each POINT between 0 and 1, forks a process that adds to FOLDER/N and is killed (SIGKILL) that far into it.
Forked, because starting Python thirty times takes longer than everything else together.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from light import Light
from sqlalchemy import Engine, event

from testigo.work.case import Case

_done, _last = 0, 0


def _count(*_: Any) -> None:
    global _done  # noqa: PLW0603
    _done += 1
    if _done == _last:
        os.kill(os.getpid(), signal.SIGKILL)


def _add(path: Path, sources: str) -> None:
    with Case(path) as case:
        case.add(sources, Light())


if __name__ == "__main__":
    folder, sources = Path(sys.argv[1]), sys.argv[2]
    for when in ("before_cursor_execute", "commit"):
        event.listen(Engine, when, _count)
    _add(folder / "whole", sources)
    statements, _done = _done, 0
    print(statements)
    for number, point in enumerate(sys.argv[3:]):
        _last = max(1, round(statements * float(point)))
        child = os.fork()
        if not child:
            _add(folder / str(number), sources)
            os._exit(0)
        print(_last, os.waitpid(child, 0)[1], flush=True)
