"""Write docs/commands.md from the commands' own help.

    python scripts/command_reference.py [--check]

--check writes nothing and fails where the page is not what the commands say.
"""

import argparse
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from testigo.cli.main import cli  # noqa: E402

PAGE = ROOT / "docs" / "commands.md"
WIDTH = 100
HELP = ["-h", "--help"]  # a context made by hand does not take these from the program's own settings
HEAD = """# Commands

One command a line below; `testigo COMMAND --help` prints the same.
Data goes to standard output, everything else to standard error, so that output can be piped.
What `--json` and `--ndjson` print is stable; pages are for eyes and may change.
Nothing prompts. `-` is standard input.
[Errors and problems](errors.md) tells the exit codes and what each message means.

This page is made by `python scripts/command_reference.py` and a test holds it to the program.
"""


def help_of(command: click.Command, *path: str) -> str:
    """Give a command's help as a terminal of a fixed width would show it."""
    parent = click.Context(cli, info_name=path[0], help_option_names=HELP) if len(path) > 1 else None
    with click.Context(
        command,
        info_name=path[-1],
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=HELP,
    ) as own:
        return command.get_help(own)


def page() -> str:
    """Give the whole page."""
    parts = [HEAD, f"## testigo\n\n```text\n{help_of(cli, 'testigo')}\n```\n"]
    context = click.Context(cli, info_name="testigo")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        parts.append(f"## testigo {name}\n\n```text\n{help_of(command, 'testigo', name)}\n```\n")
        verbs = command.commands if isinstance(command, click.Group) else {}
        parts += [
            f"### testigo {name} CASE {verb}\n\n```text\n{help_of(verbs[verb], f'testigo {name} CASE', verb)}\n```\n"
            for verb in sorted(verbs)
        ]
    return "\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the page is old")
    if parser.parse_args().check:
        sys.exit(
            "docs/commands.md is old; run scripts/command_reference.py" if PAGE.read_text("utf-8") != page() else 0
        )
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
