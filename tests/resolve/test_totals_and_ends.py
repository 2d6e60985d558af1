"""Totals that the parts give, ends and best values (the format's section 4, rules 3 and 4)."""

import pytest
from hand_reports import ends, n, report, resolve_one, said

from testigo.records import ConfigError, Partition
from testigo.resolve import resolve


def victim(description: str, **more: object) -> dict[str, object]:
    return {"description": description, "fate": "killed"} | more


def named(who: str, fate: str = "killed") -> dict[str, object]:
    return {"actor": f"@{who}", "fate": fate}


def test_disjoint_groups_without_a_total_are_added() -> None:
    """19 soldiers and 3 civilians give 22/22/22, computed."""
    told = report(said("killed", n(19, group="security_forces")), said("killed", n(3, group="civilians")))
    killed = resolve_one(told).killed
    assert (ends(killed), killed.computed) == ((22, 22, 22), True)


def test_a_sum_with_an_open_part_is_open() -> None:
    told = report(said("killed", n(19, None, group="security_forces")), said("killed", n(3, group="civilians")))
    killed = resolve_one(told).killed
    assert (ends(killed), killed.open_high) == ((22, 22, 22), True)


def test_attackers_dead_stay_outside_the_sum() -> None:
    told = report(said("killed", n(3, group="civilians")), said("killed", n(1, group="perpetrators")))
    assert ends(resolve_one(told).killed) == (3, 3, 3)


def test_minors_or_women_alone_give_only_a_lower_end() -> None:
    told = report(said("killed", n(4, group="minors")), said("killed", n(2, group="women")))
    killed = resolve_one(told).killed
    assert (ends(killed), killed.open_high) == ((4, 4, 4), True)


def test_a_part_is_never_added_to_a_total() -> None:
    told = report(said("killed", n(16, None)), said("killed", n(4, group="minors")))
    assert ends(resolve_one(told).killed) == (16, 16, 16)


def test_victims_are_counted_where_nobody_gives_a_figure_of_all() -> None:
    told = report(
        said("victim", named("Ana")),
        said("victim", named("Luis")),
        said("victim", named("Luis")),
        said("victim", victim("porters", count=n(3))),
        said("victim", named("Eva", "injured")),
    )
    incident = resolve_one(told)
    assert (ends(incident.killed), incident.killed.computed) == ((5, 5, 5), True)
    assert (ends(incident.injured), incident.injured.computed) == ((1, 1, 1), True)


def test_victims_are_not_counted_where_anyone_in_the_report_gives_a_figure() -> None:
    told = report(
        said("killed", n(12, supersedes="c2"), by="police"),
        said("killed", n(9), by="police"),
        said("victim", named("Ana")),
    )
    assert ends(resolve_one(told).killed) == (12, 12, 12)


def test_a_source_that_says_a_total_anywhere_is_never_added_up() -> None:
    total = report(said("killed", n(25), by="police"))
    parts = report(said("killed", n(2, group="security_forces"), by="police"), published="2026-03-12", name="b.txt")
    assert ends(resolve_one(total, parts).killed) == (25, 25, 25)


def test_denied_and_hedged_victims_and_attackers_are_not_counted() -> None:
    told = report(
        said("victim", named("Ana")),
        said("victim", named("Eva"), stance="possible"),
        said("victim", named("Luis"), by="army", stance="denied"),
        said("victim", victim("attackers", group="perpetrators", count=n(2))),
    )
    assert ends(resolve_one(told).killed) == (1, 1, 1)


@pytest.mark.parametrize(
    ("figures", "expected", "flags"),
    [
        ([n(16, None)], (16, 16, 16), (False, True)),
        ([n(8), n(5)], (5, 8, 5), (False, False)),
        ([n(None, 5)], (None, 5, None), (True, False)),
        ([n(None, 50, approx=True)], (None, 50, 50), (True, False)),
        ([n(20, approx=True)], (20, 20, 20), (False, False)),
        ([n(8, 12)], (8, 12, 8), (False, False)),
        ([n(0)], (0, 0, 0), (False, False)),
        ([n(None, 5), n(3)], (3, 5, 3), (True, False)),
        ([n(9), n(12, None)], (9, 12, 9), (False, True)),
        ([n(5), n(8), n(8)], (5, 8, 8), (False, False)),
    ],
)  # fmt: skip
def test_ends_of_what_different_sources_say_on_one_day(
    figures: list[dict[str, object]], expected: tuple[int | None, ...], flags: tuple[bool, bool]
) -> None:
    told = report(*(said("killed", f, by=f"source {i}") for i, f in enumerate(figures)))
    killed = resolve_one(told).killed
    assert (ends(killed), (killed.open_low, killed.open_high)) == (expected, flags)


def test_no_figure_is_all_null() -> None:
    killed = resolve_one(report(said("weapon", {"description": "rifles", "type": "firearm"}))).killed
    assert (ends(killed), killed.open_high) == ((None, None, None), None)


def test_the_figure_published_last_is_the_best() -> None:
    early = report(said("killed", n(20), by="army"), published="2026-03-10")
    late = report(said("killed", n(15), by="police"), published="2026-03-11", name="b.txt")
    undated = report(said("killed", n(30), by="mayor"), published=None, name="c.txt")
    assert ends(resolve_one(early, late, undated).killed) == (15, 30, 15)


def test_on_one_day_the_figure_called_final_is_the_best() -> None:
    told = report(
        said("killed", n(5), by="army"),
        said("killed", n(5), by="mayor"),
        said("killed", n(8), by="police", words="a final toll of 8"),
    )
    assert ends(resolve_one(told).killed) == (5, 8, 8)


@pytest.mark.parametrize(("heads", "best"), [((3, 1), 3), ((4, 3, 3), 3), ((1, 2), 1), ((2, 1, 2), 2)])
def test_of_victims_told_one_by_one_most_reports_decide(heads: tuple[int, ...], best: int) -> None:
    """A later report that names fewer lowers no toll; of one and two, two is mostly one person told in two words."""
    told = [
        report(*(said("victim", named(f"P{i}")) for i in range(count)), published=f"2026-03-{10 + day}", name=f"{day}")
        for day, count in enumerate(heads)
    ]
    assert resolve_one(*told).killed.best == best


def test_an_unknown_rule_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"average.*Known: min-max, majority, ranked"):
        resolve([], Partition(), rule="average")
