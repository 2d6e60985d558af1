"""The retold reports of San Miguel de Ene come together as one incident, the convoy of 2008 stays apart."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

from testigo.reconcile import Reconciled, compare, profiles, reconcile
from testigo.records import CaseIncident, Report
from testigo.resolve import resolve
from testigo.work.readers import ReaderOptions
from testigo.work.reports import read_reports

EXAMPLES = Path(__file__).parents[2] / "examples"
TOLD = ("1-fourteen-dead.txt", "2-sixteen-dead.html", "3-who-are-the-mpcp.md")


@cache
def reports() -> tuple[Report, ...]:
    """Read the three reports with the shipped gazetteer and register."""
    found = read_reports([EXAMPLES / "san-miguel-de-ene" / name for name in TOLD], ReaderOptions())
    return tuple(r for r in found if isinstance(r, Report))


@cache
def reconciled() -> Reconciled:
    """Bring them together."""
    return reconcile(reports())


@cache
def incidents() -> dict[str, CaseIncident]:
    """Give what stands, by id."""
    return {i.id: i for i in resolve(reports(), reconciled().partition)}


def test_three_reports_tell_one_massacre_with_fourteen_and_sixteen_beside_each_other() -> None:
    """The older report's 14 is the lower end, the newer reports' "at least 16" the best and the higher."""
    (group,) = reconciled().partition.incidents
    assert len({document for document, _ in group.members}) == len(TOLD)
    killed = incidents()[group.id].killed
    assert (killed.low, killed.best, killed.high) == (14, 16, 16)


def test_the_convoy_of_2008_stands_apart() -> None:
    """It is told by the background report alone and is no part of the massacre."""
    (convoy,) = [i for i in incidents().values() if (i.date.start or "").startswith("2008")]
    assert len(convoy.members) == 1


def test_every_pair_of_the_massacre_says_why() -> None:
    """Day, place and toll are among the reasons, with their values."""
    told = {p.member: p for p in profiles(reports())}
    (group,) = reconciled().partition.incidents
    pairs = [compare(told[a], told[b]) for a, b in combinations(group.members, 2)]
    reasons = [{r.field: r.words for r in pair.reasons} for pair in pairs]
    assert all("2021-05-23" in r["day"] for r in reasons)
    assert any("san miguel de ene" in r["place"] for r in reasons)
    assert any("14 and at least 16" in r["killed"] for r in reasons)
