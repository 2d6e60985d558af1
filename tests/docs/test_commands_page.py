"""The reference of commands is what the commands say, and what pages tell to type exists."""

import re
import sys
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import command_reference  # noqa: E402

PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("README.md"), *(ROOT / "examples").rglob("*.md")])


def test_the_page_is_what_the_commands_say() -> None:
    assert command_reference.PAGE.read_text("utf-8") == command_reference.page(), "run scripts/command_reference.py"


def test_every_help_opens_with_examples() -> None:
    context = click.Context(command_reference.cli)
    for name in command_reference.cli.list_commands(context):
        command = command_reference.cli.get_command(context, name)
        assert command is not None
        words = re.sub(r"\s+", " ", command.get_help(click.Context(command, info_name=name)))
        assert re.match(rf"Usage: {name} .*?Examples?: testigo {name}", words), name


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_that_a_page_names_exist(page: Path) -> None:
    named = set(re.findall(r"(?:`|^\s*\$? ?)testigo ([a-z]+)\b", page.read_text("utf-8"), re.MULTILINE))
    assert named <= set(command_reference.cli.list_commands(click.Context(command_reference.cli)))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_options_that_a_page_names_exist(page: Path) -> None:
    """In code beginning with `testigo COMMAND`: every --option is one of that command's."""
    context = click.Context(command_reference.cli)
    for name, rest in re.findall(r"(?:`|^\s*\$? ?)testigo ([a-z]+)\b([^`\n]*)", page.read_text("utf-8"), re.MULTILINE):
        command = command_reference.cli.get_command(context, name)
        assert command is not None
        verbs = command.commands if isinstance(command, click.Group) else {}
        told = [command, *(verbs[word] for word in rest.split() if word in verbs)]  # `decide CASE VERB`
        known = {o for c in told for p in c.params for o in p.opts} | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, (name, rest)
