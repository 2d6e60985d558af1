"""Reports come together, people decide, and nothing that they decide is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from telling import Telling, line, reread

from testigo.reconcile import blocking, profiles
from testigo.records import ConfigError
from testigo.work.case import Case

ANA, LUIS = "Ana Ruiz Soto", "Luis Paz Rojas"
TEXTS = {
    "one.txt": line("2021-05-23", 14, "Vega", ANA, "Police"),
    "two.txt": "A second report. " + line("2021-05-23", 16, "Vega", ANA, "Army"),
    "other.txt": line("2021-09-02", 3, "Loma", LUIS) + "\nEarlier. " + line("2019-01-05", 7, "Sierra", "Eva Mar Gil"),
}
Add = Callable[..., None]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case(tmp_path / "c.testigo") as opened:
        add(opened, tmp_path, TEXTS)
        yield opened


def add(case: Case, folder: Path, texts: dict[str, str]) -> None:
    sources = []
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
        sources.append(folder / name)
    case.add(sources, Telling(), published="2021-05-25")
    case.reconcile()


def groups(case: Case) -> set[frozenset[tuple[str, int]]]:
    """Give who belongs together, each member by its document and the place of its words: local ids do not count."""
    texts = {r.document.id: r for r in case.reports()}
    found = set()
    for group in case.store.groups.partition().incidents:
        members = set()
        for document, local in group.members:
            (span,) = texts[document].incident(local).mentions
            members.add((texts[document].document.name, texts[document].document.text.rindex("killed", 0, span[1])))
        found.add(frozenset(members))
    return found


def id_of(case: Case, name: str, local: str = "i1") -> str:
    return case.incident(f"{case.document(name).id[7:]}:{local}").incident.id


def apart(case: Case) -> bool:
    return id_of(case, "one.txt") != id_of(case, "two.txt")


@pytest.mark.parametrize(("limit", "weak"), [(100, 40), (2, 1), (1, 2), (1, 1)])
def test_the_case_compares_whom_the_pure_room_compares(
    case: Case, monkeypatch: pytest.MonkeyPatch, limit: int, weak: int
) -> None:
    """Keys that too many have retire in the store as they do in one run without it."""
    monkeypatch.setattr(blocking, "LIMIT", limit)
    monkeypatch.setitem(blocking.LIMITS, blocking.WEAK, weak)
    known = sorted((p for r in case.reports() for p in profiles([r])), key=lambda p: p.member)
    things = case.store.things
    no_of = things.numbers(p.member for p in known)
    met = things.meeting(list(no_of.values()), limit, weak)
    document_of = {no: member[0] for member, no in no_of.items()}
    wanted = {tuple(sorted((no_of[known[i].member], no_of[known[j].member]))) for i, j in blocking.pairs_of(known)}
    assert {pair for pair in met if len({document_of.get(n, n) for n in pair}) > 1} == wanted


def test_reports_of_one_incident_come_together(case: Case) -> None:
    assert not apart(case)
    incident = case.incident(id_of(case, "one.txt")).incident
    assert (incident.killed.low, incident.killed.high, incident.sources) == (14, 16, 2)
    assert len(case.incidents()) == 3


def test_a_new_report_joins_what_stands_and_renames_nothing(case: Case, tmp_path: Path) -> None:
    before = {i.id for i in case.incidents()}
    add(case, tmp_path, {"three.txt": "A third. " + line("2021-05-23", 15, "Vega", ANA)})
    assert {i.id for i in case.incidents()} == before
    assert case.incident(id_of(case, "three.txt")).incident.sources == 3
    assert case.reconcile().regrouped == 0


def test_a_split_parts_a_merge_joins_and_an_undo_takes_each_back(case: Case) -> None:
    whole, kept = groups(case), id_of(case, "one.txt")
    founder = case.store.groups.some([kept])[0].members[0][0]
    out = next(n for n in ("one.txt", "two.txt") if case.document(n).id != founder)
    split = case.decide("split", kept, by="ana", after={"apart": [[f"{out}:i1"]]}, reason="another village")
    assert apart(case) and len(case.incidents()) == 4
    case.reconcile()
    assert apart(case)
    new = id_of(case, out)
    assert case.store.groups.partition() and new != kept
    merge = case.decide("merge", new, by="ben", after={"case": kept})
    assert groups(case) == whole
    assert case.incident(new).incident.id == kept  # the old id leads to the one that stays
    case.decide("undo", merge.id, by="ana")
    assert apart(case) and id_of(case, out) == new
    back = case.decide("undo", split.id, by="ana")
    assert groups(case) == whole
    case.decide("undo", back.id, by="ben")
    assert apart(case) and id_of(case, out) == new


def test_the_one_that_a_person_merges_into_stays(case: Case) -> None:
    two, one = id_of(case, "other.txt"), id_of(case, "one.txt")
    case.decide("merge", one, by="ana", after={"case": two})
    assert id_of(case, "one.txt") == two
    case.decide("undo", case.decisions()[-1].id, by="ana")
    case.decide("merge", two, by="ana", after={"case": one})
    assert id_of(case, "other.txt") == one


def test_not_the_same_keeps_a_pair_apart_whatever_joins_it_later(case: Case, tmp_path: Path) -> None:
    case.decide("not_same", ("one.txt:i1", "two.txt:i1"), by="ana")
    assert apart(case)
    add(case, tmp_path, {"three.txt": "A third. " + line("2021-05-23", 15, "Vega", ANA)})
    assert apart(case)
    case.decide("same", ("one.txt:i1", "two.txt:i1"), by="ben")
    assert not apart(case)
    assert [d.verb for d in case.decisions()] == ["not_same", "same"]


def test_what_is_said_of_a_pair_last_counts_and_unsure_takes_it_back(case: Case) -> None:
    pair = ("one.txt:i1", "two.txt:i1")
    case.decide("not_same", pair, by="ana")
    unsure = case.decide("unsure", pair[::-1], by="ben")
    assert not apart(case)
    case.decide("undo", unsure.id, by="ana")
    assert apart(case)


def test_two_incidents_of_one_report_are_one_where_a_person_says_so(case: Case) -> None:
    case.decide("same", ("other.txt:i1", "other.txt:i2"), by="ana")
    assert id_of(case, "other.txt") == id_of(case, "other.txt", "i2")


def test_what_people_decided_stands_in_another_reading(case: Case) -> None:
    """Another reader sees longer words, and calls the incidents of a report otherwise."""
    case.decide("not_same", ("one.txt:i1", "two.txt:i1"), by="ana")
    convoy = id_of(case, "other.txt", "i2")
    case.decide("merge", convoy, by="ana", after={"case": id_of(case, "one.txt")})
    case.decide("correct", "two.txt:c1", by="ana", after={"low": 17, "high": 17, "group": "all"})
    case.decide("reject", "other.txt:c4", by="ana", reason="a namesake")
    before, ids = groups(case), {i.id for i in case.incidents()}
    assert case.check() == []
    reread(case)
    case.reconcile()
    assert groups(case) == before
    assert {i.id for i in case.incidents()} == ids
    assert case.incident(id_of(case, "two.txt")).incident.killed.best == 17
    rest = case.incident(id_of(case, "other.txt", "i2")).incident
    assert (rest.killed.best, rest.victims) == (3, ())
    moved = {f.message for f in case.check()}
    assert moved and all(not f.broken for f in case.check())
    for decision in reversed(case.decisions()):
        case.decide("undo", decision.id, by="ben")
    assert not apart(case)


def test_a_purged_report_leaves_the_others_as_they_would_be_without_it(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, {"three.txt": "A third. " + line("2021-05-23", 15, "Vega", ANA)})
    case.purge(document="two.txt")
    case.reconcile()
    assert case.incident(id_of(case, "one.txt")).incident.sources == 2
    assert case.check() == []


@pytest.mark.parametrize(
    ("verb", "target", "said"),
    [
        ("merge", "one.txt:i1", {}),
        ("merge", "one.txt:i1", {"after": {"case": "two.txt:i1"}}),
        ("split", "one.txt:i1", {"after": {"apart": []}}),
        ("split", "one.txt:i1", {"after": {"apart": [["one.txt:i1", "two.txt:i1"]]}}),
        ("split", "one.txt:i1", {"after": {"apart": [["other.txt:i1"]]}}),
        ("same", ("one.txt:i1", "one.txt:i1"), {}),
        ("same", ("one.txt:i1", "one.txt:a1"), {}),
        ("same", ("one.txt:i1", "nowhere.txt:i1"), {}),
        ("same", ("one.txt:i1", "two.txt:i9"), {}),
        ("same", ("one.txt:i1",), {}),
        ("accept", "one.txt:c99", {}),
    ],
)
def test_a_decision_about_groups_that_means_nothing_is_refused(
    case: Case, verb: str, target: object, said: dict[str, object]
) -> None:
    with pytest.raises(ConfigError):
        case.decide(verb, target, by="ana", **said)  # type: ignore[arg-type]
    assert case.decisions() == []
