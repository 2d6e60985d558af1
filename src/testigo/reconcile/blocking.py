"""Blocking keys: two report incidents are compared only where they share one.

Keys hold only what one profile says, never how many others there are: a report that arrives changes nobody's keys, so
an incremental run finds the same pairs as a full one.
"""

from testigo.reconcile.profiling import Profile

WINDOW_DAYS = 16  # half-overlapping windows of twice this: any two days at most this far apart share one
NAMES_KEPT = 24
WORDS_KEPT = 8


def keys(profile: Profile) -> tuple[str, ...]:
    """Name the buckets in which this incident may meet others, sorted."""
    windows = _windows(profile)
    found = {f"p:{place}:{w}" for place in _places(profile) for w in windows}
    found |= {f"w:{word}:{w}" for word, _ in profile.words[:WORDS_KEPT] for w in windows}
    names = (*profile.victims, *profile.doers, *profile.people)[:NAMES_KEPT]
    found |= {f"n:{name}" for name in names}
    return tuple(sorted(found))


def _windows(profile: Profile) -> tuple[str, ...]:
    days = {d for stretch in profile.days[:1] for d in stretch}
    if profile.published is not None:
        days.add(profile.published)
    return tuple(sorted({str(d // WINDOW_DAYS + step) for d in days for step in (0, 1)})) or ("?",)


def _places(profile: Profile) -> set[str]:
    return {key for spot in profile.places for key in (spot.key, *spot.above) if spot.type != "country"}
