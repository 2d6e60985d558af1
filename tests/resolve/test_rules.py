"""Other rules for figures than min–max: majority, and a ranked list of sources."""

import pytest
from hand_reports import ends, explain_one, n, report, resolve_one, said

from testigo.resolve import Rule


def told(*figures: tuple[str, int], published: str = "2026-03-10"):
    return report(*(said("killed", n(k), by=who) for who, k in figures), published=published, name=published)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("min-max", (5, 9, 9)),
        ("majority", (5, 5, 5)),
        (Rule("ranked", ("Monitor", "army")), (9, 9, 9)),
        (Rule("ranked", ("Nobody", "the ARMY")), (5, 5, 5)),
        (Rule("ranked", ("Nobody",)), (5, 9, 9)),
        (Rule("ranked", ()), (5, 9, 9)),
    ],
)
def test_each_rule_chooses_among_the_figures_that_sources_stand_behind(
    rule: Rule | str, expected: tuple[int, int, int]
) -> None:
    reports = [told(("army", 5), ("police", 5)), told(("Monitor", 9), published="2026-03-11")]
    assert ends(resolve_one(*reports, rule=rule).killed) == expected
    assert ends(resolve_one(*reports[::-1], rule=rule).killed) == expected


def test_of_figures_that_as_many_sources_give_the_newest_stands_then_the_lower() -> None:
    old, new = told(("army", 5)), told(("Monitor", 9), published="2026-03-11")
    assert ends(resolve_one(old, new, rule="majority").killed) == (9, 9, 9)
    assert ends(resolve_one(told(("army", 5), ("Monitor", 9)), rule="majority").killed) == (5, 5, 5)


def test_a_monitor_cited_thrice_is_one_vote() -> None:
    cited = [told(("Monitor", 9), published=f"2026-03-1{d}") for d in (1, 2, 3)]
    assert ends(resolve_one(told(("army", 5), ("police", 5)), *cited, rule="majority").killed) == (5, 5, 5)


def test_a_figure_that_a_rule_leaves_out_says_why() -> None:
    resolution = explain_one(told(("army", 5), ("Monitor", 9)), rule=Rule("ranked", ("Monitor",)))
    reasons = {u.claim_id: (u.used, u.reason) for u in resolution.because["killed"]}
    assert reasons["c1"] == (False, "left out: the case trusts Monitor before it")
    assert reasons["c2"][0]


def test_groups_are_chosen_for_themselves() -> None:
    one = report(said("killed", n(5), by="army"), said("killed", n(2, group="civilians"), by="police"))
    killed = resolve_one(one, rule=Rule("ranked", ("army",))).killed
    assert killed.by_group and ends(killed.by_group["civilians"]) == (2, 2, 2)


def test_the_open_end_of_the_chosen_figure_is_told() -> None:
    one = report(said("killed", n(5, None), by="army"), said("killed", n(9), by="police"))
    killed = resolve_one(one, rule=Rule("ranked", ("army",))).killed
    assert (ends(killed), killed.open_high) == ((5, 5, 5), True)
