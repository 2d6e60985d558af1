"""People whose part in the chief incident a set phrase tells: named after the fact, freed, or come away unhurt.

"Relatives named him as X", "the three were identified as X, Y and Z": they are those told before without a name, unless
the words speak of a suspect. "X was freed", "the rebels released X": only where the report tells of a kidnapping.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.incidents.whos import SAYS
from testigo.extract.mentions.found import ActorMention, Actors
from testigo.extract.page import Page
from testigo.records.codes import Fate

_NAMED_AS = re.compile(
    r"\b(?:named|identified)(?: (?:him|her|them|the (?:\w+ ){0,2}\w+))?(?: by (?:\w+ ){1,4}?)?(?: on \w+)?(?: only)? ?as "
    r"(?:the )?(?:\d+-year-old )?$"
)
_SUSPECT = re.compile(
    r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|assailants?|bombers?|killers?|arrest\w*|accused|charged|defendants?|"
    r"perpetrators?|kidnappers?|robbers?|custody|wanted|officers? who)\b",
    re.IGNORECASE,
)
_ROW_JOINT = re.compile(r"(?:, (?:aged )?\d{1,3})?(?:,? of [A-Z][\w ]{2,25})?,? (?:and |& )?")
_UNHURT = re.compile(
    r"(?:, \d{1,3},|, [^,]{3,50},)? (?:was |were )?(?:(?:also |later |narrowly |apparently )*)"
    r"(?:escaped (?:unhurt|unharmed|unscathed|uninjured|injury|without (?:injury|a scratch))|unhurt|unharmed|uninjured|"
    r"not (?:hurt|injured|harmed))\b"
)
_KIDNAPPED = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?|captiv\w+|captors?)\b", re.IGNORECASE)
_FREED = re.compile(
    r"(?:, \d{1,3},|, [^,]{3,50},)? (?:was|were|has been|have been) (?:later |finally )?(?:freed|released|rescued)\b"
)
_FREES = re.compile(r"\b(?:freed|freeing|released|releasing|rescued|rescuing) (?:\w+ ){0,3}$")
_FURTHEST = 90  # characters before a name


@dataclass(frozen=True, slots=True)
class FateTold:
    """A named person with the fate that a set phrase tells. is_named_as: the fate is that of those told before."""

    actor: str
    fate: Fate
    spans: tuple[tuple[int, int], ...]
    is_named_as: bool = False


def find_fates(page: Page, actors: Actors) -> Iterator[FateTold]:
    """Find what set phrases tell of named people, in text order."""
    persons = {a.id for a in actors.actors if a.type == "person"}
    is_kidnapping = bool(_KIDNAPPED.search(page.text))
    row: list[ActorMention] = []
    for mention in actors.mentions:
        if mention.actor not in persons or mention.form not in ("name", "short"):
            continue
        follows = row and row[-1].sentence == mention.sentence
        if not follows or not _ROW_JOINT.fullmatch(page.text, row[-1].end, mention.start):
            yield from _of_row(page, row, is_kidnapping)
            row = []
        row.append(mention)
    yield from _of_row(page, row, is_kidnapping)


def _of_row(page: Page, row: Sequence[ActorMention], is_kidnapping: bool) -> Iterator[FateTold]:
    if not row:
        return
    sentence = page.sentences[row[0].sentence]
    begun = max(sentence.start, row[0].start - _FURTHEST)
    before = page.text[begun : row[0].start]
    named = _NAMED_AS.search(before)
    told = f"{page.sentences[max(0, sentence.index - 1)].text} {before}" if named else ""
    if named and not _SUSPECT.search(told) and not SAYS.match(page.text, row[-1].end):
        cue = (begun + named.start(), begun + len(named.group().rstrip()) + named.start())
        yield from (FateTold(m.actor, "unknown", ((m.start, m.end), cue), is_named_as=True) for m in row)
        return
    unhurt = _UNHURT.match(page.text, row[-1].end, sentence.end)
    freed = _FREED.match(page.text, row[-1].end, sentence.end) if is_kidnapping else None
    frees = _FREES.search(before) if is_kidnapping else None
    found = unhurt or freed
    if found:
        span = (row[0].start, found.end())
        yield from (FateTold(m.actor, "unharmed" if unhurt else "freed", (span,)) for m in row)
    elif frees:
        span = (begun + frees.start(), row[-1].end)
        yield from (FateTold(m.actor, "freed", (span,)) for m in row)
