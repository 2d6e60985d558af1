"""The tutorial's commands run, offline, and print what the page shows."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import tutorial_outputs  # noqa: E402

PAGE = tutorial_outputs.PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def done() -> list[tuple[str, list[str], list[str]]]:
    return tutorial_outputs.all_run(PAGE)


def test_every_command_prints_what_the_page_shows(done: list[tuple[str, list[str], list[str]]]) -> None:
    old = [command for command, shown, printed in done if not tutorial_outputs.agrees(shown, printed)]
    assert not old, "run scripts/tutorial_outputs.py and read the page"


def test_commands_succeed_but_where_the_page_says_otherwise(done: list[tuple[str, list[str], list[str]]]) -> None:
    assert len(done) >= 10
    failed = [command for command, shown, printed in done if printed and printed[-1].startswith("(exit") and not shown]
    assert not failed


def test_outputs_are_short() -> None:
    blocks = [b for m in tutorial_outputs._BLOCK.finditer(PAGE) for b in tutorial_outputs.commands_of(m[2])]
    assert all(len(shown) <= tutorial_outputs.MOST_LINES for _, shown in blocks)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "…", "d"], ["a", "b", "c", "d"], True),
        (["a", "…"], ["a"], True),
        (["a"], ["a", "b"], False),
        (["a", "…", "d"], ["a", "b"], False),
    ],
)
def test_an_ellipsis_stands_for_any_lines(shown: list[str], printed: list[str], same: bool) -> None:
    assert tutorial_outputs.agrees(shown, printed) is same
