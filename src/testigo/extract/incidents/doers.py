"""Who did it: perpetrators, sides of a clash, those who carried it out, each with the stance of its own words.

Patterns over what stands right beside a word of violence: the doer before an active verb, behind "by", before a noun
("the Boko Haram attack"), or with a verb of claiming, blaming, suspecting, signing or denying. A doer is an actor of the
report or a party of a kind that does violence (gunmen, militants, soldiers). Nothing is taken over a clause's edge.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from testigo.extract.draft import Draft
from testigo.extract.incidents.doer_table import GAP_BEFORE_VERB, SAYINGS
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.forces import find_forces
from testigo.extract.incidents.sides import draft_sides
from testigo.extract.incidents.triggers import Trigger
from testigo.extract.incidents.whos import SAYS
from testigo.extract.mentions.found import Actors, Person
from testigo.extract.mentions.parties import Party
from testigo.extract.mentions.people_beside import years_of
from testigo.extract.page import Page, Sentence
from testigo.records.codes import IncidentKind
from testigo.records.values import DoerValue, RangeValue

_BESIDE = 30  # characters between a name and its age
_ROW_JOINT = re.compile(r"(?:, (?:aged )?\d{1,3})?,? (?:and |& )?")
_DOING_HEADS = frozenset(
    "bandit bandits kidnapper kidnappers robber robbers gangster gangsters assassin assassins".split()
)
_ARMED_MEN = re.compile(
    r"\b(?:armed|masked|hooded|unknown|unidentified) (?:\w+ )?(?:men|man|people|youths)$", re.IGNORECASE
)
_BODIES = ("armed_group", "criminal_group", "state_force", "government", "person", "civilian_group", "organisation")
_DOING_GROUPS = ("perpetrators", "combatants", "security_forces")
_BY = re.compile(
    r"\bby (?:the |an? |suspected |alleged |members of (?:the )?|unidentified |unknown |heavily |armed )*$", re.I
)
_ACTIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|get|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_ACCUSES = re.compile(r"\b(?:accus|implicat)", re.IGNORECASE)
_OF_VIOLENCE = re.compile(
    r"\b(?:attack|kill|bomb|massacre|murder|shoot|ambush|kidnap|abduct|blast|raid)\w*", re.IGNORECASE
)
# Verbs right before a "by" that do not tell the act's own doer; those that do are left out.
_OWN_VERB = re.compile(
    r"\b(?!(?:carried|claimed|staged|planted|laid|detonated|fired|launched|set|kill|wound|injur|shot|murder|attack|bomb)\w*)"
    r"[a-z]+(?:ed|en) (?:out )?by\b",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"\b(?:investigations?|reports?|probes?|inquir(?:y|ies)|tally|reviews?|according)\b", re.IGNORECASE
)
_SPEAKS = re.compile(rf"(?:{SAYS.pattern})| (?:spokes\w+|chief|captain|sergeant|sheriff|lieutenant|detective)\b")
_PLACED_AT = re.compile(r"\b(?:at|from|near|in) (?:the )?$")
_BY_ITSELF = frozenset(("went off", "exploded", "explodes", "blew up"))
_SUSPECTED_BEFORE = re.compile(
    r"\b(?:suspected|alleged|presumed|believed to be|apparent|purported)\s+(?:\w+\s+){0,2}$", re.I
)


_OF_STATE = re.compile(
    r"\b(?:regime|government|army|soldiers|troops|coalition|forces|\w*planes|jets|aircraft)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Candidate:
    start: int
    end: int
    actor: str | None
    party: Party | None
    type: str
    words: str = ""  # of a force that no actor and no party holds

    @property
    def is_of_the_state(self) -> bool:
        """Is it a force of a state?"""
        if self.party:
            return self.party.kind.group == "security_forces"
        return self.type in ("state_force", "government") or bool(_OF_STATE.search(self.words))


def draft_doers(
    page: Page, incident: str, kind: IncidentKind, events: Sequence[Event], actors: Actors, parties: Sequence[Party]
) -> Iterator[Draft]:
    """Draft who stands behind one incident, in text order."""
    types: dict[str, str] = {a.id: a.type for a in actors.actors}
    starts = [p.start for p in parties]
    told: list[tuple[Event, list[_Candidate]]] = []
    for event in events:
        beside = parties[bisect_left(starts, event.start) : bisect_left(starts, event.end)]
        candidates = _candidates(page, event, actors, beside, types)
        rows = _rows(page, candidates)
        seen: set[tuple[int, int]] = set()
        for candidate, row in zip(candidates, rows, strict=True):
            for draft in _said_of(page, incident, event, candidate, row):
                seen.add((candidate.start, candidate.end))
                yield draft
        rest = [c for c in candidates if (c.start, c.end) not in seen]
        told.append((event, rest))
        if kind != "armed_clash":
            yield from _beside_triggers(page, incident, kind, event, rest)
    if kind == "armed_clash":
        yield from draft_sides(page, incident, told, _value)


def draft_suspects(page: Page, incident: str, sentences: Sequence[Sentence], actors: Actors) -> Iterator[Draft]:
    """Draft who is claimed, suspected or charged in sentences that tell no violence themselves, told right after it."""
    types: dict[str, str] = {a.id: a.type for a in actors.actors}
    for sentence in sentences:
        event = Event(sentence, sentence.start, sentence.end, (), (), None, (), False, False, False)
        candidates = _candidates(page, event, actors, (), types)
        for candidate, row in zip(candidates, _rows(page, candidates), strict=True):
            for draft in _said_of(page, incident, event, candidate, row):
                words = page.text[draft.spans[0][0] : sentence.end]
                if not _ACCUSES.search(words) or _OF_VIOLENCE.search(words):
                    yield draft


def _candidates(
    page: Page, event: Event, actors: Actors, parties: Sequence[Party], types: dict[str, str]
) -> list[_Candidate]:
    """Give the actors and violent parties of an event's sentence, in text order."""
    out = []
    spans = []
    for m in actors.in_sentence(event.sentence.index):
        if event.start <= m.start < event.end and types[m.actor] in _BODIES:
            out.append(_Candidate(m.start, m.end, m.actor, None, types[m.actor]))
            spans.append((m.start, m.end))
    for p in parties:
        # "Boko Haram militants" are one doer, told by name
        if _does_violence(p) and not any(a < p.end and p.start <= b + 1 for a, b in spans):
            out.append(_Candidate(p.start, p.end, None, p, "party"))
            spans.append((p.start, p.end))
    for start, end in find_forces(page.text, event.start, event.end):
        if not any(a <= end and start <= b for a, b in spans):
            out.append(_Candidate(start, end, None, None, "force", page.text[start:end]))
    return sorted(out, key=lambda c: c.start)


def _does_violence(party: Party) -> bool:
    is_kind = party.kind.group in _DOING_GROUPS or party.head in _DOING_HEADS
    return is_kind or bool(_ARMED_MEN.search(party.phrase))


def with_person(draft: Draft, persons: Mapping[str, Sequence[Person]]) -> Draft:
    """Add to a doer who is a person what is said beside the name: age, sex, trade."""
    told = persons.get(draft.value.actor or "", ()) if isinstance(draft.value, DoerValue) else ()
    if not told:
        return draft
    age = next((p.age for p in told if p.age), None)
    value = msgspec.structs.replace(
        draft.value,
        age=age, age_low=years_of(age), age_high=years_of(age),
        sex=next((p.sex for p in told if p.sex), None),
        occupation=next((p.occupation for p in told if p.occupation), None),
    )  # fmt: skip
    return replace(draft, value=value, spans=tuple(_with_age(span, told) for span in draft.spans))


def _with_age(span: tuple[int, int], told: Sequence[Person]) -> tuple[int, int]:
    """Stretch words that name the person over the age right beside the name."""
    for p in told:
        if (
            p.age_span
            and span[0] <= p.start < span[1]
            and max(p.age_span[0] - p.end, p.start - p.age_span[1]) < _BESIDE
        ):
            return min(span[0], p.age_span[0]), max(span[1], p.age_span[1])
    return span


def _rows(page: Page, candidates: Sequence[_Candidate]) -> list[tuple[int, int]]:
    """Give for each candidate where its row of people begins and ends ("Juan Mata, Pedro Lira and Saúl Cano")."""
    out: list[tuple[int, int]] = []
    row: list[_Candidate] = []
    for who in candidates:
        people = row and who.type == "person" == row[-1].type
        if not people or not _ROW_JOINT.fullmatch(page.text, row[-1].end, who.start):
            out += [(row[0].start, row[-1].end)] * len(row) if row else []
            row = []
        row.append(who)
    return out + ([(row[0].start, row[-1].end)] * len(row) if row else [])


def _value(candidate: _Candidate, side: int | None = None) -> DoerValue:
    if candidate.actor:
        return DoerValue(actor=candidate.actor, side=side)
    party = candidate.party
    if not party:
        return DoerValue(description=candidate.words, side=side)
    count = None
    if party.is_counted and (party.low is not None or party.high is not None):
        count = RangeValue(low=party.low, high=party.high, approx=party.approx)
    return DoerValue(description=party.text, count=count, side=side)


def _said_of(page: Page, incident: str, event: Event, who: _Candidate, row: tuple[int, int]) -> Iterator[Draft]:
    """Read what a sentence says of an actor's part: claimed, denied, blamed, signed; `row`: the people listed with it."""
    before, after = page.text[event.start : row[0]], page.text[row[1] : event.end]
    if who.party and who.party.is_definite:
        return
    for stance, left, right in SAYINGS:
        head = left.search(before) if left else None
        tail = right.match(after) if right else None
        if (left and not head) or (right and not tail) or (head and _SPEAKS.match(page.text, row[1])):
            continue  # "she identified the suspect, police said"
        if not head and who.type != "person" and _PLACED_AT.search(before):
            continue  # "Malone, a student at Barr High School, is charged"
        if not event.has_act and stance not in ("claimed", "denied", "suspected"):
            continue
        start = event.start + head.start() if head else row[0]
        end = row[1] + tail.end() if tail else row[1]
        yield Draft(incident, "perpetrator", _value(who), ((start, end),), stance=stance)
        return


def _beside_triggers(
    page: Page, incident: str, kind: IncidentKind, event: Event, candidates: Sequence[_Candidate]
) -> Iterator[Draft]:
    """Read the doer of each act: before its active verb, behind "by", or before its noun."""
    taken: set[int] = set()
    for trigger in event.triggers:
        if trigger.force != "act":
            continue
        for n, who in enumerate(candidates):
            if n in taken:
                continue
            span = _as_doer(page, event, trigger, who)
            if span:
                taken.add(n)
                suspected = _SUSPECTED_BEFORE.search(page.text[event.start : who.start])
                hedged = bool(suspected) or (
                    who.party is not None and who.party.text.lower().startswith(("suspected", "alleged"))
                )
                predicate = _predicate(kind, trigger, who)
                yield Draft(incident, predicate, _value(who), (span,), stance="suspected" if hedged else None)


def _as_doer(page: Page, event: Event, trigger: Trigger, who: _Candidate) -> tuple[int, int] | None:
    text = page.text
    if who.start >= trigger.end:
        between = text[trigger.end : who.start]
        if len(between) < 120 and _BY.search(between) and not _is_by_another_verb(between, trigger):
            return trigger.start, who.end
        return None
    between = text[who.end : trigger.start]
    if who.end > trigger.start or len(between) > 70:
        return None
    if trigger.word in _BY_ITSELF and text[who.start : who.end].lower() in ("it", "which"):
        return None  # the gun or the bomb
    if trigger.is_noun:
        if trigger.kind == "armed_clash":
            return None  # who stands before "fighting" or "clashes" is a side, or the subject of a verb
        is_close = between.strip() in ("", "’s", "'s", "’", "'") and who.type != "person"
        return (who.start, trigger.end) if is_close and trigger.word.split()[0] not in ("gunshot", "gunshots") else None
    if _ACTIVE.search(between) or not GAP_BEFORE_VERB.match(between):
        return None
    if trigger.word in ("shot", "stabbed", "wounded", "killed") and not _has_object(text[trigger.end : event.end]):
        return None
    return who.start, trigger.end


def _is_by_another_verb(between: str, trigger: Trigger) -> bool:
    """Does the "by" belong to a later clause, or to a verb of its own ("strikes on forces held by …")?"""
    if re.search(r"[;]|, (?:but|while|who)|\bbecause\b", between):
        return True
    if trigger.is_noun:
        return bool(re.search(r"\b(?!carried|claimed)\w+(?:ed|en|un)\b(?! out)", between) or _LOOKED_AT.search(between))
    return bool(_OWN_VERB.search(between))


def _has_object(after: str) -> bool:
    """Does the verb take somebody: "killed 12 people", but not "killed in the attack"?"""
    return bool(
        re.match(r"\s+(?!(?:in|by|on|at|when|after|during|near|as|while|to death|dead|outside|and)\b)[\w“\"]", after)
    ) or bool(
        re.match(
            r"\s+(?:dead|to death|and (?:killed|wounded|injured))\s+(?!(?:in|by|on|at|when|after|during)\b)\w", after
        )
    )


def _predicate(kind: IncidentKind, trigger: Trigger, who: _Candidate) -> str:
    """Name the role: an air strike or an arrest is carried out, a crime has perpetrators, a clash participants."""
    if trigger.kind in ("air_or_artillery", "arrest", "territorial_change") or kind in (
        "air_or_artillery", "arrest", "territorial_change",
    ):  # fmt: skip
        return "carried_out_by"
    if trigger.word.startswith("raid") and who.type in ("state_force", "government"):
        return "carried_out_by"
    return "perpetrator"
