"""Choosing one value by who gives it: most sources, then the newest.

Kind, scope and stage go by this alone; dates and places where their own rule leaves it open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from testigo.records import Incident, Report
from testigo.resolve.sources import original
from testigo.resolve.telling import Telling, When
from testigo.resolve.trace import Trace

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Vote(Generic[V]):
    """One source's word for a value. read: the reader's own classing of the report, which wins a tie with a claim."""

    value: V
    source: str
    when: When
    telling: Telling | None = None
    read: bool = False


@dataclass(frozen=True, slots=True)
class MemberIncident:
    """A report incident of a case incident, with the report that it stands in."""

    report: Report
    incident: Incident
    when: When

    @property
    def key(self) -> tuple[str, str]:
        return self.report.document.id, self.incident.id


def most_given(votes: Sequence[Vote[V]]) -> V:
    """Give the value that most sources give, then the newest, then the reader's own, then the first by its name."""
    given: dict[V, set[str]] = {}
    newest: dict[V, tuple[When, bool]] = {}
    for vote in votes:
        given.setdefault(vote.value, set()).add(vote.source)
        newest[vote.value] = max(newest.get(vote.value, (vote.when, vote.read)), (vote.when, vote.read))
    first = sorted(given, key=str)
    return max(first, key=lambda v: (len(given[v]), newest[v]))


def resolve_class(
    predicate: str,
    members: Sequence[MemberIncident],
    tellings: Iterable[Telling],
    reprints: dict[str, str],
    trace: Trace,
) -> str:
    """Give the kind, scope or stage: each report votes for what it was read as, each speaker for what he calls it.

    A stage that a report does not tell is `accomplished`.
    """
    told = [t for t in tellings if t.claim.predicate == predicate]
    counted = [t for t in told if not (t.rejected or t.denied)]
    votes: list[Vote[str]] = [
        Vote(getattr(t.value, predicate), source.key, t.when, t) for t in counted for source in t.sources
    ]
    staged = {t.member for t in counted}
    for member in members:
        if predicate == "stage" and member.key in staged:
            continue
        value = "accomplished" if predicate == "stage" else getattr(member.incident, predicate)
        source = f"report:{original(member.report.document.id, reprints)}"
        votes.append(Vote(value, source, member.when, read=True))
    winner = most_given(votes)
    _explain(predicate, winner, told, trace)
    return winner


def _explain(predicate: str, winner: str, told: Iterable[Telling], trace: Trace) -> None:
    for telling in told:
        if telling.rejected:
            trace.leave(predicate, telling, "a person rejected it")
        elif telling.denied:
            trace.leave(predicate, telling, "denied: it marks the value disputed")
        elif getattr(telling.value, predicate) == winner:
            trace.use(predicate, telling, f"{telling.named_sources} calls it {winner}")
        else:
            trace.leave(predicate, telling, f"more or newer sources make it {winner}")
