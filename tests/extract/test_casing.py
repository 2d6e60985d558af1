"""A report in capitals is read as prose, and its evidence is what was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo import extract
from testigo.extract.casing import cased, is_in_capitals

TABLE = [
    ("THE MAYOR OF ALTAVELA WAS KILLED.", "The mayor of Altavela was killed."),
    ("COLONEL RAMIRO QUESADA AND THE COLONEL OF POLICE", "Colonel Ramiro Quesada and the colonel of police"),
    (
        "POLICE BLAMED THE SHINING PATH. THE CROWD WAS SHINING.",
        "Police blamed the Shining Path. The crowd was shining.",
    ),
    ("ALTAVELA, 8 MAY 89 -- [TEXT] TROOPS MAY LEAVE.", "Altavela, 8 May 89 -- [text] Troops may leave."),
    ("THE U.S. AMBASSADOR SAID SO.", "The U.S. ambassador said so."),
    ("MEMBERS OF THE BHTF [BROWN HILLS TZOTZA FRONT] CAME.", "Members of the BHTF [Brown Hills Tzotza front] came."),
    ("THE 1ST BRIGADE'S OFFICERS", "The 1st Brigade's officers"),
]


@pytest.mark.parametrize(("printed", "prose"), TABLE)
def test_capitals_become_prose(printed: str, prose: str) -> None:
    assert cased(printed) == prose


@given(st.text(max_size=300))
def test_no_character_is_added_or_lost(text: str) -> None:
    assert len(cased(text)) == len(text)


def test_prose_is_left_alone() -> None:
    assert not is_in_capitals("A bomb went off in Altavela on Monday, said the ELN. It killed five people, police say.")


def test_names_are_read_and_quoted_as_printed() -> None:
    text = (
        "ALTAVELA, 8 MAY 89 -- [TEXT] GUNMEN SHOT AND KILLED MAYOR RAMIRO QUESADA ON SUNDAY. "
        "THE POLICE BLAMED THE SHINING PATH FOR THE ATTACK, WHICH ALSO LEFT THREE CHILDREN WOUNDED."
    )
    report = extract(text)
    assert all(report.document.text[s.start : s.end] == s.quote for c in report.claims for s in c.evidence)
    assert "Ramiro Quesada" in {a.name for a in report.actors}
    assert any(c.predicate in {"killed", "victim"} for c in report.claims)
