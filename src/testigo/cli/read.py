"""`testigo read`: reports as pages or records, without a case."""

from typing import Any

import click

from testigo.cli.options import reading_options, sources_argument, told
from testigo.cli.terminal import print_page, say


@click.command(
    help="""\b
Examples:
  testigo read report.html
  testigo read --date 2021-05-25 - < notes.txt
  testigo read --json reports/ > records.ndjson

Read reports and show each as a page: its incidents, every value with the words it was read from and who says so, its
actors, places and problems. SOURCE is a file, a folder, a CSV or JSONL table of texts, or `-` for standard input."""
)
@sources_argument
@click.option("--json", "--ndjson", "as_json", is_flag=True, help="Print the report record, one a line.")
@reading_options
@click.pass_context
def read(ctx: click.Context, /, sources: tuple[str, ...], as_json: bool, **typed: Any) -> None:
    from testigo.records import dump_json  # noqa: PLC0415
    from testigo.work.pages_report import report_page  # noqa: PLC0415
    from testigo.work.reports import Failed, read_reports  # noqa: PLC0415

    failed = shown = 0
    options, given = told(typed)
    for answer in read_reports(sources, options, **given):
        if isinstance(answer, Failed):
            failed += 1
            say(f"{answer.name}: {answer.message}")
        elif as_json:
            click.echo(dump_json(answer))
        else:
            click.echo("\n" if shown else "", nl=False)
            print_page(report_page(answer))
            shown += 1
    if failed:
        ctx.exit(3)
