"""What commands say, and how: data to stdout, talk to stderr, pages as wide as the terminal."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from testigo.work.pages import Page

WIDTH_ELSEWHERE = 100  # where there is no terminal and COLUMNS is not set
_WIDEST = 140  # longer lines are hard to follow


def steady_streams() -> None:
    """Let no character crash a print: UTF-8 into files and pipes; to a terminal, what it cannot show is replaced."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str) -> None:
    """Tell the user something that is no data."""
    click.echo(words, err=True)


def page_width() -> int:
    """Tell how wide pages are: the terminal's width, at most 140."""
    return min(shutil.get_terminal_size((WIDTH_ELSEWHERE, 24)).columns, _WIDEST)


def print_page(page: "Page") -> None:
    """Print a page, with bold and dim only where a terminal shows them and NO_COLOR does not forbid it."""
    from testigo.work.pages_text import render  # noqa: PLC0415

    styled = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    click.echo(render(page, page_width(), styled), nl=False, color=styled or None)


def print_json(data: Any) -> None:
    """Print one value as one line of JSON."""
    import msgspec  # noqa: PLC0415

    click.echo(msgspec.json.encode(data).decode())


def print_each(rows: Iterable[Any], ndjson: bool) -> None:
    """Print rows as a JSON list, or one a line."""
    if not ndjson:
        print_json(list(rows))
        return
    for row in rows:
        print_json(row)
