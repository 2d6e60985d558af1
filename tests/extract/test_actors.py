"""Actors are found once each, with the names that the report uses, and are kept apart where they are two."""

import hashlib
from pathlib import Path

import pytest

from testigo.extract.mentions.actors import find_actors
from testigo.extract.mentions.found import Actors
from testigo.extract.mentions.names import find_names
from testigo.extract.page import Page
from testigo.records import Document
from testigo.records.nouns import Segment
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
        ("Police said the Marxist rebels fled.", [("state_force", "police")]),
        ("He met Ansar Maro guerrillas there.", [("armed_group", "Ansar Maro")]),
        ("The Vondel criminal organization paid him.", [("criminal_group", "Vondel")]),
        ("They spoke of Mexican Cartels again.", []),
        ("They hid in the ZROPA, a valley of three rivers.", []),
        ("The ZROPA region was quiet.", []),
        ("Splinter group claims blast.", []),
        ("A group that calls itself Dune Vigil claimed it.", [("organisation", "Dune Vigil")]),
        ("The gang is led by Zixo Vondel.", [("person", "Zixo Vondel")]),
        ("They met Zixo Vondel, the 61-year-old mayor of Maro.", [("person", "Zixo Vondel")]),
        ("It was founded by Zixo Vondel, known as Commander Tin.", [("person", "Zixo Vondel")]),
        ("They left Red Maro, a rebel town.", []),
        ("He drove a truck to God and on Tuesday left.", []),
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


@pytest.mark.parametrize(
    ("text", "called", "by"),
    [
        ("The Maran army still calls the Red Hill Front the Hill Gang.", "Hill Gang", "Maran army"),
        ("The Red Hill Front, which the Maran army refers to as the “Hill Gang”, came.", "Hill Gang", "Maran army"),
        (
            "The Maran government persists in calling the Red Hill Front the Old Column.",
            "Old Column",
            "Maran government",
        ),
    ],
)
def test_who_calls_it_so(text: str, called: str, by: str) -> None:
    """A name that only some use comes with who uses it, before the group's name or behind it."""
    found = actors_in(text)
    (alias,) = found.aliases
    assert (alias.name, found.by_id(alias.actor).name, found.by_id(alias.used_by or "").name) == (
        called,
        "Red Hill Front",
        by,
    )
    assert called not in found.by_id(alias.actor).names


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("They met the Red Hill Front, a sect known in English as the Hill People.", "Hill People"),
        ("The RHF (Red Hill Front) fled.", "RHF"),
        ("They met the Red Hill Front, a part of a league known as Green Union.", None),
    ],
)
def test_an_alias_is_another_name(text: str, alias: str | None) -> None:
    """What is set equal is told under the name that the actor is not known by here."""
    assert [a.name for a in actors_in(text).aliases] == ([alias] if alias else [])


def test_behind_a_subheading_the_group_is_the_main_one() -> None:
    """ "The group" that opens a section is the headline's one group, if it is also named most; else nobody."""
    for headline, meant in (("Who are the Red Hill Front?", {"Red Hill Front"}), ("Who fights whom?", set())):
        body = "The Red Hill Front split from the Reed Army. The Red Hill Front grew."
        parts = [(headline, "headline"), (body, "body"), ("At the top", "subheading"), ("The group is small.", "body")]
        text, segments = "", []
        for words, kind in parts:
            segments.append(Segment(start=len(text), end=len(text) + len(words), kind=kind))
            text += words + "\n\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        page = Page(Document(id=f"sha256:{digest}", name="x", text=text, segments=tuple(segments)))
        found = find_actors(page, Register.none(), find_names(page))
        described = {found.by_id(m.actor).name for m in found.mentions if m.form == "description"}
        assert described == meant


def test_two_brothers_are_two_people() -> None:
    """A surname that two people share joins neither."""
    text = "Police seek Juan Marún and his brother Pedro Marún. Marún fled on Monday."
    found = actors_in(text)
    assert [a.name for a in found.actors if a.type == "person"] == ["Juan Marún", "Pedro Marún"]
    assert all(m.form != "short" for m in found.mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Brown Hills Front fled. The group had 40 men.", "Brown Hills Front"),
        ("The Brown Hills Front fled. It had 40 men.", "Brown Hills Front"),
        ("The Brown Hills Front lost its camp.", "Brown Hills Front"),
        ("Ann Moss fled. She was hurt.", "Ann Moss"),
        ("After the arrest of its leader Ann Moss, the Brown Hills Front fell apart.", "Brown Hills Front"),
        ("In a message, its leader spoke of the Brown Hills Front.", None),
        ("The Brown Hills Front fled. In an audio message, its leader spoke.", "Brown Hills Front"),
        ("A rights group spoke of the Brown Hills Front. The group had proof.", None),
        ("The Red Front met the Blue Front, and the group left.", None),
        ("It is said that the Red Front fled.", None),
        ("The Red Front fled. The gang attacked the Red Front.", None),
        ("Juan Marún and Pedro Marún fled. He was hurt.", None),
    ],
)
def test_what_stands_for_an_actor(text: str, name: str | None) -> None:
    """Descriptions and pronouns are resolved only where one candidate is left."""
    found = actors_in(text)
    meant = {found.by_id(m.actor).name for m in found.mentions if m.form in ("description", "pronoun")}
    assert meant == ({name} if name else set())


def test_pronouns_are_no_mentions_of_the_record() -> None:
    """The record keeps names and descriptions; pronouns stay a working note."""
    text = "The Brown Hills Front fled. The group had lost its camp."
    (actor,) = actors_in(text).actors
    assert [text[a:b] for a, b in actor.mentions] == ["Brown Hills Front", "The group"]


def test_places_are_no_people() -> None:
    """A span known as a place is a person only where the words beside it show one."""
    assert actors_in("They fled to Martin Green on Monday.", ("Martin Green",)).actors == ()
    assert [a.name for a in actors_in("Judge Martin Green spoke.", ("Martin Green",)).actors] == ["Martin Green"]


def test_bare_police_between_two_forces_is_nobody() -> None:
    """Two forces told apart leave "the police", far from both, to neither."""
    text = "The Moretown police came. The Elbo police left. It rained. Nobody came. Later the police spoke."
    found = actors_in(text)
    assert [a.name for a in found.actors] == ["Moretown police", "Elbo police"]
    assert len(found.mentions) == 2


def test_two_tongues_of_one_group_are_one_actor_by_the_register(tmp_path: Path) -> None:
    """The register joins names that this report uses; it adds none that the report does not use."""
    table = tmp_path / "register.csv"
    table.write_text("id,name,names\nxx-red,Senda Roja,Red Way|Camino Rojo\n", encoding="utf-8")
    text = "The Red Way fled. Senda Roja had split from nobody."
    page = Page(Document(id="sha256:" + "0" * 64, name="x", text=text))
    (actor,) = find_actors(page, Register.open([table], base=False), find_names(page)).actors
    assert {actor.name, *actor.names} == {"Red Way", "Senda Roja"}
    assert actor.ids == {"testigo": "xx-red"}
