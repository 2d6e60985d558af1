"""Blocking keys: two report incidents are compared only where they meet under one.

Keys hold only what one profile says, never how many others there are: a report that arrives changes nobody's keys. They
are place and days; the heaviest words and days; names; phrases; and the heaviest words by themselves, for the court
report a year on. The first character says how far a key reaches:

    `~`  weak: one such word alone is chance, so two incidents meet where they share two of them
    `=`  narrow: it leads to everyone who has it, however many they are
    else it leads to everyone who has it

Where more than `LIMIT` incidents have one that is not narrow (`WEAK_LIMIT` of a weak one), it says nothing any more and
leads nowhere: a town's two months retire in a large case, its four days do not. The store's `meeting` is this in SQL.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from testigo.reconcile.profiling import Profile
from testigo.reconcile.who_what import short_names

# Swept on the train part of us_incidents, 2026-11: recall of true pairs .96 with 12 words alone, .979 with 20, .989
# with places, names and words of one week beside them; shorter windows for places lose 1%, longer ones win nothing.
# Words alone that must come in twos: 10 pairs an incident in place of 47, and not one true pair lost (1,000 reports).
WORDS_ALONE = 20
# On top of that, on 1,163 reports of train: with the heaviest words strong and words of two months in twos, recall rises
# from .990 to .995 for 39 pairs an incident in place of 14 (dev, 1,473 reports: .969 to .993; before, .980 for 73 pairs).
WORDS_STRONG = 8
WORDS_WITH_MONTHS = 40
WORDS_WITH_DAYS = 24
PLACE_DAYS = 32
NARROW_DAYS = 4
WORD_DAYS = 8
NAMES_KEPT = 24
PHRASES_KEPT = 12
LIMIT = 100
WEAK_LIMIT = 40
WEAK, NARROW = "~", "="
LIMITS = {WEAK: WEAK_LIMIT, NARROW: sys.maxsize}


def keys(profile: Profile) -> tuple[str, ...]:
    """Name the buckets in which this incident may meet others, sorted."""
    months, weeks, near = (_windows(profile, days) for days in (PLACE_DAYS, WORD_DAYS, NARROW_DAYS))
    towns = {s.key for s in profile.places if s.type not in ("country", "first_level")}
    places = {*profile.around, *(s.key for s in profile.places if s.type != "country")}
    names = short_names((*profile.victims, *profile.doers, *profile.people, *profile.speakers))[:NAMES_KEPT]
    found = {f"p{place}|{window}" for place in places for window in months}
    found |= {f"{NARROW}p{town}|{window}" for town in towns for window in near}
    found |= {f"w{word}|{window}" for word, _ in profile.words[:WORDS_WITH_DAYS] for window in weeks}
    found |= {f"{WEAK}m{word}|{window}" for word, _ in profile.words[:WORDS_WITH_MONTHS] for window in months}
    found |= {f"s{word}" for word, _ in profile.words[:WORDS_STRONG]}
    found |= {f"n{name}" for name in names}
    found |= {f"{WEAK}w{word}" for word, _ in profile.words[:WORDS_ALONE]}
    found |= {f"f{phrase}" for phrase, _ in profile.phrases[:PHRASES_KEPT]}
    return tuple(sorted(found))


def _windows(profile: Profile, days: int) -> tuple[str, ...]:
    """Name half-overlapping windows around the days told: any two days at most so far apart share one."""
    told = {d for stretch in profile.days[:1] for d in stretch}
    if profile.published is not None:
        told.add(profile.published)
    return tuple(sorted({str(d // days + step) for d in told for step in (0, 1)})) or ("?",)


def pairs_of(ordered: Sequence[Profile]) -> list[tuple[int, int]]:
    """Give every pair of places in the list whose profiles meet, two of one report never, sorted.

    One incident after the other, so that memory holds the keys and the pairs found, never the chance meetings.
    """
    told = [keys(profile) for profile in ordered]
    blocks: dict[str, list[int]] = {}
    for index in reversed(range(len(told))):
        for key in told[index]:
            blocks.setdefault(key, []).append(index)
    live = {key: met for key, met in blocks.items() if 1 < len(met) <= LIMITS.get(key[0], LIMIT)}
    return [(i, j) for i, own in enumerate(told) for j in _met(own, live) if ordered[i].document != ordered[j].document]


def _met(own: Sequence[str], waiting: Mapping[str, list[int]]) -> Iterator[int]:
    """Give those after the first that still waits under these keys, sorted; the first waits no longer."""
    weak: Counter[int] = Counter()
    met: set[int] = set()
    for key in own:
        if key in waiting:
            waiting[key].pop()
            (weak if key[0] == WEAK else met).update(waiting[key])
    return iter(sorted(met.union(j for j, shared in weak.items() if shared > 1)))
