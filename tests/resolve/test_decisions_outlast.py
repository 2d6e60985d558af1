"""What people decided about words outlasts another reading of them."""

from typing import Any

import msgspec
import pytest
from hand_reports import decide, ends, n, report, resolve_one, said

from testigo.records import Decision, Report, Span, Target, dump
from testigo.resolve import judge
from testigo.resolve.wordings import Localised, in_words, same_in_words

WORDS = "The army said that 14 died in Vega"
TOLD = report(said("killed", n(14), by="army", words=WORDS), incidents=({"mentions": [[24, 28]]},))


def read_anew(told: Report, **claim: Any) -> Report:
    """Read a report by another reader, which calls everything otherwise and may see the claim otherwise."""
    start, end = claim.pop("at", (0, 0))
    (old,) = told.claims
    span = Span.of(told.document.text, start, end) if end else old.evidence[0]
    changed = msgspec.structs.replace(old, id="c7", subject="i4", evidence=(span,), **claim)
    incidents = (msgspec.structs.replace(told.incidents[0], id="i4"),)
    reader = msgspec.structs.replace(told.reader, version="2")
    return msgspec.structs.replace(told, reader=reader, incidents=incidents, claims=(changed,))


def without_claims(told: Report) -> Report:
    return msgspec.structs.replace(told, claims=())


def correction(before: dict[str, Any] | None = None) -> Decision:
    saw = {"value": n(14), "subject": {"kind": "incident", "start": 24, "end": 28}}
    return decide(TOLD, "c1", "correct", before=before or saw, after={"value": n(16)})


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (read_anew(TOLD), "holds"),
        (read_anew(TOLD, at=(19, 34)), "moved"),
        (read_anew(TOLD, value=msgspec.convert({"low": 40, "high": 40}, type(TOLD.claims[0].value))), "differs"),
        (without_claims(TOLD), "brought"),
    ],
)
def test_a_correction_stands_in_another_reading(other: Report, outcome: str) -> None:
    judged = judge(other, [correction()])
    assert dict(judged.outcomes) == {"d1": outcome}
    (claim,) = judged.report.claims
    assert (claim.predicate, claim.value.low, claim.value.high) == ("killed", 16, 16)
    assert claim.subject == other.incidents[0].id


def test_a_corrected_claim_whose_incident_is_gone_is_lost_and_said_to_be() -> None:
    nothing = msgspec.structs.replace(without_claims(TOLD), incidents=())
    judged = judge(nothing, [correction()])
    assert (judged.outcomes["d1"], judged.report) == ("lost", nothing)


@pytest.mark.parametrize("verb", ["reject", "accept"])
def test_a_verdict_follows_words_that_moved_a_little(verb: str) -> None:
    decision = decide(TOLD, "c1", verb, before={"value": n(14)})
    judged = judge(read_anew(TOLD, at=(19, 34)), [decision])
    assert (judged.outcomes["d1"], judged.verdicts["c7"].rejected) == ("moved", verb == "reject")
    elsewhere = read_anew(TOLD, at=(0, 8), predicate="missing")
    assert judge(elsewhere, [decision]).outcomes["d1"] == "lost"


def test_words_that_two_claims_overlap_alike_are_nobodys() -> None:
    twins = report(said("killed", n(3), words="3 and 4 died"), said("killed", n(4), words="3 and 4 died"))
    start = twins.claims[0].evidence[0].start
    target = Target(document=twins.document.id, predicate="killed", start=start, end=start + 5)
    decision = Decision(id="d1", prev=None, at="2026-11-23T10:00:00Z", by="ana", verb="reject", target=target)
    assert judge(twins, [decision]).outcomes["d1"] == "lost"
    saw = msgspec.structs.replace(decision, before={"value": n(4)})
    assert judge(twins, [saw]).verdicts["c2"].rejected


def test_a_correction_of_a_correction_saw_what_stood() -> None:
    again = msgspec.structs.replace(decide(TOLD, "c1", "correct", 2, before={"value": n(16)}), after={"value": n(17)})
    judged = judge(TOLD, [correction(), again])
    assert (judged.outcomes["d2"], judged.report.claims[0].value.low) == ("holds", 17)


def added(value: dict[str, Any], predicate: str = "killed", **after: Any) -> Decision:
    start = TOLD.document.text.index("14")
    target = Target(document=TOLD.document.id, predicate=predicate, start=start, end=start + 2)
    said_so = {"subject": {"kind": "incident", "start": 24, "end": 28}, "value": value} | after
    at = "2026-11-23T10:00:00Z"
    return Decision(id="abcdef1234", prev=None, at=at, by="ana", verb="add", target=target, after=said_so)


def test_an_added_claim_stands_and_names_who_made_it() -> None:
    decision = added(n(3, group="civilians"))
    judged = judge(TOLD, [decision])
    claim = judged.report.claims[-1]
    assert (claim.id, claim.made_by, claim.quote) == ("dabcdef12", "a person: ana", "14")
    assert judged.verdicts[claim.id].accepted
    killed = resolve_one(TOLD, decisions=[decision]).killed
    assert killed.by_group and ends(killed.by_group["civilians"]) == (3, 3, 3)


def test_an_added_claim_that_a_new_reading_tells_too_is_told_once() -> None:
    told = judge(TOLD, [added(n(14))])
    assert len(told.report.claims) == 2  # on other words' word: the reader's is the army's
    same = read_anew(TOLD, attributed_to=())
    assert len(judge(same, [added(n(14))]).report.claims) == 1


def test_an_added_doer_that_no_reading_names_is_brought_along() -> None:
    doer = {"actor": {"kind": "actor", "name": "Northern Column", "type": "armed_group"}}
    incident = resolve_one(TOLD, decisions=[added(doer, "perpetrator", stance="suspected")])
    assert [(d.name, d.stance) for d in incident.perpetrators] == [("Northern Column", "suspected")]


def test_references_in_words_find_the_same_people_under_other_ids() -> None:
    named = report(said("perpetrator", {"actor": "@Front"}, by="army"), types={"Front": "armed_group"})
    value = dump(named.claims[0].value)
    words = in_words(value, named)
    assert words["actor"]["name"] == "Front" and words["actor"]["type"] == "armed_group"
    swapped = report(said("perpetrator", {"actor": "@army"}), said("victim", {"actor": "@Front"}, by="police"))
    found = Localised(swapped).value(words)
    assert swapped.actor(found["actor"]).name == "Front"
    assert same_in_words(words, in_words(found, swapped))
    assert not same_in_words(words, in_words({"actor": "a1"}, swapped))
