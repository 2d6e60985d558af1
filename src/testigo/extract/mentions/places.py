"""The places that a report names, each under what contains it; without a point where nobody knows one.

Three steps: spots (words that may name a place, `place_spots`), links (what the words hang under what, `place_links`)
and the choice (`place_choose`). Here the chosen become records: one for each real place, in order of first mention.
A place that the gazetteer does not know hangs under the smallest container that the text gives and has no point.
Every point has a radius in km: a division's is the distance that holds its settlements, a town's goes by its people.
Countries have no point.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.found import Containment, Name, PlaceCandidate, PlaceMention, Places
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_choose import Chooser
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.place_links import Link, find_links
from testigo.extract.mentions.place_spots import find_spots
from testigo.extract.page import Page
from testigo.records import Place
from testigo.records.codes import PlaceType
from testigo.reference import Gazetteer, GazetteerPlace, fold_name, radius_km_of

_WEIGHED = 5  # candidates kept beside each place


@dataclass
class _Found:
    """A place in the making."""

    key: str
    known: GazetteerPlace | None
    kind: str
    country: str | None
    spots: list[int] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


def find_places(page: Page, gazetteer: Gazetteer, names: Sequence[Name], outlet: str | None = None) -> Places:
    """Find the places of a document, their mentions and the containments that the words say."""
    spots = find_spots(page, gazetteer, names)
    links = find_links(page, spots)
    chooser = Chooser(gazetteer, page, spots, links, outlet or page.document.outlet)
    chosen = chooser.choose()
    maker = _Maker(page, gazetteer, spots, chosen, chooser.only_country())
    maker.in_words = frozenset(link.inner for link in links if not link.is_comma and link.inner in chooser.outer)
    maker.gather()
    maker.hang([link for link in links if link.inner in chooser.outer])
    return replace(maker.places(), weighed=maker.weighed(chooser))


class _Maker:
    def __init__(
        self, page: Page, gazetteer: Gazetteer, spots: Sequence[Spot], chosen: dict[int, GazetteerPlace | None],
        country: str | None,
    ) -> None:  # fmt: skip
        self.page, self.gazetteer, self.spots, self.chosen, self.country = page, gazetteer, spots, chosen, country
        self.found: dict[str, _Found] = {}
        self.at: dict[int, str] = {}
        self.in_words: frozenset[int] = frozenset()
        self.contained: list[tuple[str, str, Link]] = []

    def gather(self) -> None:
        """Bring the spots of one place together; demonyms and descriptions join what is there."""
        for at, spot in enumerate(self.spots):
            if at in self.chosen:
                is_site = (
                    spot.kind is None and spot.hint == "at" and at in self.in_words and self.page.text[spot.end] == " "
                )
                self._add(at, self.chosen[at], "site" if is_site else spot.kind)
        for at, spot in enumerate(self.spots):
            if at not in self.chosen and spot.form == "name" and not spot.is_person:
                known = f"name:{fold_name(spot.text)}"
                if known in self.found:
                    self._join(at, known)
        for at, spot in enumerate(self.spots):
            if spot.form == "demonym":
                self._demonym(at, spot)
        self._descriptions()

    def _add(self, at: int, place: GazetteerPlace | None, kind: str | None) -> None:
        key = place.id if place else f"name:{fold_name(self.spots[at].text)}"
        if key not in self.found:
            country = place.country if place else self.country
            unknown = "settlement" if self.spots[at].form in ("agency", "dateline") else kind or "settlement"
            self.found[key] = _Found(key, place, place.type if place else unknown, country)
        self._join(at, key)

    def _join(self, at: int, key: str) -> None:
        self.found[key].spots.append(at)
        self.at[at] = key

    def _demonym(self, at: int, spot: Spot) -> None:
        codes = countries_of(spot.text)
        holders = [self.gazetteer.country(code) for code in codes]
        told = [h for h in holders if h and h.id in self.found] or holders[:1]
        if not told or told[0] is None:
            return
        following = re.match(r"\s+(?:[\w-]+\s+)?([\w-]+)", self.page.text[spot.end : spot.end + 60])
        is_land = bool(following) and following.group(1).lower() in words.LAND  # type: ignore[union-attr]
        first = re.match(r"\s+([\w-]+)", self.page.text[spot.end : spot.end + 40])
        is_land = is_land or (bool(first) and first.group(1).lower() in words.LAND)  # type: ignore[union-attr]
        if told[0].id in self.found:
            self._join(at, told[0].id)
        elif is_land:
            self._add(at, told[0], None)

    def _descriptions(self) -> None:
        """Take "the town" for the first settlement told before it, "the province" for the one told last."""
        first: str | None = None
        last: dict[str, str] = {}
        for at, spot in enumerate(self.spots):
            key = self.at.get(at)
            if spot.form == "description":
                key = first if spot.kind == "settlement" else last.get(str(spot.kind))
                if key:
                    self._join(at, key)
            elif key and spot.form in ("name", "dateline", "agency"):
                kind = self.found[key].kind
                last[kind] = key
                if kind == "settlement" and spot.form == "name" and spot.hint != "from":
                    first = first or key

    def hang(self, links: Sequence[Link]) -> None:
        """Hang places under what the words say contains them."""
        for link in links:
            inner, outer = self.at.get(link.inner), self.at.get(link.outer)
            if inner is None or outer is None or inner == outer:
                continue
            a, b = self.found[inner], self.found[outer]
            if a.known and b.known and not self._holds(b.known, a.known):
                continue
            if not a.known:
                if b.kind in ("settlement", "site", "street") and a.kind in ("country", "first_level"):
                    continue
                a.country = b.country or a.country
                if outer not in a.within:
                    a.within.append(outer)
            self.contained.append((inner, outer, link))

    def _holds(self, outer: GazetteerPlace, inner: GazetteerPlace) -> bool:
        if outer.type == "country":
            return inner.country == outer.country
        return self.gazetteer.is_within(inner, outer)

    def places(self) -> Places:
        """Make the records, in order of first mention."""
        order = sorted(self.found.values(), key=lambda f: min(self.spots[i].start for i in f.spots))
        ids = {found.key: f"p{n}" for n, found in enumerate(order, 1)}
        records = tuple(self._record(found, ids) for found in order)
        mentions = tuple(self._mention(at, ids[self.at[at]]) for at in sorted(self.at))
        containments = tuple(
            Containment(ids[inner], ids[outer], link.start, link.end, link.sentence)
            for inner, outer, link in self.contained
        )
        return Places(records, mentions, containments)

    def weighed(self, chooser: Chooser) -> tuple[tuple[str, tuple[PlaceCandidate, ...]], ...]:
        """List the candidates of each place's first name, by the place's id."""
        order = sorted(self.found.values(), key=lambda f: min(self.spots[i].start for i in f.spots))
        told = []
        for number, found in enumerate(order, 1):
            ranked = chooser.ranked[min(found.spots, key=lambda i: (not chooser.ranked[i], i))][:_WEIGHED]
            candidates = tuple(
                PlaceCandidate(c.place.id, c.place.name, c.place.country, round(c.chance, 3)) for c in ranked
            )
            told.append((f"p{number}", candidates))
        return tuple(told)

    def _mention(self, at: int, place: str) -> PlaceMention:
        spot = self.spots[at]
        return PlaceMention(spot.start, spot.end, spot.sentence, place, spot.form, spot.hint)

    def _record(self, found: _Found, ids: dict[str, str]) -> Place:
        name, others = self._names(found)
        within = self._within(found)
        place = found.known
        kind: PlaceType = found.kind  # type: ignore[assignment]
        has_point = place is not None and place.lat is not None and place.type != "country"
        told = self.found[within[0]].kind if within else "country" if found.country else "unknown"
        precision = kind if has_point or kind == "country" else told
        return Place(
            id=ids[found.key], type=kind, name=name, names=others, within=tuple(ids[key] for key in within),
            country=found.country, gazetteer=_outside_id(place),
            lat=place.lat if place and has_point else None, lon=place.lon if place and has_point else None,
            precision=precision, radius_km=radius_km_of(place) if place and has_point else None,  # type: ignore[arg-type]
            derived=bool(place and place.derived and has_point),
            mentions=tuple(sorted((self.spots[i].start, self.spots[i].end) for i in found.spots if self._is_naming(i))),
        )  # fmt: skip

    def _is_naming(self, at: int) -> bool:
        return self.spots[at].form != "demonym" or len(self.found[self.at[at]].spots) == 1

    def _names(self, found: _Found) -> tuple[str, tuple[str, ...]]:
        spots = [self.spots[i] for i in sorted(found.spots)]
        written = [s.text for s in spots if s.form in ("name", "dateline", "agency") and not s.is_short]
        written = list(dict.fromkeys(text for text in written if not text.isupper() or len(text) < 6))
        natural = [t for t in written if not t.isupper()]
        known = found.known.name if found.known else None
        fallback = known or (written[0] if written else spots[0].text.title())
        name = natural[0] if natural else fallback
        others = [s.text for s in spots if s.is_short] + written
        others += [self.page.text[slice(*s.expansion)] for s in spots if s.expansion]
        return name, tuple(dict.fromkeys(t for t in others if t != name))

    def _within(self, found: _Found) -> list[str]:
        if found.known:
            chain = [p.id for p in self.gazetteer.chain(found.known) if p.id in self.found and p.id != found.key]
            return chain[:1]
        if found.within:
            return found.within[:1]
        country = self.gazetteer.country(found.country) if found.country else None
        return [country.id] if country and country.id in self.found and country.id != found.key else []


def _outside_id(place: GazetteerPlace | None) -> str | None:
    """Give the id that a record may carry: GeoNames' or the user's; our own regions have none outside."""
    return place.id if place and place.id.startswith(("geonames:", "user:")) else None
