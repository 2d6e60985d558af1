"""Standing facts about groups: how strong, since when, of what creed, what is laid at their door, what became of them.

Theory as in relations.py. A sum of deaths is a group's own only with a period of years beside it; otherwise it is an
incident's toll and is left alone. A statement with a copula is kept only where a superlative or a word of rank shows
that it sums the group up.
"""

import re
from collections.abc import Iterator

from testigo.extract.claims import group_table as table
from testigo.extract.claims.phrases import noun_phrase
from testigo.extract.claims.relations import Spans, bounds, spans_of
from testigo.extract.claims.view import Mark, View, pattern
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Number, Time
from testigo.extract.page import Page
from testigo.records.values import DateValue, FactValue, PeriodValue, RangeValue


def find_group_facts(page: Page, view: View, numbers: dict[int, Number], topic: str | None) -> Iterator[Draft]:
    """Find what one sentence says of groups for good.

    numbers: the sentence's own, by start. topic: the one group of the sentences before, whom "It has 300 fighters" means.
    """
    if topic:
        yield from _of_it(page, view, numbers, topic)
    if not any(m.kind in "gf" for m in view.marks):
        return
    yield from _strength(view, numbers)
    yield from _deaths(view, numbers)
    yield from _periods(view)
    yield from _words(page, view, "ideology", table.IDEOLOGY)
    yield from _designated(page, view)
    yield from _words(page, view, "status", (table.BARE_TERROR,))
    yield from _standing(page, view)


def _subject(view: View, match: re.Match[str]) -> Mark | None:
    subject = view.named(match, "s")
    return subject if subject and subject.ref else None


def _strength(view: View, numbers: dict[int, Number]) -> Iterator[Draft]:
    for words in table.STRENGTH:
        for match in view.search(words):
            number = numbers.get(view.sentence.start + match.start("n"))
            subject = _subject(view, match)
            if number is None or subject is None:
                continue
            spans: Spans = ((number.start, view.sentence.start + match.end("end")),)
            begun = view.sentence.start + match.start()
            after = [
                t
                for t in view.times
                if not t.is_duration and (t.start >= spans[0][1] or begun <= t.start < number.start)
            ]
            time = after[0] if len(after) == 1 else view.time_in(*spans[0])
            if time and time.day_start:
                spans = tuple(sorted((*spans, (time.start, time.end))))
            yield Draft(subject.ref or "", "strength", _range(number, date_of(time)), spans)


def _of_it(page: Page, view: View, numbers: dict[int, Number], topic: str) -> Iterator[Draft]:
    """Read what is said of "it", the one group that the sentences before speak of."""
    base = view.sentence.start
    has = pattern(table.IT_HAS).match(view.text)
    number = numbers.get(base + has.start("n")) if has else None
    if has and number:
        yield Draft(topic, "strength", _range(number, None), ((number.start, base + has.end("end")),))
    for match in view.search(table.DESIGNATED_IT):
        yield from _designation(page, view, match, topic, ((base + match.start(), base + match.end()),))


def _range(number: Number, date: DateValue | None = None, period: Time | None = None) -> RangeValue:
    start, end = bounds(period)
    return RangeValue(low=number.low, high=number.high, approx=number.approx, date=date, start=start, end=end)


def date_of(time: Time | None) -> DateValue | None:
    """Give a time as the record has dates; None without one."""
    if time is None:
        return None
    start, end = bounds(time)
    return DateValue(start=start, end=end, precision=time.precision, text=time.text)


def _years(view: View) -> Time | None:
    """Give the one period of years that a sentence tells: "between 1980 and 2000", "since 2005"."""
    long = [t for t in view.times if t.day_start and (_spans_years(t) or (t.is_since and t.precision == "year"))]
    return long[0] if len(long) == 1 else None


def _spans_years(time: Time) -> bool:
    start, end = time.day_start or "", time.day_end or ""
    return start[:4].isdigit() and end[:4].isdigit() and int(end[:4]) > int(start[:4])


def _deaths(view: View, numbers: dict[int, Number]) -> Iterator[Draft]:
    period = _years(view)
    for match in view.search(table.DEATHS) if period else ():
        at = view.sentence.start + match.start("n")
        number, owners = numbers.get(at), view.before(view.sentence.start + match.start(), "gf")
        if number and owners and owners[-1].kind == "g":
            span = (view.sentence.start + match.start(), view.sentence.start + match.end("end"))
            yield Draft(owners[-1].ref or "", "attributed_deaths", _range(number, period=period), (span,))


def _periods(view: View) -> Iterator[Draft]:
    for words in table.PERIOD:
        for match in view.search(words):
            subject, at = _subject(view, match), view.sentence.start + match.start("t")
            time = next((t for t in view.times if t.start == at), None)
            if subject and subject.kind == "g" and time and (_spans_years(time) or time.is_since):
                start, end = bounds(time)
                value = PeriodValue(start=start, end=end, precision=time.precision, text=time.text)
                yield Draft(subject.ref or "", "active_during", value, ((time.start, time.end),))


def _words(page: Page, view: View, predicate: str, rows: tuple[str, ...]) -> Iterator[Draft]:
    """Read facts whose value is a word of the match itself."""
    for words in rows:
        for match in view.search(words):
            subject = _subject(view, match)
            spans = spans_of(view, match, subject) if subject else ()
            if subject and spans:
                yield Draft(
                    subject.ref or "", predicate, FactValue(description=_text(page, view, match)), spans, None, ()
                )


def _text(page: Page, view: View, match: re.Match[str], group: str = "d") -> str:
    return page.text[view.sentence.start + match.start(group) : view.sentence.start + match.end(group)]


def _designated(page: Page, view: View) -> Iterator[Draft]:
    for words in table.DESIGNATED:
        for match in view.search(words):
            subject = _subject(view, match)
            if subject and subject.ref:
                yield from _designation(page, view, match, subject.ref, spans_of(view, match, subject))


def _designation(page: Page, view: View, match: re.Match[str], group: str, spans: Spans) -> Iterator[Draft]:
    by = view.named(match, "by")
    if by is None or not spans:
        return
    time = view.time_in(view.sentence.start + match.start(), view.sentence.start + match.end())
    if time and time.start >= spans[-1][1]:
        spans = (*spans[:-1], (spans[-1][0], time.end))
    who = page.text[by.start : by.end] if by.kind == "l" else by.ref
    description = re.sub(r"^(?:an?|as) ", "", _text(page, view, match))
    yield Draft(group, "designated_as", FactValue(description=description, by=who, date=date_of(time)), spans)


def _standing(page: Page, view: View) -> Iterator[Draft]:
    for words in (table.SUMMED_UP, table.CAME_TO):
        for match in view.search(words):
            subject = _subject(view, match)
            rest = table.TO_CLAUSE_END.match(view.text, match.start("d"))
            if subject is None or rest is None:
                continue
            start, end = view.sentence.start + match.start("d"), view.sentence.start + rest.end()
            said = page.text[start:end]
            end = start + len(" ".join(said.split(" ")[: table.MOST_WORDS]).rstrip())
            cut = re.search(
                r" (?:with|as|and has|and is|after|according|since|when|while|which|who)\b", page.text[start:end]
            )
            end = start + cut.start() if cut and words is table.SUMMED_UP else end
            phrase = noun_phrase(view, start, table.MOST_WORDS, frozenset("of in to and the by until it was".split()))
            begin = phrase[0] if phrase and words is table.SUMMED_UP else start
            spans = spans_of(view, match, subject, end)
            if spans:
                yield Draft(subject.ref or "", "status", FactValue(description=page.text[begin:end]), spans)
