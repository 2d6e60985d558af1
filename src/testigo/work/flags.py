"""What became of people's decisions: which are undone, overruled, or meet another reading than they were made on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from testigo.records import Decision, FormatError, Report, StoreError
from testigo.resolve import active_decisions
from testigo.resolve.judged import by_document, judge
from testigo.store import Kind, Store
from testigo.work.finding_words import Finder
from testigo.work.links import linked

_KINDS: tuple[Kind, ...] = ("incident", "actor")
_SAID = {
    "moved": "stands; the words that it points at were read a little otherwise since",
    "differs": "stands, but another value is read there now than when it was made",
    "brought": "stands by itself: the claim that it corrects is read no more",
    "lost": "meets no words that are read now; it stays, and waits",
    "overruled": "is overruled, in part or whole, by newer decisions",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision with what became of it. flag: what wants a look, in words; empty where all is as it was decided."""

    decision: Decision
    undone: bool
    flag: str = ""
    about: str = ""


def standings(store: Store) -> list[Standing]:
    """Give what became of every decision that can be read, oldest first."""
    decisions = store.decisions.all()
    active = {d.id for d in active_decisions(decisions)}
    flags = dict(_on_claims(store, decisions)) | dict(_on_groups(store, decisions))
    names = {d.id: d.name for d in store.documents.all()}
    return [Standing(d, _is_undone(d, active), flags.get(d.id, ""), _about(d, names)) for d in decisions]


def _is_undone(decision: Decision, active: set[str]) -> bool:
    return decision.verb != "undo" and decision.id not in active


def _about(decision: Decision, names: Mapping[str, str]) -> str:
    return names.get(decision.target.document or "", "")


def _on_claims(store: Store, decisions: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    for document, told in by_document(decisions).items():
        report = _report(store, document)
        if report is None:
            yield from ((d.id, "its document is not in the case, or was not read") for d in told)
            continue
        try:
            outcomes = judge(report, told).outcomes
        except FormatError as error:
            yield from ((d.id, error.message) for d in told)
            continue
        yield from ((d, _SAID[o]) for d, o in outcomes.items() if o != "holds")


def _report(store: Store, document: str) -> Report | None:
    try:
        return store.documents.report(document)
    except StoreError:
        return None


def _on_groups(store: Store, decisions: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    finder = Finder(store)
    for kind in _KINDS:
        outcomes = linked(decisions, kind, finder).outcomes
        yield from ((d, _SAID[o]) for d, o in outcomes.items() if o != "holds")
