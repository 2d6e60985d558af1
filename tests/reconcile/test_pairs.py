"""Profiles, keys, scores and reasons of pairs."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo.reconcile import Comparison, Links, Profile, cluster, compare, keys, scores
from testigo.reconcile.blocking import LIMIT, pairs_of
from testigo.reconcile.clustering import JOINED_FROM
from testigo.reconcile.fields import FIELDS
from testigo.reconcile.spots import Spot
from testigo.reconcile.weights import read_weights, shipped_weights
from testigo.records import ConfigError

DAY = 737933  # 23 May 2021
VALLEY = Spot("user:lower-valley", "lower valley", "settlement", "PE", -11.9, -74.1, None, ("geonames:1",))
HILL = Spot("user:hill-town", "hill town", "settlement", "PE", -11.95, -74.0, None, ("geonames:1",))
COAST = Spot("user:coast", "coast", "settlement", "KE", -4.0, 39.6, None, ("geonames:2",))


def told(document: str, **facts: object) -> Profile:
    """Make the profile of a massacre in the valley, changed as said."""
    base = Profile(
        document=document, local="i1", main=True, kind="killing", scope="political", published=DAY + 1,
        days=((DAY, DAY),), places=(VALLEY,), tolls={"killed": (14, None)}, victims=("ana ruiz soto",),
        words=(("pamphlets", 0.4), ("zarzamora", 0.5), ("bar", 0.1)),
    )  # fmt: skip
    return msgspec.structs.replace(base, **facts)


def test_two_tellings_of_one_act_score_high_with_reasons_in_words() -> None:
    """Day, place, names and tolls are said with their values, the heaviest first."""
    pair = compare(told("a"), told("b", published=DAY + 2, tolls={"killed": (16, None)}, victims=("ana soto",)))
    assert pair.score > 0.9
    said = {r.field: r.words for r in pair.reasons}
    assert said["day"] == "same day (2021-05-23 and 2021-05-23)"
    assert said["place"] == "same town (lower valley)"
    assert said["victims"] == "a victim named by both (ana soto)"
    assert said["killed"] == "tolls close (at least 14 and at least 16)"
    weights = [abs(r.weight) for r in pair.reasons]
    assert weights == sorted(weights, reverse=True)


def test_look_alikes_of_one_week_in_one_town_stay_apart() -> None:
    """The same kind in the same town four days on, with other victims and other words, is another act."""
    later = told(
        "b",
        published=DAY + 6,
        days=((DAY + 5, DAY + 5),),
        victims=("luis paz",),
        ages=(30,),
        words=(("quebrada", 0.6),),
    )
    assert compare(told("a", ages=(19,)), later).score < 0.2 < JOINED_FROM


def test_the_distance_of_places_apart_is_said() -> None:
    """Two towns near each other are told with the kilometres between them."""
    said = {r.field: r.words for r in compare(told("a"), told("b", places=(HILL,))).reasons}
    assert said["place"] == "within 15 km (lower valley and hill town, 12 km apart)"


def test_another_country_speaks_against() -> None:
    """The same day in another country weighs against, and says both places."""
    reasons = {r.field: r for r in compare(told("a"), told("b", places=(COAST,))).reasons}
    assert reasons["place"].weight < 0
    assert "coast" in reasons["place"].words


def test_a_pair_scores_alike_alone_and_among_many_whichever_comes_first() -> None:
    """The score of a pair depends on nothing but the two."""
    some = [told("a"), told("b", places=(HILL,)), told("c", days=()), told("d", published=None, words=())]
    pairs = [(i, j) for i in range(4) for j in range(4) if i != j]
    alone = [compare(some[i], some[j]).score for i, j in pairs]
    assert scores(some, pairs) == alone
    assert compare(some[0], some[1]) == compare(some[1], some[0])


def test_a_profile_survives_json() -> None:
    """A case keeps profiles as JSON."""
    one = told("a")
    assert msgspec.json.decode(msgspec.json.encode(one), type=Profile) == one


def test_a_word_that_too_many_share_leads_nowhere() -> None:
    """A name alone brings two far apart together, until more than LIMIT incidents have it."""
    far = [told(f"d{i:03}", published=DAY + 400 * i, days=(), places=(), words=()) for i in range(LIMIT + 1)]
    assert (0, 1) in pairs_of(far[:2])
    assert pairs_of(far) == []


def test_weaker_words_bring_together_only_in_twos() -> None:
    """One word of the less heavy ones is chance, two are not."""
    heavy = [tuple((f"{name}{i}", 0.9) for i in range(8)) for name in "ab"]
    bare = {"days": (), "places": (), "victims": ()}
    one, two = (("zarza", 0.2),), (("zarza", 0.2), ("mora", 0.1))
    for shared, met in ((one, []), (two, [(0, 1)])):
        some = [told(d, published=DAY + 900 * i, words=heavy[i] + shared, **bare) for i, d in enumerate("ab")]
        assert pairs_of(some) == met


def test_a_town_s_four_days_always_lead_somewhere() -> None:
    """However many incidents a town has in two months, those of one day are compared."""
    many = [told(f"d{i:03}", victims=(), words=()) for i in range(LIMIT + 2)]
    assert len(pairs_of(many)) == (LIMIT + 2) * (LIMIT + 1) // 2


def test_keys_say_only_what_the_profile_says() -> None:
    """The same profile has the same keys, sorted, none twice."""
    found = keys(told("a"))
    assert list(found) == sorted(set(found)) and found == keys(told("a"))


def test_every_level_has_its_weight_and_a_broken_table_is_refused(tmp_path: object) -> None:
    """The shipped table fits the fields; one without a level says which."""
    weights = shipped_weights()
    assert {name: len(of) for name, of in weights.of.items()} == {n: len(f[1]) for n, f in FIELDS.items()}
    broken = tmp_path / "weights.csv"  # type: ignore[operator]
    broken.write_text("field,level,weight\nbase,,-1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="training/matching"):
        read_weights(broken)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 1000)), max_size=20), st.randoms())
def test_groups_do_not_depend_on_the_order(edges: list[tuple[int, int, int]], chance: random.Random) -> None:
    """Whatever the scores and links, any order of profiles and pairs gives the same groups, and `cannot` holds."""
    members = [told(f"d{i}") for i in range(8)]
    pairs = {(min(a, b), max(a, b)): s / 1000 for a, b, s in edges if a != b}
    made = [Comparison(members[a].member, members[b].member, s) for (a, b), s in pairs.items()]
    links = Links(cannot=frozenset({(members[0].member, members[1].member)}))
    groups = cluster(members, made, links)
    chance.shuffle(members)
    chance.shuffle(made)
    assert cluster(members, made, links) == groups
    assert not any({("d0", "i1"), ("d1", "i1")} <= set(g.members) for g in groups)
    assert sorted(m for g in groups for m in g.members) == sorted(p.member for p in members)
