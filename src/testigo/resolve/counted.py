"""Totals that no one says but the parts give (RECORD.md section 4, rule 3).

Only for a source that says nothing of all, and only in a report where nobody gives a figure of all (a retired one
included): the sum of its disjoint groups and of the victims told beside them; else its victims of that fate, counted,
or minors or women as a lower end where those are more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from testigo.resolve.cast import Cast
from testigo.resolve.figures import Figure, field_of, group_of
from testigo.resolve.heads import count_heads, dead_of, is_told_with
from testigo.resolve.telling import Source, Telling
from testigo.resolve.trace import Trace
from testigo.resolve.whose import figures_in, stand

DISJOINT = ("civilians", "security_forces", "combatants", "officials")
PARTS = ("minors", "women")
FATES = ("killed", "injured", "abducted", "missing")


def computed_totals(
    predicate: str, standing: Sequence[Telling], tellings: Sequence[Telling], cast: Cast, trace: Trace
) -> list[Figure]:
    """Give each source's total as its parts make it, one for each report that tells them and no figure of all.

    standing: the predicate's countable, unretired claims. tellings: all claims about the incident.
    """
    told_all = {
        t.told_in
        for t in tellings
        if t.claim.predicate == predicate and group_of(t) == "all" and not t.rejected and _asserted(t)
    }
    parts = _by_report(t for t in standing if group_of(t) != "all")
    dead = dead_of(tellings, cast) if predicate == "injured" else None
    told = [t for t in tellings if predicate in FATES and is_told_with(t, predicate)]
    victims = _by_report(t for t in told if not (dead and dead.holds(t, cast)))
    found = []
    for place in sorted((parts.keys() | victims.keys()) - told_all):
        here, hurt = parts.get(place, []), victims.get(place, [])
        for source in sorted({s for t in (*here, *hurt) for s in t.sources}):
            figure = _total(predicate, source, here, hurt, cast, trace)
            found += [figure] if figure else []
    return found


def _by_report(tellings: Iterable[Telling]) -> dict[tuple[str, bool], list[Telling]]:
    found: dict[tuple[str, bool], list[Telling]] = {}
    for telling in tellings:
        found.setdefault(telling.told_in, []).append(telling)
    return found


def _asserted(telling: Telling) -> bool:
    return telling.claim.stance in ("stated", "claimed")


def _total(
    predicate: str, source: Source, parts: Sequence[Telling], victims: Sequence[Telling], cast: Cast, trace: Trace
) -> Figure | None:
    groups = {g: _of_group(predicate, g, source, parts, trace) for g in (*DISJOINT, *PARTS)}
    given = frozenset(g for g in DISJOINT if groups[g])
    own = [t for t in victims if source in t.sources]
    disjoint = [f for g in DISJOINT if (f := groups[g])]
    beside = count_heads([t for t in own if _is_beside(t, given)], source, cast)
    if disjoint:
        return _added([*disjoint, *beside], source)
    heads = _added(beside, source)
    some = [f for g in PARTS if (f := groups[g]) and f.low is not None]
    if some:
        most = max(some, key=lambda f: f.low or 0)
        if heads is None or (heads.low or 0) < (most.low or 0):
            return Figure(most.low, None, source, most.when, most.tellings, computed=True, by_heads=True)
    return replace(heads, by_heads=True) if heads else None


def _is_beside(telling: Telling, given: frozenset[str]) -> bool:
    """Is a victim told beside the groups that have a figure, not within one of them?"""
    group = telling.value.group
    if group in given:
        return False
    return "civilians" not in given or group in DISJOINT


def _of_group(predicate: str, group: str, source: Source, parts: Iterable[Telling], trace: Trace) -> Figure | None:
    own = [f for f in figures_in(parts, group) if f.source == source]
    return next(iter(stand(own, field_of(predicate, group), trace)), None)


def _added(figures: Sequence[Figure], source: Source) -> Figure | None:
    """Add up; an open end leaves the sum open."""
    if not figures:
        return None
    lows = [f.low for f in figures if f.low is not None]
    highs = [f.high for f in figures if f.high is not None]
    return Figure(
        sum(lows) if lows else None,
        sum(highs) if len(highs) == len(figures) else None,
        source,
        max(f.when for f in figures),
        tuple(t for f in figures for t in f.tellings),
        approx=any(f.approx for f in figures),
        computed=True,
    )
