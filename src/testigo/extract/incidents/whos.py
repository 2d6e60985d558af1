"""Parties and named people as one list: of whom something can be said in each sentence.

A party that stands right before a name tells the same one ("Colonel Sabri", "his wife, Ana Ruiz", "a man named Luis
Ferro"), and so does a role that no party holds ("police commander Haji Gul"). Who is told to say something is not whom
the words behind the verb are about: "X said 30 people were hurt".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from testigo.extract.incidents.harm import Who
from testigo.extract.mentions.found import ActorMention, Actors
from testigo.extract.mentions.groups import is_demonym_like
from testigo.extract.mentions.parties import Party
from testigo.extract.page import Page

_SUBJECTS = frozenset(("he", "she", "him"))  # "his" and "her" are whose, not who
_NAMES = ("name", "short", "alias", "acronym")
_JOINT = re.compile(r",? (?:named|called|identified (?:\w+ ){0,2}as|known as)? ?")
_WORD_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_WHOSE = re.compile(r"\b(?:his|her|their) $")  # "her | three daughters"
# "A 17-year-old Hot Springs | boy": the name is where he is from.
_OF_THERE = re.compile(
    r" (?:boy|girl|man|woman|teen|teenager|resident|residents|native|couple|men|women|family|students?)\b"
)
SAYS = re.compile(
    r",? (?:said|says|told|added|announced|confirmed|tweeted|wrote|testified|recalled|explained|stated)\b(?! to\b)"
)


def find_whos(page: Page, actors: Actors, parties: Sequence[Party]) -> list[tuple[int, Who]]:
    """Give parties and named people with their sentences' numbers, in text order; a party inside a name is dropped."""
    persons = {a.id for a in actors.actors if a.type == "person"}
    named = [m for m in actors.mentions if m.actor in persons and _may_suffer(page, m)]
    names = {m.start for m in named if m.form in _NAMES}
    held = [m for m in actors.mentions if m.form in _NAMES] + named
    spans = sorted((m.start, m.end) for m in held)
    starts = [a for a, _ in spans]
    reach = list(accumulate((b for _, b in spans), max))
    out = [(m.sentence, Who(m.start, m.end, actor=m.actor)) for m in named]
    for party in parties:
        at = bisect_right(starts, party.head_start) - 1
        if at < 0 or reach[at] <= party.head_start:
            whose = _WHOSE.search(page.text, max(0, party.start - 6), party.start)
            out.append((party.sentence, Who(whose.start() if whose else party.start, party.end, party=party)))
    roles = {p.start: p.role_span[0] for p in actors.persons if p.role_span}
    return list(_joined(page, sorted(out, key=lambda p: (p[1].start, p[1].end)), names, roles))


def _may_suffer(page: Page, mention: ActorMention) -> bool:
    if mention.form == "pronoun":
        return page.text[mention.start : mention.end].lower() in _SUBJECTS
    return not SAYS.match(page.text, mention.end) and not _OF_THERE.match(page.text, mention.end)


def _joined(
    page: Page, whos: Sequence[tuple[int, Who]], names: set[int], roles: Mapping[int, int]
) -> Iterator[tuple[int, Who]]:
    """Bring each name together with the party or role right before it."""
    held: tuple[int, Who] | None = None
    for sentence, who in whos:
        if held and held[0] == sentence and who.start in names and _tells_the_same(page, held[1], who):
            start = min(held[1].start, _role_start(page, roles.get(who.start, who.start)))
            yield sentence, replace(who, start=start, party=held[1].party)
            held = None
            continue
        if held:
            yield held
        held = None
        if who.party and who.party.is_one:
            held = (sentence, who)
        else:
            yield sentence, replace(who, start=_role_start(page, roles[who.start]) if who.start in roles else who.start)
    if held:
        yield held


def _role_start(page: Page, start: int) -> int:
    """Give where a role begins, its bearer's nationality before it included ("Malian | Major Seydou Keita")."""
    before = _WORD_BEFORE.search(page.text, max(0, start - 20), start)
    return before.start() if before and is_demonym_like(before.group().strip().lower()) else start


def _tells_the_same(page: Page, before: Who, name: Who) -> bool:
    party = before.party
    if not party or (party.kind.generic and party.is_definite):
        return False
    return bool(_JOINT.fullmatch(page.text, before.end, name.start)) or before.end == name.start
