"""Dates, places, kinds, people and weapons that stand (the format's section 4, "Everything else that stands")."""

from typing import Any

import pytest
from hand_reports import explain_one, n, report, resolve_one, said, together

from testigo.records import ConfigError, Grouping, Partition, dump
from testigo.resolve import resolve

REGION = {"name": "Sierra", "type": "first_level", "country": "PE", "precision": "country"}
TOWN = {"name": "Vega", "within": ["p2"], "country": "PE", "precision": "first_level"}


def day(start: str | None, end: str | None = None, precision: str = "day", **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end or start, "precision": precision} | more


def date_of(*values: dict[str, Any]) -> tuple[str | None, str | None, str]:
    told = report(*(said("date", v, by=f"s{i}") for i, v in enumerate(values)))
    date = resolve_one(told).date
    return date.start, date.end, date.precision


MARCH = day("2026-03-01", "2026-03-31", "month")
SINCE_MARCH = {"start": "2026-03-01", "end": None, "precision": "span"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([MARCH, day("2026-03-10")], ("2026-03-10", "2026-03-10", "day")),
        ([day("2026-03-10", "2026-03-11", "span"), day("2026-03-10")], ("2026-03-10", "2026-03-10", "day")),
        ([day("2026-03-10"), day("2026-03-12"), day("2026-03-12")], ("2026-03-12", "2026-03-12", "day")),
        ([day("2026-03-10"), day("2026-03-12"), MARCH], ("2026-03-10", "2026-03-10", "day")),
        ([MARCH, MARCH, day("2026-04-02")], ("2026-03-01", "2026-03-31", "month")),
        ([day("--03-10"), day("2026-03-10")], ("2026-03-10", "2026-03-10", "day")),
        ([day("2026-03-10"), SINCE_MARCH], ("2026-03-10", "2026-03-10", "day")),
        ([day(None, text="recently", precision="unknown")], (None, None, "unknown")),
        ([], (None, None, "unknown")),
    ],
)  # fmt: skip
def test_the_narrowest_date_that_most_sources_are_compatible_with(told: list[Any], expected: tuple[Any, ...]) -> None:
    assert date_of(*told) == expected


def test_of_two_dates_that_exclude_each_other_the_newest_stands() -> None:
    old = report(said("date", day("2026-03-09")), published="2026-03-10")
    new = report(said("date", day("2026-03-08")), published="2026-03-11", name="b.txt")
    assert resolve_one(old, new).date.start == "2026-03-08"
    assert [u.used for u in explain_one(old, new).because["date"]] == [True, False]


def test_words_stand_for_a_date_that_cannot_be_resolved() -> None:
    told = report(said("date", day(None, text="during the harvest", precision="unknown")))
    assert resolve_one(told).date.text == "during the harvest"


def test_the_narrowest_place_stands_with_its_container() -> None:
    wide = report(said("place", {"place": "p1"}), places=(REGION,))
    narrow = report(said("place", {"place": "p1"}), places=(TOWN, REGION), name="b.txt")
    place = resolve_one(wide, narrow).place
    assert place and (place.name, place.container, place.country) == ("Vega", "Sierra", "PE")


def test_what_one_report_knows_of_a_place_fills_in_the_other() -> None:
    bare = report(said("place", {"place": "p1"}), places=({"name": "Vega"},), published="2026-03-12", name="b.txt")
    point = {"lat": -12.5, "lon": -74.0, "precision": "settlement"}
    full = report(said("place", {"place": "p1"}), places=(TOWN | point, REGION))
    place = resolve_one(bare, full).place
    assert place and (place.container, place.lat, place.precision) == ("Sierra", -12.5, "settlement")


def test_a_street_that_nothing_holds_stands_in_the_town_told_beside_it() -> None:
    street = {"name": "Calle Mayor", "type": "street", "country": "PE"}
    told = report(said("place", {"place": "p1"}), said("place", {"place": "p2"}), places=(TOWN, REGION, street))
    on_it = report(said("place", {"place": "p3"}), places=(TOWN, REGION, street), name="b.txt")
    place = resolve_one(told, on_it).place
    assert place is not None and "Vega" in (place.name, place.container)


def test_towns_of_one_name_in_two_countries_are_two() -> None:
    """The newest stands, and takes nothing from the other."""
    peru = report(said("place", {"place": "p1"}), places=(TOWN, REGION))
    spain = {"name": "Vega", "country": "ES", "precision": "country"}
    other = report(said("place", {"place": "p1"}), places=(spain,), published="2026-03-12", name="b.txt")
    place = resolve_one(peru, other).place
    assert place and (place.country, place.container) == ("ES", None)


def test_a_hedged_place_does_not_stand_against_a_flat_one() -> None:
    hedged = said("place", {"place": "p1"}, by="army", stance="possible")
    told = report(said("place", {"place": "p2"}), hedged, places=(TOWN, REGION))
    place = resolve_one(told).place
    assert place and place.name == "Sierra"


def test_places_apart_of_one_source_give_what_holds_them_all() -> None:
    towns = (TOWN, REGION, {"name": "Loma", "within": ["p2"], "country": "PE"})
    told = report(said("place", {"place": "p1"}), said("place", {"place": "p3"}), places=towns)
    place = resolve_one(told).place
    assert place and place.name == "Sierra"


def test_words_stand_for_a_place_that_nobody_names() -> None:
    place = resolve_one(report(said("place", {"description": "a mountain road"}))).place
    assert place and (place.name, place.precision) == ("a mountain road", "unknown")


def test_kind_scope_and_stage_go_by_most_sources_then_the_newest() -> None:
    a, b = report(said("kind", {"kind": "armed_clash"}, by="army")), report(name="b.txt")
    assert resolve_one(a, b).kind == "killing"
    clash = report(name="c.txt", published="2026-03-12", incidents=({"kind": "armed_clash", "scope": "criminal"},))
    incident = resolve_one(report(), clash)
    assert (incident.kind, incident.scope) == ("armed_clash", "criminal")


def test_a_stage_that_nobody_tells_is_accomplished() -> None:
    foiled = report(said("stage", {"stage": "attempted"}))
    assert resolve_one(foiled).stage == "attempted"
    assert resolve_one(foiled, report(name="b.txt"), report(name="c.txt")).stage == "accomplished"


def test_doers_have_the_firmest_stance_and_all_denials_beside_them() -> None:
    front = {"actor": "@Front"}
    one = report(
        said("perpetrator", front, by="police", stance="suspected"),
        said("perpetrator", front, by="Front", stance="denied"),
    )
    two = report(said("perpetrator", front, by="court"), name="b.txt")
    incident = resolve_one(one, two)
    (doer,) = incident.perpetrators
    assert (doer.name, doer.actor, doer.stance, doer.sources) == ("Front", "actor:Front", "stated", 2)
    assert (doer.denied_by, incident.disputed) == (("Front",), ("perpetrators",))


@pytest.mark.parametrize(
    ("stances", "firmest"),
    [
        (["claimed", "suspected"], "claimed"),
        (["possible", "suspected"], "suspected"),
        (["planned", "possible"], "possible"),
    ],
)
def test_stances_in_their_order(stances: list[str], firmest: str) -> None:
    told = report(*(said("perpetrator", {"actor": "@Front"}, by=f"s{i}", stance=s) for i, s in enumerate(stances)))
    assert resolve_one(told).perpetrators[0].stance == firmest


def test_a_denial_of_what_nobody_says_adds_nobody() -> None:
    incident = resolve_one(report(said("perpetrator", {"actor": "@Front"}, by="Front", stance="denied")))
    assert (incident.perpetrators, incident.disputed) == ((), ())


def test_roles_are_kept_apart_and_reasons_named() -> None:
    told = report(
        said("participant", {"actor": "@army", "side": 1}),
        said("participant", {"actor": "@Front", "side": 2}),
        said("carried_out_by", {"actor": "@army"}),
        said("evidence_for", {"actor": "@Front", "description": "signed leaflets"}),
        said("perpetrator", {"description": "gunmen", "count": n(30, approx=True)}),
    )
    doers = {(d.as_, d.name or d.description): d for d in resolve_one(told).perpetrators}
    assert doers["participant", "Front"].because == "signed leaflets" and doers["participant", "Front"].side == 2
    assert ("carried_out_by", "army") in doers and doers["participant", "army"].side == 1
    assert dump(doers["perpetrator", "gunmen"])["count"] == {"low": 30, "high": 30, "best": 30}


def test_named_victims_are_one_across_reports_with_their_newest_fate() -> None:
    types = {"Ana": "person"}
    hurt = report(said("victim", {"actor": "@Ana", "fate": "injured", "age": "41"}), types=types)
    dead = report(
        said("victim", {"actor": "@Ana", "fate": "killed", "sex": "female"}),
        types=types,
        name="b.txt",
        published="2026-03-12",
    )
    (ana,) = resolve_one(hurt, dead).victims
    assert (ana.name, ana.fate, ana.age, ana.sex, ana.sources) == ("Ana", "killed", "41", "female", 2)


def test_kinds_of_victims_join_by_words_and_fate() -> None:
    one = report(said("victim", {"description": "police officers", "fate": "killed", "count": n(2)}))
    two = report(
        said("victim", {"description": "the police officers", "fate": "killed", "count": n(3)}),
        said("victim", {"description": "police officers", "fate": "injured"}),
        name="b.txt",
        published="2026-03-12",
    )
    killed, injured = resolve_one(one, two).victims
    assert (killed.sources, dump(killed)["count"]) == (2, {"low": 2, "high": 3, "best": 3})
    assert (injured.fate, injured.count) == ("injured", None)


def test_all_weapons_are_listed_by_type_or_else_by_words() -> None:
    told = report(
        said("weapon", {"description": "rifles", "type": "firearm"}),
        said("weapon", {"description": "pistols", "type": "firearm"}, by="army"),
        said("weapon", {"description": "clubs"}),
        said("weapon", {"description": "gas", "type": "chemical"}, by="army", stance="denied"),
    )
    incident = resolve_one(told)
    assert (incident.weapons, incident.disputed) == (("clubs", "firearm"), ("weapons",))


def test_what_the_partition_does_not_name_stands_alone() -> None:
    told = report(said("perpetrator", {"actor": "@Front"}), incidents=({}, {"main": False}))
    short = told.document.id[7:15]
    one, two = resolve([told], Partition())
    assert (one.id, two.id, one.perpetrators[0].actor) == (f"{short}:i1", f"{short}:i2", f"{short}:a1")


def test_a_partition_that_puts_one_incident_twice_is_refused() -> None:
    told = report()
    member = (told.document.id, "i1")
    twice = Partition(incidents=(Grouping(id="x", members=(member,)), Grouping(id="y", members=(member,))))
    with pytest.raises(ConfigError, match=r"i1 of sha256:.* stands in x and y"):
        resolve([told], twice)


def test_two_reports_of_one_document_are_refused_by_name() -> None:
    with pytest.raises(ConfigError, match=r"a\.txt: two reports of one document"):
        resolve([report(), report()], Partition())


def test_members_whose_report_is_not_given_are_passed_over() -> None:
    here, gone = report(), report(name="gone.txt")
    (incident,) = resolve([here], together(here, gone))
    assert [m.document for m in incident.members] == ["a.txt"]
