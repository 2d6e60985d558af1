"""Whatever the order and whatever is decided: the same reports and the same standing decisions give the same groups."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import Telling, line

from testigo.records import dump
from testigo.resolve import active_decisions
from testigo.work.case import Case

PEOPLE = ("Ana Ruiz Soto", "Luis Paz Rojas", "")
told = st.builds(
    line,
    st.sampled_from(["2021-05-23", "2021-05-24", "2021-07-01"]),
    st.integers(1, 4),
    st.sampled_from(["Vega", "Loma"]),
    st.sampled_from(PEOPLE),
)
texts = st.lists(st.lists(told, min_size=1, max_size=2, unique=True), min_size=2, max_size=7).map(
    lambda reports: [f"Report {n}.\n" + "\n".join(lines) for n, lines in enumerate(reports)]
)
Groups = set[frozenset[tuple[str, str]]]
few = settings(max_examples=8, deadline=None)


def write(folder: Path, reports: list[str]) -> list[Path]:
    paths = [folder / f"{n}.txt" for n in range(len(reports))]
    for path, text in zip(paths, reports, strict=True):
        path.write_text(text, "utf-8")
    return paths


def add(case: Case, paths: list[Path]) -> None:
    case.add(paths, Telling(), published="2021-08-01")


def groups(case: Case) -> Groups:
    return {frozenset(g.members) for g in case.store.groups.partition().incidents}


def at_once(folder: Path, paths: list[Path], decisions: list[Any] = []) -> Groups:  # noqa: B006
    """Give the groups of a full run over these reports, with these decisions in the log from the beginning."""
    with Case(folder / "full.testigo") as case:
        add(case, paths)
        for decision in decisions:
            case.store.decisions.append({k: v for k, v in dump(decision).items() if k not in ("id", "prev")})
        case.reconcile()
        return groups(case)


@few
@given(reports=texts, data=st.data())
def test_in_whatever_portions_reports_come_the_groups_are_those_of_a_full_run(
    tmp_path_factory: pytest.TempPathFactory, reports: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("portions")
    paths = write(folder, reports)
    shuffled = data.draw(st.permutations(paths))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(paths)), max_size=3)) | {0, len(paths)})
    with Case(folder / "case.testigo") as case:
        for start, end in itertools.pairwise(cuts):
            add(case, shuffled[start:end])
            case.reconcile()
        case.reconcile()
        assert groups(case) == at_once(folder, paths)
        assert case.check() == []


@few
@given(reports=texts, data=st.data())
def test_decisions_and_their_undoing_give_what_the_standing_ones_say(
    tmp_path_factory: pytest.TempPathFactory, reports: list[str], data: st.DataObject
) -> None:
    """Pairs are decided at random moments while reports come; the groups are those of a full run under the same log."""
    folder = tmp_path_factory.mktemp("decisions")
    paths = write(folder, reports)
    with Case(folder / "case.testigo") as case:
        add(case, paths[:2])
        case.reconcile()
        for path in [*paths[2:], None]:
            _decide_at_random(case, data)
            if path is not None:
                add(case, [path])
                case.reconcile()
        standing = active_decisions(case.decisions())
        assert groups(case) == at_once(folder, paths, standing)
        for decision in reversed(standing):
            undo = case.decide("undo", decision.id, by="ben")
            case.decide("undo", case.decide("undo", undo.id, by="ana").id, by="ben")
        (folder / "full.testigo").unlink()
        assert groups(case) == at_once(folder, paths)
        assert case.check() == []


def _decide_at_random(case: Case, data: st.DataObject) -> None:
    members = sorted(m for g in case.store.groups.partition().incidents for m in g.members)
    one, other = data.draw(st.sampled_from(members)), data.draw(st.sampled_from(members))
    verb = data.draw(st.sampled_from(["same", "not_same", "unsure", "merge", "split", "undo"]))
    groups_of = {m: g for g in case.store.groups.partition().incidents for m in g.members}
    if verb == "undo" and case.decisions():
        case.decide("undo", data.draw(st.sampled_from(case.decisions())).id, by="ana")
    elif verb in ("same", "not_same", "unsure") and one != other:
        case.decide(verb, (_typed(one), _typed(other)), by="ana")
    elif verb == "merge" and groups_of[one].id != groups_of[other].id:
        case.decide("merge", groups_of[one].id, by="ana", after={"case": groups_of[other].id})
    elif verb == "split" and len(groups_of[one].members) > 1:
        case.decide("split", groups_of[one].id, by="ana", after={"apart": [[_typed(one)]]})


def _typed(member: tuple[str, str]) -> str:
    return f"{member[0].removeprefix('sha256:')}:{member[1]}"


@few
@given(reports=texts)
def test_ids_that_stand_are_never_taken_away(tmp_path_factory: pytest.TempPathFactory, reports: list[str]) -> None:
    """Every id that was ever shown leads to an incident that stands."""
    folder = tmp_path_factory.mktemp("ids")
    shown: set[str] = set()
    with Case(folder / "case.testigo") as case:
        for path in write(folder, reports):
            add(case, [path])
            case.reconcile()
            standing = {g.id for g in case.store.groups.partition().incidents}
            leads = case.store.groups.ids()
            assert {leads[i] for i in shown} <= standing
            shown |= standing
