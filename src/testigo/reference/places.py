"""The noun of the gazetteer, apart from how it is looked up."""

from typing import get_args

import msgspec

from testigo.records.codes import PlaceType

# The shipped gazetteer holds countries, both levels of division, settlements, regions and waters; users may add any.
PLACE_TYPES: tuple[PlaceType, ...] = get_args(PlaceType)


class GazetteerPlace(msgspec.Struct, frozen=True):
    """One place of the world, as the gazetteer has it.

    id: "geonames:3691148", "user:slug" from a user's table, or "testigo:region/slug" from our own table of regions.
    names: the other names, the main one left out. country: ISO 3166-1 alpha-2, None where a region lies in several.
    within: ids of direct parents. lat, lon: degrees, WGS 84, None together.
    population: of a settlement or country, as GeoNames has it; of a division, the sum over its settlements.
    derived: the point is that of the most populous settlement inside, not the place's own.
    radius_km: every settlement of a division lies this near to its point; None for a settlement or where it has but one.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    type: str = "other"
    country: str | None = None
    within: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    derived: bool = False
    radius_km: float | None = None
