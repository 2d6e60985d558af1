"""Which documents may be reprints of one text, and which are: found by shared bands, so that no pair is tried twice.

The store knows bands and likeness only as given: what a signature means is for those who make and compare it.
"""

from sqlalchemy import func, insert, select, update

from testigo.store import schema
from testigo.store.database import Database

_d, _b, _a = schema.documents, schema.bands, schema.alike


class Reprints:
    """Documents of alike text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> list[str]:
        """List the documents that were not compared with the others yet, by id."""
        with self._database.reading() as conn:
            return list(conn.execute(select(_d.c.id).where(_d.c.compared == 0).order_by(_d.c.id)).scalars())

    def sharing(self, document: str, limit: int) -> dict[str, str | None]:
        """Give id and signature of documents that share a band with this one, those sharing most first."""
        mine = select(_b.c.key).where(_b.c.document == document).scalar_subquery()
        count = func.count()
        query = (
            select(_d.c.id, _d.c.signature)
            .join(_b, _b.c.document == _d.c.id)
            .where(_b.c.key.in_(mine), _b.c.document != document)
            .group_by(_d.c.id, _d.c.signature)
            .order_by(count.desc(), _d.c.id)
            .limit(limit)
        )
        with self._database.reading() as conn:
            return {row.id: row.signature for row in conn.execute(query)}

    def signature(self, document: str) -> str | None:
        """Give a document's signature."""
        with self._database.reading() as conn:
            return conn.execute(select(_d.c.signature).where(_d.c.id == document)).scalar()

    def compared(self, document: str, alike: list[str]) -> None:
        """Keep what a comparison found: the documents alike to this one."""
        with self._database.changing() as conn:
            for other in alike:
                a, b = sorted((document, other))
                if not conn.execute(select(_a).where(_a.c.a == a, _a.c.b == b)).first():
                    conn.execute(insert(_a).values(a=a, b=b))
            conn.execute(update(_d).where(_d.c.id == document).values(compared=1))

    def pairs(self) -> list[tuple[str, str]]:
        """List the pairs of alike documents."""
        with self._database.reading() as conn:
            return [(row.a, row.b) for row in conn.execute(select(_a).order_by(_a.c.a, _a.c.b))]

    def mark(self, originals: dict[str, str]) -> None:
        """Say of each reprint which document is its original; of all others, that they are none."""
        with self._database.changing() as conn:
            known = {r.id: r.reprint_of for r in conn.execute(select(_d.c.id, _d.c.reprint_of))}
            for document, said in known.items():
                if said != originals.get(document):
                    conn.execute(update(_d).where(_d.c.id == document).values(reprint_of=originals.get(document)))
