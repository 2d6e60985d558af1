"""The blocks on the page about Python run, in order, from the project's folder."""

import re
from pathlib import Path

import pytest

import testigo

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")


def test_the_blocks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    space: dict[str, object] = {}
    for block in blocks:
        exec(block, space)
    said = capsys.readouterr().out
    assert len(blocks) >= 5
    assert "killed stated" in said
    assert "2-sixteen-dead.html 2021-05-25" in said
    assert "0 failed" in said


def test_names_on_the_page_are_promised_ones() -> None:
    used = set(re.findall(r"\btg\.(\w+)", PAGE)) - {"__all__"}
    assert used <= set(testigo.__all__)
