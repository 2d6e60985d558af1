"""MUC-4's keys as examples: strings are looked up in the text (the keys have no offsets), every whole-word occurrence taken."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from examples import CATEGORIES, KINDS, ROLES, STAGES, TRAITS, Example, Mention, Span, encode, occurrences, tokens_of

Row = dict[str, Any]
_SLOTS = {
    "perp_ind": "perp_ind_id", "perp_org": "perp_org_id", "target": "phys_tgt_id", "victim": "hum_tgt_name",
    "victim_desc": "hum_tgt_desc", "weapon": "inc_instr_id",
}  # fmt: skip
_TRAIT_SLOTS = {
    "perp_org": {"org_conf": "perp_org_conf"},
    "target": {"target_type": "phys_tgt_type", "target_effect": "phys_tgt_effect"},
    "victim": {"victim_type": "hum_tgt_type", "victim_effect": "hum_tgt_effect"},
    "victim_desc": {"victim_type": "hum_tgt_type", "victim_effect": "hum_tgt_effect"},
    "weapon": {"weapon_type": "inc_instr_type"},
}


def read_muc(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Give every document of a MUC-4 file with its templates."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield example_of(json.loads(line), tokenizer)


def example_of(row: Row, tokenizer: Tokenizer) -> Example:
    """Make one example; templates with the same fills are counted once."""
    text = row["text"].strip()
    ids, offsets = encode(text, tokenizer)
    out = Example(row["docid"], text, ids, offsets, [])
    begun = text.find("]") + 1 if "[TEXT]" in text[:200] else 0
    marks = _Marks(out, begun, {})
    for slots in (t["slots"] for t in row["templates"]):
        number = len(out.kinds)
        out.kinds.append(_first(slots["inc_type"], KINDS) or 0)
        out.stages.append(_first(slots["inc_stage"], STAGES) or 0)
        category = _first(slots["perp_inc_cat"], CATEGORIES)
        out.categories.append(len(CATEGORIES) - 1 if category is None else category)
        for role, slot in _SLOTS.items():
            for fill in slots[slot]:
                marks.add(number, ROLES.index(role), fill["value"], _traits(role, fill, slots))
    out.mentions = [marks.found[k] for k in sorted(marks.found)]
    return out


@dataclass
class _Marks:
    """The mentions found so far in one document, and which tokens begin and end at a character."""

    example: Example
    begun: int
    found: dict[tuple[Span, int], Mention]

    def __post_init__(self) -> None:
        offsets = self.example.offsets
        self._starts = {a: n for n, (a, _) in enumerate(offsets)}
        self._ends = {b: n for n, (_, b) in enumerate(offsets)}

    def add(self, template: int, role: int, words: list[str], traits: dict[str, int]) -> None:
        """Mark every occurrence of one fill's strings."""
        example = self.example
        spans = {s for w in words for s in occurrences(w, example.text, self.begun)}
        tokens = [t for t in (tokens_of(s, example.offsets, self._starts, self._ends) for s in sorted(spans)) if t]
        known = [self.found[t, role] for t in tokens if (t, role) in self.found]
        entity = known[0].entity if known else len(self.found)
        for t in tokens:
            before = self.found.get((t, role))
            templates = (before.templates if before else frozenset()) | {template}
            self.found[t, role] = Mention(*t, role, entity, templates, (before.traits if before else {}) | traits)


def _traits(role: str, fill: Row, slots: Row) -> dict[str, int]:
    """Look up what the keys tell of one fill: the fills of other slots that refer to one of its strings."""
    out = {}
    for head, slot in _TRAIT_SLOTS.get(role, {}).items():
        mine = [f for f in slots[slot] if set(f.get("xref", ())) & set(fill["value"])]
        label = _first(mine, TRAITS[head])
        if label is None and role in ("victim", "victim_desc") and fill.get("xref"):
            label = _first([f for f in slots[slot] if set(f.get("xref", ())) & set(fill["xref"])], TRAITS[head])
        if label is not None:
            out[head] = label
    return out


def _first(fills: list[Row], names: tuple[str, ...]) -> int | None:
    for fill in fills:
        for value in fill["value"]:
            if value.lower() in names:
                return names.index(value.lower())
    return None
