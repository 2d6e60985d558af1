"""What stands does not depend on the order in which reports, claims or groups come."""

from typing import Any

import msgspec
from hand_reports import n, report, said, together
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.records import Report
from testigo.resolve import explain

SPEAKERS = ("police", "army", "Monitor")
figures = st.builds(
    lambda low, spread, group: n(low, None if spread is None else low + spread, group),
    st.integers(0, 40),
    st.sampled_from([None, 0, 0, 5]),
    st.sampled_from(["all", "all", "civilians", "security_forces", "minors"]),
)
days = st.integers(1, 9).map(lambda d: {"start": f"2026-03-0{d}", "end": f"2026-03-0{d}", "precision": "day"})
doers = st.sampled_from(["@Front", "@army"]).map(lambda a: {"actor": a})
stances = st.sampled_from(["stated", "stated", "claimed", "suspected", "denied"])
speakers = st.sampled_from(SPEAKERS) | st.just(())
PLACES = (
    {"name": "Vega", "within": ["p3"], "country": "PE"},
    {"name": "Loma", "within": ["p3"]},
    {"name": "Sierra", "type": "first_level", "country": "PE", "precision": "country"},
)
claims: st.SearchStrategy[Any] = st.one_of(
    st.builds(lambda v, s, b: said("killed", v, by=b, stance=s), figures, stances, speakers),
    st.builds(lambda v, b: said("date", v, by=b), days, speakers),
    st.builds(lambda v, b: said("place", {"place": v}, by=b), st.sampled_from(["p1", "p2", "p3"]), speakers),
    st.builds(lambda v, s, b: said("perpetrator", v, by=b, stance=s), doers, stances, speakers),
    st.builds(lambda who: said("victim", {"actor": who, "fate": "killed"}), st.sampled_from(["@Ana", "@Luis"])),
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Report, ...]:
    count = draw(st.integers(1, 4))
    return tuple(
        report(
            *draw(st.lists(claims, max_size=5)),
            name=f"r{i}.txt",
            places=PLACES,
            published=draw(st.sampled_from(["2026-03-10", "2026-03-11", None])),
        )
        for i in range(count)
    )


@settings(max_examples=80, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_changes_nothing(reports: tuple[Report, ...], random: Any) -> None:
    expected = explain(reports, together(*reports))
    mixed = []
    for told in reports:
        shuffled = list(told.claims)
        random.shuffle(shuffled)
        mixed.append(msgspec.structs.replace(told, claims=tuple(shuffled)))
    random.shuffle(mixed)
    assert explain(mixed, together(*reports)) == expected


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_best_value_lies_between_the_ends(reports: tuple[Report, ...]) -> None:
    for resolution in explain(reports, together(*reports)):
        killed = resolution.incident.killed
        for figure in (killed, *(killed.by_group or {}).values()):
            if figure.low is not None and figure.high is not None and figure.best is not None:
                assert figure.low <= figure.best <= figure.high
