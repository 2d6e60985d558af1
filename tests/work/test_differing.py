"""Sources that disagree are shown beside each other, and retired figures stay in sight."""

from pathlib import Path

from telling import Telling, line

from testigo.work.case import Case
from testigo.work.differing import accounts
from testigo.work.pages_text import render
from testigo.work.showing import page_of


def made(folder: Path, *tolls: tuple[int, str]) -> Case:
    """A case of one incident, told with these tolls by these sources."""
    case = Case(folder / "c.testigo")
    for n, (toll, source) in enumerate(tolls):
        (folder / f"{n}.txt").write_text(f"Report {n}. " + line("2021-05-23", toll, "Vega", "Ana Ruiz Soto", source))
        case.add(folder / f"{n}.txt", Telling(), published=f"2021-05-2{4 + n}")
    case.reconcile()
    return case


def test_figures_that_differ_are_listed_with_what_each_gave(tmp_path: Path) -> None:
    with made(tmp_path, (14, "Police"), (16, "Army"), (16, "Monitor")) as case:
        resolution = case.incident("0.txt:i1")
        told = accounts(resolution, {r.document.id: r for r in case.reports()})
        assert sorted(a.words for a in told["killed"]) == ["14", "16"]
        page = render(page_of(case, "incident", "0.txt:i1"), 100)
        assert "≠ killed" in page and "Where reports differ" in page
        assert "gives low" in page and "gives high, best" in page


def test_sources_that_agree_differ_in_nothing(tmp_path: Path) -> None:
    with made(tmp_path, (16, "Police"), (16, "Army")) as case:
        assert "Where reports differ" not in render(page_of(case, "incident", "0.txt:i1"), 100)


def test_a_figure_that_a_rule_leaves_out_is_an_account_still(tmp_path: Path) -> None:
    with made(tmp_path, (14, "Police"), (16, "Army")) as case:
        case.decide("set", "sources", by="ana", after=["Police"])
        case.decide("set", "rule", by="ana", after="ranked")
        assert case.incident("0.txt:i1").incident.killed.high == 14
        page = render(page_of(case, "incident", "0.txt:i1"), 100)
        assert "left out: the case trusts Police before it" in page
        case.decide("undo", "last", by="ana")
        assert case.incident("0.txt:i1").incident.killed.high == 16


def test_a_retired_figure_is_shown_as_retired(tmp_path: Path) -> None:
    with made(tmp_path, (14, ""), (16, "")) as case:
        newer, old = case.report("1.txt"), case.report("0.txt")
        span = next(c for c in newer.claims if c.predicate == "killed")
        start = newer.document.text.index("killed 16")
        case.decide(
            "add", {"document": "1.txt", "predicate": "killed", "start": start, "end": start + 6}, by="ana",
            after={"subject": "i1", "value": {"low": 14, "high": 14, "group": "all"}},
        )  # fmt: skip
        value = {"low": 16, "high": 16, "group": "all"}
        value |= {"supersedes": {"kind": "claim", "predicate": "killed", "start": start, "end": start + 6}}
        case.decide("correct", f"1.txt:{span.id}", by="ana", after=value)
        assert old.document.name == "0.txt" and case.check() == []
        page = render(page_of(case, "incident", "0.txt:i1"), 100)
        assert "retired" in page
