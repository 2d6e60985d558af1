"""From what a person points at to the words that a decision keeps: claims, report incidents and actors by their ids.

`6bab:c3` is a claim, `6bab:i1` an incident or `6bab:a2` an actor of a report; a document's name serves in place of its
digits. Case ids look the same: they are those of the report incident that founded them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from testigo.records import Claim, ConfigError, Report, SpanTarget, StoreError, anchor_of, dump
from testigo.resolve.judged import by_document, judge
from testigo.resolve.wordings import in_words
from testigo.store import Store, StoredDocument
from testigo.work.finding import document_meant, group_meant, in_digits

Member = tuple[str, str]


class Pointing:
    """Ids of one case, looked up as they are needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: list[StoredDocument] | None = None

    def report(self, typed: str) -> Report:
        """Give the report of this document as people's decisions leave it."""
        document = self.document(typed)
        try:
            report = self._store.documents.report(document)
        except StoreError as error:
            raise ConfigError(f"{typed}: kept, but not read; there is nothing in it to decide about.") from error
        return judge(report, by_document(self._store.decisions.all()).get(document, ())).report

    def document(self, typed: str) -> str:
        """Give the id of the document that is meant."""
        return document_meant(typed, self._documents())

    def _documents(self) -> list[StoredDocument]:
        if self._known is None:
            self._known = self._store.documents.all()
        return self._known

    def claim(self, typed: str) -> tuple[Report, Claim]:
        """Give the claim that is meant, with its report."""
        document, _, local = typed.rpartition(":")
        report = self.report(document)
        found = next((c for c in report.claims if c.id == local), None)
        if found is None:
            raise ConfigError(f"no claim {local} in {report.document.name}, which has {len(report.claims)} claims.")
        return report, found

    def claim_words(self, typed: str) -> dict[str, Any]:
        """Give a claim's words as a target."""
        report, claim = self.claim(typed)
        span = claim.evidence[0]
        return {"document": report.document.id, "predicate": claim.predicate, "start": span.start, "end": span.end}

    def thing_words(self, typed: str) -> tuple[str, SpanTarget]:
        """Give the words of a report's incident or actor, and which of the two it is."""
        document, _, local = typed.rpartition(":")
        if not document:
            raise ConfigError(f"{typed!r} names no incident of a report. Write it as `testigo show` does: 6bab:i1.")
        report = self.report(document)
        try:
            start, end = anchor_of(report, local)
        except KeyError as error:
            raise ConfigError(
                f"no {local} in {report.document.name}. See: testigo show CASE document {document}"
            ) from error
        kind = "actor" if local.startswith("a") else "incident"
        return kind, SpanTarget(document=report.document.id, start=start, end=end)

    def group(self, typed: str) -> str:
        """Give the case id that is meant. Raises ConfigError where there is none, or nothing was reconciled yet."""
        ids = self._store.groups.leads()
        if not ids:
            raise ConfigError(
                f"no incident is called {typed!r}: nothing was brought together yet. First: testigo reconcile"
            )
        return group_meant(in_digits(typed, self._documents()), ids, "incident or actor")

    def member_words(self, group: str) -> list[dict[str, Any]]:
        """Give the words of all members of a case incident or actor, the founder's first."""
        held = self._store.groups.some([group])
        if not held:
            raise ConfigError(f"{group} has no member left.")
        numbers = self._store.things.numbers(held[0].members)
        things = {t.member: t for t in self._store.things.of(numbers.values()).values()}
        told = [things[m] for m in held[0].members if m in things]
        return [dump(SpanTarget(document=t.document, start=t.first, end=t.last)) for t in told]

    def kind_of_group(self, group: str) -> str:
        """Tell whether a case id is of an incident or of an actor."""
        return "actor" if group.rpartition(":")[2].startswith("a") else "incident"


def seen(report: Report, claim: Claim) -> dict[str, Any]:
    """Give what a person sees of a claim, in words, as a decision keeps it."""
    plain = dump(claim)
    kind = "actor" if claim.subject.startswith("a") else "incident"
    found: dict[str, Any] = {"value": in_words(plain["value"], report), "stance": claim.stance}
    found["attributed_to"] = in_words(plain["attributed_to"], report)
    if not claim.subject.startswith("p"):
        start, end = anchor_of(report, claim.subject)
        found["subject"] = {"kind": kind, "start": start, "end": end}
    return found


def parts_in_words(parts: Iterable[Iterable[Any]], words: Callable[[str], SpanTarget]) -> list[list[dict[str, Any]]]:
    """Give the parts of a split in words; each member as an id or already in words."""
    return [[dump(words(m)) if isinstance(m, str) else dict(m) for m in part] for part in parts]
