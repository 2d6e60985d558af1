"""The examples are as their README says: listed, marked as invented, in no atlas, small, and in our own words."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHARED = Path(os.environ.get("TESTIGO_SHARED", ROOT.parent / "shared"))
MARKED = re.compile("Invented for the examples of Testigo|Texto inventado para los ejemplos de Testigo")
LISTED = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
# A group's or a person's name is not a phrase: it counts as one word when texts are compared.
NAMES = ("Militarized Communist Party of Peru (MPCP)",)


def files() -> list[Path]:
    """List the files of the examples, caches that tools leave behind aside."""
    folders = (EXAMPLES, EXAMPLES / "san-miguel-de-ene", EXAMPLES / "invented")
    return [path for folder in folders for path in sorted(folder.glob("[!.]*")) if path.is_file()]


def raw_text(path: Path) -> str:
    """Give a file's words by the shortest way, markup left in where there is any."""
    if path.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(path)
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8")


@cache
def texts() -> dict[str, str]:
    """Map each report's name, `file#id` for a table's row, to its words."""
    found = {}
    for path in files():
        name = path.relative_to(EXAMPLES).as_posix()
        if "/" not in name or path.name == "README.md":
            continue
        if path.suffix == ".csv":
            rows: list[dict[str, str]] = list(csv.DictReader(io.StringIO(raw_text(path))))
        elif path.suffix == ".jsonl":
            rows = [json.loads(line) for line in raw_text(path).splitlines()]
        else:
            found[name] = raw_text(path)
            continue
        found |= {f"{name}#{row['id']}": f"{row['title']}\n\n{row['text']}" for row in rows}
    return found


def expected() -> dict[str, Any]:
    """Open the expectation made by hand."""
    loaded: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
    return loaded


def six_word_runs(text: str) -> set[tuple[str, ...]]:
    """Cut a text into all runs of six words, names being one word."""
    for name in NAMES:
        text = text.replace(name, "NAME")
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}


def test_the_readme_lists_every_file_and_no_other() -> None:
    """A file that the README does not tell of, or tells of in vain, is found."""
    lying = {path.relative_to(EXAMPLES).as_posix() for path in files()}
    told = set(LISTED.findall((EXAMPLES / "README.md").read_text(encoding="utf-8")))
    assert lying - {"README.md", "san-miguel-de-ene/README.md"} == told


def test_all_formats_are_there_and_small() -> None:
    """Each format of the first edition has an example, and all of them weigh under 300 KB."""
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".csv", ".jsonl"} <= {path.suffix for path in files()}
    assert sum(path.stat().st_size for path in files()) < 300_000


@pytest.mark.parametrize("name", [name for name in texts() if name.startswith("invented/")])
def test_every_invented_report_says_so(name: str) -> None:
    """A report that travels without its folder still cannot pass for news."""
    assert MARKED.search(texts()[name])


def test_invented_towns_are_nowhere() -> None:
    """No invented town has a point on the map, and each parent named is in the table."""
    rows = list(csv.DictReader((EXAMPLES / "gazetteer.csv").open(encoding="utf-8", newline="")))
    assert not [row["name"] for row in rows if row["lat"] or row["lon"]]
    assert {row["within"] for row in rows} - {""} <= {row["name"] for row in rows}


def test_the_expectation_covers_every_report() -> None:
    """Each report, rows of tables included, has its entry, and no entry is left over."""
    assert set(expected()["documents"]) == set(texts())


def test_expected_places_and_names_stand_in_the_texts() -> None:
    """Nobody is expected to find a place, a victim or a doer that the words do not name."""
    missing = []
    for name, entry in expected()["documents"].items():
        words = " ".join(texts()[name].split())
        for incident in entry["incidents"]:
            people = [*incident["perpetrators"], *incident.get("victims", [])]
            named = [incident["place"], *(one["name"] or one["description"] for one in people)]
            missing += [(name, one) for one in named if one and one.lower() not in words.lower()]
    assert missing == []


def test_san_miguel_is_told_in_our_own_words() -> None:
    """No run of six words is shared with the report whose facts are retold."""
    source = SHARED / "reports" / "vraem" / "report.txt"
    if not source.exists():
        pytest.skip(f"{source} is not here: set TESTIGO_SHARED to compare")
    theirs = six_word_runs(source.read_text(encoding="utf-8"))
    ours = {name: six_word_runs(text) for name, text in texts().items() if name.startswith("san-miguel-de-ene/")}
    assert {name: runs & theirs for name, runs in ours.items() if runs & theirs} == {}


def test_no_invented_group_is_on_a_list_of_real_ones() -> None:
    """Names and acronyms of the register's invented groups are on none of the reference lists."""
    lists = sorted((SHARED / "reference").glob("*.csv"))
    if not lists:
        pytest.skip(f"{SHARED / 'reference'} is not here: set TESTIGO_SHARED to compare")
    cells = [cell for path in lists for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row]
    real = {part.strip().lower() for cell in cells for part in re.split(r"[,;|]", cell)}
    rows = csv.DictReader((EXAMPLES / "register.csv").open(encoding="utf-8", newline=""))
    ours = {name.lower() for row in rows for name in [row["name"], *row["names"].split("|")] if name}
    assert ours & real == set()
