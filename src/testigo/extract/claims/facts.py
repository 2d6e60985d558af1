"""Standing facts about actors: what stays true of a group or a person beyond one incident.

The patterns stand in group_facts.py and person_facts.py; offices and trades are what the words beside a name say,
found with the people.
"""

import re
from collections.abc import Iterator

from testigo.extract.claims.group_facts import find_group_facts
from testigo.extract.claims.person_facts import find_person_facts
from testigo.extract.claims.view import NOT_READ, View, views
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Mentions, Number, Person
from testigo.extract.page import Page
from testigo.records.values import FactValue

# Heads of a state, region or town, ministers and judges hold office; heads of named bodies lead them (relations.py).
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emperor|sultan|emir of \w+|minister|secretary of \w+|secretary-general"
    r"|mayor|governor|vice[- ]governor|senator|congress(?:man|woman)|lawmaker|deputy|representative|judge|magistrate|justice"
    r"|attorney general|prosecutor|ambassador|ombudsman|councill?or|commissioner)\b"
)
_ITS_OFFICE = (
    r"(?P<at> ?, )(?:its|their) "
    r"(?P<d>(?:deputy |vice )?(?:[a-z]+ )?<<mayor|governor|president|prime minister|minister|king|judge>>),? <s:P>"
)
# Places in a group, which relations.py tells.
_RANK = re.compile(r"\b(?:spokes\w+|leader|member|commander|chief|head|boss|founder|lieutenant|suspect|hitman|gunman)$")
_NO_OFFICE = re.compile(
    r"\b(?:of the (?:group|gang|cartel|party|company)|candidate|deputy (?:leader|chief|commander|director)|class|self-styled)\b"
)


def find_facts(page: Page, mentions: Mentions) -> tuple[Draft, ...]:
    """Find the standing facts about actors, in text order, each once for each place where it is told."""
    told: list[Draft] = []
    numbers: dict[int, dict[int, Number]] = {}
    for number in mentions.numbers:
        numbers.setdefault(number.sentence, {})[number.start] = number
    topic: str | None = None
    paragraph = -1
    seen = views(page, mentions)
    for view in seen:
        topic = topic if view.sentence.paragraph == paragraph else None
        told += find_group_facts(page, view, numbers.get(view.sentence.index, {}), topic)
        told += find_person_facts(page, view)
        topic, paragraph = _topic_after(view, topic), view.sentence.paragraph
    places = {m.end: mentions.places.by_id(m.place).name for m in mentions.places.mentions}
    told += [d for view in seen for d in _offices_in_apposition(page, view, places)]
    told += _callings(page, mentions)
    drafts = {(d.subject, d.predicate, str(d.value), d.spans): d for d in told}
    return tuple(sorted(drafts.values(), key=lambda d: (d.spans[0], d.predicate, d.subject)))


def _topic_after(view: View, before: str | None) -> str | None:
    """Name the group that "it" means in the next sentence: the one group of this one; "It …" keeps what was."""
    groups = {m.ref for m in view.marks if m.kind == "g"}
    if groups:
        return groups.pop() if len(groups) == 1 else None
    return before if view.text.startswith("it ") else None


def _offices_in_apposition(page: Page, view: View, places: dict[int, str]) -> Iterator[Draft]:
    """Read "the town, its mayor, X": with the place's name where the words before are a place."""
    for match in view.search(_ITS_OFFICE):
        person = view.named(match, "s")
        start, end = view.sentence.start + match.start("d"), view.sentence.start + match.end("d")
        words = page.text[start:end]
        place = places.get(view.sentence.start + match.start("at"))
        description = f"{words} of {place}" if place else words
        if person and person.ref:
            yield Draft(
                person.ref, "holds_office", FactValue(description=description), ((start, person.end),), "stated", ()
            )


def _callings(page: Page, mentions: Mentions) -> Iterator[Draft]:
    for person in mentions.actors.persons:
        sentence = page.sentences[person.sentence]
        if sentence.kind in NOT_READ:
            continue
        for span in (person.role_span, person.occupation_span):
            yield from _calling(page, person, span)


def _calling(page: Page, person: Person, span: tuple[int, int] | None) -> Iterator[Draft]:
    if span is None:
        return
    words = re.sub(r"^(?:the|an?|its|their|his|her)\s+", "", page.text[slice(*span)], flags=re.IGNORECASE)
    low = words.casefold()
    if low == "deputy" or (_RANK.search(low) and not _OFFICE.search(low)):
        return  # whose deputy or leader is told elsewhere, or not at all
    is_office = bool(_OFFICE.search(low)) and not _NO_OFFICE.search(low)
    if not is_office and span != person.occupation_span:
        return
    hull = (min(span[0], person.start), max(span[1], person.end))
    evidence = (hull,) if page.sentence_at(hull[0]) is page.sentence_at(hull[1] - 1) else (span,)
    yield Draft(
        person.actor,
        "holds_office" if is_office else "occupation",
        FactValue(description=words),
        evidence,
        "stated",
        (),
    )
