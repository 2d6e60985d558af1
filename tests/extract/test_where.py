"""Where an incident was: the town that the words put it in, or nothing."""

import pytest
from documents_by_hand import document_of

from testigo.extract import Reader, extract
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
