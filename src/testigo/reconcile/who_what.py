"""Fields of a comparison that tell who and what: each gives, for every pair, which of its levels holds.

Tolls are read for what they can tell: two reports with one dead each say little, two with 43 each say much, and a toll
that grew from 9 to 14 is no contradiction.
"""

from collections.abc import Iterable

import numpy as np

from testigo.reconcile.columns import Columns, Floats, Ints, first_true
from testigo.reconcile.profiling import Profile
from testigo.reconcile.words import RAREST, rarity

VICTIMS = (
    "two victims named by both", "a victim named by both", "a victim of one whom the other names", "other victims",
    "victims named by one alone", "no victim named",
)  # fmt: skip
PEOPLE = (
    "three persons named by both", "two persons named by both", "a person named by both", "a speaker named by both",
    "other persons", "nobody named",
)  # fmt: skip
AGES = ("two ages shared", "an age shared", "other ages", "no age")
KILLED = (
    "same toll of ten or more", "same toll of three to nine", "same toll of two", "same toll of one",
    "nobody killed in either", "tolls close", "tolls apart", "a toll in one alone", "no toll",
)  # fmt: skip
KIND = ("same kind", "kinds that go together", "other kinds")
SCOPE = ("same scope", "unclear scope", "other scopes")
PART = ("one is told in passing", "both are told in passing", "both are why the report exists")
MEANS = ("same means", "other means", "no means")
GROUPS = ("two groups shared", "a group shared", "other groups", "no group")
CLOSE = 1.6  # tolls whose ratio is at most this are close: 9 and 14 are

_FAMILIES = {
    "deadly": "killing assault robbery kidnapping sexual_violence torture other_violence arson disappearance",
    "explosive": "bombing air_or_artillery killing armed_clash sabotage arson",
    "armed": "armed_clash territorial_change air_or_artillery killing assault campaign repression",
    "custody": "arrest repression kidnapping disappearance torture",
    "menace": "threat extortion robbery kidnapping",
    "flight": "displacement territorial_change armed_clash campaign air_or_artillery",
}


def victims(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the names of those whom it befell."""
    own = cols.sets("victims", lambda p: short_names(p.victims))
    every = cols.sets("everyone", lambda p: short_names((*p.victims, *p.doers, *p.people, *p.speakers)))
    count = own.shared(a, b)[0]
    crossed = (own.shared(a, b, every)[0] > 0) | (own.shared(b, a, every)[0] > 0)
    mine, theirs = own.sizes(a) > 0, own.sizes(b) > 0
    return first_true(count > 1, count == 1, crossed, mine & theirs, mine | theirs)


def people(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the names of all others."""
    named = cols.sets("people", lambda p: short_names((*p.doers, *p.people)))
    cited = cols.sets("cited", lambda p: short_names((*p.doers, *p.people, *p.speakers)))
    count = named.shared(a, b)[0]
    told = (cited.sizes(a) > 0) & (cited.sizes(b) > 0)
    return first_true(count > 2, count == 2, count == 1, cited.shared(a, b)[0] > 0, told)


def ages(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the ages of those whom it befell."""
    told = cols.sets("ages", lambda p: map(str, p.ages))
    count = told.shared(a, b)[0]
    return first_true(count > 1, count == 1, (told.sizes(a) > 0) & (told.sizes(b) > 0))


def killed(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare how many were killed."""
    return _tolls(cols, "killed", a, b)


def injured(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare how many were hurt."""
    return _tolls(cols, "injured", a, b)


def _tolls(cols: Columns, figure: str, a: Ints, b: Ints) -> Ints:
    low = cols.numbers(f"{figure} low", lambda p: _end(p, figure, 0))
    high = cols.numbers(f"{figure} high", lambda p: _end(p, figure, 1))
    overlap = (low[a] <= high[b]) & (low[b] <= high[a])
    size = np.maximum(low[a], low[b])
    near = np.maximum(low[a], low[b]) <= CLOSE * np.minimum(high[a], high[b])
    known_a, known_b = ~np.isnan(low[a]), ~np.isnan(low[b])
    return first_true(
        overlap & (size >= 10), overlap & (size >= 3), overlap & (size >= 2), overlap & (size >= 1), overlap,
        known_a & known_b & near, known_a & known_b, known_a | known_b,
    )  # fmt: skip


def _end(profile: Profile, figure: str, which: int) -> float | None:
    """Give a toll's low or high end; an open end stands at the other."""
    low, high = profile.tolls.get(figure, (None, None))
    if low is None and high is None:
        return None
    low, high = (low if low is not None else high), (high if high is not None else low)
    return low if which == 0 else high


def kind(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the kinds of violence."""
    same = cols.sets("kind", lambda p: [p.kind])
    family = cols.sets("family", lambda p: [f for f, kinds in _FAMILIES.items() if p.kind in kinds.split()])
    return first_true(same.shared(a, b)[0] > 0, family.shared(a, b)[0] > 0)


def scope(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the scopes."""
    same = cols.sets("scope", lambda p: [p.scope])
    clear = cols.sets("clear", lambda p: [p.scope] if p.scope != "unclear" else [])
    return first_true(same.shared(a, b)[0] > 0, (clear.sizes(a) == 0) | (clear.sizes(b) == 0))


def part(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare what the incidents are in their reports: the chief one, or one that is only recalled."""
    chief = cols.numbers("chief", lambda p: float(p.main))
    told = chief[a] + chief[b]
    return first_true(told == 1, told == 0)


def means(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare weapons and methods."""
    told = cols.sets("means", lambda p: p.weapons)
    return first_true(told.shared(a, b)[0] > 0, (told.sizes(a) > 0) & (told.sizes(b) > 0))


def groups(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the groups and forces that did it or suffered it."""
    told = cols.sets("groups", lambda p: p.actors)
    count = told.shared(a, b)[0]
    return first_true(count > 1, count == 1, (told.sizes(a) > 0) & (told.sizes(b) > 0))


def short_names(names: Iterable[str]) -> list[str]:
    """Give first and last word of each name: writers differ in what stands between."""
    return [f"{words[0]} {words[-1]}" for words in (n.split() for n in names)]


def rare(profile: Profile) -> list[str]:
    """Give the words that the table of common words does not know."""
    return [word for word, _ in profile.words if rarity(word) >= RAREST]


def likeness(cols: Columns, a: Ints, b: Ints) -> Floats:
    """Give the cosine of the texts' heaviest words."""
    return cols.sets("words", lambda p: p.words).shared(a, b)[1]
