"""Claims, and the report record that holds them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from testigo.records.base import Record, Value, need
from testigo.records.codes import Stance
from testigo.records.nouns import Actor, Document, Incident, Place, Problem, ReaderBlock, Speaker
from testigo.records.spans import Span
from testigo.records.values import VALUE_TYPES

REPORT_FORMAT = "testigo-report/1"
_T = TypeVar("_T", Actor, Place, Incident)
_LOCAL_ID = re.compile(r"[acip]\d+$")
REFERENCES = ("actor", "place", "incident", "relative_to", "supersedes", "part", "by", "used_by", "signed_by")


class Claim(Record, frozen=True, kw_only=True):
    """What a report says: about whom, in which words, on whose word, how firmly.

    subject: a local id. evidence: one to a few spans, each within one sentence. attributed_to: chains of speakers,
    outermost first; empty for the document's own voice. confidence: the chance that it is right, None if unmeasured.
    """

    id: str
    subject: str
    predicate: str
    value: Any
    evidence: tuple[Span, ...]
    stance: Stance = "stated"
    attributed_to: tuple[tuple[Speaker, ...], ...] = ()
    confidence: float | None = None
    made_by: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        wanted = VALUE_TYPES.get(self.predicate)
        need(wanted, f"claim {self.id}: unknown predicate {self.predicate!r}")
        need(
            wanted and isinstance(self.value, wanted),
            f"claim {self.id}: a {type(self.value).__name__} is no value of {self.predicate}",
        )
        need(self.evidence, f"claim {self.id}: no evidence")
        need(self.confidence is None or 0 <= self.confidence <= 1, f"claim {self.id}: confidence outside 0–1")

    @property
    def quote(self) -> str:
        """The words that it was read from, pieces joined by an ellipsis."""
        return " … ".join(s.quote for s in self.evidence)


class Report(Record, frozen=True, kw_only=True):
    """All that was read from one document. Making one checks every offset, id and reference in it."""

    reader: ReaderBlock
    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    format: str = REPORT_FORMAT

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.format == REPORT_FORMAT, f"format {self.format!r} is not {REPORT_FORMAT!r}")
        ids = self._unique_ids()
        self._check_mentions()
        for claim in self.claims:
            need(claim.subject in ids, f"claim {claim.id}: no {claim.subject!r} in this report")
            for reference in references_of(claim):
                need(reference in ids, f"claim {claim.id}: no {reference!r} in this report")
            for span in claim.evidence:
                check_span(self.document.text, span, f"claim {claim.id}")
        for place in self.places:
            for parent in place.within:
                need(parent in ids, f"place {place.id}: no {parent!r} in this report")

    def _unique_ids(self) -> set[str]:
        every = [x.id for xs in (self.actors, self.places, self.incidents, self.claims) for x in xs]
        twice = sorted({i for i in every if every.count(i) > 1}) if len(set(every)) < len(every) else []
        need(not twice, f"ids used twice: {', '.join(twice)}")
        need(sum(i.main for i in self.incidents) <= 1, "more than one main incident")
        return set(every)

    def _check_mentions(self) -> None:
        size = len(self.document.text)
        nouns: Iterable[Actor | Place | Incident] = (*self.actors, *self.places, *self.incidents)
        for noun in nouns:
            for start, end in noun.mentions:
                need(0 <= start < end <= size, f"{noun.id}: mention {start}–{end} leaves the text")

    def _repr_html_(self) -> str:
        from testigo.records.html import report_html  # noqa: PLC0415 - it needs this class

        return report_html(self)

    def claims_about(self, subject: str, *predicates: str) -> Iterator[Claim]:
        """Give this subject's claims, of these predicates or of all, in order."""
        return (c for c in self.claims if c.subject == subject and (not predicates or c.predicate in predicates))

    def actor(self, actor_id: str) -> Actor:
        """Give the actor with this local id; KeyError if there is none."""
        return _by_id(self.actors, actor_id)

    def place(self, place_id: str) -> Place:
        """Give the place with this local id; KeyError if there is none."""
        return _by_id(self.places, place_id)

    def incident(self, incident_id: str) -> Incident:
        """Give the incident with this local id; KeyError if there is none."""
        return _by_id(self.incidents, incident_id)


def _by_id(things: tuple[_T, ...], wanted: str) -> _T:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)


def check_span(text: str, span: Span, owner: str) -> None:
    """Refuse a span whose quote is not exactly the text at its offsets."""
    found = text[span.start : span.end]
    need(found == span.quote, f"{owner}: text[{span.start}:{span.end}] is {found!r}, the quote says {span.quote!r}")


def references_of(claim: Claim) -> Iterator[str]:
    """Name the local ids that a claim's value and speakers point at.

    A `by` or `used_by` that is not shaped like an id is a plain name, and is left alone.
    """
    for chain in claim.attributed_to:
        yield from (s.actor for s in chain if s.actor)
    value: Value = claim.value
    for field in REFERENCES:
        reference = getattr(value, field, None)
        if isinstance(reference, str) and (field in REFERENCES[:6] or _LOCAL_ID.match(reference)):
            yield reference
    date = getattr(value, "date", None)
    if date is not None and date.relative_to:
        yield date.relative_to
