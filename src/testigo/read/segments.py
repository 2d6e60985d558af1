"""Segments: which stretches of the text layer are the report's own prose, and which are not.

Lines are classified one by one by their form (`forms`), with their neighbours in view; neighbouring lines of body make
one segment. In a hard-wrapped text a line is no paragraph, so nothing is told from where lines end.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from testigo.read import forms
from testigo.read.dateline import dateline_length
from testigo.read.parsed import Mark
from testigo.records import Segment
from testigo.records.codes import SegmentKind

_LINE = re.compile(r"[^\n]+")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "-", "–", "—", '"', "”", "’", "'", ")", "]", "»", "。", "؟")
_TOP = 6  # lines: bylines and date lines are looked for only there
_WRAP_WIDTH = 100
_TEASER_WORDS = range(8, 31)
_SUBHEADING_WORDS = range(1, 9)
_LONGEST_ITEM = 20  # words of a headline in a list of other articles
_LONG = 60  # characters: what follows a heading is a paragraph, not a list


@dataclass(slots=True)
class _Line:
    """A line that is not blank: offsets without the blanks around it, its words, and whether blank lines touch it."""

    start: int
    end: int
    text: str
    after_blank: bool
    before_blank: bool


def find_segments(text: str, title: str | None = None, marks: Iterable[Mark] = ()) -> tuple[Segment, ...]:
    """Cut a text layer into its segments, sorted and disjoint; blanks between them may be in none.

    marks: stretches whose kind the format told, by offsets into `text`; they win over any form.
    """
    pieces = list(_kinds(text, title, sorted(marks)))
    if not any(kind in ("body", "quote_block") for _, _, kind in pieces):  # a caption alone is all the report there is
        pieces = [(start, end, "body" if kind in ("caption", "related") else kind) for start, end, kind in pieces]
    return tuple(Segment(start=start, end=end, kind=kind) for start, end, kind in _merged(pieces))


def _merged(pieces: Iterable[Mark]) -> Iterator[Mark]:
    """Join neighbouring pieces of body into one."""
    held: Mark | None = None
    for piece in pieces:
        if held and held[2] == piece[2] == "body":
            held = (held[0], piece[1], "body")
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _kinds(text: str, title: str | None, told: list[Mark]) -> Iterator[Mark]:
    lines = list(_lines(text))
    wrapped = _is_hard_wrapped(lines)
    headline = _folded(title or "")
    if lines and title and not told and (cut := _run_in_headline(lines[0].text, title)):
        yield lines[0].start, lines[0].start + cut, "headline"
        lines[0] = _after(lines[0], cut)
    seen_body = False
    in_list = False
    marked = iter([*told, (len(text) + 1, len(text) + 1, "body")])
    mark = next(marked)
    for i, line in enumerate(lines):
        while mark[1] <= line.start:
            mark = next(marked)
        if mark[0] <= line.start:
            yield line.start, line.end, mark[2]
            continue
        before = lines[i - 1] if i else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        if i < _TOP and not seen_body and headline and _folded(line.text) == headline:
            yield line.start, line.end, "headline"
            continue
        in_list = _in_teaser_list(line, in_list)
        kind = _kind(line, before, after, wrapped, top=not seen_body and i < _TOP)
        if in_list and kind != "furniture":
            kind = "related"
        pieces = _pieces(line, kind, opens=not seen_body and i < _TOP, wrapped=wrapped)
        if kind == "body" and (pieces[0][2] == "dateline" or len(line.text) >= _LONG):
            seen_body = True
        yield from pieces


def _pieces(line: _Line, kind: SegmentKind, opens: bool, wrapped: bool) -> list[Mark]:
    """Split a line of body into its dateline, where the text opens, its words, and a picture's credit at its end."""
    if kind != "body":
        return [(line.start, line.end, kind)]
    credit = None if wrapped else forms.credit_at(line.text) or None
    words = line.text[:credit].rstrip()
    told = list(_opening(words, line.start)) if opens else [(line.start, line.start + len(words), kind)]
    return told + ([] if credit is None else [(line.start + credit, line.end, "furniture")])


def _run_in_headline(words: str, title: str) -> int:
    """Give the length of a headline that runs into its paragraph on one line, its stop included; 0 for none.

    After it a sentence must begin: behind a stop, glued on in capitals, or behind a headline of five words or more.
    """
    if not words.startswith(title) or len(words) == len(title):
        return 0
    stop = words[len(title)] in ".:!?|"
    rest = words[len(title) + stop :]
    glued = not stop and title[-1].islower() and rest[0].isupper()
    apart = rest[:1].isspace() and rest.lstrip()[:1].isupper() and (stop or len(title.split()) >= 5)
    return len(title) + stop if glued or apart else 0


def _after(line: _Line, cut: int) -> _Line:
    rest = line.text[cut:]
    return _Line(line.end - len(rest.lstrip()), line.end, rest.lstrip(), True, line.before_blank)


def _in_teaser_list(line: _Line, already: bool) -> bool:
    if forms.opens_teaser_list(line.text):
        return True
    return already and len(line.text.split()) <= _LONGEST_ITEM and not line.text.endswith(_STOPS)


def _opening(words: str, start: int) -> Iterator[Mark]:
    """Split the first paragraph into dateline and body."""
    length = dateline_length(words)
    if not length:
        yield start, start + len(words), "body"
        return
    yield start, start + length, "dateline"
    rest = words[length:].lstrip()
    if rest:
        yield start + len(words) - len(rest), start + len(words), "body"


def _kind(line: _Line, before: _Line | None, after: _Line | None, wrapped: bool, top: bool) -> SegmentKind:
    words = line.text
    alone = not wrapped or (line.after_blank and line.before_blank)
    if not alone:
        return "body"
    if forms.is_furniture(words) or (top and (forms.is_byline(words) or forms.is_stamp(words))):
        return "furniture"
    if forms.is_marked_teaser(words):
        return "related"
    if forms.is_caption(words) and not dateline_length(words):
        return "caption"
    if top or wrapped or before is None or after is None:
        return "body"
    return _heading_kind(line, after)


def _heading_kind(line: _Line, after: _Line) -> SegmentKind:
    """Tell a teaser and a subheading from body: neither ends in a stop, and a paragraph follows.

    A teaser is set apart from what goes before and runs into what follows, as a link between two paragraphs does when
    a page is flattened; a sentence that lacks its stop has blank lines on both sides.
    """
    words = line.text.split()
    if line.text.endswith(_STOPS) or not _opens_like_a_heading(line.text) or len(after.text) < _LONG:
        return "body"
    if after.text[:1].islower() or len(after.text) <= len(line.text):
        return "body"
    tells = len(words) in _TEASER_WORDS and len(line.text) <= forms.LONGEST_TEASER
    if tells and line.after_blank and not line.before_blank:
        return "related"
    names = len(words) in _SUBHEADING_WORDS and not any(c.isdigit() for c in line.text) and "," not in line.text
    return "subheading" if names else "body"


def _opens_like_a_heading(text: str) -> bool:
    first = text[0]
    return first.isupper() or first.isdigit() or first in "“‘\"'"


def _is_hard_wrapped(lines: list[_Line]) -> bool:
    """Tell whether lines break where the page was full, not where a paragraph ends.

    Two signs: lines that go on in lower case on the next one; or, in a text all in capitals, narrow lines of which
    many lack a stop.
    """
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if not b.after_blank]
    if len(pairs) < 2:
        return False
    going_on = sum(1 for a, b in pairs if not a.endswith(_STOPS) and b[0].islower())
    broken = sum(1 for a, _ in pairs if not a.endswith(_STOPS))
    narrow = max(len(x.text) for x in lines) <= _WRAP_WIDTH
    return going_on >= 0.15 * len(pairs) or (narrow and broken >= 0.4 * len(pairs))


def _lines(text: str) -> Iterator[_Line]:
    held: _Line | None = None
    previous_end = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        blank = held is None or text.count("\n", previous_end, start) > 1
        if held:
            held.before_blank = blank
            yield held
        held = _Line(start, start + len(words), words, after_blank=blank, before_blank=True)
        previous_end = held.end
    if held:
        yield held


def _folded(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()
