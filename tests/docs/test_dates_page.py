"""The table of the page about dates gives what the page says."""

import hashlib
from pathlib import Path

import pytest

from testigo.extract.mentions.times import find_times
from testigo.extract.page import Page
from testigo.records import Document

PAGE = Path(__file__).resolve().parents[2] / "docs" / "dates.md"
DAY = "2021-06-02"


def rows() -> list[list[str]]:
    """Give the rows of the page's table of words and days."""
    table = PAGE.read_text("utf-8").partition("## From words to days")[2].partition("Some of these")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("words", "start", "end", "precision"), rows(), ids=lambda cell: cell)
def test_words_have_the_days_that_the_page_gives(words: str, start: str, end: str, precision: str) -> None:
    digest = hashlib.sha256(words.encode()).hexdigest()
    (time,) = find_times(Page(Document(id=f"sha256:{digest}", name="a", text=words)), DAY)
    assert (time.day_start or "", time.day_end or "", time.precision) == (start, end, precision)


def test_the_table_is_not_empty() -> None:
    assert len(rows()) > 20
