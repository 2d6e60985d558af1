"""Who attacked whom and what, in news of armed conflict: expectations written from the record's vocabulary."""

import pytest

from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.records import Report

READER = Reader.open(trained=False)


def _read(text: str) -> Report:
    return extract(read_text(text, published="2016-10-02", name="x").document, READER)


@pytest.mark.parametrize(
    ("text", "type_", "effect", "low"),
    [
        ("Guerrillas dynamited three power pylons and killed a guard on Monday.", "energy", "destroyed", 3),
        ("Gunmen ambushed a supply convoy on Monday, killing nine soldiers.", "transport_vehicle", None, 1),
        ("Two buses were burned and four people killed by rebels on Monday.", "transport_vehicle", "destroyed", 2),
        ("Warplanes bombed a hospital on Monday, killing six people.", "other", None, 1),
        ("The attack killed six people and damaged seven houses on Monday.", "civilian_residence", "damaged", 7),
    ],
)
def test_things_attacked_have_type_effect_and_count(text: str, type_: str, effect: str | None, low: int) -> None:
    """The head tells the type, the verb the effect, the figure the count."""
    targets = [c.value for c in _read(text).claims if c.predicate == "target"]
    assert [(t.type, t.effect, t.count.low) for t in targets] == [(type_, effect, low)]


def test_a_place_where_it_happened_is_no_target() -> None:
    """Only what a word of attack governs is one."""
    report = _read("A man was shot dead near a bridge on Monday, police said.")
    assert not [c for c in report.claims if c.predicate == "target"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maronian regime air strikes killed 19 people on Monday.", "Maronian regime"),
        ("US-led coalition airstrikes killed 20 civilians on Monday.", "US-led coalition"),
    ],
)
def test_who_strikes_is_told_by_whose_forces_they_are(text: str, words: str) -> None:
    """A force without a name of its own is told by its words."""
    report = _read(text)
    names = {a.id: a.name for a in report.actors}
    doers = [c.value for c in report.claims if c.predicate == "carried_out_by"]
    assert [d.description or names[d.actor] for d in doers] == [words]


def test_both_sides_of_a_clash_are_participants() -> None:
    """The state's soldiers and the militants they met stand on two sides."""
    report = _read("Ten Maronian soldiers were killed on Tuesday in clashes with militants.")
    sides = [(c.value.description, c.value.side) for c in report.claims if c.predicate == "participant"]
    assert sides == [("Maronian soldiers", 1), ("militants", 2)]
