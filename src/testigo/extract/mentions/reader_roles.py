"""What the trained reader finds in a document: who and what plays a part in violence, and which kinds of it are told.

Words that play one part and are one and the same (equal, one within the other, an acronym, or held for one by the network)
make one entity. A document of any length is read in stretches; time is linear in its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from testigo.extract.mentions.reader_decode import best_path
from testigo.extract.mentions.reader_network import STRIDE, Floats, Network
from testigo.extract.page import Page

_STRETCH = 20 * STRIDE  # tokens read together; 1,500 documents of news hold none longer
_MOST_COMPARED = 60  # entities back; a longer list is one of names
_SAME = 0.5
_SMALL = frozenset("of the and for de la del y".split())
_SILENT = ("furniture", "related")


@dataclass(frozen=True, slots=True)
class RoleMention:
    """Words in a part. role: as reader.json lists them; kinds: the chance that they belong to each kind of incident.

    traits: by head, the likeliest value and its chance.
    """

    start: int
    end: int
    sentence: int
    role: str
    kinds: tuple[float, ...]
    traits: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class ToldKind:
    """A kind of incident that a document tells. start, end: the word that shows it most."""

    kind: str
    chance: float
    stage: str
    stage_chance: float
    start: int
    end: int


@dataclass(frozen=True)
class Learned:
    """All that the trained reader finds: its entities in text order, and a row for each kind of incident."""

    entities: tuple[tuple[RoleMention, ...], ...] = ()
    told: tuple[ToldKind, ...] = ()


_TRAITS = {
    "perp_org": ("org_conf",), "target": ("target_type", "target_effect"), "victim": ("victim_type", "victim_effect"),
    "victim_desc": ("victim_type", "victim_effect"), "weapon": ("weapon_type",), "perp_ind": (),
}  # fmt: skip


def read_roles(network: Network, page: Page) -> Learned:
    """Read a document with the trained reader."""
    pieces = network.pieces.cut(page.text)
    entities: list[tuple[RoleMention, ...]] = []
    told: dict[str, ToldKind] = {}
    for begun in range(0, len(pieces.ids), _STRETCH):
        ids, offsets = pieces.ids[begun : begun + _STRETCH], pieces.offsets[begun : begun + _STRETCH]
        tokens = network.encode(ids)
        for row in _told(network, tokens, page, offsets):
            if row.kind not in told or row.chance > told[row.kind].chance:
                told[row.kind] = row
        entities += _entities(network, tokens, page, offsets)
    return Learned(tuple(entities), tuple(told.values()))


def _told(network: Network, tokens: Floats, page: Page, offsets: Sequence[tuple[int, int]]) -> Iterator[ToldKind]:
    said = network.tell(tokens)
    chances = network.limits.calibrated("told", said.told)
    looked = network.look(tokens)
    for n, kind in enumerate(network.names["kinds"]):
        for at in np.argsort(-looked[:, n], kind="stable")[:50]:
            word = _word_at(page, offsets[at][0])
            if word:
                stage = int(said.stage[n].argmax())
                yield ToldKind(
                    kind, float(chances[n]), network.names["stages"][stage], float(said.stage[n, stage]), *word
                )
                break


def _word_at(page: Page, at: int) -> tuple[int, int] | None:
    """Give the whole word at an offset of the report's own text, None for a mark or the dateline."""
    sentence = page.sentence_at(at)
    if sentence is None or sentence.kind in (*_SILENT, "dateline"):
        return None
    return next(((t.start, t.end) for t in sentence.tokens if t.start <= at < t.end and t.text[0].isalpha()), None)


def _entities(
    network: Network, tokens: Floats, page: Page, offsets: Sequence[tuple[int, int]]
) -> list[tuple[RoleMention, ...]]:
    tags = network.tag(tokens)
    roles: list[str] = network.names["roles"]
    spans = [(a, b, r) for r in range(len(roles)) for a, b in best_path(tags[:, r], network.limits.outside[r])]
    spans = [s for s in sorted(spans) if _is_told(page, offsets[s[0]][0], offsets[s[1] - 1][1])]
    if not spans:
        return []
    made = network.mentions(tokens, [(a, b) for a, b, _ in spans], [r for *_, r in spans])
    belongs = network.kinds_of(made)
    traits = {head: network.trait(head, made) for head in network.names["traits"]}
    mentions = []
    for n, (a, b, r) in enumerate(spans):
        start, end = offsets[a][0], offsets[b - 1][1]
        sentence = page.sentence_at(start)
        said = []
        for head in _TRAITS[roles[r]]:
            best = int(traits[head][n].argmax())
            said.append((head, network.names["traits"][head][best], float(traits[head][n, best])))
        kinds = tuple(float(k) for k in network.limits.calibrated(roles[r], belongs[n]))
        mentions.append(RoleMention(start, end, sentence.index if sentence else 0, roles[r], kinds, tuple(said)))
    return _grouped(network, made, mentions, page.text)


def _is_told(page: Page, start: int, end: int) -> bool:
    sentence = page.sentence_at(start)
    return sentence is not None and end <= sentence.end and sentence.kind not in _SILENT


def _grouped(
    network: Network, made: Floats, mentions: Sequence[RoleMention], text: str
) -> list[tuple[RoleMention, ...]]:
    """Group mentions into entities; each joins the first that it is one with."""
    groups: list[list[int]] = []
    words = [fold(text[m.start : m.end]) for m in mentions]
    for n, mention in enumerate(mentions):
        near = [g for g in groups[-_MOST_COMPARED:] if mentions[g[0]].role == mention.role]
        home = next((g for g in near if any(is_one(words[n], words[k]) for k in g[:20])), None)
        if home is None and near:
            scores = network.pairs(made, [g[-1] for g in near], [n] * len(near))[:, 1]
            best = int(scores.argmax())
            home = near[best] if scores[best] > _SAME else None
        if home is None:
            groups.append([n])
        else:
            home.append(n)
    return [tuple(mentions[k] for k in g) for g in groups]


def fold(words: str) -> str:
    """Bring words to the form in which they are compared."""
    return " ".join(re.findall(r"\w+", words.lower()))


def is_one(a: str, b: str) -> bool:
    """Are two folded strings equal, one within the other, or one the other's acronym?"""
    if a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    short, long = sorted((a, b), key=len)
    letters = "".join(w[0] for w in long.split() if w not in _SMALL)
    return " " not in short and len(short) > 2 and " " in long and short == letters
