"""A document's text cut once: sentences and tokens, which every later step shares.

A sentence ends at a blank line, at the edge of a segment, or at a full stop, question or exclamation mark that a new
sentence follows. A full stop after an initial ("J."), an abbreviation ("Gen.") or a word with dots in it ("U.S.") does
not end one. What runs on for longer than any prose is cut at line ends and blanks besides. Evidence never crosses these
cuts; a test holds them against the cuts that the format's scorer makes.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from testigo.extract.casing import cased, is_in_capitals
from testigo.records import Document
from testigo.records.codes import SegmentKind

ABBREVIATIONS = frozenset(
    "jr sr mr mrs ms dr gen lt col sgt capt maj gov sen rep rev st no vs etc ont "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
LONGEST_SENTENCE = 2000  # characters; in 45,000 sentences of news none of prose is longer
_BLANK_LINE = re.compile(r"\n\s*\n")
_STOP = re.compile(r"\s?[.!?…]+(?:[\"”’'»)\]]|\s[”\"](?=\s|$))*")
_STARTS_AFTER_BLANK = re.compile(r"\s+[\"“‘«¿¡(]?\s?[A-ZÁÉÍÓÚÑ0-9]")
_STARTS_AT_ONCE = re.compile(r"[\"“]?[A-ZÁÉÍÓÚÑ]\w*[a-z]|\d{8}")
_LAST_WORD = re.compile(r"\S{1,60}$")
_TOKEN = re.compile(r"[’']s\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:-\w+)*(?:[’'](?!s\b)[^\W\d_]+)*|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark; offsets into the document's text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence: offsets without the blanks around it, its segment's kind, its paragraph's number."""

    index: int
    start: int
    end: int
    kind: SegmentKind
    paragraph: int
    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, in order."""
        return tuple(
            Token(self.start + m.start(), self.start + m.end(), m.group(), m.group().lower())
            for m in _TOKEN.finditer(self.text)
        )

    @cached_property
    def lower(self) -> str:
        """Its text in lower case, of the same length (letters whose lower case is longer are kept)."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in self.text)


class Page:
    """A document with its sentences; made once, then only read.

    text: the document's, of a report in capitals with the letters of prose, of the same length. Evidence is cut from
    `document.text`.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.is_in_capitals = is_in_capitals(document.text)
        self.text = cased(document.text) if self.is_in_capitals else document.text
        self.sentences = tuple(_sentences(document, self.text))
        self._starts = [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds this offset, None between sentences."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """Give the tokens that stand wholly between two offsets of one sentence."""
        sentence = self.sentence_at(start)
        return tuple(t for t in sentence.tokens if start <= t.start and t.end <= end) if sentence else ()


def _sentences(document: Document, text: str) -> Iterator[Sentence]:
    cuts = sorted(_cuts(document))
    index = paragraph = 0
    segments = document.segments
    s = 0
    for a, b in itertools.pairwise(cuts):
        piece = text[a:b]
        stripped = piece.strip()
        if "\n\n" in piece or _BLANK_LINE.search(piece):
            paragraph += 1
        if not stripped:
            continue
        start = a + len(piece) - len(piece.lstrip())
        while s < len(segments) and segments[s].end <= start:
            s += 1
        kind: SegmentKind = segments[s].kind if s < len(segments) and segments[s].start <= start else "body"
        yield Sentence(index, start, start + len(stripped), kind, paragraph, stripped)
        index += 1


def _cuts(document: Document) -> set[int]:
    text = document.text
    cuts = {0, len(text)}
    for segment in document.segments:
        cuts |= {segment.start, segment.end}
    cuts |= {m.end() for m in _BLANK_LINE.finditer(text)}
    begun = 0
    for stop in _STOP.finditer(text):
        if not _is_followed_by_a_start(text, stop.end()):
            continue
        if _ends_a_sentence(text, stop, begun):
            cuts.add(stop.end())
        begun = stop.end()
    return cuts | set(_cuts_of_the_long(text, sorted(cuts)))


def _cuts_of_the_long(text: str, cuts: Sequence[int]) -> Iterator[int]:
    """Cut what runs on without a stop (tables, transcripts) at a line's end or a blank, so that time stays linear."""
    for start, end in itertools.pairwise(cuts):
        at = start
        while end - at > LONGEST_SENTENCE:
            reach = at + LONGEST_SENTENCE // 2
            line = text.rfind("\n", at + 1, reach)
            blank = line if line > 0 else text.rfind(" ", at + 1, reach)
            at = blank + 1 if blank > 0 else reach
            yield at


def _is_followed_by_a_start(text: str, at: int) -> bool:
    return bool(_STARTS_AFTER_BLANK.match(text, at) or _STARTS_AT_ONCE.match(text, at))


def _ends_a_sentence(text: str, stop: re.Match[str], begun: int) -> bool:
    """Tell a full stop that ends a sentence from one that only shortens a word; `begun`: where that word may begin."""
    if stop.group().lstrip()[0] != ".":
        return True
    before = _LAST_WORD.search(text, max(begun, stop.start() - 60), stop.start())
    last = before.group() if before else ""
    word = re.sub(r"\W", "", last).casefold()
    is_initial = len(word) == 1 and word.isalpha()
    return not (is_initial or word in ABBREVIATIONS or "." in last.rstrip("."))
