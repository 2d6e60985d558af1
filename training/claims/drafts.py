"""The form in which a label is written: a few lines of plain text a report, its words quoted exactly.

    text news FA-KES:12                                  the set and the row
    by a                                                 who labels (a letter; see LABELS.md)
    a1 armed_group "Islamic State" "IS" ; "the group"#2  an actor: names, then descriptions behind the semicolon
    p1 settlement "Douma" in p2 SY                       a place: names, direct containers, country
    i1 killing political main "killed" "attack"#1        an incident: kind, scope, main or recalled, its mentions
    i1 killed {"low": 9} "At least 9 killed" "9 dead"    a claim: subject, predicate, value, evidence …
    i1 perpetrator {"actor": "a1"} "blamed IS" suspected by a3 > "sources" ; a4     … stance, chains of speakers

Quoted words stand in the text exactly, blanks aside; words that stand there more than once carry `#n` (the nth time).
A name without `#` is all its occurrences; a description or a mention without `#` must be unique. Evidence may not cross
a sentence. Words inside a value (`description`, `name`, `age`, `site` …) are taken from the evidence, else from its
sentences, else from anywhere in the text, and must stand there too. `#` begins a comment at the start of a line only.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]
Json = dict[str, Any]

STANCES = ("stated", "suspected", "possible", "claimed", "denied", "planned")
WORDS = frozenset(("description", "text", "name", "age", "occupation", "site"))  # what a value takes from the text
RANGES = frozenset("killed injured abducted missing arrested displaced casualties strength attributed_deaths".split())
_BARE = re.compile(r"[^\s\"{};>]+")
_TIMES = re.compile(r"#(\d+)")


class LabelError(ValueError):
    """A line of a draft that cannot be taken; says which and why."""


@dataclass(frozen=True)
class Quoted:
    """Words given in quotation marks, and which occurrence is meant (from 1), None for any."""

    words: str
    nth: int | None


Piece = Quoted | Json | str


@dataclass
class Draft:
    """One label as it was written: where its text is, and its lines cut into pieces."""

    set: str = ""
    row: str = ""
    by: str = ""
    lines: list[tuple[int, list[Piece]]] = field(default_factory=list)


def parse(source: str) -> Draft:
    """Cut a draft into pieces. Raises LabelError."""
    draft = Draft()
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pieces = _pieces(line, number)
        if pieces[0] == "text":
            draft.set, draft.row = str(pieces[1]), line.split(maxsplit=2)[2].strip()
        elif pieces[0] == "by":
            draft.by = str(pieces[1])
        else:
            draft.lines.append((number, pieces))
    if not (draft.set and draft.row and draft.by):
        raise LabelError("a draft begins with a line `text SET ROW` and a line `by LETTER`")
    return draft


def _pieces(line: str, number: int) -> list[Piece]:
    out: list[Piece] = []
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
        elif line[at] in '"{':
            try:
                value, at = json.JSONDecoder().raw_decode(line, at)
            except json.JSONDecodeError as error:
                raise LabelError(f"line {number}: {error.msg} at column {error.pos + 1}") from error
            if isinstance(value, str):
                times = _TIMES.match(line, at)
                at = times.end() if times else at
                out.append(Quoted(value, int(times[1]) if times else None))
            else:
                out.append(value)
        elif line[at] in ";>":
            out.append(line[at])
            at += 1
        else:
            bare = _BARE.match(line, at)
            if not bare:
                raise LabelError(f"line {number}: cannot read {line[at:]!r}")
            out.append(bare[0])
            at = bare.end()
    return out


class Finder:
    """Finds quoted words in one text, blanks aside."""

    def __init__(self, text: str, sentences: list[Span]) -> None:
        self.text = text
        self._sentences = sentences

    def all(self, words: str, *, ignore_case: bool = False) -> list[Span]:
        """Give every place where the words stand, not inside a longer word."""
        pattern = r"\s+".join(re.escape(w) for w in words.split())
        before = r"(?<!\w)" if words[:1].isalnum() else ""
        after = r"(?!\w)" if words[-1:].isalnum() else ""
        flags = re.IGNORECASE if ignore_case else 0
        return [m.span() for m in re.finditer(before + pattern + after, self.text, flags)]

    def one(self, quoted: Quoted, number: int) -> Span:
        """Give the one place that is meant."""
        found = self.all(quoted.words)
        if not found:
            raise LabelError(f"line {number}: {quoted.words!r} is not in the text")
        if quoted.nth is None and len(found) > 1:
            raise LabelError(f"line {number}: {quoted.words!r} stands there {len(found)} times: say which (#1 …)")
        if (quoted.nth or 1) > len(found):
            raise LabelError(f"line {number}: {quoted.words!r} stands there only {len(found)} times")
        return found[(quoted.nth or 1) - 1]

    def sentence(self, span: Span) -> Span | None:
        """Give the sentence that holds a span, None where it crosses one's end."""
        return next((s for s in self._sentences if s[0] <= span[0] and span[1] <= s[1]), None)

    def near(self, words: str, evidence: list[Span], number: int) -> Span:
        """Give where a value's words stand: in the evidence, in its sentences, else the first place in the text."""
        for exact in (True, False):
            found = self.all(words, ignore_case=not exact)
            sentences = [s for s in map(self.sentence, evidence) if s]
            for within in (evidence, sentences, [(0, len(self.text))]):
                inside = [f for f in found if any(a <= f[0] and f[1] <= b for a, b in within)]
                if inside:
                    return inside[0]
        raise LabelError(f"line {number}: {words!r} is not in the text: a value's words are the text's own")
