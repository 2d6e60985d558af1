"""Which place each name of a document means: every candidate with its chance.

Theory: the candidates of one name compete in a linear model over what the whole document says: how many people a
candidate has and what it is called, what the words say holds it, which countries and divisions the other names speak
of, which names stand beside it and how near they lie, and the outlet's own name and country. Three rounds: in the
first only size and words count; each later round weighs the other names by what the round before made of them, its own
name left out. Weights and how they were made: `place_weights.csv`, training/places.
"""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_ground import Ground, around, left
from testigo.extract.mentions.place_home import distance_km
from testigo.extract.mentions.place_links import Link
from testigo.extract.mentions.place_senses import Seat, Sense, find_senses, fold
from testigo.reference import Gazetteer, GazetteerPlace

WEIGHTS = Path(__file__).with_name("place_weights.csv")
ROUNDS = 3
SURE = 0.6  # the chance, of all candidates at one spot together, below which none of them is taken
TOGETHER_KM = 30
TOWNS = frozenset(("settlement", "neighbourhood"))
FEATURES = (
    "people", "people_of_first", "people_of_second", "people_of_country", "is_country", "is_first", "is_second",
    "is_land", "is_foremost", "other_name", "longer_name", "class_said", "city_first",
    "held_as_told", "not_held_as_told", "holds_as_told", "in_nation_told",
    "country_share", "country_named", "country_unnamed", "country_as_country", "nothing_inside",
    "first_any", "first_weight", "second_any", "near_any", "near_weight", "close_any",
    "beside_country", "beside_first", "beside_near",
    "outlet_names_it", "outlet_country", "outlet_names_first",
)  # fmt: skip
# Cities whose bare name writers use for the city, not for the division of the same name.
_CITY_FIRST = {"new york": "new york city"}
_ENDINGS = {"uk": "GB"}  # where the ending of a web address is not the country's code
Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with its chance among the candidates of that name."""

    place: GazetteerPlace
    chance: float


class Ranker:
    """Ranks the candidates of one document's names."""

    def __init__(
        self, gazetteer: Gazetteer, spots: Sequence[Spot], links: Sequence[Link], outlet: str | None = None
    ) -> None:
        self.senses, self.of = find_senses(gazetteer, spots, links)
        self._outlet = _Outlet(outlet, self.senses)
        self.chances: list[list[float]] = []  # of each sense's seats; empty before the first round
        self.last: list[list[Vector]] = []  # the features that these chances were worked out from
        self._names: dict[str, list[int]] = {}
        for at, sense in enumerate(self.senses):
            self._names.setdefault(sense.name, []).append(at)

    def rank(self) -> list[tuple[Candidate, ...]]:
        """Give the candidates of each spot, the likeliest first; nothing for a spot that has none."""
        for round_ in range(ROUNDS):
            self.step(weights(round_))
        ranked = [_ranked(sense, chances) for sense, chances in zip(self.senses, self.chances, strict=True)]
        return [ranked[at] if at >= 0 else () for at in self.of]

    def step(self, weighing: Sequence[float]) -> None:
        """Take one round: the chances of every candidate, by these weights and the round before."""
        self.last = self.vectors()
        self.chances = [_softmax(vectors, weighing) for vectors in self.last]

    def vectors(self) -> list[list[Vector]]:
        """Give the features of every candidate of every sense, by what the round before left."""
        ground = self.ground()
        return [self._of_sense(at, ground) for at in range(len(self.senses))]

    def ground(self) -> Ground:
        """Give what all names of the document make likely, by the last round."""
        ground = Ground()
        for sense, chances in zip(self.senses, self.chances, strict=bool(self.chances)):
            _count(ground, sense, chances, 1.0)
        return ground

    def best(self, spot: int) -> tuple[Vector, float] | None:
        """Give the features and the chance of a spot's likeliest place."""
        sense = self.of[spot]
        if sense < 0:
            return None
        chances = self.chances[sense]
        top = max(range(len(chances)), key=lambda i: chances[i])
        return self.last[sense][top], chances[top]

    def _of_sense(self, at: int, ground: Ground) -> list[Vector]:
        sense, own, beside = self.senses[at], Ground(), Ground()
        if self.chances:
            for twin in self._names[sense.name]:
                _count(own, self.senses[twin], self.chances[twin], 1.0)
            for other in sense.beside:
                _count(beside, self.senses[other], self.chances[other], 1.0 / len(sense.beside))
        return [
            (*_said(sense, seat), *self._told(sense, seat), *_grounded(seat, ground, own), *_beside(seat, beside),
             *self._outlet.features(sense, seat))
            for seat in sense.seats
        ]  # fmt: skip

    def _told(self, sense: Sense, seat: Seat) -> Vector:
        """Say whether what the words hang together hangs together in the world."""
        held = max((self._chance_of(o, seat.held_by) for o in sense.outer), default=0.0)
        holds = max((self._chance_inside(i, seat.place.id) for i in sense.inner), default=0.0)
        in_nation = seat.place.country in sense.in_countries
        unheld = bool(sense.outer) and held < 0.01
        return (held, float(unheld), holds, float(in_nation) - float(bool(sense.in_countries) and not in_nation))

    def _chance_of(self, other: int, ids: frozenset[str]) -> float:
        sense = self.senses[other]
        chances = self.chances[other] if self.chances else [1.0] * len(sense.seats)
        return sum(c for c, s in zip(chances, sense.seats, strict=True) if s.place.id in ids)

    def _chance_inside(self, other: int, place_id: str) -> float:
        sense = self.senses[other]
        chances = self.chances[other] if self.chances else [1.0] * len(sense.seats)
        return min(1.0, sum(c for c, s in zip(chances, sense.seats, strict=True) if place_id in s.held_by))


class _Outlet:
    """What an outlet's name or address says of its home."""

    def __init__(self, outlet: str | None, senses: Sequence[Sense]) -> None:
        self._letters = fold(outlet or "").replace(" ", "")
        ending = (outlet or "").strip().lower().rpartition(".")[2] if "." in (outlet or "") else ""
        self._country = _ENDINGS.get(ending, ending.upper()) if len(ending) == 2 else ""
        named = [s for s in senses if len(s.name) > 4 and s.name.replace(" ", "") in self._letters]
        self._named = {s.name for s in named}

    def features(self, sense: Sense, seat: Seat) -> Vector:
        """Say whether the outlet bears the name, and whether it is of the candidate's country."""
        names = float(sense.name in self._named)
        country = float(bool(self._country) and seat.place.country == self._country)
        return (names * (seat.place.type in TOWNS), country, names * (seat.place.type == "first_level"))


def _said(sense: Sense, seat: Seat) -> Vector:
    """Say how large a candidate is, what it is and whether the name is its own."""
    place = seat.place
    size = math.log10(max(place.population, 10))
    kind = place.type
    key = fold(place.name)
    is_longer = key.startswith(sense.name) or (kind not in TOWNS and key.endswith(f" {sense.name}"))
    return (
        size if kind in TOWNS else 0.0, size if kind == "first_level" else 0.0,
        size if kind == "second_level" else 0.0, size if kind == "country" else 0.0,
        float(kind == "country"), float(kind == "first_level"), float(kind == "second_level"),
        float(_is_land(sense, seat)), float(sense.seats[0] is seat),
        float(key != sense.name and not is_longer), float(key != sense.name and is_longer),
        float(kind == sense.kind), float(_CITY_FIRST.get(sense.name) == key),
    )  # fmt: skip


def _is_land(sense: Sense, seat: Seat) -> bool:
    """Is it of our own table of lands and waters, and no division of its country besides ("Gaza Strip")?"""
    place = seat.place
    if place.type not in ("region", "water"):
        return False
    return not any(s.place.type == "first_level" and s.place.country == place.country for s in sense.seats)


def _grounded(seat: Seat, ground: Ground, own: Ground) -> Vector:
    """Weigh a candidate by what the other names speak of."""
    place, kind = seat.place, seat.place.type
    code = place.country or ""
    total = ground.total - own.total
    country = left(ground.countries, own.countries, code)
    share = country / total if total > 0.01 else 0.0
    named = min(1.0, left(ground.named, own.named, code))
    first = left(ground.firsts, own.firsts, seat.first)
    second = left(ground.seconds, own.seconds, seat.second)
    near = around(ground.cells, own.cells, seat.cell)
    close = around(ground.close, own.close, seat.close)
    is_country = kind == "country"
    inside = first if kind == "first_level" else second if kind == "second_level" else country
    return (
        0.0 if is_country else share, 0.0 if is_country else named,
        float(total > 1 and country < 0.05 and not is_country), share if is_country else 0.0,
        float(kind not in TOWNS and total > 1 and inside < 0.05),
        min(1.0, first), math.log1p(first), min(1.0, second) * (kind != "first_level"),
        min(1.0, near), math.log1p(near), min(1.0, close),
    )  # fmt: skip


def _beside(seat: Seat, beside: Ground) -> Vector:
    return (
        beside.countries.get(seat.place.country or "", 0.0) * (seat.place.type != "country"),
        beside.firsts.get(seat.first or "", 0.0), min(1.0, around(beside.cells, {}, seat.cell)),
    )  # fmt: skip


def _count(ground: Ground, sense: Sense, chances: Sequence[float], share: float) -> None:
    for seat, chance in zip(sense.seats, chances, strict=True):
        if chance > 0.02:
            ground.add(seat, share * sense.weight * chance)


def _softmax(vectors: Sequence[Vector], weighing: Sequence[float]) -> list[float]:
    scores = [sum(w * x for w, x in zip(weighing, vector, strict=True) if x) for vector in vectors]
    top = max(scores)
    grown = [math.exp(score - top) for score in scores]
    total = sum(grown)
    return [g / total for g in grown]


def _ranked(sense: Sense, chances: Sequence[float]) -> tuple[Candidate, ...]:
    both = [Candidate(seat.place, chance) for seat, chance in zip(sense.seats, chances, strict=True)]
    return tuple(sorted(both, key=lambda c: (-c.chance, c.place.id)))


@cache
def weights(round_: int) -> Vector:
    """Give one round's weights, in the order of FEATURES."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        table = {row["feature"]: float(row[f"round_{round_ + 1}"]) for row in csv.DictReader(file)}
    return tuple(table[name] for name in FEATURES)


def sureness(gazetteer: Gazetteer, ranked: Sequence[Candidate]) -> float:
    """Give the chance that the first candidate's spot is right: its own and that of all at the same spot.

    A town and the division around it are one spot, and so are two records of one town. Below SURE the name is better
    left without a place.
    """
    best = ranked[0].place if ranked else None
    return sum(c.chance for c in ranked if best and _is_one_spot(gazetteer, best, c.place))


def _is_one_spot(gazetteer: Gazetteer, a: GazetteerPlace, b: GazetteerPlace) -> bool:
    if a.id == b.id or gazetteer.is_within(a, b) or gazetteer.is_within(b, a):
        return True
    is_twice = fold(a.name) == fold(b.name) and a.country == b.country and (a.lat is None or b.lat is None)
    return (
        is_twice or distance_km((a.lat, a.lon), (b.lat, b.lon)) < TOGETHER_KM
    )  # twice: a region of our own table and a division
