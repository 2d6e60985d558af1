"""Which formats are read, told by the first bytes where they speak for themselves, else by the name.

The place for more (mail, ODT, WARC, feeds, ZIP): a row in `_PARSERS` or `_TABLES`, a magic in `_MAGIC`, one file.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Literal

from testigo.read.decode import FORMATS_READ, is_binary
from testigo.read.docx import parse_docx
from testigo.read.html import parse_html
from testigo.read.markdown import parse_markdown
from testigo.read.parsed import About, Failure, Parsed, Reading
from testigo.read.pdf import parse_pdf
from testigo.read.tables import looks_like_csv, looks_like_jsonl, read_csv, read_jsonl
from testigo.read.text import parse_text
from testigo.records import InputError

Format = Literal["text", "markdown", "html", "pdf", "docx", "csv", "jsonl"]
TableReader = Callable[[BinaryIO, bytes, str, About], Iterator[Reading | Failure]]
HEAD = 65536  # bytes looked at to tell a format

_EXTENSIONS: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}  # fmt: skip
_FOREIGN = {
    ".eml": "mail", ".mbox": "mail", ".odt": "OpenDocument", ".warc": "a web archive", ".rss": "a feed",
    ".atom": "a feed", ".zip": "a ZIP archive", ".gz": "a compressed file", ".doc": "old Word", ".rtf": "rich text",
    ".xlsx": "a spreadsheet", ".xls": "a spreadsheet", ".ods": "a spreadsheet", ".json": "JSON", ".xml": "XML",
}  # fmt: skip
_WAYS_OUT = {
    ".doc": "Save it as DOCX or PDF.", ".rtf": "Save it as DOCX or PDF.", ".odt": "Save it as DOCX or PDF.",
    ".xlsx": "Save it as CSV with a column `text`.", ".xls": "Save it as CSV with a column `text`.",
    ".ods": "Save it as CSV with a column `text`.", ".zip": "Unpack it and give the folder.",
    ".gz": "Unpack it and give the file.", ".json": "Write one object with a field `text` a line (.jsonl).",
}  # fmt: skip
_PARSERS: dict[Format, Callable[[bytes, str], Parsed]] = {
    "text": parse_text, "markdown": parse_markdown, "html": parse_html, "pdf": parse_pdf, "docx": parse_docx,
}  # fmt: skip
_TABLES: dict[Format, TableReader] = {"csv": read_csv, "jsonl": read_jsonl}


def format_of(head: bytes, name: str) -> Format:
    """Name the format of a file by its first bytes and its name. Raises InputError for one that is not read."""
    extension = PurePosixPath(name).suffix.lower()
    if head.startswith(b"%PDF-"):
        return "pdf"
    known = _EXTENSIONS.get(extension)
    if known:
        return known
    if extension in _FOREIGN:
        raise _unread(f"{_FOREIGN[extension]} is not read yet.", _WAYS_OUT.get(extension, ""), name)
    return _sniffed(head, name)


def _sniffed(head: bytes, name: str) -> Format:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000].lower()
    if head.startswith(b"PK\x03\x04") and b"word/" in head:
        return "docx"
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "html"
    if looks_like_jsonl(head):
        return "jsonl"
    if looks_like_csv(head):
        return "csv"
    if is_binary(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unread("the file is not text (binary bytes inside: a picture, a program, an archive?).", "", name)
    return "text"


def _unread(what: str, way_out: str, name: str) -> InputError:
    message = " ".join(x for x in (what, way_out, FORMATS_READ) if x)
    return InputError(message, name=name, code="format_unread")


def parser_of(kind: Format) -> Callable[[bytes, str], Parsed] | None:
    """Give the parser of a format that holds one document a file, None for a table."""
    return _PARSERS.get(kind)


def table_of(kind: Format) -> TableReader | None:
    """Give the reader of a table, None for a format that holds one document a file."""
    return _TABLES.get(kind)
