"""What stands around an expression of date: the marks by which the act's date is told from other dates.

A date belongs to the word beside it ("shot on Monday", "charged on Tuesday"), so most marks are the classes of the words
next to it (`when_words`), those of violence first. The others say how it is put (with an hour, after "since"), where it
stands (headline, lead, caption), and how its day lies to the report's own and to the other days named. A mark is a short
readable string; what each weighs is learned and stands in `when_weights.csv`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from testigo.extract.incidents.triggers import Trigger
from testigo.extract.incidents.when_beside import DYING, VIOLENT, classes_of, is_later_death, nearest, place_among
from testigo.extract.incidents.when_words import FORMS, HOUR, PART_OF_DAY, PREPOSITION, STAMP
from testigo.extract.mentions.found import Time
from testigo.extract.page import Page, Sentence

_HOUR_REACH = 28  # characters
_RECENT = 60  # days: of days named, the earliest counts among these only
_DAY_FORMS = frozenset(("today", "yesterday", "date", "weekday"))
_BOUNDS = ((-1, "ahead"), (0, "none"), (1, "one"), (3, "three"), (7, "week"), (31, "month"), (366, "year"))

Days = tuple[str | None, str | None, str]


class Setting:
    """What the marks of one incident's dates are read against.

    today: the day that the report speaks from. own, others: numbers of the sentences that tell this incident, or another
    one. times: the candidates.
    """

    def __init__(
        self,
        page: Page,
        today: str | None,
        times: Sequence[Time],
        triggers: Iterable[Trigger],
        own: set[int],
        others: set[int],
    ) -> None:
        self.page, self.today, self.own, self.others = page, today, own, others
        self.lead = next((s.index for s in page.sentences if s.kind == "body"), 0)
        self.triggers: dict[int, list[Trigger]] = defaultdict(list)
        for trigger in triggers:
            self.triggers[trigger.sentence].append(trigger)
        self._classes: dict[int, list[str | None]] = {}
        self.exact: dict[int, list[Time]] = defaultdict(list)
        for time in times:
            if time.precision in ("day", "time"):
                self.exact[time.sentence].append(time)
        self.named = Counter(days_of(t) for t in times)
        self.earliest = min((str(t.day_start) for t in times if self._is_recent(t)), default="")

    def classes(self, sentence: Sentence) -> list[str | None]:
        """Give the classes of a sentence's words, worked out once."""
        if sentence.index not in self._classes:
            self._classes[sentence.index] = classes_of(sentence, self.triggers.get(sentence.index, ()))
        return self._classes[sentence.index]

    def _is_recent(self, time: Time) -> bool:
        gap = days_between(time.day_start, self.today)
        return time.precision == "day" and gap is not None and 0 <= gap < _RECENT


def days_of(time: Time) -> Days:
    """Give the stretch of days that an expression names; where it is unknown, its words stand for it."""
    return time.day_start, time.day_end, "" if time.day_start or time.day_end else time.text.lower()


def days_between(day: str | None, other: str | None) -> int | None:
    """Give how many days the other is later, None where either is unknown."""
    try:
        return date.fromisoformat((other or "")[:10]).toordinal() - date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def marks_of(time: Time, setting: Setting) -> frozenset[str]:
    """Give the marks of one expression."""
    sentence = setting.page.sentences[time.sentence]
    return frozenset(
        (
            *_beside(time, sentence, setting.classes(sentence)),
            *_form(time, sentence),
            *_standing(time, sentence, setting),
            *_among(time, setting),
        )
    )


def _beside(time: Time, sentence: Sentence, classes: Sequence[str | None]) -> list[str]:
    """Tell by what classes of words a date stands."""
    first, last = place_among(sentence.tokens, time)
    before, after = nearest(classes[:first][::-1]), nearest(classes[last:])
    left, right = before[0] if before else ("none", 0), after[0] if after else ("none", 0)
    marks = [f"before {left[0]}", f"after {right[0]}", f"between {left[0]} and {right[0]}"]
    if before and left[1] <= 2 and not (first and sentence.tokens[first - 1].lower == "that"):
        marks.append(f"right behind {left[0]}")
    if after and right[1] <= 1 and sentence.tokens[last].text != ",":
        marks.append(f"right before {right[0]}")
    if len(before) > 1:
        marks.append(f"further before {before[1][0]}")
    if first == 0 and len(after) > 1:
        marks.append(f"at the start, then {right[0]} {after[1][0]}")
    told = {name for name, _ in before + after}
    marks += [f"beside {name}" for name in told]
    if not told & VIOLENT:
        marks.append("nothing of violence beside")
    if left[0] in DYING and is_later_death(sentence, time):
        marks.append("a later death")
    return marks


def _form(time: Time, sentence: Sentence) -> list[str]:
    """Tell how a date is put."""
    at = time.start - sentence.start
    before, after = (
        sentence.text[max(0, at - _HOUR_REACH) : at],
        sentence.text[time.end - sentence.start :][:_HOUR_REACH],
    )
    lead = PREPOSITION.match(time.text)
    form = next((name for name, pattern in FORMS if pattern.search(time.text)), "other")
    is_day = time.precision == "unknown" and form in _DAY_FORMS  # a weekday that there is nothing to count from
    marks = [
        f"precision {'day' if is_day else time.precision}",
        f"form {form}",
        f"preposition {lead.group().lower() if lead else 'none'}",
    ]
    if time.clock or HOUR.search(before) or HOUR.search(after):
        marks.append("with an hour")
    if time.part or PART_OF_DAY.search(time.text):
        marks.append("with a part of the day")
    if time.text.endswith(("’s", "'s")):
        marks.append("genitive")
    if STAMP.search(before):
        marks.append("stamp")
    if at == 0:
        marks.append("opens its sentence")
    return marks


def _standing(time: Time, sentence: Sentence, setting: Setting) -> list[str]:
    """Tell where in the report a date stands, and whether the incident is told there."""
    index, lead = sentence.index, setting.lead
    marks = [f"in {sentence.kind}"]
    marks.append(
        "lead" if index <= lead + 1 else "early" if index <= lead + 4 else "middle" if index <= lead + 12 else "late"
    )
    if index in setting.own:
        marks.append("told here")
    elif index in setting.others:
        marks.append("another told here")
    else:
        near = any(i in setting.own for i in range(index - 3, index))
        marks.append("told just before" if near else "told elsewhere")
    same = setting.exact.get(index, [])
    if len(same) > 1 or (same and same[0] is not time):
        marks.append("first of several" if time.start <= same[0].start else "another of several")
    return marks


def _among(time: Time, setting: Setting) -> list[str]:
    """Tell how a day lies to the report's own and to the others named."""
    marks = [f"named {min(3, setting.named[days_of(time)])} times"]
    if len(setting.named) == 1:
        marks.append("only day")
    if time.day_start == setting.earliest:
        marks.append("earliest")
    gap = days_between(time.day_end or time.day_start, setting.today)
    marks.append("gap unknown" if gap is None else "gap " + next((w for b, w in _BOUNDS if gap <= b), "more"))
    return marks
