"""Where an incident was: the town that the words put it in, or nothing."""

import pytest
from documents_by_hand import document_of

from testigo.extract import Reader, extract
from testigo.records import Report
from testigo.records.values import PlaceValue

PLACES = [
    ("Gunmen killed nine people in Kirkuk, Iraq.", {"Kirkuk", "Iraq"}),
    ("Nine people were killed in a bombing in Kirkuk.", {"Kirkuk"}),
    ("Two men were shot in Fort Worth, Texas, on Sunday.", {"Fort Worth", "Texas"}),
    ("Two men were shot on Elm Street in Fort Worth, Texas.", {"Elm Street", "Fort Worth", "Texas"}),
    ("The Fort Worth shooting killed two people.", {"Fort Worth"}),
    ("Two men from Dallas were shot in Fort Worth, Texas.", {"Fort Worth", "Texas"}),
    ("Two people were shot inside a Fort Worth house, Fort Worth police said.", {"Fort Worth"}),
    ("A man was shot and killed on Tuesday, Fort Worth police said.", {"Fort Worth"}),
    ("Gunmen attacked a village west of Mosul, killing four.", {"Mosul"}),
    ("Fort Worth police said a man was shot in the 500 block of West Charleston near Buffalo.", {"Fort Worth"}),
    ("BAGHDAD | Gunmen killed nine people in Kirkuk on Tuesday.", {"Kirkuk"}),
    ("BAGHDAD | Gunmen killed nine people on Tuesday in an attack that nobody claimed.", set()),
    ("A man from Dallas was shot and killed.", set()),
    ("Luis Ferro, of Dallas, was killed in the attack on Tuesday. He was buried in Houston.", set()),
]


# Each class of place that a report names beside the incident's own.
TOLD_APART = {
    "dateline": [
        ("NAIROBI | Gunmen killed six villagers near Garissa on Tuesday, officials said.", {"Garissa"}),
        ("CAIRO | A roadside bomb killed three soldiers in El Arish on Monday.", {"El Arish"}),
        ("LAGOS | Fighters shot dead nine farmers on Sunday, a rights group said.", set()),
        ("TULSA, Okla. | Police say a man was shot to death Tuesday night.", {"Tulsa"}),
    ],
    "residence": [
        ("A nurse from Lyon was shot dead in Marseille on Monday.", {"Marseille"}),
        ("Two brothers from Hebron were killed on Monday when soldiers opened fire in Nablus.", {"Nablus"}),
        ("Ahmed Karim, a resident of Basra, was killed in a bombing in Kirkuk on Tuesday.", {"Kirkuk"}),
        ("Gunmen shot dead a teacher in Quetta on Tuesday. His family lives in Lahore.", {"Quetta"}),
        ("A teacher from Lahore was shot dead on Tuesday.", set()),
    ],
    "spokesman": [
        ("A bomb killed four people in Kandahar on Tuesday, a ministry spokesman in Kabul said.", {"Kandahar"}),
        ("Rebels killed five soldiers near Goma on Monday. The army in Kinshasa confirmed the attack.", {"Goma"}),
        ("Speaking in Geneva, a monitor said that shelling killed 12 people in Aleppo on Sunday.", {"Aleppo"}),
    ],
    "earlier incident": [
        ("Gunmen killed nine people in Kirkuk on Tuesday. In 2014, a bombing killed 30 people in Mosul.", {"Kirkuk"}),
        (
            "A car bomb killed three people in Medellín on Tuesday, the worst attack since 2002, when rebels bombed a "
            "club in Bogotá.",
            {"Medellín"},
        ),
    ],
    "care": [
        ("A man was shot in Dunkirk on Monday and taken to a hospital in Lille.", {"Dunkirk"}),
        ("Gunmen shot a judge in Tarbes on Monday. He was flown to a clinic in Toulouse, where he died.", {"Tarbes"}),
    ],
    "court": [
        ("A man accused of the bombing in Peshawar appeared in court in Islamabad on Monday.", {"Peshawar"}),
    ],
    "list": [
        ("Car bombs killed 40 people in Kirkuk, Mosul and Basra on Tuesday.", {"Kirkuk", "Mosul", "Basra"}),
        ("Shelling killed 12 people in Donetsk and Mariupol on Sunday.", {"Donetsk", "Mariupol"}),
    ],
    "container": [
        ("Bombs killed six people in Lyon, France, and Turin, Italy, on Monday.", {"Lyon", "France", "Turin", "Italy"}),
        ("A bomb killed four people in the city of Kandahar in southern Afghanistan.", {"Kandahar", "Afghanistan"}),
    ],
    "no gazetteer": [
        ("Gunmen killed eleven people in the village of Tolmo Seco, Colombia, on Monday.", {"Tolmo Seco", "Colombia"}),
    ],
}
ROWS = [(kind, text, places) for kind, rows in TOLD_APART.items() for text, places in rows]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(register=None)


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[t for t, _ in PLACES])
def test_an_incident_is_where_the_words_put_it(reader: Reader, text: str, places: set[str]) -> None:
    report = extract(document_of(text), reader)
    told = [c.value.place for c in report.claims if isinstance(c.value, PlaceValue) and c.subject.startswith("i")]
    assert {report.place(p).name for p in told if p} == places


def test_the_kind_of_spot_goes_with_the_place(reader: Reader) -> None:
    report = extract(document_of("Two men were shot at a bar in Fort Worth, Texas."), reader)
    assert next(c.value.site for c in report.claims if isinstance(c.value, PlaceValue)) == "bar"


@pytest.mark.parametrize(("kind", "text", "places"), ROWS, ids=[f"{k}: {t}" for k, t, _ in ROWS])
def test_other_places_are_told_apart(reader: Reader, kind: str, text: str, places: set[str]) -> None:
    """The chief incident's place, beside where it was filed, people live, are treated or speak, or something else was."""
    assert _chief_places(extract(document_of(text), reader)) == places


def test_a_court_report_yields_the_place_of_the_act(reader: Reader) -> None:
    text = "A court in Madrid sentenced a man on Monday for the killing of two people in Bilbao in 2019."
    report = extract(document_of(text), reader)
    assert {report.place(p).name for p in _places(report, {i.id for i in report.incidents})} == {"Bilbao"}


def test_a_town_told_only_by_its_police_counts_once_nothing_else_is_put_firmer(reader: Reader) -> None:
    text = "Oldham police said a man was shot dead on Monday. A suspect from Leeds was held in Bolton."
    assert _chief_places(extract(document_of(text), reader)) == {"Oldham"}


def test_a_quarter_named_like_a_town_far_away_is_its_own_citys(reader: Reader) -> None:
    text = (
        "A man was shot dead on Monday in the Austin neighborhood, Chicago police said. He was 30, Chicago police said."
    )
    assert _chief_places(extract(document_of(text), reader)) == {"Chicago"}


def test_places_scattered_over_a_land_are_not_all_of_one_act(reader: Reader) -> None:
    text = (
        "Violence in Colombia killed 200 people in March, a report said. Gangs fight in Cali over a harbour. "
        "In Medellín, police killed a man. Killings in Colombia have risen since the truce."
    )
    assert len(_chief_places(extract(document_of(text), reader)) & {"Cali", "Medellín"}) <= 1


def _chief_places(report: Report) -> set[str]:
    chief = {i.id for i in report.incidents if i.main}
    return {report.place(p).name for p in _places(report, chief)}


def _places(report: Report, subjects: set[str]) -> set[str]:
    values = [c.value for c in report.claims if c.subject in subjects and isinstance(c.value, PlaceValue)]
    return {v.place for v in values if v.place}
