"""A folder of small sources, and cases over it."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from light import Light

from testigo.records import Report, dump, load_report
from testigo.work.case import Case

LEAD = (
    "Gunmen stormed the market of the town on Tuesday and killed three porters, the police said. They came in two "
    "boats, wore no uniforms and left by the river before soldiers reached the quay. The mayor asked the capital for "
    "help, and the school stays closed until the end of the week. "
)
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def write_sources(folder: Path) -> Path:
    """Write 40 short texts: reprints, the same bytes twice, a table, an empty file, one that a reader fails on.

    No two but the reprints have more than a few words in common, so that nothing takes them for one incident.
    """
    folder.mkdir()
    for n in range(32):
        own = " ".join(hashlib.sha256(f"{n} {k}".encode()).hexdigest().translate(_LETTERS)[:9] for k in range(40))
        (folder / f"{n:02}.txt").write_text(f"Report number {n} tells of {own} and of witness {n * 13}.")
    (folder / "32.txt").write_text((folder / "05.txt").read_text())
    (folder / "33.txt").write_text(LEAD + "They fled.")
    (folder / "34.txt").write_text(LEAD + "They fled. Nobody was caught.")
    (folder / "35.txt").write_text("")
    (folder / "36.txt").write_text("BOOM went the reader, and nothing else happened that day in the town.")
    (folder / "37.txt").write_text("Das ist nicht zu lesen, obwohl es ein Bericht ist und hier steht.")
    (folder / "rows.csv").write_text("id,text\nr1,One row tells of a killing here.\nr2,\nr3,Three men died there.\n")
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path / "case.testigo", busy_timeout_s=0.5)


@pytest.fixture
def full(case: Case, sources: Path) -> Case:
    """A case with all the sources in it."""
    case.add(sources, Light())
    return case


def content_of(case: Case) -> dict[str, Any]:
    """Everything that a case tells."""
    return {
        "documents": case.documents(),
        "raw": {d.id: case.raw(d.id) for d in case.documents()},
        "reports": [dump(r) for r in case.reports()],
        "problems": sorted(map(repr, case.problems())),
        "found": sorted(h.document for h in case.search("report number")),
        "incidents": [dump(i) for i in case.incidents()],
    }


@pytest.fixture(name="content_of")
def _content_of() -> Callable[[Case], dict[str, Any]]:
    return content_of


@pytest.fixture
def worked() -> list[Report]:
    """The two reports of the worked example, read by hand."""
    shared = Path(os.environ.get("TESTIGO_SHARED", Path(__file__).parents[2].parent / "shared"))
    folder = shared / "reports" / "worked"
    if not folder.is_dir():
        pytest.skip(f"the worked example is not here ({folder}); set TESTIGO_SHARED")
    return [load_report((folder / name).read_text()) for name in ("one.json", "two.json")]
