"""Lines of a table's file, decoded one by one, so that a table of any size is read in little memory."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from testigo.read.decode import encoding_of, windows_text


def decoded_lines(stream: BinaryIO, head: bytes, name: str) -> Iterator[tuple[str, bool]]:
    """Give each line with its end, and whether its encoding had to be guessed.

    head: the stream's first bytes, already looked at but not taken. Raises InputError for binary bytes.
    """
    encoding = encoding_of(head, name)
    if encoding.startswith(("utf-16", "utf-32")):
        for line in io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=""):
            yield line, "\ufffd" in line
        return
    for i, raw in enumerate(stream):
        yield _decoded(raw.removeprefix(codecs.BOM_UTF8) if i == 0 else raw)


def _decoded(raw: bytes) -> tuple[str, bool]:
    try:
        return raw.decode("utf-8"), False
    except UnicodeDecodeError:
        return windows_text(raw), True
