"""Read reports that tell no violence, and count those in which an incident is found; beside them, those that tell some.

    python benchmarks/no_violence.py [DATA] [--json]

DATA is the folder with the labels, the scorer beside them and the texts in `../places`. Beside Testigo's row stand what
saying nothing scores, and what one incident for every report scores. `none` and `mention` are the shares of reports that
yield an incident (lower is better); `incident_found` is the share of those that tell one in which any is found.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from common import need_data, parser, show
from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.records import dump

Row = dict[str, Any]


def texts(data: Path, labels: list[Row]) -> list[Row]:
    """Give the texts that have a label, in the labels' order."""
    found = {}
    for name in sorted({row["set"] for row in labels}):
        for line in (data.parent / "places" / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            found[row["id"]] = row
    return [found[row["id"]] for row in labels]


def read_all(rows: list[Row]) -> list[Row]:
    """Read each text into its report record, under the name that the labels use."""
    reader = Reader.open()
    records = []
    for row in rows:
        opened = read_text(row["text"], title=row.get("title"), published=row.get("published"))
        record = dump(extract(opened.document, reader, opened.problems))
        record["document"]["name"] = row["id"]
        records.append(record)
    return records


def constant(rows: list[Row], incidents: list[Row]) -> list[Row]:
    """Give every report the same incidents."""
    return [{"document": {"name": row["id"]}, "incidents": incidents} for row in rows]


def score(data: Path, labels: list[Row], records: list[Row]) -> Row:
    """Run the set's own scorer, and count the reports on violence in which any incident was found."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as out:
        out.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
        out.flush()
        command = [sys.executable, str(data / "score_no_violence.py"), "--labels", str(data / "shared.jsonl"),
                   "--records", out.name, "--json"]  # fmt: skip
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    told = {r["document"]["name"]: bool(r["incidents"]) for r in records}
    plain = [told[row["id"]] for row in labels if row["label"] == "incident" and "borderline" not in row["why"]]
    return {
        "none": figures["none"],
        "mention": figures["mention"],
        "incident_found": sum(plain) / len(plain),
        "reports": len(records),
    }


def main() -> None:
    given = parser(__doc__, "bench/no_violence").parse_args()
    need_data(given.data)
    labels = [
        json.loads(line) for line in (given.data / "shared.jsonl").read_text("utf-8").splitlines() if line.strip()
    ]
    rows = texts(given.data, labels)
    one = {"kind": "assault", "scope": "unclear", "main": True}
    systems = {"testigo": read_all(rows), "nothing": constant(rows, []), "constant": constant(rows, [one])}
    show({name: score(given.data, labels, records) for name, records in systems.items()}, given.json)


if __name__ == "__main__":
    main()
