"""What people decided: appended, signed with who and when, never changed; undo is another decision."""

from typing import Any

from testigo.records.anchors import ThingKind
from testigo.records.base import Record, Value, need
from testigo.records.codes import Verb

DECISION_FORMAT = "testigo-decision/1"


class SpanTarget(Value, frozen=True, kw_only=True):
    """Words in a document, named so that a re-reading does not move them."""

    document: str
    start: int
    end: int


class Target(Value, frozen=True, kw_only=True):
    """What a decision is about: a claim's words, a case id, a pair of incidents or actors, a decision, a setting.

    Never a bare local id, so that decisions survive a re-reading. kind: what a pair is of, incidents if not told.
    """

    document: str | None = None
    predicate: str | None = None
    start: int | None = None
    end: int | None = None
    case: str | None = None
    pair: tuple[SpanTarget, SpanTarget] | None = None
    decision: str | None = None
    setting: str | None = None
    kind: ThingKind | None = None


_NEEDED: dict[str, tuple[str, ...]] = {
    "accept": ("document", "predicate", "start", "end"),
    "reject": ("document", "predicate", "start", "end"),
    "correct": ("document", "predicate", "start", "end"),
    "add": ("document", "predicate", "start", "end"),
    "merge": ("case",),
    "split": ("case",),
    "same": ("pair",),
    "not_same": ("pair",),
    "unsure": ("pair",),
    "set": ("setting",),
    "undo": ("decision",),
}


class Decision(Record, frozen=True, kw_only=True):
    """One decision of one person. at: UTC, to the second. prev: the decision before it in the chain."""

    id: str
    prev: str | None
    at: str
    by: str
    verb: Verb
    target: Target
    before: Any = None
    after: Any = None
    reason: str | None = None
    format: str = DECISION_FORMAT

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.format == DECISION_FORMAT, f"format {self.format!r} is not {DECISION_FORMAT!r}")
        need(self.by.strip(), "a decision without who made it")
        missing = [f for f in _NEEDED.get(self.verb, ()) if getattr(self.target, f) is None]
        need(not missing, f"a decision to {self.verb} whose target lacks {', '.join(missing)}")
