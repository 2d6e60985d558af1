"""Where it happened: the narrowest place that most sources are compatible with; else most sources, then the newest.

A source that tells several places apart ("in three districts") gives the nearest place that holds them all; where none
does, any of them. A place that only words describe stands where no source names one.
"""

from collections.abc import Sequence

from testigo.records import Place, ResolvedPlace
from testigo.resolve.agreed import Told, agreed
from testigo.resolve.cast import fold
from testigo.resolve.spots import Atlas, Spot, rank, spot_of
from testigo.resolve.telling import Telling, firmest
from testigo.resolve.trace import Trace


def resolve_place(tellings: Sequence[Telling], trace: Trace) -> ResolvedPlace | None:
    """Give the place that stands, with its point where any report knows one; None where no source tells a place."""
    told = [t for t in tellings if t.claim.predicate == "place"]
    for telling in told:
        if telling.rejected or telling.denied:
            why = "a person rejected it" if telling.rejected else "denied: it marks the value disputed"
            trace.leave("place", telling, why)
    usable = firmest([t for t in told if not t.rejected])
    named = [t for t in usable if t.value.place]
    if not named:
        return _described(usable, trace)
    named.sort(key=lambda t: t.key)
    told_spots = _as_told(named, Atlas(spot_of(t.report, t.value.place) for t in named))
    atlas = Atlas(t.value for t in told_spots)
    unique = [Told(atlas.spots[t.value.key], t.telling) for t in told_spots]
    chosen = agreed(unique, lambda s: s.key, atlas.compatible, _width, "place", trace)
    return _shown(chosen, atlas) if chosen else None


def _width(spot: Spot) -> tuple[int, int]:
    return rank(spot.place.type), -len(spot.above)


def _as_told(named: Sequence[Telling], atlas: Atlas) -> list[Told[Spot]]:
    """Give the place that each claim tells; places apart of one source give what holds them all."""
    together: dict[tuple[object, ...], list[Telling]] = {}
    for telling in named:
        together.setdefault((telling.told_in, telling.sources), []).append(telling)
    told = []
    for tellings in together.values():
        spots = {t.key: spot_of(t.report, t.value.place) for t in tellings}
        apart = _apart(list(spots.values()), atlas)
        around = atlas.common(apart) if len(apart) > 1 else None
        keys = {s.key for s in apart}
        for telling in tellings:
            spot = spots[telling.key]
            told.append(Told(_around(telling, around) if around and spot.key in keys else spot, telling))
    return told


def _around(telling: Telling, place: Place) -> Spot:
    """Give a place that holds others; what holds it in turn is known where its own report tells it."""
    own = any(p is place for p in telling.report.places)
    return spot_of(telling.report, place.id) if own else Spot(place, (place,), (), ())


def _apart(spots: Sequence[Spot], atlas: Atlas) -> list[Spot]:
    """Give the narrowest places of those told, each once."""
    narrow = [s for s in spots if not any(s is not o and atlas.holds(s, o) for o in spots)]
    kept: list[Spot] = []
    for spot in narrow:
        if not any(atlas.compatible(spot, k) for k in kept):
            kept.append(spot)
    return kept


def _shown(chosen: Spot, atlas: Atlas) -> ResolvedPlace:
    """Fill in from all reports of this place: its narrowest container, its country, its point.

    Where reports hang it under several of one width, the one that is itself told as the incident's place goes first.
    """
    twins = atlas.twins(chosen)
    parents = [p for s in twins for p in s.parents]
    container = min(parents, key=lambda p: (rank(p.type), not atlas.tells(p)), default=None)
    container = container or _told_around(chosen, atlas)
    told = [p for s in twins for p in s.told]
    pointed = [p for p in told if p.lat is not None and p.lon is not None]
    best = min(pointed or told, key=lambda p: rank(p.precision))
    return ResolvedPlace(
        name=chosen.place.name,
        container=container.name if container else None,
        country=next((p.country for p in told if p.country), None),
        lat=best.lat,
        lon=best.lon,
        precision=best.precision,
    )


def _told_around(chosen: Spot, atlas: Atlas) -> Place | None:
    """Give the narrowest wider place told of the same incident, for a street or site that no report hangs anywhere."""
    if chosen.place.type not in ("street", "site", "neighbourhood"):
        return None
    wider = [s.place for s in atlas.spots.values() if rank(s.place.type) > rank(chosen.place.type)]
    alike = [p for p in wider if not chosen.place.country or p.country in (None, chosen.place.country)]
    return min(alike, key=lambda p: (rank(p.type), p.name), default=None)


def _described(usable: Sequence[Telling], trace: Trace) -> ResolvedPlace | None:
    told = [t for t in usable if t.value.description]  # the kind of spot alone ("a bar") is no place
    chosen = agreed([Told(_words(t), t) for t in told], fold, _alike, len, "place", trace)
    if chosen is None:
        return None
    return ResolvedPlace(name=chosen, container=None, country=None, lat=None, lon=None, precision="unknown")


def _alike(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _words(telling: Telling) -> str:
    words: str = telling.value.description
    return words
