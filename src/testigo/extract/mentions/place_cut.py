"""A run of capitals cut down to the part that may name a place.

An organisation gives none, except an agency of a place ("Buffalo Police"), whose place is kept, and a state that opens
the name ("Georgia Bureau of …"), which is only a clue to where the text plays. A nationality word gives a demonym.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.name_words import ORDINARY, STARTERS
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.page import Sentence, Token
from testigo.reference import Gazetteer, GazetteerPlace, fold_name

_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}(?=\s)")
_CLASS_AFTER = re.compile(r" (County|Parish|Province|Governorate|District)\b")
_OPENERS = frozenset("New North South East West Old Great Port Fort Saint San Santa Lake".split())
_TOWN_BEFORE_NATION = 100_000  # people: a smaller town spelled like a nationality word needs its state beside it
_SIDES = words.DIRECTIONS | {"side", "end"}  # "the West Side", "South West": parts of places that go unnamed
_STATE_AFTER = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)")
_MONEY = re.compile(r"[$€£]|^.?\d|^.? dollar")  # "US$3.7m", "40 US dollars"
_LEAST_TOWN = 5_000  # people: a lesser place spelled like a street is the street


class Cutter:
    """Cuts the names of one sentence down to what may be a place."""

    def __init__(self, sentence: Sentence, gazetteer: Gazetteer) -> None:
        self.sentence, self.gazetteer = sentence, gazetteer
        self.starts = [t.start for t in sentence.tokens]

    def pieces(self, name: Name) -> Iterator[Spot]:
        """Give the spots inside a name, usually one or none."""
        sentence, end = self.sentence, name.end
        class_word = _CLASS_AFTER.match(sentence.text, name.end - sentence.start)
        if class_word:  # "Scott County Sheriff X": the class noun was cut off with the title
            end = sentence.start + class_word.end(1)
        tokens = sentence.tokens[bisect_left(self.starts, name.start) : bisect_left(self.starts, end)]
        lows = [t.lower for t in tokens]
        if not tokens or set(lows) <= _SIDES or (len(lows) == 1 and lows[0] in words.NOT_PLACES | words.CLASSES.keys()):
            return
        dotted = _DOTTED.match(name.text)
        agency = next((i for i, low in enumerate(lows) if low in words.AGENCIES), -1)
        if dotted and len(tokens) > 2:  # "U.S. Defense Department", "in Washington, D.C. The police"
            first = self.spot(name.start, name.start + dotted.end() - 1)
            yield first if lows[-1] in ORDINARY | STARTERS else first.but(form="clue")
        elif agency > 0:
            city = self.spot(name.start, tokens[agency - 1].end)
            if city.candidates:
                yield city.but(form="agency")
        else:
            yield from self._whole(name.start, end, tokens)

    def _whole(self, start: int, end: int, tokens: Sequence[Token]) -> Iterator[Spot]:
        """Take a run as one name where that can be, else cut it."""
        lows = [t.lower for t in tokens]
        whole = self._opened(start, end)
        is_street = len(tokens) > 1 and words.AFTER_NAME.get(lows[-1]) == "street" and _most_people(whole) < _LEAST_TOWN
        if countries_of(whole.text) and (not whole.candidates or self._is_nation(whole)):
            yield whole.but(form="demonym", candidates=())  # "Canadian winters", though Texas has a Canadian
        elif whole.candidates and not is_street:
            yield whole.but(kind=words.AFTER_NAME[lows[-1]]) if _says_class(lows, whole) else whole
        elif len(tokens) > 1 and lows[-1] in words.AFTER_NAME:
            yield from self._classed(whole, tokens, lows)
        elif len(tokens) > 2 and lows[0] in words.OF_NAMES and lows[1] == "of":
            yield from self._of(whole, tokens[2].start, words.OF_NAMES[lows[0]])
        elif set(lows) & words.NOT_PLACES:
            yield from self._clue(tokens)
        else:
            yield from self._cut(whole, tokens)

    def _opened(self, start: int, end: int) -> Spot:
        """Make a spot of a run, with a word before it that a sentence's start hid ("New Mexico troopers")."""
        at = bisect_left(self.starts, start)
        before = self.sentence.tokens[at - 1] if at else None
        if before and before.text in _OPENERS and before.end + 1 == start:
            longer = self.spot(before.start, end)
            if longer.candidates:
                return longer
        return self.spot(start, end)

    def spot(self, start: int, end: int) -> Spot:
        """Make a spot of these words, with what the gazetteer knows by their name."""
        sentence = self.sentence
        text = sentence.text[start - sentence.start : end - sentence.start]
        after_comma = sentence.text[max(0, start - sentence.start - 3) : start - sentence.start].rstrip().endswith(",")
        dotted = sentence.text[end - sentence.start : end - sentence.start + 1] == "."
        if dotted and text.lower() not in words.NOT_STATES and ("." in text or (len(text) <= 5 and after_comma)):
            known = self.gazetteer.lookup(text)
            spelled = () if after_comma else tuple(p for p in known if text + "." in p.names)  # "L.A."
            states = spelled or tuple(p for p in known if p.type in ("first_level", "country"))
            if states:
                return Spot(start, end + 1, sentence.index, text + ".", is_short=True, candidates=states)
        beside = sentence.text[max(0, start - sentence.start - 1) : start - sentence.start]
        beside += sentence.text[end - sentence.start : end - sentence.start + 8]
        is_money = text in words.SHORT_COUNTRIES and _MONEY.search(beside)
        is_title = text.lower() in words.NOT_STATES and "." in text
        candidates = () if is_money or is_title else self.gazetteer.lookup(text)
        is_code = len(text) <= 4 and (text.isupper() or "." in text)
        if is_code:
            kinds = ("country",) * (text in words.SHORT_COUNTRIES) + ("first_level",) * after_comma
            candidates = tuple(p for p in candidates if p.type in kinds or _is_city(text, p))
            is_code = not (candidates and _is_city(text, candidates[0]))
        elif len(text) <= 5 and not after_comma:
            candidates = tuple(p for p in candidates if _is_spelled(text, p))
        return Spot(start, end, sentence.index, text, is_short=is_code, candidates=candidates)

    def _is_nation(self, spot: Spot) -> bool:
        """Is it a nationality word, though some town is spelled like it ("Canadian winters", but "Canadian, Texas")?"""
        if not countries_of(spot.text) or spot.is_state or _most_people(spot) >= _TOWN_BEFORE_NATION:
            return False
        state = _STATE_AFTER.match(self.sentence.text, spot.end - self.sentence.start)
        known = self.gazetteer.lookup(state.group(1)) if state and not countries_of(state.group(1)) else ()
        return not (known and known[0].type == "first_level")

    def _classed(self, whole: Spot, tokens: Sequence[Token], lows: list[str]) -> Iterator[Spot]:
        """Read a name that ends in its class noun: "Tisza River", "Anbar Province", but not "Circuit Court"."""
        kind = words.AFTER_NAME[lows[-1]]
        bare = self.spot(whole.start, tokens[-2].end)
        is_court = lows[-1] == "court" and bool(set(lows) & words.COURTS)
        needs_known = lows[-1] in ("state", "city", "area")
        if is_court or (needs_known and not bare.candidates):
            return
        is_own = kind in words.OWN_CLASS and lows[-1] != "region"
        yield whole.but(kind=kind, candidates=() if is_own else bare.candidates)

    def _of(self, whole: Spot, start: int, kind: str) -> Iterator[Spot]:
        """Read a name that opens with its class noun: "Gulf of Aden" is the name, "Province of X" is X."""
        rest = self.spot(start, whole.end)
        if kind in ("water", "region"):
            yield whole.but(kind=kind)
        elif rest.candidates:
            yield rest.but(kind=kind)

    def _clue(self, tokens: Sequence[Token]) -> Iterator[Spot]:
        """Take the state or country that opens an organisation's name as a clue only."""
        for count in (2, 1):
            spot = self.spot(tokens[0].start, tokens[min(count, len(tokens)) - 1].end)
            if spot.is_state:
                yield spot.but(form="clue")
                return

    def _cut(self, whole: Spot, tokens: Sequence[Token]) -> Iterator[Spot]:
        """Cut a run that the gazetteer does not know: a direction or demonym before, a state behind."""
        first = 0
        while first < len(tokens) - 1 and tokens[first].lower in words.DIRECTIONS:
            first += 1
        if first < len(tokens) - 1 and countries_of(tokens[first].text):
            yield self.spot(tokens[first].start, tokens[first].end).but(form="demonym", candidates=())
            first += 1
        if first:
            rest = self.spot(tokens[first].start, tokens[-1].end)
            yield rest if rest.candidates else whole
            return
        for cut in range(len(tokens) - 1, max(0, len(tokens) - 3), -1):
            head = self.spot(tokens[0].start, tokens[cut - 1].end)
            tail = self.spot(tokens[cut].start, tokens[-1].end)
            states = {p.country for p in tail.candidates if p.type in ("country", "first_level")}
            if not is_given_name(head.text) and any(p.country in states for p in head.candidates):
                yield head
                yield tail
                return
        yield whole


def _most_people(spot: Spot) -> int:
    return max((p.population for p in spot.candidates), default=0)


def _is_city(text: str, place: GazetteerPlace) -> bool:
    """Do four capitals name a city ("LIMA, Peru"), rather than a code?"""
    is_large = place.type == "settlement" and place.population >= _TOWN_BEFORE_NATION
    return len(text) == 4 and is_large and fold_name(place.name) == fold_name(text)


def _is_spelled(text: str, place: GazetteerPlace) -> bool:
    """Is this short name the place's main one? Alternate names so short are codes and words ("Are", "Mass")."""
    is_main = fold_name(place.name) == fold_name(text)
    return is_main or (place.type == "country" and len(text) > 3) or (len(text) > 3 and place.country != "US")


def _says_class(lows: list[str], spot: Spot) -> bool:
    """Does the name end in a class noun that its gazetteer entries bear out ("Jackson County")?"""
    kind = words.AFTER_NAME.get(lows[-1]) if len(lows) > 1 else None
    return kind is not None and kind != "settlement" and any(p.type in words.FITS[kind] for p in spot.candidates)
