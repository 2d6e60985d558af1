"""When and where an incident was: the day of the act, the town that the words put it in, or nothing."""

import hashlib

import pytest

from testigo.extract import Reader, extract
from testigo.records import Document, Segment
from testigo.records.values import DateValue, PlaceValue

DAY = "2026-03-11"  # a Wednesday


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(register=None)


def document_of(text: str) -> Document:
    """Make a document; what stands before a bar is its dateline."""
    line, bar, body = text.partition(" | ")
    text = f"{line} — {body}" if bar else text
    segments = [Segment(start=0, end=len(text), kind="body")]
    if bar:
        end = len(line) + 3
        segments = [Segment(start=0, end=end, kind="dateline"), Segment(start=end, end=len(text), kind="body")]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=f"sha256:{digest}", name="x", text=text, published=DAY, segments=tuple(segments))


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
DATES = [
    ("Nine people were killed on Tuesday.", "2026-03-10"),
    ("On Tuesday, gunmen killed nine people.", "2026-03-10"),
    ("Gunmen killed nine people late Monday.", "2026-03-09"),
    ("Nine people were killed yesterday, police said on Wednesday.", "2026-03-10"),
    ("Police said on Wednesday that nine people were killed on Monday.", "2026-03-09"),
    ("Nine people were killed on January 5, 2026.", "2026-01-05"),
    ("A man was shot dead on Monday. He was buried on Tuesday.", "2026-03-09"),
    ("A man was shot dead on Sunday. A suspect was arrested on Tuesday.", "2026-03-08"),
    ("Gunmen killed nine people in 2019.", "2019-01-01"),
    ("Nine people were killed in the attack, police said on Tuesday.", None),
    ("A suspect in the killing was arrested on Tuesday.", None),
]


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[t for t, _ in PLACES])
def test_an_incident_is_where_the_words_put_it(reader: Reader, text: str, places: set[str]) -> None:
    report = extract(document_of(text), reader)
    told = [c.value.place for c in report.claims if isinstance(c.value, PlaceValue) and c.subject.startswith("i")]
    assert {report.place(p).name for p in told if p} == places


@pytest.mark.parametrize(("text", "day"), DATES, ids=[t for t, _ in DATES])
def test_the_day_is_the_acts_own(reader: Reader, text: str, day: str | None) -> None:
    report = extract(document_of(text), reader)
    assert [c.value.start for c in report.claims if isinstance(c.value, DateValue)] == ([day] if day else [])


def test_the_kind_of_spot_goes_with_the_place(reader: Reader) -> None:
    report = extract(document_of("Two men were shot at a bar in Fort Worth, Texas."), reader)
    assert next(c.value.site for c in report.claims if isinstance(c.value, PlaceValue)) == "bar"
