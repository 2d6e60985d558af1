"""Streets and quarters hung under their town.

A local report names its town once, in the dateline or with the police, and then only streets and quarters. What stands
in one sentence with a town is that town's; else it is the town of the one police force that the report names, else the
dateline's, else the only town that the report names. A settlement close to the town of the only police that are named,
and without police of its own, is under that police: it is hung under that town too, its own type and point kept. So is
one that lies on the doorstep of the dateline's town and is far smaller, which is what the quarters of large cities look
like in a gazetteer. A name that several places bear means the one next to the report's own town.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from testigo.extract.mentions.found import PlaceMention, Places
from testigo.records import Place
from testigo.reference import Gazetteer, radius_km_of

Point = tuple[float | None, float | None]

_SPOTS = frozenset(("street", "neighbourhood", "site"))
_NEAR_KM = 25  # the radius of a large city's police district; farther towns have police of their own
_DOORSTEP_KM = 15
_FAR_SMALLER = 10  # times: a quarter's people beside its city's
_EARTH_RADIUS_KM = 6371.0


def hang_in_towns(places: Places, gazetteer: Gazetteer) -> Places:
    """Give the same places, those that stand in a town of the report hung under it."""
    towns = {p.id for p in places.places if p.type == "settlement"}
    police = _only([m for m in places.mentions if m.form == "agency" and m.place in towns])
    line = _only([m for m in places.mentions if m.form == "dateline" and m.place in towns])
    home = police or line or (next(iter(towns)) if len(towns) == 1 else None)
    if home:
        own = places.by_id(home)
        places = replace(places, places=tuple(_near_home(p, own, gazetteer) for p in places.places))
    by_id = {p.id: p for p in places.places}
    hung = []
    for place in places.places:
        town = _town_of(place, places, towns, home) if place.type in _SPOTS else None
        if town is None and place.type == "settlement" and police and _is_policed_from(place, by_id[police], places):
            town = police
        if town is None and home and _is_a_quarter(place, by_id[home], gazetteer):
            town = home
        hung.append(_under(place, by_id[town]) if town and _is_reached(place, by_id[town]) else place)
    return replace(places, places=tuple(hung))


def _is_reached(place: Place, town: Place) -> bool:
    """May it lie in that town, as far as both have points?"""
    km = distance_km((place.lat, place.lon), (town.lat, town.lon))
    return math.isinf(km) or km <= 2 * _NEAR_KM


def _near_home(place: Place, home: Place, gazetteer: Gazetteer) -> Place:
    """Settle a town's name that several bear on the only bearer next to the report's own town."""
    if (
        place.type != "settlement"
        or place.gazetteer
        or place.lat is not None
        or home.lat is None
        or place.id == home.id
    ):
        return place
    bearers = [p for p in gazetteer.lookup(place.name) if p.type == "settlement" and p.lat is not None]
    near = [p for p in bearers if distance_km((p.lat, p.lon), (home.lat, home.lon)) <= _NEAR_KM]
    if len(near) != 1 or not near[0].id.startswith(("geonames:", "user:")):
        return place
    found = near[0]
    return msgspec.structs.replace(
        place,
        gazetteer=found.id,
        lat=found.lat,
        lon=found.lon,
        country=found.country,
        precision="settlement",
        radius_km=radius_km_of(found),
    )


def _is_a_quarter(place: Place, home: Place, gazetteer: Gazetteer) -> bool:
    if (
        place.type != "settlement"
        or place.id == home.id
        or home.id in place.within
        or not (place.gazetteer and home.gazetteer)
    ):
        return False
    inner, outer = gazetteer.get(place.gazetteer), gazetteer.get(home.gazetteer)
    if not inner or not outer or outer.population < _FAR_SMALLER * inner.population:
        return False
    return distance_km((place.lat, place.lon), (home.lat, home.lon)) <= _DOORSTEP_KM


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
        return place.lat is None and place.country in (None, town.country)
    return distance_km((place.lat, place.lon), (town.lat, town.lon)) <= _NEAR_KM


def distance_km(a: Point, b: Point) -> float:
    """Give the great-circle distance between two points of latitude and longitude in degrees; infinite if one is None."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return math.inf
    north, south = math.radians(a[0]), math.radians(b[0])
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def _under(place: Place, town: Place) -> Place:
    precision = place.precision if place.lat is not None else "settlement"
    kept = tuple(p for p in place.within if p not in town.within)
    return msgspec.structs.replace(place, within=(town.id, *kept), country=town.country, precision=precision)
