"""A small case made by hand: one report, the incident that it tells, and the partition that joins them."""

from typing import Any

from testigo.records import CaseIncident, Grouping, Partition, Report, load, load_report

TITLE = "=SUM attack in Vega"
TEXT = (
    f"{TITLE}\n\nAna María Ruz, 41, was among at least 16 people killed, police said. "
    "Ruz taught there. The Front split from the League in 2019."
)
DOCUMENT = "sha256:" + "ab" * 32


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def claim(claim_id: str, subject: str, predicate: str, value: dict[str, Any], *words: str, **more: Any) -> Any:
    plain = {"id": claim_id, "subject": subject, "predicate": predicate, "value": value, "made_by": "hand"}
    return plain | {"evidence": [span(w) for w in words], "stance": "stated", "attributed_to": []} | more


def mention(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


REPORT: dict[str, Any] = {
    "format": "testigo-report/1",
    "reader": {"name": "testigo", "version": "0.1.0", "model": "none", "gazetteer": "1", "register": "1"},
    "document": {"id": DOCUMENT, "name": "vega.txt", "text": TEXT, "title": TITLE, "published": "2026-03-10"},
    "actors": [
        {"id": "a1", "type": "person", "name": "Ana María Ruz", "mentions": [mention("Ana María Ruz")]},
        {"id": "a2", "type": "state_force", "name": "police"},
        {"id": "a3", "type": "armed_group", "name": "Front", "ids": {"testigo": "x-front"}},
        {"id": "a4", "type": "armed_group", "name": "League"},
    ],
    "places": [
        {"id": "p1", "type": "settlement", "name": "Vega", "within": ["p2"], "country": "PE", "lat": -12.5, "lon": -74.0},
        {"id": "p2", "type": "first_level", "name": "Sierra", "country": "PE"},
    ],
    "incidents": [{"id": "i1", "kind": "killing", "scope": "political", "main": True}],
    "claims": [
        claim(
            "c1", "i1", "killed", {"low": 16, "high": None, "group": "all"}, "at least 16 people killed",
            attributed_to=[[{"actor": "a2", "name": "police"}]],
        ),
        claim("c2", "i1", "victim", {"actor": "a1", "fate": "killed", "age": "41"}, "Ana María Ruz, 41", "Ruz taught"),
        claim("c3", "a3", "split_from", {"actor": "a4", "start": "2019-01-01", "end": "2019-12-31"}, "split from"),
    ],
    "problems": [],
}  # fmt: skip
INCIDENT: dict[str, Any] = {
    "format": "testigo-incident/1",
    "id": "case-1",
    "kind": "killing",
    "scope": "political",
    "stage": "accomplished",
    "date": {"start": "2026-03-10", "end": "2026-03-10", "precision": "day"},
    "place": {
        "name": "Vega", "container": "Sierra", "country": "PE", "lat": -12.5, "lon": -74.0, "precision": "settlement"
    },
    "killed": {
        "low": 16, "high": 16, "best": 16, "open_low": False, "open_high": True, "computed": False,
        "by_group": {"minors": {"low": 0, "high": 4, "best": 4, "open_low": True}},
    },
    "injured": {"low": None, "high": None, "best": None},
    "victims": [
        {"name": "Ana María Ruz", "fate": "killed", "age": "41", "sex": None, "stance": "stated", "sources": 1}
    ],
    "perpetrators": [
        {
            "actor": "abababab:a3", "name": "Front", "stance": "suspected", "as": "perpetrator",
            "because": "leaflets naming Ruz", "sources": 1, "denied_by": ["Front"],
        }
    ],
    "weapons": ["firearm"],
    "members": [
        {"document": "vega.txt", "report_incident": "i1", "main": True, "score": None, "reprint_of": None}
    ],
    "disputed": ["perpetrators"],
    "sources": 1,
    "independent_sources": 1,
    "reviewed": False,
}  # fmt: skip


def a_report(**changed: Any) -> Report:
    """Make the report, its document's fields changed as asked."""
    return load_report(REPORT | {"document": REPORT["document"] | changed})


def an_incident(**changed: Any) -> CaseIncident:
    """Make the incident, changed as asked."""
    return load(INCIDENT | changed, CaseIncident)


def the_partition() -> Partition:
    return Partition(incidents=(Grouping(id="case-1", members=((DOCUMENT, "i1"),)),))
