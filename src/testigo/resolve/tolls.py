"""Every figure of an incident, group by group, and the sources behind its deaths."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from testigo.records import ResolvedFigure
from testigo.records.codes import GROUPS
from testigo.resolve.cast import Cast
from testigo.resolve.counted import computed_totals
from testigo.resolve.ends import resolve_ends
from testigo.resolve.figures import Figure, countable, field_of, group_of
from testigo.resolve.rules import MIN_MAX, Rule, choose
from testigo.resolve.since import WHY, outlived
from testigo.resolve.telling import Telling
from testigo.resolve.trace import Trace
from testigo.resolve.whose import figures_in, retired, stand


@dataclass(frozen=True, slots=True)
class Toll:
    """A resolved figure. behind: the keys of the sources of its figures of all, retired ones included."""

    figure: ResolvedFigure
    behind: frozenset[str]


def resolve_toll(predicate: str, tellings: Sequence[Telling], cast: Cast, trace: Trace, rule: Rule = MIN_MAX) -> Toll:
    """Give what stands of one predicate's figures, `all` outside and the other groups in `by_group`."""
    gone_since = outlived(tellings) if predicate == "injured" else set()
    for telling in tellings if gone_since else ():
        if telling.key in gone_since and telling.claim.predicate == predicate:
            trace.leave(field_of(predicate, group_of(telling)), telling, WHY)
    tellings = [t for t in tellings if t.key not in gone_since] if gone_since else tellings
    counted = countable(predicate, tellings, trace)
    gone = retired(counted)
    standing = []
    for telling in counted:
        if telling.key in gone:
            trace.leave(field_of(predicate, group_of(telling)), telling, gone[telling.key])
        else:
            standing.append(telling)
    by_group = {}
    for group in GROUPS[1:]:
        figures = figures_in(standing, group)
        if figures:
            by_group[group] = _resolved(figures, field_of(predicate, group), trace, rule, brief=True)
    behind = frozenset(s.key for t in counted if group_of(t) == "all" for s in t.sources)
    own = figures_in(standing, "all")
    totals = [f for f in computed_totals(predicate, standing, tellings, cast, trace) if f.source.key not in behind]
    whole = _resolved([*own, *totals], predicate, trace, rule)
    return Toll(msgspec.structs.replace(whole, by_group=by_group) if by_group else whole, behind)


def _resolved(figures: Sequence[Figure], field: str, trace: Trace, rule: Rule, brief: bool = False) -> ResolvedFigure:
    choice = choose(stand(figures, field, trace), rule)
    found = resolve_ends(choice.standing, field, trace, brief)
    for figure, why in choice.fallen:
        for telling in figure.tellings:
            trace.leave(field, telling, why)
    return found
