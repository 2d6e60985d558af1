"""Words that tell of violence, found in a page.

A trigger is a word or short phrase with the kind of incident that it speaks of. Its `force` says how much it tells by
itself: an `act` makes an incident; an `outcome` (dead, wounded) makes one only beside an act, a doer or a toll; a
`reference` ("the attack", "the incident") points at one told elsewhere. Readings that are no violence ("heart attack",
"battle with cancer", "a bombing drill", "the film's shooting") are taken out by the words around them, and so is what
only could happen. Where two triggers overlap, the longer one counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.incidents.innocent import ARMED, HYPOTHETICAL, INNOCENT, MISHAP, UNREAL
from testigo.extract.incidents.trigger_table import ROWS, Force, Row
from testigo.extract.page import Page, Sentence
from testigo.records.codes import IncidentKind

_WINDOW = 60  # characters before a trigger that may make it hypothetical


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of violence in its sentence; `weight` ranks the kinds that one incident's triggers speak of.

    is_loose: the word has readings that are no violence; something beside it must bear it out.
    """

    start: int
    end: int
    sentence: int
    kind: IncidentKind
    force: Force
    word: str
    weight: int
    is_noun: bool
    is_loose: bool = False


def find_triggers(page: Page) -> tuple[Trigger, ...]:
    """Find the words of violence, in text order, none overlapping, innocent readings left out."""
    return tuple(t for s in page.sentences if s.kind != "furniture" for t in _in_sentence(s))


def tells_of_violence(sentence: Sentence) -> bool:
    """May this sentence tell of violence: no drill, fiction or game, no accident or illness without a weapon in it?"""
    if UNREAL.search(sentence.text):
        return False
    return not MISHAP.search(sentence.text) or bool(ARMED.search(sentence.text))


def _in_sentence(sentence: Sentence) -> Iterator[Trigger]:
    found = sorted(_hits(sentence), key=lambda h: (h[0], -h[1], -h[2].weight))
    if not found or not tells_of_violence(sentence):
        return
    innocent = _innocent(sentence)
    reached = at = 0
    for start, end, row in found:
        while at < len(innocent) and innocent[at][1] <= start:
            at += 1
        is_innocent = at < len(innocent) and innocent[at][0] < end
        if is_innocent or start < reached or (row.force == "act" and _is_hypothetical(sentence.text, start)):
            continue
        reached = end
        yield Trigger(
            sentence.start + start, sentence.start + end, sentence.index, row.kind, row.force,
            sentence.text[start:end].lower(), row.weight, row.is_noun, row.is_loose,
        )  # fmt: skip


def _hits(sentence: Sentence) -> list[tuple[int, int, Row]]:
    """Give every match of the table, passing over rows of which the sentence holds no piece."""
    text, lower = sentence.text, sentence.lower
    return [
        (m.start(), m.end(), row)
        for row in ROWS
        if any(piece in lower for piece in row.needs)
        for m in row.pattern.finditer(text)
    ]


def _innocent(sentence: Sentence) -> Sequence[tuple[int, int]]:
    """Give the stretches of innocent readings, joined where they meet, in order."""
    text, lower = sentence.text, sentence.lower
    spans = sorted(m.span() for key, pattern in INNOCENT if key in lower for m in pattern.finditer(text))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_hypothetical(text: str, start: int) -> bool:
    return bool(HYPOTHETICAL.search(text[max(0, start - _WINDOW) : start]))
