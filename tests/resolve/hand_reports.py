"""Small reports made by hand: a claim brings its own sentence, actors come from the names that are used."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from testigo.records import (
    CaseIncident,
    Decision,
    Grouping,
    Partition,
    Report,
    Target,
    load_report,
)
from testigo.resolve import Resolution, explain

Chains = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Said:
    predicate: str
    value: dict[str, Any]
    by: str | Chains = ()
    stance: str = "stated"
    words: str | None = None
    subject: str = "i1"
    teaser: bool = False


def said(predicate: str, value: dict[str, Any], by: str | Chains = (), stance: str = "stated", **more: Any) -> Said:
    """Make a claim; by: one speaker's name, or chains of names, unnamed sources beginning with `?`."""
    return Said(predicate, value, [[by]] if isinstance(by, str) else by, stance, **more)


def n(low: int | None, high: int | None = -1, group: str = "all", **more: Any) -> dict[str, Any]:
    """Make a figure: n(9) is 9–9, n(9, None) at least 9, n(None, 5) up to 5."""
    return {"low": low, "high": low if high == -1 else high, "group": group} | more


def report(
    *claims: Said,
    name: str = "a.txt",
    published: str | None = "2026-03-10",
    outlet: str | None = None,
    types: dict[str, str] | None = None,
    places: Sequence[dict[str, Any]] = (),
    incidents: Sequence[dict[str, Any]] = ({},),
) -> Report:
    """Make a report whose text is its claims' words, a sentence each; teasers stand in a related segment at the end.

    types: actor types by name, `state_force` if not told. incidents: what differs from a main political killing.
    Claims are c1, c2 … in the order given; the same words stand in the text once.
    """
    actors = _Actors(types or {})
    text, spans = "", []
    for claim in sorted(claims, key=lambda c: c.teaser):
        words = claim.words or f"{claim.predicate} words {claims.index(claim)}"
        text += "" if words in text else f"{words}.\n"
        start = text.index(words)
        spans.append((claim, start, start + len(words), words))
    body = max((e for c, _, e, _ in spans if not c.teaser), default=0)
    segments = [{"start": 0, "end": body, "kind": "body"}] if body else []
    segments += [{"start": body + 1, "end": len(text), "kind": "related"}] if len(text) > body + 2 else []
    at = {id(c): (s, e, w) for c, s, e, w in spans}
    record = {
        "format": "testigo-report/1",
        "reader": {"name": "hand", "version": "1", "model": "none", "gazetteer": "none", "register": "none"},
        "document": {
            "id": "sha256:" + hashlib.sha256(f"{name}{published}{text}".encode()).hexdigest(),
            "name": name,
            "text": text or "Nothing.",
            "outlet": outlet,
            "published": published,
            "segments": segments,
        },
        "claims": [_claim(f"c{i}", c, at[id(c)], actors) for i, c in enumerate(claims, 1)],
        "incidents": [
            {"id": f"i{i}", "kind": "killing", "scope": "political", "main": i == 1} | own
            for i, own in enumerate(incidents, 1)
        ],
        "places": [{"type": "settlement", "id": f"p{i}"} | p for i, p in enumerate(places, 1)],
        "actors": actors.made,
        "problems": [],
    }
    return load_report(record, name)


class _Actors:
    def __init__(self, types: dict[str, str]) -> None:
        self.types, self.made = types, list[dict[str, Any]]()

    def id_of(self, name: str) -> str:
        for actor in self.made:
            if actor["name"] == name:
                return str(actor["id"])
        kind = self.types.get(name, "state_force")
        self.made.append({"id": f"a{len(self.made) + 1}", "type": kind, "name": name})
        return f"a{len(self.made)}"


def _claim(claim_id: str, claim: Said, at: tuple[int, int, str], actors: _Actors) -> dict[str, Any]:
    chains = [
        [{"actor": None if who.startswith("?") else actors.id_of(who), "name": who.lstrip("?")} for who in chain]
        for chain in claim.by
    ]
    value = dict(claim.value)
    if str(value.get("actor", "a")).startswith("@"):
        value["actor"] = actors.id_of(value["actor"][1:])
    subject = actors.id_of(claim.subject[1:]) if claim.subject.startswith("@") else claim.subject
    evidence = [{"start": at[0], "end": at[1], "quote": at[2]}]
    return {
        "id": claim_id, "subject": subject, "predicate": claim.predicate, "value": value, "evidence": evidence,
        "stance": claim.stance, "attributed_to": chains, "confidence": None, "made_by": "by hand",
    }  # fmt: skip


def together(*reports: Report, members: Sequence[tuple[int, str]] | None = None) -> Partition:
    """Make the reports' first incidents one, and their actors of one name; members: (report number, incident id)."""
    chosen = members or [(i, "i1") for i in range(len(reports))]
    incidents = Grouping(id="case", members=tuple((reports[i].document.id, x) for i, x in chosen))
    named: dict[str, list[tuple[str, str]]] = {}
    for told in reports:
        for actor in told.actors:
            named.setdefault(actor.name, []).append((told.document.id, actor.id))
    actors = tuple(Grouping(id=f"actor:{name}", members=tuple(same)) for name, same in named.items())
    return Partition(incidents=(incidents,), actors=actors)


def explain_one(*reports: Report, **more: Any) -> Resolution:
    """Resolve the reports' one incident, with reasons."""
    members = more.pop("members", None)
    return next(r for r in explain(reports, together(*reports, members=members), **more) if r.incident.id == "case")


def resolve_one(*reports: Report, **more: Any) -> CaseIncident:
    """Resolve the reports' one incident."""
    return explain_one(*reports, **more).incident


def ends(figure: Any) -> tuple[int | None, int | None, int | None]:
    """Give low, high and best, in the order in which the rules' examples are written."""
    return figure.low, figure.high, figure.best


def decide(report: Report, claim_id: str, verb: str, number: int = 1, **more: Any) -> Decision:
    """Make a decision about a claim's words."""
    claim = next(c for c in report.claims if c.id == claim_id)
    span = claim.evidence[0]
    target = Target(document=report.document.id, predicate=claim.predicate, start=span.start, end=span.end)
    return _decision(verb, target, number, **more)


def undo(decision: Decision, number: int) -> Decision:
    """Make the decision that undoes another."""
    return _decision("undo", Target(decision=decision.id), number)


def _decision(verb: Any, target: Target, number: int, **more: Any) -> Decision:
    at = f"2026-11-23T10:00:{number:02}Z"
    return Decision(id=f"d{number}", prev=None, at=at, by="ana", verb=verb, target=target, **more)
