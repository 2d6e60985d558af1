"""Rows of the tables about what reports say: claims, actors, relations, places, documents. Keys are column names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from testigo.exchange.withholding import WITHHELD, Mask
from testigo.records import Claim, Report, dump

Row = dict[str, Any]
Key = tuple[str, str]
_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called across the case: short document ids, and the case ids of report incidents and actors."""

    short: Mapping[str, str]
    incidents: Mapping[Key, str]
    actors: Mapping[Key, str]

    def case_wide(self, document: str, local_id: str) -> str:
        """Give an id that is unique in the case."""
        return f"{self.short[document]}:{local_id}"

    def actor(self, document: str, local_id: str) -> str:
        """Give the case actor of a report's actor."""
        return self.actors.get((document, local_id)) or self.case_wide(document, local_id)


def document_row(report: Report, mask: Mask) -> Row:
    document, reader = report.document, report.reader
    return {
        **_of_document(report, mask),
        "title": mask.text(document.title),
        "outlet": document.outlet,
        "author": mask.name(document.author),
        "url": mask.text(document.url),
        "published": document.published,
        "published_from": document.published_from,
        "language": document.language,
        "characters": len(document.text),
        "claims": len(report.claims),
        "problems": mask.text(_SEPARATOR.join(f"{p.code}: {p.message}" for p in report.problems)),
        "reader": f"{reader.name} {reader.version}",
        "model": reader.model,
        "gazetteer": reader.gazetteer,
        "register": reader.register,
    }


def claim_rows(report: Report, names: Names, mask: Mask) -> Iterator[Row]:
    """Give a row for each claim, in the report's order."""
    called = {a.id: a.name for a in report.actors} | {p.id: p.name for p in report.places}
    document = report.document.id
    for claim in report.claims:
        value = dump(claim.value)
        place = value.get("place") or value.get("part")
        yield {
            "claim_id": names.case_wide(document, claim.id),
            **_of_document(report, mask),
            "incident_id": names.incidents.get((document, claim.subject)),
            "subject": claim.subject,
            "subject_name": mask.name(called.get(claim.subject)),
            "predicate": claim.predicate,
            "value": as_json(_masked(value, mask)),
            "low": value.get("low"),
            "high": value.get("high"),
            "approx": value.get("approx", False) if "low" in value else None,
            "group": value.get("group"),
            "actor": mask.name(called.get(value.get("actor") or "")),
            "place": called.get(place or ""),
            **dict(zip(("date_start", "date_end"), _period(value), strict=True)),
            "description": mask.text(value.get("description") or value.get("text") or value.get("name")),
            **_words(claim, mask),
            "confidence": claim.confidence,
            "made_by": claim.made_by,
        }


def relation_rows(report: Report, names: Names, mask: Mask) -> Iterator[Row]:
    """Give a row for each claim about an actor, in the report's order."""
    called = {a.id: a.name for a in report.actors}
    places = {p.id: p.name for p in report.places}
    document = report.document.id
    for claim in report.claims:
        if claim.subject not in called:
            continue
        value = dump(claim.value)
        other = value.get("actor") or (value.get("by") if value.get("by") in called else None)
        words = value.get("description") or value.get("name") or value.get("text") or value.get("site")
        since, until = _period(value)
        yield {
            "claim_id": names.case_wide(document, claim.id),
            "actor_id": names.actor(document, claim.subject),
            "actor": mask.name(called[claim.subject]),
            "predicate": claim.predicate,
            "other_actor_id": names.actor(document, other) if other else None,
            "other": mask.name(called.get(other or "")) or places.get(value.get("place") or "") or mask.text(words),
            "role": value.get("role"),
            "since": since,
            "until": until,
            **_of_document(report, mask),
            **_words(claim, mask),
        }


def actor_rows(report: Report, names: Names, mask: Mask) -> Iterator[Row]:
    for actor in report.actors:
        hidden = mask.is_name(actor.name) or any(mask.is_name(n) for n in actor.names)
        yield {
            "actor_id": names.actor(report.document.id, actor.id),
            **_of_document(report, mask),
            "report_actor": actor.id,
            "type": actor.type,
            "name": WITHHELD if hidden else actor.name,
            "names": WITHHELD if hidden and actor.names else _SEPARATOR.join(actor.names),
            "ids": None if hidden or not actor.ids else as_json(actor.ids),
            "mentions": len(actor.mentions),
        }


def place_rows(report: Report, names: Names, mask: Mask) -> Iterator[Row]:
    called = {p.id: p.name for p in report.places}
    for place in report.places:
        plain = dump(place)
        copied = ("type", "name", "country", "gazetteer", "lat", "lon", "precision", "radius_km", "derived")
        yield {
            "place_id": names.case_wide(report.document.id, place.id),
            **_of_document(report, mask),
            **{key: plain[key] for key in copied},
            "names": _SEPARATOR.join(place.names),
            "within": _SEPARATOR.join(called[p] for p in place.within),
            "mentions": len(place.mentions),
        }


def as_json(data: Any) -> str:
    """Give data as one line of JSON."""
    return msgspec.json.encode(data).decode()


def _of_document(report: Report, mask: Mask) -> Row:
    return {"document_id": report.document.id, "document": mask.text(report.document.name)}


def _words(claim: Claim, mask: Mask) -> Row:
    chains = [" > ".join(mask.name(s.name) or "" for s in chain) for chain in claim.attributed_to]
    first = claim.evidence[0]
    return {
        "stance": claim.stance,
        "speakers": _SEPARATOR.join(chains),
        "quote": mask.text(claim.quote),
        "start": first.start,
        "end": first.end,
        "spans": _SEPARATOR.join(f"{s.start}-{s.end}" for s in claim.evidence),
    }


def _period(value: dict[str, Any]) -> tuple[Any, Any]:
    """Give the first and last day that a value tells, its own or its date's."""
    held = value if "start" in value or "end" in value else value.get("date") or {}
    return held.get("start"), held.get("end")


def _masked(value: Any, mask: Mask) -> Any:
    if isinstance(value, dict):
        return {k: _masked(v, mask) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(v, mask) for v in value]
    return mask.text(value) if isinstance(value, str) else value
