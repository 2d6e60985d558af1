"""Which place of the gazetteer a spot means, or none.

What the words hang it under decides first; then the divisions and countries that the document names elsewhere; then
the number of people. Where two places remain close, neither is taken: the name stays without a point. A small town of
which the document gives no other sign is no place at all: too many surnames and ordinary words are villages.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.place_links import Link
from testigo.extract.page import Page
from testigo.reference import Gazetteer, GazetteerPlace, fold_name

_fold = lru_cache(maxsize=50_000)(fold_name)

# People below which a settlement needs a sign beside its bare name, with a placing preposition and without.
SMALL, MIDDLING = 5_000, 100_000
FAMOUS = 300_000  # a city that is told without its country in reports from another
MARGIN = 0.45  # of the score (a power of ten of people, about a factor of three): nearer than this, neither is taken
_DIVISIONS = ("first_level", "second_level")
# Cities whose bare name writers use for the city, not for the division of the same name.
_CITY_FIRST = {"new york": "new york city", "washington": "washington", "quebec": "quebec", "mexico": "mexico"}


@dataclass
class Clues:
    """What the document says of where it plays: countries by weight, divisions by id."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[str] = field(default_factory=Counter)
    outlet: str = ""

    def share(self, country: str | None) -> float:
        """Give the share of the country among all signs of a country, 0.0 to 1.0."""
        total = sum(self.countries.values())
        return self.countries[country] / total if country and total else 0.0

    def only_country(self) -> str | None:
        """Give the country that the signs agree on, None where two compete."""
        best = self.countries.most_common(1)
        return best[0][0] if best and self.share(best[0][0]) >= 0.7 else None


class Chooser:
    """Chooses places for the spots of one document."""

    def __init__(
        self, gazetteer: Gazetteer, page: Page, spots: Sequence[Spot], links: Sequence[Link], outlet: str | None
    ) -> None:
        self.gazetteer = gazetteer
        self.text = page.text
        self.spots = spots
        self.outer = {link.inner: link for link in links}
        self.clues = Clues(outlet=_fold(outlet or "").replace(" ", ""))
        self.chosen: dict[int, GazetteerPlace | None] = {}
        self.senses: dict[str, GazetteerPlace | None] = {}

    def choose(self) -> dict[int, GazetteerPlace | None]:
        """Give the place of every spot that is one: None for a place that the gazetteer does not know."""
        if words.AMERICAN.search(self.text):
            self.clues.countries["US"] += 1
        self._countries()
        for at in range(len(self.spots)):
            if at in self.outer:
                self._pair(at)
        self._note(self.chosen.values())
        self._note_senses()
        open_spots = [at for at in range(len(self.spots)) if at not in self.chosen]
        for at in open_spots:
            self._alone(at)
        # What the first round settled tells where the document plays; what it left open is asked again.
        self._note({p.id: p for at in open_spots if (p := self.chosen.get(at)) and p.type != "country"}.values())
        for at in open_spots:
            if self.chosen.get(at) is None:
                self._alone(at)
        return self.chosen

    def _countries(self) -> None:
        for spot in self.spots:
            if spot.form == "demonym":
                codes = countries_of(spot.text)
                for code in codes:
                    self.clues.countries[code] += 1 / len(codes)  # type: ignore[assignment]
                continue
            if spot.is_person or not spot.candidates:
                continue
            top = spot.candidates[0]
            kinds = {p.type for p in spot.candidates}
            if top.type == "country" and not {"first_level"} & kinds:
                self.clues.countries[str(top.country)] += 2
            elif top.type == "first_level" and len(spot.candidates) <= 3 and "country" not in kinds:
                self.clues.countries[str(top.country)] += 1
                self.clues.divisions[top.id] += 1

    def _pair(self, at: int) -> None:
        """Resolve a spot together with the one that the words hang it under."""
        link = self.outer[at]
        spot, outer = self.spots[at], self.spots[link.outer]
        if link.is_comma and _is_country(spot) and _is_country(outer):
            del self.outer[at]  # "Colombia, Brazil and Guyana" is a list
            return
        if outer.form == "demonym":
            inside = [p for p in self._fitting(spot) if p.country in countries_of(outer.text)]
        else:
            holders = [p for p in self._fitting(outer) if p.type != "settlement" or not link.is_comma]
            pairs = [(p, q) for p in self._fitting(spot) for q in holders[:40] if self._holds(q, p)]
            if link.is_comma and not pairs:
                if not self._is_under(spot, outer):
                    del self.outer[at]
                    return
                self.chosen[link.outer] = max(self._fitting(outer), key=lambda p: self._score(outer, p))
                self.chosen[at] = None
                return
            pairs.sort(key=lambda pair: (-self._score(spot, pair[0]), -self._score(outer, pair[1]), pair[0].id))
            inside = [p for p, _ in pairs]
            if pairs and link.outer not in self.outer:
                self.chosen[link.outer] = pairs[0][1]
        if inside:
            self.chosen[at] = max(inside, key=lambda p: self._score(spot, p))

    def _is_under(self, spot: Spot, outer: Spot) -> bool:
        """May a comma hang a place that the gazetteer does not know there under this one ("Tolmo Seco, Colombia")?"""
        states = bool(outer.candidates) and all(p.type in ("first_level", "country") for p in outer.candidates[:1])
        known = any(p.type in ("country", "first_level") or p.population > MIDDLING for p in spot.candidates)
        is_name = not set(re.findall(r"[\w’']+", spot.text.casefold())) & words.NOT_PLACES and not spot.is_short
        return states and is_name and not known and not spot.is_person

    def _holds(self, outer: GazetteerPlace, inner: GazetteerPlace) -> bool:
        if outer.type == "country":
            return inner.country == outer.country and inner.id != outer.id
        return inner.country == outer.country and self.gazetteer.is_within(inner, outer)

    def _note(self, places: Iterable[GazetteerPlace | None]) -> None:
        """Count places that are settled as signs of where the document plays."""
        for place in list(places):
            if place:
                self.clues.countries[str(place.country)] += 1
                for holder in (place, *self.gazetteer.chain(place)):
                    if holder.type in _DIVISIONS:
                        self.clues.divisions[holder.id] += 1

    def _note_senses(self) -> None:
        """Remember what a name means where the words say so: it means the same throughout."""
        for at, place in self.chosen.items():
            if at in self.outer:
                self.senses.setdefault(_fold(self.spots[at].text), place)

    def _alone(self, at: int) -> None:
        spot = self.spots[at]
        if spot.form in ("demonym", "description", "clue") or (spot.is_person and at not in self.outer):
            return
        fitting = self._fitting(spot)
        sense = _fold(spot.text)
        if sense in self.senses and (self.senses[sense] is None or self.senses[sense] in fitting):
            self.chosen[at] = self.senses[sense]
            return
        ranked = sorted(fitting, key=lambda p: (-self._score(spot, p), p.id))
        if not ranked:
            if self._is_told(at):
                self.chosen[at] = None
            return
        best = ranked[0]
        if not self._is_place(spot, best):
            return
        rivals = [p for p in ranked[1:] if not self._same_spot(best, p)]
        if rivals and self._score(spot, best) - self._score(spot, rivals[0]) < MARGIN:
            sure = spot.is_strong or spot.form in ("dateline", "agency") or spot.is_attributive
            if sure and not is_given_name(spot.text) and not spot.is_scanned:
                self.chosen[at] = None
            return
        self.chosen[at] = None if self._is_foreign(best) or self._is_any_county(best, ranked) else best

    def _is_foreign(self, place: GazetteerPlace) -> bool:
        """Is it a lesser town of a country that the document never names? Writers name the country of those."""
        if place.type not in ("settlement", "second_level") or place.id.startswith("user:"):
            return False
        only = self.clues.only_country()
        return only is not None and place.population < FAMOUS and not self.clues.countries[str(place.country)]

    def _is_any_county(self, place: GazetteerPlace, ranked: Sequence[GazetteerPlace]) -> bool:
        """Is it one of many divisions of its name, with nothing in the document to choose it by?"""
        return place.type == "second_level" and len(ranked) > 1 and self._support(place) < 2.6

    def _same_spot(self, a: GazetteerPlace, b: GazetteerPlace) -> bool:
        if self.gazetteer.is_within(a, b) or self.gazetteer.is_within(b, a):
            return True
        return a.lat is not None and b.lat is not None and km_between(a, b) < 30

    def _fitting(self, spot: Spot) -> list[GazetteerPlace]:
        if spot.kind is None or any(p.id.startswith("user:") for p in spot.candidates):
            return list(spot.candidates)
        fits = words.FITS.get(spot.kind, frozenset())
        return [p for p in spot.candidates if p.type in fits]

    def _support(self, place: GazetteerPlace) -> float:
        """Weigh what the document says elsewhere for this place: 0 nothing, 3 its own division."""
        chain = self.gazetteer.chain(place)
        held = any(self.clues.divisions[p.id] for p in chain if p.type in _DIVISIONS)
        by_outlet = len(self.clues.outlet) > 4 and _fold(place.name).replace(" ", "") in self.clues.outlet
        return 3.0 * held + 2.5 * self.clues.share(place.country) + 1.0 * by_outlet

    def _score(self, spot: Spot, place: GazetteerPlace) -> float:
        score = math.log10(max(place.population, 10)) + self._support(place)
        key = _fold(spot.text)
        if place.id.startswith("user:"):
            score += 10
        if place.type == "settlement" and _fold(place.name) not in (key, _CITY_FIRST.get(key)):
            score -= 1.5 if place.population < MIDDLING else 0.3
        if place.type == "settlement" and key in _CITY_FIRST and _CITY_FIRST[key] == _fold(place.name):
            score += 2
        if place.type == spot.kind:
            score += 2
        if place.type in ("region", "water") and key == _fold(place.name):
            score += 6  # a short table made by hand: no hamlet of the name rivals it
        return score + {"country": 1.0, "settlement": 0.4, "second_level": -0.8}.get(place.type, 0.0)

    def _is_place(self, spot: Spot, place: GazetteerPlace) -> bool:
        """Is this spot sure enough to name a place, going by its size, its beside-words and the document?"""
        if place.id.startswith("user:") or spot.is_short or spot.form == "dateline":
            return True
        if spot.text.casefold() in words.NEVER:
            return False
        if (
            " " not in spot.text
            and is_given_name(spot.text)
            and not (spot.is_strong or spot.is_attributive or spot.form == "agency")
        ):
            return False
        if place.type == "region":
            return spot.is_strong or bool(spot.hint)  # "in the Amazon", not the firm
        if place.type in ("country", "first_level", "water") or spot.kind:
            return True
        supported = self._support(place) >= (
            1.5 if spot.is_strong or spot.is_attributive or spot.form == "agency" else 3
        )
        if place.type == "second_level":
            return " " in spot.text or (spot.is_strong and supported)
        if spot.is_scanned:
            is_main = _fold(place.name) == _fold(spot.text)
            return is_main and place.population >= (SMALL if supported and spot.is_strong else 4 * SMALL)
        if spot.is_strong or spot.form == "agency" or spot.is_attributive:
            return place.population >= SMALL or supported
        return place.population >= (SMALL if supported else MIDDLING)

    def _is_told(self, at: int) -> bool:
        """Do the words make a place of a name that the gazetteer does not know?"""
        spot = self.spots[at]
        if spot.is_short or spot.text.casefold() in words.NEVER:
            return False
        is_acronym = spot.text.isupper() and len(spot.text) < 6 and not spot.expansion and at not in self.outer
        if spot.is_scanned or is_acronym:
            return False
        if set(re.findall(r"[\w’']+", spot.text.casefold())) & words.NOT_PLACES:
            return False
        if spot.kind is not None or spot.expansion is not None:
            return True
        if spot.hint in ("near", "off", "outside") and not spot.opens:
            return True
        if at in self.outer and not self.outer[at].is_comma and self.spots[self.outer[at].outer].kind:
            return True  # "shelled X, in Y province"
        return at in self.outer and (spot.is_strong or bool(spot.hint) or spot.form == "dateline")


def _is_country(spot: Spot) -> bool:
    return bool(spot.candidates) and spot.candidates[0].type == "country"


def km_between(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Give the great-circle distance between two points, in km."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
