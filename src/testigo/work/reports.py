"""Sources to reports without a case: what cannot be read is answered, and the rest goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from testigo.read import Failure, Reading, read_sources
from testigo.records import Problem, Report
from testigo.work.case import Given
from testigo.work.extracting import attempt
from testigo.work.readers import Opens


@dataclass(frozen=True, slots=True)
class Failed:
    """A document without a report. message: what is wrong and the way out."""

    name: str
    stage: str
    code: str
    message: str


def read_reports(sources: Iterable[str | Path], reader: Opens, **given: Unpack[Given]) -> Iterator[Report | Failed]:
    """Give each document's report, or why it has none, in the order of the sources.

    Raises ConfigError for a reader's table or a `published` that cannot be used.
    """
    extractor = reader.open()
    for found in read_sources(sources, **given):
        if isinstance(found, Failure):
            yield Failed(found.name, found.stage, found.code, found.message)
            continue
        answer = attempt(extractor, found)
        yield answer if isinstance(answer, Report) else _failed(found, answer)


def _failed(reading: Reading, problem: Problem) -> Failed:
    return Failed(reading.document.name, problem.stage, problem.code, problem.message)
