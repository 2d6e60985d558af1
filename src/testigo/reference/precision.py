"""How precise a place is, in the codes of UCDP and ACLED, and how far around its point it reaches.

Our scale is the type of the smallest place that a report tells (`PlacePrecision`). UCDP's GED counts 1 to 7, ACLED's
geo-precision 1 to 3; both grow with doubt. The table is the one crosswalk; a code is None where that project would not
code the event at all.
"""

import math
from typing import NamedTuple

from testigo.records.codes import PlacePrecision
from testigo.reference.places import GazetteerPlace


class PrecisionCodes(NamedTuple):
    """One precision in other projects' codes."""

    ucdp: int | None
    acled: int | None


PRECISION_CODES: dict[PlacePrecision, PrecisionCodes] = {
    "street": PrecisionCodes(1, 1),
    "site": PrecisionCodes(1, 1),
    "neighbourhood": PrecisionCodes(1, 1),
    "settlement": PrecisionCodes(1, 1),
    "second_level": PrecisionCodes(3, 2),
    "first_level": PrecisionCodes(4, 3),
    "region": PrecisionCodes(5, 3),  # a stretch of land that is no division
    "water": PrecisionCodes(5, 3),  # a river, a lake, a coast: where it is a country's
    "country": PrecisionCodes(6, None),
    "other": PrecisionCodes(None, None),
    "unknown": PrecisionCodes(None, None),
}
_NEAR = PrecisionCodes(2, 2)  # "near", "outside", "west of" a place that would be exact
_HIGH_SEAS = PrecisionCodes(7, 3)  # waters that are no country's
_EXACT = frozenset(("street", "site", "neighbourhood", "settlement"))

# Kilometres where nothing better is known.
_RADIUS_KM = {"site": 0.5, "street": 1.0, "neighbourhood": 1.5, "settlement": 2.0, "second_level": 25.0,
              "first_level": 100.0, "region": 100.0, "water": 100.0, "country": 500.0}  # fmt: skip
_PEOPLE_A_KM2 = 3000  # of a town's built ground, the world over; a town's radius is that of a disc with so many


def precision_codes(precision: PlacePrecision, country: str | None = None, is_near: bool = False) -> PrecisionCodes:
    """Give a place's precision in UCDP's codes (1-7) and ACLED's (1-3), None where the project would not code it.

    country: of a water, the country that it belongs to; None makes it international waters, UCDP's 7.
    is_near: the words put the event only near the place, UCDP's 2.
    Sources: UCDP GED codebook, `where_prec`; ACLED codebook, "geo-precision".
    """
    if precision == "water" and country is None:
        return _HIGH_SEAS
    if is_near and precision in _EXACT:
        return _NEAR
    return PRECISION_CODES[precision]


def radius_km_of(place: GazetteerPlace) -> float | None:
    """Say within how many km of its point a place lies, None for one without a point.

    A division's is the distance that holds its settlements; a town's is that of a disc for its people, a rule of thumb
    and never less than 1 km; else the type's own.
    """
    if place.lat is None:
        return None
    if place.radius_km is not None:
        return place.radius_km
    if place.type == "settlement" and place.population > 0:
        return round(max(1.0, math.sqrt(place.population / _PEOPLE_A_KM2 / math.pi)), 1)
    return _RADIUS_KM.get(place.type)
