"""The event-place set as the benchmark and the training read it: sentence, event word, the places tagged as its own."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from testigo.records import Document

_TOKEN = re.compile(r"\w+|[^\w\s]")

Span = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One sentence with the offsets of its event word and of the places that belong to it, none where people saw none."""

    text: str
    act: Span
    places: tuple[Span, ...]

    @property
    def document(self) -> Document:
        """Give the sentence as a document of its own."""
        return Document(id=f"sha256:{hashlib.sha256(self.text.encode()).hexdigest()}", name="row", text=self.text)


def rows(path: Path) -> Iterator[Row]:
    """Read the set, each sentence and event word once; repeated ones that contradict each other are dropped.

    Offsets that miss the phrase beside them are token numbers: they are mended by the phrase's occurrence nearest to
    that token. A row without spans, without an event word or with a phrase that its text lacks is dropped.
    """
    told: dict[tuple[str, Span], set[tuple[Span, ...]]] = defaultdict(set)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            spans = [(s["label"], _mended(item["text"], s)) for s in item.get("spans", ())]
            acts = sorted(span for label, span in spans if label == "VERB" and span)
            if acts and all(span for _, span in spans):
                own = sorted({span for label, span in spans if label == "LOCATION" and span})
                told[item["text"], acts[0]].add(tuple(own))
    for (text, act), readings in told.items():
        if len(readings) == 1:
            yield Row(text, act, readings.pop())


def is_held_out(text: str) -> bool:
    """Is this sentence in the fifth that training never sees? By its digest, so that a sentence is on one side only."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def _mended(text: str, span: dict[str, Any]) -> Span | None:
    phrase = span.get("text")
    if phrase is None or text[span["start"] : span["end"]] == phrase:
        return span["start"], span["end"]
    found = [m.start() for m in re.finditer(re.escape(phrase), text)]
    if not found:
        return None
    tokens = [m.start() for m in _TOKEN.finditer(text)]
    wanted = tokens[min(span["token_start"], len(tokens) - 1)]
    start = min(found, key=lambda at: abs(at - wanted))
    return start, start + len(phrase)
