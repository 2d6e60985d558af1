"""Which case incident and case actor a report's own belong to, for exports."""

from collections.abc import Sequence

from testigo.exchange.rows import Key, Names
from testigo.records import CaseIncident, Partition, Report, short_ids


def names_of(reports: Sequence[Report], incidents: Sequence[CaseIncident], partition: Partition) -> Names:
    """Give the names of things across these reports.

    A report incident goes where the partition puts it; else to the incident that has its own id, else to the one whose
    member has its document's name, where that name is only one document's.
    """
    short = short_ids([r.document.id for r in reports])
    known = {i.id for i in incidents}
    placed = {m: g.id for g in partition.incidents for m in g.members if g.id in known}
    by_name = _by_name(reports, incidents)
    for report in reports:
        for incident in report.incidents:
            key = (report.document.id, incident.id)
            own = f"{short[key[0]]}:{incident.id}"
            found = placed.get(key) or (own if own in known else by_name.get(key))
            if found:
                placed[key] = found
    return Names(short, placed, {m: g.id for g in partition.actors for m in g.members})


def _by_name(reports: Sequence[Report], incidents: Sequence[CaseIncident]) -> dict[Key, str]:
    documents: dict[str, list[str]] = {}
    for report in reports:
        for name in {report.document.name or report.document.id, report.document.id}:
            documents.setdefault(name, []).append(report.document.id)
    return {
        (documents[m.document][0], m.report_incident): incident.id
        for incident in incidents
        for m in incident.members
        if len(documents.get(m.document, ())) == 1
    }
