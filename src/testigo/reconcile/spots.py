"""Places of an incident as they are compared: by key, by what holds them, and by distance."""

import math
from collections.abc import Sequence

import msgspec

from testigo.records import Claim, Place, Report
from testigo.reference.names import fold_name

EARTH_KM = 6371.0


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A place told of an incident. key: its gazetteer id, else "name:" and its folded name and country.

    above: keys of all that holds it, nearest first.
    """

    key: str
    name: str
    type: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    above: tuple[str, ...]


def spots_of(report: Report, claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """Give the places that an incident's claims name, in the order of telling."""
    told = dict.fromkeys(c.value.place for c in claims if c.predicate == "place" and c.value.place)
    return tuple(_spot(report, report.place(p)) for p in told)


def _spot(report: Report, place: Place) -> Spot:
    above: dict[str, None] = {}
    waiting, seen = list(place.within), {place.id}
    while waiting:
        parent = report.place(waiting.pop(0))
        if parent.id not in seen:
            seen.add(parent.id)
            above[key_of(parent)] = None
            waiting += parent.within
    return Spot(
        key_of(place), fold_name(place.name), place.type, place.country, place.lat, place.lon, place.radius_km,
        tuple(above),
    )  # fmt: skip


def key_of(place: Place) -> str:
    """Name a place across reports."""
    return place.gazetteer or f"name:{fold_name(place.name)}:{place.country or ''}"


def distance_km(a: Spot, b: Spot) -> float | None:
    """Give the distance of two places' points, None where either has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(a.lon - b.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
