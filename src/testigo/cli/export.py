"""`testigo export`: a case for other programs."""

import sys
from pathlib import Path

import click

from testigo.cli.options import case_argument
from testigo.cli.terminal import say

FORMATS = ("reports", "incidents", "tables")


@click.command(
    help="""\b
Examples:
  testigo export my.testigo --to incidents > incidents.ndjson
  testigo export my.testigo --to reports --out reports.ndjson
  testigo export my.testigo --to tables --out tables/ --withhold-victims

Write report records or incidents, one JSON object a line, or tidy CSV tables with a data dictionary into a folder.
Names that people decided to withhold are always withheld."""
)
@case_argument
@click.option("--to", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option("--out", type=click.Path(path_type=Path), help="File, or folder for tables; else standard output.")
@click.option("--withhold-victims", is_flag=True, help="Leave out the names of all victims.")
@click.option("--withhold", multiple=True, metavar="NAME", help="Leave out this name. Repeatable.")
def export(case: Path, to: str, out: Path | None, withhold_victims: bool, withhold: tuple[str, ...]) -> None:
    from testigo.exchange import Withholding  # noqa: PLC0415
    from testigo.work.case import Case  # noqa: PLC0415

    if to == "tables" and out is None:
        raise click.UsageError("tables are several files: name a folder with --out.")
    with Case(case) as opened:
        made = opened.export(to, out or sys.stdout, Withholding(withhold_victims, frozenset(withhold)))
    for path in made:
        say(f"wrote {path}")
