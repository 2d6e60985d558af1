"""When an incident was: the day of the act, or nothing."""

import msgspec
import pytest
from documents_by_hand import document_of

from testigo.extract import Reader, extract
from testigo.records import Report
from testigo.records.values import DateValue

# Every date claim's first day, in order; published on Wednesday 11 March 2026.
DATES = [
    ("Nine people were killed on Tuesday.", "2026-03-10"),
    ("On Tuesday, gunmen killed nine people.", "2026-03-10"),
    ("Gunmen killed nine people late Monday.", "2026-03-09"),
    ("Nine people were killed yesterday, police said on Wednesday.", "2026-03-10"),
    ("Police said on Wednesday that nine people were killed on Monday.", "2026-03-09"),
    ("Police said that on Monday gunmen killed nine people.", "2026-03-09"),
    ("Nine people were killed on January 5, 2026.", "2026-01-05"),
    ("A man was shot dead on Monday. He was buried on Tuesday.", "2026-03-09"),
    ("A man was shot dead on Sunday. A suspect was arrested on Tuesday.", "2026-03-08"),
    ("Gunmen killed nine people in 2019.", "2019-01-01"),
    ("Nine people were killed in the attack, police said on Tuesday.", None),
    ("A suspect in the killing was arrested on Tuesday.", None),
    ("Gunmen killed nine people in a market.", None),
]
# The chief incident's days, told in another sentence than its act, or beside the days of other things.
CHIEF = [
    ("told two sentences on",
     "Two men were shot dead in a market in Lima. One of them sold fish. The shooting happened at about 9 p.m. Tuesday, a clerk said.",
     ("2026-03-10", "2026-03-10")),
    ("the call for help",
     "Three people were wounded in a shooting in Quetta. Officers were called to the scene at about 3 a.m. on Sunday.",
     ("2026-03-08", "2026-03-08")),
    ("it was reported to the police",
     "A guard was stabbed at a depot in Quetta. The attack was reported just before midnight on Friday.",
     ("2026-03-06", "2026-03-06")),
    ("arrest",
     "Gunmen killed a judge outside his home in Cali on Saturday. Police arrested two men on Monday and a third on Tuesday.",
     ("2026-03-07", "2026-03-07")),
    ("sentence",
     "A court in Lima on Tuesday sentenced Luis Ferro to 20 years in prison. Ferro shot two farmers dead on March 3, 2019.",
     ("2019-03-03", "2019-03-03")),
    ("funeral",
     "Hundreds gathered on Tuesday for the funeral of a mayor who was shot dead on Saturday in Cali.",
     ("2026-03-07", "2026-03-07")),
    ("vigil to come",
     "A teacher was shot dead outside her school in Cali on Monday. A vigil will be held on Friday.",
     ("2026-03-09", "2026-03-09")),
    ("a later death, the first shot",
     "A man who was shot on Friday in Cali died of his wounds on Monday, a doctor said.",
     ("2026-03-06", "2026-03-06")),
    ("a later death, told first",
     "A third victim of a bombing in Quetta died on Tuesday. The bomb exploded in a bus on Saturday, killing two people.",
     ("2026-03-07", "2026-03-07")),
    ("condemned and denounced",
     "The bishops on Tuesday condemned the murder of a priest in Cali. The priest was shot dead on Sunday.",
     ("2026-03-08", "2026-03-08")),
    ("an earlier attack",
     "Gunmen killed nine people in a market in Quetta on Monday. Four people died there in a bombing on January 5.",
     ("2026-03-09", "2026-03-09")),
    ("an attack recalled in passing",
     "Shelling in Quetta left 11 people dead on Friday. Among the districts hit was one where a deadly attack on an aid "
     "convoy took place on 19 February.",
     ("2026-03-06", "2026-03-06")),
    ("overnight", "Two people were killed in a shelling of Quetta overnight.", ("2026-03-10", "2026-03-11")),
    ("overnight, with an hour after midnight",
     "Two people were killed in a shelling of Quetta overnight. The first shell fell at about 2 a.m., a nurse said.",
     ("2026-03-11", "2026-03-11")),
    ("overnight, with an hour before midnight",
     "Two people were killed in a shelling of Quetta overnight. The first shell fell at about 11 p.m., a nurse said.",
     ("2026-03-10", "2026-03-10")),
    ("this morning", "A bomb killed two soldiers in Quetta this morning.", ("2026-03-11", "2026-03-11")),
    ("a stretch, no day", "Gunmen killed nine people in a market in Quetta last week.", ("2026-03-02", "2026-03-08")),
    ("a day besides a stretch",
     "Gunmen killed nine people in a market in Quetta last week. The attack happened on Friday evening, a trader said.",
     ("2026-03-06", "2026-03-06")),
    ("the page's own date", "Posted: March 10, 2026 9:15 AM\n\nGunmen killed nine people in a market in Quetta.", None),
    ("the page's own date, changed", "Last updated on Tuesday, March 10\n\nGunmen killed nine people in a market in Quetta.", None),
    ("a statement",
     "Gunmen killed nine people in a market in Quetta. “We condemn it,” the minister said in a statement on Tuesday.",
     None),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(register=None)


def chief_days(report: Report) -> tuple[str | None, str | None] | None:
    """Give the first day and the last of the chief incident's date."""
    chief = next(i.id for i in report.incidents if i.main)
    told = [c.value for c in report.claims_about(chief, "date")]
    assert len(told) <= 1
    return next(((v.start, v.end) for v in told if isinstance(v, DateValue)), None)


@pytest.mark.parametrize(("text", "day"), DATES, ids=[t for t, _ in DATES])
def test_the_day_is_the_acts_own(reader: Reader, text: str, day: str | None) -> None:
    report = extract(document_of(text), reader)
    assert [c.value.start for c in report.claims if isinstance(c.value, DateValue)] == ([day] if day else [])


@pytest.mark.parametrize(("text", "days"), [row[1:] for row in CHIEF], ids=[row[0] for row in CHIEF])
def test_the_chief_incident_has_the_date_of_its_act(reader: Reader, text: str, days: tuple[str, str] | None) -> None:
    assert chief_days(extract(document_of(text), reader)) == days


def test_without_a_day_to_count_from_the_words_stand_for_the_date(reader: Reader) -> None:
    document = document_of("Gunmen killed nine people in a market on Tuesday.")
    report = extract(msgspec.structs.replace(document, published=None), reader)
    (value,) = [c.value for c in report.claims if isinstance(c.value, DateValue)]
    assert (value.start, value.end, value.text) == (None, None, "on Tuesday")


def test_a_recalled_incident_keeps_its_own_date(reader: Reader) -> None:
    text = (
        "Gunmen killed nine people in a market in Quetta on Monday. It was the worst attack in the town since 2013, when "
        "a bomb killed 40 people there."
    )
    report = extract(document_of(text), reader)
    days = {c.subject: (c.value.start, c.value.end) for c in report.claims if isinstance(c.value, DateValue)}
    assert sorted(days.values()) == [("2013-01-01", "2013-12-31"), ("2026-03-09", "2026-03-09")]


def test_the_words_that_give_the_day_are_the_evidence(reader: Reader) -> None:
    text = (
        "Two men were shot dead in Cali on Tuesday. The mayor spoke of it on Tuesday. Police said the shooting began at "
        "about 9 p.m. on Tuesday."
    )
    report = extract(document_of(text), reader)
    (claim,) = [c for c in report.claims if isinstance(c.value, DateValue)]
    starts = [text.index("on Tuesday"), text.rindex("on Tuesday")]
    assert all(any(e.start <= s < e.end for e in claim.evidence) for s in starts)
    assert not any(e.start <= text.index("spoke of it on Tuesday") + 12 < e.end for e in claim.evidence)


@pytest.mark.parametrize(
    ("text", "days", "words"),
    [
        ("Gunmen killed nine people in a market in Quetta on Sunday. Two days after the attack, gunmen in Lahore shot two "
         "policemen dead.", ("2026-03-10", "2026-03-10"), "Two days after the attack"),
        ("A bomb killed three people in Quetta on Monday. The next day, gunmen in Lahore killed two farmers.",
         ("2026-03-10", "2026-03-10"), "The next day"),
        ("A bomb killed three people in Quetta on Monday. Two weeks earlier, gunmen in Lahore killed two farmers.",
         ("2026-02-23", "2026-03-01"), "Two weeks earlier"),
        ("A bomb killed three people in Quetta on Monday. On the day of the attack, four soldiers were wounded in an "
         "ambush near Lahore.", ("2026-03-09", "2026-03-09"), "On the day of the attack"),
        ("A bomb killed three people in Quetta. The next day, gunmen in Lahore killed two farmers.",
         (None, None), "The next day"),
    ],
)  # fmt: skip
def test_a_date_may_count_from_another_incident(
    reader: Reader, text: str, days: tuple[str | None, str | None], words: str
) -> None:
    report = extract(document_of(text), reader)
    chief = next(i.id for i in report.incidents if i.main)
    (value,) = [c.value for c in report.claims if isinstance(c.value, DateValue) and c.value.relative_to]
    assert (value.start, value.end, value.text, value.relative_to) == (*days, words, chief)
