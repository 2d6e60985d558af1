"""`Case`: one case file, and everything that can be done with it."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypedDict, Unpack

from testigo.exchange import NOTHING, Withholding
from testigo.read import count_sources, read_sources
from testigo.records import CaseIncident, Claim, ConfigError, Decision, Partition, Report, StoreError
from testigo.resolve import Resolution, Rule, explain, resolve
from testigo.store import Hit, Link, Purged, Store, StoredDocument, StoredProblem
from testigo.work.actors import CaseActor, case_actors
from testigo.work.adding import Adding, AddResult, Progress
from testigo.work.checking import Finding, check
from testigo.work.deciding import Pointed, Said, decide, foreseen, rule_of
from testigo.work.exporting import Exporting, with_decided
from testigo.work.finding import actor_meant, decision_meant, document_meant, group_meant, in_digits
from testigo.work.flags import Standing, standings
from testigo.work.grouping import VERSION, Reconciled, Shows, reconcile
from testigo.work.links import ON_GROUPS
from testigo.work.pairs import DoubtfulPair, doubtful_pairs
from testigo.work.readers import Opens, opens
from testigo.work.targets import Pointing

if TYPE_CHECKING:
    from testigo.extract import Reader


_Told = tuple[list[Report], Partition, list[Decision], Rule, dict[str, str]]


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

    def reconcile(self, progress: Shows | None = None) -> Reconciled:
        """Say which report incidents, and which actors, are one, and mint their case ids; again, it changes nothing.

        progress: called with the step (`reports`, `pairs`, `incidents`), how much of it is done, and how much there is.
        """
        return reconcile(self.store, progress)

    def is_behind(self) -> bool:
        """Tell whether reports wait to be brought together with the others."""
        return bool(self.store.things.waiting(VERSION))

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

    def judged(self, id_or_name: str) -> Report:
        """Give a document's current report with people's corrections and additions in it."""
        return Pointing(self.store).report(id_or_name)

    def claim(self, claim_id: str) -> tuple[Report, Claim]:
        """Give the claim `document:c1`, where any unique beginning of the document's id serves, with its report."""
        return Pointing(self.store).claim(claim_id)

    def incidents(self) -> tuple[CaseIncident, ...]:
        """Give what stands of every incident, by id."""
        return resolve(*self._told(list(self.reports())))

    def explained(self) -> tuple[Resolution, ...]:
        """Give what stands of every incident with the claims and decisions behind each value, by id."""
        return explain(*self._told(list(self.reports())))

    def incident(self, case_id: str) -> Resolution:
        """Give the incident whose id, or one of whose members' ids, begins so, with its reasons, from its reports."""
        groups = self.store.groups
        case_id = in_digits(case_id, self.documents()) if "." in case_id else case_id
        if self.is_behind():
            every = {r.incident.id: r for r in self.explained()}
            leads = {old: new for old, new in groups.leads().items() if new in every}
            return every[group_meant(case_id, leads | {i: i for i in every}, "incident")]
        leads = {old: new for old, new in groups.leads().items() if new.rpartition(":")[2].startswith("i")}
        (group,) = groups.some([group_meant(case_id, leads, "incident")])
        return self.resolved(group.id, [d for d, _ in group.members])

    def incidents_in(self, documents: Collection[str]) -> list[CaseIncident]:
        """Give what stands of the incidents that these documents tell, by id; no other report than theirs is opened."""
        if self.is_behind():
            every = {self.document(d).name for d in documents}
            return [i for i in self.incidents() if any(m.document in every for m in i.members)]
        groups = self.store.groups.some(self.store.groups.told_in(documents, "incident"))
        return [self.resolved(g.id, [d for d, _ in g.members]).incident for g in groups]

    def resolved(self, group: str, documents: Iterable[str]) -> Resolution:
        """Give one incident from its members' documents, its actors called as they are in the whole case."""
        members = sorted(set(documents))
        reports = [self.store.documents.report(d) for d in members]
        told = [(r.document.id, a.id) for r in reports for a in r.actors]
        partition = self.store.groups.around(told, group)
        also = {g.members[0][0] for g in partition.actors} - set(members)
        reports += [self.store.documents.report(d) for d in sorted(also)]
        return next(r for r in explain(*self._told(reports, partition)) if r.incident.id == group)

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

    def decide(self, verb: str, target: Pointed, *, by: str, **said: Unpack[Said]) -> Decision:
        """Append a person's decision; undo it with another, `decide("undo", id, by=…)`. What it changes stands at once.

        target: ids (a claim `6bab:c3`, a case id, a pair of report incidents, a decision, a setting), or a dict with
        the words meant. Raises ConfigError for a target that is not in the case.
        """
        with self.store.writing("testigo decide"):
            made = decide(self.store, verb, target, by, said)
            if verb in (*ON_GROUPS, "undo") and not self.is_behind():
                reconcile(self.store)
        return made

    def foresee(self, verb: str, target: Pointed, *, by: str, **said: Unpack[Said]) -> Decision:
        """Give the decision that `decide` would append, its id unknown; nothing is changed."""
        return foreseen(self.store, verb, target, by, said)

    def words(self, about: str, words: str, nth: int = 1) -> dict[str, Any]:
        """Give a target for words of the report that `about` (`6bab:i1`) is of: the nth place where they stand."""
        report = self.report(about.rpartition(":")[0] or about)
        text, start = report.document.text, -1
        for _ in range(nth):
            start = text.find(words, start + 1)
            if start < 0 or not words.strip():
                raise ConfigError(
                    f"{words!r} does not stand {'there ' * (nth > 1)}in {report.document.name}: give its exact words."
                )
        return {"document": report.document.id, "start": start, "end": start + len(words)}

    def decisions(self) -> list[Decision]:
        """List the decisions, undone ones too, oldest first; those whose content was purged are in `chain` only."""
        return self.store.decisions.all()

    def standings(self) -> list[Standing]:
        """List the decisions, oldest first, with what became of each: undone, overruled, or met by another reading."""
        return standings(self.store)

    def pairs(self, limit: int | None = 20) -> list[DoubtfulPair]:
        """List the pairs of report incidents that may well stand wrongly, the most doubtful first, with the reasons.

        Those that people decided about are left out, also where they only decided about others that settle it.
        """
        return doubtful_pairs(self.store, limit)

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

    def _told(
        self, reports: list[Report], partition: Partition | None = None
    ) -> tuple[list[Report], Partition, list[Decision], Rule, dict[str, str]]:
        """Give all that resolving takes."""
        decisions = self.decisions()
        reprints = self.store.documents.reprints()
        return reports, partition or self.store.groups.partition(), decisions, rule_of(decisions), reprints
