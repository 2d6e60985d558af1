"""The things that claims are about, and the document that they are read from."""

import re

import msgspec

from testigo.records.base import Record, Value, need
from testigo.records.codes import (
    ActorType,
    IncidentKind,
    PlacePrecision,
    PlaceType,
    PublishedFrom,
    Scope,
    SegmentKind,
)

Offsets = tuple[int, int]


class Segment(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of the text layer told apart by its form."""

    start: int
    end: int
    kind: SegmentKind

    def __post_init__(self) -> None:
        super().__post_init__()
        need(0 <= self.start < self.end, f"segment {self.start}–{self.end} is empty or reversed")


class Document(Record, frozen=True, kw_only=True):
    """One report as it is read: its text layer, and what is known about it.

    id: `sha256:` and the SHA-256 of the raw bytes. text: title, blank line, body; offsets point into it.
    published: an ISO day; published_from: the signal that gave it. signature: a MinHash, by which reprints are known.
    names: the other names under which the same bytes came.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    signature: str | None = None
    segments: tuple[Segment, ...] = ()
    names: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        super().__post_init__()
        need(re.fullmatch(r"sha256:[0-9a-f]{64}", self.id), f"document id {self.id!r} is not sha256: and 64 digits")
        end = 0
        for s in self.segments:
            need(end <= s.start and s.end <= len(self.text), f"segment {s.start}–{s.end} overlaps or leaves the text")
            end = s.end


class Problem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something that went wrong or was left undone with one document; codes are listed in the docs."""

    stage: str
    code: str
    message: str


class ReaderBlock(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Which reader made a report: the same document and block always give the same report."""

    name: str
    version: str
    model: str
    gazetteer: str
    register: str


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who persists: a group, a force, a person, an outlet. One for each in a report, however many names."""

    id: str
    type: ActorType
    name: str
    names: tuple[str, ...] = ()
    ids: dict[str, str] | None = None
    mentions: tuple[Offsets, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """Somewhere that a report names; without a point where nobody knows one. radius_km goes with the point."""

    id: str
    type: PlaceType
    name: str
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    country: str | None = None
    gazetteer: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    radius_km: float | None = None
    derived: bool = False
    mentions: tuple[Offsets, ...] = ()


class Incident(Record, frozen=True, kw_only=True):
    """One act, or one connected series at one place within hours; `main` is the one that the report exists for."""

    id: str
    kind: IncidentKind
    scope: Scope
    main: bool
    mentions: tuple[Offsets, ...] = ()


class Speaker(Value, frozen=True, kw_only=True, omit_defaults=False):
    """Who says so: an actor of the report, or only a name ("sources")."""

    actor: str | None
    name: str
