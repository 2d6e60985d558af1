"""Fields of a comparison that hold the words themselves against one another."""

import numpy as np

from testigo.reconcile.columns import Columns, Ints, first_true
from testigo.reconcile.who_what import likeness, rare

_STEPS = (0.6, 0.5, 0.42, 0.35, 0.3, 0.25, 0.21, 0.18, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04, 0.02)
TEXT = (*(f"texts {step:.2f} alike" for step in _STEPS), "texts unlike")
RARE = (
    "sixteen rare words shared", "ten rare words shared", "seven rare words shared", "five rare words shared",
    "four rare words shared", "three rare words shared", "two rare words shared", "one rare word shared",
    "no rare word shared",
)  # fmt: skip
_BITS = (90, 60, 45, 32, 24, 18, 12)
PHRASES = (
    *(f"shared phrases of {bits} bits" for bits in _BITS),
    "a plain phrase shared",
    "no phrase shared",
    "no phrase",
)
REPRINT = (
    "a reprint",
    "much of the text is the same",
    "some of the text is the same",
    "no text is the same",
    "unsigned",
)
OUTLET = ("same outlet", "other outlets", "no outlet")


def text(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the texts by the cosine of their heaviest words."""
    alike = likeness(cols, a, b)
    return first_true(*(alike >= step for step in _STEPS))


def rare_words_shared(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Count the shared words that the table of common words does not know: names, streets, odd details."""
    count = cols.sets("rare", rare).shared(a, b)[0]
    return first_true(*(count >= least for least in (16, 10, 7, 5, 4, 3, 2, 1)))


def phrases(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Add up how rare the shared pairs of neighbouring words are, in bits."""
    told = cols.sets("phrases", lambda p: [(phrase, bits**0.5) for phrase, bits in p.phrases])
    count, bits = told.shared(a, b)
    both = (told.sizes(a) > 0) & (told.sizes(b) > 0)
    return first_true(*(bits >= least for least in _BITS), count > 0, both)


def reprint(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare the texts word by word, by their signatures."""
    signs, signed = cols.signatures()
    agree = (signs[a] == signs[b]).mean(axis=1) if signs.shape[1] else np.zeros(len(a))
    both = signed[a] & signed[b]
    return first_true(both & (agree >= 0.5), both & (agree >= 0.15), both & (agree >= 0.03), both)


def outlet(cols: Columns, a: Ints, b: Ints) -> Ints:
    """Compare who published it."""
    told = cols.sets("outlet", lambda p: [p.outlet] if p.outlet else [])
    return first_true(told.shared(a, b)[0] > 0, (told.sizes(a) > 0) & (told.sizes(b) > 0))
