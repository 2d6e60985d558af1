"""Standing facts about persons: captured, charged, sentenced, wanted, died of an illness, office and trade.

Theory as in relations.py. A named person's death in an incident is a victim's and not told here: `died` needs an
illness or a sentence without a word of violence. A charge is told as a charge: what the court or agency says is the
value, the stance is that of whoever tells of the charge.
"""

import itertools
import re
from collections.abc import Iterator
from functools import partial

from testigo.extract.claims import person_table as table
from testigo.extract.claims.group_facts import date_of
from testigo.extract.claims.phrases import items, noun_phrase
from testigo.extract.claims.relations import spans_of
from testigo.extract.claims.view import Mark, View
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Time
from testigo.extract.page import Page
from testigo.records.codes import Stance
from testigo.records.nouns import Speaker
from testigo.records.values import FactValue, Reward, WantedValue


def find_person_facts(page: Page, view: View) -> Iterator[Draft]:
    """Find what one sentence says of named persons for good."""
    if not any(m.kind == "p" for m in view.marks):
        return
    for predicate, words in table.ROWS:
        for match in view.search(words):
            yield from _deed(page, view, predicate, match)
    yield from _deaths(page, view)
    yield from _injuries(page, view)
    yield from _sought(page, view)
    yield from _regarded(page, view)
    yield from _accused(page, view)


def _person(view: View, match: re.Match[str]) -> Mark | None:
    """Give the person: the one named by the match, else the last one named before it."""
    if "s" in match.re.groupindex and match.start("s") >= 0:
        mark = view.named(match, "s")
        return mark if mark and mark.ref else None
    named = [m for m in view.before(view.sentence.start + match.start(), table.ONLY_NAMED) if not m.is_pronoun]
    return named[-1] if named else None


def _by(page: Page, view: View, match: re.Match[str]) -> str | None:
    mark = view.named(match, "by")
    if mark is None and "s" not in match.re.groupindex:
        mark = view.subject_of(view.sentence.start + match.start(), "f")
    if mark is None:
        return None
    return mark.ref if mark.kind != "l" else page.text[mark.start : mark.end]


def _deed(page: Page, view: View, predicate: str, match: re.Match[str]) -> Iterator[Draft]:
    person, by = _person(view, match), _by(page, view, match)
    if person is None or person.ref is None:
        return
    if predicate == "captured" and table.WISHED.search(view.text, 0, match.start()):
        return  # "a reward for the capture of X"
    base = view.sentence.start
    if "d" not in match.re.groupindex:
        time = view.time_in(base + match.start(), base + match.end()) or view.opening_time()
        spans = spans_of(view, match, person, time.end if time else 0)
        if spans:
            yield Draft(person.ref, predicate, FactValue(by=by, date=date_of(time)), spans)
        return
    for i, words in enumerate(_described(page, view, predicate, base + match.end())):
        time = _date_of_deed(view, base + match.start(), words[0])
        spans = spans_of(view, match, person, words[1]) if i == 0 else (words,)
        if spans and spans[-1][1] - spans[-1][0] <= 300:
            value = FactValue(description=page.text[slice(*words)], by=by, date=date_of(time))
            yield Draft(person.ref, predicate, value, spans)


def _date_of_deed(view: View, start: int, end: int) -> Time | None:
    """Give the time told before a description begins: what stands in it is the date of the act, not of the court."""
    within = [t for t in view.times if start <= t.start and t.end <= end and not t.is_duration]
    return within[0] if len(within) == 1 else view.opening_time()


def _described(page: Page, view: View, predicate: str, at: int) -> tuple[tuple[int, int], ...]:
    """Read a list of charges, a penalty with its act, or the one thing renounced."""
    if predicate == "renounced":
        phrase = noun_phrase(view, at, 4)
        return (phrase,) if phrase else ()
    ending = table.PENALTY_END if predicate == "sentenced" else table.LIST_END
    rest = ending.match(view.text, at - view.sentence.start)
    end = at + len(rest.group().rstrip(" ,.")) if rest else at
    if predicate == "sentenced":
        comma = view.text.find(",", at - view.sentence.start, end - view.sentence.start)
        return ((at, comma + view.sentence.start if comma >= 0 else end),)
    told = (
        tuple(map(partial(_without_with, page), items(page, at, end)))
        if predicate == "charged_with"
        else items(page, at, end)[:1]
    )
    return tuple(itertools.takewhile(lambda words: _is_charge(page.text[slice(*words)].casefold()), told))


def _without_with(page: Page, words: tuple[int, int]) -> tuple[int, int]:
    """Leave out the preposition that a list repeats: "with arson, with theft and with fraud"."""
    lead = table.REPEATED.match(page.text, *words)
    return (lead.end() if lead else words[0], words[1])


def _is_charge(words: str) -> bool:
    """Does this item of a list name an offence: begins with a word, not long, and without a verb of its own?"""
    return words[:1].isalpha() and len(words.split()) <= table.MOST_WORDS and not table.ANOTHER_VERB.search(words)


def _deaths(page: Page, view: View) -> Iterator[Draft]:
    base = view.sentence.start
    for words in table.DEATH:
        for match in view.search(words):
            person, illness = _person(view, match), _illness(view, match)
            if person is None or person.ref is None or (illness is None and table.VIOLENCE.search(view.text)):
                continue
            end = illness[1] if illness else base + match.end()
            time = view.time_in(base + match.start(), end)
            spans = spans_of(view, match, person, max(end, time.end if time else 0))
            if spans and (illness or time):
                description = page.text[slice(*illness)] if illness else None
                yield Draft(person.ref, "died", FactValue(description=description, date=date_of(time)), spans)


def _illness(view: View, match: re.Match[str]) -> tuple[int, int] | None:
    """Give the illness told right behind a death, up to its noun ("a long kidney disease")."""
    cause = table.CAUSE.match(view.text, match.end())
    phrase = noun_phrase(view, view.sentence.start + cause.start("d")) if cause else None
    if phrase is None:
        return None
    named = list(table.ILLNESS.finditer(view.text, *(at - view.sentence.start for at in phrase)))
    return (phrase[0], view.sentence.start + named[-1].end()) if named else None


def _injuries(page: Page, view: View) -> Iterator[Draft]:
    for words in table.INJURED:
        for match in view.search(words):
            person = _person(view, match) or _named_before(view, match)
            if person and person.ref:
                description = page.text[view.sentence.start + match.start("d") : view.sentence.start + match.end("d")]
                value = FactValue(description=re.sub(r"^in (?:an? |the )?", "", description), by=_by(page, view, match))
                begin = view.sentence.start + match.start() if "by" in match.re.groupindex else person.start
                span = (begin, view.sentence.start + match.end())
                yield Draft(person.ref, "was_injured", value, (span,), *_told_of(page, view, match))


def _told_of(
    page: Page, view: View, match: re.Match[str]
) -> tuple[Stance | None, tuple[tuple[Speaker, ...], ...] | None]:
    """Say whose word an injury is and how firm: a doer that tells of its own deed claims it."""
    by = view.named(match, "by")
    if by is None or not re.search(r" claim| say| said", match.group()):
        return None, None
    return "claimed", _word_of(page, by)


def _word_of(page: Page, by: Mark) -> tuple[tuple[Speaker, ...], ...]:
    """Give the one chain of one speaker; the writing step puts the actor's name for the words."""
    return ((Speaker(actor=by.ref, name=page.text[by.start : by.end]),),)


def _named_before(view: View, match: re.Match[str]) -> Mark | None:
    named = [m for m in view.before(view.sentence.start + match.start(), "p") if not m.is_pronoun]
    return named[-1] if named else None


def _sought(page: Page, view: View) -> Iterator[Draft]:
    rows = [*(("wanted_by", w) for w in table.WANTED), *(("extradition_sought_by", w) for w in table.EXTRADITION)]
    for predicate, words in rows:
        for match in view.search(words):
            person, by = _person(view, match), view.named(match, "by")
            spans = spans_of(view, match, person) if person else ()
            if person is None or by is None or not spans:
                continue
            name = page.text[by.start : by.end] if by.kind == "l" else None
            value = WantedValue(actor=None if name else by.ref, description=name, reward=_reward(match))
            yield Draft(person.ref or "", predicate, value, spans)


def _reward(match: re.Match[str]) -> Reward | None:
    words = match.groupdict().get("sum") or match.groupdict().get("money") or ""
    money = re.search(r"\$([\d.,]+\d|\d)( million)?", words)
    if not money:
        return Reward() if table.OFFERED.search(match.group()) else None
    amount = float(money.group(1).replace(",", "")) * (1_000_000 if money.group(2) else 1)
    return Reward(amount=int(amount), currency="USD")


def _accused(page: Page, view: View) -> Iterator[Draft]:
    """Read "it accuses X of leading a ring": what it holds X to be, and on whose word."""
    for match in view.search(table.ACCUSED_OF):
        person, by = _person(view, match), view.named(match, "by")
        words = noun_phrase(view, view.sentence.start + match.end(), 8, frozenset({"of", "a", "an", "the"}))
        if person and person.ref and by and by.ref and words:
            start = view.sentence.start + match.start("d")
            value = FactValue(description=page.text[start : words[1]], by=by.ref)
            yield Draft(person.ref, "status", value, ((start, words[1]),), "suspected", _word_of(page, by))


def _regarded(page: Page, view: View) -> Iterator[Draft]:
    for match in view.search(table.REGARDED):
        person = _person(view, match)
        at = view.sentence.start + match.end()
        words = noun_phrase(view, at, 8, frozenset({"of", "a", "an", "the"}))
        by = view.subject_of(view.sentence.start + match.start(), "f")
        if person and person.ref and words:
            chains = _word_of(page, by) if by else None
            value = FactValue(description=page.text[slice(*words)], by=by.ref if by else None)
            yield Draft(person.ref, "status", value, (words,), "stated" if by else None, chains)
