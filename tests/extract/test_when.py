"""When an incident was: the day of the act, or nothing."""

import pytest
from documents_by_hand import document_of

from testigo.extract import Reader, extract
from testigo.records.values import DateValue

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


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(register=None)


@pytest.mark.parametrize(("text", "day"), DATES, ids=[t for t, _ in DATES])
def test_the_day_is_the_acts_own(reader: Reader, text: str, day: str | None) -> None:
    report = extract(document_of(text), reader)
    assert [c.value.start for c in report.claims if isinstance(c.value, DateValue)] == ([day] if day else [])
