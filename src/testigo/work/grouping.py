"""Bring reports together, first edition: every report incident is its own case incident.

Actors are one where the register knows them by one id, and stand alone elsewhere. Whose incidents are one is worked out
by the room `reconcile`, once it stands; ids minted here stay.
"""

from dataclasses import dataclass

from testigo.store import Kind, Store, StoredMember

Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many case incidents and actors there are, and how many ids were minted for them just now."""

    incidents: int
    actors: int
    minted: int


def reconcile(store: Store) -> Reconciled:
    """Group the incidents and actors of all current reports; done again, it changes nothing."""
    with store.writing("reconcile"):
        before = len(store.groups.ids())
        counts = [len(store.groups.replace(kind, groups_of(kind, store))) for kind in ("incident", "actor")]
        return Reconciled(counts[0], counts[1], len(store.groups.ids()) - before)


def groups_of(kind: Kind, store: Store) -> list[Members]:
    """Give the groups as they should stand, members by document and place in the report."""
    found: dict[object, list[StoredMember]] = {}
    for member in store.groups.candidates(kind):
        found.setdefault(member.key or member, []).append(member)
    return [tuple((m.document, m.local) for m in members) for members in found.values()]
