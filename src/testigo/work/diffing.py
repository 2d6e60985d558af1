"""What changed between two states of a case: which incidents came, went, were joined or parted, and what stands of each.

Two states are two case files (a copy from before, another reader's), or one case and what it would be with only the
decisions up to one of them. Incidents are met by their id, else by the members that they share; members are a report's
words, so that another reading, which calls them otherwise, is no change.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from testigo.records import CaseIncident, ConfigError
from testigo.records.codes import FIGURES
from testigo.records.words import date_words, plain, resolved_figure_words, resolved_place_words
from testigo.store import Store
from testigo.work.case import Case
from testigo.work.finding import decision_meant
from testigo.work.grouping import reconcile

NOTHING = "none"
Telling = tuple[str, int]  # a document, and the place of the words that name an incident in it


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. field: of an incident that both states have, as the incident names it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """An incident that differs. what: new, gone, joined, parted, changed. incident: as it stands after, else before.

    before, after: the ids of the incidents that share members with it. came, left: documents of members.
    """

    what: str
    incident: CaseIncident
    before: tuple[str, ...]
    after: tuple[str, ...]
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What stands in one state. members: of each incident, as tellings. names: of documents."""

    incidents: Mapping[str, CaseIncident]
    members: Mapping[str, frozenset[Telling]]
    names: Mapping[str, str]


def state_of(case: Case) -> State:
    """Give what stands in a case. Raises ConfigError where reports wait to be brought together with the others."""
    if case.is_behind():
        raise ConfigError(
            f"{case.path}: it has reports that are not brought together yet. First: testigo reconcile {case.path}"
        )
    incidents = {i.id: i for i in case.incidents()}
    members: dict[str, frozenset[Telling]] = {}
    for group in case.store.groups.partition().incidents:
        numbers = case.store.things.numbers(group.members)
        held = case.store.things.of(numbers.values()).values()
        members[group.id] = frozenset((t.document, t.first) for t in held)
    return State(incidents, members, {d.id: d.name for d in case.documents()})


@contextmanager
def as_decided_until(case: Case, decision: str) -> Iterator[Case]:
    """Give a copy of a case with only the decisions up to this one, `none` for none, brought together anew."""
    with tempfile.TemporaryDirectory(prefix="testigo-") as folder:
        path = Path(folder) / "before.testigo"
        case.store.copy_to(path)
        with Store.open(path) as store:
            kept = "" if decision == NOTHING else decision_meant(decision, [link.id for link in case.chain()])
            store.decisions.forget_after(kept or None)
            reconcile(store)
        with Case(path) as before:
            yield before


def differences(before: State, after: State) -> list[Difference]:
    """List what differs: incidents by their date, then id; those without a change are left out."""
    old_of = {t: i for i, members in before.members.items() for t in members}
    new_of = {t: i for i, members in after.members.items() for t in members}
    found = [d for i in sorted(after.incidents) if (d := _of_new(i, before, after, old_of))]
    for old in sorted(before.incidents):
        met = {new_of[t] for t in before.members.get(old, ()) if t in new_of}
        if not met:
            found.append(
                Difference("gone", before.incidents[old], (old,), (), left=_named(before.members.get(old, ()), before))
            )
    return sorted(found, key=lambda d: (d.incident.date.start or "9999", d.incident.id))


def _of_new(new: str, before: State, after: State, old_of: Mapping[Telling, str]) -> Difference | None:
    members = after.members.get(new, frozenset())
    shared = sorted({old_of[t] for t in members if t in old_of}, key=lambda i: (i != new, i))
    incident = after.incidents[new]
    if not shared:
        return Difference("new", incident, (), (new,), came=_named(members, after))
    old = shared[0]
    came, left = members - before.members[old], before.members[old] - members
    changes = tuple(_changes(before.incidents[old], incident)) if old in before.incidents else ()
    what = "joined" if len(shared) > 1 else "parted" if any(t in _all(after) for t in left) else "changed"
    if what == "changed" and not (came or left or changes):
        return None
    return Difference(what, incident, tuple(shared), (new,), _named(came, after), _named(left, before), changes)


def _all(state: State) -> set[Telling]:
    return {t for members in state.members.values() for t in members}


def _named(members: Iterator[Telling] | frozenset[Telling] | Sequence[Telling], state: State) -> tuple[str, ...]:
    return tuple(sorted(state.names.get(d, d) for d, _ in members))


_WORDS: dict[str, Callable[[CaseIncident], str]] = {
    "kind": lambda i: plain(i.kind),
    "scope": lambda i: plain(i.scope),
    "stage": lambda i: i.stage,
    "date": lambda i: date_words(i.date),
    "place": lambda i: resolved_place_words(i.place),
    **{f: (lambda i, f=f: _figure(i, f)) for f in FIGURES},  # type: ignore[misc]
    "victims": lambda i: "; ".join(sorted(v.name or v.description or "?" for v in i.victims)),
    "perpetrators": lambda i: "; ".join(
        sorted(f"{d.name or d.description or '?'} ({d.stance})" for d in i.perpetrators)
    ),
    "weapons": lambda i: ", ".join(i.weapons),
    "disputed": lambda i: ", ".join(i.disputed),
    "independent_sources": lambda i: str(i.independent_sources),
}


def _figure(incident: CaseIncident, name: str) -> str:
    figure = getattr(incident, name)
    if figure is None:
        return ""
    groups = [f"{resolved_figure_words(f)} {plain(g)}" for g, f in (figure.by_group or {}).items()]
    return "; ".join([resolved_figure_words(figure) if figure.high is not None else "no figure", *groups])


def _changes(before: CaseIncident, after: CaseIncident) -> Iterator[Change]:
    for field, words in _WORDS.items():
        old, new = words(before), words(after)
        if old != new:
            yield Change(field, old or "nothing", new or "nothing")
