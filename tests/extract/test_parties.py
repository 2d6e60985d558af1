"""People told by kind and number: what is a party, how many it counts, what it says of them."""

import hashlib

import pytest

from testigo.extract.mentions.numbers import find_numbers
from testigo.extract.mentions.parties import Party, find_parties
from testigo.extract.page import Page
from testigo.records import Document


def parties_of(text: str) -> list[Party]:
    page = Page(Document(id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name="x", text=text))
    found = find_parties(page, find_numbers(page))
    assert all(text[p.start : p.end] == p.phrase for p in found)
    return [p for p in found if p.head not in ("he", "she", "him")]


# Text; each party as "phrase | head | low-high | group, age or sex".
CASES = [
    ("Two police officers were killed.", ["Two police officers | officers | 2-2 | security_forces"]),
    ("A 23-year-old man was shot.", ["A 23-year-old man | man | 1-1 | 23, male"]),
    ("At least 12 people died.", ["At least 12 people | people | 12- |"]),
    ("The blast killed one and wounded nine.", ["one |  | 1-1 |", "nine |  | 9-9 |"]),
    ("Twelve others were hurt.", ["Twelve others | others | 12-12 |"]),
    ("Three schoolgirls fled.", ["Three schoolgirls | schoolgirls | 3-3 | minors, female"]),
    ("Gunmen fired.", ["Gunmen | gunmen | - | perpetrators"]),
    ("Four of them were minors.", ["Four of them were minors | minors | 4-4 | minors"]),
    ("Nine of the dead were civilians.", ["Nine of the dead were civilians | civilians | 9-9 | civilians"]),
    ("Two of the attackers fell.", ["Two of the attackers | attackers | 2-2 | perpetrators"]),
    ("The raid caused 12 deaths.", ["12 deaths | deaths | 12-12 |"]),
    ("One is dead and another was hurt.", ["One |  | 1-1 |", "another |  | 1-1 |"]),
    ("Five innocent Peruvian farmers died.", ["Five innocent Peruvian farmers | farmers | 5-5 |"]),
    ("Three Boko Haram fighters died.", ["Three Boko Haram fighters | fighters | 3-3 | combatants"]),
    ("Some 200 soldiers came.", ["Some 200 soldiers | soldiers | 200-200 | security_forces"]),
]
NO_PARTY = [
    "The police station burned.", "A terrorist group is active.", "It cost 12,000 dollars.", "It was 30 miles away.",
    "It lasted 45 minutes.", "The house stands at 45 Elm Street.", "It happened in 2012.", "They burned 30 houses.",
]  # fmt: skip


def written(party: Party) -> str:
    """Write a party as the table does."""
    low, high = ("" if n is None else str(n) for n in (party.low, party.high))
    said = ", ".join(str(s) for s in (party.kind.group, party.age, party.sex) if s)
    return f"{party.phrase} | {party.head} | {low}-{high} | {said}".rstrip()


@pytest.mark.parametrize(("text", "parties"), CASES, ids=[t for t, _ in CASES])
def test_a_party_is_what_the_words_count(text: str, parties: list[str]) -> None:
    assert [written(p) for p in parties_of(text)] == parties


@pytest.mark.parametrize("text", NO_PARTY)
def test_things_and_bodies_are_no_people(text: str) -> None:
    assert [p.phrase for p in parties_of(text)] == []


def test_a_part_says_how_its_whole_came_to_harm() -> None:
    (dead,) = parties_of("Nine of the dead were civilians.")
    assert dead.is_part and dead.whole == "killed"
    (them,) = parties_of("Two of them were women.")
    assert them.is_part and them.whole is None
