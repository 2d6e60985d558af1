"""`testigo show`, `problems`, `check` and `search`: what a case holds."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from testigo.cli.options import case_argument, json_options
from testigo.cli.terminal import print_each, print_json, print_page

if TYPE_CHECKING:
    from testigo.work.pages import Page

WHAT = ("incident", "actor", "document", "pairs", "decision")


@click.command(
    help="""\b
Examples:
  testigo show my.testigo
  testigo show my.testigo incident 6bab:i1
  testigo show my.testigo actor "Shining Path"
  testigo show my.testigo document report.html
  testigo show my.testigo pairs --limit 5
  testigo show my.testigo decision

Show the incidents, actors or documents of a case, or one of them; the pairs of report incidents of which the machine is
least sure, each with its reasons and what to type; the log of decisions. ID is any unique beginning of an id; actors
and documents also go by their names."""
)
@case_argument
@click.argument("what", type=click.Choice(WHAT), default="incident")
@click.argument("wanted", metavar="[ID]", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many pairs.")
@json_options
def show(case: Path, what: str, wanted: str | None, limit: int, as_json: bool, as_ndjson: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.showing import data_of, page_of  # noqa: PLC0415

    with Case(case) as opened:
        if not (as_json or as_ndjson):
            print_page(page_of(opened, what, wanted, limit))
        elif wanted and what != "pairs":
            print_json(data_of(opened, what, wanted)[0])
        else:
            print_each(data_of(opened, what, None, limit), as_ndjson)


@click.command(
    help="""\b
Examples:
  testigo problems my.testigo
  testigo problems my.testigo --ndjson

List what could not be read or was left undone, document by document, with the way out."""
)
@case_argument
@json_options
def problems(case: Path, as_json: bool, as_ndjson: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.pages_case import problems_page  # noqa: PLC0415

    with Case(case) as opened:
        found = opened.problems()
    _print(found, problems_page(found), as_json, as_ndjson)


@click.command(
    help="""\b
Examples:
  testigo check my.testigo
  testigo check my.testigo --json

Check the file, the chain of decisions, every document's bytes and every quote. Exits with 1 if something is broken."""
)
@case_argument
@json_options
@click.pass_context
def check(ctx: click.Context, case: Path, as_json: bool, as_ndjson: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.pages_case import findings_page  # noqa: PLC0415

    with Case(case) as opened:
        found = opened.check()
    _print(found, findings_page(found), as_json, as_ndjson)
    ctx.exit(1 if any(f.broken for f in found) else 0)


@click.command(
    help="""\b
Examples:
  testigo search my.testigo ferry
  testigo search my.testigo '"army convoy" ambush*'

Find documents that hold all the words, best first. "In quotes" is a phrase, ambush* any word that begins so."""
)
@case_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show.")
@json_options
def search(case: Path, words: tuple[str, ...], limit: int, as_json: bool, as_ndjson: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.pages_case import hits_page  # noqa: PLC0415
    from testigo.work.showing import ids_of  # noqa: PLC0415

    with Case(case) as opened:
        hits = opened.search(" ".join(words), limit)
        ids = ids_of(opened)
    _print(hits, hits_page(hits, ids), as_json, as_ndjson)


def _print(rows: list[Any], page: "Page", as_json: bool, as_ndjson: bool) -> None:
    """Print rows as JSON where that was asked for, else their page."""
    if as_json or as_ndjson:
        print_each((asdict(row) for row in rows), as_ndjson)
    else:
        print_page(page)
