"""Which figures count, and whose they are (the format's section 4, rules 1 and 2)."""

from hand_reports import ends, explain_one, n, report, resolve_one, said

BODY = {"Ana Ruz": "person", "La Hora": "outlet", "El Día": "outlet", "Monitor": "organisation"}


def test_only_stated_and_claimed_figures_count() -> None:
    told = report(
        said("killed", n(5), by="police"),
        said("killed", n(9), by="army", stance="suspected"),
        said("killed", n(2), by="gang", stance="possible"),
        said("killed", n(6), by="rebels", stance="claimed"),
        said("killed", n(30), by="mayor", stance="planned"),
    )
    assert ends(resolve_one(told).killed) == (5, 6, 5)


def test_a_denied_figure_marks_the_value_disputed_and_sets_no_end() -> None:
    told = report(said("killed", n(5)), said("killed", n(5), by="army", stance="denied"))
    incident = resolve_one(told)
    assert ends(incident.killed) == (5, 5, 5)
    assert incident.disputed == ("killed",)


def test_a_count_of_one_place_of_several_sets_no_end() -> None:
    told = report(
        said("killed", n(7)), said("killed", n(3, part="p1"), by="army"), places=({"name": "Aldea"}, {"name": "Vega"})
    )
    assert ends(resolve_one(told).killed) == (7, 7, 7)


def test_a_sum_of_something_wider_sets_no_end() -> None:
    """A report incident that the other member is a part of tells a sum over both."""
    sums = report(
        said("killed", n(84), subject="i2"),
        said("killed", n(12)),
        said("part_of", {"incident": "i2"}),
        incidents=({}, {"main": False}),
    )
    assert ends(resolve_one(sums, members=[(0, "i1"), (0, "i2")]).killed) == (12, 12, 12)
    campaign = report(said("killed", n(900)), incidents=({"kind": "campaign"},), name="war.txt")
    assert ends(resolve_one(report(said("killed", n(4))), campaign).killed) == (4, 4, 4)
    assert ends(resolve_one(campaign).killed) == (900, 900, 900)


def test_a_recalled_up_to_sets_no_end() -> None:
    recalled = report(said("killed", n(None, 40)), incidents=({"main": False},), name="later.txt")
    assert ends(resolve_one(report(said("killed", n(12))), recalled).killed) == (12, 12, 12)


def test_a_vague_word_counts_only_where_no_number_stands() -> None:
    dozens = report(said("killed", n(24, None, text="dozens"), words="dozens died"), name="b.txt")
    assert ends(resolve_one(dozens).killed) == (24, 24, 24)
    assert ends(resolve_one(dozens, report(said("killed", n(9)))).killed) == (9, 9, 9)
    exactly = report(said("killed", n(24, None), words="at least 24 died"), name="c.txt")
    assert ends(resolve_one(exactly, report(said("killed", n(30)))).killed) == (24, 30, 24)


def test_vague_words_of_one_group_do_not_yield_to_numbers_of_another() -> None:
    told = report(said("killed", n(24, None), words="dozens were killed"), said("killed", n(4, group="minors")))
    incident = resolve_one(told)
    assert ends(incident.killed) == (24, 24, 24)
    assert incident.killed.by_group is not None and ends(incident.killed.by_group["minors"]) == (4, 4, 4)


def test_nobody_killed_does_not_silence_a_vague_word() -> None:
    none, several = report(said("killed", n(0))), report(said("killed", n(3, None), words="several died"), name="b.txt")
    assert ends(resolve_one(none, several).killed) == (0, 3, 0)


def test_one_monitor_cited_by_three_outlets_is_one_source() -> None:
    reports = [
        report(said("killed", n(k), by=[[outlet, "Monitor"]]), name=outlet, types=BODY, published=f"2026-03-1{k % 10}")
        for outlet, k in (("La Hora", 40), ("El Día", 41), ("Otra", 42))
    ]
    incident = resolve_one(*reports)
    assert (ends(incident.killed), incident.independent_sources, incident.sources) == ((42, 42, 42), 1, 3)


def test_the_last_actor_of_a_chain_is_the_source_and_unnamed_ones_fall_to_the_report() -> None:
    told = report(
        said("killed", n(5), by=[["La Hora", "?sources"]]), said("killed", n(8), by=[["?reports"]]), types=BODY
    )
    behind = {u.claim_id: u.reason for u in explain_one(told).because["killed"]}
    assert behind["c1"].startswith("La Hora") and behind["c2"].startswith("a.txt")


def test_a_spokesman_counts_as_the_body() -> None:
    one = report(said("killed", n(5), by=[["police", "Ana Ruz"]]), types=BODY)
    two = report(said("killed", n(7), by="police"), name="b.txt", published="2026-03-11")
    assert ends(resolve_one(one, two).killed) == (7, 7, 7)


def test_a_chief_or_minister_speaks_for_himself() -> None:
    chief = said("led_by", {"actor": "@Ana Ruz", "role": "chief"}, subject="@police")
    alone = report(said("killed", n(5), by="Ana Ruz"), types=BODY)
    chained = report(said("killed", n(5), by=[["police", "Ana Ruz"]]), chief, types=BODY)
    police = report(said("killed", n(7), by="police"), name="b.txt", published="2026-03-11")
    assert ends(resolve_one(alone, police).killed) == (5, 7, 7)
    assert ends(resolve_one(chained, police).killed) == (5, 7, 7)


def test_a_channel_gives_way_to_its_body() -> None:
    told = report(said("killed", n(5), by=[["La Hora", "army"]]), types=BODY)
    later = report(said("killed", n(6), by="army"), name="b.txt", published="2026-03-11")
    assert ends(resolve_one(told, later).killed) == (6, 6, 6)


def test_a_person_told_through_an_outlet_speaks_for_himself() -> None:
    told = report(said("killed", n(5), by=[["La Hora", "Ana Ruz"]]), types=BODY)
    later = report(said("killed", n(6), by="La Hora"), types=BODY, name="b.txt", published="2026-03-11")
    assert ends(resolve_one(told, later).killed) == (5, 6, 6)


def test_two_chains_are_two_sources() -> None:
    incident = resolve_one(report(said("killed", n(5), by=[["militia"], ["Monitor"]]), types=BODY))
    assert incident.independent_sources == 2


def test_reprints_of_one_text_are_one_source_as_old_as_the_first() -> None:
    first = report(said("killed", n(9)), name="first.txt", published="2026-03-10")
    newer = report(said("killed", n(12)), name="newer.txt", published="2026-03-11")
    reprint = report(said("killed", n(9)), name="reprint.txt", published="2026-03-12")
    incident = resolve_one(first, newer, reprint, reprints={reprint.document.id: first.document.id})
    assert (ends(incident.killed), incident.sources, incident.independent_sources) == ((9, 12, 12), 3, 2)
    assert [m.reprint_of for m in incident.members] == [None, None, "first.txt"]


def test_a_raised_toll_retires_the_old_figure_of_that_source_and_of_older_reports_without_speaker() -> None:
    old = report(said("killed", n(9, None)), published="2026-03-09", name="old.txt")
    other = report(said("killed", n(9), by="army"), published="2026-03-09", name="army.txt")
    raised = report(said("killed", n(12, supersedes="c2"), by="police"), said("killed", n(9), by="police"))
    late = report(said("killed", n(9)), published="2026-03-11", name="late.txt")
    assert ends(resolve_one(old, raised).killed) == (12, 12, 12)
    assert ends(resolve_one(other, raised).killed) == (9, 12, 12)
    assert ends(resolve_one(raised, late).killed) == (9, 12, 9)


def test_retiring_a_range_leaves_other_ranges() -> None:
    raised = report(said("killed", n(15, supersedes="c2"), by="police"), said("killed", n(8, 12), by="police"))
    same = report(said("killed", n(8, 12)), published="2026-03-09", name="same.txt")
    other = report(said("killed", n(20, 30)), published="2026-03-09", name="other.txt")
    assert ends(resolve_one(same, raised).killed) == (15, 15, 15)
    assert ends(resolve_one(other, raised).killed) == (15, 30, 15)


def test_a_later_return_to_a_retired_figure_stands() -> None:
    raised = report(said("killed", n(12, supersedes="c2"), by="police"), said("killed", n(9), by="police"))
    back = said("killed", n(9, supersedes="c2"), by="police"), said("killed", n(12), by="police")
    lowered = report(*back, published="2026-03-12", name="b.txt")
    assert ends(resolve_one(raised, lowered).killed) == (9, 9, 9)


def test_retiring_stays_within_one_group() -> None:
    told = report(said("killed", n(12, supersedes="c2")), said("killed", n(9)), said("killed", n(9, group="civilians")))
    killed = resolve_one(told).killed
    assert killed.by_group is not None
    assert (ends(killed), ends(killed.by_group["civilians"])) == ((12, 12, 12), (9, 9, 9))


def test_retired_figures_still_count_as_sources() -> None:
    old = report(said("killed", n(9, None)), published="2026-03-09", name="old.txt")
    raised = report(said("killed", n(12, supersedes="c2"), by="police"), said("killed", n(9), by="police"))
    assert resolve_one(old, raised).independent_sources == 2


def test_a_source_stands_behind_its_newest_figure() -> None:
    """A monitor's 47, two days later its 82 gives 82/82/82."""
    first = report(said("killed", n(47), by="Monitor"), published="2026-03-10")
    later = report(said("killed", n(82), by="Monitor"), published="2026-03-12", name="b.txt")
    assert ends(resolve_one(first, later).killed) == (82, 82, 82)
    lower = report(said("killed", n(40), by="Monitor"), published="2026-03-13", name="c.txt")
    assert ends(resolve_one(first, later, lower).killed) == (40, 40, 40)


def test_on_one_day_a_source_stands_behind_its_higher_figure() -> None:
    told = report(said("killed", n(9)), said("killed", n(11)))
    assert ends(resolve_one(told).killed) == (11, 11, 11)


def test_a_vaguer_repetition_beside_the_exact_figure_is_dropped() -> None:
    told = report(said("killed", n(40, None)), said("killed", n(47)), said("killed", n(None, 50, approx=True)))
    killed = resolve_one(told).killed
    assert (ends(killed), killed.open_high, killed.open_low) == ((47, 47, 47), False, False)
    uses = {u.claim_id: u.reason for u in explain_one(told).because["killed"] if not u.used}
    assert all("vaguer repetition" in reason for reason in uses.values()) and len(uses) == 2


def test_a_teaser_is_another_older_report_of_the_outlet() -> None:
    """14 in the teaser, "at least 16" in this one: 14/16/16 from two sources."""
    told = report(said("killed", n(16, None)), said("killed", n(14), teaser=True), outlet="El Día")
    incident = resolve_one(told)
    assert (ends(incident.killed), incident.independent_sources) == ((14, 16, 16), 2)
