"""Places of several reports held against one another: which are one, which hold which.

Two places are one when the gazetteer says so, or when a name is the same and neither country nor gazetteer speaks
against it. What one report tells of a place's containers holds for all reports of the incident.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.records import Place, Report
from testigo.resolve.cast import fold

# The narrower first; a region may be smaller or larger than a province, and stands between town and district.
_ORDER = ("street", "site", "neighbourhood", "settlement", "other", "water", "region", "second_level", "first_level")
_RANK = {kind: rank for rank, kind in enumerate((*_ORDER, "country", "unknown"))}


Key = tuple[str | None, str | None, frozenset[str]]


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place, as one or more reports tell it alike. parents: what directly holds it; above: all that hold it."""

    place: Place
    told: tuple[Place, ...]
    parents: tuple[Place, ...]
    above: tuple[Place, ...]

    @property
    def key(self) -> Key:
        return place_key(self.place)


def spot_of(report: Report, place_id: str) -> Spot:
    """Give a report's place with what its report says holds it, nearest first."""
    place = report.place(place_id)
    parents = tuple(report.place(p) for p in place.within)
    above: list[Place] = []
    queue = list(parents)
    while queue:
        parent = queue.pop(0)
        if parent is not place and parent not in above:
            above.append(parent)
            queue += [report.place(p) for p in parent.within]
    return Spot(place, (place,), parents, tuple(above))


def merged(spots: Iterable[Spot]) -> dict[Key, Spot]:
    """Make spots that are told alike one, by their key; the first gives the name."""
    groups: dict[Key, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(spot.key, []).append(spot)
    return {
        key: Spot(
            same[0].place,
            tuple(p for s in same for p in s.told),
            _distinct(p for s in same for p in s.parents),
            _distinct(p for s in same for p in s.above),
        )
        for key, same in groups.items()
    }


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple({place_key(p): p for p in reversed(list(places))}.values())[::-1]


def place_key(place: Place) -> Key:
    """Give what makes two reports tell a place alike: gazetteer id, country and folded names."""
    return place.gazetteer, place.country, frozenset(fold(n) for n in (place.name, *place.names))


def rank(kind: str) -> int:
    """Sort place types and precisions, the narrower first."""
    return _RANK[kind]


def same_place(one: Place, other: Place) -> bool:
    """Tell whether two reports' places are one."""
    if one.gazetteer and other.gazetteer:
        return one.gazetteer == other.gazetteer
    if one.country and other.country and one.country != other.country:
        return False
    return bool(place_key(one)[2] & place_key(other)[2])


class Atlas:
    """All places told of one incident, merged where they are told alike."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.spots = merged(spots)
        self._twins = {k: [s, *self._others(s)] for k, s in self.spots.items()}
        self._above = {k: _distinct(p for t in twins for p in t.above) for k, twins in self._twins.items()}

    def _others(self, spot: Spot) -> list[Spot]:
        return [s for s in self.spots.values() if s is not spot and same_place(s.place, spot.place)]

    def twins(self, spot: Spot) -> list[Spot]:
        """Give the spots of all reports that are this place, itself first."""
        return self._twins[spot.key]

    def tells(self, place: Place) -> bool:
        """Tell whether any report gives this as the incident's place."""
        return any(same_place(s.place, place) for s in self.spots.values())

    def above(self, spot: Spot) -> tuple[Place, ...]:
        """Give all that any report says holds this place."""
        return self._above.get(spot.key, spot.above)

    def compatible(self, one: Spot, other: Spot) -> bool:
        """Tell whether two spots are one place, or one holds the other."""
        return same_place(one.place, other.place) or self.holds(one, other) or self.holds(other, one)

    def holds(self, outer: Spot, inner: Spot) -> bool:
        """Tell whether one place holds another."""
        if outer.place.type == "country" and outer.place.country and inner.place.type != "country":
            return outer.place.country == inner.place.country
        return any(same_place(outer.place, p) for p in self.above(inner))

    def common(self, spots: Sequence[Spot]) -> Place | None:
        """Give the nearest place that holds all of these, as the first one's reports name it."""
        shared = [
            p for p in self.above(spots[0]) if all(any(same_place(p, q) for q in self.above(s)) for s in spots[1:])
        ]
        return min(shared, key=lambda p: rank(p.type)) if shared else None
