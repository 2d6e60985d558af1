"""The library's face: what `import testigo` gives, and what it does not load."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import testigo
from testigo.records import EmptyError, Report
from testigo.work.readers import ReaderOptions, reader_with

HEAVY = ("trafilatura", "sqlalchemy", "numpy", "lxml", "pypdfium2", "docx", "rensa", "py3langid", "rapidfuzz", "msgspec",
         "ahocorasick_rs", "testigo.read", "testigo.extract", "testigo.store", "testigo.reference")  # fmt: skip
TEXT = "At least 16 people were killed in the town on Tuesday, police said."


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_importing_loads_nothing_heavy_and_takes_no_time() -> None:
    code = (
        "import json, sys, time; began = time.perf_counter(); import testigo; took = time.perf_counter() - began;"
        "print(json.dumps([took, sorted(sys.modules)]))"
    )
    took, modules = json.loads(_python(code))
    assert took < 0.5
    assert not [m for m in HEAVY if m in modules]


def test_extracting_loads_no_case_file() -> None:
    code = f"import sys, testigo; testigo.extract({TEXT!r}); print('sqlalchemy' in sys.modules, 'docx' in sys.modules)"
    assert _python(code).split() == ["False", "False"]


def test_every_promised_name_is_there() -> None:
    for name in testigo.__all__:
        assert getattr(testigo, name) is not None
    assert dir(testigo) == sorted(testigo.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = testigo.nonsense


def test_the_version_is_the_package_s() -> None:
    stated = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]["version"]
    assert testigo.__version__ == stated


def test_a_text_is_extracted_with_the_default_reader() -> None:
    report = testigo.extract(TEXT, published="2021-05-25", title="Killings", outlet="Correo Pardo")
    assert isinstance(report, Report)
    assert (report.document.title, report.document.outlet, report.document.published) == (
        "Killings", "Correo Pardo", "2021-05-25",
    )  # fmt: skip
    assert testigo.extract(report.document) == report
    assert reader_with(ReaderOptions()) is reader_with(ReaderOptions())
    with pytest.raises(EmptyError):
        testigo.extract("  ")


def test_readings_are_extracted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (reading,) = testigo.read(tmp_path)
    assert testigo.extract(reading).document.name == "a.txt"
    assert [r.document.id for r in testigo.read([tmp_path / "a.txt"])] == [reading.document.id]


@pytest.mark.parametrize(
    "first",
    [
        "from testigo.extract import Reader",
        "import testigo.extract",
        "import testigo.read.sources",
        "import testigo.work.case",
        "",
    ],
)
def test_the_verbs_are_rooms_and_functions_whatever_is_imported_first(first: str) -> None:
    code = f"""
{first}
import testigo as tg
from testigo import extract, read
import testigo.extract as room
print(callable(tg.extract), list(tg.read([])), room.Reader is tg.Reader, extract is room)
"""
    assert _python(code).split() == ["True", "[]", "True", "True"]


@pytest.mark.slow
def test_the_real_reader_adds_with_several_processes(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(TEXT.replace("16", str(16 + n)))
    with testigo.Case(tmp_path / "one") as one, testigo.Case(tmp_path / "two") as two:
        sources = sorted(tmp_path.glob("*.txt"))
        assert one.add(sources, testigo.ReaderOptions()).added == 6
        assert two.add(sources, jobs=2).added == 6
        assert list(one.reports()) == list(two.reports())
        assert one.check() == []
