"""How many came to harm: figures as a coder would sign them, never added up, never taken from what is no person."""

import time

import pytest
from casualties_by_hand import drafts_of, figures_of
from hypothesis import given
from hypothesis import strategies as st

# Text, the figures that it tells; nothing else may be found.
RANGES = [
    ("Dozens more were wounded in the bombing.", {"injured 24-"}),
    ("At least 73 civilians, mostly women and children, were killed in the air strikes.", {"killed 73- civilians"}),
    ("Twenty members of the Brown Hills Front were killed in air strikes.", {"killed 20"}),
    ("Troops nabbed three rebels after the attack.", {"arrested 3"}),
    ("Gunmen killed 16 people in the market.", {"killed 16"}),
    ("At least 16 people were killed when gunmen opened fire.", {"killed 16-"}),
    ("More than 30 people were killed in the bombing.", {"killed 31-"}),
    ("Up to five people were killed in the attack.", {"killed -5"}),
    ("About 20 people were wounded in the blast.", {"injured ~20"}),
    ("Nearly 50 people were killed in the raid.", {"killed ~-50"}),
    ("Between 10 and 12 people died in the attack.", {"killed 10-12"}),
    ("Sixteen people were killed in the attack.", {"killed 16"}),
    ("Twenty-three people died in the bombing.", {"killed 23"}),
    ("Dozens of people were killed in the bombing.", {"killed 24-"}),
    ("Several people were injured in the shooting.", {"injured 3-"}),
    ("Hundreds of people were wounded in the shelling.", {"injured 200-"}),
    ("A bomb killed a dozen people.", {"killed 12"}),
    ("The bombing killed 1,200 people.", {"killed 1200"}),
    ("The attack left 14 dead and 30 wounded.", {"killed 14", "injured 30"}),
    ("The attack left at least 14 people dead and more than 30 others injured.", {"killed 14-", "injured 31-"}),
    ("The blast killed at least seven people and wounded 19.", {"killed 7-", "injured 19"}),
    ("A suicide bomber killed eight people and injured more than 40 others.", {"killed 8", "injured 41-"}),
    ("The explosion killed three and wounded nine.", {"killed 3", "injured 9"}),
    ("Twelve were killed and 30 hurt in the bombing.", {"killed 12", "injured 30"}),
    ("Gunmen shot dead five people.", {"killed 5"}),
    ("Four people were shot to death at a bar.", {"killed 4"}),
    ("Three people were found shot dead in a house.", {"killed 3"}),
    ("The bombing claimed 22 lives.", {"killed 22"}),
    ("Twenty-two people lost their lives in the bombing.", {"killed 22"}),
    ("The bombing claimed the lives of 22 people.", {"killed 22"}),
    ("The shooting led to the deaths of six people.", {"killed 6"}),
    ("Police found the bodies of four people after the massacre.", {"killed 4"}),
    ("The death toll from the bombing stands at 31.", {"killed 31"}),
    ("The bombing killed one person.", {"killed 1"}),
    ("One person was killed and two were wounded in the shooting.", {"killed 1", "injured 2"}),
    ("One person is dead and another is injured after a shooting.", {"killed 1", "injured 1"}),
    ("There were 12 killed in the ambush.", {"killed 12"}),
    ("Nine people were slain in the attack, and 17 others remain hospitalized.", {"killed 9", "injured 17"}),
    ("The raid resulted in 12 deaths.", {"killed 12"}),
    ("The clashes left five dead, including two children.", {"killed 5", "killed 2 minors"}),
    ("The bombing caused at least 40 casualties.", {"casualties 40-"}),
    ("Three people succumbed to their wounds after the blast.", {"killed 3"}),
]
PARTS = [
    ("Gunmen killed 16 people, four of them minors.", {"killed 16", "killed 4 minors"}),
    ("The attack killed 12 people, including two children.", {"killed 12", "killed 2 minors"}),
    ("A bomb exploded, killing 12 people, including two children.", {"killed 12", "killed 2 minors"}),
    ("Ten people, among them three soldiers, were killed in the blast.", {"killed 10", "killed 3 security_forces"}),
    (
        "Ten people, including three soldiers and a child, were killed in the blast.",
        {"killed 10", "killed 3 security_forces", "killed 1 minors"},
    ),
    (
        "The attack killed 12 people. Nine of the dead were civilians and three were police officers.",
        {"killed 12", "killed 9 civilians", "killed 3 security_forces"},
    ),
    ("The attack killed 12 people. Two of them were women.", {"killed 12", "killed 2 women"}),
    (
        "The attack killed nine. Two police officers and three market porters were among the dead.",
        {"killed 9", "killed 2 security_forces"},
    ),
    ("The strike killed 21 people, most of them women and children.", {"killed 21"}),
    ("The strike killed 21 people, all civilians.", {"killed 21", "killed 21 civilians"}),
    ("Five soldiers and two civilians died in the ambush.", {"killed 5 security_forces", "killed 2 civilians"}),
    ("The ambush killed 19 soldiers and three civilians.", {"killed 19 security_forces", "killed 3 civilians"}),
    (
        "Militants killed five police officers and wounded seven soldiers.",
        {"killed 5 security_forces", "injured 7 security_forces"},
    ),
    ("Five people were killed in the attack, two of whom were children.", {"killed 5", "killed 2 minors"}),
    ("Thirty people were wounded in the blast, eight of them seriously.", {"injured 30"}),
    ("The attack killed 20 people as well as the attacker.", {"killed 20", "killed 1 perpetrators"}),
    ("The gunmen killed nine people. Two of the attackers were also killed.", {"killed 9", "killed 2 perpetrators"}),
    ("Soldiers shot dead three of the attackers after the raid.", {"killed 3 perpetrators"}),
    ("Seven rebels and four soldiers were killed in clashes.", {"killed 7 combatants", "killed 4 security_forces"}),
    ("Security forces killed 12 militants in a raid.", {"killed 12 combatants"}),
    ("The bombing killed the mayor and four of his bodyguards.", {"killed 4 security_forces"}),
    ("Two teenagers were killed in the shooting.", {"killed 2"}),
]
TOLLS = [
    ("The death toll from the bombing rose to 21.", {"killed 21"}),
    ("The death toll from the bombing rose to 21 from 17.", {"killed 17", "killed 21 >17"}),
    ("The death toll in the bombing has risen from 17 to 21.", {"killed 17", "killed 21 >17"}),
    ("The attack killed 12 people, in a toll raised from 9.", {"killed 12 >9", "killed 9"}),
    ("Toll in market attack rises to 12, two of them children", {"killed 12", "killed 2 minors"}),
    ("The number of dead in the bombing climbed to 34.", {"killed 34"}),
    ("The bombing killed 34 people, up from 28 reported earlier.", {"killed 34 >28", "killed 28"}),
    ("The attack killed nine people and it put the number of wounded at 17.", {"killed 9", "injured 17"}),
]
NOBODY = [
    ("Shots were fired at a police launch, but no one was hurt.", {"injured 0", "killed 0"}),
    ("Nobody was injured when gunmen fired on the bus.", {"injured 0", "killed 0"}),
    ("There were no casualties in the bombing.", {"injured 0", "killed 0"}),
    ("No casualties were reported after the explosion.", {"injured 0", "killed 0"}),
    ("No one was killed in the attack.", {"killed 0"}),
    ("There were no deaths in the bombing.", {"killed 0"}),
    ("No injuries were reported after shots were fired into the house.", {"injured 0"}),
    ("The bombing killed two people; no one else was hurt.", {"killed 2"}),
]
TOGETHER = [
    ("The bombing killed or wounded 20 people.", {"casualties 20"}),
    ("More than 100 people were killed or injured in the blast.", {"casualties 101-"}),
    ("Twenty people were killed and wounded in the bombing.", {"casualties 20"}),
]
HEADLINES = [
    ("3 dead, 5 hurt in downtown shooting", {"killed 3", "injured 5"}),
    ("11 shot, 3 dead in weekend violence", {"casualties 11", "killed 3"}),
    ("Man shot dead in parking lot", set()),
    ("Bomb kills 12 at police station", {"killed 12"}),
    ("At least 9 killed as gunmen storm market town", {"killed 9-"}),
    ("2 killed, 1 injured in Northside shooting", {"killed 2", "injured 1"}),
    ("Five dead after gunman opens fire", {"killed 5"}),
    ("Shooting leaves 1 dead, 2 wounded", {"killed 1", "injured 2"}),
    ("Car bomb kills eight, wounds dozens", {"killed 8", "injured 24-"}),
    ("Police: 4 dead in house shooting", {"killed 4"}),
]
OTHER_HARM = [
    ("Gunmen kidnapped 12 students from a school.", {"abducted 12"}),
    ("Twelve people were abducted in the raid.", {"abducted 12"}),
    ("Rebels took 30 people hostage in the attack.", {"abducted 30"}),
    ("Twelve people are missing after the attack.", {"missing 12"}),
    ("Nine people were killed and 12 are still missing after the attack.", {"killed 9", "missing 12"}),
    ("Police arrested 14 people after the bombing.", {"arrested 14"}),
    ("Three suspects were arrested after the bombing, police said.", {"arrested 3"}),
    ("Some 400 people have fled the town since the attack.", {"displaced ~400"}),
    ("The fighting displaced 12,000 people.", {"displaced 12000"}),
    ("More than 2,000 families fled their homes after the attack.", set()),
]
SUMS = [
    ("Rosa Smith and two others were killed in the shooting.", {"killed 3"}),
    ("A man and two other people were killed in the shooting.", {"killed 3"}),
    ("John Walsh, his wife and two children were killed in the bombing.", {"killed 2 minors"}),
]
NO_FIGURE = [
    "A 23-year-old man was shot and killed.",
    "Maria Orlo, 34, was killed in the shooting.",
    "Gunmen attacked the bank and stole 12,000 dollars.",
    "The gunman fired from 300 meters away.",
    "The shooting happened in the 1400 block of Oak Street.",
    "He was shot in 2012 at 45 Elm Street.",
    "The attack began at 7:30 and lasted three hours.",
    "The gunmen came in four boats and burned 30 houses.",
    "The bomb weighed 50 kilograms and destroyed two cars.",
    "Police found 20 shell casings after the shooting.",
    "The killer was sentenced to 25 years in prison for murder.",
    "Two men were charged with the murder.",
    "Four gunmen stormed the hotel.",
    "The attack took place 12 miles north of the town.",
    "Some 200 people attended a vigil after the shooting.",
    "Two people witnessed the shooting.",
    "Three officers responded to the shooting.",
    "The suspect shot at two officers, who returned fire.",
]
ALL = [*RANGES, *PARTS, *TOLLS, *NOBODY, *TOGETHER, *HEADLINES, *OTHER_HARM, *SUMS, *((t, set()) for t in NO_FIGURE)]


@pytest.mark.parametrize(("text", "figures"), ALL, ids=[t for t, _ in ALL])
def test_figures_are_what_the_words_say(text: str, figures: set[str]) -> None:
    assert figures_of(text) == figures


@pytest.mark.parametrize("text", [t for t, _ in ALL], ids=[t for t, _ in ALL])
def test_evidence_stands_in_the_text(text: str) -> None:
    """Every span lies within the text, in order, and holds words."""
    page, drafts, _ = drafts_of(text)
    for draft in drafts:
        assert draft.spans
        assert all(0 <= a < b <= len(page.text) and page.text[a:b].strip() == page.text[a:b] for a, b in draft.spans)


@given(st.integers(min_value=2, max_value=999), st.integers(min_value=2, max_value=99))
def test_a_part_is_never_added_to_the_total(total: int, part: int) -> None:
    text = f"The bomb killed {total} people, including {part} children."
    assert figures_of(text) == {f"killed {total}", f"killed {part} minors"}


def test_a_line_without_an_end_is_read_in_step_with_its_length() -> None:
    """A sentence of half a million characters takes seconds, not hours."""
    begun = time.process_time()
    figures_of("gunmen killed 12 people and wounded 4 others, " * 11_000)
    assert time.process_time() - begun < 60


def test_a_group_may_be_the_whole_of_the_toll() -> None:
    """ "All of the dead were civilians" is the toll once more, as a figure of civilians."""
    text = "At least 16 people were killed in an attack on a bar. All of the dead were civilians and four were minors."
    assert {"killed 16-", "killed 16- civilians", "killed 4 minors"} <= figures_of(text)
