"""What the store gives back that is no record: documents as listed, problems, hits, links of the chain."""

from dataclasses import dataclass
from typing import Literal

from testigo.records import Decision

State = Literal["read", "unread", "failed"]
Kind = Literal["incident", "actor"]


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document as they came. media_type: what the reader took them for."""

    raw: bytes
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as lists show it. names: the other names of the same bytes. reprint_of: the id of its original.

    size: of the bytes as they came. incidents: how many the current report tells of.
    """

    id: str
    name: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None
    language: str | None
    signature: str | None
    state: State
    reprint_of: str | None
    names: tuple[str, ...]
    size: int
    incidents: int


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """What went wrong or was left undone; document is None where no bytes came."""

    document: str | None
    name: str
    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class StoredMember:
    """A report's incident or actor, as grouping needs it. key: an actor's register id; None for incidents."""

    document: str
    local: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class NewThing:
    """An incident or actor of a report as reconciliation is to keep it.

    first, last: half-open offsets of the words that name it. record: its profile, as JSON. keys: under which it meets
    others.
    """

    local: str
    kind: Kind
    first: int
    last: int
    record: bytes
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """An incident or actor as reconciliation keeps it, under a number of its own; the rest as in NewThing."""

    no: int
    document: str
    local: str
    kind: Kind
    first: int
    last: int
    record: bytes

    @property
    def member(self) -> tuple[str, str]:
        """The name under which a partition knows it."""
        return self.document, self.local


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that were compared, by their numbers, the smaller first, with the chance that they are one.

    together: whether they stand as one; False where that was not asked for.
    """

    a: int
    b: int
    score: float
    together: bool = False


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where words lead in a document's current report: which thing, None for nowhere, and whether to the very words."""

    document: str
    kind: str
    first: int
    last: int
    local: str | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Founder:
    """A case id with the words of a document on which it was founded; no words where it is older than these."""

    id: str
    local: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that a search found. marks: where the words stand in the snippet, as (start, end)."""

    document: str
    name: str
    title: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the decision chain; decision is None once its content was purged."""

    id: str
    prev: str | None
    digest: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge erased, and the documents with alike text that it left alone."""

    documents: tuple[str, ...]
    decisions: tuple[str, ...]
    alike: tuple[str, ...] = ()
