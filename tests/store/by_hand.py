"""Small reports and decisions made by hand."""

import hashlib

from testigo.records import Actor, Claim, Document, Incident, Problem, ReaderBlock, Report, Span
from testigo.records.values import RangeValue
from testigo.store import Original, Store

READER = ReaderBlock(name="testigo", version="0.1.0", model="none", gazetteer="2026-11", register="1")


def make_report(
    text: str, name: str = "a.txt", reader: ReaderBlock = READER, problems: tuple[Problem, ...] = ()
) -> Report:
    """A report of one killing whose only claim quotes the text's first word, read as a figure of one."""
    first = text.split(maxsplit=1)[0]
    start = text.index(first)
    document = Document(
        id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), name=name, text=text, language="en", title=first
    )
    return Report(
        reader=reader,
        document=document,
        actors=(Actor(id="a1", type="armed_group", name="Some Front", ids={"testigo": "xx-front"}),),
        incidents=(Incident(id="i1", kind="killing", scope="political", main=True),),
        claims=(
            Claim(
                id="c1", subject="i1", predicate="killed", value=RangeValue(low=1, high=1, group="all"),
                evidence=(Span.of(text, start, start + len(first)),),
            ),
        ),
        problems=problems,
    )  # fmt: skip


def original(report: Report) -> Original:
    return Original(report.document.text.encode(), "text/plain")


def save(store: Store, text: str, name: str = "a.txt") -> Report:
    report = make_report(text, name)
    store.documents.save(report, original(report))
    return report


def note(by: str = "ana", reason: str | None = None, **target: object) -> dict[str, object]:
    """A decision that can always be made."""
    return {
        "format": "testigo-decision/1", "at": "2026-11-23T10:00:00Z", "by": by, "verb": "note", "target": target,
        "reason": reason,
    }  # fmt: skip
