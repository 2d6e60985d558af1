"""Actors are found once each, with the names that the report uses, and are kept apart where they are two."""

import hashlib

import pytest

from testigo.extract.mentions.actors import find_actors
from testigo.extract.mentions.found import Actors
from testigo.extract.mentions.names import find_names
from testigo.extract.page import Page
from testigo.records import Document
from testigo.reference.register import Register


def actors_in(text: str, places: tuple[str, ...] = ()) -> Actors:
    page = Page(Document(id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name="x", text=text))
    spans = frozenset((text.index(p), text.index(p) + len(p)) for p in places)
    return find_actors(page, Register.none(), find_names(page), spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leaflets by the Brown Hills Armed Front were found.", [("armed_group", "Brown Hills Armed Front")]),
        ("The rebel group Ansar Maro hit the base.", [("armed_group", "Ansar Maro")]),
        ("Houses of the Sarmiento clan burned.", [("criminal_group", "Sarmiento clan")]),
        ("He read it in the newspaper La Voz Parda.", [("outlet", "La Voz Parda")]),
        ("On Monday the army shelled the hill.", [("state_force", "army")]),
        ("The Peruvian government agreed.", [("government", "Peruvian government")]),
        ("At night the health ministry spoke of 9 dead.", [("government", "health ministry")]),
        ("Last year a court in Maro freed them.", [("court", "court in Maro")]),
        ("He told the Moretown Police Department so.", [("state_force", "Moretown Police Department")]),
        ("A police launch sank off Maro.", []),
        ("Josefa Almarén, 41, a nurse, died.", [("person", "Josefa Almarén")]),
        ("Residents fled Green Valley Road at noon.", []),
    ],
)
def test_types(text: str, expected: list[tuple[str, str]]) -> None:
    """A name's own words, or the words beside it, tell what it is."""
    assert [(a.type, a.name) for a in actors_in(text).actors] == expected


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("The Brown Hills Armed Front (BHAF) fired. The BHAF fled.", "Brown Hills Armed Front", ("BHAF",)),
        ("It is led by Eladio Marún, alias “Heron”. Heron fled.", "Eladio Marún", ("Heron",)),
        ("They killed Víctor -alias Comrade Toro- today.", "Víctor", ("Comrade Toro",)),
        ("The Nueva Ceiba Column came. The Column left.", "Nueva Ceiba Column", ("Column",)),
        ("Judge Bruno Velorte spoke. Then Velorte left.", "Bruno Velorte", ("Velorte",)),
    ],
)
def test_names_of_one_actor(text: str, name: str, others: tuple[str, ...]) -> None:
    """Acronyms, aliases, short forms and surnames are names of one actor."""
    found = next(a for a in actors_in(text).actors if a.name == name)
    assert found.names == others


def test_a_name_that_only_some_use_is_an_alias_and_no_name() -> None:
    """What the army calls a group is kept with its user, and a group of that name stays another."""
    text = (
        "The Nueva Ceiba Column (NCC), which the army calls the “Second Company”, came. "
        "The Second Company had split from the Red Brigade."
    )
    found = actors_in(text)
    column = next(a for a in found.actors if a.name == "Nueva Ceiba Column")
    assert column.names == ("NCC",)
    used = [a for a in found.aliases if a.used_by]
    assert used == [] or all(found.by_id(a.used_by or "").name == "army" for a in used)


def test_two_brothers_are_two_people() -> None:
    """A surname that two people share joins neither."""
    text = "Police seek Juan Marún and his brother Pedro Marún. Marún fled on Monday."
    found = actors_in(text)
    assert [a.name for a in found.actors if a.type == "person"] == ["Juan Marún", "Pedro Marún"]
    assert all(m.form != "short" for m in found.mentions)
