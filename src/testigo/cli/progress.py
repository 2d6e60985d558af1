"""Progress on stderr: a bar with counts, rate and time left on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from testigo.cli.terminal import say

if TYPE_CHECKING:
    from testigo.work.adding import Progress

_EVERY_S = 10.0

Shows = Callable[["Progress"], None]


@contextmanager
def shown_progress() -> Iterator[Shows]:
    """Give a function that shows how far an `add` has come, until the block ends."""
    if sys.stderr.isatty():
        with _bar() as shows:
            yield shows
    else:
        yield _lines()


@contextmanager
def shown_steps() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows how far a run of several steps has come, until the block ends."""
    if not sys.stderr.isatty():
        yield _step_lines()
        return
    from rich import progress as rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    columns = (rich.TextColumn("{task.description}"), rich.BarColumn(bar_width=20), rich.MofNCompleteColumn())
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step, done, total: bar.update(task, description=_STEPS[step], completed=done, total=total)


_STEPS = {"reports": "looking at new reports", "pairs": "holding them against the others", "incidents": "grouping"}


def _step_lines() -> Callable[[str, int, int], None]:
    last = time.monotonic()

    def shows(step: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY_S:
            last = time.monotonic()
            say(f"{_STEPS[step]}: {done:,} of {total:,}")

    return shows


@contextmanager
def _bar() -> Iterator[Shows]:
    from rich import progress as rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    columns = (
        rich.BarColumn(bar_width=20),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(compact=True),
        rich.TextColumn("{task.fields[counts]}", markup=False),
    )
    began = time.monotonic()
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, counts="", rate="")

        def shows(now: "Progress") -> None:
            done = now.so_far.done
            bar.update(
                task, completed=done, total=_total(now), counts=_counts(now), rate=_rate(done, time.monotonic() - began)
            )

        yield shows


def _lines() -> Shows:
    began = last = time.monotonic()

    def shows(now: "Progress") -> None:
        nonlocal last
        if time.monotonic() - last < _EVERY_S:
            return
        last = time.monotonic()
        done, passed = now.so_far.done, last - began
        total = _total(now)
        of = f" of {total:,}" if total else ""
        left = f", {(total - done) * passed / done:,.0f} s left" if total and done else ""
        say(f"{done:,}{of} · {_rate(done, passed)}{left} · {_counts(now)}")

    return shows


def _total(now: "Progress") -> int | None:
    """Give the estimate, never below what has come."""
    return None if now.total is None else max(now.total, now.so_far.done)


def _rate(done: int, seconds: float) -> str:
    return f"{done / seconds:,.1f}/s" if seconds > 0 else ""


def _counts(now: "Progress") -> str:
    so_far = now.so_far
    told = {"new": so_far.added, "known": so_far.known, "unread": so_far.unread, "failed": so_far.failed}
    return " ".join(f"{n:,} {word}" for word, n in told.items() if n)
