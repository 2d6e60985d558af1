"""Who did it: perpetrators, sides of a clash, those who carried it out, and how firmly the words say so."""

import pytest
from casualties_by_hand import doers_of

DOERS = [
    ("The Brown Hills Front attacked the market, killing nine people.", {"perpetrator: Brown Hills Front"}),
    ("The Brown Hills Front killed nine people.", {"perpetrator: Brown Hills Front"}),
    ("Nine people were killed by the Brown Hills Front.", {"perpetrator: Brown Hills Front"}),
    ("Nine people died in an attack by the Brown Hills Front.", {"perpetrator: Brown Hills Front"}),
    ("The Brown Hills Front claimed responsibility for the bombing.", {"claimed perpetrator: Brown Hills Front"}),
    (
        "Responsibility for the bombing was claimed by the Brown Hills Front.",
        {"claimed perpetrator: Brown Hills Front"},
    ),
    ("The Brown Hills Front denied any part in the attack.", {"denied perpetrator: Brown Hills Front"}),
    ("Police blamed the Brown Hills Front for the attack.", {"suspected perpetrator: Brown Hills Front"}),
    ("The attack was blamed on the Brown Hills Front.", {"suspected perpetrator: Brown Hills Front"}),
    ("The Brown Hills Front is suspected of the bombing.", {"suspected perpetrator: Brown Hills Front"}),
    ("Police suspect the Brown Hills Front of the bombing.", {"suspected perpetrator: Brown Hills Front"}),
    ("Gunmen stormed the market, killing nine people.", {"perpetrator: Gunmen"}),
    ("Three gunmen stormed the market, killing nine people.", {"perpetrator: gunmen x3"}),
    ("Nine people were killed by gunmen.", {"perpetrator: gunmen"}),
    ("Nine people were killed by unidentified gunmen.", {"perpetrator: unidentified gunmen"}),
    ("Suspected militants attacked the village.", {"suspected perpetrator: Suspected militants"}),
    ("Suspected Brown Hills Front militants killed nine people.", {"suspected perpetrator: Brown Hills Front"}),
    ("Luis Ferro was charged with murder in the shooting death of Ana Ruiz.", {"suspected perpetrator: Luis Ferro"}),
    ("Luis Ferro was convicted of murder in the death of Ana Ruiz.", {"perpetrator: Luis Ferro"}),
    (
        "A nurse was shot dead. Luis Ferro, 23, was arrested and charged with murder.",
        {"suspected perpetrator: Luis Ferro"},
    ),
    ("Police arrested Luis Ferro on a murder charge.", {"suspected perpetrator: Luis Ferro"}),
    (
        "Clashes between the Brown Hills Front and the Nueva Ceiba Column left five dead.",
        {"participant: Brown Hills Front side 1", "participant: Nueva Ceiba Column side 2"},
    ),
    (
        "The Brown Hills Front clashed with the Nueva Ceiba Column on Tuesday.",
        {"participant: Brown Hills Front side 1", "participant: Nueva Ceiba Column side 2"},
    ),
    (
        "Clashes between rebels and soldiers left five dead.",
        {"participant: rebels side 1", "participant: soldiers side 2"},
    ),
    ("Air strikes by the Nueva Ceiba Air Force killed nine people.", {"carried_out_by: Nueva Ceiba Air Force"}),
    ("Nine people were killed in the blast.", set()),
    ("The army attacked a village because it was held by the Brown Hills Front.", {"perpetrator: army"}),
    ("Fighters shelled rebels fighting in the hills.", {"carried_out_by: Fighters"}),
    ("Nine people were killed by a car bomb.", set()),
    ("Two of the attackers were also killed.", set()),
    ("Soldiers were killed in the attack.", set()),
    ("Three police officers were wounded in the shooting.", set()),
]


@pytest.mark.parametrize(("text", "doers"), DOERS, ids=[t for t, _ in DOERS])
def test_doers_are_told_with_the_firmness_of_their_words(text: str, doers: set[str]) -> None:
    assert doers_of(text) == doers
