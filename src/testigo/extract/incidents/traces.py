"""What was left at the scene and what it said: leaflets, who signed them, the words quoted from them.

A signature says who wants to be taken for the doer: the signer is a suspected perpetrator, on the leaflet's evidence.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.mentions.found import Actors
from testigo.extract.page import Page, Sentence
from testigo.records.values import DoerValue, EvidenceForValue, LeftBehindValue, MessageValue

_THING = r"(?:pamphlets?|leaflets?|notes?|letters?|banners?|messages?|flyers?|placards?)"
_LEFT = re.compile(
    rf"\b(?P<first>(?:an? )?{_THING})\b(?=[^.;]{{0,40}}\b(?:appeared|left|found|scattered)\b)|\b(?:left(?: behind)?|found|"
    rf"scattered) (?:\w+ ){{0,2}}(?P<second>{_THING})\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"\b(?P<thing>{_THING})\b[^.;]{{0,40}}\bsigned by (?:the |members of the )?$", re.IGNORECASE)
_CUE = re.compile(rf"\b{_THING}\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]{4,200})”|\"([^\"]{4,200})\"")
_REACH = 4  # sentences after the last one of the incident
_SIGNERS = frozenset(("armed_group", "criminal_group", "civilian_group", "organisation"))


def draft_traces(page: Page, incident: str, events: Sequence[Event], actors: Actors) -> Iterator[Draft]:
    """Draft things left behind, their signers and their words, from the incident's stretch of the report."""
    first, last = events[0].sentence.index, events[-1].sentence.index
    told: set[str] = set()
    for sentence in page.sentences[first : last + 1 + _REACH]:
        if sentence.kind in ("related", "furniture", "caption") or not _CUE.search(sentence.text):
            continue
        yield from _signed(page, incident, sentence, actors)
        yield from _left(incident, sentence, told)
        yield from _words(incident, sentence)


def _left(incident: str, sentence: Sentence, told: set[str]) -> Iterator[Draft]:
    m = _LEFT.search(sentence.text)
    if not m:
        return
    group = "first" if m.group("first") else "second"
    words = m.group(group).lower()
    if words not in told:
        told.add(words)
        span = (sentence.start + m.start(group), sentence.start + m.end(group))
        yield Draft(incident, "left_behind", LeftBehindValue(description=words), (span,))


def _signed(page: Page, incident: str, sentence: Sentence, actors: Actors) -> Iterator[Draft]:
    types = {a.id: a.type for a in actors.actors}
    for mention in actors.in_sentence(sentence.index):
        m = _SIGNED.search(page.text[sentence.start : mention.start])
        if not m or types[mention.actor] not in _SIGNERS:
            continue
        words = m.group("thing").lower()
        span = (sentence.start + m.start("thing"), mention.end)
        left = LeftBehindValue(description=words, signed_by=mention.actor)
        tie = EvidenceForValue(description=f"{words} signed by it", actor=mention.actor)
        yield Draft(incident, "left_behind", left, (span,))
        yield Draft(incident, "evidence_for", tie, (span,), stance="stated")
        yield Draft(incident, "perpetrator", DoerValue(actor=mention.actor), (span,), stance="suspected")
        return


def _words(incident: str, sentence: Sentence) -> Iterator[Draft]:
    for quoted in _QUOTED.finditer(sentence.text):
        words = (quoted.group(1) or quoted.group(2)).strip(" .,")
        span = (sentence.start + quoted.start(), sentence.start + quoted.end())
        yield Draft(incident, "message", MessageValue(text=words), (span,))
