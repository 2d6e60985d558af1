"""One case incident from all that its reports claim of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from testigo.records import CaseIncident, Claim, Grouping, Member, Report
from testigo.records.codes import FIGURES
from testigo.resolve.cast import Cast
from testigo.resolve.judged import Verdict
from testigo.resolve.people import resolve_doers, resolve_victims
from testigo.resolve.rules import MIN_MAX, Rule
from testigo.resolve.sources import original, sources_of, when_told
from testigo.resolve.telling import Telling, When
from testigo.resolve.tolls import Toll, resolve_toll
from testigo.resolve.trace import Resolution, Trace
from testigo.resolve.votes import MemberIncident, resolve_class
from testigo.resolve.when import resolve_date
from testigo.resolve.where import resolve_place

_ALWAYS_SHOWN = ("killed", "injured")
_FIELD_OF_DENIAL = {"date": "date", "place": "place", "kind": "kind", "scope": "scope", "stage": "stage"} | {
    "weapon": "weapons"
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an incident is resolved in: the judged reports by document, their claims by
    subject, the actors, people's verdicts, the reprints, the rule for figures."""

    reports: Mapping[str, Report]
    claims: Mapping[tuple[str, str], Sequence[Claim]]
    cast: Cast
    verdicts: Mapping[tuple[str, str], Verdict]
    reprints: dict[str, str]
    rule: Rule = MIN_MAX

    def member(self, key: tuple[str, str]) -> MemberIncident:
        report = self.reports[key[0]]
        first = self.reports.get(original(key[0], self.reprints), report)
        published = first.document.published or report.document.published or ""
        return MemberIncident(report, report.incident(key[1]), When(published))


def resolve_incident(group: Grouping, setting: Setting) -> Resolution:
    """Give what stands of one incident, with the claims behind each value. group: its members, all present."""
    members = [setting.member(m) for m in group.members]
    wider = _wider(members, setting)
    tellings = sorted((t for m in members for t in _tellings(m, m.key in wider, setting)), key=lambda t: t.key)
    trace = Trace()
    told = {t.claim.predicate for t in tellings}
    tolls = {p: resolve_toll(p, tellings, setting.cast, trace, setting.rule) for p in FIGURES}
    figures: dict[str, Any] = {
        p: t.figure for p, t in tolls.items() if p in _ALWAYS_SHOWN or p in told or t.figure.high is not None
    }
    doers, doers_denied = resolve_doers(tellings, setting.cast, trace)
    victims, victims_denied = resolve_victims(tellings, setting.cast, trace)
    denied = {"perpetrators": doers_denied, "victims": victims_denied}
    classes: dict[str, Any] = {
        p: resolve_class(p, members, tellings, setting.reprints, trace) for p in ("kind", "scope", "stage")
    }
    documents = {m.key[0] for m in members}
    incident = CaseIncident(
        id=group.id,
        **classes,
        date=resolve_date(tellings, trace),
        place=resolve_place(tellings, trace),
        **figures,
        victims=victims,
        perpetrators=doers,
        weapons=_weapons(tellings, trace),
        members=tuple(_member(m, score, setting) for m, score in zip(members, _scores(group), strict=True)),
        disputed=_disputed(tellings, denied),
        sources=len(documents),
        independent_sources=_independent(tolls["killed"], documents, setting),
        reviewed=trace.is_reviewed(),
    )
    return Resolution(incident, trace.because())


def _scores(group: Grouping) -> Sequence[float | None]:
    return group.scores or (None,) * len(group.members)


def _tellings(member: MemberIncident, wider: bool, setting: Setting) -> list[Telling]:
    report = member.report
    found = []
    for claim in setting.claims.get(member.key, ()):
        verdict = setting.verdicts.get((report.document.id, claim.id))
        sources = sources_of(claim, report, setting.cast, setting.reprints)
        found.append(
            Telling(
                claim=claim,
                report=report,
                member=member.key,
                main=member.incident.main,
                wider=wider,
                sources=sources,
                when=when_told(claim, report, setting.reports, setting.reprints),
                own_voice=all(s.key.startswith(("report:", "teaser:")) for s in sources),
                accepted=bool(verdict and verdict.accepted),
                rejected=bool(verdict and verdict.rejected),
                decision=verdict.decision if verdict else None,
            )
        )
    return found


def _wider(members: Sequence[MemberIncident], setting: Setting) -> set[tuple[str, str]]:
    """Name the members that tell more than this incident: sums whose parts are members too, campaigns beside acts."""
    keys = {m.key for m in members}
    wider = set()
    for member in members:
        for claim in setting.claims.get(member.key, ()):
            if claim.predicate == "part_of" and claim.stance != "denied":
                wider |= {(member.key[0], claim.value.incident or "")} & keys
    if any(m.incident.kind != "campaign" for m in members):
        wider |= {m.key for m in members if m.incident.kind == "campaign"}
    return wider


def _weapons(tellings: Sequence[Telling], trace: Trace) -> tuple[str, ...]:
    """Give all weapons, by their type or else in the words that name them."""
    found = set()
    for telling in tellings:
        if telling.claim.predicate != "weapon":
            continue
        if telling.rejected or telling.denied:
            trace.leave("weapons", telling, "a person rejected it" if telling.rejected else "denied")
            continue
        weapon = telling.value.type or telling.value.description
        found.add(weapon)
        trace.use("weapons", telling, f"{telling.named_sources}: {weapon}")
    return tuple(sorted(found))


def _disputed(tellings: Sequence[Telling], people: Mapping[str, bool]) -> tuple[str, ...]:
    """Name the values that a standing denial is about."""
    fields = {name for name, denied in people.items() if denied}
    for telling in tellings:
        predicate = telling.claim.predicate
        if telling.denied and not telling.rejected:
            fields |= {predicate} if predicate in FIGURES else {_FIELD_OF_DENIAL.get(predicate, "")}
    return tuple(sorted(fields - {""}))


def _independent(killed: Toll, documents: set[str], setting: Setting) -> int:
    """Count the sources behind the deaths; without a figure, the documents, reprints once."""
    return len(killed.behind) or len({original(d, setting.reprints) for d in documents})


def _member(member: MemberIncident, score: float | None, setting: Setting) -> Member:
    document = member.report.document
    first = original(document.id, setting.reprints)
    reprint_of = None if first == document.id else _name(first, setting)
    return Member(
        document=document.name or document.id,
        report_incident=member.incident.id,
        main=member.incident.main,
        score=score,
        reprint_of=reprint_of,
    )


def _name(document: str, setting: Setting) -> str:
    report = setting.reports.get(document)
    return (report.document.name or document) if report else document
