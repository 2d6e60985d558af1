"""Names for groups: the oldest id that one of their members founded, or a new one."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, func, insert, select, update

from testigo.records import Grouping, StoreError
from testigo.store import schema
from testigo.store.rows import Kind
from testigo.store.things import chunks

_g, _t = schema.groups, schema.things
_DIGITS = 8  # of the document id in a case id, as in a claim's; more where two documents share them
Member = tuple[str, str]


class Minting:
    """Names for groups: the ids that their members founded, or new ones."""

    def __init__(self, conn: Connection, kind: Kind, members: Collection[Member]) -> None:
        self._conn, self._kind = conn, kind
        self._founded: dict[Member, tuple[int, str]] = {}
        self._leads: dict[str, str | None] = {}
        self._words: dict[Member, tuple[int, int]] = {}
        for chunk in chunks(sorted({d for d, _ in members})):
            for r in conn.execute(select(_g).where(_g.c.document.in_(chunk))):
                self._founded[r.document, r.local] = (r.no or 0, r.id)
                self._leads[r.id] = r.redirect
            for r in conn.execute(
                select(_t.c.document, _t.c.local, _t.c.first, _t.c.last).where(_t.c.document.in_(chunk))
            ):
                self._words[r.document, r.local] = (r.first, r.last)
        self._taken = self._shortest(members)
        self._next = (conn.execute(select(func.max(_g.c.no))).scalar() or 0) + 1
        self._made: list[dict[str, object]] = []
        self._led: list[dict[str, str | None]] = []

    def _shortest(self, members: Collection[Member]) -> set[str]:
        """Give those of the shortest ids of these members that somebody has."""
        wanted = sorted({_short(*m, _DIGITS) for m in members})
        return {
            i
            for chunk in chunks(wanted)
            for i in self._conn.execute(select(_g.c.id).where(_g.c.id.in_(chunk))).scalars()
        }

    def named(self, group: Grouping, yields: Mapping[str, str]) -> Grouping:
        """Give a group its id, the ids that give way to it leading there."""
        ids = [i for _, i in sorted(self._founded[m] for m in group.members if m in self._founded)]
        staying = [i for i in ids if not _yields(i, ids, yields)] or ids
        chosen = staying[0] if staying else self._minted(*group.members[0])
        for other in ids:
            to = None if other == chosen else chosen
            if self._leads[other] != to:
                self._led.append({"group": other, "to": to})
        founder = next((m for m in group.members if self._founded.get(m, (0, ""))[1] == chosen), None)
        return _ordered(chosen, founder, group)

    def write(self) -> None:
        """Write the new ids, and where the others lead."""
        if self._made:
            self._conn.execute(insert(_g), self._made)
        if self._led:
            change = update(_g).where(_g.c.id == bindparam("group")).values(redirect=bindparam("to"))
            self._conn.execute(change, self._led)

    def _minted(self, document: str, local: str) -> str:
        for length in range(_DIGITS, len(document) + 1):
            group = _short(document, local, length)
            if group in self._taken or (length > _DIGITS and self._is_taken(group)):
                continue
            self._taken.add(group)
            first, last = self._words.get((document, local), (None, None))
            row = {"id": group, "kind": self._kind, "document": document, "local": local}
            self._made.append(row | {"first": first, "last": last, "no": self._next})
            self._founded[document, local] = (self._next, group)
            self._next += 1
            return group
        raise StoreError(f"no id left for {local} of {document}")

    def _is_taken(self, group: str) -> bool:
        return self._conn.execute(select(_g.c.id).where(_g.c.id == group)).first() is not None


def _short(document: str, local: str, length: int) -> str:
    return f"{document.removeprefix('sha256:')[:length]}:{local}"


def _yields(group: str, ids: Collection[str], yields: Mapping[str, str]) -> bool:
    """Tell whether people merged this id into another one of these, through any chain of merges."""
    seen = {group}
    while (to := yields.get(group)) and to not in seen:
        if to in ids:
            return True
        seen.add(group := to)
    return False


def grouping(group: str, founder: Member, members: list[tuple[str, str, float | None]]) -> Grouping:
    """Make a group of (document, local id, score), its founder first."""
    ordered = sorted(members, key=lambda m: (m[:2] != founder, m[:2]))
    return Grouping(id=group, members=tuple(m[:2] for m in ordered), scores=tuple(m[2] for m in ordered))


def _ordered(group: str, founder: Member | None, told: Grouping) -> Grouping:
    scores = told.scores or (None,) * len(told.members)
    rows = [(*m, s) for m, s in zip(told.members, scores, strict=True)]
    made = grouping(group, founder or told.members[0], rows)
    return made if told.scores else Grouping(id=group, members=made.members)
