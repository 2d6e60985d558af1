"""The nouns of the record: what comes in is data, what goes out is frozen, checked structs and their JSON.

A record that exists is valid: every quote is exactly its text, every reference points at something in the same record.
Imports nothing of ours.
"""

from testigo.records.anchors import ThingKind, anchor_of, thing_at
from testigo.records.case import (
    CaseDoer,
    CaseIncident,
    CaseVictim,
    Grouping,
    Member,
    Partition,
    ResolvedDate,
    ResolvedFigure,
    ResolvedPlace,
)
from testigo.records.decision import Decision, SpanTarget, Target
from testigo.records.errors import (
    BrokenError,
    BusyError,
    ConfigError,
    EmptyError,
    FormatError,
    InputError,
    StoreError,
    TestigoError,
)
from testigo.records.ids import short_ids
from testigo.records.json import dump, dump_json, load, load_report
from testigo.records.nouns import Actor, Document, Incident, Place, Problem, ReaderBlock, Segment, Speaker
from testigo.records.report import Claim, Report
from testigo.records.spans import Span

__all__ = [
    "Actor", "BrokenError", "BusyError", "CaseDoer", "CaseIncident", "CaseVictim", "Claim", "ConfigError", "Decision",
    "Document", "EmptyError", "FormatError", "Grouping", "Incident", "InputError", "Member", "Partition", "Place",
    "Problem", "ReaderBlock", "Report", "ResolvedDate", "ResolvedFigure", "ResolvedPlace", "Segment", "Span",
    "SpanTarget", "Speaker", "StoreError", "Target", "TestigoError", "ThingKind", "anchor_of", "dump", "dump_json",
    "load", "load_report", "short_ids", "thing_at",
]  # fmt: skip
