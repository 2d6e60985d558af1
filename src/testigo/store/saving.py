"""The rows of one document, written inside a transaction that the caller holds."""

import hashlib
import zlib
from collections.abc import Iterable

from msgspec import json
from sqlalchemy import Connection, delete, func, insert, select, update

from testigo.records import Document, Problem, Report, dump, dump_json
from testigo.store import schema
from testigo.store.rows import Original, State

FIELDS = ("id", "name", "title", "outlet", "author", "url", "published", "language", "signature")
_LEVEL = 6  # zlib's default: levels above it save under 1% on news text and cost half the time again


def add_name(conn: Connection, document: str, name: str) -> bool:
    """Keep another name of a document; False if it is known."""
    first = conn.execute(select(schema.documents.c.name).where(schema.documents.c.id == document)).scalar_one()
    n = schema.names
    if name == first or conn.execute(select(n).where(n.c.document == document, n.c.name == name)).first():
        return False
    conn.execute(insert(n).values(document=document, name=name))
    return True


def save_document(conn: Connection, document: Document, original: Original, state: State) -> int:
    """Write a document's row and bytes, and give its `no`. What was read before is not unread by a later failure."""
    d = schema.documents
    known = conn.execute(select(d.c.no, d.c.state).where(d.c.id == document.id)).first()
    if known is None:
        values = {field: getattr(document, field) for field in FIELDS}
        conn.execute(insert(d).values(**values, state=state, compared=0))
        _save_raw(conn, document.id, original)
    else:
        add_name(conn, document.id, document.name)
        if state != "failed":
            values = {field: getattr(document, field) for field in FIELDS if field not in ("id", "name")}
            conn.execute(update(d).where(d.c.id == document.id).values(**values, state=state, compared=0))
    no: int = conn.execute(select(d.c.no).where(d.c.id == document.id)).scalar_one()
    return no


def save_report(conn: Connection, report: Report) -> None:
    """Write a report, the newest of its document; one of the same reader block gives way."""
    document, reader = report.document.id, canonical(dump(report.reader))
    r = schema.reports
    conn.execute(delete(r).where(r.c.document == document, r.c.reader == reader))
    newest = conn.execute(select(func.max(r.c.no))).scalar() or 0
    record = zlib.compress(dump_json(report).encode(), _LEVEL)
    conn.execute(insert(r).values(no=newest + 1, document=document, reader=reader, record=record))
    index_report(conn, report)


def replace_problems(conn: Connection, document: str | None, name: str, problems: Iterable[Problem]) -> None:
    """Write what is now said of a document, and drop what was said of it, or of its name, before."""
    p = schema.problems
    conn.execute(delete(p).where(p.c.document.is_(None), p.c.name == name))
    if document is not None:
        conn.execute(delete(p).where(p.c.document == document))
    rows = [
        {"document": document, "name": name, "stage": q.stage, "code": q.code, "message": q.message} for q in problems
    ]
    if rows:
        conn.execute(insert(p), rows)


def canonical(data: object) -> str:
    """Give JSON that is the same for equal data: sorted keys, no blanks."""
    return json.encode(data, order="sorted").decode()


def _save_raw(conn: Connection, document: str, original: Original) -> None:
    conn.execute(
        insert(schema.raw).values(
            document=document,
            sha256=hashlib.sha256(original.raw).hexdigest(),
            media_type=original.media_type,
            size=len(original.raw),
            body=zlib.compress(original.raw, _LEVEL),
        )
    )


def index_report(conn: Connection, report: Report) -> None:
    """Write what lists and grouping need of the current report."""
    document = report.document.id
    for table in (schema.incidents, schema.actors):
        conn.execute(delete(table).where(table.c.document == document))
    incidents = [
        {"document": document, "local": i.id, "kind": i.kind, "scope": i.scope, "main": int(i.main)}
        for i in report.incidents
    ]
    actors = [
        {
            "document": document, "local": a.id, "type": a.type, "name": a.name, "register": _register_id(a.ids),
            "called": canonical([a.names, a.ids or {}]),
        }
        for a in report.actors
    ]  # fmt: skip
    for table, rows in ((schema.incidents, incidents), (schema.actors, actors)):
        if rows:
            conn.execute(insert(table), rows)


def _register_id(ids: dict[str, str] | None) -> str | None:
    """Give one id by which the register knows an actor; its own before others'."""
    if not ids:
        return None
    first = "testigo" if "testigo" in ids else min(ids)
    return f"{first}:{ids[first]}"
