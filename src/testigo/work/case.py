"""`Case`: one case file, and everything that can be done with it."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, TypedDict, Unpack

from testigo.exchange import NOTHING, Withholding
from testigo.read import count_sources, read_sources
from testigo.records import CaseIncident, Claim, ConfigError, Decision, Partition, Report, StoreError, Target, load
from testigo.resolve import Resolution, explain, resolve
from testigo.store import Hit, Link, Purged, Store, StoredDocument, StoredProblem
from testigo.work.actors import CaseActor, case_actors
from testigo.work.adding import Adding, AddResult, Progress
from testigo.work.checking import Finding, check
from testigo.work.deciding import Said, decide, setting
from testigo.work.exporting import Exporting, with_decided
from testigo.work.finding import actor_meant, decision_meant, document_meant, group_meant
from testigo.work.grouping import Reconciled, reconcile
from testigo.work.readers import Opens, opens

if TYPE_CHECKING:
    from testigo.extract import Reader


class Given(TypedDict, total=False):
    """What the user tells of every document that an `add` brings; stdin: where `-` is read from."""

    published: str | None
    outlet: str | None
    stdin: BinaryIO | None


class Case:
    """A case file: documents with their reports, people's decisions, and what stands. Made by the first `add`.

    busy_timeout_s: how long a change waits for another process that writes, before BusyError says which. Use it as a
    context manager, or `close` it.
    """

    def __init__(self, path: str | Path, *, busy_timeout_s: float = 5.0) -> None:
        self.path = Path(path)
        self._timeout_s = busy_timeout_s
        self._opened: Store | None = None

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def store(self) -> Store:
        """The case file. Raises StoreError where there is none, or one of a newer testigo."""
        return self._store(create=False)

    def _store(self, create: bool) -> Store:
        if self._opened is None:
            self._opened = Store.open(self.path, create=create, busy_timeout_s=self._timeout_s)
        return self._opened

    def add(
        self,
        sources: str | Path | Iterable[str | Path],
        reader: "Reader | Opens | None" = None,
        *,
        jobs: int = 1,
        progress: Callable[[Progress], None] | None = None,
        **given: Unpack[Given],
    ) -> AddResult:
        """Read sources into the case; what it holds already is passed by, so an interrupted run goes on when run again.

        reader: ReaderOptions or an open Reader; the default one where not given. jobs: processes that extract.
        progress: called after each document. The result does not depend on `jobs`.
        """
        if jobs < 1:
            raise ConfigError(f"jobs is {jobs}; it takes at least one process.")
        several = [sources] if isinstance(sources, str | Path) else list(sources)
        began = time.monotonic()
        opened = opens(reader, jobs)
        adding: Adding  # made below, once the options are checked and the case is open
        found = read_sources(several, known=lambda d: adding.knows(d), **given)  # noqa: PLW0108 - asked only then
        store = self._store(create=True)
        with store.writing("testigo add"):
            total = count_sources(several) if progress else None
            adding = Adding(store, total, progress)
            result = adding.run(found, opened, jobs)
        return replace(result, seconds=time.monotonic() - began)

    def reconcile(self) -> Reconciled:
        """Say which report incidents, and which actors, are one, and mint their case ids; again, it changes nothing."""
        return reconcile(self.store)

    def documents(self) -> list[StoredDocument]:
        """List the documents by id."""
        return self.store.documents.all()

    def document(self, id_or_name: str) -> StoredDocument:
        """Give the document of this name, or whose id begins so."""
        documents = self.documents()
        meant = document_meant(id_or_name, documents)
        return next(d for d in documents if d.id == meant)

    def reports(self) -> Iterator[Report]:
        """Give the current report of every document that was read, by document id, one in memory at a time."""
        return self.store.documents.reports()

    def report(self, id_or_name: str) -> Report:
        """Give the current report of the document of this name, or whose id begins so."""
        return self.store.documents.report(document_meant(id_or_name, self.documents()))

    def raw(self, id_or_name: str) -> bytes:
        """Give a document's bytes as they came."""
        return self.store.documents.raw(document_meant(id_or_name, self.documents()))

    def claim(self, claim_id: str) -> tuple[Report, Claim]:
        """Give the claim `document:c1`, where any unique beginning of the document's id serves, with its report."""
        document, _, local = claim_id.rpartition(":")
        report = self.report(document)
        for claim in report.claims:
            if claim.id == local:
                return report, claim
        raise ConfigError(f"no claim {local} in {report.document.name}, which has {len(report.claims)} claims.")

    def incidents(self) -> tuple[CaseIncident, ...]:
        """Give what stands of every incident, by id."""
        return resolve(*self._told(list(self.reports())))

    def explained(self) -> tuple[Resolution, ...]:
        """Give what stands of every incident with the claims and decisions behind each value, by id."""
        return explain(*self._told(list(self.reports())))

    def incident(self, case_id: str) -> Resolution:
        """Give the incident whose id begins so, with its reasons, from its members' reports alone."""
        partition = self.store.groups.partition()
        groups = {g.id: g for g in partition.incidents}
        minted = {member for g in partition.incidents for member in g.members}
        leads = {old: new for old, new in self.store.groups.ids().items() if new in groups}
        if any((m.document, m.local) not in minted for m in self.store.groups.candidates("incident")):
            every = {r.incident.id: r for r in self.explained()}
            return every[group_meant(case_id, leads | {i: i for i in every}, "incident")]
        group = groups[group_meant(case_id, leads, "incident")]
        reports = [self.store.documents.report(d) for d in sorted({d for d, _ in group.members})]
        return next(r for r in explain(*self._told(reports)) if r.incident.id == group.id)

    def actors(self) -> list[CaseActor]:
        """List the actors of all reports by name, those that the register knows as one together."""
        return case_actors(self.reports(), self.store.groups.partition())

    def actor(self, case_id: str) -> CaseActor:
        """Give the actor whose id begins so, or that is called so."""
        actors = {a.id: a for a in self.actors()}
        leads = {old: new for old, new in self.store.groups.ids().items() if new in actors} | {i: i for i in actors}
        return actors[actor_meant(case_id, actors.values(), leads)]

    def problems(self) -> list[StoredProblem]:
        """List what went wrong or was left undone, by document name."""
        return self.store.documents.problems()

    def decide(self, verb: str, target: Target | dict[str, object], *, by: str, **said: Unpack[Said]) -> Decision:
        """Append a person's decision; undo it with another, `decide("undo", {"decision": id}, by=…)`.

        Raises ConfigError for a target that is not in the case.
        """
        meant = target if isinstance(target, Target) else load(target, Target)
        return decide(self.store, verb, meant, by, said)

    def decisions(self) -> list[Decision]:
        """List the decisions, undone ones too, oldest first; those whose content was purged are in `chain` only."""
        return self.store.decisions.all()

    def chain(self) -> list[Link]:
        """List every link of the decision log, oldest first."""
        return self.store.decisions.chain()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Find documents by their words, best first: all words, "a phrase", a begin*."""
        return self.store.search(query, limit)

    def purge(self, *, document: str | None = None, decision: str | None = None) -> Purged:
        """Erase a document, or what a decision says, for good; the chain of decisions still verifies.

        Adding the same bytes again reads them again. Copies of the file, and exports, are yours to erase.
        """
        if (document is None) == (decision is None):
            raise ConfigError("purge takes a document or a decision, one of the two.")
        with self.store.writing("testigo purge"):
            if document is not None:
                return self.store.purge_document(document_meant(document, self.documents()))
            return self.store.purge_decision(decision_meant(decision or "", [link.id for link in self.chain()]))

    def check(self) -> list[Finding]:
        """Give what does not hold: file, chain, bytes, evidence; and decisions whose words are read no more."""
        return check(self.store)

    def export(self, to: str, out: TextIO | str | Path, withhold: Withholding = NOTHING) -> list[Path]:
        """Write `reports` or `incidents` to a stream or file, `tables` to a folder; name the files made.

        withhold: names to leave out, besides those that people decided to withhold. Raises ConfigError for a format
        that is unknown, or that cannot withhold.
        """
        where = Path(out) if isinstance(out, str) else out
        hidden = with_decided(withhold, self.decisions(), self._words)
        return Exporting(self.reports(), self.incidents, self.store.groups.partition()).write(to, where, hidden)

    def _words(self, decision: Decision) -> str:
        """Give the words that a decision points at; none, where their document is gone."""
        target = decision.target
        try:
            text = self.store.documents.report(target.document or "").document.text
        except StoreError:
            return ""
        return text[target.start : target.end]

    def _told(self, reports: list[Report]) -> tuple[list[Report], Partition, list[Decision], str, dict[str, str]]:
        """Give all that resolving takes."""
        decisions = self.decisions()
        reprints = {d.id: d.reprint_of for d in self.documents() if d.reprint_of}
        return reports, self.store.groups.partition(), decisions, setting(decisions, "rule"), reprints
