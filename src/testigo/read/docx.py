"""DOCX: paragraphs and table cells in reading order, kinds from the styles' names. Guarded against ZIP bombs."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from testigo.read.layer import clean, clean_line, unholdable_problems
from testigo.read.parsed import About, Parsed, body_from
from testigo.records import EmptyError, InputError
from testigo.records.codes import SegmentKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST = 512 * 1024 * 1024  # bytes unpacked; a book of a million words has twenty megabytes of XML
_MOST_PACKED = 200  # times; XML of prose packs ten to twenty times
_SMALL = 16 * 1024 * 1024  # below this no packing is dangerous
_STYLES: tuple[tuple[str, SegmentKind], ...] = (
    ("heading", "subheading"),
    ("subtitle", "subheading"),
    ("caption", "caption"),
    ("quote", "quote_block"),
    ("intense quote", "quote_block"),
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLANKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_LEFT_OUT = (_W + "p", _W + "del", _W + "moveFrom", _W + "pPr", _W + "rPr", _FALLBACK)
_PROGRAMS = ("python-docx",)  # what a program writes as author when nobody did


def parse_docx(raw: bytes, name: str) -> Parsed:
    """Read a Word document.

    Raises InputError for one that is damaged, locked or a ZIP bomb, EmptyError for one without text.
    """
    import docx  # noqa: PLC0415 - slow to load: only when a document of this kind is read

    _check_archive(raw, name)
    try:
        document = docx.Document(io.BytesIO(raw))
        styled = list(_paragraphs(document))
    except Exception as error:  # python-docx and lxml raise many kinds for a broken part
        raise _damaged(name) from error
    title = next((words for words, style in styled[:5] if style == "title"), None)
    blocks = [(words, _kind(style)) for words, style in styled if words != title or style != "title"]
    body, marks = body_from(blocks or [(title or "", None)])
    if not body:
        message = "there is no text in this DOCX. If it holds pictures of pages, print it to PDF and run `ocrmypdf`."
        raise EmptyError(message, name=name, code="empty")
    properties = document.core_properties
    author = clean_line(properties.author)
    about = About(title=clean_line(title), author=None if author in _PROGRAMS else author)
    return Parsed(body=body, media_type=MEDIA_TYPE, about=about, marks=marks, problems=unholdable_problems(body))


def _check_archive(raw: bytes, name: str) -> None:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        message = "is locked with a password, or an old Word file. Save it as DOCX without a password."
        raise InputError(message, name=name, code="encrypted")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise _damaged(name) from error
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > LARGEST or unpacked > max(_SMALL, packed * _MOST_PACKED):
        message = f"unpacks from {packed:,} to {unpacked:,} bytes, as no report does. It was not opened."
        raise InputError(message, name=name, code="zip_bomb")


def _damaged(name: str) -> InputError:
    message = "cannot be opened as DOCX: it is damaged or was cut off. Fetch it again, or save it anew from Word."
    return InputError(message, name=name, code="damaged")


def _paragraphs(document: Any) -> Iterator[tuple[str, str]]:
    """Give each paragraph with its style's name, in order: body, cells, text boxes, content controls, insertions.

    The tree is walked here because python-docx's own paragraphs leave out insertions that nobody accepted yet and
    content controls. Deletions are left out, and the second copy that Word keeps of a text box for old readers.
    """
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for paragraph in document.element.body.iter(_W + "p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield clean("".join(_pieces(paragraph))), names.get(paragraph.style or "", "")


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _kind(style: str) -> SegmentKind | None:
    return next((kind for start, kind in _STYLES if style.startswith(start)), None)
