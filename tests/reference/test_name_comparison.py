"""Two spellings are one name when they fold alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo.reference import acronym_of, country_of_demonym, fold_name, is_acronym, same_person_name, stands_for


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Fla.", "fla"),
        ("U.S.", "us"),
        ("The Hague", "hague"),
        ("São Paulo", "sao paulo"),
        ("Sana'a", "sanaa"),
        ("al-Shabaab", "al shabaab"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("  - ", ""),
    ],
)
def test_folding_forgives_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold_name(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


def test_an_acronym_is_the_first_letters_of_the_capitalised_words() -> None:
    assert acronym_of("Popular Front for the Liberation of Nowhere") == "PFLN"
    assert acronym_of("the Blue-River Front") == "BRF"
    assert stands_for("PFLN", "Popular Front for the Liberation of Nowhere")
    assert not stands_for("PFL", "Popular Front for the Liberation of Nowhere")


@pytest.mark.parametrize(
    ("text", "answer"),
    [("ELN", True), ("U.N.", True), ("FARC-EP", True), ("NGOs", True), ("Army", False), ("I", False), ("TO GO", False)],
)
def test_an_acronym_is_told_from_a_word(text: str, answer: bool) -> None:
    assert is_acronym(text) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("Ana María Ruiz", "María Ruiz", True),
        ("A. Ruiz", "Ana María Ruiz", True),
        ("Gen. Ruiz", "Ana Ruiz", True),
        ("Juan Ruiz", "Ana Ruiz", False),
        ("Ruiz Ana", "Ana Ruiz", False),
        ("A.", "Ana", False),
        ("", "Ana", False),
    ],
)
def test_one_person_may_be_named_longer_or_shorter(a: str, b: str, answer: bool) -> None:
    assert same_person_name(a, b) is same_person_name(b, a) is answer


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Peruvian", "PE"), ("Peruvians", "PE"), ("Syrian", "SY"), ("Filipino", "PH"), ("US", "US"),
        ("American", "US"), ("U.S.", "US"), ("polish", None), ("Polish", "PL"), ("Congolese", None), ("Table", None),
    ],
)  # fmt: skip
def test_a_nationality_word_tells_its_country_unless_it_has_two(word: str, code: str | None) -> None:
    assert country_of_demonym(word) == code
