"""Which place of a report is an incident's own: all of them, and none, compete by their signs.

The chief incident is held against every place of the report. What a report only recalls is told in its own sentences, so
only their places and those beside them compete for it, and words must put it there. Streets and quarters speak for the
town that they lie in: their chances are added to its own.
"""

import math
from collections.abc import Mapping, Sequence

from testigo.extract.incidents.events import Event
from testigo.extract.incidents.grouping import Group
from testigo.extract.incidents.where_report import ReportPlaces
from testigo.extract.incidents.where_signs import Put, is_far_from_its_police, puts, signs_of, signs_of_none
from testigo.extract.incidents.where_weights import score

_SPOTS = frozenset(("street", "neighbourhood", "site"))
_WIDE = frozenset(("country", "first_level", "region"))
_SHARE = 0.25  # of a wide place's chance: what a place within it must reach to be taken instead
_FIRM = 0.5  # of a sentence's score: what a recalled incident's own words must reach


def choose_place(report: ReportPlaces, group: Group, groups: Sequence[Group]) -> str | None:
    """Give the place that an incident was in, None where none is likelier than every one named."""
    put = puts(report, group.events)
    ids = candidates(report, group, put)
    if not ids:
        return None
    others = puts(report, _told_elsewhere(group, groups)) if group.is_main else {}
    scores = {p: score("report", signs_of(report, group.events, p, put, others)) for p in ids}
    none = score("report", signs_of_none(report, put))
    chances = _with_their_spots(report, {p: math.exp(s) for p, s in scores.items()})
    best = max(ids, key=lambda p: (chances[p], -report.facts[p].first))
    if chances[best] < math.exp(none):
        return None
    best = _town_of_quarter(report, _narrowed(report, best, chances, put))
    if not group.is_main and put.get(best, Put()).best < _FIRM:
        return None
    return best


def _narrowed(report: ReportPlaces, best: str, chances: Mapping[str, float], put: Mapping[str, Put]) -> str:
    """Give the likeliest place within a wide one, where words put the act there and it is not much less likely."""
    if report.places.by_id(best).type not in _WIDE:
        return best
    inner = [p for p in chances if best in report.holders(p) and put.get(p, Put()).act >= _FIRM]
    likely = [p for p in inner if chances[p] >= _SHARE * chances[best]]
    return max(likely, key=lambda p: (chances[p], -report.facts[p].first), default=best)


def _town_of_quarter(report: ReportPlaces, best: str) -> str:
    """Give the police's own town for a quarter that the gazetteer took for a town of its name far away."""
    if not is_far_from_its_police(report, best):
        return best
    return next(iter(report.agencies)) if report.is_called_a_quarter(best) else best


def candidates(report: ReportPlaces, group: Group, put: Mapping[str, Put]) -> list[str]:
    """Give the places that compete for an incident, in order of first mention.

    A place that people only come from or live in, or where a wire report was only filed, does not compete.
    """
    if not group.is_main:
        return sorted(put, key=lambda p: report.facts[p].first)
    return [p for p in report.facts if not report.is_only_of_others(p) and not report.is_only_dateline(p)]


def _told_elsewhere(group: Group, groups: Sequence[Group]) -> list[Event]:
    return [e for g in groups if g is not group for e in g.events]


def _with_their_spots(report: ReportPlaces, chances: dict[str, float]) -> dict[str, float]:
    """Add the chances of streets and quarters to those of the town that they lie in."""
    summed = dict(chances)
    for place_id, chance in chances.items():
        place = report.places.by_id(place_id)
        if place.type in _SPOTS:
            for parent in place.within:
                if parent in summed and parent in report.towns:
                    summed[parent] += chance
    return summed
