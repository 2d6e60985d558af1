"""Who is who across reports."""

from __future__ import annotations

from itertools import permutations

import pytest

from testigo.reconcile import ActorProfile, Links, cluster_actors

REGISTER = {"MPCP": "testigo:pe-mpcp", "SL": "testigo:pe-shining-path"}


def body(document: str, *names: str, register: str | None = None, land: str = "PE", local: str = "a1") -> ActorProfile:
    """Make a group or force."""
    return ActorProfile(
        document=document, local=local, is_person=False, register=register, names=names, company=(f"in:{land}",)
    )


def person(document: str, name: str, *company: str, local: str = "a1") -> ActorProfile:
    """Make a person told of in this company."""
    return ActorProfile(document=document, local=local, is_person=True, names=(name,), company=company)


def groups(*told: ActorProfile, links: Links | None = None) -> list[str]:
    """Group, and write each group as the documents of its members."""
    return ["".join(d for d, _ in g.members) for g in cluster_actors(told, links)]


def test_the_register_knows_a_group_under_all_its_names() -> None:
    """Two reports share no name, but the register knows both by one id."""
    told = body("a", "mpcp", register=REGISTER["MPCP"]), body("b", "militarized party", register=REGISTER["MPCP"])
    assert groups(*told) == ["ab"]


def test_a_name_unknown_to_the_register_joins_the_one_whom_a_report_calls_so() -> None:
    """A spelling that one report sets equal to a known group brings in a report that has that spelling alone."""
    told = body("a", "mpcp", "river column", register=REGISTER["MPCP"]), body("b", "river column")
    assert groups(*told) == ["ab"]


def test_no_group_holds_two_register_ids() -> None:
    """A shared name does not make two known groups one, and whoever has only that name joins neither."""
    told = (
        body("a", "the party", register=REGISTER["MPCP"]),
        body("b", "the party", register=REGISTER["SL"]),
        body("c", "the party"),
    )
    assert groups(*told) == ["a", "b", "c"]


def test_namesakes_stay_apart() -> None:
    """The same full name in another town, beside other people, or a ministry of another country, is somebody else."""
    ana = person("a", "ana ruiz", "in:geonames:1"), person("b", "ana ruiz", "in:geonames:2")
    assert groups(*ana) == ["a", "b"]
    assert groups(body("a", "interior ministry", land="PE"), body("b", "interior ministry", land="KE")) == ["a", "b"]


def test_a_person_is_known_by_town_or_company() -> None:
    """The same town, or the same other person beside, makes one of two."""
    told = (
        person("a", "ana ruiz", "in:geonames:1"),
        person("b", "ana ruiz", "in:geonames:1", "with:luis paz"),
        person("c", "ana ruiz", "with:luis paz"),
    )
    assert groups(*told) == ["abc"]


def test_two_actors_that_one_report_tells_apart_are_never_one() -> None:
    """Father and son of one name in one report stay two, also by way of another report."""
    told = (
        person("a", "ana ruiz", "in:geonames:1"),
        person("a", "ana ruiz", "in:geonames:1", local="a2"),
        person("b", "ana ruiz", "in:geonames:1"),
    )
    assert sorted(map(len, groups(*told))) == [1, 2]


def test_a_split_is_a_relation_and_no_merge() -> None:
    """Who split from a front is not the front, whatever it calls itself elsewhere."""
    front = body("a", "peoples front")
    heirs = ActorProfile(
        document="b", local="a1", is_person=False, names=("front of june", "peoples front"), company=("in:PE",),
        apart=("peoples front",),
    )  # fmt: skip
    assert groups(front, heirs) == ["a", "b"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_does_not_matter(order: tuple[int, ...]) -> None:
    """Any order gives the same groups, decisions included."""
    told = [person(d, "ana ruiz", "in:geonames:1") for d in "abcd"]
    links = Links(cannot=frozenset({(("a", "a1"), ("c", "a1"))}))
    assert groups(*(told[i] for i in order), links=links) == groups(*told, links=links)
    assert "ac" not in "".join(groups(*told, links=links)[0])
