"""PDF: the text that is in it, paragraphs put together again from lines; page furniture left out.

Lines come from pdfium with their boxes. A paragraph ends where the gap to the next line is wider than between lines,
where the next line is indented, or where a line stops short with a full stop. A word cut by a hyphen at a line's end is
made whole. What stands at the top or bottom of most pages (running titles, page numbers) is left out: it would cut
sentences apart that go on over the page.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from testigo.read.layer import clean, clean_line, unholdable_problems
from testigo.read.parsed import About, Parsed, body_from
from testigo.records import EmptyError, InputError, Problem

MEDIA_TYPE = "application/pdf"
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|página|pág\.)\s?(\d{1,4})(?:\s?(?:of|de|/)\s?\d{1,4})?|[-–—]?\s?(\d{1,4})\s?[-–—]?"
    r"|(\d{1,4})\s?(?:/|of|de)\s?\d{1,4}",
    re.I,
)
_EDGE = 2  # lines at the top and at the bottom of a page that may be furniture
_STOPS = (".", "!", "?", "”", '"', ":", "…")
_HYPHENS = ("-", "\u2010", "\u00ad")
_CUT = "\ufffe"  # what pdfium puts for a hyphen at a line's end together with the line break
_PIECE = re.compile("([^\n\ufffe]*)([\n\ufffe]|$)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its words and its box in points, y growing upwards."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def parse_pdf(raw: bytes, name: str) -> Parsed:
    """Read a PDF. Raises InputError for one that is damaged or locked, EmptyError for scanned pages without text."""
    import pypdfium2  # noqa: PLC0415 - a compiled library: only when a PDF is read

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unopened(str(error), name) from error
    try:
        pages, broken = _pages(document)
        title = clean_line(document.get_metadata_dict(skip_empty=True).get("Title"))
        author = clean_line(document.get_metadata_dict(skip_empty=True).get("Author"))
    finally:
        document.close()
    body, _ = body_from([(p, None) for p in _paragraphs(_without_furniture(pages))])
    if not body:
        message = "its pages are pictures without text. Run `ocrmypdf in.pdf out.pdf` and add out.pdf."
        raise EmptyError(message, name=name, code="no_text_layer")
    body = clean(body)
    about = About(title=title if title and title in body[:2000] else None, author=author)
    problems = unholdable_problems(body) + _gaps(pages, broken)
    return Parsed(body=body, media_type=MEDIA_TYPE, about=about, problems=problems)


def _unopened(reason: str, name: str) -> InputError:
    if "password" in reason.lower():
        message = "is locked with a password. Save a copy without one (`qpdf --decrypt`) and add that."
        return InputError(message, name=name, code="encrypted")
    message = "cannot be opened as PDF: it is damaged or was cut off. Fetch it again."
    return InputError(message, name=name, code="damaged")


def _pages(document: Any) -> tuple[list[list[_Line]], int]:
    """Give the lines of each page, and how many pages could not be read."""
    import pypdfium2  # noqa: PLC0415

    pages: list[list[_Line]] = []
    broken = 0
    for i in range(len(document)):
        try:
            page = document[i]
            pages.append(_lines(page.get_textpage()))
            page.close()
        except pypdfium2.PdfiumError:
            broken += 1
    return pages, broken


def _gaps(pages: list[list[_Line]], broken: int) -> tuple[Problem, ...]:
    blank = sum(1 for lines in pages if not lines)
    if not blank and not broken:
        return ()
    message = f"{blank} pages hold no text (pictures?) and {broken} could not be read. Check them against the PDF."
    return (Problem(stage="read", code="pages_unread", message=message),)


def _lines(page: Any) -> list[_Line]:
    text = page.get_text_range()
    exact = len(text) == page.count_chars()
    lines: list[_Line] = []
    at = 0
    for raw, end in _PIECE.findall(text):
        words = raw + "-" if end == _CUT else raw
        first, last = at + len(words) - len(words.lstrip()), at + len(raw.rstrip()) - 1
        if words.strip():
            lines.append(_boxed(page, words.strip(), first, last) if exact else _Line(words.strip(), 0, 0, 0, 0))
        at += len(raw) + len(end)
    return lines


def _boxed(page: Any, words: str, first: int, last: int) -> _Line:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    _, _, right, _ = page.get_charbox(last, loose=True)
    return _Line(words, left, right, top, bottom)


def _without_furniture(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Leave out page numbers, and the lines at the pages' edges that most pages have, numbers in them taken as equal.

    With fewer than three pages nothing tells a running title; a page number gives itself away.
    """
    seen = Counter(key for lines in pages for key in {_key(x) for x in _edges(lines)})
    often = {key for key, count in seen.items() if count > len(pages) / 2 and len(pages) >= 3}
    kept = []
    for number, lines in enumerate(pages, 1):
        edges = {id(x) for x in _edges(lines) if _key(x) in often}
        edges |= {id(x) for x in (*lines[:1], *lines[-1:]) if _is_number_of(number, x.text) and len(lines) > 1}
        kept.append([x for x in lines if id(x) not in edges])
    return kept


def _is_number_of(page: int, words: str) -> bool:
    """Tell whether a line is nothing but the number of its page."""
    found = _PAGE_NUMBER.fullmatch(words)
    return found is not None and page == int(next(filter(None, found.groups())))


def _edges(lines: list[_Line]) -> list[_Line]:
    return lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]


def _key(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    paragraphs: list[str] = []
    held = ""
    for lines in pages:
        leading = _leading(lines)
        edge = max((x.right for x in lines), default=0.0)
        before: _Line | None = None
        for line in lines:
            if (held and before and _ends(before, line, leading, edge)) or (
                held and before is None and held.endswith(_STOPS)
            ):
                paragraphs.append(held)
                held = ""
            held = _joined(held, line.text)
            before = line
    return [*paragraphs, held] if held else paragraphs


def _leading(lines: list[_Line]) -> float:
    gaps = [a.top - b.top for a, b in pairwise(lines) if a.top > b.top]
    return median(gaps) if gaps else 0.0


def _ends(line: _Line, after: _Line, leading: float, edge: float) -> bool:
    """Tell whether a paragraph ends between two lines of a page."""
    height = max(line.top - line.bottom, 1.0)
    gap = line.top - after.top
    wide = gap > 1.35 * leading or gap > 2.2 * height or gap < -height
    other_size = abs((after.top - after.bottom) - height) > 0.25 * height
    indented = after.left > line.left + height and line.text.endswith(_STOPS)
    short = line.text.endswith(_STOPS) and line.right < line.left + 0.8 * (edge - line.left)
    return wide or other_size or indented or short


def _joined(held: str, words: str) -> str:
    if not held:
        return words
    if held.endswith(_HYPHENS) and held[-2:-1].isalpha() and words[0].islower():
        return held[:-1] + words
    return f"{held} {words}"
