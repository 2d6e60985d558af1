"""What a document's heads are taught, each head's loss with its weight."""

import random
from dataclasses import dataclass

import torch
from model import Reader
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from examples import KINDS, ROLES, Example, Mention, Span

_MOST_PAIRS = 300


@dataclass(frozen=True)
class Weights:
    """How much each loss counts.

    tags: the tagger's is a mean over all tokens and roles, nearly all of them outside, and so small: at 1 the other
    heads drowned it (CEAF-REE on dev stopped at 39 from the fourth epoch on).
    """

    tags: float = 6.0
    told: float = 0.3
    mention: float = 0.2
    traits: float = 0.1
    pair: float = 0.2


def document_loss(reader: Reader, tokens: Tensor, example: Example, weights: Weights, rng: random.Random) -> Tensor:
    """Give one document's loss over all heads."""
    tags = reader.tag(tokens)
    loss = weights.tags * _tag_loss(tags, example)
    loss = loss + weights.told * _told_loss(reader, tokens, example)
    spurious = _spurious(tags.detach(), example, rng)
    every = [*example.mentions, *spurious]
    if not every or (not example.kinds and not spurious):
        return loss
    made = reader.mentions(tokens, [(m.start, m.end) for m in every], [m.role for m in every])
    wanted = torch.zeros(len(every), len(KINDS))
    for n, mention in enumerate(every):
        for template in mention.templates:
            wanted[n, example.kinds[template]] = 1
    loss = loss + weights.mention * binary_cross_entropy_with_logits(reader.mention_kind(made), wanted)
    for head, scores in reader.traits.items():
        known = [n for n, m in enumerate(every) if head in m.traits]
        if known:
            labels = torch.tensor([every[n].traits[head] for n in known])
            loss = loss + weights.traits * cross_entropy(scores(made[known]), labels)
    return loss + weights.pair * _pair_loss(reader, made, example.mentions, rng)


def bio_labels(example: Example) -> Tensor:
    """Give (tokens, roles): 0 outside, 1 at the first token of a mention, 2 within."""
    out = torch.zeros(len(example.ids), len(ROLES), dtype=torch.long)
    for m in sorted(example.mentions, key=lambda m: m.start - m.end):  # the longest wins
        if not out[m.start : m.end, m.role].any():
            out[m.start : m.end, m.role] = 2
            out[m.start, m.role] = 1
    return out


def _tag_loss(tags: Tensor, example: Example) -> Tensor:
    roles = sorted(example.roles)
    labels = bio_labels(example)[:, roles]
    inside = tags.new_tensor([1.0, 2.0, 2.0])
    return cross_entropy(tags[:, roles].reshape(-1, 3), labels.reshape(-1), weight=inside) * len(roles) / len(ROLES)


def _told_loss(reader: Reader, tokens: Tensor, example: Example) -> Tensor:
    told, stage, category = reader.tell(tokens)
    wanted = torch.zeros(len(KINDS))
    wanted[example.kinds] = 1
    loss = binary_cross_entropy_with_logits(told, wanted)
    if example.kinds:
        loss = loss + 0.3 * cross_entropy(stage[example.kinds], torch.tensor(example.stages))
        loss = loss + 0.3 * cross_entropy(category[example.kinds], torch.tensor(example.categories))
    return loss


def _spurious(tags: Tensor, example: Example, rng: random.Random) -> list[Mention]:
    """Give some spans that the tagger would wrongly take: their mentions belong to no incident."""
    right = {(m.start, m.end, m.role) for m in example.mentions}
    out = []
    for role in sorted(example.roles):
        best = tags[:, role].argmax(-1).tolist()
        out += [Mention(*s, role, -1, frozenset()) for s in spans_of(best) if (*s, role) not in right]
    return rng.sample(out, min(len(out), 20))


def spans_of(labels: list[int]) -> list[Span]:
    """Cut a row of BIO labels into spans; an I without a B before it begins one."""
    out, begun = [], None
    for n, label in enumerate([*labels, 0]):
        if begun is not None and label != 2:
            out.append((begun, n))
            begun = None
        if label == 1 or (label == 2 and begun is None):
            begun = n
    return out


def _pair_loss(reader: Reader, made: Tensor, mentions: list[Mention], rng: random.Random) -> Tensor:
    pairs = [(a, b) for b in range(len(mentions)) for a in range(b)]
    if not pairs:
        return made.new_zeros(())
    pairs = rng.sample(pairs, min(len(pairs), _MOST_PAIRS))
    scores = reader.pairs(made, torch.tensor([p[0] for p in pairs]), torch.tensor([p[1] for p in pairs]))
    wanted = torch.tensor([
        [float(bool(mentions[a].templates & mentions[b].templates)), float(mentions[a].entity == mentions[b].entity)]
        for a, b in pairs
    ])  # fmt: skip
    return binary_cross_entropy_with_logits(scores, wanted)
