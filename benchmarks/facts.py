"""Read the report that Testigo began with, and hold the record against the list of what it says.

    python benchmarks/facts.py [DATA] [--json]

DATA is a folder with `report.txt` and `facts.json`; the scorer is the shared `check_facts.py`. Rows: Testigo, Testigo with
no register, and in the same run what saying nothing scores and what junk scores (our own claims, the words under them dealt
out anew, seed 0). `never` counts readings that would be false: any is a fault.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import testigo as tg
from common import SHARED, need_data, parser, show
from testigo.records import dump

_FACT = re.compile(r"^(found|partly|missed) +(\d+) ", re.MULTILINE)
_SUM = re.compile(
    r"facts (?P<facts>\d+)  found (?P<found>\d+) .*?partly (?P<partly>\d+)  missed (?P<missed>\d+)  false (?P<never>\d+)/\d+"
    r"  stance (?P<stance>[\d/]+)  speaker (?P<speaker>[\d/]+)  claims (?P<claims>\d+), beside the facts (?P<beside>\d+)"
)

Row = dict[str, Any]


def record_of(text: Path, register: bool = True) -> Row:
    """Read a report as `testigo read --json` does, with the shipped register or with none."""
    options = tg.ReaderOptions(register=() if register else None)
    (reading,) = tg.read(text)
    return dict(json.loads(json.dumps(dump(options.open()(reading.document, reading.problems)))))


def judged(facts: Path, record: Row, scorer: Path | None = None) -> tuple[dict[int, str], Row]:
    """Give what the scorer says of each fact by its number, and its sums."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as out:
        json.dump(record, out)
        out.flush()
        checker = scorer or SHARED / "bench" / "check_facts.py"
        command = [sys.executable, str(checker), "--facts", str(facts), "--record", out.name, "--verbose"]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    sums = _SUM.search(said)
    if not sums:
        sys.exit(f"the scorer gave no figures:\n{said[-2000:]}")
    figures = {k: v if "/" in v else int(v) for k, v in sums.groupdict().items()}
    return {int(number): how for how, number in _FACT.findall(said)}, figures


def nothing(record: Row) -> Row:
    """Give the record of a reader that is silent."""
    return record | {"actors": [], "places": [], "incidents": [], "claims": []}


def junk(record: Row) -> Row:
    """Deal the words under our claims out to other claims."""
    words = [c["evidence"] for c in record["claims"]]
    random.Random(0).shuffle(words)
    return record | {"claims": [c | {"evidence": w} for c, w in zip(record["claims"], words, strict=True)]}


def main() -> None:
    given = parser(__doc__, "reports/vraem").parse_args()
    need_data(given.data)
    text, facts = given.data / "report.txt", given.data / "facts.json"
    record = record_of(text)
    records = {
        "testigo": record,
        "no register": record_of(text, register=False),
        "nothing": nothing(record),
        "junk": junk(record),
    }
    hows = {name: judged(facts, r) for name, r in records.items()}
    missed = [n for n, how in hows["testigo"][0].items() if how != "found"]
    show({n: sums for n, (_, sums) in hows.items()}, given.json, {"not found": missed})


if __name__ == "__main__":
    main()
