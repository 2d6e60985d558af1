"""Blocking keys: two report incidents are compared only where they share one.

Keys hold only what one profile says, never how many others there are: a report that arrives changes nobody's keys. They
are place and days; the heaviest words and days; names; and the heaviest words by themselves, for the court report a
year on. Those two without days begin with `~`: where more than `LIMIT` incidents share one, it says nothing any more
and leads nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from testigo.reconcile.profiling import Profile
from testigo.reconcile.who_what import short_names

# Swept on the train part of us_incidents, 2026-11: recall of true pairs .96 with 12 words alone, .979 with 20, .989
# with places, names and words of one week beside them; shorter windows for places lose 1%, longer ones win nothing.
WORDS_ALONE = 20
WORDS_WITH_DAYS = 24
PLACE_DAYS = 32
WORD_DAYS = 8
NAMES_KEPT = 24
PHRASES_KEPT = 12
LIMIT = 100


def keys(profile: Profile) -> tuple[str, ...]:
    """Name the buckets in which this incident may meet others, sorted."""
    months, weeks = _windows(profile, PLACE_DAYS), _windows(profile, WORD_DAYS)
    places = {*profile.around, *(s.key for s in profile.places if s.type != "country")}
    names = short_names((*profile.victims, *profile.doers, *profile.people, *profile.speakers))[:NAMES_KEPT]
    found = {f"p{place}|{window}" for place in places for window in months}
    found |= {f"w{word}|{window}" for word, _ in profile.words[:WORDS_WITH_DAYS] for window in weeks}
    found |= {f"~n{name}" for name in names}
    found |= {f"~w{word}" for word, _ in profile.words[:WORDS_ALONE]}
    found |= {f"~f{phrase}" for phrase, _ in profile.phrases[:PHRASES_KEPT]}
    return tuple(sorted(found))


def _windows(profile: Profile, days: int) -> tuple[str, ...]:
    """Name half-overlapping windows around the days told: any two days at most so far apart share one."""
    told = {d for stretch in profile.days[:1] for d in stretch}
    if profile.published is not None:
        told.add(profile.published)
    return tuple(sorted({str(d // days + step) for d in told for step in (0, 1)})) or ("?",)


def pairs_of(ordered: Sequence[Profile]) -> list[tuple[int, int]]:
    """Give every pair of places in the list whose profiles share a live key, two of one report never, sorted."""
    blocks: dict[str, list[int]] = {}
    for index, profile in enumerate(ordered):
        for key in keys(profile):
            blocks.setdefault(key, []).append(index)
    size = len(ordered)
    found = {i * size + j for members in _live(blocks) for i, j in _within(members)}
    pairs = (divmod(both, size) for both in sorted(found))
    return [(i, j) for i, j in pairs if ordered[i].document != ordered[j].document]


def _live(blocks: Mapping[str, list[int]]) -> Iterator[list[int]]:
    return (members for key, members in blocks.items() if not key.startswith("~") or len(members) <= LIMIT)


def _within(members: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((i, j) for at, i in enumerate(members) for j in members[at + 1 :])
