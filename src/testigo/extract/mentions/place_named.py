"""Whether a spot is a place's name at all: too many surnames and ordinary words are villages.

Theory: a linear model over what stands beside the name (a placing preposition, a class noun, a person's title or verb),
what the name is in itself (a given name, one word, the gazetteer's own spelling), how large its likeliest place is, and
how well that place fits the rest of the document. Weights and how they were made: `place_named.csv`, training/places.
"""

import csv
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.mentions.place_rank import FEATURES, Vector

WEIGHTS = Path(__file__).with_name("place_named.csv")
# Of the likeliest place, how it fits the document.
_OF_PLACE = (
    "people", "people_of_first", "people_of_second", "people_of_country", "is_country", "is_first", "is_second",
    "is_land", "is_foremost", "other_name", "longer_name", "class_said", "held_as_told", "not_held_as_told",
    "holds_as_told", "country_share", "country_named", "country_unnamed", "first_any", "first_weight", "second_any",
    "near_any", "near_weight", "close_any", "beside_first", "beside_near", "outlet_names_it",
)  # fmt: skip
_AT = tuple(FEATURES.index(name) for name in _OF_PLACE)
NAMED = (
    "always", "chance", *_OF_PLACE, "placed_in", "placed_near", "placed_loosely", "class_noun", "belongs_to_it",
    "in_agency", "person_beside", "opens_sentence", "scanned", "given_name", "never_a_place", "words",
    "ordinary_word", "placed_elsewhere", "person_elsewhere", "mentions", "in_capitals", "capital_before",
    "capital_after", "possessive",
)  # fmt: skip


def features_of(
    spot: Spot, others: Sequence[Spot], best: Vector, chance: float, around: tuple[str, str], is_ordinary: bool
) -> Vector:
    """Give the features of a spot, in the order of NAMED.

    others: the document's spots of the same name, this one among them. best: the ranker's features of its likeliest
    place. around: the few characters before and after it. is_ordinary: the document writes the word without a capital.
    """
    before, after = around
    parts = spot.text.split()
    return (
        1.0, chance, *(best[at] for at in _AT),
        float(spot.hint in words.PLACING and spot.hint != "near"), float(spot.hint in ("near", "outside", "off")),
        float(spot.hint in words.LOOSE), float(spot.kind is not None), float(spot.is_attributive),
        float(spot.form == "agency"), float(spot.is_person), float(spot.opens), float(spot.is_scanned),
        float(len(parts) == 1 and is_given_name(parts[0])), float(spot.text.casefold() in words.NEVER),
        float(min(len(parts), 3)), float(is_ordinary),
        float(any(o.is_strong or o.form in ("dateline", "agency") for o in others if o is not spot)),
        float(any(o.is_person for o in others if o is not spot)), math.log1p(min(len(others), 10)),
        float(spot.text.isupper()), float(bool(_last_word(before)[:1].isupper())),
        float(after[:1] == " " and after[1:2].isupper()), float(after[:2] in ("'s", "’s")),
    )  # fmt: skip


def _last_word(before: str) -> str:
    return (
        before.rstrip().rpartition(" ")[2] if before.endswith(" ") and not before.rstrip().endswith((".", ",")) else ""
    )


def chance_of(vector: Vector) -> float:
    """Give the chance that a spot with these features names a place."""
    score = sum(w * x for w, x in zip(weights(), vector, strict=True) if x)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def weights() -> Vector:
    """Give the weights, in the order of NAMED."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        table = {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
    return tuple(table[name] for name in NAMED)
