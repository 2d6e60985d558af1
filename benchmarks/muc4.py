"""Fill MUC-4's 24 slots from the shipped reader's report records, and score them.

    python benchmarks/muc4.py [DATA] [--json] [--rules]
    python benchmarks/muc4.py DOCS.jsonl > PRED.jsonl

DATA is the folder with docs_dev.jsonl, the keys and their scorer. Rows: the reader, the rules alone, and in the same run
empty output and "every known organisation is the perpetrator". Figures are F1 in per cent; all_slots is the 1992 scoring
(lenient strings). `low` and `high` are 95% intervals over documents. Given a file of documents it converts only: each
document's report record as full templates, one a line; nothing is scored.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from common import need_data, parser, show
from muc4_slots import five_roles, templates_of
from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.records import dump

Row = dict[str, Any]
RESAMPLED = 1000
_GROUPS = ("armed_group", "criminal_group")


def documents(path: Path) -> list[Row]:
    """Read the set's documents, without answers."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def record_of(row: Row, reader: Reader) -> Row:
    """Read one document as `testigo read` does, dated by its dateline."""
    opened = read_text(row["text"], published=(row.get("header") or {}).get("date_iso"), name=row["docid"])
    return dict(dump(extract(opened.document, reader, opened.problems)))


def every_organisation(record: Row) -> list[Row]:
    """Fill one attack with every group that the report names, in place of reading it."""
    groups = [{"value": [a["name"].upper()]} for a in record["actors"] if a["type"] in _GROUPS]
    empty: Row = {"inc_instr_id": [], "perp_ind_id": [], "phys_tgt_id": [], "hum_tgt_name": []}
    return [{"template_id": 1, "slots": empty | {"inc_type": ["ATTACK"], "perp_org_id": groups}}] if groups else []


def score(data: Path, found: dict[str, list[Row]]) -> Row:
    """Run the set's own scorer: four five-role metrics and all slots."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        five, full = folder / "five.jsonl", folder / "full.jsonl"
        _write(five, ({"docid": d, "templates": [five_roles(t) for t in ts]} for d, ts in found.items()))
        _write(full, ({"docid": d, "templates": ts} for d, ts in found.items()))
        figures: Row = {}
        for report in _scored(data, "dev5.jsonl", five, "all5"):
            _note(figures, report["metric"], 100 * report["rows"]["micro_avg"]["f1"], report)
        for report in _scored(data, "dev.jsonl", full, "muc4_full"):
            _note(figures, "all_slots", report["F"]["exact_P&R"], report)
        return figures


def _note(figures: Row, name: str, f1: float, report: Row) -> None:
    figures[name] = round(f1, 1)
    if "f1_interval_95" in report:
        figures[f"{name}_low"], figures[f"{name}_high"] = (round(v, 1) for v in report["f1_interval_95"])


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")


def _scored(data: Path, gold: str, predicted: Path, metric: str) -> list[Row]:
    report = predicted.with_suffix(".report")
    command = [sys.executable, str(data / "score_muc.py"), "--gold", str(data / gold), "--pred", str(predicted), "--metric",
               metric, "--strings", "lenient", "--bootstrap", str(RESAMPLED), "--json", str(report)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    made = json.loads(report.read_text("utf-8"))
    return made if isinstance(made, list) else [made]


def main() -> None:
    made = parser(__doc__, "bench/muc4")
    made.add_argument("--rules", action="store_true", help="measure the rules alone besides")
    given: argparse.Namespace = made.parse_args()
    reader = Reader.open()
    need_data(given.data)
    if given.data.is_file():
        for row in documents(given.data):
            print(json.dumps({"docid": row["docid"], "templates": templates_of(record_of(row, reader))}), flush=True)
        return
    rows = documents(given.data / "docs_dev.jsonl")
    records = {row["docid"]: record_of(row, reader) for row in rows}
    systems = {"testigo": {d: templates_of(r) for d, r in records.items()}}
    if given.rules or not reader.network:
        alone = Reader.open(trained=False)
        systems["rules"] = {row["docid"]: templates_of(record_of(row, alone)) for row in rows}
    systems["nothing"] = {d: [] for d in records}
    systems["organisations"] = {d: every_organisation(r) for d, r in records.items()}
    show(
        {name: score(given.data, found) for name, found in systems.items()}, given.json, {"model": [reader.block.model]}
    )


if __name__ == "__main__":
    main()
