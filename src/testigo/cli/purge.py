"""`testigo purge`: erase for good."""

import sys
from pathlib import Path

import click

from testigo.cli.options import case_argument, dry_run_option
from testigo.cli.terminal import say


@click.command(
    help="""\b
Examples:
  testigo purge my.testigo report.html
  testigo purge my.testigo 6bab --yes
  testigo purge my.testigo --decision 91c4 --yes

Erase a document (its bytes, text, reports, place in search, and what decisions say of it) or what one decision says.
It cannot be undone; the chain of decisions still verifies. ID is a document's name or the beginning of its id."""
)
@case_argument
@click.argument("document", metavar="[ID]", required=False)
@click.option("--decision", metavar="ID", help="Erase what this decision says, instead of a document.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where there is no terminal.")
@dry_run_option
def purge(case: Path, document: str | None, decision: str | None, yes: bool, dry_run: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.tellings import purged_words  # noqa: PLC0415

    if (document is None) == (decision is None):
        raise click.UsageError("name a document, or a decision with --decision.")
    with Case(case) as opened:
        what = f"decision {decision}" if document is None else _named(opened.document(document))
        if dry_run:
            say(f"Would erase {what}; nothing was changed.")
            return
        if not yes:
            _ask(what)
        say(purged_words(opened.purge(document=document, decision=decision)))


def _named(document: object) -> str:
    return f"{getattr(document, 'name', '')} ({getattr(document, 'id', '')[:19]})"


def _ask(what: str) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError(f"erasing {what} cannot be undone: say --yes where nobody can be asked.")
    click.confirm(f"Erase {what} for good?", abort=True, err=True)
