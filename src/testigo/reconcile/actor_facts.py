"""What is compared of an actor: its names, its register id, and the company in which a report tells of it."""

from collections.abc import Iterable, Iterator

import msgspec

from testigo.reconcile.profiling import Member
from testigo.reconcile.spots import key_of
from testigo.records import Actor, Report
from testigo.reference.names import acronym_of, fold_name, is_acronym, person_words

APART = ("split_from", "successor_of")  # a name change or a split is a relation between two, never one actor
_SHORT_ACRONYM = 3


class ActorProfile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One actor of one report.

    names: folded; those alone that can tell somebody apart (a person's with two words, a body's with two or an acronym).
    company: where, and with whom, its report tells of it. apart: folded names of those it split from or succeeded.
    """

    document: str
    local: str
    is_person: bool
    register: str | None = None
    names: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def member(self) -> Member:
        """The name under which a partition knows it: document id and local id."""
        return self.document, self.local


def actor_profiles(reports: Iterable[Report]) -> Iterator[ActorProfile]:
    """Give the facts of every actor of these reports."""
    for report in reports:
        towns = {f"in:{key_of(p)}" for p in report.places if p.type in ("settlement", "second_level", "first_level")}
        lands = {f"in:{p.country}" for p in report.places if p.country}
        told = {a.id: telling_names(a) for a in report.actors}
        persons = {f"with:{n}" for a in report.actors if a.type == "person" for n in told[a.id]}
        parted = _parted(report)
        for actor in report.actors:
            company = towns | persons if actor.type == "person" else lands
            own = {f"with:{n}" for n in told[actor.id]}
            yield ActorProfile(
                document=report.document.id,
                local=actor.id,
                is_person=actor.type == "person",
                register=register_of(actor),
                names=told[actor.id],
                company=tuple(sorted(company - own)),
                apart=tuple(sorted({n for other in parted.get(actor.id, ()) for n in told[other]})),
            )


def register_of(actor: Actor) -> str | None:
    """Give an actor's id in a register: ours where it has one, else the first by scheme."""
    ids = actor.ids or {}
    scheme = "testigo" if "testigo" in ids else min(ids, default=None)
    return f"{scheme}:{ids[scheme]}" if scheme else None


def telling_names(actor: Actor) -> tuple[str, ...]:
    """Give an actor's names, folded, that can tell it apart; "Ruiz" or "police" cannot."""
    every = (actor.name, *actor.names)
    if actor.type == "person":
        words = (person_words(n) for n in every)
        return tuple(sorted({" ".join(w) for w in words if len(w) > 1}))
    return tuple(sorted({fold_name(n) for n in every if _tells_a_body(n)} - {""}))


def _tells_a_body(name: str) -> bool:
    """Is it two capitalised words or more, or an acronym of three letters or more?"""
    if is_acronym(name):
        return len(fold_name(name).replace(" ", "")) >= _SHORT_ACRONYM
    return len(acronym_of(name)) > 1


def _parted(report: Report) -> dict[str, set[str]]:
    """Give for each actor those of its report that it split from, succeeded, or the other way round."""
    found: dict[str, set[str]] = {}
    for claim in report.claims:
        other = getattr(claim.value, "actor", None)
        if claim.predicate in APART and other:
            found.setdefault(claim.subject, set()).add(other)
            found.setdefault(other, set()).add(claim.subject)
    return found
