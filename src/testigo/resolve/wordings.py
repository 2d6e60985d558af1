"""Values without local ids, and back: what decisions hold, for another reading calls the same people otherwise.

In words, a reference (`actor`, `place`, `incident`, `supersedes` …) is an object: its kind, its name and the words that
it stands on, `{"kind": "actor", "name": "Shining Path", "type": "armed_group", "start": 12, "end": 24}`. In a report it
is met by these words, else by its name; an actor or place that the report does not tell is brought along.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from testigo.records import Actor, Claim, Place, Report, anchor_of, thing_at
from testigo.records.report import REFERENCES
from testigo.resolve.cast import fold

_KINDS = {
    "actor": "actor", "by": "actor", "used_by": "actor", "signed_by": "actor", "place": "place", "part": "place",
    "incident": "incident", "relative_to": "incident", "supersedes": "claim",
}  # fmt: skip
assert set(_KINDS) == set(REFERENCES), "a reference that has no words"
_UNTOLD_TYPES = {"actor": "organisation", "place": "other"}  # of one that a person brings without saying


def in_words(data: Any, report: Report) -> Any:
    """Give plain data with every local id of this report replaced by words."""
    if isinstance(data, list | tuple):
        return [in_words(d, report) for d in data]
    if not isinstance(data, dict):
        return data
    return {
        k: _words_of(v, report) if k in _KINDS and isinstance(v, str) else in_words(v, report) for k, v in data.items()
    }


def _words_of(local: str, report: Report) -> Any:
    for actor in report.actors:
        if actor.id == local:
            return {"kind": "actor", "name": actor.name, "type": actor.type, **_at(anchor_of(report, local))}
    for place in report.places:
        if place.id == local:
            return {"kind": "place", "name": place.name, "type": place.type, **_at(*place.mentions[:1])}
    if any(i.id == local for i in report.incidents):
        return {"kind": "incident", **_at(anchor_of(report, local))}
    for claim in report.claims:
        if claim.id == local:
            span = claim.evidence[0]
            return {"kind": "claim", "predicate": claim.predicate, **_at((span.start, span.end))}
    return local


def _at(*spans: tuple[int, int]) -> dict[str, int]:
    return {"start": spans[0][0], "end": spans[0][1]} if spans else {}


def same_in_words(one: Any, other: Any) -> bool:
    """Tell whether two values in words say the same; where their people are named may differ."""
    return bool(_bare(one) == _bare(other))


def _bare(data: Any) -> Any:
    if isinstance(data, list | tuple):
        return [_bare(d) for d in data]
    if not isinstance(data, dict):
        return data
    if "kind" in data and "name" in data:
        return data["kind"], fold(data["name"])
    return {k: _bare(v) for k, v in data.items() if v is not None}


def span_in(words: Mapping[str, Any]) -> tuple[int, int] | None:
    """Give the span that a reference in words stands on, None where it names none."""
    start, end = words.get("start"), words.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


class Localised:
    """Values in words made a report's own; `report` has the actors and places that were brought along."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def value(self, data: Any) -> Any:
        """Give plain data with local ids for words. What is not told becomes None, but for actors and places."""
        if isinstance(data, list | tuple):
            return [self.value(d) for d in data]
        if not isinstance(data, dict):
            return data
        found = {k: self._local(k, v) if k in _KINDS else self.value(v) for k, v in data.items()}
        return {k: v for k, v in found.items() if v is not None or data[k] is None or k == "incident"}

    def _local(self, key: str, said: Any) -> str | None:
        if said is None or (isinstance(said, str) and (self._is_local(said) or key in ("by", "used_by", "signed_by"))):
            return said
        words = {"name": said} if isinstance(said, str) else dict(said)
        kind = str(words.get("kind") or _KINDS[key])
        if kind == "claim":
            return self._claim(words)
        if kind == "incident":
            span = span_in(words)
            found = thing_at(self.report, "incident", *span) if span else None
            return found.id if found else None
        return self._noun(kind, words)

    def _is_local(self, said: str) -> bool:
        report = self.report
        nouns = {*(a.id for a in report.actors), *(p.id for p in report.places), *(i.id for i in report.incidents)}
        return said in nouns or any(c.id == said for c in report.claims)

    def _claim(self, words: dict[str, Any]) -> str | None:
        at = (words.get("start"), words.get("end"))
        met: list[Claim] = [c for c in self.report.claims if c.predicate == words.get("predicate")]
        return next((c.id for c in met if any((s.start, s.end) == at for s in c.evidence)), None)

    def _noun(self, kind: str, words: dict[str, Any]) -> str:
        nouns: tuple[Actor, ...] | tuple[Place, ...] = self.report.actors if kind == "actor" else self.report.places
        at = (words.get("start"), words.get("end"))
        name = str(words.get("name") or "")
        named = [n.id for n in nouns if fold(name) in [fold(x) for x in (n.name, *n.names)]]
        there = [n.id for n in nouns if at in n.mentions]
        both = [n for n in there if n in named]
        return next(iter((*both, *named, *there)), None) or self._brought(kind, words, len(nouns))

    def _brought(self, kind: str, words: dict[str, Any], count: int) -> str:
        """Add an actor or a place that the reading does not tell."""
        taken = {a.id for a in self.report.actors} | {p.id for p in self.report.places}
        local = next(i for n in range(count + 1, 2 * count + 3) if (i := f"{kind[0]}{n}") not in taken)
        span = span_in(words)
        told = span is not None and 0 <= span[0] < span[1] <= len(self.report.document.text)
        fields = {"id": local, "name": words["name"], "type": words.get("type") or _UNTOLD_TYPES[kind]}
        data = fields | {"mentions": [span] if told else []}
        if kind == "actor":
            actors = (*self.report.actors, msgspec.convert(data, Actor))
            self.report = msgspec.structs.replace(self.report, actors=actors)
        else:
            places = (*self.report.places, msgspec.convert(data, Place))
            self.report = msgspec.structs.replace(self.report, places=places)
        return local
