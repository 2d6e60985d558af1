"""Pages of a case's actors: the list, and one actor with what all reports tell of it, as a tree."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testigo.records import CaseIncident, Claim, Report
from testigo.records.value_words import value_words
from testigo.records.values import RelationValue
from testigo.records.words import plain
from testigo.work.actors import CaseActor
from testigo.work.pages import Line, Page, Part, Section, Table
from testigo.work.pages_actors import ARROWS, GROUPS, ORDER, SINGLE, fact_note
from testigo.work.pages_case import incidents_page
from testigo.work.shown import Ids

if TYPE_CHECKING:
    from testigo.work.case import Case

_QUOTES_SHOWN = 2
_WIDE = frozenset({"name", "also called", "type"})


def actors_page(actors: Sequence[CaseActor], ids: Ids) -> Page:
    """Give the table of actors by name."""
    if not actors:
        return Page("No actors")
    rows = tuple(
        (ids.short(a.id), a.name, plain(a.type), "; ".join(a.names), str(len({d for d, _ in a.members})))
        for a in actors
    )
    return Page("", parts=(Table("", ("id", "name", "type", "also called", "reports"), rows, _WIDE),))


def actor_page(actor: CaseActor, case: "Case") -> Page:
    """Give one actor: its names and ids, its ties and what is told of it, the incidents that it is named in."""
    documents = [d.id for d in case.documents()]
    ids = Ids(documents)
    tree = CaseTree((), case.actors(), ids, case.store.documents.report)
    incidents = [i for i in case.incidents_in({d for d, _ in actor.members}) if actor.id in _doers(i)]
    known = ", ".join(f"{scheme} {i}" for scheme, i in sorted(actor.ids.items()))
    parts: list[Part] = []
    line = tree.root(actor)
    if line.below:
        parts.append(Section("What is told of it", (line,)))
    if incidents:
        parts += incidents_page(incidents, ids, "Named as a doer").parts
    parts.append(Section("Named in", tuple(Line(n) for n in tree.names_of(actor))))
    also = f"also {', '.join(actor.names)}" if actor.names else ""
    return Page(actor.name, (ids.short(actor.id), plain(actor.type), also, known), tuple(parts))


@dataclass(frozen=True, slots=True)
class _Told:
    """One account, in the claims that give it."""

    claim: Claim
    report: Report
    also_in: tuple[str, ...]
    quotes: tuple[str, ...]


class _Opened(dict[str, Report]):
    """Reports by document, opened when they are first needed."""

    def __init__(self, known: Mapping[str, Report], opens: Callable[[str], Report] | None) -> None:
        super().__init__(known)
        self._opens = opens

    def __missing__(self, document: str) -> Report:
        if self._opens is None:
            raise KeyError(document)
        self[document] = self._opens(document)
        return self[document]


def _doers(incident: CaseIncident) -> set[str | None]:
    return {d.actor for d in incident.perpetrators}


class CaseTree:
    """What all reports tell of an actor and of those whom its ties lead to, each shown once."""

    def __init__(
        self,
        reports: Iterable[Report],
        actors: Sequence[CaseActor],
        ids: Ids,
        opens: Callable[[str], Report] | None = None,
    ) -> None:
        """Take the reports; opens: gives any other one that is needed, by its document's id."""
        self._actors = actors
        self._case_of: Mapping[tuple[str, str], CaseActor] = {m: a for a in actors for m in a.members}
        self._reports = _Opened({r.document.id: r for r in reports}, opens)
        self._ids = ids
        self._shown: set[str] = set()

    def names_of(self, actor: CaseActor) -> list[str]:
        """List the names of the reports that an actor is named in."""
        return sorted({self._reports[d].document.name for d, _ in actor.members})

    def roots(self) -> list[Line]:
        """Give the trees of all actors of whom something is told: groups first, those hanging below others last."""
        led_to = {a.id for c, r in self._claims() if (a := self._other(c, r))}
        first = sorted(self._actors, key=lambda a: (a.type not in GROUPS, a.id in led_to))
        lines = [self.root(a) for a in first if a.id not in self._shown]
        return [line for line in lines if line.below]

    def _claims(self) -> Iterator[tuple[Claim, Report]]:
        return ((c, r) for r in self._reports.values() for c in r.claims if c.subject.startswith("a"))

    def root(self, actor: CaseActor) -> Line:
        """Give the tree that begins at this actor."""
        return Line(actor.name, note=plain(actor.type), below=self._branches(actor))

    def _branches(self, actor: CaseActor) -> tuple[Line, ...]:
        if actor.id in self._shown:
            return ()
        self._shown.add(actor.id)
        accounts = self._accounts(actor)
        return tuple(self._line(t, accounts) for t in accounts)

    def _accounts(self, actor: CaseActor) -> list[_Told]:
        """Put claims that say the same on the same word into one account."""
        found: dict[tuple[str, ...], list[tuple[Claim, Report]]] = {}
        for document, local in actor.members:
            report = self._reports[document]
            for claim in report.claims_about(local):
                note = fact_note(claim, report).casefold()
                found.setdefault((claim.predicate, self._meaning(claim, report), note), []).append((claim, report))
        told = [_told(claims) for claims in found.values()]
        return sorted(told, key=lambda t: _place_in_order(t.claim))

    def _meaning(self, claim: Claim, report: Report) -> str:
        other = self._other(claim, report)
        return other.id if other else value_words(claim, report).casefold()

    def _other(self, claim: Claim, report: Report) -> CaseActor | None:
        value = claim.value
        if not isinstance(value, RelationValue) or not value.actor:
            return None
        return self._case_of.get((report.document.id, value.actor))

    def _line(self, told: _Told, beside: Sequence[_Told]) -> Line:
        claim, report = told.claim, told.report
        other = self._other(claim, report)
        alike = [t for t in beside if t.claim.predicate == claim.predicate]
        return Line(
            value_words(claim, report),
            ARROWS.get(claim.predicate, plain(claim.predicate)),
            told.quotes,
            fact_note(claim, report),
            self._ids.claim(report.document.id, claim.id) + (f" +{len(told.also_in)}" if told.also_in else ""),
            claim.stance == "denied" or (claim.predicate in SINGLE and len(alike) > 1),
            self._branches(other) if other else (),
        )


def _told(claims: Sequence[tuple[Claim, Report]]) -> _Told:
    claim, report = claims[0]
    quotes = dict.fromkeys(s.quote for c, _ in claims for s in c.evidence)
    return _Told(claim, report, tuple(r.document.name for _, r in claims[1:]), tuple(quotes)[:_QUOTES_SHOWN])


def _place_in_order(claim: Claim) -> int:
    return ORDER.index(claim.predicate) if claim.predicate in ORDER else len(ORDER)


def told_of_actors(case: "Case", documents: Collection[str]) -> tuple[Part, ...]:
    """Give what these documents tell of their actors, as trees: groups first, then those that no tie leads to."""
    reports = {r.document.id: r for r in case.reports() if r.document.id in documents}
    actors = [a for a in case.actors() if any(d in reports for d, _ in a.members)]
    tree = CaseTree(reports.values(), [_within(a, reports) for a in actors], Ids(d.id for d in case.documents()))
    lines = tree.roots()
    return (Section("", tuple(lines)),) if lines else ()


def _within(actor: CaseActor, reports: Collection[str]) -> CaseActor:
    return replace(actor, members=tuple(m for m in actor.members if m[0] in reports))
