"""The limits tell the figures that are pinned, and no others."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import floors_table  # noqa: E402


def test_the_table_is_that_of_the_floors() -> None:
    assert floors_table.PAGE.read_text("utf-8") == floors_table.page(), "run scripts/floors_table.py"
    assert len(floors_table.table().splitlines()) > 20


def test_a_floor_that_moves_is_noticed() -> None:
    shown = floors_table.page()
    assert floors_table._TABLE.sub("| measured on | nothing |", shown) != shown
