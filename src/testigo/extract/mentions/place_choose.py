"""Which spots are places, and which place of the gazetteer each means, or none.

Every name's candidates come ranked by the whole document (`place_rank`). What the words hang a name under decides first;
a bare name must be sure enough to be a place's (`place_named`). Where two places far apart remain close, neither is
taken: the name stays without a point. So does a lesser town of a country that the document never names.
"""

import re
from collections import Counter
from collections.abc import Sequence

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.place_links import Link
from testigo.extract.mentions.place_named import chance_of, features_of
from testigo.extract.mentions.place_rank import SURE, TOWNS, Candidate, Ranker, Vector, sureness
from testigo.extract.mentions.place_senses import fold
from testigo.extract.page import Page
from testigo.reference import Gazetteer, GazetteerPlace

NAMED = 0.5  # the chance from which a bare name is a place's
LAND_NAMED = 0.97  # the same for a stretch of land without "the" or "in": firms are called so too
MIDDLING = 100_000  # people of a town that stands in its own right beside a state's name
FAMOUS = 300_000  # a city that is told without its country in reports from another
_UNNAMED = frozenset(("street", "site"))  # kinds that the gazetteer does not have


class Chooser:
    """Chooses places for the spots of one document."""

    def __init__(
        self, gazetteer: Gazetteer, page: Page, spots: Sequence[Spot], links: Sequence[Link], outlet: str | None
    ) -> None:
        self.gazetteer, self.page, self.spots = gazetteer, page, spots
        self.outer = {link.inner: link for link in links}
        self.ranker = Ranker(gazetteer, spots, links, outlet)
        self.ranked = [self._fitting(at, found) for at, found in enumerate(self.ranker.rank())]
        self.countries: Counter[str] = Counter()
        self.chosen: dict[int, GazetteerPlace | None] = {}
        self.senses: dict[str, GazetteerPlace | None] = {}
        self._named: dict[int, bool] = {}
        self._sure: dict[int, float] = {}
        self._american = bool(words.AMERICAN.search(page.text))
        self._same: dict[str, list[Spot]] = {}
        for spot in spots:
            self._same.setdefault(fold(spot.text), []).append(spot)
        self._ordinary = {t.text for s in page.sentences for t in s.tokens if not t.is_capital}

    def choose(self) -> dict[int, GazetteerPlace | None]:
        """Give the place of every spot that is one: None for a place that the gazetteer does not know."""
        self._count_countries()
        for at in range(len(self.spots)):
            if at in self.outer:
                self._pair(at)
        for at, place in self.chosen.items():
            if at in self.outer:  # what a name means where the words say so, it means throughout
                self.senses.setdefault(fold(self.spots[at].text), place)
        for at in range(len(self.spots)):
            if at not in self.chosen:
                self._alone(at)
        return self.chosen

    def _count_countries(self) -> None:
        """Count in which countries the names that are places' lie, nationality words by half."""
        for at, spot in enumerate(self.spots):
            if spot.form == "demonym":
                for code in countries_of(spot.text):
                    self.countries[code] += 0.5 / len(countries_of(spot.text))  # type: ignore[assignment]
            elif self.ranked[at] and (at in self.outer or self._is_place(at, self.ranked[at][0].place)):
                for found in self.ranked[at][:5]:
                    self.countries[str(found.place.country)] += found.chance  # type: ignore[assignment]

    def only_country(self) -> str | None:
        """Give the country that the signs agree on, None where two compete."""
        signs = Counter(self.countries)
        if self._american:
            signs["US"] += 1
        total, best = sum(signs.values()), sorted(signs.items(), key=lambda pair: (-pair[1], pair[0]))[:1]
        return best[0][0] if best and best[0][1] >= 0.7 * total else None

    def named(self, at: int) -> Vector | None:
        """Give the features by which a spot is judged to be a place's name; None where the gazetteer has none."""
        best = self.ranker.best(at)
        if best is None:
            return None
        spot = self.spots[at]
        others = self._same[fold(spot.text)][:20]
        around = self.page.text[max(0, spot.start - 30) : spot.start], self.page.text[spot.end : spot.end + 3]
        return features_of(spot, others, *best, around, spot.text.lower() in self._ordinary)

    def _fitting(self, at: int, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        spot = self.spots[at]
        if spot.kind is None or any(c.place.id.startswith("user:") for c in found):
            return found
        fits = words.FITS.get(spot.kind, frozenset())
        return tuple(c for c in found if c.place.type in fits)

    def _pair(self, at: int) -> None:
        """Resolve a spot together with the one that the words hang it under."""
        link = self.outer[at]
        spot, outer = self.spots[at], self.spots[link.outer]
        if link.is_comma and _is_country(spot) and _is_country(outer):
            del self.outer[at]  # "Colombia, Brazil and Guyana" is a list
            return
        if outer.form == "demonym":
            codes = countries_of(outer.text)
            inside = [c.place for c in self.ranked[at] if c.place.country in codes]
            if inside:
                self.chosen[at] = inside[0]
            return
        holders = [c for c in self.ranked[link.outer] if c.place.type not in TOWNS or not link.is_comma]
        pairs = [(p, q) for p in self.ranked[at] for q in holders if self._holds(q.place, p.place)]
        if pairs:
            inner, holder = max(pairs, key=lambda pair: pair[0].chance * pair[1].chance)
            self.chosen[at] = inner.place
            if link.outer not in self.outer:
                self.chosen[link.outer] = holder.place
        elif link.is_comma and self._is_under(spot, outer):
            self.chosen[link.outer] = self.ranked[link.outer][0].place
            self.chosen[at] = None
        elif link.is_comma:
            del self.outer[at]

    def _is_under(self, spot: Spot, outer: Spot) -> bool:
        """May a comma hang a place that the gazetteer does not know there under this one ("Tolmo Seco, Colombia")?"""
        states = outer.is_state and bool(self.ranker.of)
        known = any(p.type in ("country", "first_level") or p.population > MIDDLING for p in spot.candidates)
        is_name = not set(re.findall(r"[\w’']+", spot.text.casefold())) & words.NOT_PLACES and not spot.is_short
        return states and is_name and not known and not spot.is_person

    def _holds(self, outer: GazetteerPlace, inner: GazetteerPlace) -> bool:
        if outer.type == "country":
            return inner.country == outer.country and inner.id != outer.id
        return inner.country == outer.country and self.gazetteer.is_within(inner, outer)

    def _alone(self, at: int) -> None:
        spot = self.spots[at]
        if spot.form in ("demonym", "description", "clue") or (spot.is_person and at not in self.outer):
            return
        ranked = self.ranked[at]
        sense = fold(spot.text)
        if sense in self.senses and (self.senses[sense] is None or any(c.place == self.senses[sense] for c in ranked)):
            self.chosen[at] = self.senses[sense]
            return
        if not ranked:
            if self._is_told(at):
                self.chosen[at] = None
            return
        if not self._is_place(at, ranked[0].place):
            return
        best = ranked[0].place
        number = self.ranker.of[at]
        if number not in self._sure:
            self._sure[number] = sureness(self.gazetteer, ranked)
        if self._sure[number] < SURE:
            sure = spot.is_strong or spot.form in ("dateline", "agency") or spot.is_attributive
            if sure and not is_given_name(spot.text) and not spot.is_scanned:
                self.chosen[at] = None
            return
        self.chosen[at] = None if self._is_foreign(best) else best

    def _is_foreign(self, place: GazetteerPlace) -> bool:
        """Is it a lesser town of a country that the document never names? Writers name the country of those."""
        if place.type not in TOWNS | {"second_level"} or place.id.startswith("user:"):
            return False
        only = self.only_country()
        told = self.countries[str(place.country)] > 1.5 or only == place.country
        return only is not None and place.population < FAMOUS and not told

    def _is_place(self, at: int, place: GazetteerPlace) -> bool:
        """Is this spot sure enough to name a place?"""
        if at not in self._named:
            self._named[at] = self._judge(at, place)
        return self._named[at]

    def _judge(self, at: int, place: GazetteerPlace) -> bool:
        spot = self.spots[at]
        if place.id.startswith("user:") or spot.is_short or spot.form == "dateline":
            return True
        if spot.text.casefold() in words.NEVER:
            return False
        vector = self.named(at)
        least = LAND_NAMED if place.type == "region" and not self._is_placed(spot) else NAMED
        return vector is not None and chance_of(vector) >= least

    def _is_placed(self, spot: Spot) -> bool:
        """Do "in" or "the" stand before this name anywhere in the document?"""
        same = self._same[fold(spot.text)][:20]
        before = (self.page.text[max(0, s.start - 4) : s.start].lower() for s in same)
        return any(s.is_strong or s.hint in words.PLACING for s in same) or "the " in before

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
        is_ordinary = spot.opens and not spot.hint and not spot.is_strong
        if (
            at in self.outer
            and not self.outer[at].is_comma
            and self.spots[self.outer[at].outer].kind
            and not is_ordinary
        ):
            return True  # "shelled X, in Y province", but not "Drivers in the city"
        return at in self.outer and (spot.is_strong or bool(spot.hint) or spot.form == "dateline")


def _is_country(spot: Spot) -> bool:
    return bool(spot.candidates) and spot.candidates[0].type == "country"
