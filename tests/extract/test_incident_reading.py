"""Which incidents a short report yields: their kind, scope and which one is main; and which reports yield none."""

import pytest
from incidents_by_hand import incidents, read

KINDS = [
    ("Gunmen shot dead four farmers in Mosul on Tuesday, police said.", ["killing political*"]),
    ("Rebels massacred 19 villagers in Beni on Monday.", ["killing political*"]),
    ("The mayor of Tibú was assassinated on Sunday by armed men on a motorcycle.", ["killing political*"]),
    ("A car bomb exploded outside a bank in Kirkuk on Tuesday, killing six people.", ["bombing political*"]),
    ("A suicide bomber blew himself up at a checkpoint in Aden on Tuesday.", ["bombing political*"]),
    ("A landmine blast wounded three soldiers near Kidal on Monday.", ["bombing political*"]),
    ("Air strikes killed 11 people in Idlib on Tuesday, a monitor said.", ["air_or_artillery political*"]),
    ("The army shelled the town of Douma on Monday, killing seven civilians.", ["air_or_artillery political*"]),
    ("A drone strike hit a convoy near Sirte on Tuesday.", ["air_or_artillery political*"]),
    ("Soldiers clashed with militants near Maiduguri on Monday, leaving ten fighters dead.", ["armed_clash political*"]),
    ("A gun battle between troops and rebels broke out in Goma on Tuesday.", ["armed_clash political*"]),
    ("Armed men attacked a police station in Herat on Tuesday and wounded two officers.", ["assault political*"]),
    ("A man was stabbed in the leg outside a bar in Oakland on Saturday, police said.", ["assault criminal*"]),
    ("A 23-year-old man was shot and wounded in Chicago on Saturday, police said.", ["assault criminal*"]),
    ("Protesters set fire to the town hall in Kumasi on Tuesday night.", ["arson political*"]),
    ("Militants kidnapped nine teachers near Mangochi on Monday.", ["kidnapping political*"]),
    ("Gunmen took 12 hostages at a hotel in Bamako on Tuesday.", ["kidnapping political*"]),
    ("Police officers tortured three detainees in Harare last week, a rights group said.", ["torture political*"]),
    ("Soldiers raped two women in Bunia on Monday, the United Nations said.", ["sexual_violence political*"]),
    ("Two masked men robbed a petrol station in Leeds at gunpoint on Monday, police said.", ["robbery criminal*"]),
    ("Guerrillas sabotaged an oil pipeline near Arauca on Tuesday.", ["sabotage political*"]),
    ("Rebels captured the town of Bambari on Monday after the army withdrew.", ["territorial_change political*"]),
    ("Police fired tear gas at students in Dakar on Tuesday.", ["repression political*"]),
    ("Police opened fire on a march in Antananarivo on Friday, killing two protesters.", ["repression political*"]),
    ("Militants threatened to kill the governor of Borno on Monday.", ["threat political*"]),
    ("The gang extorted shopkeepers in San Salvador on Monday, police said.", ["extortion criminal*"]),
    ("Police arrested 14 protesters in Lima on Tuesday.", ["arrest political*"]),
]  # fmt: skip

SCOPES = [
    ("A man shot his estranged wife dead in Tampa on Sunday, police said.", ["killing domestic*"]),
    ("A boy was shot in the foot in Boise on Sunday when a rifle discharged accidentally, police said.",
     ["assault accident*"]),
    ("A man fatally shot himself in Reno on Sunday, police said.", ["killing self_harm*"]),
    ("Gang members gunned down a rival in a drive-by shooting in Compton on Sunday, police said.", ["killing criminal*"]),
]  # fmt: skip

SEVERAL = [
    ("Suspected rebels killed 12 people in Beni on Monday. In Bunia, militiamen killed nine farmers on Tuesday.",
     ["killing political*", "killing political"]),
    ("Twelve people died in a bombing in Kirkuk on Monday, and nine were killed in an ambush in Basra on Tuesday.",
     ["bombing political*", "killing political"]),
    ("A car bomb killed 12 people in Kirkuk, while gunmen killed nine in Basra.",
     ["bombing political*", "killing political"]),
    ("Car bombs in three districts of Baghdad killed 40 people on Monday.", ["bombing political*"]),
    ("Gunmen killed four guards at a bank in Kirkuk on Tuesday. It was the worst attack there since 2019, when militants "
     "killed 30 people at a wedding.", ["killing political*", "killing political"]),
    ("Gunmen killed four guards in Kirkuk on Tuesday. In a separate attack, a bomb wounded three soldiers in Basra.",
     ["killing political*", "bombing political"]),
    ("A bomb killed four people in Kirkuk on Tuesday. Last month gunmen killed six people in the same town.",
     ["bombing political*", "killing political"]),
    ("A bomb killed four people in Kirkuk on Tuesday. The blast also wounded 20 people. Police said the attackers fled. "
     "The attack was the first this year.", ["bombing political*"]),
    ("Gunmen attacked a village near Jos on Monday, killing six people. The attackers burned several houses and abducted "
     "two women.", ["killing political*"]),
    ("A roadside bomb killed four soldiers near Gao on Wednesday, the army said.\n\nIn other news, unknown men burned down "
     "a school in Kumasi on Thursday. No one was hurt.", ["bombing political*", "arson unclear"]),
    ("A bomb killed three people in Kirkuk on Tuesday. Police arrested two men in Basra on Wednesday over the blast.",
     ["bombing political*", "arrest political"]),
]  # fmt: skip

RECALLED = [
    ("Ten years ago, on 2 August 2015, gunmen killed 13 people on a bus at Chipata. Relatives laid flowers there on Tuesday.",
     ["killing political"]),
    ("A court in Accra sentenced three men on Tuesday for a fire attack on a market in July 2019 in which six traders were "
     "killed.", ["killing criminal"]),
    ("Families gathered on Tuesday to mark the anniversary of the 1992 massacre of 15 villagers in Lima.",
     ["killing political"]),
]  # fmt: skip

STAGES = [
    ("Police defused a bomb under a bridge in Lilongwe on Monday. No one was hurt.", "bombing", "attempted"),
    ("Gunmen tried to kill the mayor of Tumaco on Monday.", "assault", "attempted"),
    ("Rebels attempted to kidnap a judge in Cali on Monday.", "kidnapping", "attempted"),
    ("The rebels said that they would attack the port of Buenaventura on Friday.", "assault", "planned"),
    ("Militants threatened to bomb the airport in Mombasa on Friday.", "threat", "threatened"),
]

NONE = [
    "The army began a training exercise near Kisumu on Monday. Soldiers stormed a mock village and 40 enemies were killed.",
    "The film opens with a massacre and ends with a shootout that kills the villain, played by a newcomer.",
    "The striker scored twice as Arsenal killed off the game with a shot from 20 yards in the derby clash.",
    "Opposition senators opened fire on the budget and called the cuts a massacre of small schools.",
    "The minister attacked the plan and said that it would kill jobs.",
    "She lost her battle with cancer on Sunday after years of fighting the disease.",
    "Cholera has killed 40 people in Goma since January, doctors said.",
    "Twelve people were killed on Friday when a hillside gave way after a week of rain.",
    "Three people were killed on Sunday when their car collided with a lorry near Kano.",
    "A house fire killed a man in Leeds on Sunday. Firefighters battled the blaze for hours.",
    "Five fishermen drowned when their boat capsized in a storm off Mombasa.",
    "The company fired 300 workers after its profits took a hit.",
    "Parliament passed a law on Tuesday that raises the penalty for murder.",
    "Hackers attacked the bank's computers on Monday and stole the data of clients.",
    "Crews battle two apartment fires. They were busy fighting the flames all night.",
    "A judge on Tuesday set bail in a fraud case and adjourned the hearing until May.",
    "He died of a heart attack at his home on Sunday. He was 83.",
    "The population explosion will put pressure on schools, the report said.",
    "The team's winning shot came with a second left in the championship game.",
    "The photographer said that the shoot took three days.",
    "Residents fear that the dam could be attacked one day.",
    "The council announced a crackdown on graffiti and litter.",
    "A gas explosion at a restaurant killed two cooks in Lyon.",
    "The novel tells how a soldier was murdered in 1944.",
    "An earthquake killed at least 300 people in Herat on Saturday.",
    "The mayor cut the ribbon of a new bridge. The old one was a bottleneck.",
]

WARS = [
    ("The civil war in Syria has killed more than 300,000 people since 2011.", ["campaign political"]),
    ("A bomb killed two people in Mogadishu on Tuesday. The insurgency has killed thousands of people since 2007.",
     ["bombing political*", "campaign political"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_words_of_violence_name_the_kind_of_incident(text: str, expected: list[str]) -> None:
    assert incidents(text) == expected


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_words_beside_it_tell_what_sort_of_violence_it_is(text: str, expected: list[str]) -> None:
    assert incidents(text) == expected


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_incidents_are_kept_apart_and_what_belongs_together_is_one(text: str, expected: list[str]) -> None:
    assert incidents(text) == expected


@pytest.mark.parametrize(("text", "expected"), RECALLED)
def test_courts_and_anniversaries_only_recall(text: str, expected: list[str]) -> None:
    assert incidents(text) == expected


@pytest.mark.parametrize(("text", "kind", "stage"), STAGES)
def test_what_was_not_carried_out_has_its_stage(text: str, kind: str, stage: str) -> None:
    report = read(text)
    assert [i.kind for i in report.incidents] == [kind]
    assert [c.value.stage for c in report.claims_about("i1", "stage")] == [stage]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_violence_yields_no_incident(text: str) -> None:
    assert incidents(text) == []


@pytest.mark.parametrize(("text", "expected"), WARS)
def test_a_sum_over_a_war_is_a_campaign(text: str, expected: list[str]) -> None:
    assert incidents(text) == expected


def test_a_report_in_capitals_is_read() -> None:
    text = "GUERRILLAS KILLED FOUR SOLDIERS IN AN AMBUSH NEAR USULUTAN YESTERDAY, THE ARMY SAID."
    assert incidents(text) == ["killing political*"]
