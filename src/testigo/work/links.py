"""What people decided about who belongs together, as links between report incidents, or actors, of the current reports.

`same` and `not_same` link the pair that they name. `merge` ties all members of both groups, as they were when it was
decided; `split` ties the members of each part and keeps the parts from one another. The newest decision wins: an older
link that contradicts newer ones, also by way of others, is overruled and said to be. `unsure` takes back what older
decisions said of that pair, and the pair is not asked again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from testigo.reconcile import Links
from testigo.records import Decision, SpanTarget, load
from testigo.resolve import active_decisions

Member = tuple[str, str]
Pair = tuple[Member, Member]
Words = tuple[str, int, int]  # document, start, end
ON_GROUPS = ("merge", "split", "same", "not_same", "unsure")

# holds: in force. moved: in force, its words moved a little. overruled: newer decisions say otherwise. lost: some of
# its words are not told any more; the rest is in force.
LinkOutcome = Literal["holds", "moved", "overruled", "lost"]


@dataclass(frozen=True, slots=True)
class Met:
    """Where words lead: the member, None where they lead nowhere; exact: to the very words."""

    member: Member | None
    exact: bool


Finds = Callable[[str, SpanTarget], Met]


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of one kind. yields: ids merged into others. outcomes: what became of each decision, by its id."""

    links: Links
    yields: dict[str, str]
    outcomes: dict[str, LinkOutcome]
    _weaving: "_Weaving"

    def settles(self, a: Member, b: Member) -> bool:
        """Tell whether people decided about this pair, if only by what they decided about others, or are unsure."""
        return (min(a, b), max(a, b)) in self._weaving.settled or self._weaving.decides(a, b)

    def ties(self) -> dict[Member, set[Member]]:
        """Give for each member those that it is tied to."""
        found: dict[Member, set[Member]] = {}
        for a, b in self.links.must:
            found.setdefault(a, set()).add(b)
            found.setdefault(b, set()).add(a)
        return found


def linked(decisions: Sequence[Decision], kind: str, finds: Finds) -> Linked:
    """Give the links of incidents or of actors. decisions: in the order of their chain. finds: where words lead."""
    weaving = _Weaving()
    yields: dict[str, str] = {}
    for decision in reversed(active_decisions(decisions)):
        if decision.verb not in ON_GROUPS or kind_of(decision) != kind:
            continue
        weaving.hear(decision, finds)
        if decision.verb == "merge" and decision.target.case and isinstance(decision.after, dict):
            yields.setdefault(decision.target.case, str(decision.after.get("case")))
    return Linked(Links(frozenset(weaving.must), frozenset(weaving.cannot)), yields, weaving.outcomes, weaving)


def kind_of(decision: Decision) -> str:
    """Tell whether a decision is about incidents or actors."""
    return decision.target.kind or "incident"


def parts_of(decision: Decision) -> list[list[SpanTarget]]:
    """Give the groups of words that a merge or split is about: both sides of a merge, the parts of a split."""
    before = decision.before if isinstance(decision.before, dict) else {}
    after = decision.after if isinstance(decision.after, dict) else {}
    if decision.verb == "merge":
        return [_spans(part) for part in before.get("members") or []]
    apart = [_spans(part) for part in after.get("apart") or []]
    gone = {_key(s) for part in apart for s in part}
    staying = [s for part in before.get("members") or [] for s in _spans(part) if _key(s) not in gone]
    return [p for p in (staying, *apart) if p]


def _spans(part: Any) -> list[SpanTarget]:
    return [load(dict(s), SpanTarget) for s in part]


def _key(span: SpanTarget) -> Words:
    return span.document, span.start, span.end


def spans_of(decision: Decision) -> list[SpanTarget]:
    """List all the words that a decision about groups names."""
    if decision.target.pair:
        return list(decision.target.pair)
    return [s for part in parts_of(decision) for s in part]


@dataclass(slots=True)
class _Weaving:
    """Links while decisions are heard, the newest first."""

    must: set[Pair] = field(default_factory=set)
    cannot: set[Pair] = field(default_factory=set)
    settled: dict[Pair, str] = field(default_factory=dict)
    outcomes: dict[str, LinkOutcome] = field(default_factory=dict)
    _parents: dict[Member, Member] = field(default_factory=dict)
    _barred: dict[Member, set[Member]] = field(default_factory=dict)  # root to roots

    def hear(self, decision: Decision, finds: Finds) -> None:
        met = {_key(s): finds(kind_of(decision), s) for s in spans_of(decision)}
        found = {key: m.member for key, m in met.items() if m.member}
        outcome: LinkOutcome = "holds" if all(m.exact for m in met.values()) else "moved"
        outcome = "lost" if len(found) < len(met) else outcome
        taken = self._pair(decision, found) if decision.target.pair else self._groups(decision, found)
        self.outcomes[decision.id] = outcome if taken else "overruled"

    def _pair(self, decision: Decision, found: dict[Words, Member]) -> bool:
        """Take in what is said of a pair; False where newer decisions say otherwise."""
        members = sorted({found[_key(s)] for s in decision.target.pair or () if _key(s) in found})
        if len(members) < 2:
            return True
        pair = members[0], members[1]
        if pair in self.settled:
            return decision.verb == self.settled[pair]
        self.settled[pair] = decision.verb
        if decision.verb == "unsure":
            return True
        return self._tie(*pair) if decision.verb == "same" else self._bar(*pair)

    def _groups(self, decision: Decision, found: dict[Words, Member]) -> bool:
        """Take in a merge or a split; False where newer decisions keep part of it from coming about."""
        parts = [[found[_key(s)] for s in part if _key(s) in found] for part in parts_of(decision)]
        if decision.verb == "merge":
            parts = [[m for part in parts for m in part]]
        woven = [self._woven(sorted(set(part))) for part in parts]
        whole = all(len(w) <= 1 for w in woven)
        for i, one in enumerate(woven):
            for other in woven[i + 1 :]:
                barred = [self._bar(a, b) for a in one for b in other]
                whole &= all(barred)
        return whole

    def _woven(self, members: Sequence[Member]) -> list[Member]:
        """Tie members to one another as far as newer decisions let them; give one of each heap that comes of it."""
        heaps: list[Member] = []
        for member in members:
            if not any(self._tie(heap, member) for heap in heaps):
                heaps.append(member)
        return heaps

    def _tie(self, a: Member, b: Member) -> bool:
        one, other = self._root(a), self._root(b)
        if other in self._barred.get(one, ()):
            return False
        self._join(one, other)
        self.must.add((min(a, b), max(a, b)))
        return True

    def _bar(self, a: Member, b: Member) -> bool:
        one, other = self._root(a), self._root(b)
        if one == other:
            return False
        self._barred.setdefault(one, set()).add(other)
        self._barred.setdefault(other, set()).add(one)
        self.cannot.add((min(a, b), max(a, b)))
        return True

    def decides(self, a: Member, b: Member) -> bool:
        """Tell whether two members must, or cannot, be one."""
        one, other = self._root(a), self._root(b)
        return one == other or other in self._barred.get(one, ())

    def _root(self, member: Member) -> Member:
        root = member
        while (up := self._parents.get(root, root)) != root:
            root = up
        while (up := self._parents.get(member, member)) != root:
            self._parents[member] = root
            member = up
        return root

    def _join(self, one: Member, other: Member) -> None:
        if one == other:
            return
        self._parents[other] = one
        for root in self._barred.pop(other, set()):
            self._barred[root].discard(other)
            self._barred[root].add(one)
            self._barred.setdefault(one, set()).add(root)
