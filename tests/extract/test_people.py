"""People are told by what stands beside their names, and that is kept."""

import hashlib

import pytest

from testigo.extract.mentions.actors import find_actors
from testigo.extract.mentions.found import Person
from testigo.extract.mentions.names import find_names
from testigo.extract.page import Page
from testigo.records import Document
from testigo.reference.register import Register


def people_in(text: str) -> tuple[Person, ...]:
    page = Page(Document(id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name="x", text=text))
    return find_actors(page, Register.none(), find_names(page)).persons


@pytest.mark.parametrize(
    ("text", "age", "sex", "occupation", "role"),
    [
        ("Josefa Almarén, 41, a nurse, died.", "41", None, "nurse", None),
        ("They hit ferry pilot Tomás Orielo, 58, too.", "58", None, None, "ferry pilot"),
        ("Then 23-year-old Zix Vondel fell.", "23", None, None, None),
        ("Zix Vondel, a 30-year-old woman, fell.", "30", "female", None, None),
        ("It killed Mrs. Vondel at noon.", None, "female", None, "Mrs."),
        ("Later Defence Minister Octavio Brun spoke.", None, None, None, "Defence Minister"),
        ("Zix Vondel (34) was shot.", "34", None, None, None),
    ],
)
def test_details(text: str, age: str | None, sex: str | None, occupation: str | None, role: str | None) -> None:
    """Age, sex, trade and role are read from the words right beside the name."""
    person = people_in(text)[0]
    assert (person.age, person.sex, person.occupation, person.role) == (age, sex, occupation, role)


@pytest.mark.parametrize(
    "text",
    [
        "The victim, {} of Maro, was taken away.",
        "He is held in the death of {} there.",
        "Officers arrested {} on Monday.",
        "The dead man was identified as {} on Monday.",
        "They said that {} and his partner fled.",
        "They said {}, who fled, was hurt.",
        "On Monday {} pleaded not guilty.",
    ],
)
def test_words_that_show_a_person(text: str) -> None:
    """A name in no list is a person's where the words beside it show one."""
    text = text.format("Zixo Vondel")
    page = Page(Document(id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name="x", text=text))
    found = find_actors(page, Register.none(), find_names(page))
    assert [a.name for a in found.actors if a.type == "person"] == ["Zixo Vondel"]


def test_spans_of_details() -> None:
    """Each detail points at its own words."""
    text = "They hit police chief Ramiro Toldán, 58, on Monday."
    person = people_in(text)[0]
    assert person.role_span and text[slice(*person.role_span)] == "police chief"
    assert person.age_span and text[slice(*person.age_span)] == "58"
