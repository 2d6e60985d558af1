"""Totals that no one says but the parts give (RECORD.md section 4, rule 3).

Only for a source that says nothing of all, and only in a report where nobody gives a figure of all (a retired one
included): the sum of its disjoint groups; else minors or women as a lower end; else its victims of that fate, counted.
"""

from collections.abc import Iterable, Sequence

from testigo.resolve.cast import Cast, fold
from testigo.resolve.figures import Figure, field_of, group_of
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
    victims = _by_report(t for t in tellings if _is_victim(t, predicate))
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


def _is_victim(telling: Telling, predicate: str) -> bool:
    return (
        telling.claim.predicate == "victim"
        and predicate in FATES
        and telling.value.fate == predicate
        and telling.value.group != "perpetrators"
        and not telling.rejected
        and not telling.wider
        and _asserted(telling)
    )


def _total(
    predicate: str, source: Source, parts: Sequence[Telling], victims: Sequence[Telling], cast: Cast, trace: Trace
) -> Figure | None:
    groups = {g: _of_group(predicate, g, source, parts, trace) for g in (*DISJOINT, *PARTS)}
    disjoint = [f for g in DISJOINT if (f := groups[g])]
    if disjoint:
        return _added(disjoint, source)
    some = [f for g in PARTS if (f := groups[g]) and f.low is not None]
    if some:
        most = max(some, key=lambda f: f.low or 0)
        return Figure(most.low, None, source, most.when, most.tellings, computed=True)
    return _added(_heads([t for t in victims if source in t.sources], source, cast), source)


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


def _heads(victims: Sequence[Telling], source: Source, cast: Cast) -> list[Figure]:
    """Count each person or kind once: one, or the count that is told; the higher where it is told twice."""
    heads: dict[str, Figure] = {}
    for telling in victims:
        value = telling.value
        who = cast.case_id(telling.key[0], value.actor) if value.actor else fold(value.description)
        low, high, approx = 1, 1, False
        if value.count and (value.count.low, value.count.high) != (None, None):
            low, high, approx = value.count.low, value.count.high, value.count.approx
        figure = Figure(low, high, source, telling.when, (telling,), approx=approx)
        if who not in heads or figure.upper > heads[who].upper:
            heads[who] = figure
    return [heads[who] for who in sorted(heads)]
