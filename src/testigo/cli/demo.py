"""`testigo demo`: the bundled examples, read before your eyes."""

from pathlib import Path

import click

from testigo.cli.progress import shown_progress
from testigo.cli.terminal import print_page, say


@click.command(
    help="""\b
Examples:
  testigo demo
  testigo demo --keep my-demo

Read the bundled examples into a case and show what comes of them: the massacre of San Miguel de Ene, retold, and
invented reports in every format. Needs no network; nothing in it is prepared. The case goes away unless it is kept."""
)
@click.option(
    "--keep", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Keep the case file in FOLDER."
)
def demo(keep: Path | None) -> None:
    from testigo.work.demo import demo_case, demo_pages  # noqa: PLC0415
    from testigo.work.tellings import added_words, next_words  # noqa: PLC0415

    say("Reading the examples …")
    with shown_progress() as progress, demo_case(keep, progress) as (case, result):
        say(added_words(result))
        for page in demo_pages(case):
            click.echo()
            print_page(page)
        click.echo()
        say(next_words(case, kept=keep is not None))
