"""Documents, their bytes, names and reports; each is saved in one transaction, so a killed run loses at most one."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, Select, func, select, update

from testigo.records import BrokenError, Document, FormatError, Problem, Report, StoreError, load_report
from testigo.store import saving, schema
from testigo.store.database import Database
from testigo.store.rows import Original, State, StoredDocument, StoredProblem

_d, _r, _i = schema.documents, schema.reports, schema.incidents


class Documents:
    """The documents of a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, document: str) -> State | None:
        """Tell how far this document has come; None if its bytes never came."""
        with self._database.reading() as conn:
            return conn.execute(select(_d.c.state).where(_d.c.id == document)).scalar()

    def states(self) -> dict[str, State]:
        """Give every document's id with how far it has come."""
        with self._database.reading() as conn:
            return {row.id: row.state for row in conn.execute(select(_d.c.id, _d.c.state))}

    def add_name(self, document: str, name: str) -> bool:
        """Keep another name of the same bytes; False if it is known."""
        with self._database.changing() as conn:
            return saving.add_name(conn, document, name)

    def save(self, report: Report, original: Original, state: State = "read") -> None:
        """Keep a document with its report, which is current from now on; saved again, nothing is doubled."""
        document = report.document
        with self._database.changing() as conn:
            no = saving.save_document(conn, document, original, state)
            saving.save_report(conn, report)
            saving.replace_problems(conn, document.id, document.name, report.problems)
            self._database.search.index(conn, no, document.text)

    def fail(self, name: str, problem: Problem, original: Original | None = None) -> None:
        """Keep what could not be read: why, and its bytes where there are any.

        A failure without bytes replaces what was said of the same name before.
        """
        with self._database.changing() as conn:
            document = None
            if original is not None and original.raw:
                document = "sha256:" + hashlib.sha256(original.raw).hexdigest()
                saving.save_document(conn, Document(id=document, name=name, text=""), original, "failed")
            saving.replace_problems(conn, document, name, (problem,))

    def all(self) -> list[StoredDocument]:
        """List the documents by id."""
        with self._database.reading() as conn:
            others = _names(conn)
            told = {r[0]: r[1] for r in conn.execute(select(_i.c.document, func.count()).group_by(_i.c.document))}
            sizes = {r.document: r.size for r in conn.execute(select(schema.raw.c.document, schema.raw.c.size))}
            rows = conn.execute(select(_d).order_by(_d.c.id))
            return [
                StoredDocument(
                    **{f: getattr(r, f) for f in (*saving.FIELDS, "state", "reprint_of")},
                    names=others.get(r.id, ()), size=sizes.get(r.id, 0), incidents=told.get(r.id, 0),
                )
                for r in rows
            ]  # fmt: skip

    def raw(self, document: str) -> bytes:
        """Give the bytes as they came."""
        with self._database.reading() as conn:
            body = conn.execute(select(schema.raw.c.body).where(schema.raw.c.document == document)).scalar()
        if body is None:
            raise StoreError(f"{self._database.where}: no document {document}")
        return _unpacked(body, f"{self._database.where}: the bytes of {document}")

    def report(self, document: str) -> Report:
        """Give a document's current report."""
        with self._database.reading() as conn:
            row = conn.execute(_current().where(_r.c.document == document)).first()
            others = _names(conn, document)
        if row is None:
            raise StoreError(f"{self._database.where}: no report of document {document}")
        return self._loaded(row.document, row.record, others)

    def reports(self) -> Iterator[Report]:
        """Give the current report of every document, by document id, one in memory at a time."""
        with self._database.reading() as conn:
            others = _names(conn)
            rows = conn.execution_options(yield_per=16).execute(_current().order_by(_r.c.document))
            for row in rows:
                yield self._loaded(row.document, row.record, others)

    def some_reports(self, documents: Sequence[str]) -> list[Report]:
        """Give the current reports of these documents, few enough to hold, by document id; those without are left out."""
        with self._database.reading() as conn:
            newest = select(func.max(_r.c.no)).where(_r.c.document.in_(documents)).group_by(_r.c.document)
            rows = conn.execute(select(_r.c.document, _r.c.record).where(_r.c.no.in_(newest))).all()
            others = _names(conn)
        return [self._loaded(r.document, r.record, others) for r in sorted(rows, key=lambda r: r.document)]

    def every_report(self) -> Iterator[tuple[str, bytes | None]]:
        """Give (document id, record as JSON) of all reports, older ones too, unchecked; None for a damaged one."""
        with self._database.reading() as conn:
            for row in conn.execution_options(yield_per=16).execute(select(_r).order_by(_r.c.no)):
                try:
                    yield row.document, zlib.decompress(row.record)
                except zlib.error:
                    yield row.document, None

    def problems(self) -> list[StoredProblem]:
        """List what went wrong or was left undone, by name, in the order in which it was noted."""
        p = schema.problems.c
        with self._database.reading() as conn:
            rows = conn.execute(select(p.document, p.name, p.stage, p.code, p.message).order_by(p.name, p.no))
            return [StoredProblem(*row) for row in rows]

    def any_uncompared(self) -> bool:
        """Tell whether a document waits to be held against the others for reprints."""
        with self._database.reading() as conn:
            return conn.execute(select(_d.c.no).where(_d.c.compared == 0, _d.c.state != "failed")).first() is not None

    def reprints(self) -> dict[str, str]:
        """Give each document that reprints another with its original."""
        with self._database.reading() as conn:
            rows = conn.execute(select(_d.c.id, _d.c.reprint_of).where(_d.c.reprint_of.is_not(None)))
            return {r.id: r.reprint_of for r in rows}

    def mark_reprints(self, originals: Mapping[str, str]) -> None:
        """Say of each reprint which document is its original, and of all others that they are none."""
        with self._database.changing() as conn:
            for row in conn.execute(select(_d.c.id, _d.c.reprint_of)).all():
                if row.reprint_of != originals.get(row.id):
                    conn.execute(update(_d).where(_d.c.id == row.id).values(reprint_of=originals.get(row.id)))
            conn.execute(update(_d).values(compared=1))

    def _loaded(self, document: str, record: bytes, others: dict[str, tuple[str, ...]]) -> Report:
        data = _unpacked(record, f"{self._database.where}: the report of {document}")
        try:
            return with_names(load_report(data, name=document), others.get(document, ()))
        except FormatError as error:
            raise BrokenError(f"{self._database.where}: the report of {error}") from error


def with_names(report: Report, names: tuple[str, ...]) -> Report:
    """Give the report with the other names of its document."""
    if not names:
        return report
    return replace(report, document=replace(report.document, names=names))


def _unpacked(body: bytes, what: str) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise BrokenError(f"{what} are damaged ({error}). Go back to a copy.") from error


def _current() -> Select[tuple[str, bytes]]:
    newest = select(func.max(_r.c.no)).group_by(_r.c.document).scalar_subquery()
    return select(_r.c.document, _r.c.record).where(_r.c.no.in_(newest))


def _names(conn: Connection, document: str | None = None) -> dict[str, tuple[str, ...]]:
    """Give the other names of each document, in alphabetical order: arrival does not show."""
    query = select(schema.names).order_by(schema.names.c.document, schema.names.c.name)
    if document is not None:
        query = query.where(schema.names.c.document == document)
    found: dict[str, tuple[str, ...]] = {}
    for row in conn.execute(query):
        found[row.document] = (*found.get(row.document, ()), row.name)
    return found
