"""A reader that costs nothing, for tests of what stands around it; importable by worker processes."""

from dataclasses import dataclass

from testigo.records import Claim, Document, Incident, Problem, ReaderBlock, Report, Span
from testigo.records.values import RangeValue
from testigo.work.readers import Extractor

BLOCK = ReaderBlock(name="light", version="1", model="none", gazetteer="none", register="none")


def read_lightly(document: Document, problems: tuple[Problem, ...] = ()) -> Report:
    """Read the first word of a text as a killing of one; fail on `BOOM`, leave texts with `nicht` unread."""
    text = document.text
    if "BOOM" in text:
        raise ZeroDivisionError("a fault of ours")
    if "nicht" in text:
        problems = (*problems, Problem(stage="extract", code="language_unread", message="not read"))
        return Report(reader=BLOCK, document=document, problems=problems)
    word = text.split()[0]
    span = Span.of(text, text.index(word), text.index(word) + len(word))
    killed = Claim(
        id="c1", subject="i1", predicate="killed", value=RangeValue(low=1, high=1, group="all"), evidence=(span,)
    )
    incident = Incident(id="i1", kind="killing", scope="political", main=True)
    return Report(reader=BLOCK, document=document, incidents=(incident,), claims=(killed,), problems=problems)


@dataclass(frozen=True)
class Light:
    """Options that open the light reader."""

    def open(self) -> Extractor:
        return read_lightly
