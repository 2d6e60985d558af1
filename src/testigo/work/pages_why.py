"""Why: the sentence with the words marked, who says so and how firmly; for what stands, each claim weighed for it."""

from collections.abc import Mapping, Sequence

from testigo.extract.page import Page as Cut
from testigo.records import Claim, ConfigError, Report
from testigo.records.value_words import value_words
from testigo.records.words import (
    NO_FIGURE,
    date_words,
    doer_words,
    plain,
    resolved_figure_words,
    resolved_place_words,
    speaker_words,
    victim_words,
)
from testigo.resolve import ClaimUse, Resolution
from testigo.work.pages import Marked, Page, Part, Section
from testigo.work.pages_case import claim_in, published_words
from testigo.work.pages_report import LABELS, firmness
from testigo.work.shown import Ids


def why_claim_page(report: Report, claim: Claim, ids: Ids) -> Page:
    """Give one claim's page."""
    title = f"{_label(claim)}: {value_words(claim, report)}"
    about = (ids.claim(report.document.id, claim.id), _about_whom(report, claim), published_words(report))
    return Page(title, about, sentences(report, claim))


def _label(claim: Claim) -> str:
    return LABELS.get(claim.predicate, plain(claim.predicate)).capitalize()


def _about_whom(report: Report, claim: Claim) -> str:
    """Name what the claim is about."""
    subject = claim.subject
    if subject.startswith("i"):
        return f"of {subject}, {plain(report.incident(subject).kind)}"
    return f"of {report.actor(subject).name if subject.startswith('a') else report.place(subject).name}"


def sentences(report: Report, claim: Claim, reason: str = "") -> tuple[Marked, ...]:
    """Give the sentences that a claim was read from, its words marked; the last one says on whose word."""
    cut = Cut(report.document)
    marks: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for span in claim.evidence:
        sentence = cut.sentence_at(span.start)
        around = (sentence.start, max(sentence.end, span.end)) if sentence else (span.start, span.end)
        marks.setdefault(around, []).append((span.start, span.end))
    speaker = speaker_words(claim, report)
    said = firmness(claim, speaker) or "said flatly, in the report's own voice"
    note = "; ".join(w for w in (said, reason) if w)
    found = [
        Marked(report.document.text[start:end].replace("\n", " "), _within(spans, start))
        for (start, end), spans in sorted(marks.items())
    ]
    last = found[-1]
    return (*found[:-1], Marked(last.text, last.marks, last.head, note))


def _within(spans: Sequence[tuple[int, int]], start: int) -> tuple[tuple[int, int], ...]:
    """Shift spans into a sentence, joining those that overlap."""
    joined: list[tuple[int, int]] = []
    for first, end in sorted(spans):
        if joined and first - start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end - start))
        else:
            joined.append((first - start, end - start))
    return tuple(joined)


def why_incident_page(resolution: Resolution, field: str | None, reports: Mapping[str, Report], ids: Ids) -> Page:
    """Give the reasons for one field of an incident, or for all. Raises ConfigError for a field without any."""
    known = resolution.because
    if field is None:
        fields = list(known)
    else:
        fields = [f for f in known if f == field or f.startswith(f"{field}.")]
        if not fields:
            offered = ", ".join(known) or "none: no claim was weighed for it"
            raise ConfigError(f"nothing was told of {field!r}. What can be asked for: {offered}.")
    parts: list[Part] = []
    for name in fields:
        parts.append(Section(f"{name} = {_value(resolution, name)}", ()))
        parts += _weighed(known[name], reports, ids)
    incident = resolution.incident
    title = f"{plain(incident.kind).capitalize()} · {resolved_place_words(incident.place)}"
    return Page(title, (ids.short(incident.id), date_words(incident.date)), tuple(parts))


def _value(resolution: Resolution, field: str) -> str:
    """Say what stands of a field, named as the reasons name it."""
    incident = resolution.incident
    name, _, part = field.partition(".")
    if name == "perpetrators":
        return doer_words(incident.perpetrators[int(part)]) if part else "left out"
    if name == "victims":
        return victim_words(incident.victims[int(part)]) if part else "left out"
    if name == "date":
        return date_words(incident.date)
    if name == "place":
        return resolved_place_words(incident.place)
    value = getattr(incident, name)
    if isinstance(value, str | tuple):
        return plain(value) if isinstance(value, str) else ", ".join(value)
    figure = (value.by_group or {}).get(part) if part and value else value
    return resolved_figure_words(figure) if figure else NO_FIGURE


def _weighed(uses: Sequence[ClaimUse], reports: Mapping[str, Report], ids: Ids) -> list[Part]:
    parts: list[Part] = []
    for use in uses:
        report = reports[use.document]
        claim = claim_in(report, use.claim_id)
        taken = "used" if use.used else "left out"
        found = sentences(report, claim, f"{taken}: {use.reason}" + _decided(use))
        head = f"{ids.claim(use.document, use.claim_id)} {value_words(claim, report)} · {published_words(report)}"
        first = found[0]
        parts += [Marked(first.text, first.marks, head, first.note), *found[1:]]
    return parts


def _decided(use: ClaimUse) -> str:
    return f" (decision {use.decision[:8]})" if use.decision else ""
