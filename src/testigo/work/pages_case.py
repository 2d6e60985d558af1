"""Pages of a case: the table of incidents, one incident with its claims, the documents, problems, findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from testigo.records import CaseDoer, CaseIncident, Claim, Report
from testigo.records.codes import FIGURES
from testigo.records.value_words import value_words
from testigo.records.words import (
    NO_FIGURE,
    date_words,
    day_words,
    doer_words,
    plain,
    resolved_figure_words,
    resolved_place_words,
    resolved_words,
    victim_words,
)
from testigo.records.words import speaker_words as who_says
from testigo.resolve import ClaimUse, Resolution
from testigo.resolve.sources import is_teaser
from testigo.store import Hit, StoredDocument, StoredProblem
from testigo.work.checking import Finding
from testigo.work.differing import RETIRED, accounts
from testigo.work.pages import DIFFERS, Line, Marked, Page, Section, Table
from testigo.work.pages_report import TEASER, firmness
from testigo.work.shown import Ids

if TYPE_CHECKING:
    from testigo.work.case import Case

INCIDENT_FOOT = (
    f"killed, hurt: lowest–highest (best); + the upper end is open; {NO_FIGURE} no figure, which is not zero; "
    f"{DIFFERS} someone denies part of it"
)
_QUOTES_SHOWN = 3
_AS = {"perpetrator": "by", "participant": "side", "carried_out_by": "carried out by"}


def incidents_page(incidents: Sequence[CaseIncident], ids: Ids, title: str = "") -> Page:
    """Give the table of incidents by date, then place."""
    ordered = sorted(incidents, key=lambda i: (i.date.start or "9999", i.place.name if i.place else "", i.id))
    if not ordered:
        return Page(title or "No incidents")
    rows = [_incident_row(i, ids) for i in ordered]
    heads = ("id", "date", "place", "what", "killed", "hurt", "by", "reports")
    narrow = Table(
        title,
        ("id", "when, where", "what, by", "killed", "hurt", "reports"),
        tuple((r[0], f"{r[1]}\n{r[2]}", f"{r[3]}\n{r[6]}", r[4], r[5], r[7]) for r in rows),
        frozenset({"when, where", "what, by"}),
    )
    table = Table(title, heads, tuple(rows), frozenset({"place", "what", "by"}), narrow)
    return Page("", parts=(table,), foot=INCIDENT_FOOT)


def _incident_row(incident: CaseIncident, ids: Ids) -> tuple[str, ...]:
    what = [plain(incident.kind)]
    what += [incident.stage] if incident.stage != "accomplished" else []
    what += [plain(incident.scope)] if incident.scope != "political" else []
    killed = resolved_words(incident.killed)
    doers = "; ".join(doer_in_table(d) for d in incident.perpetrators)
    return (
        ids.short(incident.id) + (f" {DIFFERS}" if incident.disputed else ""),
        short_date(incident),
        _place_in_table(incident),
        ", ".join(what),
        killed,
        resolved_words(incident.injured),
        doers or NO_FIGURE,
        str(incident.sources),
    )


def short_date(incident: CaseIncident) -> str:
    """Give a date short enough for a table."""
    date = incident.date
    if not date.start and not date.end:
        return NO_FIGURE
    if date.start and date.precision in ("year", "month"):
        return date.start[: 4 if date.precision == "year" else 7]
    return date.start or f"until {date.end}" if date.start == date.end else f"{date.start or ''}…{date.end or ''}"


def _place_in_table(incident: CaseIncident) -> str:
    place = incident.place
    if place is None:
        return NO_FIGURE
    return place.name if place.precision == "country" else ", ".join(w for w in (place.name, place.country) if w)


def doer_in_table(doer: CaseDoer) -> str:
    """Name a doer, the stance first: what is cut off in a narrow column is never how firmly it is said."""
    stance = "" if doer.stance == "stated" else f"{doer.stance}: "
    return f"{stance}{doer.name or doer.description or '?'}" + (" (denied)" if doer.denied_by else "")


def incident_page(resolution: Resolution, reports: Mapping[str, Report], ids: Ids) -> Page:
    """Give one incident: what stands, and under each value the words that it comes from."""
    incident = resolution.incident
    shown = _Because(resolution, reports, ids)
    lines = [
        shown.line("when", date_words(incident.date), "date"),
        shown.line("where", _where(incident), "place"),
        *_figure_lines(incident, shown),
        *(shown.line("victim", victim_words(v), f"victims.{i}") for i, v in enumerate(incident.victims)),
        *(_doer_line(d, i, shown) for i, d in enumerate(incident.perpetrators)),
    ]
    if incident.weapons:
        lines.append(shown.line("weapon", ", ".join(incident.weapons), "weapons"))
    title = (
        f"{plain(incident.kind).capitalize()} · {resolved_place_words(incident.place)} · {date_words(incident.date)}"
    )
    stage = incident.stage if incident.stage != "accomplished" else ""
    several = f"{incident.sources} report{'s' * (incident.sources != 1)}, {incident.independent_sources} independent"
    about = (ids.short(incident.id), plain(incident.scope), stage, several, "reviewed" if incident.reviewed else "")
    parts = [Section("What stands", tuple(lines)), _members(incident, reports, ids)]
    differing = _differing_section(resolution, reports, ids)
    parts[1:1] = [differing] if differing.lines else []
    foot = f"Why a value stands: testigo why CASE {ids.short(incident.id)} killed"
    return Page(title, about, tuple(parts), foot)


def _where(incident: CaseIncident) -> str:
    place = incident.place
    if place is None or place.lat is None or place.lon is None:
        return resolved_place_words(place)
    return f"{resolved_place_words(place)} ({place.lat:.2f}, {place.lon:.2f}: {plain(place.precision)})"


def _figure_lines(incident: CaseIncident, shown: "_Because") -> Iterator[Line]:
    for name in FIGURES:
        figure = getattr(incident, name)
        if figure is None:
            continue
        label = "killed or hurt" if name == "casualties" else name
        has_total = figure.high is not None
        if has_total or name == "killed":
            words = resolved_figure_words(figure) if has_total else "no figure (which is not zero)"
            yield shown.line(label, words + (" (added up)" if figure.computed else ""), name, name in incident.disputed)
        for group, part in (figure.by_group or {}).items():
            yield shown.line(label, f"{resolved_figure_words(part)} {plain(group)}", f"{name}.{group}")


def _doer_line(doer: CaseDoer, index: int, shown: "_Because") -> Line:
    because = f": {doer.because}" if doer.because else ""
    side = f", side {doer.side}" if doer.side is not None else ""
    words = doer_words(doer) + side + because
    return shown.line(_AS[doer.as_], words, f"perpetrators.{index}", bool(doer.denied_by))


def _differing_section(resolution: Resolution, reports: Mapping[str, Report], ids: Ids) -> Section:
    """List the accounts that disagree, field by field."""
    lines = []
    for field, told in accounts(resolution, reports).items():
        below = tuple(Line(a.words, note=a.use.reason, ref=ids.claim(a.use.document, a.use.claim_id)) for a in told)
        lines.append(Line(f"{len(told)} accounts", plain(field.replace(".", ", ")), differs=True, below=below))
    return Section("Where reports differ", tuple(lines))


def _members(incident: CaseIncident, reports: Mapping[str, Report], ids: Ids) -> Section:
    documents = {(r.document.name or r.document.id): d for d, r in reports.items()}
    lines = []
    for member in incident.members:
        notes = ["" if member.main else "told besides"]
        notes += [f"reprint of {ids.named(member.reprint_of)}"] if member.reprint_of else []
        notes += [f"score {member.score:.2f}"] if member.score is not None else []
        document = documents.get(member.document)
        ref = ids.claim(document, member.report_incident) if document else member.report_incident
        lines.append(Line(member.document, note=", ".join(n for n in notes if n), ref=ref))
    return Section("Told in", tuple(lines))


class _Because:
    """Lines of an incident with the quotes of the claims that were used for each value."""

    def __init__(self, resolution: Resolution, reports: Mapping[str, Report], ids: Ids) -> None:
        self._because, self._reports, self._ids = resolution.because, reports, ids
        self._differing = accounts(resolution, reports)

    def line(self, label: str, words: str, field: str, differs: bool = False) -> Line:
        uses = self._because.get(field, ())
        used = sorted((u for u in uses if u.used), key=self._is_tie)
        below = [self._telling(u, words) for u in used[:_QUOTES_SHOWN]]
        rest = len(used) - len(below)
        retired = [u for u in uses if u.reason.startswith(RETIRED)]
        below += [self._telling(u, words, u.reason) for u in retired]
        left = len(uses) - len(used) - len(retired)
        more = [f"{rest} more"] if rest else []
        more += [f"{left} left out: testigo why CASE ID {field}"] if left else []
        below += [Line("; ".join(more))] if more else []
        return Line(words, label, differs=differs or field in self._differing, below=tuple(below))

    def _is_tie(self, use: ClaimUse) -> bool:
        """Tell whether a claim only says what ties someone to the act; such come after those that name him."""
        return claim_in(self._reports[use.document], use.claim_id).predicate == "evidence_for"

    def _telling(self, use: ClaimUse, stands: str, why: str = "") -> Line:
        report = self._reports[use.document]
        claim = claim_in(report, use.claim_id)
        quotes = tuple(dict.fromkeys(s.quote for s in claim.evidence))
        said = (firmness(claim, who_says(claim, report)), TEASER if is_teaser(claim, report) else "", why)
        note = "; ".join(words for words in said if words)
        reviewed = f"{'; ' * bool(note)}decided by a person" if use.decision else ""
        value = value_words(claim, report)
        words = report.document.name if value == stands else f"{report.document.name}: {value}"
        return Line(words, quotes=quotes, note=note + reviewed, ref=self._ids.claim(use.document, use.claim_id))


def claim_in(report: Report, claim_id: str) -> Claim:
    """Give a claim of a report by its local id."""
    return next(c for c in report.claims if c.id == claim_id)


def documents_page(documents: Sequence[StoredDocument], ids: Ids) -> Page:
    """Give the table of documents by day, then name."""
    names = {d.id: d.name for d in documents}
    ordered = sorted(documents, key=lambda d: (d.published or "9999", d.name))
    rows = tuple(
        (
            ids.document(d.id), d.published or NO_FIGURE, d.name, d.title or NO_FIGURE, d.outlet or NO_FIGURE,
            _state(d, names), str(d.incidents),
        )
        for d in ordered
    )  # fmt: skip
    heads = ("id", "published", "name", "title", "outlet", "state", "tells")
    if not rows:
        return Page("No documents")
    narrow = Table(
        "",
        ("id", "published", "report", "state", "tells"),
        tuple((r[0], r[1], f"{r[3]}\n{r[2]}" + (f", {r[4]}" if r[4] != NO_FIGURE else ""), r[5], r[6]) for r in rows),
        frozenset({"report", "state"}),
    )
    return Page("", parts=(Table("", heads, rows, frozenset({"name", "title", "outlet", "state"}), narrow),))


def _state(document: StoredDocument, names: Mapping[str, str]) -> str:
    if document.reprint_of:
        return f"reprint of {names.get(document.reprint_of, document.reprint_of[:15])}"
    return f"not read: {document.language}" if document.state == "unread" else document.state


def problems_page(problems: Sequence[StoredProblem]) -> Page:
    """Give what went wrong or was left undone."""
    if not problems:
        return Page("No problems")
    lines = tuple(Line(f"{p.name}: {p.message}", note=f"{p.stage}, {p.code}") for p in problems)
    return Page("", parts=(Section(f"{len(lines)} problem{'s' * (len(lines) != 1)}", lines),))


def findings_page(findings: Sequence[Finding]) -> Page:
    """Give what a check found."""
    if not findings:
        return Page("All holds: the file, the chain of decisions, every byte, every quote")
    lines = tuple(Line(f"{f.about}: {f.message}", "broken" if f.broken else "look again") for f in findings)
    return Page("", parts=(Section("What does not hold", lines),))


def hits_page(hits: Iterable[Hit], ids: Ids) -> Page:
    """Give what a search found, the words marked."""
    parts = tuple(
        Marked(h.snippet.replace("\n", " "), h.marks, f"{ids.document(h.document)} {h.title or h.name}", h.name)
        for h in hits
    )
    return Page("" if parts else "Nothing found", parts=parts)


def published_words(report: Report) -> str:
    """Name a report with its outlet and day."""
    document = report.document
    day = day_words(document.published) if document.published else ""
    return ", ".join(w for w in (document.name, document.outlet or "", day) if w)


def reports_of(case: "Case", resolution: Resolution) -> dict[str, Report]:
    """Give the reports that a resolution's reasons point into, by document id."""
    return {d: case.judged(d) for d in sorted({u.document for uses in resolution.because.values() for u in uses})}
