"""Standing facts about groups: how strong, since when, of what creed, what is laid at their door, what became of them.

Theory as in relations.py. A sum of deaths is a group's own only with a period of years beside it; otherwise it is an
incident's toll and is left alone. A statement with a copula is kept only where a superlative or a word of rank shows
that it sums the group up.
"""

import re
from collections.abc import Iterator

from testigo.extract.claims.phrases import noun_phrase
from testigo.extract.claims.relations import Spans, bounds, spans_of
from testigo.extract.claims.view import Mark, View, pattern
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Number, Time
from testigo.extract.page import Page
from testigo.records.base import Value
from testigo.records.values import DateValue, FactValue, PeriodValue, RangeValue

_FIGHTERS = (
    r"(?:fighters|members|militants|combatants|soldiers|troops|guerrillas|armed men(?: and women)?|men and women|gunmen|adherents|rebels|insurgents"
    r"|foot soldiers|men|active members|followers|personnel)\b(?! (?:killed|dead|were|was|arrested|captured|wounded|in custody|who died))"
)
_STRENGTH = (
    rf"<s:B><gap>(?: ?,)?<adv> (?:has|had|have|numbers|numbered|counts|counted|fields|boasts|boasted|commands|with|of)(?: an estimated| an army of)?"
    rf" <n:N> (?:[\w-]+ ){{0,2}}?(?P<end>{_FIGHTERS})",
    rf"<s:B>(?:'s)? (?:estimated )?<n:N> (?:[\w-]+ ){{0,1}}?(?P<end>(?:fighters|members|combatants|foot soldiers)\b)(?! (?:killed|were|was|arrested))",
    r"<n:N>[ -](?P<end>(?:strong|member|man)\b) (?:[\w-]+ ){0,2}?<s:B>",
)  # fmt: skip
_IT_HAS = rf"(?:it|the (?:group|organi[sz]ation)) (?:is believed to have|is thought to have|has|had)(?: an estimated)? <n:N> (?:[\w-]+ ){{0,2}}?(?P<end>{_FIGHTERS})"
_DEATHS = (
    r"(?:caus(?:ed|ing)|responsible for|blamed for|accused of|claimed|left|killed|killing|murdered)(?: the)?(?: (?:deaths?|lives|killings?|murders?) of)?"
    r" (?P<n>\ue007+) (?P<end>people|civilians|lives|deaths|victims|persons)"
)
_PERIOD = (
    r"<s:B> ?,? (?:which |that |who )?<t:T> (?:terrori[sz]ed|waged|fought|ravaged|operated|led|carried out)",
    r"<s:B><gap><adv> (?:terrori[sz]ed|waged|fought|operated|active)(?: [\w-]+){0,6} <t:T>",
)
_CREED = (
    r"maoist|marxist(?:-leninist)?|communist|leftist|left-wing|far-left|islamist|jihadist|jihadi|islamic extremist|salafist|salafi|wahhabi"
    r"|far-right|right-wing|ultranationalist|nationalist|separatist|secessionist|neo-nazi|white supremacist|anarchist|fascist|fundamentalist"
)
_CLASS = (
    r"(?:group|organi[sz]ation|militia|movement|party|guerrillas?|insurgency|insurgents?|rebels?|faction|network|militants?|outfit|army|band|rebel group)"
)
_IDEOLOGY = (
    rf"\b(?P<d>{_CREED})(?: [a-z][\w-]*){{0,2}}?(?: {_CLASS})?,? <s:G>",
    rf"<s:G>(?: ?,| is| was)<adv> (?:an? |the )?<mod>(?P<d>{_CREED})(?: [\w-]+){{0,2}}? {_CLASS}\b",
    rf"<s:G><adv> the <mod>(?P<d>{_CREED})(?: [\w-]+){{0,2}}? {_CLASS}\b",
)
_NAMES_IT = r"(?:designat(?:es?|ed)|lists|listed|classif(?:y|ies|ied)|label+ed|declared|considers?|considered|brand(?:s|ed)|deems|deemed|blacklisted)"
_TERROR = r"(?P<d>(?:[\w-]+ ){0,3}?(?:narco-)?terror(?:ist)? (?:organi[sz]ations?|groups?|entity|entities|network))"
_DESIGNATED = (
    rf"(?P<by>[\ue002\ue005]+)<adv> {_NAMES_IT} <mod><s:G>(?: as| to be)? (?:an? )?{_TERROR}",
    rf"<s:G><gap>(?: ?,)?<adv> {_NAMES_IT}(?: <T>)?(?: as| to be)? (?:an? )?{_TERROR}(?: <T>)? by (?:the )?(?P<by>[\ue002\ue005]+)",
)
_BARE_TERROR = r"(?P<d>(?:narco-)?terrorist (?:organi[sz]ation|group|network|militia)) <s:G>"
_RANK = r"(?:main|largest|biggest|only|deadliest|strongest|oldest|last|dominant|leading|principal|most \w+|second-largest|second-biggest|foremost)"
_SUMMED_UP = rf"(?:<T>, )?(?:the )?<s:G><gap>(?: ?,)? (?:is|was|are|has been|have been|had been|became|has become|remains|remained) (?:now |still |once )?(?P<d>(?:the |one of the |\w+'s |[\ue005]+'s )(?:[\w-]+ ){{0,1}}?{_RANK})\b"
_CAME_TO = (
    r"<s:G><gap>(?: ?,)?<adv> (?P<d>(?:disbanded|demobili[sz]ed|dissolved|lost strength|was (?:disbanded|dissolved|dismantled|defeated)"
    r"|laid down (?:its|their|[\ue001]+) (?:arms|weapons)|ceased to exist))"
)
_TO_CLAUSE_END = re.compile(r"[^,;.:()\"]*")
_MOST_WORDS = 16


def find_group_facts(page: Page, view: View, numbers: dict[int, Number], previous: View | None) -> Iterator[Draft]:
    """Find what one sentence says of groups for good.

    numbers: the sentence's own, by start. previous: the sentence before, whose subject "It has 300 fighters" means.
    """
    yield from _its_strength(view, numbers, previous)
    if not any(m.kind in "gf" for m in view.marks):
        return
    yield from _strength(view, numbers)
    yield from _deaths(view, numbers)
    yield from _periods(view)
    yield from _words(page, view, "ideology", _IDEOLOGY)
    yield from _designated(page, view)
    yield from _words(page, view, "status", (_BARE_TERROR,))
    yield from _standing(page, view)


def _subject(view: View, match: re.Match[str]) -> Mark | None:
    subject = view.named(match, "s")
    return subject if subject and subject.ref else None


def _strength(view: View, numbers: dict[int, Number]) -> Iterator[Draft]:
    for words in _STRENGTH:
        for match in view.search(words):
            number = numbers.get(view.sentence.start + match.start("n"))
            subject = _subject(view, match)
            if number is None or subject is None:
                continue
            spans: Spans = ((number.start, view.sentence.start + match.end("end")),)
            after = [t for t in view.times if t.start >= spans[0][1] and not t.is_duration]
            time = after[0] if len(after) == 1 else view.time_in(*spans[0])
            if time and time.day_start:
                spans = tuple(sorted((*spans, (time.start, time.end))))
            yield Draft(subject.ref or "", "strength", _range(number, date_of(time)), spans)


def _its_strength(view: View, numbers: dict[int, Number], previous: View | None) -> Iterator[Draft]:
    match = pattern(_IT_HAS).match(view.text)
    if match is None or previous is None or previous.sentence.paragraph != view.sentence.paragraph:
        return
    groups = {m.ref: m for m in previous.marks if m.kind == "g"}
    number = numbers.get(view.sentence.start + match.start("n"))
    if number and len(groups) == 1:
        span = (number.start, view.sentence.start + match.end("end"))
        yield Draft(next(iter(groups)) or "", "strength", _range(number, None), (span,))


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
    for match in view.search(_DEATHS) if period else ():
        at = view.sentence.start + match.start("n")
        number, owners = numbers.get(at), view.before(view.sentence.start + match.start(), "gf")
        if number and owners and owners[-1].kind == "g":
            span = (view.sentence.start + match.start(), view.sentence.start + match.end("end"))
            yield Draft(owners[-1].ref or "", "attributed_deaths", _range(number, period=period), (span,))


def _periods(view: View) -> Iterator[Draft]:
    for words in _PERIOD:
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
                yield Draft(subject.ref or "", predicate, FactValue(description=_text(page, view, match)), spans)


def _text(page: Page, view: View, match: re.Match[str], group: str = "d") -> str:
    return page.text[view.sentence.start + match.start(group) : view.sentence.start + match.end(group)]


def _designated(page: Page, view: View) -> Iterator[Draft]:
    for words in _DESIGNATED:
        for match in view.search(words):
            subject, by = _subject(view, match), view.named(match, "by")
            if subject is None or by is None:
                continue
            time = view.time_in(view.sentence.start + match.start(), view.sentence.start + match.end())
            who = page.text[by.start : by.end] if by.kind == "l" else by.ref
            description = re.sub(r"^(?:an?|as) ", "", _text(page, view, match))
            value: Value = FactValue(description=description, by=who, date=date_of(time))
            spans = spans_of(view, match, subject, time.end if time else 0)
            if spans:
                yield Draft(subject.ref or "", "designated_as", value, spans)


def _standing(page: Page, view: View) -> Iterator[Draft]:
    for words in (_SUMMED_UP, _CAME_TO):
        for match in view.search(words):
            subject = _subject(view, match)
            rest = _TO_CLAUSE_END.match(view.text, match.start("d"))
            if subject is None or rest is None:
                continue
            start, end = view.sentence.start + match.start("d"), view.sentence.start + rest.end()
            said = page.text[start:end]
            end = start + len(" ".join(said.split(" ")[:_MOST_WORDS]).rstrip())
            cut = re.search(r" (?:with|and has|and is|after|according|since|when|while|which|who)\b", page.text[start:end])
            end = start + cut.start() if cut and words is _SUMMED_UP else end
            phrase = noun_phrase(view, start, _MOST_WORDS, frozenset("of in to and the by until it was".split()))
            begin = phrase[0] if phrase and words is _SUMMED_UP else start
            spans = spans_of(view, match, subject, end)
            if spans:
                yield Draft(subject.ref or "", "status", FactValue(description=page.text[begin:end]), spans)
