"""`testigo diff`: what changed between two states of a case."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from testigo.cli.options import case_argument, json_options
from testigo.cli.terminal import print_each, print_page


@click.command(
    help="""\b
Examples:
  testigo diff yesterday.testigo my.testigo
  testigo diff my.testigo --until 91c4
  testigo diff my.testigo --until none --ndjson

Show what differs between two case files, from the first to the second: incidents that came, went, were brought together
or taken apart, and what stands of each, value by value. With --until: between the case as it would be with only the
decisions up to this one (`none`: with no decision at all) and the case as it is."""
)
@case_argument
@click.argument("other", type=click.Path(dir_okay=False, path_type=Path), metavar="[OTHER]", required=False)
@click.option("--until", metavar="DECISION", help="The beginning of a decision's id, or none.")
@json_options
def diff(case: Path, other: Path | None, until: str | None, as_json: bool, as_ndjson: bool) -> None:
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.diffing import as_decided_until, differences, state_of  # noqa: PLC0415
    from testigo.work.pages_diff import diff_page  # noqa: PLC0415
    from testigo.work.showing import ids_of  # noqa: PLC0415

    if (other is None) == (until is None):
        raise click.UsageError("name a second case file, or a decision with --until.")
    with Case(case) as first:
        if other is None:
            with as_decided_until(first, until or "") as earlier:
                found = differences(state_of(earlier), state_of(first))
            ids = ids_of(first)
        else:
            with Case(other) as second:
                found = differences(state_of(first), state_of(second))
                ids = ids_of(second)
    if as_json or as_ndjson:
        print_each((_plain(d) for d in found), as_ndjson)
    else:
        print_page(diff_page(found, ids))


def _plain(found: Any) -> dict[str, Any]:
    from testigo.records import dump  # noqa: PLC0415

    told = {"what": found.what, "before": found.before, "after": found.after, "came": found.came, "left": found.left}
    return told | {"changes": [asdict(c) for c in found.changes], "incident": dump(found.incident)}
