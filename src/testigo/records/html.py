"""Records as HTML for notebooks: a report's text with its evidence marked, an incident as a table.

Everything that comes from outside is escaped; no script, no link, nothing loaded. A mark's tooltip says what was read
from the words, who says so and how firmly.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from testigo.records.case import CaseIncident
from testigo.records.codes import DOERS, FIGURES
from testigo.records.report import Claim, Report
from testigo.records.value_words import ORDER, value_words
from testigo.records.words import (
    date_words,
    day_words,
    doer_words,
    plain,
    resolved_place_words,
    resolved_words,
    speaker_words,
    victim_words,
)

_STYLE = "font-family:system-ui,sans-serif;line-height:1.5;max-width:50em;color:#111;background:#fff;padding:1em"
_CELL = "text-align:left;vertical-align:top;padding:.1em 1em .1em 0;font-weight:normal"
_HARM, _DOER, _OTHER = "#ffd9d2", "#ffeaa8", "#dceeff"


def report_html(report: Report) -> str:
    """Give a report: its text with the evidence marked, then a table of what was read, incident by incident."""
    document = report.document
    told = (document.name, document.outlet, day_words(document.published), document.language)
    about = " · ".join(escape(t) for t in told if t)
    head, *rest = _marked(report).split("\n\n")
    first = f"<h3>{head}</h3>" if document.title and document.text.startswith(document.title) else f"<p>{head}</p>"
    body = (first + "".join(f"<p>{p}</p>" for p in rest if p.strip())).replace("\n", "<br>")
    subjects = [(i.id, f"{i.id} {plain(i.kind)}, {plain(i.scope)}") for i in report.incidents]
    subjects += [(a.id, f"{a.name}, {plain(a.type)}") for a in report.actors]
    tables = "".join(_claims_table(report, subject, title) for subject, title in subjects)
    problems = "".join(f"<p>Problem: {escape(p.message)}</p>" for p in report.problems)
    return f'<div style="{_STYLE}"><small>{about}</small>{body}{tables}{problems}</div>'


def incident_html(incident: CaseIncident) -> str:
    """Give a case incident as a table of what stands."""
    rows = [
        ("what", ", ".join((plain(incident.kind), plain(incident.scope), incident.stage))),
        ("when", date_words(incident.date)),
        ("where", resolved_place_words(incident.place)),
        *_figure_rows(incident),
        *(("victim", victim_words(v)) for v in incident.victims),
        *((plain(d.as_), doer_words(d)) for d in incident.perpetrators),
        ("weapons", ", ".join(plain(w) for w in incident.weapons)),
        ("disputed", ", ".join(incident.disputed)),
        ("told in", "; ".join(f"{m.document} {m.report_incident}" for m in incident.members)),
        ("sources", f"{incident.independent_sources} independent of {incident.sources}"),
    ]
    shown = "".join(_row(label, escape(words)) for label, words in rows if words)
    return f'<div style="{_STYLE}"><b>{escape(incident.id)}</b><table>{shown}</table></div>'


def _figure_rows(incident: CaseIncident) -> Iterator[tuple[str, str]]:
    for name in FIGURES:
        figure = getattr(incident, name)
        if figure is not None:
            yield name, resolved_words(figure)
            for group, part in (figure.by_group or {}).items():
                yield f"{name}, {plain(group)}", resolved_words(part)


def _marked(report: Report) -> str:
    """Give the escaped text with a mark around every stretch that is evidence; claims may share words."""
    text = report.document.text
    spans = [(s.start, s.end, c) for c in report.claims for s in c.evidence]
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    covering: dict[int, list[Claim]] = {}
    index = {edge: i for i, edge in enumerate(edges)}
    for start, end, claim in spans:
        for i in range(index[start], index[end]):
            covering.setdefault(i, []).append(claim)
    pieces = []
    for i, (start, end) in enumerate(pairwise(edges)):
        words, claims = escape(text[start:end]), covering.get(i, [])
        pieces.append(_mark(report, words, claims) if claims else words)
    return "".join(pieces)


def _mark(report: Report, words: str, claims: list[Claim]) -> str:
    tip = escape("\n".join(dict.fromkeys(_tip(report, c) for c in claims)), quote=True).replace("\n", "&#10;")
    predicates = {c.predicate for c in claims}
    colour = _HARM if predicates & {*FIGURES, "victim"} else _DOER if predicates & {*DOERS} else _OTHER
    return f'<mark style="background:{colour};color:inherit" title="{tip}">{words}</mark>'


def _tip(report: Report, claim: Claim) -> str:
    speaker = speaker_words(claim, report)
    said = [
        plain(claim.predicate) + ": " + value_words(claim, report),
        claim.stance,
        f"said by {speaker}" * bool(speaker),
    ]
    return f"{claim.id} ({claim.subject}) " + " · ".join(s for s in said if s)


def _claims_table(report: Report, subject: str, title: str) -> str:
    rows = "".join(
        _row(plain(c.predicate), f"{escape(value_words(c, report))} <i>{escape(_said(c, report))}</i>")
        for c in sorted(report.claims_about(subject), key=_place_in_order)
    )
    return f"<h4>{escape(title)}</h4><table>{rows}</table>" if rows else ""


def _place_in_order(claim: Claim) -> int:
    return ORDER.index(claim.predicate) if claim.predicate in ORDER else len(ORDER)


def _said(claim: Claim, report: Report) -> str:
    speaker = speaker_words(claim, report)
    stance = "" if claim.stance == "stated" else claim.stance
    return ", ".join(w for w in (stance, f"according to {speaker}" if speaker else "") if w)


def _row(label: str, html: str) -> str:
    return f'<tr><th style="{_CELL};opacity:.7">{escape(label)}</th><td style="{_CELL}">{html}</td></tr>'
