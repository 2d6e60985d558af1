"""Where a text may name a place: names cut down to their place part.

Runs that name an organisation give no spot, except an agency of a place ("Buffalo Police"), whose place is kept, and a
state that opens the name ("Georgia Bureau of …"), which is only a clue to where the text plays. Where capitals show
nothing (headlines, teletype, datelines) the gazetteer is asked after prepositions and commas.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.name_words import ORDINARY, STARTERS
from testigo.extract.mentions.names import is_headline_case, is_shouted
from testigo.extract.mentions.place_beside import Spot, judged, share_class
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.titles import ROLES, TITLES
from testigo.extract.page import Page, Sentence, Token
from testigo.reference import Gazetteer, GazetteerPlace, fold_name

_CLASS_AFTER = re.compile(r" (County|Parish|Province|Governorate|District)\b")
_DESCRIPTION = re.compile(
    r"\b(?:the|this|that)\s+(?:same\s+)?(town|city|village|hamlet|province|state|district|county|region|island)\b"
    r"(?!\s+(?:of\s+[A-Z]|[a-z]+(?:man|woman|men)\b|council|hall|police|government|court|capital|media|tv|television"
    r"|department|attorney|official|house))"
)
_OPENING = re.compile(
    r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}){0,2})"
    r"(?:, [A-Z][a-z]+\.? \d{1,2})?\s*(?:\([^()\n]{1,40}\))?\s*(?:--|[–—:-])(?=\s)"
)
_OPENERS = frozenset("New North South East West Old Great Port Fort Saint San Santa Lake".split())
_TOWN_BEFORE_NATION = (
    100_000  # people: a smaller town that is spelled like a nationality word needs its state beside it
)
_SIDES = words.DIRECTIONS | {"side", "end"}  # "the West Side", "South West": parts of places that go unnamed
_BRACKETED = re.compile(
    r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?) \([A-Z][A-Za-z. /]{1,30}\)(?=\s)"
)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}(?=\s)")
_TITLED = re.compile(r"([A-Za-z’'-]+)\.?\s+$")


def find_spots(page: Page, gazetteer: Gazetteer, names: Sequence[Name]) -> tuple[Spot, ...]:
    """Find the spots of a document, in text order, none inside another."""
    surnames = _surnames(page, names, gazetteer)
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    shouted = is_shouted(page)
    found: list[Spot] = []
    for sentence in page.sentences:
        own = by_sentence.get(sentence.index, [])
        loud = shouted or sentence.kind == "dateline" or is_headline_case(sentence)
        found.extend(_in_sentence(page, sentence, own, loud, (gazetteer, surnames)))
        found.extend(_descriptions(sentence))
    return share_class(_apart(found), page.text)


def _in_sentence(
    page: Page, sentence: Sentence, own: list[Name], loud: bool, known: tuple[Gazetteer, frozenset[str]]
) -> Iterator[Spot]:
    gazetteer, surnames = known
    opening = sentence.end if sentence.kind == "dateline" else _opening_end(page, sentence)
    scanned = list(_scanned(sentence, gazetteer, sentence.end if loud else opening)) if loud or opening else []
    blind = {name.start for name in scanned} if loud and sentence.kind != "dateline" else set()
    cutter = _Cutter(sentence, gazetteer)
    for name in _join(own, scanned) if scanned else own:
        for piece in cutter.pieces(name):
            opens = name.is_sentence_start and piece.start == name.start
            spot = judged(piece.but(opens=opens, is_scanned=name.start in blind), sentence, surnames)
            if spot.end <= opening + 1 and spot.form not in ("demonym", "clue"):
                yield spot.but(form="dateline", is_strong=True, is_person=False, is_scanned=False)
            else:
                yield spot


def _opening_end(page: Page, sentence: Sentence) -> int:
    """Give the end of a dateline that opens a paragraph ("BUFFALO, N.Y. (WIVB) –"), 0 where there is none."""
    before = page.sentences[sentence.index - 1] if sentence.index else None
    if before and before.paragraph == sentence.paragraph and "\n" not in page.text[before.end : sentence.start]:
        return 0
    found = _OPENING.match(page.text, sentence.start)
    if not found and sentence.paragraph == page.sentences[0].paragraph:
        found = _BRACKETED.match(page.text, sentence.start)  # "Washington (CNN)"
    return found.end(1) if found else 0


def _apart(spots: list[Spot]) -> tuple[Spot, ...]:
    """Put spots in order, and drop those that stand in an earlier one or in its expansion."""
    kept: list[Spot] = []
    end = -1
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        if spot.start >= end:
            kept.append(spot)
            end = max(end, spot.end, spot.expansion[1] if spot.expansion else 0)
    return tuple(kept)


def _join(names: list[Name], more: list[Name]) -> list[Name]:
    """Put two lists of names together; of two that overlap, the longer stays."""
    joined: list[Name] = []
    for name in sorted([*names, *more], key=lambda n: (n.start, -n.end)):
        if not joined or name.start >= joined[-1].end:
            joined.append(name)
        elif name.end - name.start > joined[-1].end - joined[-1].start:
            joined[-1] = name
    return joined


def _scanned(sentence: Sentence, gazetteer: Gazetteer, stop: int) -> Iterator[Name]:
    """Find, where capitals show nothing, what the gazetteer knows after a preposition, a comma or at the start."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens) and tokens[at].end <= stop:
        before = tokens[at - 1].lower if at else ""
        opens = at == 0 or before in words.PLACING | words.LOOSE | {",", "the", ":", "-", "–", "—"}
        if not opens or not tokens[at].is_capital or tokens[at].lower in words.NEVER:
            at += 1
            continue
        for end in range(min(len(tokens), at + 4), at, -1):
            text = sentence.text[tokens[at].start - sentence.start : tokens[end - 1].end - sentence.start]
            if (
                "," not in text
                and (len(text) > 3 or "." in text)
                and tokens[end - 1].text[0].isalnum()
                and gazetteer.lookup(text)
            ):
                yield Name(tokens[at].start, tokens[end - 1].end, sentence.index, text, is_sentence_start=at == 0)
                at = end - 1
                break
        at += 1


def _surnames(page: Page, names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    """Collect the words of names that the document uses for people, first given names left out."""
    found: set[str] = set()
    for name in names:
        parts = [p.casefold() for p in re.split(r"[\s.]+", name.text) if p]
        if _is_titled(page, name):
            found.update(parts)
            continue
        is_full = len(parts) in (2, 3) and is_given_name(parts[0]) and parts[-1] not in words.AFTER_NAME
        if is_full and not set(parts) & words.NOT_PLACES and not gazetteer.lookup(name.text):
            found.update(parts[1:])
    return frozenset(found)


def _is_titled(page: Page, name: Name) -> bool:
    """Does a title or a role stand right before ("Sheriff X", "spokesman X", "Mr. X")?"""
    begun = max(page.sentences[name.sentence].start, name.start - 25)
    before = _TITLED.search(page.text[begun : name.start])
    return before is not None and before.group(1).lower() in TITLES | ROLES


class _Cutter:
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
        if dotted and len(tokens) > 2:  # "U.S. Defense Department", "in Washington, D.C. The police"
            first = self.spot(name.start, name.start + dotted.end() - 1)
            yield first if lows[-1] in ORDINARY | STARTERS else first.but(form="clue")
            return
        before = sentence.tokens[bisect_left(self.starts, name.start) - 1] if name.start > self.starts[0] else None
        opening = before.start if before and before.text in _OPENERS and before.end + 1 == name.start else name.start
        whole = self.spot(opening, end)  # a sentence that opens with "New Mexico"
        whole = whole if whole.candidates else self.spot(name.start, end)
        agency = next((i for i, low in enumerate(lows) if low in words.AGENCIES), -1)
        if agency > 0:
            city = self.spot(name.start, tokens[agency - 1].end)
            if city.candidates:
                yield city.but(form="agency")
        elif countries_of(whole.text) and not whole.is_state and _most_people(whole) < _TOWN_BEFORE_NATION:
            yield whole.but(form="demonym", candidates=())  # "Canadian winters", though Texas has a Canadian
        elif whole.candidates and agency < 0:
            yield whole.but(kind=words.AFTER_NAME[lows[-1]]) if _says_class(lows, whole) else whole
        elif countries_of(whole.text):
            yield whole.but(form="demonym")
        elif len(tokens) > 1 and lows[-1] in words.AFTER_NAME:
            yield from self._classed(whole, tokens, lows)
        elif len(tokens) > 2 and lows[0] in words.OF_NAMES and lows[1] == "of":
            yield from self._of(whole, tokens[2].start, words.OF_NAMES[lows[0]])
        elif set(lows) & words.NOT_PLACES:
            yield from self._clue(tokens)
        else:
            yield from self._cut(whole, tokens)

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
        candidates = self.gazetteer.lookup(text)
        is_code = len(text) <= 4 and (text.isupper() or "." in text)
        if is_code:
            kinds = ("country",) * (text in words.SHORT_COUNTRIES) + ("first_level",) * after_comma
            candidates = tuple(p for p in candidates if p.type in kinds)
        elif len(text) <= 5 and not after_comma:
            candidates = tuple(p for p in candidates if _is_spelled(text, p))
        return Spot(start, end, sentence.index, text, is_short=is_code, candidates=candidates)

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


def _is_spelled(text: str, place: GazetteerPlace) -> bool:
    """Is this short name the place's main one? Alternate names so short are codes and words ("Are", "Mass")."""
    is_main = fold_name(place.name) == fold_name(text)
    return is_main or (place.type == "country" and len(text) > 3) or (len(text) > 3 and place.country != "US")


def _says_class(lows: list[str], spot: Spot) -> bool:
    """Does the name end in a class noun that its gazetteer entries bear out ("Jackson County")?"""
    kind = words.AFTER_NAME.get(lows[-1]) if len(lows) > 1 else None
    return kind is not None and kind != "settlement" and any(p.type in words.FITS[kind] for p in spot.candidates)


def _descriptions(sentence: Sentence) -> Iterator[Spot]:
    """Find "the town", "the same province"."""
    for found in _DESCRIPTION.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        yield Spot(
            start, end, sentence.index, found.group(1), form="description", kind=words.CLASSES[found.group(1)],
            full_start=start, full_end=end,
        )  # fmt: skip
