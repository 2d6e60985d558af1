"""Tidy CSV tables of a case, with the data dictionary that explains every column.

UTF-8, commas, one line end ("\\n"), empty for unknown, `true` and `false`. Rows come in a fixed order, so the same case
gives the same bytes. A text cell that a spreadsheet would run as a formula (beginning with = + - @, a tab or a carriage
return) gets an apostrophe in front, in text columns only.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from testigo.exchange.case_rows import casualty_rows, incident_row, member_rows, role_rows
from testigo.exchange.columns import DICTIONARY, TABLES, Column, Kind, Table
from testigo.exchange.naming import names_of
from testigo.exchange.rows import Names, Row, actor_rows, claim_rows, document_row, place_rows, relation_rows
from testigo.exchange.withholding import NOTHING, Mask, Withholding, mask_for
from testigo.records import CaseIncident, Partition, Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = (
    "A text cell that begins with = + - @, a tab or a carriage return has an apostrophe in front of it, so that no "
    "spreadsheet runs it as a formula; drop it when reading. Other kinds of column are written as they are."
)


def write_tables(
    reports: Iterable[Report],
    incidents: Iterable[CaseIncident],
    folder: Path,
    partition: Partition | None = None,
    withhold: Withholding = NOTHING,
) -> list[Path]:
    """Write all tables and the data dictionary into a folder, and name the files.

    partition: which report incidents and actors are one; without it, incidents are met by their members' names and
    actors stand alone.
    """
    told = sorted(reports, key=lambda r: (r.document.name, r.document.id))
    standing = sorted(incidents, key=lambda i: i.id)
    mask = mask_for(withhold, told, standing)
    names = names_of(told, standing, partition or Partition())
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            write_table(table, _rows(table, told, standing, names, mask), out)
        paths.append(path)
    return [*paths, *_write_dictionary(folder)]


def _rows(
    table: Table, reports: Sequence[Report], incidents: Sequence[CaseIncident], names: Names, mask: Mask
) -> Iterator[Row]:
    for report in reports:
        match table.name:
            case "claims":
                yield from claim_rows(report, names, mask)
            case "actors":
                yield from actor_rows(report, names, mask)
            case "relations":
                yield from relation_rows(report, names, mask)
            case "places":
                yield from place_rows(report, names, mask)
            case "documents":
                yield document_row(report, mask)
    for incident in incidents:
        match table.name:
            case "incidents":
                yield incident_row(incident, mask)
            case "casualties":
                yield from casualty_rows(incident)
            case "roles":
                yield from role_rows(incident, mask)
            case "members":
                yield from member_rows(incident, mask)


def write_table(table: Table, rows: Iterable[Row], out: TextIO) -> None:
    """Write one table's header and rows; a row has exactly the table's columns."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([c.name for c in table.columns])
    for row in rows:
        strange = row.keys() ^ {c.name for c in table.columns}
        assert not strange, f"{table.name}: a row and its columns differ in {sorted(strange)}"
        writer.writerow([cell(row[c.name], c.kind) for c in table.columns])


def cell(value: Any, kind: Kind) -> str:
    """Give a value as its cell holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if kind == "text" and text.startswith(_FORMULA) else text


def _write_dictionary(folder: Path) -> list[Path]:
    rows = [(t, c) for t in TABLES for c in t.columns]
    as_csv, as_text = folder / "data-dictionary.csv", folder / "data-dictionary.md"
    with as_csv.open("w", encoding="utf-8", newline="") as out:
        write_table(DICTIONARY, (_dictionary_row(t, c) for t, c in rows), out)
    as_text.write_text(dictionary_text(), encoding="utf-8")
    return [as_csv, as_text]


def _dictionary_row(table: Table, column: Column) -> Row:
    return {"table": table.name, "column": column.name, "kind": column.kind, "meaning": column.meaning}


def dictionary_text() -> str:
    """Give the data dictionary as Markdown."""
    parts = ["# Data dictionary", "", "Empty is unknown; 0 is none reported.", _GUARD]
    parts.append("Where names are withheld, [withheld] stands in their place, in quotes too; offsets are unchanged.")
    for table in TABLES:
        parts += ["", f"## {table.name}.csv", "", table.meaning, "", "| column | kind | meaning |", "|---|---|---|"]
        parts += [f"| {c.name} | {c.kind} | {c.meaning} |" for c in table.columns]
    return "\n".join(parts) + "\n"
