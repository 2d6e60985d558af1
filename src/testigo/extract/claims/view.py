"""A sentence with its mentions blotted out, so that a table of patterns can read what stands between them.

Theory: who is tied to whom is told by few words between and around two names, whatever the names are. A view is the
sentence in lower case, of the same length, in which every letter of a mention is replaced by one mark of its class
(group, force, person, outlet, place, time, number). A pattern is then a plain regular expression over words and marks,
and the offsets of its match are offsets in the text. Patterns are written with `<s:G>` for "a group, call it s".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testigo.extract.mentions.found import Mentions, Time
from testigo.extract.page import Page, Sentence
from testigo.records.codes import ActorType

MARKS = {"g": "\ue001", "f": "\ue002", "p": "\ue003", "o": "\ue004", "l": "\ue005", "t": "\ue006", "n": "\ue007"}
_CLASS_OF: dict[ActorType, str] = {"armed_group": "g", "criminal_group": "g", "person": "p", "outlet": "o"}
# What a pattern may ask for: G group, F force or other body, B either, P person, O outlet, A any of them.
_ASKED = {"G": "g", "F": "f", "P": "p", "O": "o", "L": "l", "T": "t", "N": "n", "B": "gf", "A": "gfpo", "R": "gfp"}
_STOPS = (
    "of by with in on and or to from for at as into after before who whom which that is was were are be been has had have "
    "said says told not will would when where while but because under during against between including such like"
)
_WORD = r"(?:(?!(?:" + "|".join(_STOPS.split()) + r")\b)[\w'.-]+ )"
# Words that may stand between a preposition and the name that it governs: "the Maoist terrorist organization X".
_FRAGMENTS = {
    "<mod>": r"\"?" + _WORD + r"{0,5}?\"?",
    # the same with an owner before them: "its founder X", "the Front's late leader X".
    # A person's name owns only with an "'s"; three letters of a person are "his" or "her".
    "<own>": r"(?:the )?(?:(?:[\ue001\ue002]+(?:'s)?|\ue003+'s|(?<!\ue003)\ue003{3}) )?(?:and |" + _WORD + r"){0,5}?",
    "<adv>": r"(?: ?,? (?:also|still|now|then|later|once|currently|mainly|already|reportedly|allegedly|has|have|had|is"
    r"|was|were|are|been|being|which|that|who|recently|since|long))*",
    "<gap>": r"(?P<gap>(?: ?, [^,;]{1,90} ?,| \([^)]{1,60}\))?)",
    "<of>": r"(?:the |an? )?(?:[\w'-]+ ){0,5}?(?:(?:of|in) (?:the )?(?:[\w-]+ ){0,2}?)?",
}
NOT_READ = frozenset({"related", "furniture", "caption"})
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " ", "\t": " ", "\xa0": " "})
_JOINS = re.compile(r" ?[,(\-]? ?-?(?:alias|aka|a\.k\.a\.|also known as|known as|nicknamed|or)? ?\"?$")
_CLOSES = re.compile(r"\"?(?:\)| ?-(?!\w)|)")
_POSSESSIVE = re.compile(r"\b(its|their|his|her)\b")
# What follows the part of a key that is plain letters: the first letter that is optional, or any other mark.
_KEY = re.compile(r"(?:.\?|[\[(\\]).*$")
# "the cousin of the late X": a noun that is the subject in place of the name behind it.
_OF = re.compile(r"\b(?!(?:capture|arrest|death)\b)[a-z][\w-]+ of (?:the )?(?:[\w'-]+ |[\ue001-\ue007]+(?:'s)? ){0,3}$")
_FINITE = re.compile(
    r"^[\ue001-\ue003]+(?: also| now| still| then)? (?:is|was|were|are|has|have|had|[a-z]+ed|[a-z]{3,}s)\b"
)
_COPULA = re.compile(r"\b(?:is|was|are|were|been|became|remains|as) $")
_LONGEST_GAP = 24
# Longer than this is a table or a line without stops, no sentence: what is far apart in it is not tied.
_LONGEST_SENTENCE = 2000


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern of words, fragments (`<mod>`, `<own>`, `<adv>`, `<gap>`, `<of>`) and marks (`<G>`, `<s:G>`)."""
    words = words.replace("<<", "(?:").replace(">>", ")")
    for name, fragment in _FRAGMENTS.items():
        words = words.replace(name, fragment)

    def mark(m: re.Match[str]) -> str:
        letters = "[" + "".join(MARKS[c] for c in _ASKED[m.group(2)]) + "]+"
        return f"(?P<{m.group(1)}>{letters})" if m.group(1) else letters

    return re.compile(re.sub(r"<(?:(\w+):)?([GFPOLTNBAR])>", mark, words))


@cache
def keys_of(words: str) -> tuple[str, ...]:
    """Name the beginnings of the words between `<<` and `>>`, of which a text must hold one to match at all.

    A search through every row costs five times as much without this; a test holds both against each other.
    """
    held = re.search(r"<<(.*?)>>", words)
    if not held:
        return ()
    branches = re.split(r"\|(?![^(]*\))", held.group(1))
    return tuple(sorted({_KEY.sub("", re.sub(r"\(\?<[^)]*\)", "", branch)) for branch in branches}))


@dataclass(frozen=True)
class Mark:
    """A mention as a view shows it; `ref` is an actor's or a place's id, None for times and numbers."""

    start: int
    end: int
    kind: str
    ref: str | None
    is_pronoun: bool = False


class View:
    """One sentence with its marks; offsets of `text` are the sentence's, offsets of marks the document's."""

    def __init__(self, sentence: Sentence, marks: tuple[Mark, ...], times: tuple[Time, ...]) -> None:
        self.sentence = sentence
        self.times = times
        plain = sentence.lower.translate(_PLAIN)
        self.marks, self.text = _blotted(sentence.start, plain, marks)
        self._starts = [m.start for m in self.marks]

    def at(self, offset: int) -> Mark | None:
        """Give the mark that holds this offset of the document."""
        i = bisect_right(self._starts, offset) - 1
        return self.marks[i] if i >= 0 and offset < self.marks[i].end else None

    def named(self, match: re.Match[str], group: str) -> Mark | None:
        """Give the mark that a named group of a match stands on; None where the group took no part."""
        at = match.start(group) if group in match.re.groupindex else -1
        return self.at(self.sentence.start + at) if at >= 0 else None

    def search(self, words: str) -> Iterator[re.Match[str]]:
        """Find a pattern everywhere in the sentence."""
        keys = keys_of(words)
        if not keys or any(key in self.text for key in keys):
            yield from (m for m in pattern(words).finditer(self.text) if self.governs(m))

    def before(self, offset: int, kinds: str) -> tuple[Mark, ...]:
        """Give the marks of these classes that end before an offset of the document, in order."""
        return tuple(m for m in self.marks if m.end <= offset and m.kind in kinds)

    def governs(self, match: re.Match[str]) -> bool:
        """May the mark at the front of a match be the subject of the verb behind it?

        Not in "the cousin of X was arrested", where another noun is.
        """
        front = self.text[max(0, match.start() - 60) : match.start()]
        return not (_OF.search(front) and _FINITE.search(match.group()))

    def subject_of(self, offset: int, kinds: str = "g") -> Mark | None:
        """Give the first mark of these classes in the part of the sentence that an offset stands in.

        The part begins after a semicolon or after the last "said (that)" before the offset.
        """
        local = offset - self.sentence.start
        cut = max(
            (m.end() for m in re.finditer(r";|\b(?:said|says|say|told|reported)\b", self.text[:local])), default=0
        )
        begin = self.sentence.start + cut
        return next((m for m in self.marks if m.start >= begin and m.end <= offset and m.kind in kinds), None)

    def time_in(self, start: int, end: int) -> Time | None:
        """Give the one time told between two offsets or right behind them in the same clause; None if there are two."""
        tail = re.match(r"(?:(?! and | but |[,;:.] )[^\ue001-\ue004]){0,40}", self.text[end - self.sentence.start :])
        limit = end + (tail.end() if tail else 0)
        found = [t for t in self.times if t.start >= start and t.end <= limit and not t.is_duration]
        return found[0] if len(found) == 1 else None

    def opening_time(self) -> Time | None:
        """Give the time that the sentence opens with ("In 2024 a court …")."""
        return next((t for t in self.times if t.start == self.sentence.start and not t.is_duration), None)


def views(page: Page, mentions: Mentions, left_out: frozenset[str] = NOT_READ) -> tuple[View, ...]:
    """Make a view of every sentence but those of some kinds of segment: captions, teasers and furniture tie nobody."""
    at: dict[int, list[Mark]] = {}
    kind_of = {a.id: _CLASS_OF.get(a.type, "f") for a in mentions.actors.actors}
    for m in mentions.actors.mentions:
        if m.form == "description" and _COPULA.search(page.text, max(0, m.start - 10), m.start):
            continue  # "has been the main rebel group" says what somebody is; it names nobody
        at.setdefault(m.sentence, []).append(Mark(m.start, m.end, kind_of[m.actor], m.actor, m.form == "pronoun"))
    times: dict[int, list[Time]] = {}
    for t in mentions.times:
        times.setdefault(t.sentence, []).append(t)
        at.setdefault(t.sentence, []).append(Mark(t.start, t.end, "t", None))
    for n in mentions.numbers:
        if n.kind == "count":
            at.setdefault(n.sentence, []).append(Mark(n.start, n.end, "n", None))
    for p in mentions.places.mentions:
        if p.form == "name":
            at.setdefault(p.sentence, []).append(Mark(p.start, p.end, "l", p.place))
    read = (s for s in page.sentences if s.kind not in left_out and len(s.text) <= _LONGEST_SENTENCE)
    made = (View(s, tuple(at.get(s.index, ())), tuple(times.get(s.index, ()))) for s in read)
    return tuple(made)


def _blotted(start: int, plain: str, marks: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], str]:
    rank = {"g": 0, "f": 0, "p": 0, "o": 0, "t": 1, "l": 2, "n": 3}
    kept: list[Mark] = []
    for m in sorted(marks, key=lambda m: (rank[m.kind], m.start - m.end, m.start)):
        if all(m.end <= k.start or k.end <= m.start for k in kept):
            kept.append(m)
    kept = _joined(start, plain, sorted(kept, key=lambda m: m.start))
    kept = sorted(kept + _possessors(start, plain, kept), key=lambda m: m.start)
    pieces, at = [], 0
    for m in kept:
        pieces += [plain[at : m.start - start], MARKS[m.kind] * (m.end - m.start)]
        at = m.end - start
    return tuple(kept), "".join([*pieces, plain[at:]])


def _joined(start: int, plain: str, marks: list[Mark]) -> list[Mark]:
    """Make one mark of a name and the other name set beside it ("X (ABC)", "X -alias Y-")."""
    out: list[Mark] = []
    for m in marks:
        last = out[-1] if out else None
        between = plain[last.end - start : m.start - start] if last else ""
        if last and last.ref and last.ref == m.ref and len(between) <= _LONGEST_GAP and _JOINS.fullmatch(between):
            tail = _CLOSES.match(plain, m.end - start)
            end = start + tail.end() if tail else m.end
            out[-1] = Mark(last.start, end, last.kind, last.ref, last.is_pronoun)
        else:
            out.append(m)
    return out


def _possessors(start: int, plain: str, marks: list[Mark]) -> list[Mark]:
    """Say whose "its" or "his" is, where the sentence leaves one answer: the last fit name before it, or the
    subject that a fronted phrase waits for ("After the capture of its leader, the Front …")."""
    found = []
    for m in _POSSESSIVE.finditer(plain):
        at = start + m.start()
        if any(k.start <= at < k.end for k in marks):
            continue
        kinds = {"his": "p", "her": "p", "their": "g"}.get(m.group(), "gf")
        fit = [k for k in marks if k.kind in kinds]
        before = [k for k in fit if k.end <= at]
        after = [k for k in fit if k.start > at and re.search(r", (?:the )?$", plain[: k.start - start])]
        owner = before[-1] if before else after[0] if after and kinds != "p" else None
        if owner:
            found.append(Mark(at, start + m.end(), owner.kind, owner.ref, is_pronoun=True))
    return found
