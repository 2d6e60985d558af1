"""`testigo add` and `testigo reconcile`: reports into a case file."""

from pathlib import Path
from typing import Any

import click

from testigo.cli.options import case_argument, dry_run_option, reading_options, sources_argument, told
from testigo.cli.progress import shown_progress, shown_steps
from testigo.cli.terminal import say


@click.command(
    help="""\b
Examples:
  testigo add my.testigo reports/
  testigo add my.testigo texts.csv --jobs 2
  testigo add my.testigo --date 2021-05-25 --outlet "Radio Uno" notes.txt

Read reports into the case file CASE, which is made where there is none. The same bytes are never kept twice; what was
interrupted goes on when run again. SOURCE is a file, a folder, a CSV or JSONL table of texts, or `-`."""
)
@case_argument
@sources_argument
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@reading_options
@dry_run_option
@click.pass_context
def add(ctx: click.Context, /, case: Path, sources: tuple[str, ...], jobs: int, dry_run: bool, **typed: Any) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.foreseen import foresee_add  # noqa: PLC0415
    from testigo.work.tellings import added_words, foreseen_words  # noqa: PLC0415

    options, given = told(typed)
    if dry_run:
        foreseen = foresee_add(case, sources, **given)
        say(foreseen_words(foreseen))
        ctx.exit(3 if foreseen.failed else 0)
    with Case(case) as opened, shown_progress() as progress:
        result = opened.add(sources, options, jobs=jobs, progress=progress, **given)
    say(added_words(result))
    if result.failed:
        say(f"Why: testigo problems {case}")
        ctx.exit(3)


@click.command(
    help="""\b
Examples:
  testigo reconcile my.testigo
  testigo reconcile my.testigo --dry-run

Say which reports tell of one incident and which actors are one, and mint their case ids. What is new is held against
what stands: nothing that people decided is undone, no id changes its meaning, and run again it changes nothing.
A merged incident's old id leads to the one that stays. The doubtful pairs: testigo show CASE pairs"""
)
@case_argument
@dry_run_option
def reconcile(case: Path, dry_run: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.foreseen import foresee_reconcile  # noqa: PLC0415
    from testigo.work.tellings import reconciled_words  # noqa: PLC0415

    with Case(case) as opened, shown_steps() as steps:
        done = foresee_reconcile(opened.store, steps) if dry_run else opened.reconcile(steps)
    say(reconciled_words(done, str(case), would=dry_run))
