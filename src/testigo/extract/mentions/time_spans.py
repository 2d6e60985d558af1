"""Read months, quarters, seasons, years, decades and centuries, and stretches of them.

Readers are as in time_calendar. "early May" and "the end of 1990" have the bounds of the whole: which days are early is
nobody's to say.
"""

import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.time_calendar import ANOTHER_YEAR, VERB_MAY, is_between, words_before, year_of
from testigo.extract.mentions.time_days import UNKNOWN, Context, When
from testigo.extract.mentions.time_words import ORDINALS, SEASONS, is_year, month_number, small_number

# A month by itself is a date only behind one of these; months are names and verbs too.
_MONTH_LEAD = re.compile(
    r"\b(?:in|for|since|until|till|by|during|from|through|throughout|between|before|after|of|mid|early|late|around|as\s+of"
    r"|last|next|every|each|to|and|or|over|into)"
    r"[\s-]+(?:(?:early|late|mid)[\s-]+)?$",
    re.IGNORECASE,
)
_FIRM_LEAD = re.compile(
    r"\b(?:(?P<sure>in|since|until|till|during|through|throughout|mid|early|late|as\s+of|last|next)|by|from|between|before|after)"
    r"[\s-]+(?:(?:early|late|mid)[\s-]+)?$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\s+(?:ended|ending)\b", re.IGNORECASE)
_GIVEN_NAMES = frozenset("april may june august".split())
_UNITS_IN_WORDS = {"nineteen": 19, "eighteen": 18, "twenty": 20}


def read_month_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "May 2016", "early May last year", "mayo de 2016"."""
    year = year_of(match["year"], context)
    return days.month(month_number(match["month"]), year) if year else UNKNOWN


def read_months(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "from January to March 2020", "between Jan. 2014 and May 2015"."""
    number, second = month_number(match["month"]), month_number(match["second"])
    year, year2 = match["year"], match["year2"]
    if match["to"].strip().lower() in {"and", "&"} and not is_between(match):
        return None
    last = days.month(second, int(year2)) if year2 else days.month_without_year(second, context.reference, which)
    if last.start is None or last.start.startswith("--"):
        return UNKNOWN
    first = days.month(number, int(year) if year else int(last.start[:4]) - (number > second))
    return When(first.start, last.end, "span") if (first.start or "") <= (last.end or "") else UNKNOWN


def read_month(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read a month by itself: only after a preposition, "last", "the" …"""
    word, told, before = match["month"].lower(), " ".join((match["which"] or "").lower().split()), words_before(match)
    following = match.string[match.end() : match.end() + 30]
    if not _names_a_month(match, word, bool(told), before, following):
        return None
    how = {"": which, "this coming": "coming", "this past": "", "the past": "", "the previous": "last"}.get(told, told)
    reference = None if ANOTHER_YEAR.match(following) else context.reference
    return days.month_without_year(month_number(word), reference, how)


def _names_a_month(match: re.Match[str], word: str, is_told: bool, before: str, following: str) -> bool:
    is_shouted = match.string.isupper()
    is_led = bool(_MONTH_LEAD.search(before)) or match.group().lower().startswith(("mid", "early", "late"))
    is_verb = word in {"may", "march"} and (is_shouted or not re.match(r"\s+[a-z]", following))
    is_attribute = re.search(r"(?:\b(?i:the|a|an|this|that)|[’']s)\s+$", before) and not is_verb
    if re.match(r"\s+(?:[A-Z]\w+|\d)", following) and not is_shouted:
        lead = _FIRM_LEAD.search(before)
        is_firm = bool(lead and (lead["sure"] or word not in _GIVEN_NAMES)) or match.group().lower().startswith(
            ("mid", "early", "late")
        )
        return is_told or is_firm
    if word == "may" and VERB_MAY.match(following):
        return False
    return bool(is_told or is_led or is_attribute or match.group().endswith(("’s", "'s")))


def read_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "1992" where the words beside it show that it is a year, "fiscal 1988", "the year 2000"."""
    if match.groupdict().get("sure"):
        return days.year(int(match["year"]))
    return days.year(int(match["year"])) if is_year(match.string, *match.span("year")) else None


def read_year_in_words(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "nineteen ninety-four", "the year two thousand"."""
    rest = match["rest"]
    if rest is None:
        return days.year(2000)
    number = small_number(rest)
    return days.year(_UNITS_IN_WORDS[match["century"].lower()] * 100 + number) if number and number >= 10 else None


def read_short_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "’94": after a preposition or a season only."""
    return days.year(days.full_year(match["year"]))


def read_years(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "between 1980 and 2000", "2011-2013", "1980-90"."""
    first, last = int(match["year"]), match["second"]
    second = int(last) if len(last) == 4 else int(match["year"][:2] + last)
    if match["to"].strip().lower() in {"and", "&"} and not is_between(match):
        return None
    return days.years(first, second) if first < second else None


def read_decade(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the 1980s", "the early '90s" (the whole decade)."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else (1900 if digits != "00" else 2000) + int(digits)
    return days.years(first, first + 9)


def read_century(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the 19th century", "the twentieth century"."""
    word = match["nth"].lower()
    number = ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))
    return days.years(number * 100 - 99, number * 100) if 1 <= number <= 21 else None


def read_season(match: re.Match[str], context: Context, which: str) -> When | None:
    """Bound a season by its year only: which months it has depends on the half of the Earth.

    "last fall", "this summer" have the year that the document's day gives; in winter that may be either of two.
    """
    season, digits = SEASONS[match["season"].lower()], match.groupdict().get("year")
    told = " ".join((match.groupdict().get("which") or "").lower().split())
    if digits:
        year = year_of(digits, context)
    elif context.reference is None:
        year = None
    else:
        year = context.reference.year + _season_shift(season, told, context.reference.month, which)
    if not year:
        return When(None, None, "season", part=season)
    last = year + (season in {"winter", "summer"})
    return When(f"{year}-01-01", f"{last}-12-31", "season", part=season)


def _season_shift(season: str, told: str, month: int, which: str) -> int:
    """Tell the year of "last fall" from the month it is said in (seasons as in the north; bounds are the year's)."""
    begins = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    if told in {"next", "this coming", "the coming"} or (which == "coming" and told != "last"):
        return int(month >= begins and told == "next")
    is_over = month >= begins + 3
    if told == "this":
        return -1 if season == "winter" and month < 4 else 0
    if told == "last":
        return 0 if is_over else -1
    return 0 if month >= begins else -1


def read_quarter(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the third quarter of 1989", "third-quarter", "last year's first quarter", "the latest quarter"."""
    groups, reference = match.groupdict(), context.reference
    told = next((groups[k] for k in ("year", "year2", "year3") if groups.get(k)), None)
    nth, is_year_ago = _nth(groups.get("nth") or groups.get("q")), bool(groups.get("ago"))
    if nth is None and _ENDED.match(match.string, match.end()):
        return When(None, None, "unknown", kind="duration", amount="P1Q")  # "the quarter ended Sept. 29"
    if nth is None:
        shift = {"this": 0, "current": 0, "next": 1}.get((groups.get("which") or "").lower(), -1)
        return days.shifted_quarter(reference, shift - 4 * is_year_ago) if reference else UNKNOWN
    if nth > 4:
        return None
    year = year_of(told, context)
    if year:
        return days.quarter(nth, year)
    if told or reference is None:
        return UNKNOWN
    found = days.quarter_without_year(nth, reference, which)
    return days.quarter(nth, int((found.start or "")[:4]) - 1) if is_year_ago else found


def _nth(word: str | None) -> int | None:
    if not word:
        return None
    lower = word.lower()
    return ORDINALS.get(lower) or int(re.sub(r"\D", "", lower))


def read_half(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the first half of 2016", "the second half of last year"."""
    year = year_of(match["year"], context)
    return days.half(1 if match["nth"].lower() == "first" else 2, year) if year else UNKNOWN
