"""Documents whose actors and places are marked in the text, for tests of what is read from them.

`[G1 Brown Hills Front]` is a mention of the armed group a1; the letters are G group, F state force, V government,
P person, O outlet, X organisation, C court, L place (p1 …); a lower-case letter marks a pronoun or a description.
Figures and dates are found by the finders themselves.
"""

import hashlib
import re

import msgspec

from testigo.extract.claims.facts import find_facts
from testigo.extract.claims.relations import find_relations
from testigo.extract.claims.writing import write_claims
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import ActorMention, Actors, Mentions, PlaceMention, Places
from testigo.extract.mentions.numbers import find_numbers
from testigo.extract.mentions.times import find_times
from testigo.extract.page import Page
from testigo.records import Actor, Document, Place
from testigo.records.codes import ActorType, SegmentKind
from testigo.records.nouns import Segment
from testigo.records.report import Claim

_MARK = re.compile(r"\[([A-Za-z])(\d+) ([^\]]+)\]")
_TYPES: dict[str, ActorType] = {
    "G": "armed_group", "F": "state_force", "V": "government", "P": "person", "O": "outlet", "X": "organisation",
    "C": "court",
}  # fmt: skip


def cast_of(marked: str, headline: str = "", kind: SegmentKind = "body") -> tuple[Page, Mentions]:
    """Make the page and the mentions of a marked text; a headline becomes a segment of its own, the rest is of `kind`."""
    text = headline + "\n\n" if headline else ""
    found: list[tuple[str, int, int, int]] = []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        found.append((mark[1], int(mark[2]), len(text), len(text) + len(mark[3])))
        text += mark[3]
        at = mark.end()
    text += marked[at:]
    body = Segment(start=len(headline) + 2 if headline else 0, end=len(text), kind=kind)
    segments = (Segment(start=0, end=len(headline), kind="headline"), body) if headline else (body,)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id=f"sha256:{digest}", name="x", text=text, published="2026-03-11", segments=segments)
    page = Page(document)
    return page, Mentions(
        find_numbers(page), find_times(page, "2026-03-11"), _places(page, found), _actors(page, found)
    )


def _actors(page: Page, found: list[tuple[str, int, int, int]]) -> Actors:
    actors: dict[int, Actor] = {}
    mentions = []
    for letter, number, start, end in found:
        if letter.upper() == "L":
            continue
        name, kind = page.text[start:end], _TYPES[letter.upper()]
        if number not in actors and letter.isupper():
            actors[number] = Actor(id=f"a{number}", type=kind, name=name)
        sentence = page.sentence_at(start)
        assert sentence
        form = "name" if letter.isupper() else "pronoun" if len(name) < 6 else "description"
        mentions.append(ActorMention(start, end, sentence.index, f"a{number}", form))
    return Actors(tuple(actors.values()), tuple(mentions))


def _places(page: Page, found: list[tuple[str, int, int, int]]) -> Places:
    places: dict[int, Place] = {}
    mentions = []
    for letter, number, start, end in found:
        if letter != "L":
            continue
        places.setdefault(number, Place(id=f"p{number}", type="region", name=page.text[start:end]))
        sentence = page.sentence_at(start)
        assert sentence
        mentions.append(PlaceMention(start, end, sentence.index, f"p{number}"))
    return Places(tuple(places.values()), tuple(mentions))


def claims_of(marked: str) -> tuple[Claim, ...]:
    """Read ties and facts of a marked text into claims."""
    page, mentions = cast_of(marked)
    drafts = find_relations(page, mentions) + find_facts(page, mentions)
    return write_claims(page, drafts, mentions.actors, "testigo test")


def told(claims: tuple[Claim, ...] | tuple[Draft, ...]) -> set[str]:
    """Put claims into short lines: "a1 led_by a2", "a1 strength 300-400", "a1 ideology: Maoist"."""
    return {" ".join(f"{c.subject} {c.predicate} {short(c.value)}".split()) for c in claims}


def short(value: object) -> str:
    """Put a value's parts into one short string, in a fixed order."""
    data = msgspec.to_builtins(value)
    if "low" in data:
        words = f"{data['low']}-{data['high']}"
    else:
        words = " ".join(str(data[k]) for k in ("actor", "place", "description", "role", "name") if data.get(k))
    if data.get("by"):
        words += f" by {data['by']}"
    date = data.get("date") or data
    if date.get("start"):
        words += f" @{date['start'][:10]}"
    return words
