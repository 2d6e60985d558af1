"""`testigo dump` and `testigo load`: a whole case as lines of JSON, and back."""

import sys
from pathlib import Path

import click

from testigo.cli.options import case_argument
from testigo.cli.terminal import say


@click.command(
    help="""\b
Examples:
  testigo dump my.testigo --out my-case.ndjson
  testigo dump my.testigo | gzip > my-case.ndjson.gz

Write a whole case as lines of JSON: documents with their bytes, every report record, ids, the log of decisions with all
that was undone. It holds every name, the withheld too: for keeping and moving, not for publishing. Read it back with
`testigo load`."""
)
@case_argument
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File; else standard output.")
def dump(case: Path, out: Path | None) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.dumping import dump_case  # noqa: PLC0415

    with Case(case) as opened:
        count = dump_case(opened, out or sys.stdout)
    say(f"{count:,} lines{f' in {out}' if out else ''}. They hold every name in full.")


@click.command(
    help="""\b
Examples:
  testigo load my.testigo my-case.ndjson
  gunzip -c my-case.ndjson.gz | testigo load my.testigo -

Make the case file CASE, which must not be there yet, from what `testigo dump` wrote. Ids, decisions and their undoing
are as they were."""
)
@case_argument
@click.argument("lines", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE")
def load(case: Path, lines: str) -> None:
    from testigo.work.dumping import load_case  # noqa: PLC0415

    count = load_case(case, sys.stdin if lines == "-" else Path(lines))
    say(f"{count:,} documents in {case}. Next: testigo reconcile {case}")
