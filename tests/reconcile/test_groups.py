"""Groups out of scored pairs."""

from __future__ import annotations

from testigo.reconcile import Comparison, Links, Profile, cluster


def told(document: str, local: str = "i1", published: int = 735000) -> Profile:
    """Make a profile of which only its name matters."""
    return Profile(document=document, local=local, main=True, kind="killing", scope="political", published=published)


def pair(a: str, b: str, score: float) -> Comparison:
    """Score the chief incidents of two documents."""
    return Comparison((a, "i1"), (b, "i1"), score)


def test_a_chain_of_likely_pairs_is_cut_where_its_ends_speak_against_it() -> None:
    """A and B are likely one, B and C too; A and C surely are not: C stays out."""
    groups = cluster([told(d) for d in "abc"], [pair("a", "b", 0.97), pair("b", "c", 0.8), pair("a", "c", 0.001)])
    assert [g.members for g in groups] == [(("a", "i1"), ("b", "i1")), (("c", "i1"),)]


def test_two_incidents_of_one_report_stay_apart_unless_a_person_joins_them() -> None:
    """The report itself tells them apart; a person's word stands above it."""
    profiles = [told("a", "i1"), told("a", "i2"), told("b")]
    close = [pair("a", "b", 0.9), Comparison(("a", "i2"), ("b", "i1"), 0.9)]
    assert [len(g.members) for g in cluster(profiles, close)] == [2, 1]
    joined = cluster(profiles, close, Links(must=frozenset({(("a", "i1"), ("a", "i2"))})))
    assert [len(g.members) for g in joined] == [3]


def test_what_people_decided_about_a_pair_stands() -> None:
    """`not_same` parts what the scores join, `same` joins what they part."""
    profiles = [told(d) for d in "abc"]
    close = [pair("a", "b", 0.99), pair("b", "c", 0.01)]
    links = Links(must=frozenset({(("b", "i1"), ("c", "i1"))}), cannot=frozenset({(("a", "i1"), ("b", "i1"))}))
    assert [g.members for g in cluster(profiles, close, links)] == [(("a", "i1"),), (("b", "i1"), ("c", "i1"))]
