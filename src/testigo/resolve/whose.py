"""Behind which figure each source stands (RECORD.md section 4, "Whose").

Retired figures go first: "raised from 9" retires that source's 9 and "at least 9" within one group, and the same figure
in every report of the same or no speaker published no later. Then a vaguer repetition beside its own source's exact
figure is dropped, and each source stands behind its newest figure (same day: the higher, tolls grow).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from testigo.records.values import RangeValue
from testigo.resolve.figures import Figure, figures_of, group_of
from testigo.resolve.telling import Telling
from testigo.resolve.trace import Trace


def retired(tellings: Sequence[Telling]) -> dict[tuple[str, str], str]:
    """Name the figures that another one replaces, each with the reason. tellings: the countable ones of a predicate."""
    at = {t.key: t for t in tellings}
    found: dict[tuple[str, str], str] = {}
    for newer in tellings:
        old = at.get((newer.key[0], newer.value.supersedes or ""))
        if old is None:
            continue
        found[old.key] = f"retired: {newer.named_sources} replaced it by another figure"
        for telling in tellings:
            if telling is not newer and _is_retired_with(old, newer, telling):
                reason = f"retired: {newer.report.document.name} calls this figure an earlier one"
                found.setdefault(telling.key, reason)
    return found


def _is_retired_with(old: Telling, newer: Telling, other: Telling) -> bool:
    if group_of(other) != group_of(old) or other.when > newer.when:
        return False
    if not (other.own_voice or set(other.sources) & set(old.sources)):
        return False
    if _number(old.value) == _number(newer.value):
        return (other.value.low, other.value.high) == (old.value.low, old.value.high)
    return _number(other.value) == _number(old.value)


def _number(value: RangeValue) -> int | None:
    """Give the one number of "9", "at least 9", "up to 9"; None for a range with two different ends."""
    if value.low is not None and value.high is not None and value.low != value.high:
        return None
    return value.low if value.low is not None else value.high


def stand(figures: Iterable[Figure], field: str, trace: Trace) -> list[Figure]:
    """Give the one figure that each source stands behind, the claims that repeat it joined; note why others fall."""
    by_source: dict[str, list[Figure]] = {}
    for figure in figures:
        by_source.setdefault(figure.source.key, []).append(figure)
    return [_one(by_source[key], field, trace) for key in sorted(by_source)]


def _one(figures: Sequence[Figure], field: str, trace: Trace) -> Figure:
    sharp = [f for f in figures if not any(_repeats_vaguely(f, exact) for exact in figures)]
    chosen = max(sharp, key=lambda f: (f.when, f.upper, f.exact, f.low is not None, f.stated))
    alike = [f for f in figures if f.ends == chosen.ends]
    for figure in figures:
        if figure in alike:
            continue
        for telling in figure.tellings:
            trace.leave(field, telling, _why_fallen(figure, chosen, figure in sharp))
    tellings = {t.key: t for f in alike for t in f.tellings}
    return replace(chosen, tellings=tuple(tellings[k] for k in sorted(tellings)), latest=any(f.latest for f in alike))


def _repeats_vaguely(figure: Figure, exact: Figure) -> bool:
    """Tell whether a figure only blurs an exact one: the same number, or the same day and wide enough to hold it."""
    if figure is exact or figure.exact or not exact.exact or exact.low is None:
        return False
    if figure.stated == exact.stated:
        return True
    low, high = figure.low or 0, figure.high
    return figure.when == exact.when and low <= exact.low and (high is None or exact.low <= high)


def _why_fallen(figure: Figure, chosen: Figure, sharp: bool) -> str:
    if not sharp:
        return f"a vaguer repetition beside {figure.source.name}'s own exact figure"
    if figure.when < chosen.when:
        return f"{figure.source.name} has a newer figure"
    return f"{figure.source.name} gives a higher figure on the same day"


def figures_in(tellings: Iterable[Telling], group: str) -> list[Figure]:
    """Give the figures of one group."""
    return [f for t in tellings if group_of(t) == group for f in figures_of(t, t.value)]
