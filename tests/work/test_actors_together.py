"""Which actors of a case are one: by the register, and by what people say."""

from testigo.reconcile import Links
from testigo.work.grouping_actors import ActorFacts, group_actors

A, B, C, D = (("sha256:a", "a1"), ("sha256:b", "a1"), ("sha256:c", "a1"), ("sha256:d", "a1"))
FRONT = ActorFacts("armed_group", "Front", "testigo:xx-front")
OTHER = ActorFacts("armed_group", "Other", None)


def test_the_register_makes_actors_one_and_people_others() -> None:
    facts = {A: FRONT, B: FRONT, C: OTHER, D: OTHER}
    assert group_actors(facts, Links()) == [(A, B), (C,), (D,)]
    assert group_actors(facts, Links(must=frozenset({(B, C)}))) == [(A, B, C), (D,)]


def test_whom_people_keep_apart_stays_apart_also_from_what_the_register_adds() -> None:
    facts = {A: FRONT, B: FRONT, C: FRONT}
    assert group_actors(facts, Links(cannot=frozenset({(A, B)}))) == [(A, C), (B,)]
    kept = Links(must=frozenset({(B, C)}), cannot=frozenset({(A, B)}))
    assert group_actors(facts, kept) == [(A,), (B, C)]
