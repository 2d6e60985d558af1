"""Find figures with their hedges: "at least 16", "between 250 and 300", "about 20", "dozens", "more than a dozen".

Theory: a figure is read first (number_words), then joined with a second one into a range, then widened by the words
before and behind it, as the format's Ranges say. "over", "about" and "around" are hedges only where they do not depend
on a word before them ("anger over two deaths", "talked about two men"). What it counts is read last (number_kinds).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testigo.extract.mentions.found import Number
from testigo.extract.mentions.number_kinds import kind_of
from testigo.extract.mentions.number_words import Figure, figure_at
from testigo.extract.page import Page, Sentence, Token

_HEDGE_TABLE = {
    "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of",
    "more": "more than|over|above|in excess of|greater than|well over|just over|upwards of|upward of|exceeding|exceeded"
    "|exceeds|surpassing|surpassed",
    "at_most": "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of",
    "less": "fewer than|less than|below",
    "about": "about|around|some|approximately|roughly|an estimated|estimated|circa|approx|approx .|~"
    "|in the region of|estimated at",
    "nearly": "nearly|almost|close to|just under|close on",
}
_HEDGES = {tuple(words.split()): op for op, line in _HEDGE_TABLE.items() for words in line.split("|")}
_LONGEST = max(len(h) for h in _HEDGES)
_BEHIND = {
    ("or", "more"): "at_least", ("plus",): "at_least", ("-", "plus"): "at_least", ("+",): "at_least",
    ("or", "so"): "about", ("-", "odd"): "about", ("-", "some"): "about", ("or", "fewer"): "at_most",
    ("or", "less"): "at_most",
}  # fmt: skip
# "over" and "about" after one of these tell what the matter was, not how many.
_MATTERS = frozenset(
    "anger angry protest protests protested dispute disputes disputed outrage charge charges charged arrested convicted"
    " concern concerns concerned row questioned jailed trial tried controversy fears worries worried debate talk talks"
    " talked talking told tell tells speak speaks speaking spoke question questions asked ask know knows knew report"
    " reports detail details information something nothing more what story stories think thought complain complained"
    " complaints war battle investigation control power victory case sentenced detained wanted news all hear heard".split()
)
_CHANGES = frozenset(
    "rose rise rises risen rising raised raises raise raising went gone going increased increase increases increasing grew"
    " grown grow climbed jumped up fell fall fallen dropped drop revised updated cut reduced lowered changed doubled"
    " reducing reduction shrank expanded moved".split()
)
_DASHES = frozenset("- – —".split())


def find_numbers(page: Page) -> tuple[Number, ...]:
    """Find every figure in digits or words, in text order, none inside another.

    "no", "none", "nobody" are no figures here; nor are "a" and "an" before a noun, and "a few".
    """
    return tuple(number for sentence in page.sentences for number in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[Number]:
    tokens = sentence.tokens
    pending: list[tuple[Figure, int, str]] = []
    at = 0
    floor = 0
    while at < len(tokens):
        figure = figure_at(tokens, at)
        if figure is None:
            at += 1
            continue
        joined, first = _range(tokens, figure, floor)
        kind = kind_of(sentence, tokens, replace(joined, first=figure.first))
        pending.append((joined, first, kind))
        at = floor = joined.last
    kinds = _shared_kinds(tokens, pending)
    floor = 0
    for (figure, first, _), kind in zip(pending, kinds, strict=True):
        number, floor = _hedged(sentence, figure, first, kind, floor)
        yield number


def _range(tokens: Sequence[Token], figure: Figure, floor: int) -> tuple[Figure, int]:
    """Join "250 to 300", "between 250 and 300", "two or three"; give the figure and its first token, "between" too."""
    joint = _lower(tokens, figure.last)
    begins = figure.first - 1 if figure.first > floor else -1
    opening = _lower(tokens, begins) if begins >= 0 else ""
    is_between = opening == "between"
    joints = {"and", "to", "-", "–", "—"} if is_between else {"to", "or", "-", "–"}
    if joint not in joints or figure.vague or figure.last + 1 >= len(tokens) or figure.low is None:
        return figure, figure.first
    second = figure_at(tokens, figure.last + 1)
    if second is None or second.vague or second.low is None:
        return figure, figure.first
    if joint in _DASHES and not _is_tight(tokens, figure, second):
        return figure, figure.first
    low, high = _scaled(tokens, figure, second), second.low
    if low >= high or (opening == "from" and joint == "to" and _tells_change(tokens, begins)):
        return figure, figure.first
    if joint in _DASHES and _is_code(tokens, figure, second):
        return figure, figure.first
    if joint == "or" and high - low > max(2, low // 2):
        return figure, figure.first
    if joint == "to" and opening != "from" and _tells_change(tokens, figure.first):
        return figure, figure.first
    is_opened = is_between or (opening == "from" and joint == "to")
    return Figure(
        figure.first, second.last, low, high, words=figure.words and second.words
    ), begins if is_opened else figure.first


def _scaled(tokens: Sequence[Token], figure: Figure, second: Figure) -> int:
    """Give the lower end, the scale said only once put on it ("two to three million", "30 to 40 thousand")."""
    low, high = figure.low or 0, second.low or 0
    last = tokens[second.last - 1].lower
    scale = {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}.get(last, 1)
    return low * scale if scale > 1 and low < scale and low * scale < high else low


def _is_tight(tokens: Sequence[Token], figure: Figure, second: Figure) -> bool:
    """Does the dash stand alike on both sides ("300-400", "300 – 400")?"""
    dash = tokens[figure.last]
    return (dash.start - tokens[figure.last - 1].end) == (tokens[second.first].start - dash.end)


def _is_code(tokens: Sequence[Token], figure: Figure, second: Figure) -> bool:
    """Is it a telephone number, a date or a code ("555-1234", "2016-05-16", "305-471-TIPS")?"""
    first, other = tokens[figure.first].text, tokens[second.first].text
    after = tokens[second.last : second.last + 2]
    goes_on = len(after) == 2 and after[0].text in _DASHES and after[0].start == tokens[second.last - 1].end
    is_chain = goes_on and after[1].start == after[0].end and (after[1].text[0].isdigit() or after[1].text.isupper())
    return is_chain or _lower(tokens, figure.first - 1) in _DASHES or (len(first) == 3 and len(other) == 4)


def _tells_change(tokens: Sequence[Token], at: int) -> bool:
    return any(t.lower in _CHANGES for t in tokens[max(0, at - 8) : at])


def _shared_kinds(tokens: Sequence[Token], found: list[tuple[Figure, int, str]]) -> list[str]:
    """Give each figure the unit that is said once for two ("5 and 8 years old")."""
    kinds = [kind for _, _, kind in found]
    for k in range(len(found) - 2, -1, -1):
        figure, following = found[k][0], found[k + 1]
        between = [t.lower for t in tokens[figure.last : following[1]]]
        if kinds[k] in {"count", "other"} and kinds[k + 1] in {
            "age",
            "time",
            "measure",
            "percent",
            "calibre",
            "address",
        }:
            is_list = bool(between) and set(between) <= {"and", "or", "to", ",", "-", "–"} and between != [","]
            kinds[k] = kinds[k + 1] if is_list else kinds[k]
    return kinds


def _hedged(sentence: Sentence, figure: Figure, first: int, kind: str, floor: int) -> tuple[Number, int]:
    """Widen a figure by the hedges before and behind it; give it with the token that ends it."""
    tokens = sentence.tokens
    low, high, approx = figure.low, figure.high, False
    start, end = first, figure.last
    core = first if first < figure.first else figure.first
    for _ in range(2):
        hedge = _hedge_before(tokens, start, floor, figure)
        if hedge is None:
            break
        start = hedge[0]
        low, high, approx = _apply(hedge[1], figure, low, high, approx)
    behind = _hedge_behind(tokens, figure)
    if behind is not None:
        end = behind[0]
        low, high, approx = _apply(behind[1], figure, low, high, approx)
    core_first = figure.first if core == figure.first else core + 1
    number = Number(
        tokens[start].start, tokens[end - 1].end, tokens[core_first].start, tokens[figure.last - 1].end,
        sentence.index, low, high, approx, figure.vague, kind,
    )  # fmt: skip
    return number, end


def _hedge_before(tokens: Sequence[Token], at: int, floor: int, figure: Figure) -> tuple[int, str] | None:
    for length in range(min(_LONGEST, at - floor), 0, -1):
        words = tuple(t.lower for t in tokens[at - length : at])
        op = _HEDGES.get(words)
        if op and not _depends(tokens, at - length, words, figure):
            return at - length, op
    return None


def _depends(tokens: Sequence[Token], at: int, words: tuple[str, ...], figure: Figure) -> bool:
    """Tell "anger over two deaths" and "talked about two men" from a hedge."""
    if words[0] not in {"over", "above", "about", "around", "below", "some", "minimum", "maximum"} or len(words) > 1:
        return False
    if figure.vague or (words[0] in {"some", "above", "below"} and (figure.low or 0) < 3):
        return True
    if words[0] in {"over", "above"} and (figure.low or 0) < 5:
        return True
    return at > 0 and tokens[at - 1].lower in _MATTERS


def _hedge_behind(tokens: Sequence[Token], figure: Figure) -> tuple[int, str] | None:
    for length in (2, 1):
        words = tuple(t.lower for t in tokens[figure.last : figure.last + length])
        if op := _BEHIND.get(words):
            return figure.last + length, op
    return None


def _apply(
    op: str, figure: Figure, low: int | None, high: int | None, approx: bool
) -> tuple[int | None, int | None, bool]:
    if figure.low is None or figure.vague:
        return low, high, approx or (op in {"about", "nearly"} and not figure.vague)
    top = figure.high if figure.high is not None else figure.low
    if op == "about":
        return low, high, True
    if op == "nearly":
        return None, top, True
    if op == "at_least":
        return figure.low, None, approx
    if op == "more":
        return figure.low + 1, None, approx
    if op == "at_most":
        return None, top, approx
    return None, max(0, top - 1), approx


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
