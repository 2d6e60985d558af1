"""Ids across a case: short, and still unique."""

from collections.abc import Iterable

_DIGITS, _MORE = 8, 4


def short_ids(documents: Iterable[str]) -> dict[str, str]:
    """Give each document id the first 8 digits of its hash, all of them more where two begin alike."""
    bare = {d: d.partition(":")[2] or d for d in documents}
    size = _DIGITS
    while len({b[:size] for b in bare.values()}) < len(set(bare.values())):
        size += _MORE
    return {d: b[:size] for d, b in bare.items()}
