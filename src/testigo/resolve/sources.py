"""Whose word it is: the sources behind a claim (RECORD.md section 4, "Whose").

A source is the last speaker of the chain that is an actor, so one monitor cited by three outlets is one; else the
report, reprints of one text being one. A spokesman, told as [body, person], counts as the body; a chief, mayor or
minister speaks for himself, also where his body is told before him. What a teaser says in no one's name comes from an
older report of the same outlet.
"""

from collections.abc import Mapping, Sequence

from testigo.records import Actor, Claim, Report, Speaker
from testigo.resolve.cast import Cast, fold
from testigo.resolve.telling import Source, When

_NO_BODY = ("person", "outlet")


def sources_of(claim: Claim, report: Report, cast: Cast, reprints: Mapping[str, str]) -> tuple[Source, ...]:
    """Name who stands behind a claim, each once, sorted."""
    if not claim.attributed_to:
        return (own_voice(claim, report, reprints),)
    found = set()
    for chain in claim.attributed_to:
        speaker = _speaker(chain, report.document.id, cast)
        if speaker is None:
            found.add(own_voice(claim, report, reprints))
        else:
            case_id = cast.case_id(report.document.id, speaker.id)
            found.add(Source(f"actor:{case_id}", cast.actor(case_id).name))
    return tuple(sorted(found))


def own_voice(claim: Claim, report: Report, reprints: Mapping[str, str]) -> Source:
    """Name the report itself, or the older report whose teaser the claim stands in."""
    document = report.document
    name = document.outlet or document.name
    if is_teaser(claim, report):
        outlet = fold(document.outlet) if document.outlet else document.id
        return Source(f"teaser:{outlet}", f"an older report of {name}")
    return Source(f"report:{original(document.id, reprints)}", name)


def is_teaser(claim: Claim, report: Report) -> bool:
    """Tell whether all the words of a claim stand in a teaser for another article."""
    related = [s for s in report.document.segments if s.kind == "related"]
    return bool(related) and all(any(s.start <= e.start and e.end <= s.end for s in related) for e in claim.evidence)


def original(document: str, reprints: Mapping[str, str]) -> str:
    """Give the first printing of a text, through any chain of reprints."""
    seen = {document}
    while document in reprints and reprints[document] not in seen:
        document = reprints[document]
        seen.add(document)
    return document


def when_told(claim: Claim, report: Report, reports: Mapping[str, Report], reprints: Mapping[str, str]) -> When:
    """Tell when a claim was published; a reprint's words are as old as their first printing."""
    first = reports.get(original(report.document.id, reprints), report)
    published = first.document.published or report.document.published or ""
    return When(published, not is_teaser(claim, report))


def _speaker(chain: Sequence[Speaker], document: str, cast: Cast) -> Actor | None:
    """Give the actor whose word a chain ends on, the body in place of its spokesman."""
    named = [cast.told[document, s.actor] for s in chain if s.actor]
    if not named:
        return None
    last = named[-1]
    is_spokesman = last.type == "person" and (document, last.id) not in cast.leaders
    return named[-2] if len(named) > 1 and is_spokesman and named[-2].type not in _NO_BODY else last
