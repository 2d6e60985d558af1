"""Pages of reference leave nothing out: every code, format, class and word of the lists has its place."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from testigo.read import formats
from testigo.records import codes, errors

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "testigo"
IN_GLOSSARY = [
    codes.Stance, codes.IncidentKind, codes.Scope, codes.Group, codes.Stage, codes.Fate, codes.DatePrecision,
    codes.PlacePrecision, codes.ActorType,
]  # fmt: skip


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def codes_in_source() -> set[str]:
    """Find every code of a problem, failure or error: `code=…` in a call, or a parameter's default."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
            if isinstance(node, ast.FunctionDef):
                args = node.args.kwonlyargs
                defaults = zip(args, node.args.kw_defaults, strict=True)
                found |= {str(d.value) for a, d in defaults if a.arg == "code" and isinstance(d, ast.Constant)}
    return found


def test_every_code_in_the_source_is_explained() -> None:
    found = codes_in_source()
    assert {"empty", "zip_bomb", "language_unread", "internal_error", "bad_record"} <= found
    assert not {code for code in found if f"\n| `{code}` |" not in page("errors.md")}


def test_no_code_is_explained_that_nothing_gives() -> None:
    tables = page("errors.md").split("## Classes")[0]
    explained = set(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE))
    assert explained == codes_in_source()


def test_every_class_of_error_is_explained() -> None:
    classes = [n for n, c in vars(errors).items() if isinstance(c, type) and issubclass(c, Exception)]
    assert len(classes) == 8
    assert not [n for n in classes if f"\n| `{n}` |" not in page("errors.md")]


def test_every_sort_of_finding_is_explained() -> None:
    checking = (SOURCE / "work" / "checking.py").read_text("utf-8")
    kinds = set(re.findall(r'Finding\("(\w+)"', checking))
    assert kinds
    assert not [k for k in kinds if f"\n| `{k}` |" not in page("errors.md").split("## What `testigo check` finds")[1]]


def test_every_format_that_is_read_is_told_with_its_endings() -> None:
    read, unread = page("reading.md").split("## What is not read yet")
    assert not [f for f in get_args(formats.Format) if f"\n| {f} |" not in read]
    assert not [e for e in formats._EXTENSIONS if f"`{e}`" not in read]
    assert not [e for e in formats._FOREIGN if f"`{e}`" not in unread]
    table = re.findall(r"^\| \w+ \| ([^|]*) \|", read, re.MULTILINE)
    assert set(re.findall(r"`(\.\w+)`", " ".join(table))) == set(formats._EXTENSIONS)


def test_every_kind_of_segment_is_told() -> None:
    assert not [k for k in get_args(codes.SegmentKind) if f"\n| `{k}` |" not in page("reading.md")]


@pytest.mark.parametrize("words", IN_GLOSSARY, ids=str)
def test_every_word_of_a_list_has_a_meaning(words: object) -> None:
    first_cells = " ".join(re.findall(r"^\|([^|]*)\|", page("glossary.md"), re.MULTILINE))
    assert not [w for w in get_args(words) if f"`{w}`" not in first_cells]


def test_a_term_has_one_meaning() -> None:
    nouns = page("glossary.md").split("## Nouns")[1].split("\n## ")[0]
    terms = re.findall(r"^\| (\w[\w ]*) \|", nouns, re.MULTILINE)[1:]
    assert terms == sorted(set(terms))
