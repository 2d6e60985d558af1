"""What passes between the files of this room, and what leaves it."""

from dataclasses import dataclass, field
from hashlib import sha256

from testigo.records import Document, InputError, Problem
from testigo.records.codes import PublishedFrom, SegmentKind

Mark = tuple[int, int, SegmentKind]


def id_of(raw: bytes) -> str:
    """Give the id of the document that is made of these bytes."""
    return "sha256:" + sha256(raw).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a text beside its words: told by the user, by a table's row, or found in the file."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What one format yields: the body's words, what the file says of them, and the stretches that it names itself.

    marks: half-open offsets into `body`, sorted, disjoint: kinds that the format tells (a heading, a quotation).
    """

    body: str
    media_type: str
    about: About = field(default_factory=About)
    marks: tuple[Mark, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document as read, with the bytes it was read from. `document.id` is the SHA-256 of `raw`."""

    document: Document
    raw: bytes
    media_type: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A file whose bytes were read before, passed by unread. id: that of its document."""

    name: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One document that could not be read: what it is called, the step that gave up, why, and the way out."""

    name: str
    stage: str
    code: str
    message: str
    raw: bytes | None = None


def failure_from(error: InputError, raw: bytes | None = None) -> Failure:
    """Turn an error into the answer that a run goes on with."""
    return Failure(name=error.name, stage=error.stage, code=error.code, message=error.message, raw=raw)


def body_from(blocks: list[tuple[str, SegmentKind | None]]) -> tuple[str, tuple[Mark, ...]]:
    """Join blocks by blank lines, and mark those whose kind the format told. Blank blocks are left out."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for words, kind in blocks:
        piece = words.strip()
        if not piece:
            continue
        if kind is not None:
            marks.append((at, at + len(piece), kind))
        pieces.append(piece)
        at += len(piece) + 2
    return "\n\n".join(pieces), tuple(marks)
