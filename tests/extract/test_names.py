"""Runs of capitalised words are found; what is capitalised for another reason is not."""

import hashlib

import pytest

from testigo.extract.mentions.names import find_names
from testigo.extract.page import Page
from testigo.records import Document


def page_of(text: str) -> Page:
    return Page(Document(id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name="x", text=text))


def names_in(text: str) -> list[str]:
    return [name.text for name in find_names(page_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Caitlin L. Caskey and J. J. Smith there.", ["Caitlin L. Caskey", "J. J. Smith"]),
        ("Men of Ahmed bin Said met Ana de la Cruz.", ["Ahmed bin Said", "Ana de la Cruz"]),
        ("The blast hit al-Hasra and Sana’a.", ["al-Hasra", "Sana’a"]),
        ("It is the Front for the Liberation of Maro, he said.", ["Front for the Liberation of Maro"]),
        ("He fled to the Gulf of Sarn.", ["Gulf of Sarn"]),
        ("The chief of Maro spoke.", ["Maro"]),
        ("On Tuesday the Ministry of Justice closed.", ["Ministry of Justice"]),
        ("Police arrested Ann Moss’s brother.", ["Ann Moss"]),
        ("He shot Paul Reed Jr. on Friday.", ["Paul Reed Jr."]),
        ("In court Defence Minister Octavio Brun spoke.", ["Octavio Brun"]),
        ("He told Moretown Police Chief Ann Moss so.", ["Moretown Police", "Ann Moss"]),
        ("They fear the Lord’s Resistance Army.", ["Lord’s Resistance Army"]),
        ("Towns such as Elbo, Maro and Sarn fell.", ["Elbo", "Maro", "Sarn"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    """Initials, particles, possessives, titles and lists are cut as a reader would."""
    names = find_names(page_of(text))
    assert [n.text for n in names if not n.is_sentence_start] == expected


def test_ordinary_word_at_the_start_of_a_sentence() -> None:
    """A first word that the text writes in lower case elsewhere is no name."""
    assert names_in("Gunmen came. Later the gunmen left Maro.") == ["Maro"]


def test_headline_in_title_case_gives_only_names_known_from_the_body() -> None:
    """Where every word has a capital, a capital shows nothing."""
    text = "Red Hill Army Of Maro Blamed For Deadly Attack\n\nPolice blamed the Red Hill Army of Maro on Monday."
    assert names_in(text) == ["Red Hill Army Of Maro", "Red Hill Army of Maro"]


def test_offsets() -> None:
    """Every name is the text at its offsets."""
    page = page_of("“Ann Moss,” said J. J. Smith, of the Brown Hills Front (BHF).\n\nA second line for Maro.")
    for name in find_names(page):
        assert page.text[name.start : name.end] == name.text
        assert page.sentences[name.sentence].start <= name.start
