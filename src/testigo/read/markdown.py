"""Markdown: its words without its marks. Headings, quotations and captions keep their kind, links their words.

A reader of reports wants prose, so this is not a full renderer: tables and code stay as they are written.
Front matter (between `---` lines at the top) is taken out, and its keys are read.
"""

import re
from typing import Any

from testigo.read.dates import read_day
from testigo.read.decode import decode
from testigo.read.layer import clean, unholdable_problems
from testigo.read.parsed import About, Parsed, body_from
from testigo.records import Problem
from testigo.records.codes import SegmentKind

MEDIA_TYPE = "text/markdown"
_LONGEST_FRONT = 20_000
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.S)
_FIELD = re.compile(r"^(\w+):[ \t]*(\S.*)$", re.M)
_KEYS = {"title": "title", "author": "author", "outlet": "outlet", "source": "outlet", "site": "outlet", "url": "url",
         "link": "url", "lang": "language", "language": "language"}  # fmt: skip
_DAYS = ("published", "date", "pubdate")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})")
_ITEM = re.compile(r" {0,6}(?:[-*+]|\d{1,3}[.)])[ \t]+")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,500}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,1000})\](?:\([^()\s]{0,2000}(?: \"[^\"\n]{0,500}\")?\)|\[[^\[\]\n]{0,200}\])")
_EMPHASIS_ALONE = re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3}|~~|`)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~|`)(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


def parse_markdown(raw: bytes, name: str) -> Parsed:
    """Read Markdown: a heading that opens it is the title, later ones are subheadings, `>` paragraphs quotations."""
    text, problems = decode(raw, name)
    problems += unholdable_problems(text)
    fields, words = _front_matter(clean(text))
    known, doubts = _known(fields)
    blocks = list(_blocks(words))
    if blocks and blocks[0][1] == "subheading":
        known.setdefault("title", blocks[0][0])
        if blocks[0][0] == known["title"]:
            blocks = blocks[1:] or [(known["title"], None)]
    body, marks = body_from(blocks)
    return Parsed(body=body, media_type=MEDIA_TYPE, about=About(**known), marks=marks, problems=(*problems, *doubts))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text[:_LONGEST_FRONT])
    if not found:
        return {}, text
    fields = {k.lower(): v.strip().strip("\"'") for k, v in _FIELD.findall(found[1])}
    return fields, text[found.end() :]


def _known(fields: dict[str, str]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    known: dict[str, Any] = {_KEYS[k]: v for k, v in fields.items() if k in _KEYS and v}
    said = next((fields[k] for k in _DAYS if fields.get(k)), None)
    if not said:
        return known, ()
    try:
        return known | {"published": read_day(said), "published_from": "meta"}, ()
    except ValueError as error:
        return known, (Problem(stage="read", code="bad_date", message=f"read without a date: {error}"),)


def _blocks(text: str) -> list[tuple[str, SegmentKind | None]]:
    """Cut Markdown into paragraphs; a line break inside one is a blank, as Markdown has it."""
    blocks: list[tuple[str, SegmentKind | None]] = []
    held: list[str] = []
    kind: SegmentKind | None = None

    def close() -> None:
        if held:
            blocks.append((plain(" ".join(held)), kind))
            held.clear()

    for line in text.split("\n"):
        stripped = line.strip()
        heading = _HEADING.match(line)
        quoted = stripped.startswith(">")
        if not stripped or heading or _RULE.fullmatch(stripped):
            close()
            if heading:
                blocks.append((plain(heading[1].rstrip("# \t")), "subheading"))
            continue
        if _ITEM.match(line) or (kind == "quote_block") != quoted:
            close()
        kind = "quote_block" if quoted else None
        if words := stripped.lstrip("> \t") if quoted else stripped:
            held.append(words)
    close()
    return blocks


def plain(words: str) -> str:
    """Take Markdown's marks out of a paragraph; links and pictures leave their words."""
    words = _LINK.sub(r"\1", _IMAGE.sub(r"\1", words))
    return _ESCAPE.sub(r"\1", _EMPHASIS_ALONE.sub("", words))
