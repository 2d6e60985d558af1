"""Draft claims: what the steps hand on before claims get their stance, speaker and number."""

from dataclasses import dataclass

from testigo.records.base import Value
from testigo.records.codes import Stance
from testigo.records.nouns import Speaker


@dataclass(frozen=True)
class Draft:
    """A claim in the making: subject and value use the ids of the report-to-be.

    spans: where it stands, each within one sentence. stance, chains: set where the finder already knows them from the
    words of the relation itself ("suspect the X", "claimed"); None leaves them to the step that reads speakers.
    confidence: the chance that it is right where the trained reader gives one.
    """

    subject: str
    predicate: str
    value: Value
    spans: tuple[tuple[int, int], ...]
    stance: Stance | None = None
    chains: tuple[tuple[Speaker, ...], ...] | None = None
    confidence: float | None = None
