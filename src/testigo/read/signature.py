"""Signatures: by them reprints of one text are known without comparing texts.

A signature is a MinHash over shingles of five words, kept to the lowest byte of each of its 128 minima (b-bit MinHash,
Li and König 2010): two random bytes agree once in 256, which `likeness` takes off again. The estimate of the share of
common shingles is off by 0.05 at most in two cases of three.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from testigo.records import Document

SHINGLE = 5  # words
MINIMA = 128
SEED = 20210523  # part of the format: another seed makes other signatures
LONGEST = 100_000  # words; a longer text is signed by its beginning
# An agency's text cut by half, or with a new lead, still shares half of its shingles. Read on 2,379 reports of the
# shared benchmarks: at 0.5 the false pairs were pages of one outlet, months apart, that share what the publisher prints
# on every page; hence the days.
REPRINT = 0.5
FURTHEST_DAYS = 31
_BAND = 4  # bytes; 32 bands meet at likeness 0.5 in nine cases of ten, at 0.7 in all
_WORD = re.compile(r"\w+")


def sign(text: str) -> str | None:
    """Give the signature of a text as hexadecimal digits, None for one of fewer words than a shingle has."""
    from rensa import RMinHash  # noqa: PLC0415 - a compiled library: only when a document is read

    words = [m[0].casefold() for m in islice(_WORD.finditer(text), LONGEST)]
    if len(words) < SHINGLE:
        return None
    minhash = RMinHash(MINIMA, SEED)
    minhash.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
    return bytes(minimum & 0xFF for minimum in minhash.digest()).hex()


def likeness(a: str | None, b: str | None) -> float:
    """Estimate the share of shingles that two signed texts have in common, 0 to 1; 0 where one is unsigned."""
    if a is None or b is None or len(a) != len(b):
        return 0.0
    left, right = bytes.fromhex(a), bytes.fromhex(b)
    agree = sum(x == y for x, y in zip(left, right, strict=True)) / len(left)
    return max(0.0, (agree - 1 / 256) / (1 - 1 / 256))


def find_reprints(documents: Iterable[Document], threshold: float = REPRINT) -> dict[str, str]:
    """Tell of each document that reprints another whose reprint it is, ids to ids.

    The earliest published is the original (undated last, then by id), so the answer does not depend on the order of
    arrival. Nobody is the reprint of a reprint: all of a family point at its original. Texts published more than
    `FURTHEST_DAYS` apart are not compared.
    """
    firsts: dict[bytes, list[Document]] = {}
    found: dict[str, str] = {}
    for document in sorted({d.id: d for d in documents}.values(), key=lambda d: (d.published or "9999", d.id)):
        bands = _bands(document.signature)
        original = _best(document, [o for band in bands for o in firsts.get(band, ())], threshold)
        if original:
            found[document.id] = original.id
            continue
        for band in bands:
            firsts.setdefault(band, []).append(document)
    return found


def _best(document: Document, candidates: Sequence[Document], threshold: float) -> Document | None:
    """Choose the likest candidate; of equals the earliest."""
    best, best_score = None, threshold
    for other in {c.id: c for c in candidates}.values():
        if not _are_near(document.published, other.published):
            continue
        score = likeness(document.signature, other.signature)
        if score > best_score or (score == best_score and best is None):
            best, best_score = other, score
    return best


def _are_near(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= FURTHEST_DAYS


def _bands(signature: str | None) -> list[bytes]:
    """Cut a signature into bands, each with its number: two texts are compared where one band is equal."""
    raw = bytes.fromhex(signature or "")
    return [bytes([i]) + raw[i : i + _BAND] for i in range(0, len(raw), _BAND)]
