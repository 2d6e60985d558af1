"""What one short text tells of casualties, written as words that fit into a table.

A figure is `killed 12`, `killed 16-` (at least), `injured -5` (up to), `injured ~20` (about), `killed 2 minors` (a group
other than all), `killed 12 >9` (supersedes the claim of 9). A victim is `killed: 2 police officers` or `injured: Josefa
Almarén, 41, female, nurse`. A doer is `perpetrator: gunmen x~30`, `suspected perpetrator: Brown Hills Front`.
"""

import hashlib

from testigo.extract.draft import Draft
from testigo.extract.incidents.reading import tell_incidents
from testigo.extract.mentions.actors import find_actors
from testigo.extract.mentions.found import Mentions
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.numbers import find_numbers
from testigo.extract.mentions.times import find_times
from testigo.extract.page import Page
from testigo.records import Actor, Document
from testigo.records.nouns import Segment
from testigo.records.values import DoerValue, RangeValue, VictimValue
from testigo.reference import Register

DAY = "2026-03-11"
FIGURES = ("killed", "injured", "abducted", "missing", "arrested", "displaced", "casualties")
DOERS = ("perpetrator", "participant", "carried_out_by")


def page_of(text: str) -> Page:
    """Make the page of a text; what stands before a blank line is its headline."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    head, blank, _ = text.partition("\n\n")
    segments: tuple[Segment, ...] = (Segment(start=0, end=len(text), kind="body"),)
    if blank:
        body = Segment(start=len(head) + 2, end=len(text), kind="body")
        segments = (Segment(start=0, end=len(head), kind="headline"), body)
    return Page(Document(id=f"sha256:{digest}", name="x", text=text, published=DAY, segments=segments))


def drafts_of(text: str) -> tuple[Page, tuple[Draft, ...], dict[str, Actor]]:
    """Give the drafts of a text read without places and without a register, with its actors."""
    page = page_of(text)
    actors = find_actors(page, Register.none(), find_names(page))
    mentions = Mentions(numbers=find_numbers(page), times=find_times(page, DAY), actors=actors)
    return page, tell_incidents(page, mentions, DAY).drafts, {a.id: a for a in actors.actors}


def figures_of(text: str) -> set[str]:
    """Give every figure of a text, in the words of the tables."""
    page, drafts, _ = drafts_of(text)
    return {figure_words(page, d) for d in drafts if d.predicate in FIGURES and isinstance(d.value, RangeValue)}


def figure_words(page: Page, draft: Draft) -> str:
    """Write one figure in the words of the tables."""
    value = draft.value
    assert isinstance(value, RangeValue)
    words = f"{draft.predicate} {range_words(value)}"
    if value.group not in (None, "all"):
        words += f" {value.group}"
    if value.supersedes:
        start, end = (int(n) for n in value.supersedes.removeprefix("draft:").split(":"))
        words += f" >{page.text[start:end]}"
    return words


def range_words(value: RangeValue) -> str:
    """Write a range as the tables do."""
    about = "~" if value.approx else ""
    if value.low == value.high:
        return f"{about}{value.low}"
    low = "" if value.low is None else value.low
    high = "" if value.high is None else value.high
    return f"{about}{low}-{high}"


def victims_of(text: str) -> set[str]:
    """Give every victim of a text, in the words of the tables."""
    _, drafts, actors = drafts_of(text)
    return {_victim_words(d.value, actors) for d in drafts if isinstance(d.value, VictimValue)}


def _victim_words(value: VictimValue, actors: dict[str, Actor]) -> str:
    who = actors[value.actor].name if value.actor else value.description
    count = f"{range_words(value.count)} " if value.count and not value.actor else ""
    said = [f"{count}{who}", value.age, value.sex, value.occupation]
    return f"{value.fate}: " + ", ".join(s for s in said if s)


def doers_of(text: str) -> set[str]:
    """Give every doer of a text, in the words of the tables."""
    _, drafts, actors = drafts_of(text)
    return {_doer_words(d, actors) for d in drafts if d.predicate in DOERS}


def _doer_words(draft: Draft, actors: dict[str, Actor]) -> str:
    value = draft.value
    assert isinstance(value, DoerValue)
    who = actors[value.actor].name if value.actor else value.description
    count = f" x{range_words(value.count)}" if value.count else ""
    side = f" side {value.side}" if value.side else ""
    stance = f"{draft.stance} " if draft.stance not in (None, "stated") else ""
    return f"{stance}{draft.predicate}: {who}{count}{side}"
