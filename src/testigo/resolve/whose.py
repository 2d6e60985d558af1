"""Behind which figure each source stands (RECORD.md section 4, "Whose").

Retired figures go first: "raised from 9" retires that source's 9 and "at least 9" within one group, and the same figure
in every report of the same or no speaker published no later. Then a vaguer repetition beside its own source's exact
figure is dropped, and each source stands behind its newest figure (same day: the higher, tolls grow).
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from testigo.records.values import RangeValue
from testigo.resolve.figures import Figure, figures_of, group_of
from testigo.resolve.telling import Telling
from testigo.resolve.trace import Trace


def retired(tellings: Sequence[Telling]) -> dict[tuple[str, str], str]:
    """Name the figures that another one replaces, each with the reason. tellings: the countable ones of a predicate."""
    at = {t.key: t for t in tellings}
    replacing = [(t, (t.key[0], t.value.supersedes)) for t in tellings if t.value.supersedes]
    pairs = [(newer, at[key]) for newer, key in replacing if key in at]
    found = {old.key: f"retired: {newer.named_sources} replaced it by another figure" for newer, old in pairs}
    for newer, old in _distinct(pairs):
        for telling in tellings:
            if telling is not newer and _is_retired_with(old, newer, telling):
                reason = f"retired: {newer.report.document.name} calls this figure an earlier one"
                found.setdefault(telling.key, reason)
    return found


def _distinct(pairs: Sequence[tuple[Telling, Telling]]) -> list[tuple[Telling, Telling]]:
    """Give each replacement once, as the newest report tells it: it retires all that an older telling would."""
    newest: dict[Hashable, tuple[Telling, Telling]] = {}
    for newer, old in pairs:
        key = (group_of(old), *_ends(old), _number(old.value) == _number(newer.value), old.sources)
        if key not in newest or newer.when > newest[key][0].when:
            newest[key] = newer, old
    return list(newest.values())


def _ends(telling: Telling) -> tuple[int | None, int | None]:
    return telling.value.low, telling.value.high


def _is_retired_with(old: Telling, newer: Telling, other: Telling) -> bool:
    if group_of(other) != group_of(old) or other.when > newer.when:
        return False
    if not (other.own_voice or set(other.sources) & set(old.sources)):
        return False
    if _number(old.value) in (None, _number(newer.value)):
        return _ends(other) == _ends(old)
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
    exact = list({(f.when, f.low): f for f in figures if f.exact and f.low is not None}.values())
    blurred = {id(f) for f in figures if not f.exact and any(_repeats_vaguely(f, e) for e in exact)}
    sharp = [f for f in figures if id(f) not in blurred]
    chosen = max(sharp, key=lambda f: (f.when, f.upper, f.exact, f.low is not None, f.stated))
    alike = [f for f in figures if f.ends == chosen.ends]
    for figure in figures:
        if figure.ends == chosen.ends:
            continue
        for telling in figure.tellings:
            trace.leave(field, telling, _why_fallen(figure, chosen, id(figure) not in blurred))
    tellings = {t.key: t for f in alike for t in f.tellings}
    return replace(chosen, tellings=tuple(tellings[k] for k in sorted(tellings)), latest=any(f.latest for f in alike))


def _repeats_vaguely(figure: Figure, exact: Figure) -> bool:
    """Tell whether a figure only blurs an exact one: the same number, or the same day and wide enough to hold it."""
    if figure.stated == exact.stated:
        return True
    low, high = figure.low or 0, figure.high
    return figure.when == exact.when and low <= exact.stated and (high is None or exact.stated <= high)


def _why_fallen(figure: Figure, chosen: Figure, sharp: bool) -> str:
    if not sharp:
        return f"a vaguer repetition beside {figure.source.name}'s own exact figure"
    if figure.when < chosen.when:
        return f"{figure.source.name} has a newer figure"
    return f"{figure.source.name} gives a higher figure on the same day"


def figures_in(tellings: Iterable[Telling], group: str) -> list[Figure]:
    """Give the figures of one group."""
    return [f for t in tellings if group_of(t) == group for f in figures_of(t, t.value)]
