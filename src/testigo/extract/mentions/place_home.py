"""Streets and quarters hung under their town.

A local report names its town once, in the dateline or with the police, and then only streets and quarters. What stands
in one sentence with a town is that town's; else it is the town of the one police force that the report names, else the
dateline's. A settlement close to the town of the only police that are named, and without police of its own, is under
that police: it is hung under that town too, its own type and point kept.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from testigo.extract.mentions.found import PlaceMention, Places
from testigo.records import Place

_SPOTS = frozenset(("street", "neighbourhood", "site"))
_NEAR_KM = 25  # the radius of a large city's police district; farther towns have police of their own
_EARTH_RADIUS_KM = 6371.0


def hang_in_towns(places: Places) -> Places:
    """Give the same places, those that stand in a town of the report hung under it."""
    by_id = {p.id: p for p in places.places}
    towns = {p.id for p in places.places if p.type == "settlement"}
    police = _only([m for m in places.mentions if m.form == "agency" and m.place in towns])
    line = _only([m for m in places.mentions if m.form == "dateline" and m.place in towns])
    hung = []
    for place in places.places:
        town = _town_of(place, places, towns, police or line) if place.type in _SPOTS else None
        if town is None and place.type == "settlement" and police and _is_policed_from(place, by_id[police], places):
            town = police
        hung.append(_under(place, by_id[town]) if town else place)
    return replace(places, places=tuple(hung))


def _only(mentions: Sequence[PlaceMention]) -> str | None:
    """Give the one place that these mentions name, None for none or several."""
    named = {m.place for m in mentions}
    return next(iter(named)) if len(named) == 1 else None


def _town_of(place: Place, places: Places, towns: set[str], home: str | None) -> str | None:
    if any(parent in towns for parent in place.within):
        return None
    for mention in _mentions_of(places, place.id):
        beside = [
            m
            for m in places.in_sentence(mention.sentence)
            if m.place in towns and m.form == "name" and m.hint != "from"
        ]
        after = [m for m in beside if m.start >= mention.end]
        town = (after or beside)[:1]
        if town:
            return town[0].place
    return home


def _mentions_of(places: Places, place_id: str) -> tuple[PlaceMention, ...]:
    """Give one place's mentions, in text order."""
    return tuple(m for m in places.mentions if m.place == place_id)


def _is_policed_from(place: Place, town: Place, places: Places) -> bool:
    if place.id == town.id or town.id in place.within or any(m.form != "name" for m in _mentions_of(places, place.id)):
        return False
    if None in (place.lat, place.lon, town.lat, town.lon):
        return place.lat is None and place.country == town.country
    return distance_km(place, town) <= _NEAR_KM


def distance_km(a: Place, b: Place) -> float:
    """Give the great-circle distance between two places that have points, in kilometres."""
    assert a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    north, south = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def _under(place: Place, town: Place) -> Place:
    precision = place.precision if place.lat is not None else "settlement"
    kept = tuple(p for p in place.within if p not in town.within)
    return msgspec.structs.replace(place, within=(town.id, *kept), country=town.country, precision=precision)
