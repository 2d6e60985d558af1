"""Victims: every person or kind of people that came to harm, once each.

A named person and "a 23-year-old man" of the same harm are one victim where sex and age allow it; "another man" is not.
Where two named persons would fit, the unnamed one is taken for a re-telling and dropped, never counted a third time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.harm import Harm, Who
from testigo.extract.incidents.harm_told import harms_of
from testigo.extract.incidents.parts import NO_PARTS, Parts
from testigo.extract.incidents.victim import Victim, draft_of, with_age
from testigo.extract.mentions.found import Actors, Person
from testigo.extract.mentions.parties import Party
from testigo.extract.mentions.people_beside import years_of
from testigo.records.codes import Fate

_FATES: dict[str, Fate] = {
    "killed": "killed", "injured": "injured", "abducted": "abducted", "missing": "missing", "shot": "injured",
    "casualties": "unknown", "named": "unknown",
}  # fmt: skip
_FIRMEST: tuple[Fate, ...] = (
    "killed", "freed", "escaped", "abducted", "missing", "injured", "unharmed", "unknown",
)  # fmt: skip
_ONLY_GROUPS = frozenset(
    "civilian civilians people person persons other others victim victims resident residents".split()
)
_SOMEBODYS = ("his ", "her ", "their ", "its ")
# Two of one count are the same people in another word: "two teenagers", "the two siblings".
_KIN_AND_AGES = frozenset(
    "children kids minors teens teenagers youths boys girls sons daughters brothers sisters siblings twins students adults "
    "men women friends relatives year-olds".split()
)
_GROWN = ("man", "woman", "father", "mother", "grandmother", "grandfather")
_ADULT = 18
_UNHURT: tuple[Fate, ...] = ("unharmed", "freed", "escaped")
_MOST_COMPARED = 300  # victims; a longer roll is taken as it stands, so that time stays linear


def draft_victims(incident: str, events: Sequence[Event], actors: Actors, parts: Parts = NO_PARTS) -> Iterator[Draft]:
    """Draft the victims of one incident, in text order; parts: who is one by other words, and who is none."""
    persons: dict[str, list[Person]] = {}
    for person in actors.persons:
        persons.setdefault(person.actor, []).append(person)
    named: list[Victim] = []
    unnamed: list[Victim] = []
    for _, harm in harms_of(events):
        if harm.predicate in _FATES:
            _note(_without(harm, parts.no_victims), named, unnamed, persons)
    for part in parts.added:
        if part.is_victim and part.fate:
            for start, end in part.spans:
                _of_person(Who(start, end, actor=part.actor), part.fate, named, persons)
    told_after = {p.actor for p in parts.added if p.is_named_as}
    _spell_out([*(v for v in named if v.actor in told_after), *unnamed], unnamed)
    for victim in list(unnamed):
        _settle(victim, named)
    _know_fates(named, unnamed)
    _of_fatal_act(events, _kept(named, unnamed))
    yield from (draft_of(incident, v, persons) for v in sorted(_kept(named, unnamed), key=lambda v: v.spans[0]))


def _without(harm: Harm, barred: frozenset[str]) -> Harm:
    """Leave out of a harm the people who came to none."""
    if not barred or not any(w.actor in barred for w in harm.whos):
        return harm
    kept = [(w, link) for w, link in zip(harm.whos, harm.links, strict=True) if w.actor not in barred]
    return replace(harm, whos=tuple(w for w, _ in kept), links=tuple(link for _, link in kept))


def _note(harm: Harm, named: list[Victim], unnamed: list[Victim], persons: dict[str, list[Person]]) -> None:
    """Read one word of harm: everybody in its list, the words for one person taken together."""
    fate = _FATES[harm.predicate]
    in_list = sum(link in ("", "and") for link in harm.links) > 1
    row: list[Victim] = []  # of one row, who is told beside another is not that other
    for whos in _individuals(harm):
        name = next((w for w in whos if w.actor), None)
        parties = [w.party for w in whos if w.party]
        victim: Victim | None = None
        if any(p.kind.group == "perpetrators" for p in parties):
            continue
        if name:
            victim = _of_person(name, fate, named, persons)
            for party in parties:
                _describe(victim, party)
        elif parties[0].is_definite and parties[0].is_one and parties[0].kind.generic:
            _of_reference(parties[0], fate, [*named, *unnamed])
        else:
            victim = _of_party(parties[0], fate, unnamed, row, bool(named or unnamed), in_list)
        if victim:
            row.append(victim)
            victim.is_left_open = victim.is_left_open and harm.predicate in ("shot", "named")
            if harm.predicate != "named":
                victim.told_in.add(harm.sentence)
            if (harm.start, harm.end) not in victim.spans:
                victim.spans.append((harm.start, harm.end))
    _spell_out(row, unnamed)


def _individuals(harm: Harm) -> Iterator[list[Who]]:
    """Give the members of a harm's list, each with all the words that name or describe the same one."""
    row: list[Who] = []
    for who, link in zip(harm.whos, harm.links, strict=True):
        if link == "whole":
            continue  # "a nurse was among | five people killed"
        if link != "same" and row:
            yield row
            row = []
        row.append(who)
    if row:
        yield row


def _spell_out(told: Sequence[Victim], unnamed: list[Victim]) -> None:
    """Drop a kind whose names follow in the same list, one each: "two brothers, Ali, 20, and Omar, 18"."""
    names = [v for v in told if v.actor]
    for victim in told:
        party = victim.party
        if party and not victim.actor and not party.is_one and party.low == party.high == len(names):
            for name in names:
                name.kind = name.kind or party.kind
                name.fate = _firmer(name.fate, victim.fate)
            unnamed.remove(victim)
            return


def _of_person(who: Who, fate: Fate, named: list[Victim], persons: dict[str, list[Person]]) -> Victim:
    assert who.actor
    victim = next((v for v in named[-_MOST_COMPARED:] if v.actor == who.actor), None)
    if victim:
        victim.fate = _firmer(victim.fate, fate)
    else:
        victim = Victim(fate, actor=who.actor)
        told = persons.get(who.actor, [])
        victim.age = next((p.age for p in told if p.age), None)
        victim.sex = next((p.sex for p in told if p.sex), None)
        named.append(victim)
    victim.spans.append(with_age(who, persons.get(who.actor, [])))
    return victim


def _of_reference(party: Party, fate: Fate, victims: list[Victim]) -> None:
    """Read "he died", "the victim died" of the one victim that it can mean, never of two."""
    fitting = [v for v in victims if (v.actor or (v.party and v.party.is_one)) and _agree(v.sex, party.sex)]
    hurt = [v for v in fitting if v.fate != "killed"]
    if len(fitting) == 1 or len(hurt) == 1:
        victim = (hurt or fitting)[0]
        victim.fate = _firmer(victim.fate, fate)
        victim.sex = victim.sex or party.sex
        victim.spans.append((party.start, party.end))


def _of_party(
    party: Party, fate: Fate, unnamed: list[Victim], row: Sequence[Victim], told_before: bool, in_list: bool
) -> Victim | None:
    """Find or make the victim that a party tells; `row`: those of its own row; told_before: is anybody told before it?

    "Another teenager" is one more only beside a victim told before; else he is another than the doer.
    """
    if party.kind.group == "perpetrators":
        return None
    is_kind = party.head and not party.kind.generic and party.head not in _ONLY_GROUPS
    if not party.is_one and not (is_kind and ((in_list and not party.is_part) or party.head not in ("men", "women"))):
        return None
    if party.is_other and not told_before:
        party = replace(party, is_other=False)
    if party.is_one and party.kind.generic:
        return None
    for victim in unnamed[-_MOST_COMPARED:]:
        if victim.party and not party.is_other and victim not in row and _is_same(victim, party):
            victim.fate = _firmer(victim.fate, fate)
            victim.age, victim.sex = victim.age or party.age, victim.sex or party.sex
            if party.age and victim.party.age is None:
                victim.party = party
            victim.spans.append((party.start, party.end))
            return victim
    victim = Victim(fate, party=party, kind=party.kind, sex=party.sex, age=party.age)
    victim.spans.append((party.start, party.end))
    unnamed.append(victim)
    return victim


def _is_same(victim: Victim, party: Party) -> bool:
    """May this party be the victim told before? One for one, kinds by their head; sex and age must not differ."""
    before = victim.party
    assert before
    if party.is_one != before.is_one or _is_grown_minor(victim, party):
        return False
    if not party.is_one:
        heads = party.head == before.head or _stem(party.head) == _stem(before.head)
        heads = heads or (party.is_counted and party.head in _KIN_AND_AGES and before.head in _KIN_AND_AGES)
        counts = (party.low, party.high) == (before.low, before.high) or party.low is None or before.low is None
        return heads and counts
    return _agree(victim.sex, party.sex) and _agree(victim.age, party.age)


def _is_grown_minor(victim: Victim, party: Party) -> bool:
    """Would a "man" or a "woman" be one told as a minor?"""
    is_minor = bool(victim.kind and victim.kind.group == "minors") or (years_of(victim.age) or _ADULT) < _ADULT
    return party.head in _GROWN and is_minor


def _stem(head: str) -> str:
    """Give what words for one kind share: teens and teenagers, soldiers and troops stay as they are told."""
    return head[:4]


def _agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def _firmer(a: Fate, b: Fate) -> Fate:
    return min(a, b, key=lambda f: _FIRMEST.index(f) if f in _FIRMEST else len(_FIRMEST))


def _describe(victim: Victim, party: Party) -> None:
    """Take what the words beside the name say ("Colonel", "a 24-year-old nurse")."""
    victim.sex, victim.age = victim.sex or party.sex, victim.age or party.age
    victim.kind = victim.kind or party.kind


def _settle(victim: Victim, named: list[Victim]) -> None:
    """Fold an unnamed single person into the named one that it may be.

    Not somebody's ("his driver", "her son"), nor one told of in the same sentence as the named one.
    """
    party = victim.party
    if not party or not party.is_one or party.is_other or party.phrase.casefold().startswith(_SOMEBODYS):
        return
    fitting = [n for n in named[:_MOST_COMPARED] if _agree(n.sex, victim.sex) and _agree(n.age, victim.age)]
    fitting = [n for n in fitting if n.fate not in _UNHURT and not n.told_in & victim.told_in]
    if fitting:
        same_age = [n for n in fitting if n.age and n.age == victim.age]
        home = (same_age or fitting)[0]
        home.fate = _firmer(home.fate, victim.fate) if len(fitting) == 1 or same_age else home.fate
        home.kind = home.kind or victim.kind
        home.sex, home.age = home.sex or victim.sex, home.age or victim.age
        victim.spans.clear()


def _know_fates(named: list[Victim], unnamed: list[Victim]) -> None:
    """Give those named as victims without more the fate that every other victim shares."""
    fates = {v.fate for v in (*named, *unnamed)} - {"unknown"}
    if len(fates) == 1:
        for victim in named:
            victim.fate = _firmer(victim.fate, next(iter(fates)))


_FATAL = re.compile(
    r"\b(?:fatal|deadly)\b(?: [\w-]+){0,3} (?:shooting|stabbing|attack|ambush|raid|robbery)\b"
    r"|\bfatally (?:shoots|shot|stabs|stabbed|struck)\b", re.IGNORECASE,
)  # fmt: skip


_LIVES = re.compile(
    r"\b(?:conditions?|surviv\w+|recover\w*|stable|treated|surgery|life-threatening|injur\w+|hospitali[sz]ed|wounded|released)\b",
    re.IGNORECASE,
)


def _of_fatal_act(events: Sequence[Event], victims: Sequence[Victim]) -> None:
    """Call the one victim of a "fatal shooting" dead, where no words say how else it ended."""
    if len(victims) == 1 and victims[0].is_left_open and victims[0].fate == "injured":
        only = victims[0]
        is_one = bool(only.actor or (only.party and only.party.is_one))
        texts = [e.sentence.text for e in events]
        if is_one and any(map(_FATAL.search, texts)) and not any(map(_LIVES.search, texts)):
            only.fate = "killed"


def _kept(named: list[Victim], unnamed: list[Victim]) -> list[Victim]:
    return [v for v in (*named, *unnamed) if v.spans]
