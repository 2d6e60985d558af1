"""Fill in what is read today in docs/seed.md, from the scorer's own output.

    python scripts/seed_table.py [--check]

Needs the shared reports and benchmarks (TESTIGO_SHARED, else `shared` beside the project). Only the last column of the
table and the line that tells the version are written; the statements are ours, by hand. --check writes nothing and fails
where the page claims more than is read.
"""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "src")]
from common import SHARED, need_data  # noqa: E402
from facts import judged, record_of  # noqa: E402

PAGE = ROOT / "docs" / "seed.md"
SAID = {"found": "yes", "partly": "in part", "missed": "not yet"}
_ROW = re.compile(r"^\| (\d+) \|(.*)\|([^|]*)\|$", re.MULTILINE)
_MEASURED = re.compile(r"^Measured on .*$", re.MULTILINE)


def told(page: str) -> dict[int, str]:
    """Give what the page says of each statement, by its number."""
    return {int(number): last.strip() for number, _, last in _ROW.findall(page)}


def filled(page: str, hows: dict[int, str], version: str) -> str:
    """Give the page with its last column as measured."""
    rows = _ROW.sub(lambda m: f"| {m[1]} |{m[2]}| {SAID[hows[int(m[1])]]} |", page)
    counts = {said: sum(SAID[how] == said for how in hows.values()) for said in SAID.values()}
    sums = ", ".join(f"{count} {said}" for said, count in counts.items())
    return _MEASURED.sub(f"Measured on {version}: {sums}, of {len(hows)}.", rows)


def measured() -> tuple[dict[int, str], str]:
    """Read the report, and give what the scorer says of each statement and what read it."""
    folder = SHARED / "reports" / "vraem"
    need_data(folder)
    record = record_of(folder / "report.txt")
    reader = record["reader"]
    version = f"testigo {reader['version']}, gazetteer {reader['gazetteer']}, register {reader['register']}"
    return judged(folder / "facts.json", record)[0], version


def overclaimed(page: str, hows: dict[int, str]) -> list[int]:
    """Name the statements of which the page says more than the scorer does."""
    order = list(SAID.values())
    said = told(page)
    return [n for n, how in hows.items() if n not in said or order.index(said[n]) < order.index(SAID[how])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the page claims too much")
    given = parser.parse_args()
    page = PAGE.read_text("utf-8")
    hows, version = measured()
    if given.check:
        wrong = overclaimed(page, hows)
        sys.exit(f"docs/seed.md claims too much of {wrong}; run scripts/seed_table.py" if wrong else 0)
    PAGE.write_text(filled(page, hows, version), "utf-8")


if __name__ == "__main__":
    main()
