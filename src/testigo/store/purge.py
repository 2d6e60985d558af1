"""Erase a document, or what a decision says, everywhere: rows first, then every byte that they left behind.

With a document go its bytes, text, reports, names, problems and place in search, and the contents of decisions about
its words, which may quote them. The chain's links stay: they hold no words. A case id that it founded goes to another
member, and goes where there is none.
"""

from sqlalchemy import Connection, delete, or_, select, update

from testigo.records import StoreError
from testigo.store import schema
from testigo.store.database import Database
from testigo.store.groups import give_to_heir
from testigo.store.rows import Purged
from testigo.store.things import make_stale_around

_d, _c = schema.documents, schema.contents
_g = schema.groups


def purge_document(database: Database, document: str) -> Purged:
    """Erase a document. Raises StoreError if there is none, BusyError while someone reads."""
    with database.changing() as conn:
        row = conn.execute(select(_d.c.no, _d.c.name).where(_d.c.id == document)).first()
        if row is None:
            raise StoreError(f"{database.where}: no document {document}")
        alike = _alike(conn, document)
        decisions = _erase(conn, _about(conn, document))
        database.search.forget(conn, row.no)
        _forget_names(conn, document, row.name)
        conn.execute(update(_d).where(_d.c.reprint_of == document).values(reprint_of=None, compared=0))
        make_stale_around(conn, [document])
        conn.execute(delete(_d).where(_d.c.id == document))
        _leave_groups(conn, document)
    database.scrub()
    return Purged((document,), decisions, alike)


def purge_decision(database: Database, decision: str) -> Purged:
    """Erase what a decision says; its link stays. Raises StoreError if there is none, BusyError while someone reads."""
    with database.changing() as conn:
        if not conn.execute(select(_c).where(_c.c.decision == decision)).first():
            raise StoreError(f"{database.where}: no decision {decision}")
        erased = _erase(conn, [decision])
    database.scrub()
    return Purged((), erased)


def _erase(conn: Connection, decisions: list[str]) -> tuple[str, ...]:
    for decision in decisions:
        conn.execute(update(_c).where(_c.c.decision == decision).values(salt=None, content=None))
    return tuple(decisions)


def _about(conn: Connection, document: str) -> list[str]:
    """List the decisions whose content names this document."""
    named = _c.c.content.contains(document, autoescape=True)
    return list(conn.execute(select(_c.c.decision).where(named).order_by(_c.c.decision)).scalars())


def _forget_names(conn: Connection, document: str, name: str) -> None:
    p, n = schema.problems, schema.names
    known = [name, *conn.execute(select(n.c.name).where(n.c.document == document)).scalars()]
    conn.execute(delete(p).where(or_(p.c.document == document, p.c.document.is_(None) & p.c.name.in_(known))))


def _alike(conn: Connection, document: str) -> tuple[str, ...]:
    """List the other documents of the same text: its reprints, or its original with that one's other reprints."""
    original = conn.execute(select(_d.c.reprint_of).where(_d.c.id == document)).scalar() or document
    family = select(_d.c.id).where(or_(_d.c.id == original, _d.c.reprint_of == original))
    return tuple(conn.execute(family.where(_d.c.id != document).order_by(_d.c.id)).scalars())


def _leave_groups(conn: Connection, document: str) -> None:
    for group in conn.execute(select(_g.c.id).where(_g.c.document == document)).scalars().all():
        if not give_to_heir(conn, group, document):
            conn.execute(delete(_g).where(_g.c.id == group))
