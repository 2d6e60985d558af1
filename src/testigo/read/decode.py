"""Bytes to text: which encoding, and when it is no text at all.

UTF-8 announces itself by being valid; UTF-16 by its mark or by its null bytes; what is left of real-world text is
Windows-1252, of which Latin-1 is a part. A guess is reported; bytes that are no text in any of these are refused.
"""

import codecs

from testigo.records import EmptyError, InputError, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(i for i in range(32) if i not in b"\t\n\v\f\r\x1b\x1a\x00")
_SAMPLE = 65536
_ODD_SHARE = 0.02  # of control bytes: a text has next to none, compressed or random bytes a tenth
_SCARS = 5  # letters beyond ASCII that read well for each that does not: then it was UTF-8
_NULL_SHARE = 0.1  # a damaged text may hold a few nulls; programs and images hold many


def decode(raw: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of these bytes, and what had to be guessed.

    Raises EmptyError for nothing, InputError for what is no text.
    """
    if not raw.strip():
        raise EmptyError("the file is empty. Give a file with text in it.", name=name, code="empty")
    encoding = encoding_of(raw, name)
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            message = f"begins like {encoding} but breaks off at byte {error.start}. Save it again as UTF-8."
            raise InputError(message, name=name, code="bad_encoding") from error
    return _windows(raw)


def encoding_of(raw: bytes, name: str) -> str:
    """Name the encoding that these first bytes speak for, `utf-8` where none is marked.

    Raises InputError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:_SAMPLE]
    if unmarked := _unmarked_utf16(head):
        return unmarked
    if is_binary(head):
        raise InputError("the file is not text (binary bytes inside). " + FORMATS_READ, name=name, code="not_text")
    return "utf-8"


FORMATS_READ = "Read are: plain text, Markdown, HTML, PDF, DOCX, and tables of texts (CSV, TSV, JSONL)."


def is_binary(head: bytes) -> bool:
    """Tell whether these first bytes can be no text in any encoding that is read here."""
    nulls, odd = head.count(0), len(head) - len(head.translate(None, _CONTROLS))
    return nulls > _NULL_SHARE * len(head) or odd > _ODD_SHARE * len(head)


def _unmarked_utf16(head: bytes) -> str | None:
    """Find UTF-16 without a mark: half of the bytes of a Latin text are null, always the same half."""
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _windows(raw: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode what is not valid UTF-8: as UTF-8 with scars where most of its letters are, else as Windows-1252."""
    scarred = raw.decode("utf-8", "replace")
    scars = scarred.count("\ufffd")
    if len(scarred) - len(scarred.encode("ascii", "ignore")) > _SCARS * scars:
        message = f"{scars} broken bytes in UTF-8 were replaced by U+FFFD; the file may be damaged. Check the original."
        return scarred, (Problem(stage="read", code="bad_characters", message=message),)
    message = "not valid UTF-8; read as Windows-1252. If letters look wrong, save the file as UTF-8 and add it again."
    guessed = Problem(stage="read", code="encoding_guessed", message=message)
    return windows_text(raw), (guessed,)


def windows_text(raw: bytes) -> str:
    """Decode as Windows-1252; the five bytes that mean nothing there are Latin-1's controls."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
