"""Whose date is it: which words stand beside an expression of date, and whether one sentence dates an act by it.

"Shot on Monday" dates the act, "charged on Monday" does not. A man shot on Friday who died on Monday was killed by what
was done on Friday.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from testigo.extract.incidents.triggers import Trigger
from testigo.extract.incidents.when_words import CLASS_OF, OPENING, PASSIVE, PREPOSITION, YEAR
from testigo.extract.mentions.found import Time
from testigo.extract.page import Sentence, Token

REACH = 14  # tokens on either side that may govern a date
VIOLENT = frozenset(("act", "noun", "harm", "death", "happened"))
DYING = frozenset(("death", "health"))
_OTHERWISE = frozenset("told court arrested named mourned printed ahead ended born asked".split())
_OPENING_SENTENCES = 3  # a headline, a credit, the first of the body
_MOST_OPENING = 8  # words before the day that a page opens with
_END = ";"  # what stands beyond it is another matter
_OF_WOUNDS = re.compile(
    r"\b(?:(?:from|of|to) (?:(?:his|her|their|the|its|gunshot|bullet|stab) ){0,2}(?:wounds?|injuries)|after being|"
    r"after (?:he|she|they) (?:was|were)|(?:days?|weeks?|months?|hours) (?:after|later|earlier|before))\b",
    re.IGNORECASE,
)
_HURT_THEN_DEAD = re.compile(
    r"\b(?:who (?:was|were|had been)|man|woman|boy|girl|teen\w*|student|officer|policeman|soldier|person|people|victims?|child|"
    r"toddler|baby|infant|year-old|protester|journalist) (?:\w+ ){0,2}(?:shot|wounded|stabbed|injured|hit|struck|beaten|burned|hurt)\b"
    r"[^.;]{0,200}\b(?:died|dies|dead|succumbed|pronounced)\b|"
    r"\b(?:another|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:victim|person|man|woman|boy|girl|child|student|"
    r"officer|soldier|worker|survivor)\b[^.;]{0,120}\b(?:died|dies|has died|succumbed)\b",
    re.IGNORECASE,
)


def place_among(tokens: Sequence[Token], time: Time) -> tuple[int, int]:
    """Give the numbers of the first token of an expression and of the first behind it."""
    return bisect_left(tokens, time.start, key=lambda t: t.start), bisect_left(tokens, time.end, key=lambda t: t.start)


def classes_of(sentence: Sentence, triggers: Sequence[Trigger]) -> list[str | None]:
    """Give the class of every word of a sentence, None for a word of none."""
    violent = {t.start: t for t in triggers}
    classes: list[str | None] = []
    within: Trigger | None = None
    before = ""
    for token in sentence.tokens:
        within = violent.get(token.start, within if within and token.start < within.end else None)
        if within:
            classes.append(_class_of(within))
        elif token.lower == "reported" and before in PASSIVE:
            classes.append("called")
        elif token.lower == "incident" and before == "without":
            classes.append(None)
        else:
            classes.append(_END if token.text == ";" else CLASS_OF.get(token.lower))
        before = token.lower
    return classes


def _class_of(trigger: Trigger) -> str:
    if trigger.force == "act":
        return "noun" if trigger.is_noun else "act"
    if trigger.force == "outcome":
        return "death" if trigger.kind == "killing" else "harm"
    return "happened"


def nearest(classes: Sequence[str | None]) -> list[tuple[str, int]]:
    """Give the first three classes within reach, each with how far it stands; a semicolon ends the search."""
    found: list[tuple[str, int]] = []
    for far, name in enumerate(classes[:REACH]):
        if name == _END or len(found) == 3:
            break
        if name and (not found or found[-1][0] != name):
            found.append((name, far))
    return found


def is_later_death(sentence: Sentence, time: Time) -> bool:
    """Does it date the death of somebody who was hurt before: "died on Monday of his wounds"?"""
    start = time.start - sentence.start
    around = sentence.text[max(0, start - 80) : start + 120]
    return bool(_OF_WOUNDS.search(around) or _HURT_THEN_DEAD.search(sentence.text[max(0, start - 260) : start]))


def time_of_the_act(sentence: Sentence, times: Sequence[Time], triggers: Sequence[Trigger]) -> Time | None:
    """Give the date that a sentence gives its act: the one right before a word of violence, else a day, else any."""
    classes = classes_of(sentence, triggers)
    good = [t for t in times if not (t.is_duration or t.is_stamp) and _is_of_the_act(sentence, t, classes)]
    exact = [t for t in good if t.precision in ("time", "day")]
    beside = [t for t in exact if any(_touch(sentence, t.end, r.start) for r in triggers)]
    return next(iter(beside or exact or good), None)


def _touch(sentence: Sentence, end: int, start: int) -> bool:
    """Is there nothing between: "Monday's car bombing"?"""
    return 0 <= start - end <= 2 and not sentence.text[end - sentence.start : start - sentence.start].strip()


def _is_of_the_act(sentence: Sentence, time: Time, classes: Sequence[str | None]) -> bool:
    """Is the word nearest to this date, looking back first, one of violence? A date stamp before a headline is none."""
    first, last = place_among(sentence.tokens, time)
    if is_stamp(sentence, time):
        return False
    before, after = nearest(classes[:first][::-1]), nearest(classes[last:])
    if before and before[0][0] in DYING and is_later_death(sentence, time):
        return False
    return next((name in VIOLENT for name, _ in (*before, *after) if name in VIOLENT or name in _OTHERWISE), False)


def is_stamp(sentence: Sentence, time: Time) -> bool:
    """Is it the day that a page or its first sentence opens with: "AFP Saturday 10 Sep 2016 Air strikes on …"?"""
    is_whole = bool(YEAR.search(time.text)) and time.precision in ("day", "time")
    if sentence.index > _OPENING_SENTENCES or not is_whole:
        return False
    if not time.text[:1].isalnum() or PREPOSITION.match(time.text) or sentence.text.isupper():
        return False
    before = sentence.text[: time.start - sentence.start].split(maxsplit=_MOST_OPENING)
    if len(before) > _MOST_OPENING or any(w[0].islower() and w.lower() not in OPENING for w in before):
        return False
    after = sentence.text[time.end - sentence.start :].lstrip()
    return not after or after[0].isupper() or after[0].isdigit() or after[0] in "(|[-–—"
