"""`testigo`: finds the command, and answers what goes wrong in one line.

Commands are loaded when they are called, so that `--help` is quick; `COMMANDS` says what each does, in the order in
which a newcomer meets them.
"""

import os
import sys
from importlib import import_module
from typing import Any

import click

from testigo.cli.terminal import say, steady_streams
from testigo.version import __version__

COMMANDS = {
    "demo": ("demo", "Read the bundled examples and show what comes of them."),
    "read": ("read", "Read reports and show each as a page, or as its record."),
    "add": ("add", "Read reports into a case file; interrupted, run it again."),
    "reconcile": ("add", "Say which reports tell of one incident, and mint its id."),
    "decide": ("decide", "Accept, reject, correct; merge, split; undo: a log of who said what."),
    "show": ("show", "Show a case: its incidents, actors, documents, or one of them."),
    "why": ("why", "Show the words that a claim or a value comes from."),
    "diff": ("diff", "Show what differs between two states of a case."),
    "search": ("show", "Find documents by their words."),
    "problems": ("show", "List what could not be read or was left undone."),
    "check": ("show", "Check the file, the chain of decisions and every quote."),
    "export": ("export", "Write reports, incidents or tables for other programs."),
    "dump": ("dump", "Write a whole case as lines of JSON, to keep or move it."),
    "load": ("dump", "Make a case file of what `dump` wrote."),
    "purge": ("purge", "Erase a document, or what a decision says, for good."),
}
EXAMPLES = """\b
Examples:
  testigo demo                            see it at work, offline
  testigo read report.pdf                 one report as a page
  testigo add my.testigo reports/         read a folder into a case
  testigo show my.testigo                 the incidents of the case
  testigo why my.testigo 6bab:i1 killed   the words behind a figure

Reads reports of political violence and keeps the record: who did what to whom, where, when, according to whom and how
firmly, every value with the words it was read from.
"""
EXITS = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 finished but some documents failed."
_STOPPED = 130


class Commands(click.Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"testigo.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        from testigo.records.errors import TestigoError  # noqa: PLC0415 - `--help` needs no records

        try:
            return super().invoke(ctx)
        except TestigoError as error:
            say(f"testigo: {error}")
            ctx.exit(1)
        except KeyboardInterrupt:
            say("stopped. What was read is kept; the same command goes on from there.")
            ctx.exit(_STOPPED)
        except BrokenPipeError:  # whoever read our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=Commands, help=EXAMPLES, epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="testigo")
def cli() -> None:
    """Stand above all commands."""


def main() -> None:
    """Run the command line; the entry point of the package."""
    steady_streams()
    cli(prog_name="testigo")
