"""Bytes to documents: files, folders, tables of texts, standard input and strings come in, readings go out.

A reading is a document (text layer, segments, title, date, outlet, language, signature), its raw bytes and what was
doubtful about it. Promised: the same bytes give the same document; nothing is cut off in silence; what cannot be read
is a `Failure` that says why and the way out, and the rest goes on; no clock, no network.
"""

from testigo.read.folders import count_sources
from testigo.read.parsed import Failure, Known, Reading
from testigo.read.signature import find_reprints, likeness, sign
from testigo.read.sources import read_bytes, read_sources, read_text

__all__ = [
    "Failure", "Known", "Reading", "count_sources", "find_reprints", "likeness", "read_bytes", "read_sources",
    "read_text", "sign",
]  # fmt: skip
