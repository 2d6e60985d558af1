"""Which actors of many reports are one: the same group, force or person under all its names.

What the register, or the user's own, knows by one id is one. Anybody else is one with whom a report calls by the same
full name in the same company: a person in the same town or beside the same other person, a body in the same country.
Namesakes stay apart: a name that the register gives to two adds nobody to either, two actors that one report tells
apart are never one, and no group holds two register ids. A split or a change of name is a relation and parts the two.
"""

from collections.abc import Iterable, Mapping

from testigo.reconcile.actor_facts import ActorProfile, actor_profiles
from testigo.reconcile.clustering import Group, Links
from testigo.reconcile.profiling import Member
from testigo.records import Report


def reconcile_actors(reports: Iterable[Report], links: Links | None = None) -> tuple[Group, ...]:
    """Group the actors of reports, all of them, sorted; see `cluster_actors`."""
    return cluster_actors(actor_profiles(reports), links)


def actor_keys(profile: ActorProfile) -> tuple[str, ...]:
    """Name the buckets in which this actor may meet others, sorted: any two that become one share a chain of them."""
    kind = "p" if profile.is_person else "b"
    named = {f"{kind}:{name}" for name in profile.names}
    return tuple(sorted(named | ({f"r:{profile.register}"} if profile.register else set())))


def cluster_actors(profiles: Iterable[ActorProfile], links: Links | None = None) -> tuple[Group, ...]:
    """Group actors, all of them, sorted; the order of the input does not matter. links: what people decided."""
    known = {p.member: p for p in sorted(profiles, key=lambda p: p.member)}
    heaps = _Heaps(known, links or Links())
    for a, b in _by_register(known):
        heaps.join(a, b)
    for a, b in _by_name(known):
        heaps.join(a, b)
    return tuple(Group(g, (None,) * len(g)) for g in heaps.groups())


def _by_register(known: Mapping[Member, ActorProfile]) -> list[tuple[Member, Member]]:
    first: dict[str, Member] = {}
    return [(first.setdefault(p.register, m), m) for m, p in known.items() if p.register]


def _by_name(known: Mapping[Member, ActorProfile]) -> list[tuple[Member, Member]]:
    """Give pairs of one name in one company, each with the first of that name and company: few, however many share it."""
    owners: dict[tuple[bool, str], set[str]] = {}
    for p in known.values():
        for name in p.names if p.register else ():
            owners.setdefault((p.is_person, name), set()).add(p.register or "")
    first: dict[tuple[bool, str, str], Member] = {}
    found = set()
    for member, p in known.items():
        for name in p.names:
            if len(owners.get((p.is_person, name), ())) > 1:
                continue
            for where in p.company:
                found.add((first.setdefault((p.is_person, name, where), member), member))
    return sorted(found)


class _Heaps:
    """Groups as they grow, with what keeps them apart."""

    def __init__(self, known: Mapping[Member, ActorProfile], links: Links) -> None:
        self._known = known
        self._of = {m: m for m in known}
        self._members: dict[Member, list[Member]] = {m: [m] for m in known}
        for a, b in sorted(links.must):
            if a in known and b in known and self._of[a] != self._of[b]:
                self._pour(self._of[a], self._of[b])
        self._barred: dict[Member, set[Member]] = {}
        for a, b in links.cannot:
            self._barred.setdefault(a, set()).add(b)
            self._barred.setdefault(b, set()).add(a)

    def join(self, a: Member, b: Member) -> None:
        """Make two actors one with all that are one with them, unless something keeps them apart."""
        one, other = self._of[a], self._of[b]
        if one != other and self._may(self._members[one], self._members[other]):
            self._pour(one, other)

    def groups(self) -> list[tuple[Member, ...]]:
        """Give the groups, each sorted."""
        return sorted(tuple(sorted(g)) for g in self._members.values())

    def _may(self, one: list[Member], other: list[Member]) -> bool:
        ours, theirs = [self._known[m] for m in one], [self._known[m] for m in other]
        registers = {p.register for p in (*ours, *theirs) if p.register}
        if len(registers) > 1 or {p.document for p in ours} & {p.document for p in theirs}:
            return False
        if any(self._barred.get(m, set()).intersection(other) for m in one):
            return False
        named, parted = {n for p in ours for n in p.names}, {n for p in ours for n in p.apart}
        return not any(parted.intersection(p.names) or named.intersection(p.apart) for p in theirs)

    def _pour(self, one: Member, other: Member) -> None:
        one, other = min(one, other), max(one, other)
        gone = self._members.pop(other)
        self._members[one] += gone
        self._of |= dict.fromkeys(gone, one)
