"""A whole case as lines of JSON, and back: for keeping, for moving, for reading by other programs.

First a line that names the format, then a line for each row: `{"table": "documents", …}`. Bytes are in base64, reports
are records. What can be worked out again (search, profiles, pairs) is left out. The chain of decisions comes back link
by link, undone and purged ones too, and is checked.
"""

import base64
import binascii
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import DatabaseError

from testigo.records import FormatError, StoreError, load_report
from testigo.store import saving, schema
from testigo.store.database import Database
from testigo.store.decisions import Decisions
from testigo.version import __version__

CASE_FORMAT = "testigo-case/1"
_TABLES = (
    schema.documents, schema.names, schema.raw, schema.reports, schema.groups, schema.members, schema.decisions,
    schema.contents, schema.head, schema.problems, schema.settings,
)  # fmt: skip
_WORKED_OUT = "links"  # the setting by which reconciliation knows what it grouped by


def dump_case(database: Database) -> Iterator[dict[str, Any]]:
    """Give every row, in a fixed order."""
    yield {"format": CASE_FORMAT, "program": __version__}
    with database.reading() as conn:
        for table in _TABLES:
            for row in conn.execution_options(yield_per=16).execute(select(table).order_by(*table.c)):
                plain = _plain(table, {str(k): v for k, v in row._mapping.items()})
                if not (table is schema.settings and plain["name"] == _WORKED_OUT):
                    yield {"table": str(table.name), **plain}


def _plain(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    if table is schema.raw:
        row["body"] = base64.b64encode(zlib.decompress(row["body"])).decode()
    elif table is schema.reports:
        row["record"] = msgspec.json.decode(zlib.decompress(row["record"]))
    return row


def load_case(database: Database, lines: Iterable[str], name: str) -> int:
    """Write all rows into an empty case, and tell how many documents came.

    Raises StoreError for a case that holds something, FormatError naming the line for rows that do not hold.
    """
    with database.changing() as conn:
        if any(conn.execute(select(t).limit(1)).first() for t in (schema.documents, schema.decisions)):
            raise StoreError(f"{database.where}: it holds a case already. Load into a file that is not there yet.")
        conn.execute(delete(schema.head))
        count = 0
        for number, row in _rows(lines, name):
            try:
                _insert(conn, row)
            except (DatabaseError, ValueError, KeyError, TypeError, binascii.Error) as error:
                raise FormatError(f"a row that does not fit ({error})", name=f"{name}:{number}") from error
            count += row.get("table") == "documents"
        _index(conn, database)
    faults = Decisions(database).faults()
    if faults:
        raise FormatError(f"its decisions do not hold: {faults[0]}", name=name)
    return count


def _rows(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except msgspec.DecodeError as error:
            raise FormatError(f"not JSON ({error})", name=f"{name}:{number}", code="not_json") from error
        if not seen:
            seen = True
            if not isinstance(row, Mapping) or row.get("format") != CASE_FORMAT:
                raise FormatError(f"not a dumped case: its first line should say {CASE_FORMAT}", name=name)
            continue
        yield number, dict(row)
    if not seen:
        raise FormatError("empty; give what `testigo dump` wrote", name=name)


def _insert(conn: Connection, row: dict[str, Any]) -> None:
    table = next((t for t in _TABLES if t.name == row["table"]), None)
    if table is None:
        raise ValueError(f"no table {row['table']!r}; a newer testigo may have written it")
    values = {c.name: row[c.name] for c in table.columns}
    if table is schema.raw:
        values["body"] = zlib.compress(base64.b64decode(values["body"], validate=True))
    elif table is schema.reports:
        values["record"] = zlib.compress(msgspec.json.encode(values["record"]))
    conn.execute(insert(table).values(**values))


def _index(conn: Connection, database: Database) -> None:
    """Make what lists, grouping and search need of the current reports."""
    r, d = schema.reports, schema.documents
    numbers = {row.id: row.no for row in conn.execute(select(d.c.id, d.c.no))}
    current = {row.document: row.no for row in conn.execute(select(r.c.document, r.c.no).order_by(r.c.no))}
    for document, no in sorted(current.items()):
        record = conn.execute(select(r.c.record).where(r.c.no == no)).scalar_one()
        report = load_report(zlib.decompress(record), document)
        saving.index_report(conn, report)
        database.search.index(conn, numbers[document], report.document.text)
