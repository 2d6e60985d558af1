"""What one sentence tells: the triggers, harm, time and places that belong together in it.

A sentence is one event, unless it looks back ("the worst since 2008, when the group attacked a convoy"): then what
follows "since", or a past date of its own, is another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from testigo.extract.incidents.clauses import cuts_between_towns, look_back, towns_in, where, with_shared_verbs
from testigo.extract.incidents.harm import Harm, Who, find_harm
from testigo.extract.incidents.innocent import BEARS_OUT
from testigo.extract.incidents.triggers import Trigger, tells_of_violence
from testigo.extract.incidents.when_beside import time_of_the_act
from testigo.extract.incidents.whos import find_whos
from testigo.extract.mentions.found import Mentions, PlaceMention, Places, Time
from testigo.extract.mentions.parties import Party
from testigo.extract.page import Page, Sentence

_BODILY = frozenset(("killed", "injured", "shot", "abducted", "casualties"))
_OTHER = re.compile(
    r"\b(?:separate(?:ly)?|in other news|another (?:attack|shooting|incident|bombing|blast|ambush|clash|raid|explosion)|elsewhere|"
    r"(?<!mark )(?<!marks )(?<!marked )(?<!marking )(?<!is )(?<!was )(?<!it’s )(?:an?|the) (?:earlier|previous|unrelated|similar|second) "
    r"(?:attack|shooting|incident|bombing|blast|ambush|raid)|"
    r"unrelated|in a different|in other news|(?:earlier|previous|past|recent|other|similar) (?:attacks|shootings|incidents|bombings))\b",
    re.IGNORECASE,
)  # fmt: skip
# A sum over a war, a campaign or years is told of something wider than one act.
_SUM = re.compile(
    r"\b(?:has|have|had) (?:\w+ )?(?:been )?(?:killed|claimed|left|cost|died|perished)\b[^.;]{0,120}\b(?:since|over the (?:past|last)|"
    r"in the (?:past|last)|so far this year|this year|every year|during the (?:war|conflict|insurgency))\b|\b(?:since|over the (?:"
    r"past|last)|in the (?:past|last)) [^.;]{0,60}\b(?:has|have|had) (?:\w+ )?(?:been )?(?:killed|claimed|left|cost|died)\b|"
    r"\b(?:has|have|had) (?:\w+ )?(?:been )?(?:killed|died|perished)\b[^.;]{0,50}\b(?:war|conflict|uprising|insurgency|revolt|crisis)\b|"
    r"\b(?:war|conflict|insurgency|violence|uprising|fighting)\b[^.;]{0,40}\b(?:has|have|had) (?:killed|claimed|left|cost)\b",
    re.IGNORECASE,
)
_ARMED = frozenset(("armed_group", "criminal_group"))
# Harm that was only tried, threatened or wished was not done.
_UNDONE = re.compile(
    r"\b(?:tried|trying|attempt(?:ed|ing|s)?|failed|fail|plotted|plotting|planned|planning|threaten(?:ed|ing|s)?|vow(?:ed|s)?|"
    r"sought|intended|hoped|refused|ordered|conspir(?:ed|ing)|wanted|plans?|plots?) to (?:\w+ly )?\Z",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:would|will|plan(?:s|ned|ning)? to|plot(?:s|ted|ting)? to|vow(?:s|ed)? to|intend(?:s|ed)? to|prepar\w+ to|"
    r"(?:going|about|set|ready|threat\w*) to) $",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Event:
    """One event of a sentence. start, end: its stretch; time: when its act was, if said there."""

    sentence: Sentence
    start: int
    end: int
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    time: Time | None
    places: tuple[PlaceMention, ...]
    is_other: bool
    looks_back: bool
    is_planned: bool
    is_sum: bool = False
    is_borne_out: bool = True

    @property
    def has_act(self) -> bool:
        """Does it tell an act, not only an outcome or a reference?"""
        return any(t.force == "act" for t in self.triggers)

    @property
    def is_arrest(self) -> bool:
        """Does it tell of nothing but the arrest of several people, or of some that it does not name?"""
        verbs = any(t.force == "act" and not t.is_noun and t.kind != "arrest" for t in self.triggers)
        if verbs or any(h.predicate != "arrested" for h in self.harms):
            return False
        return any(_are_several(w) for h in self.harms for w in h.whos)


@dataclass(frozen=True)
class Sources:
    """What events are cut from."""

    page: Page
    mentions: Mentions
    parties: tuple[Party, ...]
    triggers: tuple[Trigger, ...]


def find_events(sources: Sources) -> tuple[Event, ...]:
    """Give every sentence's events, in text order; sentences without a trigger or harm give none."""
    by_sentence = {s.index: _Stock(s) for s in sources.page.sentences}
    for trigger in sources.triggers:
        by_sentence[trigger.sentence].triggers.append(trigger)
    for who in find_whos(sources.page, sources.mentions.actors, sources.parties):
        by_sentence[who[0]].whos.append(who[1])
    for time in sources.mentions.times:
        by_sentence[time.sentence].times.append(time)
    for place in sources.mentions.places.mentions:
        by_sentence[place.sentence].places.append(place)
    places = sources.mentions.places
    armed = {a.id for a in sources.mentions.actors.actors if a.type in _ARMED}
    for mention in sources.mentions.actors.mentions:
        by_sentence[mention.sentence].is_armed |= mention.actor in armed
    return tuple(e for stock in by_sentence.values() for e in _events_in(stock, sources.page, places))


class _Stock:
    """All that one sentence holds."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.triggers: list[Trigger] = []
        self.whos: list[Who] = []
        self.times: list[Time] = []
        self.places: list[PlaceMention] = []
        self.is_armed = False


def _are_several(who: Who) -> bool:
    party = who.party
    return bool(party and not party.is_one and (party.low or party.vague))


def _events_in(stock: _Stock, page: Page, places: Places) -> Iterator[Event]:
    sentence = stock.sentence
    if sentence.kind == "furniture" or not tells_of_violence(sentence):
        return
    towns = towns_in(stock.places, places)
    harms = with_shared_verbs(find_harm(sentence, stock.whos), stock.whos, towns, page.text)
    if not stock.triggers and not harms:
        return
    back = look_back(sentence, stock.triggers, stock.times)
    cuts = [back] if back else list(cuts_between_towns(page.text, harms, towns, places))
    for start, end in pairwise((sentence.start, *cuts, sentence.end)):
        triggers = tuple(t for t in stock.triggers if start <= t.start < end)
        inside = tuple(h for h in harms if start <= where(h) < end and not _UNDONE.search(page.text, start, h.start))
        if triggers or inside:
            yield _event(stock, (start, end), triggers, inside, start == back)


def _event(
    stock: "_Stock", stretch: tuple[int, int], triggers: tuple[Trigger, ...], harms: tuple[Harm, ...], looks_back: bool
) -> Event:
    start, end = stretch
    sentence = stock.sentence
    text = sentence.text[start - sentence.start : end - sentence.start]
    return Event(
        sentence, start, end, triggers, harms,
        time_of_the_act(sentence, [t for t in stock.times if start <= t.start < end], triggers),
        tuple(p for p in stock.places if start <= p.start < end), bool(_OTHER.search(text)), looks_back,
        _is_planned(sentence, triggers), bool(_SUM.search(text)) and bool(harms), stock.is_armed or _is_borne_out(text, triggers, harms),
    )  # fmt: skip


def _is_borne_out(text: str, triggers: Sequence[Trigger], harms: Sequence[Harm]) -> bool:
    """Does anything show that its words mean violence: a firm act, somebody harmed, arms or the armed beside them?"""
    if any(t.force == "act" and not t.is_loose for t in triggers) or any(h.predicate in _BODILY for h in harms):
        return True
    return bool(BEARS_OUT.search(text))


def _is_planned(sentence: Sentence, triggers: Sequence[Trigger]) -> bool:
    acts = [t for t in triggers if t.force == "act"]
    if not acts:
        return False
    return all(_PLANNED.search(sentence.text[: t.start - sentence.start]) for t in acts)
