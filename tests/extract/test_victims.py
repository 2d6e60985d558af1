"""Who came to harm: each person or kind of people once, with the firmest fate."""

import pytest
from casualties_by_hand import figures_of, victims_of

VICTIMS = [
    ("A 23-year-old man was shot and killed.", {"killed: 23-year-old man, 23, male"}),
    ("Maria Orlo, 34, was killed in the shooting.", {"killed: Maria Orlo, 34"}),
    ("Josefa Almarén, 41, a nurse, was killed in the attack.", {"killed: Josefa Almarén, 41, nurse"}),
    ("Gunmen killed Maria Orlo outside her home.", {"killed: Maria Orlo, female"}),
    ("The murder of Maria Orlo shocked the town.", {"killed: Maria Orlo"}),
    ("The death of Maria Orlo, 34, is being investigated as a homicide.", {"killed: Maria Orlo, 34"}),
    ("The shooting death of Maria Orlo is under investigation.", {"killed: Maria Orlo"}),
    ("Police found the body of Maria Orlo after the shooting.", {"killed: Maria Orlo"}),
    (
        "Two police officers and three market porters were among the dead after gunmen attacked.",
        {"killed: 2 police officers", "killed: 3 market porters"},
    ),
    ("The bombing killed 12 people, including two children.", {"killed: 2 children"}),
    ("The bombing killed 12 civilians.", set()),
    ("The ambush killed five soldiers.", {"killed: 5 soldiers"}),
    ("Gunmen abducted four teachers.", {"abducted: 4 teachers"}),
    ("A man was killed and a woman was wounded in the shooting.", {"killed: man, male", "injured: woman, female"}),
    (
        "A 23-year-old man was shot in the chest. Luis Ferro, 23, died at the hospital.",
        {"killed: Luis Ferro, 23, male"},
    ),
    ("A man was shot on Main Street. The victim died at a hospital.", {"killed: man, male"}),
    ("A man was shot on Main Street. He was pronounced dead at the scene.", {"killed: man, male"}),
    (
        "Man shot dead in parking lot\n\nA 30-year-old man was shot and killed in a parking lot on Tuesday.",
        {"killed: 30-year-old man, 30, male"},
    ),
    ("A man was killed in the shooting. Another man was wounded.", {"killed: man, male", "injured: man, male"}),
    ("Luis Ferro and Ana Ruiz were killed in the bombing.", {"killed: Luis Ferro", "killed: Ana Ruiz"}),
    (
        "Luis Ferro, 23, and Ana Ruiz, 31, were killed in the bombing.",
        {"killed: Luis Ferro, 23", "killed: Ana Ruiz, 31"},
    ),
    ("Luis Ferro, a journalist, was kidnapped by gunmen.", {"abducted: Luis Ferro, journalist"}),
    ("Luis Ferro, of Northtown, was fatally shot.", {"killed: Luis Ferro"}),
    ("Luis Ferro was shot multiple times and died at the scene.", {"killed: Luis Ferro"}),
    ("A suspect was arrested after the shooting.", set()),
    ("Police arrested Luis Ferro in the murder of Ana Ruiz.", {"killed: Ana Ruiz"}),
    ("Luis Ferro was charged with killing Ana Ruiz.", {"killed: Ana Ruiz"}),
    ("Luis Ferro shot and killed Ana Ruiz, police said.", {"killed: Ana Ruiz"}),
    ("Ana Ruiz was shot and killed by Luis Ferro, police said.", {"killed: Ana Ruiz"}),
    ("Two nurses executed by the rebels had been kidnapped on Monday.", {"killed: 2 nurses"}),
    ("Ana Ruiz was not hurt in the shooting.", set()),
]


@pytest.mark.parametrize(("text", "victims"), VICTIMS, ids=[t for t, _ in VICTIMS])
def test_victims_are_told_once_each(text: str, victims: set[str]) -> None:
    assert victims_of(text) == victims


def test_a_person_shot_and_later_dead_is_one_killed() -> None:
    text = "Luis Ferro, 23, was shot on Tuesday. Ferro died of his wounds on Wednesday."
    assert victims_of(text) == {"killed: Luis Ferro, 23, male"}
    assert figures_of(text) <= {"killed 1"}
