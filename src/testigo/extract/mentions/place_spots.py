"""Where a text may name a place: names cut down to their place part.

Runs that name an organisation give no spot, except an agency of a place ("Buffalo Police"), whose place is kept, and a
state that opens the name ("Georgia Bureau of …"), which is only a clue to where the text plays. Where capitals show
nothing (headlines, teletype, datelines) the gazetteer is asked after prepositions and commas.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.names import is_headline_case, is_shouted
from testigo.extract.mentions.place_beside import Spot, judged, share_class
from testigo.extract.mentions.place_cut import Cutter
from testigo.extract.mentions.titles import ROLES, TITLES
from testigo.extract.page import Page, Sentence
from testigo.reference import Gazetteer

_DESCRIPTION = re.compile(
    r"\b(?:the|this|that)\s+(?:same\s+)?(town|city|village|hamlet|province|state|district|county|region|island)\b"
    r"(?!\s+(?:of\s+[A-Z]|[a-z]+(?:man|woman|men)\b|council|hall|police|government|court|capital|media|tv|television"
    r"|department|attorney|official|house))"
)
_OPENING = re.compile(
    r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}){0,2})"
    r"(?:, [A-Z][a-z]+\.? \d{1,2})?\s*(?:\([^()\n]{1,40}\))?\s*(?:--|[–—:-])(?=\s)"
)
_BRACKETED = re.compile(
    r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?) \([A-Z][A-Za-z. /]{1,30}\)(?=\s)"
)
_BASED = re.compile(r"\b(?:The )?([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})-(?:based|born|trained|bound)\b")
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
    cutter = Cutter(sentence, gazetteer)
    based = list(_based(sentence, cutter))
    yield from based
    for name in _join(own, scanned) if scanned else own:
        for piece in cutter.pieces(name):
            if any(piece.start < b.end and b.start < piece.end for b in based):
                continue
            opens = name.is_sentence_start and piece.start == name.start
            spot = judged(piece.but(opens=opens, is_scanned=name.start in blind), sentence, surnames)
            if spot.end <= opening + 1 and spot.form not in ("demonym", "clue"):
                yield spot.but(form="dateline", is_strong=True, is_person=False, is_scanned=False)
            else:
                yield spot


def _based(sentence: Sentence, cutter: Cutter) -> Iterator[Spot]:
    """Find the towns and countries that things are said to be based in ("the Nairobi-based monitor")."""
    for found in _BASED.finditer(sentence.text):
        spot = cutter.spot(sentence.start + found.start(1), sentence.start + found.end(1))
        if spot.candidates and not spot.is_short:
            yield judged(spot, sentence, frozenset()).but(is_attributive=True, is_person=False)


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
                and (len(text) > 3 or "." in text or (before == "," and len(text) == 2 and text.isupper()))
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


def _descriptions(sentence: Sentence) -> Iterator[Spot]:
    """Find "the town", "the same province"."""
    for found in _DESCRIPTION.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        yield Spot(
            start, end, sentence.index, found.group(1), form="description", kind=words.CLASSES[found.group(1)],
            full_start=start, full_end=end,
        )  # fmt: skip
