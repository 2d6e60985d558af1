"""Standing facts about groups and persons; an incident's own words give none."""

import pytest
from claims_by_hand import cast_of, claims_of, told

from testigo.extract.claims.facts import find_facts
from testigo.extract.mentions.found import Actors, Mentions, Person

TOLD = [
    # groups
    ("The [G1 Reed Army] had between 250 to 300 armed men and women, trained and well fed, in 2018.",
     "a1 strength 250-300 @2018-01-01"),
    ("The [G1 BHAF] is led by [P2 Marún]. It has between 300 and 400 fighters.", "a1 strength 300-400"),
    ("The [G1 Reed Army], which between 1980 and 2000 terrorized the land with deeds that caused the death of more than "
     "30,000 people, is gone.", "a1 attributed_deaths 30001-None @1980-01-01"),
    ("The [G1 Reed Army], which between 1980 and 2000 terrorized the land, is gone.", "a1 active_during @1980-01-01"),
    ("They met the Maoist terrorist organization [G1 Reed Army].", "a1 ideology Maoist"),
    ("They met the Maoist terrorist organization [G1 Reed Army].", "a1 status terrorist organization"),
    ("The [V2 government] designated the [G1 Reed Army] a terrorist organization in 2022.",
     "a1 designated_as terrorist organization by a2 @2022-01-01"),
    ("The [G1 BHAF] burned it. It has 300 fighters. The [V2 government] designated it a terrorist organization in 2022.",
     "a1 designated_as terrorist organization by a2 @2022-01-01"),
    ("Since 2018, the [G1 Reed Army] has been the main rebel group in the country with two camps.",
     "a1 status main rebel group in the country"),
    ("The [G1 Reed Army], which once ruled, disbanded and lost strength until it was a few cells.",
     "a1 status disbanded and lost strength until it was a few cells"),
    ("Sources put [g1 its] strength in 2018 at 40 to 60 men. The [G1 Reed Army] denied it.", "a1 strength 40-60 @2018-01-01"),
    ("Diplomats estimate the [G1 Reed Army]'s size at 900 armed fighters.", "a1 strength 900-900"),
    ("The [G1 Reed Army] is thought to have between 10 and 30 guerrillas.", "a1 strength 10-30"),
    ("The [G1 Reed Army], which has fought for the rule of the hills of [L1 Marsha] since 2016, is gone.",
     "a1 active_during @2016-01-01"),
    ("They fear the [G1 Reed Army], an armed group that fought the state from 1980 to 2000.", "a1 active_during @1980-01-01"),
    # persons
    ("After the capture of [P1 Olan Brode] in 1992, little was heard.", "a1 captured @1992-01-01"),
    ("[P1 Olan Brode] was arrested by the [F2 army] on 3 March 2024.", "a1 captured by a2 @2024-03-03"),
    ("[P1 Olan Brode] was acquitted of arson.", "a1 acquitted arson"),
    ("In 2024 a [C2 court] sentenced [P1 Bruno Velorte], a [G3 BHAF] member, to 25 years in prison for the 2021 ambush of a "
     "truck.", "a1 sentenced 25 years in prison for the 2021 ambush of a truck by a2 @2024-01-01"),
    ("The [F2 DEA] has put a price on the head of [P1 Brode], whom [f2 it] considers the leader of a smuggling ring.",
     "a1 wanted_by a2"),
    ("The [F2 DEA] has put a price on the head of [P1 Brode], whom [f2 it] considers the leader of a smuggling ring.",
     "a1 status leader of a smuggling ring by a2"),
    ("The [F2 DEA] hunts [P1 Brode] and imputes charges of support to rebels, belonging to a gang and arms trafficking",
     "a1 charged_with arms trafficking by a2"),
    ("The [F2 DEA] hunts [P1 Brode] and imputes charges of support to rebels, belonging to a gang and arms trafficking",
     "a1 charged_with belonging to a gang by a2"),
    ("[P1 Brode] was charged with murder and arson.", "a1 charged_with murder"),
    ("The [F2 DEA] indicted [P1 Brode] for arms trafficking, for money laundering and for leading a gang.",
     "a1 charged_with money laundering by a2"),
    ("The [F2 DEA] accuses [P1 Brode] of heading a ring of smugglers.", "a1 status heading a ring of smugglers by a2"),
    ("The [F2 army] says that its marines injured [P1 Brode] in a gun battle.", "a1 was_injured gun battle by a2"),
    ("According to one version [P1 Brode] died of malaria.", "a1 died malaria"),
    ("The death of [P1 Brode] last year after a long kidney disease changed little.",
     "a1 died long kidney disease @2025-01-01"),
    ("[P1 Brode] renounced violence while in prison.", "a1 renounced violence"),
    ("Some fled [L1 Onder], its mayor, [P1 Alta Peñón], said.", "a1 holds_office mayor of Onder"),
    ("The [F2 army] claims to have injured [P1 Brode] in an exchange of fire.", "a1 was_injured exchange of fire by a2"),
]  # fmt: skip

SILENT = [
    ("The [G1 Reed Army] attacked a convoy in 2008, killing 19 people.", "attributed_deaths"),
    ("The [G1 Reed Army] had 12 fighters killed in the raid.", "strength"),
    ("The death of [P1 Brode] in the bombing last year shocked them.", "died"),
    ("The [F1 army] has a 275-member council.", "strength"),
    ("The cousin of [P1 Brode] was arrested in March.", "captured"),
    ("The [G1 Reed Army] is a group that burned a mill.", "status"),
    ("The [G1 Front] met the [G3 Column]. It has 300 fighters.", "strength"),
    ("A court issued an arrest warrant for [P1 Brode].", "captured"),
    ("The [F2 DEA] offers a reward for the capture of [P1 Brode].", "captured"),
    ("The [V2 ministry] demanded the arrest of [P1 Brode].", "captured"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_fact_is_read(text: str, expected: str) -> None:
    """Each kind of standing fact is read from plain words, with its date and who did it."""
    assert expected in told(claims_of(text))


@pytest.mark.parametrize(("text", "predicate"), SILENT)
def test_an_incident_is_no_standing_fact(text: str, predicate: str) -> None:
    """An incident's toll, a victim's death and a plain description give no fact."""
    page, mentions = cast_of(text)
    assert not [d for d in find_facts(page, mentions) if d.predicate == predicate]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Defence Minister [P1 Octavio Brisán] spoke.", "a1 holds_office Defence Minister"),
        ("Guitar maker [P1 Octavio Brisán] spoke.", "a1 occupation Guitar maker"),
    ],
)
def test_offices_are_told_from_trades(words: str, expected: str) -> None:
    """What stands beside a name is an office where it heads a state, a town or a court, else a trade."""
    page, mentions = cast_of(words)
    end = page.text.index(" Octavio")
    person = Person("a1", end + 1, end + 16, 0, role_span=(0, end))
    if "occupation" in expected:
        person = Person("a1", end + 1, end + 16, 0, occupation_span=(0, end))
    actors = Actors(mentions.actors.actors, mentions.actors.mentions, (), (person,))
    assert told(find_facts(page, Mentions(actors=actors))) == {expected}


def test_a_reward_is_read_with_its_currency() -> None:
    """A reward offered for someone is kept in the claim that they are wanted."""
    claims = claims_of("The [F2 DEA] offered a reward of $5 million for [P1 Brode].")
    assert [(c.value.reward.amount, c.value.reward.currency) for c in claims] == [(5_000_000, "USD")]


def test_a_reward_without_a_sum_is_still_a_reward() -> None:
    """A reward of no known sum is told from none at all."""
    (claim,) = claims_of("The [F2 DEA] has offered a reward for the arrest of [P1 Brode] and hunts [p1 him].")
    assert (claim.predicate, claim.value.reward.amount) == ("wanted_by", None)
    assert [s.quote for s in claim.evidence] == ["DEA has offered a reward for the arrest of Brode"]


def test_an_account_speaks_for_a_death() -> None:
    """ "According to one account" is a speaker, and the death of an illness is on its word."""
    (claim,) = claims_of("According to one account [P1 Brode] died of malaria.")
    assert [[s.name for s in chain] for chain in claim.attributed_to] == [["one account"]]


def test_own_deeds_are_claimed() -> None:
    """An army that tells of its own deed claims it, and is the speaker."""
    (claim,) = claims_of("The [F2 army] claims to have injured [P1 Brode] in an exchange of fire.")
    assert claim.stance == "claimed"
    assert [[s.actor for s in chain] for chain in claim.attributed_to] == [["a2"]]
