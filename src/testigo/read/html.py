"""HTML: the article's own text and metadata, by trafilatura; its day by htmldate; teasers and captions as they stood.

Scripts never run and nothing is fetched. Both are told a fixed last day, so that no clock decides what is read.
"""

from collections.abc import Iterator
from typing import Any

from testigo.read.decode import decode
from testigo.read.html_sides import put_back, stretches_of
from testigo.read.layer import clean, clean_line, unholdable_problems
from testigo.read.metadata import day_in_top, day_in_url
from testigo.read.parsed import About, Parsed, body_from
from testigo.records import EmptyError, InputError, Problem
from testigo.records.codes import PublishedFrom, SegmentKind

MEDIA_TYPE = "text/html"
_DAYS = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-01-01"}
_KINDS: dict[str, SegmentKind | None] = {
    "p": None,
    "head": "subheading",
    "quote": "quote_block",
    "item": None,
    "cell": None,
}


def parse_html(raw: bytes, name: str) -> Parsed:
    """Read a web page: the article without navigation, scripts and comments. Raises EmptyError where none is found."""
    import trafilatura  # noqa: PLC0415 - slow to load: only when a page is read

    source, problems = _decoded(raw, name)
    try:
        tree = trafilatura.load_html(source)
        page = [] if tree is None else stretches_of(tree)
        found: Any = trafilatura.bare_extraction(
            source if tree is None else tree,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=True,
            date_extraction_params=_DAYS,
        )
        blocks = [] if found is None or found.body is None else put_back(list(_blocks(found.body)), page)
    except RecursionError as error:
        message = "the page is nested too deeply. Save the article's text as a .txt file and add that."
        raise InputError(message, name=name, code="damaged") from error
    about = About() if found is None else _about(found, raw)
    body, marks = body_from(_without_title(blocks, about.title))
    if not body:
        message = "no article text was found on this page. Save the article's text as a .txt file and add that."
        raise EmptyError(message, name=name, code="no_article")
    return Parsed(
        body=body, media_type=MEDIA_TYPE, about=about, marks=marks, problems=problems + unholdable_problems(body)
    )


def _decoded(raw: bytes, name: str) -> tuple[str | bytes, tuple[Problem, ...]]:
    """Decode a page; where it declares an encoding of its own, lxml is given the bytes."""
    declared = raw[:2048].lower().replace(b" ", b"")
    text, problems = decode(raw, name)
    if problems and b"charset=" in declared and b"utf-8" not in declared:
        return raw, ()
    return text.replace("\x00", "\ufffd"), problems


def _about(found: Any, raw: bytes) -> About:
    url = clean_line(found.url)
    return About(
        title=clean_line(found.title),
        outlet=clean_line(found.sitename),
        author=clean_line(found.author),
        url=url,
        published=found.date,
        published_from=_signal(found, url, raw) if found.date else None,
    )


def _signal(found: Any, url: str | None, raw: bytes) -> PublishedFrom:
    """Tell where the day was found: written out in the page's data, in its address, or in its words."""
    if found.date.encode() in raw:
        return "meta"
    if url and day_in_url(url) == found.date:
        return "url"
    return "text" if day_in_top(found.text or "") == found.date else "meta"


def _blocks(body: Any) -> Iterator[tuple[str, SegmentKind | None]]:
    """Walk trafilatura's tree; each paragraph-like element is a block, in order, its line breaks kept."""
    for element in body.iterchildren():
        kind = _KINDS.get(element.tag)
        if element.tag in ("list", "table", "row", "div"):
            yield from _blocks(element)
        elif element.tag == "quote" and len(element.findall("p")):
            yield from ((words, "quote_block") for words, _ in _blocks(element))
        elif element.tag != "graphic":
            yield _words(element), kind
        if element.tail and element.tail.strip():
            yield clean(element.tail), None


def _words(element: Any) -> str:
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = "".join(element.itertext()).split("\n")
    return clean("\n".join(" ".join(line.split()) for line in lines)).strip()


def _without_title(
    blocks: list[tuple[str, SegmentKind | None]], title: str | None
) -> list[tuple[str, SegmentKind | None]]:
    """Leave out a first heading that only repeats the title; the picture above it may come before."""
    first = next((i for i, (_, kind) in enumerate(blocks) if kind != "caption"), 0)
    if title and blocks and blocks[first][1] == "subheading" and blocks[first][0].casefold() == title.casefold():
        return blocks[:first] + blocks[first + 1 :] or blocks
    return blocks
