"""Words that name an incident or actor, whatever its local id."""

import hashlib
from typing import Any

import pytest

from testigo.records import Report, anchor_of, load_report, thing_at

TEXT = (
    "Gunmen killed three in Vega. The ambush of May killed two.\n\n"
    + "Nothing else happened. " * 12
    + "A bomb went off."
)


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def made(*incidents: dict[str, Any], claims: tuple[tuple[str, str], ...] = ()) -> Report:
    """Make a report; claims: subject and words of a figure."""
    told = [
        {
            "id": f"c{i}", "subject": subject, "predicate": "killed", "value": {"low": i, "high": i},
            "evidence": [{"start": at(w)[0], "end": at(w)[1], "quote": w}],
        }
        for i, (subject, w) in enumerate(claims, 1)
    ]  # fmt: skip
    record = {
        "format": "testigo-report/1",
        "reader": {"name": "hand", "version": "1", "model": "none", "gazetteer": "none", "register": "none"},
        "document": {"id": "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest(), "name": "a", "text": TEXT},
        "incidents": [
            {"id": f"i{i}", "kind": "killing", "scope": "political", "main": i == 1} | own
            for i, own in enumerate(incidents, 1)
        ],
        "claims": told,
    }
    return load_report(record)


def test_words_that_only_one_incident_has_name_it() -> None:
    report = made({"mentions": [at("killed")]}, {"mentions": [at("killed"), at("ambush")]})
    assert anchor_of(report, "i2") == at("ambush")
    assert anchor_of(report, "i1") == at("killed")
    told = made({"mentions": [at("killed")]}, {"mentions": [at("killed")]}, claims=(("i2", "two"),))
    assert anchor_of(told, "i2") == at("two")
    assert anchor_of(made({}), "i1") == (0, len(TEXT))


def test_an_incident_is_met_by_its_words_whatever_it_is_called() -> None:
    report = made({"mentions": [at("ambush")]}, {"mentions": [at("killed")]}, claims=(("i1", "two"),))
    for words, thing in (("killed", "i2"), ("ambush", "i1"), ("two", "i1")):
        found = thing_at(report, "incident", *at(words))
        assert found and (found.id, found.exact) == (thing, True)


@pytest.mark.parametrize(("words", "met"), [("killed three", "i1"), ("The ambush", "i2"), ("A bomb", None)])
def test_moved_words_meet_what_overlaps_them(words: str, met: str | None) -> None:
    found = thing_at(made({"mentions": [at("killed")]}, {"mentions": [at("ambush")]}), "incident", *at(words))
    assert (found and found.id) == met
    assert not found or not found.exact


def test_words_near_one_incident_only_are_its_own() -> None:
    report = made({"mentions": [at("Gunmen")]}, {"mentions": [at("bomb")]})
    found = thing_at(report, "incident", *at("ambush"))
    assert found and (found.id, found.exact) == ("i1", False)
    both = made({"mentions": [at("Gunmen")]}, {"mentions": [at("Vega")]})
    assert thing_at(both, "incident", *at("ambush")) is None
    assert thing_at(made(), "incident", *at("ambush")) is None


def test_shared_words_name_neither() -> None:
    assert thing_at(made({"mentions": [at("killed")]}, {"mentions": [at("killed")]}), "incident", *at("killed")) is None


def test_a_thing_that_is_not_there_has_no_words() -> None:
    with pytest.raises(KeyError):
        anchor_of(made(), "i1")
