"""Which part each named person plays in the chief incident: killed in it, injured, suspected of it, or none.

Rules read what stands right beside a word of violence. Most names stand elsewhere ("The victim was identified as …",
"…, 24, faces charges"), so the small words around every name of the report are weighed together (`signs`), with what the
rules found. The weights are a multinomial logistic regression over such signs, learned by training/victims from reports
of shootings; the table is `part_weights.csv`, one sign a row. They add a person
whom no rule reads, and set aside one whom a rule took by mistake. Of political violence the weights know too little: there
they must be surer, and where an armed group is named the rules stand.
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from testigo.extract.draft import Draft
from testigo.extract.incidents.fates import find_fates
from testigo.extract.incidents.signs import Signs, Span, signs_of
from testigo.extract.mentions.found import ActorMention, Actors
from testigo.extract.mentions.hits import ARMED
from testigo.extract.page import Page
from testigo.records.codes import DOERS, Fate, Scope, Stance
from testigo.records.values import DoerValue, RangeValue, VictimValue

PARTS = ("other", "killed", "injured", "suspect")
_TABLE = "part_weights.csv"
# Swept on the held-out fifth of the training incidents (training/victims/README.md has the curve).
_ADDED = 0.75
_ADDED_POLITICAL = 0.8
_SET_ASIDE = 0.7
_SET_ASIDE_POLITICAL = 0.3  # where no armed group is named; where one is, nobody
_ENOUGH = 5  # sentences; in a shorter report too few words stand around a name to speak against a rule
_CLEAR = 2.5  # times as likely as the other fate, or the fate is left unknown
# What the weights never saw enough of to speak against it.
_FIRM = (
    "told perpetrator stated", "told perpetrator claimed", "told perpetrator denied", "told victim abducted",
    "told victim missing", "told victim freed", "told victim unharmed", "told victim escaped",
)  # fmt: skip
_DEATH = re.compile(
    r"\b(?:kill\w*|dead(?:ly)?|d(?:ied|ies|ying|eaths?|ie)|deceased|fatal\w*|homicides?|murder\w*|slain|slay\w*|lives|corpses?|"
    r"bod(?:y|ies)|funerals?|coroner\w*|autops\w+|assassinat\w+|execut\w+|massacre\w*|manslaughter|perished|succumb\w*|mourn\w*)\b",
    re.IGNORECASE,
)  # fmt: skip
_CUES = ("s=", "a1=", "a2=", "b1=", "b2=", "n1=")


@dataclass(frozen=True, slots=True)
class Part:
    """What one named person is to the chief incident. fate: of a victim; spans: the words that show it."""

    actor: str
    is_victim: bool
    fate: Fate | None
    spans: tuple[Span, ...]
    is_named_as: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts added to what the rules read, and whom the rules had taken by mistake."""

    added: tuple[Part, ...] = ()
    no_victims: frozenset[str] = frozenset()
    no_doers: frozenset[str] = frozenset()


NO_PARTS = Parts()
_JUDGED = frozenset("convicted sentenced guilty".split())


def draft_added_doers(page: Page, chief: str, parts: Parts) -> Iterator[Draft]:
    """Draft those whose words show them accused of the chief incident, or judged for it."""
    for part in parts.added:
        if not part.is_victim:
            words = {page.text[a:b].casefold() for a, b in part.spans}
            stance: Stance = "stated" if words & _JUDGED else "suspected"
            yield Draft(chief, "perpetrator", DoerValue(actor=part.actor), part.spans, stance=stance)


def is_replaced(draft: Draft, parts: Parts) -> bool:
    """Is this draft of the chief incident drafted anew, or of one whom the rules had taken by mistake?"""
    return draft.predicate == "victim" or (draft.predicate in DOERS and _actor_of(draft) in parts.no_doers)


def find_parts(page: Page, actors: Actors, chief: str, scope: Scope, drafts: Sequence[Draft]) -> Parts:
    """Weigh every named person's part in the chief incident, `drafts` being what the rules told of all incidents."""
    added: list[Part] = []
    mentions: dict[str, list[ActorMention]] = {}
    for mention in actors.mentions:
        if mention.form in ("name", "short", "alias"):
            mentions.setdefault(mention.actor, []).append(mention)
    no_victims: set[str] = set()
    no_doers: set[str] = set()
    elsewhere = {_actor_of(d) for d in drafts if d.subject != chief and d.predicate in ("victim", *DOERS)}
    victims = {_actor_of(d) for d in drafts if d.subject == chief and d.predicate == "victim"}
    doers = {_actor_of(d) for d in drafts if d.subject == chief and d.predicate in DOERS}
    tells_death = bool(_DEATH.search(page.text))
    is_political = scope == "political"
    limit = _SET_ASIDE_POLITICAL if is_political else _SET_ASIDE
    if len(page.sentences) < _ENOUGH or (is_political and any(a.type in ARMED for a in actors.actors)):
        limit = 0.0
    for actor, signs in all_signs(page, actors, chief, drafts).items():
        chances = weigh(signs)
        victim, doer = chances["killed"] + chances["injured"], chances["suspect"]
        is_doubtful = victim + doer < limit and not any(s.startswith(_FIRM) for s in signs)
        if actor in victims and (is_doubtful or (actor in doers and doer > victim)):
            no_victims.add(actor)
        if actor in doers and (is_doubtful or (actor in victims and victim >= doer)):
            no_doers.add(actor)
        if actor in elsewhere or (actor in victims - no_victims) or (actor in doers - no_doers):
            continue
        if victim + doer > (_ADDED_POLITICAL if is_political else _ADDED):
            added.append(_part(page, mentions[actor], signs, chances if tells_death else chances | {"killed": 0.0}))
    by_phrase = {p.actor: p for p in _told_by_phrases(page, actors, chief, drafts) if p.actor not in elsewhere | doers}
    added = [p for p in added if p.actor not in by_phrase] + list(by_phrase.values())
    no_victims -= by_phrase.keys()
    return Parts(tuple(added), frozenset(no_victims), frozenset(no_doers))


def _told_by_phrases(page: Page, actors: Actors, chief: str, drafts: Sequence[Draft]) -> Iterator[Part]:
    """Give the victims that set phrases tell; one named after the fact only where somebody was told without a name."""
    of_chief = [d for d in drafts if d.subject == chief and d.predicate == "victim"]
    named = {_actor_of(d) for d in of_chief}
    for told in find_fates(page, actors):
        if not told.is_named_as or (None in named and told.actor not in named):
            yield Part(told.actor, True, told.fate, told.spans, told.is_named_as)


def all_signs(page: Page, actors: Actors, chief: str | None, drafts: Sequence[Draft]) -> dict[str, Signs]:
    """Give each named person's signs: the words around the name, and what the rules told of them and of others."""
    found = signs_of(page, actors)
    told: dict[str, list[str]] = {actor: [] for actor in found}
    for draft in drafts:
        actor = _actor_of(draft)
        if actor in told and draft.predicate in ("victim", *DOERS):
            how = draft.value.fate if isinstance(draft.value, VictimValue) else draft.stance or "flatly"
            told[actor].append(f"told {draft.predicate} {how}" + ("" if draft.subject == chief else " elsewhere"))
    here = {a: [t for t in rows if not t.endswith("elsewhere")] for a, rows in told.items()}
    victims = sum(any(t.startswith("told victim") for t in rows) for rows in here.values())
    doers = sum(any(t.startswith("told perpetrator") for t in rows) for rows in here.values())
    common = list(_of_the_report(chief, drafts))
    for actor, signs in found.items():
        own = here[actor]
        others = victims - any(t.startswith("told victim") for t in own)
        signs[f"other victims named {min(others, 2)}"] = None
        signs[f"other doers named {min(doers - any(t.startswith('told perpetrator') for t in own), 2)}"] = None
        signs.update(dict.fromkeys((*told[actor], *common), None))
    return found


def _of_the_report(chief: str | None, drafts: Sequence[Draft]) -> Iterator[str]:
    of_chief = [d for d in drafts if d.subject == chief]
    for predicate in ("killed", "injured"):
        figures = [d.value for d in of_chief if d.predicate == predicate and isinstance(d.value, RangeValue)]
        counts = [f.low or f.high or 0 for f in figures if f.group == "all"]
        if counts:
            yield f"{predicate} told {min(max(counts), 2)}"
    unnamed = sum(d.predicate == "victim" and not _actor_of(d) for d in of_chief)
    yield f"unnamed victims {min(unnamed, 2)}"


def _actor_of(draft: Draft) -> str | None:
    return draft.value.actor if isinstance(draft.value, (VictimValue, DoerValue)) else None


def weigh(signs: Signs) -> dict[str, float]:
    """Give the chance of each part, from the weights of the signs that the table knows."""
    table = _weights()
    sums = list(table["always"])
    for sign in sorted(signs):
        for n, weight in enumerate(table.get(sign, ())):
            sums[n] += weight
    most = max(sums)
    powers = [math.exp(s - most) for s in sums]
    return {part: power / sum(powers) for part, power in zip(PARTS, powers, strict=True)}


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    with files(__package__).joinpath(_TABLE).open(encoding="utf-8") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        next(rows)
        return {row[0]: tuple(float(cell) for cell in row[1:]) for row in rows}


def _part(page: Page, named: Sequence[ActorMention], signs: Signs, chances: Mapping[str, float]) -> Part:
    is_victim = chances["killed"] + chances["injured"] > chances["suspect"]
    fate: Fate = "killed" if chances["killed"] > chances["injured"] else "injured"
    is_clear = max(chances["killed"], chances["injured"]) > _CLEAR * min(chances["killed"], chances["injured"])
    spans = _evidence(page, named, signs, fate, is_victim)
    return Part(named[0].actor, is_victim, (fate if is_clear else "unknown") if is_victim else None, spans)


def _evidence(page: Page, named: Sequence[ActorMention], signs: Signs, fate: str, is_victim: bool) -> tuple[Span, ...]:
    """Give the name and the word beside it that speaks most for the part; the first mention where none does."""
    by_sentence = {m.sentence: m for m in reversed(named)}
    column = PARTS.index(fate if is_victim else "suspect")
    table, best = _weights(), (0.0, 0, 0)
    for sign, span in signs.items():
        if span and sign.startswith(_CUES) and sign in table and page.text[span[0] : span[1]].isalpha():
            sentence = page.sentence_at(span[0])
            if sentence and sentence.index in by_sentence:
                best = max(best, (table[sign][column] - table[sign][0], -span[0], -span[1]))
    if best[0] <= 0:
        return ((named[0].start, named[0].end),)
    cue = (-best[1], -best[2])
    sentence = page.sentence_at(cue[0])
    assert sentence
    name = by_sentence[sentence.index]
    return ((name.start, name.end), cue)
