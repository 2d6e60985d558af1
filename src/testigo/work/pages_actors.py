"""Actors and their ties as small trees: "MPCP ← split from Shining Path; led by …"."""

from collections.abc import Iterator, Sequence

from testigo.records import Actor, Claim, Report
from testigo.records.value_words import value_words
from testigo.records.values import RelationValue
from testigo.records.words import plain, speaker_words
from testigo.work.pages import Line, Section

ARROWS = {"split_from": "← split from", "successor_of": "← successor of", "alias": "also called"}
ORDER = (
    "split_from", "successor_of", "founded_by", "led_by", "unit_of", "member_of", "affiliated_with", "relative_of",
    "alias", "ideology", "origin", "strength", "attributed_deaths",
)  # fmt: skip
# Facts that can be true in one way only: told twice and differently, the accounts differ.
SINGLE = ("died", "strength")
GROUPS = ("armed_group", "criminal_group")
_STANCES = {
    "suspected": "suspected", "possible": "possible", "claimed": "its own claim", "denied": "denied",
    "planned": "planned",
}  # fmt: skip


def actor_sections(report: Report, refs: str | None) -> Iterator[Section]:
    """Give the actors of whom something is told, as trees, then the names of the others."""
    told = {c.subject for c in report.claims if c.subject.startswith("a")}
    tree = _Tree(report, refs)
    roots = sorted(
        (a for a in report.actors if a.id in told), key=lambda a: (a.type not in GROUPS, _is_named(report, a))
    )
    lines = [line for line in (tree.root(a) for a in roots) if line]
    if lines:
        yield Section("Actors", tuple(lines))
    others = [a for a in report.actors if a.id not in told and a.id not in tree.shown]
    if others:
        names = "; ".join(f"{a.name} ({plain(a.type)})" for a in others)
        yield Section("Also named", (Line(names),))


def _is_named(report: Report, actor: Actor) -> bool:
    """Tell whether another actor's tie leads here, so that it hangs below that one."""
    return any(getattr(c.value, "actor", None) == actor.id for c in report.claims if c.subject.startswith("a"))


def fact_note(claim: Claim, report: Report) -> str:
    """Say who says so and how firmly, of an actor."""
    speaker = speaker_words(claim, report)
    words = (_STANCES.get(claim.stance, ""), f"according to {speaker}" if speaker else "")
    return ", ".join(w for w in words if w)


class _Tree:
    """Trees of one report; an actor's own branches are shown once, where it is met first."""

    def __init__(self, report: Report, refs: str | None) -> None:
        self._report, self._refs = report, refs
        self.shown: set[str] = set()

    def root(self, actor: Actor) -> Line | None:
        if actor.id in self.shown:
            return None
        also = [n for n in actor.names if not self._is_told_alias(actor, n)]
        note = ", ".join((plain(actor.type), *(f"also “{n}”" for n in also)))
        return Line(actor.name, note=note, below=self._branches(actor.id))

    def _is_told_alias(self, actor: Actor, name: str) -> bool:
        return any(c.value.name == name for c in self._report.claims_about(actor.id, "alias"))

    def _branches(self, actor_id: str) -> tuple[Line, ...]:
        if actor_id in self.shown:
            return ()
        self.shown.add(actor_id)
        claims = sorted(self._report.claims_about(actor_id), key=_place_in_order)
        return tuple(self._line(c, claims) for c in claims)

    def _line(self, claim: Claim, beside: Sequence[Claim]) -> Line:
        other = claim.value.actor if isinstance(claim.value, RelationValue) else None
        return Line(
            value_words(claim, self._report),
            ARROWS.get(claim.predicate, plain(claim.predicate)),
            tuple(dict.fromkeys(s.quote for s in claim.evidence)),
            fact_note(claim, self._report),
            "" if self._refs is None else self._refs + claim.id,
            claim.stance == "denied" or _differs(claim, beside),
            self._branches(other) if other else (),
        )


def _differs(claim: Claim, beside: Sequence[Claim]) -> bool:
    alike = [c for c in beside if c.predicate == claim.predicate]
    return claim.predicate in SINGLE and any(c.value != claim.value for c in alike)


def _place_in_order(claim: Claim) -> int:
    return ORDER.index(claim.predicate) if claim.predicate in ORDER else len(ORDER)
