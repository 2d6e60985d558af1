"""Readings to reports, in this process or in several, in the order in which they came.

Several processes: each opens its own reader once; a few documents for each are under way at a time, so memory stays
bounded; the order of the answers does not depend on who was faster. A worker whose parent dies ends itself.
"""

import multiprocessing
import os
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from pathlib import Path

from testigo.read import Reading
from testigo.records import ConfigError, Problem, Report
from testigo.work.readers import Extractor, Opens

_AHEAD = 4  # documents under way for each process: enough to keep it busy, few enough to hold in memory
_extractor: Extractor | None = None  # of a worker process

Answer = tuple[Reading, Report | Problem]


def extracted(readings: Iterable[Reading], reader: Opens, jobs: int) -> Iterator[Answer]:
    """Give each reading with its report, or with the problem that kept it from having one."""
    if jobs > 1:
        yield from _in_processes(readings, reader, jobs)
        return
    extractor = None
    for reading in readings:
        extractor = extractor or reader.open()
        yield reading, attempt(extractor, reading)


def attempt(extractor: Extractor, reading: Reading) -> Report | Problem:
    """Extract one document; a fault of ours on it is told as its problem, so that the run goes on to the others.

    The document is kept and read again at the next `add`: nothing is lost, and the fault is not passed over.
    """
    try:
        return extractor(reading.document, reading.problems)
    except ConfigError:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}, line {last.lineno}"
        message = (
            f"testigo failed on it ({type(error).__name__}: {error}; {where}). The document is kept; this is a fault "
            "of the program: please report it."
        )
        return Problem(stage="extract", code="internal_error", message=message)


def _in_processes(readings: Iterable[Reading], reader: Opens, jobs: int) -> Iterator[Answer]:
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (reader,))
    waiting: deque[tuple[Reading, Future[Report | Problem]]] = deque()
    try:
        for reading in readings:
            waiting.append((reading, pool.submit(_work, reading)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as error:
        message = (
            "a worker process ended: too little memory, a broken reader option, or a script that calls `add` with "
            '`jobs` outside `if __name__ == "__main__":`. Try jobs=1; running again goes on where it stopped.'
        )
        raise ConfigError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[tuple[Reading, Future[Report | Problem]]]) -> Answer:
    reading, future = waiting.popleft()
    return reading, future.result()


def _begin(reader: Opens) -> None:
    """Open a worker's reader, and see to it that the worker does not outlive its parent."""
    global _extractor  # noqa: PLW0603 - the one thing that a worker process keeps
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _extractor = reader.open()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(reading: Reading) -> Report | Problem:
    assert _extractor is not None, "a worker works only after _begin"
    return attempt(_extractor, reading)
