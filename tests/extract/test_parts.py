"""Which part a named person plays: signs around the name, weighed; set phrases; words before a name."""

import pytest

from testigo.extract.incidents.fates import find_fates
from testigo.extract.incidents.parts import PARTS, weigh
from testigo.extract.incidents.signs import Signs, signs_of
from testigo.extract.incidents.whos import find_whos
from testigo.extract.mentions.found import Actors
from testigo.extract.mentions.parties import find_parties
from testigo.extract.page import Page
from testigo.extract.reader import Reader
from testigo.extract.reading import extract, find_mentions
from testigo.read import read_text
from testigo.records import Report
from testigo.records.values import DoerValue, VictimValue


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


def page_of(text: str, reader: Reader) -> tuple[Page, Actors]:
    page = Page(read_text(text, published="2024-05-08").document)
    return page, find_mentions(page, reader).actors


def signs_in(text: str, reader: Reader) -> Signs:
    page, actors = page_of(text, reader)
    return next(iter(signs_of(page, actors).values()))


SIGNS = (
    ("Ana Ruiz, 24, of Lima, was pronounced dead.", {"a1=was", "a2=pronounced", "n1=,", "age told"}),
    ("A woman was identified as Ana Ruiz.", {"b1=as", "b2=identified"}),
    ("The chief, Captain Ana Ruiz, said so.", {"title=captain", "a2=said"}),
    ("Ana Ruiz and Luis Ferro were charged.", {"a1=were", "a2=charged", "b1=edge"}),
)


@pytest.mark.parametrize(("text", "wanted"), SIGNS, ids=[t for t, _ in SIGNS])
def test_signs_are_the_small_words_around_a_name(text: str, wanted: set[str], reader: Reader) -> None:
    assert wanted <= set(signs_in(text, reader))


def test_no_sign_is_a_name(reader: Reader) -> None:
    """Names of people, towns, days and streets of a report never become signs."""
    text = "Police in Arequipa say Ana Ruiz met Luis Ferro on Monday near Calle Bolívar. She knew Marta Olmedo."
    page, actors = page_of(text, reader)
    words = {s.partition("=")[2] for signs in signs_of(page, actors).values() for s in signs}
    assert not words & {"arequipa", "ana", "ruiz", "luis", "ferro", "monday", "calle", "bolívar", "marta", "olmedo"}


def test_chances_sum_to_one_and_lean_on_the_signs() -> None:
    dead = weigh(dict.fromkeys(("told victim killed", "s=died", "b1=as"), None))
    speaker = weigh(dict.fromkeys(("a1=said", "title=chief", "title=police"), None))
    assert all(abs(sum(c.values()) - 1) < 1e-9 and tuple(c) == PARTS for c in (dead, speaker))
    assert dead["killed"] > speaker["killed"]
    assert speaker["other"] > 0.9


FATES = (
    ("Relatives named him as Luis Ferro.", {"Luis Ferro": "unknown"}),
    ("The two were identified as Luis Ferro, 20, and Ana Ruiz.", {"Luis Ferro": "unknown", "Ana Ruiz": "unknown"}),
    ("The suspect was identified as Luis Ferro.", {}),
    ("An activist identified as Luis Ferro said the blast killed 20.", {}),
    ("Luis Ferro escaped unhurt.", {"Luis Ferro": "unharmed"}),
    ("The kidnapped priest Luis Ferro was freed.", {"Luis Ferro": "freed"}),
    ("Luis Ferro was released on bail.", {}),
)


@pytest.mark.parametrize(("text", "wanted"), FATES, ids=[t for t, _ in FATES])
def test_set_phrases_tell_a_fate(text: str, wanted: dict[str, str], reader: Reader) -> None:
    page, actors = page_of(text, reader)
    assert {actors.by_id(f.actor).name: f.fate for f in find_fates(page, actors)} == wanted


WHOS = (
    ("Gunmen killed Colonel Luis Ferro.", ["Gunmen", "Colonel Luis Ferro"]),
    ("They shot his wife, Ana Ruiz, dead.", ["his wife, Ana Ruiz"]),
    ("A bomb killed French police commander Luis Ferro.", ["French police commander Luis Ferro"]),
    ("Luis Ferro said two people were hurt.", ["two people"]),
)


@pytest.mark.parametrize(("text", "wanted"), WHOS, ids=[t for t, _ in WHOS])
def test_a_name_and_the_words_before_it_are_one(text: str, wanted: list[str], reader: Reader) -> None:
    page = Page(read_text(text).document)
    mentions = find_mentions(page, reader)
    found = find_whos(page, mentions.actors, find_parties(page, mentions.numbers))
    assert [page.text[w.start : w.end] for _, w in found] == wanted


def report_of(text: str, reader: Reader) -> Report:
    return extract(read_text(text, published="2024-05-08").document, reader)


FAR = (
    "A man was shot and killed outside a shop on Harbour Road late on Monday, police said. Officers found him in a car. "
    "The victim was later identified as Daniel Okoro, 31. Detectives charged Victor Mensah, 27, with his murder on Tuesday. "
    "Mensah is being held without bond. Police Chief Rosa Delgado said the two men knew each other."
)


def test_people_named_far_from_the_act_have_their_part(reader: Reader) -> None:
    """The dead, the charged and the chief who speaks, each named once, sentences after the act."""
    report = report_of(FAR, reader)
    names = {a.id: a.name for a in report.actors}
    victims = {names[c.value.actor] for c in report.claims if isinstance(c.value, VictimValue) and c.value.actor}
    doers = {names[c.value.actor] for c in report.claims if isinstance(c.value, DoerValue) and c.value.actor}
    assert victims == {"Daniel Okoro"}
    assert doers == {"Victor Mensah"}


def test_the_claim_of_a_victim_shows_name_and_age(reader: Reader) -> None:
    report = report_of(FAR, reader)
    claim = next(c for c in report.claims if isinstance(c.value, VictimValue) and c.value.actor)
    assert isinstance(claim.value, VictimValue)
    assert (claim.value.age, claim.value.age_low, claim.value.fate) == ("31", 31, "killed")
    assert any("Daniel Okoro, 31" in e.quote for e in claim.evidence)
    assert all(report.document.text[e.start : e.end] == e.quote for e in claim.evidence)


def test_a_suspect_is_suspected_and_has_an_age(reader: Reader) -> None:
    report = report_of(FAR, reader)
    claim = next(c for c in report.claims if isinstance(c.value, DoerValue) and c.value.actor)
    assert isinstance(claim.value, DoerValue)
    assert (claim.stance, claim.value.age_low) == ("suspected", 27)
