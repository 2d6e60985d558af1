"""A report as a page for people: each incident with the words behind every value, then actors, places, problems."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from testigo.records import Claim, Incident, Report
from testigo.records.codes import DOERS, FIGURES
from testigo.records.value_words import ORDER, value_words
from testigo.records.values import RangeValue
from testigo.records.words import day_words, place_words, plain, speaker_words
from testigo.resolve.sources import is_teaser
from testigo.work.pages import DIFFERS, Line, Page, Section
from testigo.work.pages_actors import actor_sections

LABELS = {
    "date": "when", "place": "where", "perpetrator": "by", "participant": "side", "carried_out_by": "carried out by",
    "left_behind": "left behind", "evidence_for": "tied to it", "part_of": "part of", "compared_with": "compared with",
    "casualties": "killed or hurt", "kind": "called",
}  # fmt: skip
TEASER = "in a teaser for an older report"
FOOT = f"{DIFFERS} accounts that differ or deny each other · “…” the report's own words"


def report_page(report: Report, refs: str | None = None) -> Page:
    """Give a report's page. refs: what stands before a claim's id (`6bab:`); no ids are shown without."""
    document = report.document
    incidents = sorted(report.incidents, key=lambda i: not i.main)
    parts = [_incident_section(report, i, refs) for i in incidents]
    if not incidents and not report.problems:
        parts.append(Section("No incident read", ()))
    parts += [*actor_sections(report, refs), *_places(report), *_problems(report)]
    return Page(
        document.title or ("Standard input" if document.name == "-" else document.name),
        about_document(report),
        tuple(parts),
        FOOT if report.claims else "",
    )


def about_document(report: Report) -> tuple[str, ...]:
    """Say where a report comes from: name, outlet, author, day and what told the day."""
    document = report.document
    told = {"given": "given", "url": "day from its address", "text": "day from its text"}
    day = day_words(document.published) if document.published else "no day of publication known"
    how = told.get(document.published_from or "", "")
    return (
        document.name if document.title else "",
        document.outlet or "",
        f"by {document.author}" if document.author else "",
        f"{day} ({how})" if how else day,
        "" if document.language in (None, "en") else f"language {document.language}",
    )


def incident_title(incident: Incident) -> tuple[str, str]:
    """Give an incident's heading, and what is said beside it."""
    return plain(incident.kind).capitalize(), ", ".join(
        (plain(incident.scope), "what the report is about" if incident.main else "told besides")
    )


def _incident_section(report: Report, incident: Incident, refs: str | None) -> Section:
    title, about = incident_title(incident)
    claims = sorted(report.claims_about(incident.id), key=lambda c: _place_in_order(c, report))
    ties = {c.value.actor: c for c in claims if c.predicate == "evidence_for" and c.value.actor}
    doers = {c.value.actor for c in claims if c.predicate in DOERS}
    told = [c for c in claims if not (c.predicate == "evidence_for" and c.value.actor in doers)]
    differing = differ(told)
    retired = {c.value.supersedes for c in claims if c.predicate in FIGURES}
    lines = [claim_line(report, c, refs, ties, c.id in differing) for c in told]
    lines = [_retired(ln) if c.id in retired else ln for ln, c in zip(lines, told, strict=True)]
    if incident.main and not any(c.predicate == "killed" for c in claims):
        at = next((i for i, c in enumerate(told) if ORDER.index(c.predicate) > ORDER.index("killed")), len(told))
        lines.insert(at, Line("no figure read (which is not zero)", "killed"))
    return Section(f"{incident.id} {title}", tuple(lines), about)


def _place_in_order(claim: Claim, report: Report) -> tuple[int, int]:
    """Sort by predicate, and places the narrowest first."""
    where = claim.value.place if claim.predicate == "place" else None
    return ORDER.index(claim.predicate), -len(place_words(report, where)) if where else 0


def _retired(line: Line) -> Line:
    """Say that another figure of the report took this one's place."""
    return replace(line, note=f"{line.note}, since replaced" if line.note else "an earlier figure, since replaced")


def claim_line(
    report: Report, claim: Claim, refs: str | None, ties: dict[str | None, Claim] | None = None, differs: bool = False
) -> Line:
    """Give a claim as a line. ties: what ties an actor to the incident, by actor; it is told beside the doer."""
    tie = (ties or {}).get(claim.value.actor) if claim.predicate in DOERS else None
    quotes = [s.quote for s in claim.evidence]
    if tie is not None:
        quotes += [s.quote for s in tie.evidence if s.quote not in quotes]
    because = tie.value.description if tie is not None else ""
    said = (firmness(claim, speaker_words(claim, report), because), TEASER if is_teaser(claim, report) else "")
    return Line(
        value_words(claim, report),
        LABELS.get(claim.predicate, plain(claim.predicate)),
        tuple(dict.fromkeys(quotes)),
        "; ".join(words for words in said if words),
        "" if refs is None else refs + claim.id,
        differs or claim.stance == "denied",
    )


def firmness(claim: Claim, speaker: str, because: str = "") -> str:
    """Say who says so, how firmly and why: "suspected by the police: pamphlets signed by it"."""
    said = {
        "stated": f"according to {speaker}" if speaker else "",
        "suspected": f"suspected by {speaker}" if speaker else "suspected",
        "possible": f"possible, according to {speaker}" if speaker else "possible",
        "claimed": f"its own claim, told by {speaker}" if speaker else "its own claim",
        "denied": f"denied by {speaker}" if speaker else "denied",
        "planned": f"planned, according to {speaker}" if speaker else "planned",
    }[claim.stance]
    return ": ".join(w for w in (said, because) if w)


def differ(claims: Iterable[Claim]) -> set[str]:
    """Name the claims beside whose figure another number stands, in one group and place, neither retired."""
    told = [c for c in claims if c.predicate in FIGURES and c.stance in ("stated", "claimed")]
    retired = {c.value.supersedes for c in told}
    by_group: dict[tuple[str, ...], list[Claim]] = {}
    for claim in told:
        if claim.id not in retired:
            key = (claim.predicate, claim.value.group or "all", claim.value.part or "")
            by_group.setdefault(key, []).append(claim)
    apart = {c.id for g in by_group.values() for c in g if any(_is_apart(c.value, other.value) for other in g)}
    return apart | _too_many(by_group)


def _is_apart(one: RangeValue, other: RangeValue) -> bool:
    """Tell whether two figures name different numbers; a vague word differs only from what it cannot mean."""
    ends = [(v.low or 0, v.high) for v in (one, other)]
    if any(high is not None and low > high for (low, _), (_, high) in (ends, ends[::-1])):
        return True
    if any(v.text and not any(c.isdigit() for c in v.text) for v in (one, other)):
        return False
    return _stated(one) != _stated(other)


def _stated(value: RangeValue) -> int | None:
    return value.low if value.low is not None else value.high


def _too_many(by_group: dict[tuple[str, ...], list[Claim]]) -> set[str]:
    """Name the parts that are more than their whole, and that whole."""
    found = set()
    for (predicate, group, part), claims in by_group.items():
        for whole in by_group.get((predicate, "all", part), ()) if group not in ("all", "perpetrators") else ():
            high = whole.value.high
            found |= {i for c in claims if high is not None and (c.value.low or 0) > high for i in (c.id, whole.id)}
    return found


def _places(report: Report) -> Iterator[Section]:
    if report.places:
        yield Section("Places", tuple(_place_lines(report)))


def _place_lines(report: Report) -> Iterator[Line]:
    for place in report.places:
        if place.lat is None or place.lon is None:
            point = "no point known"
        else:
            point = f"{place.lat:.2f}, {place.lon:.2f}" + (" (its largest town)" if place.derived else "")
        yield Line(place_words(report, place.id), note=f"{plain(place.type)}, {point}")


def _problems(report: Report) -> Sequence[Section]:
    lines = tuple(Line(p.message, note=f"{p.stage}, {p.code}") for p in report.problems)
    return [Section("Problems", lines)] if lines else []
