"""What people decided about claims changes what stands, and can be undone."""

import pytest
from hand_reports import decide, ends, explain_one, n, report, resolve_one, said, undo

from testigo.records import FormatError

TOLD = report(said("killed", n(9), by="police"), said("killed", n(14), by="army"))


def test_a_rejected_figure_does_not_count_and_the_trace_says_who_rejected_it() -> None:
    reject = decide(TOLD, "c2", "reject")
    resolution = explain_one(TOLD, decisions=[reject])
    assert ends(resolution.incident.killed) == (9, 9, 9)
    (use,) = [u for u in resolution.because["killed"] if u.claim_id == "c2"]
    assert (use.used, use.reason, use.decision) == (False, "a person rejected it", reject.id)


def test_a_correction_replaces_the_value() -> None:
    right = decide(TOLD, "c2", "correct", after={"low": 11, "high": 11, "group": "all"})
    assert ends(resolve_one(TOLD, decisions=[right]).killed) == (9, 11, 9)
    stance = decide(TOLD, "c2", "correct", after={"stance": "denied"})
    assert ends(resolve_one(TOLD, decisions=[stance]).killed) == (9, 9, 9)


def test_a_correction_that_is_no_value_is_refused_by_the_decisions_id() -> None:
    wrong = decide(TOLD, "c2", "correct", after={"low": "many"})
    with pytest.raises(FormatError, match="decision d1"):
        resolve_one(TOLD, decisions=[wrong])


def test_an_undo_takes_a_decision_back_and_its_own_undo_restores_it() -> None:
    reject = decide(TOLD, "c2", "reject", 1)
    back = undo(reject, 2)
    again = undo(back, 3)
    assert ends(resolve_one(TOLD, decisions=[reject, back]).killed) == (9, 14, 9)
    assert ends(resolve_one(TOLD, decisions=[reject, back, again]).killed) == (9, 9, 9)


def test_the_later_decision_on_the_same_words_stands() -> None:
    decisions = [decide(TOLD, "c2", "reject", 1), decide(TOLD, "c2", "accept", 2)]
    assert ends(resolve_one(TOLD, decisions=decisions).killed) == (9, 14, 9)


def test_an_incident_is_reviewed_when_every_claim_behind_it_is_accepted_or_corrected() -> None:
    first, second = decide(TOLD, "c1", "accept", 1), decide(TOLD, "c2", "accept", 2)
    assert not resolve_one(TOLD).reviewed
    assert not resolve_one(TOLD, decisions=[first]).reviewed
    assert resolve_one(TOLD, decisions=[first, second]).reviewed
    assert resolve_one(TOLD, decisions=[first, decide(TOLD, "c2", "reject", 3)]).reviewed


def test_an_acceptance_of_another_value_accepts_nothing() -> None:
    """A new reading gives another figure for the accepted words."""
    only = report(said("killed", n(9)))
    assert resolve_one(only, decisions=[decide(only, "c1", "accept", before=n(9))]).reviewed
    assert not resolve_one(only, decisions=[decide(only, "c1", "accept", before=n(12))]).reviewed


def test_claims_that_share_words_are_told_apart_by_what_the_decision_saw() -> None:
    words = "Ana and Luis died"
    people = [said("victim", {"actor": f"@{w}", "fate": "killed"}, words=words) for w in ("Ana", "Luis")]
    told = report(*people)
    assert len({c.evidence[0].start for c in told.claims}) == 1
    reject = decide(told, "c1", "reject", before={"actor": "a1", "fate": "killed"})
    assert [v.name for v in resolve_one(told, decisions=[reject]).victims] == ["Luis"]
    both = decide(told, "c1", "reject")
    assert resolve_one(told, decisions=[both]).victims == ()
