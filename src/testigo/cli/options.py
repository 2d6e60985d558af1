"""Options that several commands share."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from testigo.work.case import Given
    from testigo.work.readers import ReaderOptions

Command = Callable[..., Any]
NO_REGISTER = "none"

case_argument = click.argument("case", type=click.Path(dir_okay=False, path_type=Path))
sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")


def joined(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Put several decorators on a command, the first one first in its help."""

    def decorate(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


reading_options = joined(
    click.option(
        "--gazetteer", multiple=True, metavar="FILE", help="Places of your own, CSV or GeoJSON; they win. Repeatable."
    ),
    click.option(
        "--register", multiple=True, metavar="FILE|none",
        help="Armed actors of your own, CSV, besides the shipped ones; `none` reads without any. Repeatable.",
    ),
    click.option(
        "--published", "--date", "published", metavar="DAY",
        help="The day on which these reports were published, e.g. 2021-05-25.",
    ),
    click.option("--outlet", metavar="NAME", help="The outlet that published them."),
)  # fmt: skip
json_options = joined(
    click.option("--json", "as_json", is_flag=True, help="One JSON value; its form is stable."),
    click.option("--ndjson", "as_ndjson", is_flag=True, help="One JSON object a line."),
)
dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")


def told(typed: dict[str, Any]) -> tuple["ReaderOptions", "Given"]:
    """Part what was typed under `reading_options` into the reader's options and what is said of every document."""
    from testigo.work.readers import ReaderOptions  # noqa: PLC0415

    register = typed["register"]
    if NO_REGISTER in register and len(register) > 1:
        raise click.UsageError("--register none stands alone: it reads without any register.")
    options = ReaderOptions(gazetteer=typed["gazetteer"], register=None if NO_REGISTER in register else register)
    return options, {"published": typed["published"], "outlet": typed["outlet"], "stdin": sys.stdin.buffer}
