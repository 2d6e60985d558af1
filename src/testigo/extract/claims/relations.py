"""Ties between actors, told in plain words: who split from whom, who leads, who helps, where they are.

Theory: a tie stands in few words between and around two mentions, so each row of the table is a predicate and a pattern
over a blotted sentence (view.py): `s` is the subject, `o` the object, `d` the place where a description begins that
stands for an object without a name, `r` the word that becomes the role. A pattern without `s` takes the first group of
the clause. Where the words leave a doubt, no pattern matches: unsure means silent.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from testigo.extract.claims import relation_table
from testigo.extract.claims.phrases import noun_phrase
from testigo.extract.claims.view import Mark, View, views
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Mentions, Time
from testigo.extract.page import Page
from testigo.records.codes import Stance
from testigo.records.values import AliasValue, PlaceValue, RelationValue

Spans = tuple[tuple[int, int], ...]
LONGEST_EVIDENCE = 300
# A subject this near to the verb's words is quoted in one piece with them.
_NEAR = 30
_NEGATED = re.compile(r"\b(?:not|never|no longer|neither|nor)\b|n't\b")
_TELLS = re.compile(
    r"\b(?:is|was|are|were|has|have|had|been|[a-z]+ed|[a-z]+ing|led|split|broke|leads|heads|does|did)\b"
)
# Ties that have a beginning or an end: a time beside them is theirs.
_DATED = frozenset({"split_from", "founded_by", "led_by", "member_of", "successor_of", "affiliated_with"})
_VERB = re.compile(
    r"\b(?:split|broke|broken|splintered|seceded|founded|formed|created|established|set up|led|headed|commanded|leads|heads"
    r"|joined|pledged|sworn|swore|became)\b"
)
_BEGUN = frozenset({"split_from", "founded_by"})
_NEXT_PLACE = re.compile(r"(?: ?, (?:and )?| and | and in | or )(?:the )?(?:[a-z]+ of )?(?P<o>\ue005+)")


class Tie(NamedTuple):
    """One reading of a pattern: who, to whom or to what, in which words.

    is_told: by a verb; a bare title ("the Front's leader X") is the report's own voice, whoever speaks.
    """

    subject: Mark
    object: Mark | None
    words: tuple[int, int] | None
    spans: Spans
    role: str | None
    is_told: bool


def find_relations(page: Page, mentions: Mentions) -> tuple[Draft, ...]:
    """Find the ties between actors, and of actors to places; aliases said in words come too.

    In text order, each tie once for each place where it is told.
    """
    told = [d for view in views(page, mentions) for d in _in_sentence(page, view)]
    drafts = {(d.subject, d.predicate, str(d.value), d.spans): d for d in [*told, *_aliases(mentions)]}
    return tuple(sorted(drafts.values(), key=lambda d: (d.spans[0], d.predicate, d.subject)))


def _aliases(mentions: Mentions) -> Iterator[Draft]:
    for alias in mentions.actors.aliases:
        value = AliasValue(name=alias.name, used_by=alias.used_by)
        yield Draft(alias.actor, "alias", value, ((alias.start, alias.end),), "stated", ())


def _in_sentence(page: Page, view: View) -> Iterator[Draft]:
    if not any(m.kind in "gfp" for m in view.marks):
        return
    for predicate, words in relation_table.ROWS:
        for match in view.search(words):
            tie = _tie(page, view, match)
            if tie:
                yield _draft(page, view, predicate, tie)
    for predicate, words in relation_table.PLACES:
        for match in view.search(words):
            yield from _places(view, predicate, match)


def _tie(page: Page, view: View, match: re.Match[str]) -> Tie | None:
    groups = match.re.groupindex
    subject = view.named(match, "s") if "s" in groups else view.subject_of(view.sentence.start + match.start())
    if subject is None or subject.ref is None:
        return None
    target = view.named(match, "o")
    words = None
    if target is None and "d" in groups and match.start("d") >= 0:
        words = noun_phrase(view, view.sentence.start + match.start("d"))
        inside = view.at(words[0]) if words else None
        if inside and words and inside.kind in "gfpo" and inside.end >= words[1]:
            target, words = inside, None
    if target and match.end("o") == match.end() and view.text.startswith("'s ", match.end()):
        return None  # "a head of the Front's bank" heads the bank
    if (target is None and words is None) or (target is not None and target.ref == subject.ref):
        return None
    spans = spans_of(view, match, subject, words[1] if words else target.end if target else 0)
    role = page.text[slice(*_of(view, match, "r"))] if "r" in groups and match.start("r") >= 0 else None
    is_told = bool(_TELLS.search(match.group()))
    return Tie(subject, target, words, spans, None if role == "member" else role, is_told) if spans else None


def _of(view: View, match: re.Match[str], group: str) -> tuple[int, int]:
    return view.sentence.start + match.start(group), view.sentence.start + match.end(group)


def spans_of(view: View, match: re.Match[str], subject: Mark, end: int = 0) -> Spans:
    """Give the words of a match as evidence: one span, or two where a remark stands between subject and verb.

    Empty where the words are too many to be evidence.
    """
    base = view.sentence.start
    start, stop = base + match.start(), max(base + match.end(), end)
    while start < stop and view.text[start - base] in " ,-\"'":
        start += 1
    gap = _of(view, match, "gap") if "gap" in match.re.groupindex else (0, 0)
    spans: Spans = ((start, stop),)
    if gap[1] > gap[0] + 2:
        rest = view.text[gap[1] - base : stop - base]
        spans = ((start, gap[0]), (stop - len(rest.lstrip(" ,")), stop))
    elif subject.end <= start and not subject.is_pronoun:
        spans = (
            ((subject.start, stop),) if start - subject.end <= _NEAR else ((subject.start, subject.end), (start, stop))
        )
    return spans if all(0 < b - a <= LONGEST_EVIDENCE for a, b in spans) else ()


def _draft(page: Page, view: View, predicate: str, tie: Tie) -> Draft:
    time = _time(view, predicate, tie) if predicate in _DATED else None
    start, end = bounds(time)
    value = RelationValue(
        actor=tie.object.ref if tie.object else None,
        description=page.text[slice(*tie.words)] if tie.words else None,
        role=tie.role,
        start=start,
        end=end,
    )
    spans = tie.spans
    if time and time.end > spans[-1][1] and start:
        spans = (*spans[:-1], (spans[-1][0], time.end))
    stance = None if predicate == "rejects" else _stance(view, tie.spans)
    return Draft(tie.subject.ref or "", predicate, value, spans, stance, None if tie.is_told else ())


def _time(view: View, predicate: str, tie: Tie) -> Time | None:
    """Give the time of a tie told by a verb; beside a bare title ("its leader X in 1992") it is another event's."""
    start, end = tie.spans[-1]
    words = view.text[start - view.sentence.start : end - view.sentence.start]
    if not _VERB.search(words) or (predicate == "led_by" and "founded" in words):
        return None  # in "founded in 1970 and led by X" the time is the founding's
    time = view.time_in(start, end)
    return view.opening_time() if time is None and predicate in _BEGUN else time


def bounds(time: Time | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a time; a "since" has no last."""
    if time is None or time.day_start is None:
        return None, None
    return time.day_start, None if time.is_since else time.day_end


def _stance(view: View, spans: Spans) -> Stance | None:
    """Say "denied" where the tie's own words negate it; else leave it to the step that reads speakers."""
    base = view.sentence.start
    return "denied" if any(_NEGATED.search(view.text, a - base, b - base) for a, b in spans) else None


def _places(view: View, predicate: str, match: re.Match[str]) -> Iterator[Draft]:
    subject = (
        view.named(match, "s") if "s" in match.re.groupindex else view.subject_of(view.sentence.start + match.start())
    )
    place = view.named(match, "o")
    if subject is None or place is None:
        return
    spans = spans_of(view, match, subject, place.end)
    while place and spans and subject.ref:
        yield Draft(subject.ref, predicate, PlaceValue(place=place.ref), spans, _stance(view, spans))
        more = _NEXT_PLACE.match(view.text, place.end - view.sentence.start)
        place = view.at(view.sentence.start + more.start("o")) if more else None
        spans = ((place.start, place.end),) if place else ()
