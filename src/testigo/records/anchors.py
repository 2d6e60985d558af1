"""Words that name an incident or an actor of a report, and back: what decisions point at, for local ids move.

An anchor is a span: a mention, or else words of a claim about it. In another reading of the same text the thing is the
one that stands on these words; where none does, the one nearest to them, if it is near enough to be no guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from testigo.records.nouns import Actor, Incident, Offsets
from testigo.records.report import Report

ThingKind = Literal["incident", "actor"]
# Characters between the old words and the nearest words of the new reading: about one long sentence. Another reader
# may call "the ambush" what this one calls "killed", a few words on.
NEAR = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A thing met by its words. exact: the very words, not some that overlap or stand near them."""

    id: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """A thing with the spans that name it: its mentions, and the words of claims about it."""

    id: str
    mentions: Sequence[Offsets]
    told: Sequence[Offsets]

    @property
    def every(self) -> tuple[Offsets, ...]:
        return (*self.mentions, *self.told)


def anchor_of(report: Report, thing: str) -> Offsets:
    """Give words that name this incident or actor and, where there are any, no other; the whole text for lack of all.

    Raises KeyError for a local id that is not in the report.
    """
    words = {w.id: w for w in _words(report, "actor" if thing.startswith("a") else "incident")}
    own = words.pop(thing).every
    others = {span for w in words.values() for span in w.every}
    alone = [span for span in own if span not in others]
    return next(iter(alone or own), (0, len(report.document.text)))


def thing_at(report: Report, kind: ThingKind, start: int, end: int) -> Found | None:
    """Give the incident or actor that these words name; None where it is not told, or two would do as well."""
    words, at = _words(report, kind), (start, end)
    for exact in ([w for w in words if at in w.mentions], [w for w in words if at in w.told]):
        if len(exact) == 1:  # a mention says more than a claim's words
            return Found(exact[0].id, True)
    shares = {w.id: max((_common_share(s, at) for s in w.every), default=0.0) for w in words}
    best = max(shares.values(), default=0.0)
    if best:
        met = [thing for thing, share in shares.items() if share == best]
    else:
        met = [w.id for w in words if any(_gap(s, at) <= NEAR for s in w.every)]
    return Found(met[0], False) if len(met) == 1 else None


def _words(report: Report, kind: ThingKind) -> list[_Words]:
    told: dict[str, list[Offsets]] = {}
    for claim in report.claims:
        told.setdefault(claim.subject, []).extend((s.start, s.end) for s in claim.evidence)
    nouns: Sequence[Actor | Incident] = report.actors if kind == "actor" else report.incidents
    return [_Words(n.id, n.mentions, told.get(n.id, ())) for n in nouns]


def _common_share(one: Offsets, other: Offsets) -> float:
    """Give the share of two spans that is common to both, 0 to 1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _gap(one: Offsets, other: Offsets) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])
