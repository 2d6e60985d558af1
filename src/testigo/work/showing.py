"""What `show` and `why` show of a case: as a page for people, or as plain data."""

from dataclasses import asdict
from typing import Any

from testigo.records import ConfigError, dump
from testigo.work.case import Case
from testigo.work.flags import Standing
from testigo.work.pages import Page
from testigo.work.pages_case import documents_page, incident_page, incidents_page, reports_of
from testigo.work.pages_case_actors import actor_page, actors_page
from testigo.work.pages_pairs import decisions_page, pairs_page
from testigo.work.pages_report import report_page
from testigo.work.pages_why import why_claim_page, why_incident_page
from testigo.work.pairs import DoubtfulPair, Side
from testigo.work.shown import Ids


def ids_of(case: Case) -> Ids:
    """Give the short forms of a case's ids."""
    return Ids(d.id for d in case.documents())


def page_of(case: Case, what: str, wanted: str | None, limit: int | None = 20) -> Page:
    """Give the page of all of a kind, or of the one wanted. Raises ConfigError for an odd id.

    limit: how many pairs.
    """
    ids = ids_of(case)
    if what == "pairs":
        return pairs_page(case.pairs(limit), ids, str(case.path), limit)
    if what == "decision":
        return decisions_page(_wanted(case.standings(), wanted), ids)
    if what == "incident":
        if wanted is None:
            return incidents_page(case.incidents(), ids)
        resolution = case.incident(wanted)
        return incident_page(resolution, reports_of(case, resolution), ids)
    if what == "actor":
        return actors_page(case.actors(), ids) if wanted is None else actor_page(case.actor(wanted), case)
    if wanted is None:
        return documents_page(case.documents(), ids)
    report = case.report(wanted)
    return report_page(report, ids.document(report.document.id) + ":")


def _wanted(standings: list[Standing], wanted: str | None) -> list[Standing]:
    found = [s for s in standings if s.decision.id.startswith(wanted or "")]
    if wanted and not found:
        raise ConfigError(f"no decision begins with {wanted!r}. List them: testigo show CASE decision")
    return found


def data_of(case: Case, what: str, wanted: str | None, limit: int | None = None) -> list[dict[str, Any]]:
    """Give the same as plain data: incidents as exported, actors and documents as listed, a document as its report."""
    if what == "pairs":
        return [_pair(p) for p in case.pairs(limit)]
    if what == "decision":
        told = _wanted(case.standings(), wanted)
        return [dump(s.decision) | {"undone": s.undone, "flag": s.flag or None} for s in told]
    if what == "incident":
        return [dump(i) for i in (case.incidents() if wanted is None else [case.incident(wanted).incident])]
    if what == "actor":
        return [asdict(a) for a in (case.actors() if wanted is None else [case.actor(wanted)])]
    if wanted is not None:
        return [dump(case.report(wanted))]
    return [{k: v for k, v in asdict(d).items() if k != "signature"} for d in case.documents()]


def why_page(case: Case, wanted: str, field: str | None) -> Page:
    """Give the words behind a claim (`6bab:c3`), or behind what stands of an incident (`6bab:i1`, a field)."""
    ids = ids_of(case)
    if wanted.rpartition(":")[2].startswith("c"):
        report, claim = case.claim(wanted)
        return why_claim_page(report, claim, ids)
    resolution = case.incident(wanted)
    return why_incident_page(resolution, field, reports_of(case, resolution), ids)


def _pair(pair: DoubtfulPair) -> dict[str, Any]:
    found: dict[str, Any] = {"a": _side(pair.a), "b": _side(pair.b), "score": pair.score, "together": pair.together}
    return found | {"reasons": [asdict(r) for r in pair.reasons]}


def _side(side: Side) -> dict[str, Any]:
    told = {"document": side.document, "incident": side.local, "name": side.name, "outlet": side.outlet}
    return told | {"published": side.published, "tells": dump(side.alone)}
