"""Whose harm it is: each word of harm with the people that the words give it, and silence where they do not."""

import pytest
from casualties_by_hand import page_of

from testigo.extract.incidents.harm import Who, find_harm
from testigo.extract.mentions.numbers import find_numbers
from testigo.extract.mentions.parties import find_parties

# Text; each harm as "predicate: people", a part marked by "<".
CASES = [
    ("Twelve people were killed and 30 were wounded.", ["killed: Twelve people", "injured: 30"]),
    ("A bomb killed 12 people, wounding 30.", ["killed: 12 people", "injured: 30"]),
    ("A man sitting in a car was shot.", ["shot: A man"]),
    ("A man in his 20s was shot and later died.", ["killed: A man"]),
    ("A man, who had just left a bar, was stabbed.", ["shot: A man"]),
    ("Two people suffered gunshot wounds.", ["injured: Two people"]),
    ("A woman is in critical condition.", ["injured: A woman"]),
    ("Four people lost their lives.", ["killed: Four people"]),
    ("Rebels took 30 villagers hostage.", ["abducted: 30 villagers"]),
    ("Six farmers were taken hostage.", ["abducted: Six farmers"]),
    ("The bodies of four men were found.", ["killed: four men"]),
    ("Two soldiers and three porters died.", ["killed: Two soldiers + three porters"]),
    ("The blast killed 12 people, including two children.", ["killed: 12 people < two children"]),
    ("Two of them were women.", ["same: < Two of them were women"]),
    ("Nobody told the man that a nurse had died.", ["killed: a nurse"]),
    ("Five soldiers killed two rebels.", ["killed: two rebels"]),
    ("Two men were not hurt.", []),
    ("Two men walked home.", []),
    ("Two officers responded to the shooting.", []),
    ("A man died of a heart attack.", []),
    ("A man was told that a shop was hit.", []),
]


def harms_of(text: str) -> list[str]:
    """Write the harms of a text's only sentence as the table does."""
    page = page_of(text)
    whos = [Who(p.start, p.end, party=p) for p in find_parties(page, find_numbers(page))]
    found = []
    for harm in find_harm(page.sentences[0], whos):
        people = " ".join(
            {"": "", "and": "+ ", "part": "< "}.get(link, f"{link} ") + text[w.start : w.end]
            for w, link in zip(harm.whos, harm.links, strict=True)
        )
        found.append(f"{harm.predicate}: {people}")
    return found


@pytest.mark.parametrize(("text", "harms"), CASES, ids=[t for t, _ in CASES])
def test_harm_belongs_to_the_people_that_the_words_give_it(text: str, harms: list[str]) -> None:
    assert harms_of(text) == harms


def test_words_of_harm_lie_inside_their_sentence() -> None:
    text = "A bomb killed 12 people, wounding 30. Two of the dead were soldiers."
    page = page_of(text)
    whos = [Who(p.start, p.end, party=p) for p in find_parties(page, find_numbers(page))]
    for sentence in page.sentences:
        inside = [w for w in whos if sentence.start <= w.start < sentence.end]
        for harm in find_harm(sentence, inside):
            assert sentence.start <= harm.start < harm.end <= sentence.end
