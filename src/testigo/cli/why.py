"""`testigo why`: the words behind a value."""

from pathlib import Path

import click

from testigo.cli.options import case_argument
from testigo.cli.terminal import print_page


@click.command(
    help="""\b
Examples:
  testigo why my.testigo 6bab:c3
  testigo why my.testigo 6bab:i1 killed
  testigo why my.testigo 6bab:i1

Show where a value comes from: the words marked in their sentence, who says so and how firmly. ID is a claim's id, or an
incident's; of an incident, FIELD (killed, date, perpetrators …) shows each claim that was weighed, what it gave, and why
others were left out."""
)
@case_argument
@click.argument("wanted", metavar="ID")
@click.argument("field", required=False)
def why(case: Path, wanted: str, field: str | None) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.showing import why_page  # noqa: PLC0415

    with Case(case) as opened:
        print_page(why_page(opened, wanted, field))
