"""Fields of a comparison that tell when and where: each gives, for every pair, which of its levels holds.

The first level that holds is the pair's; the last of each field means that one of the two says nothing. A report lags
behind what it tells: a day that only one report names is held against the other's day of publication.
"""

import numpy as np

from testigo.reconcile.columns import Columns, Floats, Ints, first_true
from testigo.reconcile.profiling import Profile
from testigo.reconcile.spots import EARTH_KM

MONTH_DAYS = 31
DAY = (
    "same day", "days overlap", "one day apart", "two or three days apart", "four to ten days apart",
    "eleven to sixty days apart", "more than sixty days apart", "told within two days", "told within a fortnight",
    "told later", "told before the day of the other", "no day",
)  # fmt: skip
GAP = (
    "published the same day", "published a day apart", "published two or three days apart",
    "published within a week", "published within a month", "published within a year", "published years apart",
    "no day of publication",
)  # fmt: skip
PLACE = (
    "same spot", "same town", "one holds the other", "within 15 km", "within 60 km", "the other report names it too",
    "same first-level division", "same country, elsewhere", "other countries", "no place",
)  # fmt: skip
STREET = ("two streets shared", "one street shared", "other streets", "no street")


def day(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the days of the act."""
    first, last = cols.numbers("first", _first), cols.numbers("last", _last)
    published = cols.numbers("published", lambda p: p.published)
    apart = np.maximum(first[a] - last[b], first[b] - last[a])
    point = (last[a] == first[a]) & (last[b] == first[b])
    # one day known: how long after it the undated report came out
    lag = np.where(np.isnan(first[a]), published[a] - last[b], published[b] - last[a])
    one = np.isnan(first[a]) ^ np.isnan(first[b])
    return first_true(
        (apart == 0) & point, apart <= 0, apart == 1, apart <= 3, apart <= 10, apart <= 60, apart > 60,
        one & (lag >= -1) & (lag <= 2), one & (lag > 2) & (lag <= 14), one & (lag > 14), one & (lag < -1),
    )  # fmt: skip


def gap(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the days of publication."""
    published = cols.numbers("published", lambda p: p.published)
    between = np.abs(published[a] - published[b])
    return first_true(*(between <= most for most in (0, 1, 3, 7, 31, 366)), between > 366)


def place(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the places of the act by key, containment and distance."""
    small = cols.sets("small", lambda p: [s.key for s in p.places if s.type in _SPOTS])
    towns = cols.sets("towns", lambda p: [s.key for s in p.places if s.type == "settlement"])
    own = cols.sets("own", lambda p: [s.key for s in p.places if s.type != "country"])
    above = cols.sets("above", _above)
    named = cols.sets("named", lambda p: [*(s.key for s in p.places), *p.around])
    firsts = cols.sets("firsts", lambda p: [k for s in p.places for k in (s.key, *s.above)])
    lands = cols.sets("lands", lambda p: [s.country for s in p.places if s.country])
    told = (own.sizes(a) > 0) & (own.sizes(b) > 0)
    held = (own.shared(a, b, above)[0] > 0) | (own.shared(b, a, above)[0] > 0)
    named_too = (own.shared(a, b, named)[0] > 0) | (own.shared(b, a, named)[0] > 0)
    km = _distance(cols, a, b)
    return first_true(
        small.shared(a, b)[0] > 0, towns.shared(a, b)[0] > 0, told & held, told & (km <= 15), told & (km <= 60),
        named_too, told & (firsts.shared(a, b)[0] > 0), told & (lands.shared(a, b)[0] > 0), told,
    )  # fmt: skip


def street(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the streets and spots that the reports name."""
    streets = cols.sets("streets", lambda p: p.streets)
    count = streets.shared(a, b)[0]
    return first_true(count > 1, count == 1, (streets.sizes(a) > 0) & (streets.sizes(b) > 0))


_SPOTS = ("neighbourhood", "site", "street")


def _first(profile: Profile) -> float | None:
    return profile.days[0][0] if profile.days and _is_narrow(*profile.days[0]) else None


def _last(profile: Profile) -> float | None:
    return profile.days[0][1] if profile.days and _is_narrow(*profile.days[0]) else None


def _is_narrow(first: int, last: int) -> bool:
    """Is it short enough to tell one act from another? "In 2016" says no more than the day of publication."""
    return last - first <= MONTH_DAYS


def _above(profile: Profile) -> list[str]:
    """Give what holds the place of the act, as far as it still says where."""
    return [key for s in profile.places for key in s.above[:1]]


def _distance(cols: Columns, a: Ints, b: Ints) -> Floats:
    """Give the distance in km of the narrowest places with a point, NaN where either has none."""
    north, east = cols.numbers("lat", lambda p: _point(p, 0)), cols.numbers("lon", lambda p: _point(p, 1))
    lat_a, lat_b = np.radians(north[a]), np.radians(north[b])
    half = np.sin((lat_a - lat_b) / 2) ** 2
    half += np.cos(lat_a) * np.cos(lat_b) * np.sin(np.radians(east[a] - east[b]) / 2) ** 2
    km: Floats = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return km


def _point(profile: Profile, axis: int) -> float | None:
    near = [s for s in profile.places if s.lat is not None and s.type not in ("country", "first_level")]
    if not near:
        return None
    return near[0].lat if axis == 0 else near[0].lon
