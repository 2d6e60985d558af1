"""The names of a document that may be places, each told once, with the places that it may mean.

One name has one sense in a document: what the words say of it in one sentence ("Paris, Texas") holds for the next.
A sense keeps what is said to hold it, what is said to lie in it, and which names stand beside it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.place_links import Link
from testigo.reference import Gazetteer, GazetteerPlace, fold_name

MOST = 60  # candidates weighed for one name; the gazetteer gives the most populous first
_BESIDE = 6  # mentions of one name whose neighbours are looked at
_LINKED = 12  # of the names said to hold it, or to lie in it
_DIVISION = re.compile(r"\b(?:co|cty|twp)\.?$", re.IGNORECASE)

fold = lru_cache(maxsize=50_000)(fold_name)


@dataclass(frozen=True, slots=True)
class Seat:
    """A candidate with where it lies: ids of its divisions, its own among them, and its one-degree cell."""

    place: GazetteerPlace
    first: str | None
    second: str | None
    held_by: frozenset[str]
    cell: tuple[int, int] | None
    close: tuple[int, int] | None


@dataclass
class Sense:
    """One name of the document, its candidates, and what the words say of it.

    weight: how much it counts as a sign of where the document plays. outer, inner: numbers of the senses said to hold
    it and to lie in it. in_countries: codes that a nationality word gives it. beside: numbers of the senses nearest
    to it in the text, one entry a mention.
    """

    name: str
    kind: str | None
    seats: tuple[Seat, ...]
    spots: list[int] = field(default_factory=list)
    weight: float = 0.0
    is_dateline: bool = False
    outer: list[int] = field(default_factory=list)
    inner: list[int] = field(default_factory=list)
    in_countries: set[str] = field(default_factory=set)
    beside: list[int] = field(default_factory=list)


def candidates_of(text: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Find what a name may mean, its shapes tried one after the other: as it stands, a nationality, cut short."""
    found = gazetteer.lookup(text)
    nations = tuple(p for p in map(gazetteer.country, countries_of(text)) if p)
    if found or nations:
        return (*nations, *(p for p in found if p not in nations))
    if _DIVISION.search(text):
        return gazetteer.lookup(_DIVISION.sub("County", text))
    parts = text.split()
    while len(parts) > 1 and parts[0].lower() in words.DIRECTIONS | {"upstate", "downstate", "the"}:
        parts = parts[1:]
        if found := gazetteer.lookup(" ".join(parts)):
            return found
    if len(parts) > 1 and parts[-1].lower() in words.AFTER_NAME:
        return gazetteer.lookup(" ".join(parts[:-1]))
    return ()


def find_senses(gazetteer: Gazetteer, spots: Sequence[Spot], links: Sequence[Link]) -> tuple[list[Sense], list[int]]:
    """Bring the spots of one name together; give the senses, and each spot's number in them (-1 for none)."""
    senses: list[Sense] = []
    number: dict[tuple[str, str | None], int] = {}
    of = [-1] * len(spots)
    for at, spot in enumerate(spots):
        seats = _seats(gazetteer, spot) if spot.form != "description" else ()
        if not seats:
            continue
        key = (fold(spot.text), spot.kind)
        if key not in number:
            number[key] = len(senses)
            senses.append(Sense(key[0], spot.kind, seats))
        of[at] = number[key]
        sense = senses[of[at]]
        sense.spots.append(at)
        sense.is_dateline = sense.is_dateline or spot.form == "dateline"
        sense.weight = max(sense.weight, _weight(spot))
    _link(senses, of, spots, links)
    _stand_beside(senses, of, spots)
    return senses, of


def _seats(gazetteer: Gazetteer, spot: Spot) -> tuple[Seat, ...]:
    if spot.form == "demonym":
        nations = (gazetteer.country(code) for code in countries_of(spot.text))
        return tuple(seat_of(gazetteer, place) for place in nations if place)
    fits = words.FITS.get(spot.kind or "", frozenset())
    fitting = [p for p in spot.candidates if p.type in fits or p.id.startswith("user:")] or list(spot.candidates)
    return tuple(seat_of(gazetteer, place) for place in fitting[:MOST])


def seat_of(gazetteer: Gazetteer, place: GazetteerPlace) -> Seat:
    """Say where a place lies."""
    chain = (place, *gazetteer.chain(place))
    first = next((p.id for p in chain if p.type == "first_level"), None)
    second = next((p.id for p in chain if p.type == "second_level"), None)
    cell = close = None
    if place.lat is not None and place.lon is not None and place.type != "country":
        cell = (int(place.lat // 1), int(place.lon // 1))
        close = (int(place.lat // 0.25), int(place.lon // 0.25))
    return Seat(place, first, second, frozenset(p.id for p in chain[1:]), cell, close)


def _weight(spot: Spot) -> float:
    if spot.is_person or spot.form == "clue":
        return 0.1 if spot.is_person else 0.5
    return 1.0 if spot.is_strong or spot.hint or spot.form in ("dateline", "agency", "demonym") else 0.6


def _link(senses: list[Sense], of: Sequence[int], spots: Sequence[Spot], links: Sequence[Link]) -> None:
    """Note what the words say holds what; it holds for every sense of the name."""
    same: dict[str, list[int]] = {}
    for at, sense in enumerate(senses):
        same.setdefault(sense.name, []).append(at)
    for link in links:
        if of[link.inner] < 0:
            continue
        inners = same[senses[of[link.inner]].name]
        outer = spots[link.outer]
        if outer.form == "demonym":
            for at in inners:
                senses[at].in_countries.update(countries_of(outer.text))
        elif of[link.outer] >= 0 and of[link.outer] not in inners:
            for at in inners:
                senses[at].outer.append(of[link.outer])
            senses[of[link.outer]].inner.append(of[link.inner])
    for sense in senses:
        sense.outer, sense.inner = sorted(set(sense.outer))[:_LINKED], sorted(set(sense.inner))[:_LINKED]


def _stand_beside(senses: list[Sense], of: Sequence[int], spots: Sequence[Spot]) -> None:
    """Note for each name the other names nearest before and after it."""
    known = [at for at in range(len(spots)) if of[at] >= 0]
    for sense in senses:
        for at in sense.spots[:_BESIDE]:
            here = bisect_left(known, at)
            for step in (-1, 1):
                there = here + step
                while 0 <= there < len(known) and abs(there - here) < 3 and senses[of[known[there]]].name == sense.name:
                    there += step
                if 0 <= there < len(known) and abs(spots[known[there]].sentence - spots[at].sentence) <= 1:
                    sense.beside.append(of[known[there]])
