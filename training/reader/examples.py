"""What the reader learns from: tokens of one document, the spans that play a role, and what is true of each.

One shape for all training sets; a set that does not mark a role says so in `roles`, and nothing is learned of it there.
"""

import re
from dataclasses import dataclass, field

from tokenizers import Tokenizer

Span = tuple[int, int]

ROLES = ("perp_ind", "perp_org", "target", "victim", "victim_desc", "weapon")
KINDS = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
# What is told of a mention, by head; the first word of each list that fits is the label.
TRAITS = {
    "org_conf": ("reported as fact", "claimed or admitted", "suspected or accused by authorities",
                 "suspected or accused", "possible", "acquitted"),
    "target_type": ("civilian residence", "commercial", "communications", "diplomat office or residence", "energy",
                    "financial", "law enforcement facility", "government office or residence",
                    "political figure office or residence", "organization office", "transport vehicle",
                    "transportation facility", "transportation route", "water", "other"),
    "target_effect": ("destroyed", "some damage", "no damage", "money taken from target",
                      "property taken from target", "target taken"),
    "victim_type": ("civilian", "diplomat", "government official", "former government official", "political figure",
                    "legal or judicial", "active military", "former active military", "law enforcement",
                    "security guard"),
    "victim_effect": ("death", "injury", "no injury or death", "no injury", "no death", "regained freedom",
                      "escaped", "resignation", "no resignation"),
    "weapon_type": ("machine gun", "mortar", "handgun", "rifle", "gun", "vehicle bomb", "dynamite", "mine",
                    "aerial bomb", "bomb", "grenade", "molotov cocktail", "explosive", "missile", "rocket",
                    "projectile", "cutting device", "fire", "stone", "torture"),
}  # fmt: skip
STAGES = ("accomplished", "attempted", "threatened")
CATEGORIES = ("terrorist act", "state-sponsored violence", "none")


@dataclass
class Mention:
    """Words in a role. start, end: tokens, half-open. templates: numbers of the incidents it belongs to."""

    start: int
    end: int
    role: int
    entity: int
    templates: frozenset[int]
    traits: dict[str, int] = field(default_factory=dict)


@dataclass
class Example:
    """One document. ids: word pieces without the special ones; offsets: characters of each in `text`.

    kinds: of each template, as an index into KINDS; stages, categories: likewise. roles: which roles the set marks.
    """

    name: str
    text: str
    ids: list[int]
    offsets: list[Span]
    mentions: list[Mention]
    kinds: list[int] = field(default_factory=list)
    stages: list[int] = field(default_factory=list)
    categories: list[int] = field(default_factory=list)
    roles: frozenset[int] = frozenset(range(len(ROLES)))


def encode(text: str, tokenizer: Tokenizer) -> tuple[list[int], list[Span]]:
    """Cut a text into word pieces: ids and character offsets."""
    made = tokenizer.encode(text, add_special_tokens=False)
    return made.ids, made.offsets


def occurrences(words: str, text: str, start: int = 0) -> list[Span]:
    """Find where words stand in a text, whatever the blanks, the brackets' shape and the case; whole words only."""
    pieces = [re.sub(r"\\?[\[\]()]", r"[\\[\\]()]", re.escape(w)) for w in words.split()]
    if not pieces:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(pieces) + r"(?!\w)", re.IGNORECASE)
    return [m.span() for m in pattern.finditer(text, start)]


def tokens_of(span: Span, offsets: list[Span], starts: dict[int, int], ends: dict[int, int]) -> Span | None:
    """Turn characters into tokens; None where the span does not begin and end with a token."""
    first, last = starts.get(span[0]), ends.get(span[1])
    return None if first is None or last is None else (first, last + 1)
