"""Case ids: each minted once from the member that founded it, kept for good, redirected after a merge.

A group has the oldest of the ids that its members founded; the others lead to it. So nothing that is added renames what
was there, and what is taken apart again has its own ids again. People who merge say which id stays.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from testigo.records import Grouping, Partition, StoreError
from testigo.store import schema
from testigo.store.database import Database
from testigo.store.minting import Member, Minting, grouping
from testigo.store.rows import Founder, Kind, StoredMember
from testigo.store.things import chunks

_g, _m, _t = schema.groups, schema.members, schema.things
GONE = "gone:"  # before the local id of a founder that the current reading does not tell


class Groups:
    """Which report incidents, and which actors, are one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def candidates(self, kind: Kind) -> list[StoredMember]:
        """List every incident, or every actor, of the current reports, by document and place in its report."""
        table = schema.incidents if kind == "incident" else schema.actors
        with self._database.reading() as conn:
            rows = conn.execute(select(table)).all()
        found = [StoredMember(r.document, r.local, getattr(r, "register", None)) for r in rows]
        return sorted(found, key=lambda m: (m.document, int(m.local[1:]) if m.local[1:].isdigit() else 0, m.local))

    def replace(self, kind: Kind, groups: Iterable[tuple[Member, ...]]) -> list[Grouping]:
        """Keep who belongs together, all of a kind; see `regroup`."""
        with self._database.reading() as conn:
            before = {(r.document, r.local) for r in conn.execute(select(_m).where(_m.c.kind == kind))}
        wanted = [Grouping(id="", members=members) for members in groups]
        return self.regroup(kind, before | {m for g in wanted for m in g.members}, wanted)

    def regroup(
        self,
        kind: Kind,
        touched: Collection[Member],
        groups: Sequence[Grouping],
        yields: Mapping[str, str] | None = None,
    ) -> list[Grouping]:
        """Keep who belongs together among the touched members, and leave all others as they are; give them their ids.

        groups: of touched members, the founding member first. yields: ids that people merged into others. The touched
        are no longer stale. Raises StoreError for a member in two groups.
        """
        every = [member for g in groups for member in g.members]
        if len(set(every)) < len(every):
            raise StoreError(f"{self._database.where}: an {kind} stands in two groups")
        with self._database.changing() as conn:
            minting = Minting(conn, kind, {*every, *touched})
            _leave(conn, touched)
            made = [minting.named(g, yields or {}) for g in groups]
            minting.write()
            rows = [
                {"document": m[0], "local": m[1], "kind": kind, "id": g.id, "score": score}
                for g in made
                for m, score in zip(g.members, g.scores or (None,) * len(g.members), strict=True)
            ]
            if rows:
                conn.execute(insert(_m), rows)
        return made

    def redirect(self, old: str, new: str) -> None:
        """Let an id that was merged away lead to the one that stays."""
        with self._database.changing() as conn:
            conn.execute(update(_g).where(_g.c.id == old).values(redirect=new))

    def ids(self) -> dict[str, str]:
        """Give every id that was ever minted, with the id that it leads to now."""
        with self._database.reading() as conn:
            leads = {r.id: r.redirect for r in conn.execute(select(_g.c.id, _g.c.redirect).order_by(_g.c.id))}
        return {group: _followed(leads, group) for group in leads}

    def leads(self) -> dict[str, str]:
        """Give what a person may type for a group: every id ever minted, and its members as `digits:i1`."""
        found = self.ids()
        with self._database.reading() as conn:
            for r in conn.execute(select(_m.c.document, _m.c.local, _m.c.id)):
                found.setdefault(f"{r.document.removeprefix('sha256:')}:{r.local}", r.id)
        return found

    def partition(self) -> Partition:
        """Give the groups as they stand, by id, each with its founder first."""
        with self._database.reading() as conn:
            founders = {r.id: (r.document, r.local) for r in conn.execute(select(_g))}
            found: dict[str, dict[str, list[tuple[str, str, float | None]]]] = {"incident": {}, "actor": {}}
            for r in conn.execute(select(_m)):
                found[r.kind].setdefault(r.id, []).append((r.document, r.local, r.score))
        incidents, actors = (
            tuple(grouping(group, founders[group], members) for group, members in sorted(found[kind].items()))
            for kind in ("incident", "actor")
        )
        return Partition(incidents=incidents, actors=actors)

    def told_in(self, documents: Collection[str], kind: Kind) -> list[str]:
        """List the case ids of a kind that have a member in one of these documents."""
        with self._database.reading() as conn:
            return sorted(
                {
                    i
                    for chunk in chunks(sorted(documents))
                    for i in conn.execute(select(_m.c.id).where(_m.c.document.in_(chunk), _m.c.kind == kind)).scalars()
                }
            )

    def holding(self, members: Collection[Member]) -> dict[Member, str]:
        """Give the case ids of these members; those in no group are left out."""
        wanted = set(members)
        with self._database.reading() as conn:
            rows = (
                r
                for chunk in chunks(sorted({d for d, _ in wanted}))
                for r in conn.execute(select(_m).where(_m.c.document.in_(chunk)))
            )
            return {(r.document, r.local): r.id for r in rows if (r.document, r.local) in wanted}

    def some(self, ids: Collection[str]) -> list[Grouping]:
        """Give these groups, by id, each with its founder first."""
        with self._database.reading() as conn:
            founders: dict[str, Member] = {}
            found: dict[str, list[tuple[str, str, float | None]]] = {}
            for chunk in chunks(sorted(ids)):
                for r in conn.execute(select(_g).where(_g.c.id.in_(chunk))):
                    founders[r.id] = (r.document, r.local)
                for r in conn.execute(select(_m).where(_m.c.id.in_(chunk))):
                    found.setdefault(r.id, []).append((r.document, r.local, r.score))
        return [grouping(group, founders[group], members) for group, members in sorted(found.items())]

    def around(self, actors: Collection[Member], incident: str) -> Partition:
        """Give the part of the partition that resolves one incident: it, and the case actors of these report actors."""
        ids = set(self.holding(actors).values())
        return Partition(incidents=tuple(self.some([incident])), actors=tuple(self.some(ids)))

    def count(self, kind: Kind) -> int:
        """Tell how many groups stand."""
        query = select(func.count(_m.c.id.distinct())).where(_m.c.kind == kind)
        with self._database.reading() as conn:
            return int(conn.execute(query).scalar_one())

    def minted(self) -> int:
        """Tell how many ids were ever minted, but for those that were purged."""
        with self._database.reading() as conn:
            return int(conn.execute(select(func.count()).select_from(_g)).scalar_one())

    def founders(self, documents: Collection[str]) -> dict[str, list[Founder]]:
        """List the case ids that things of these documents founded, by document; those without are left out."""
        found: dict[str, list[Founder]] = {}
        with self._database.reading() as conn:
            for chunk in chunks(sorted(documents)):
                for r in conn.execute(select(_g).where(_g.c.document.in_(chunk)).order_by(_g.c.id)):
                    span = None if r.first is None else (r.first, r.last)
                    found.setdefault(r.document, []).append(Founder(r.id, r.local.removeprefix(GONE), span))
        return found

    def refound(self, document: str, locals_: Mapping[str, str | None]) -> None:
        """Say what a new reading calls the founders of these ids; None: it does not tell them any more.

        An id whose founder is gone goes on with another of its members, and waits where there is none.
        """
        with self._database.changing() as conn:
            for group in sorted(locals_):  # first out of each other's way: two may have changed names
                conn.execute(update(_g).where(_g.c.id == group).values(local=f"{GONE}{group}"))
            taken: set[str] = set()
            for group, local in sorted(locals_.items()):
                if local is not None and local not in taken:
                    taken.add(local)
                    conn.execute(update(_g).where(_g.c.id == group).values(local=local))
                else:
                    give_to_heir(conn, group, document)


def give_to_heir(conn: Connection, group: str, document: str) -> bool:
    """Let another member of a group, of another document, found its id; False where there is none."""
    founds = select(_g.c.id).where(_g.c.document == _m.c.document, _g.c.local == _m.c.local).exists()
    others = select(_m.c.document, _m.c.local).where(_m.c.id == group, _m.c.document != document)
    heir = conn.execute(others.where(~founds).order_by(_m.c.document, _m.c.local)).first()
    if heir is None:
        return conn.execute(others).first() is not None
    at = conn.execute(
        select(_t.c.first, _t.c.last).where(_t.c.document == heir.document, _t.c.local == heir.local)
    ).first()
    first, last = at or (None, None)
    values = {"document": heir.document, "local": heir.local, "first": first, "last": last}
    conn.execute(update(_g).where(_g.c.id == group).values(**values))
    return True


def _leave(conn: Connection, touched: Collection[Member]) -> None:
    """Take the touched out of their groups; they are no longer stale."""
    rows = [{"d": d, "i": i} for d, i in sorted(touched)]
    if rows:
        for table, change in ((_m, delete(_m)), (_t, update(_t).values(stale=0))):
            same = (table.c.document == bindparam("d"), table.c.local == bindparam("i"))
            conn.execute(change.where(*same), rows)


def _followed(leads: dict[str, str | None], group: str) -> str:
    seen = {group}
    while (to := leads.get(group)) and to not in seen:
        seen.add(group := to)
    return group
