"""Case ids: each minted once from the member that founded it, kept for good, redirected after a merge."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from testigo.records import Grouping, Partition, StoreError
from testigo.store import schema
from testigo.store.database import Database
from testigo.store.rows import Kind, StoredMember

_g, _m = schema.groups, schema.members
_DIGITS = 8  # of the document id in a case id, as in a claim's; more where two documents share them


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

    def replace(self, kind: Kind, groups: Iterable[tuple[tuple[str, str], ...]]) -> list[Grouping]:
        """Keep who belongs together. A group has the id of its first member that founded one; else one is minted.

        groups: members as (document id, local id), the founding member first. Raises StoreError for a member in two.
        """
        wanted = list(groups)
        every = [member for members in wanted for member in members]
        if len(set(every)) < len(every):
            raise StoreError(f"{self._database.where}: an {kind} stands in two groups")
        with self._database.changing() as conn:
            conn.execute(delete(_m).where(_m.c.kind == kind))
            made = [Grouping(id=_id_of(conn, kind, members), members=members) for members in wanted]
            rows = [{"document": d, "local": i, "kind": kind, "id": g.id} for g in made for d, i in g.members]
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

    def partition(self) -> Partition:
        """Give the groups as they stand, by id, each with its founder first."""
        with self._database.reading() as conn:
            founders = {r.id: (r.document, r.local) for r in conn.execute(select(_g))}
            found: dict[str, dict[str, list[tuple[str, str, float | None]]]] = {"incident": {}, "actor": {}}
            for r in conn.execute(select(_m)):
                found[r.kind].setdefault(r.id, []).append((r.document, r.local, r.score))
        incidents, actors = (
            tuple(_grouping(group, founders[group], members) for group, members in sorted(found[kind].items()))
            for kind in ("incident", "actor")
        )
        return Partition(incidents=incidents, actors=actors)


def _grouping(group: str, founder: tuple[str, str], members: list[tuple[str, str, float | None]]) -> Grouping:
    ordered = sorted(members, key=lambda m: (m[:2] != founder, m[:2]))
    return Grouping(id=group, members=tuple(m[:2] for m in ordered), scores=tuple(m[2] for m in ordered))


def _id_of(conn: Connection, kind: Kind, members: tuple[tuple[str, str], ...]) -> str:
    for document, local in members:
        founded = select(_g.c.id).where(_g.c.document == document, _g.c.local == local)
        found: str | None = conn.execute(founded).scalar()
        if found is not None:
            return found
    return _minted(conn, kind, *members[0])


def _minted(conn: Connection, kind: Kind, document: str, local: str) -> str:
    digits = document.removeprefix("sha256:")
    for length in range(_DIGITS, len(digits) + 1):
        group = f"{digits[:length]}:{local}"
        if not conn.execute(select(_g.c.id).where(_g.c.id == group)).first():
            conn.execute(insert(_g).values(id=group, kind=kind, document=document, local=local))
            return group
    raise StoreError(f"no id left for {local} of {document}")


def _followed(leads: dict[str, str | None], group: str) -> str:
    seen = {group}
    while (to := leads.get(group)) and to not in seen:
        seen.add(group := to)
    return group
