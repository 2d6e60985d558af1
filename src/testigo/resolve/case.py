"""The case: from reports, a partition and people's decisions to what stands."""

from collections.abc import Mapping, Sequence

import msgspec

from testigo.records import CaseIncident, Claim, ConfigError, Decision, Grouping, Partition, Report, short_ids
from testigo.resolve.cast import cast_of, check_one_group
from testigo.resolve.incident import Setting, resolve_incident
from testigo.resolve.judged import Verdict, by_document, judge
from testigo.resolve.rules import MIN_MAX, RULES, Rule
from testigo.resolve.trace import Resolution


def resolve(
    reports: Sequence[Report],
    partition: Partition,
    decisions: Sequence[Decision] = (),
    rule: str | Rule = MIN_MAX,
    reprints: Mapping[str, str] | None = None,
) -> tuple[CaseIncident, ...]:
    """Give what stands of every incident that the reports tell, sorted by id; see `explain`."""
    return tuple(r.incident for r in explain(reports, partition, decisions, rule, reprints))


def explain(
    reports: Sequence[Report],
    partition: Partition,
    decisions: Sequence[Decision] = (),
    rule: str | Rule = MIN_MAX,
    reprints: Mapping[str, str] | None = None,
) -> tuple[Resolution, ...]:
    """Give what stands of every incident with the claims and decisions behind each value, sorted by id.

    A report incident or actor that the partition does not name stands alone, its id the first 8 digits of its document
    and its own. Members whose report is not given are passed over, so a part of a case can be resolved.
    decisions: in the order of their chain. rule: for figures, by its name or with its ranked sources. reprints:
    document id to the document id that it reprints.

    Raises ConfigError for an unknown rule, two reports of one document, or a thing in two groups.
    """
    chosen = Rule(rule) if isinstance(rule, str) else rule
    if chosen.name not in RULES:
        raise ConfigError(f"unknown rule {chosen.name!r} for figures. Known: {', '.join(RULES)}.")
    judged, verdicts = _judged(_by_document(reports), decisions)
    short = short_ids(sorted(judged))
    cast = cast_of(judged, partition.actors, short)
    setting = Setting(judged, _by_subject(judged), cast, verdicts, dict(reprints or {}), chosen)
    groups = _groups(judged, partition.incidents, short)
    return tuple(resolve_incident(g, setting) for g in groups)


def _by_document(reports: Sequence[Report]) -> dict[str, Report]:
    found: dict[str, Report] = {}
    for report in reports:
        document = report.document
        if document.id in found:
            raise ConfigError(f"{document.name}: two reports of one document. Give the newest reading of each.")
        found[document.id] = report
    return dict(sorted(found.items()))


def _by_subject(reports: Mapping[str, Report]) -> dict[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = {}
    for document, report in reports.items():
        for claim in report.claims:
            found.setdefault((document, claim.subject), []).append(claim)
    return found


def _judged(
    reports: Mapping[str, Report], decisions: Sequence[Decision]
) -> tuple[dict[str, Report], dict[tuple[str, str], Verdict]]:
    about = by_document(decisions)
    judged: dict[str, Report] = {}
    verdicts: dict[tuple[str, str], Verdict] = {}
    for document, report in reports.items():
        heard = judge(report, about.get(document, ()))
        judged[document] = heard.report
        verdicts |= {(document, claim_id): verdict for claim_id, verdict in heard.verdicts.items()}
    return judged, verdicts


def _groups(reports: Mapping[str, Report], named: Sequence[Grouping], short: Mapping[str, str]) -> list[Grouping]:
    """Give the groups of the reports' incidents, those that stand alone included, sorted by id."""
    every = [(d, i.id) for d, r in reports.items() for i in r.incidents]
    known, taken = set(every), dict[tuple[str, str], str]()
    groups: list[Grouping] = []
    for group in named:
        scores = group.scores or (None,) * len(group.members)
        present = [(m, s) for m, s in zip(group.members, scores, strict=True) if m in known]
        members = tuple(m for m, _ in present)
        check_one_group(group, members, taken)
        taken |= dict.fromkeys(members, group.id)
        if members:
            groups.append(msgspec.structs.replace(group, members=members, scores=tuple(s for _, s in present)))
    groups += [Grouping(id=f"{short[d]}:{i}", members=((d, i),)) for d, i in every if (d, i) not in taken]
    return sorted(groups, key=lambda g: g.id)
