"""The reader's network: one encoder pass over a whole document, small heads on top.

Documents are cut into overlapping windows; each token is represented by the window in which it stands most centrally, so
every head sees the document whole. Heads: a BIO tagger for each role; which kinds of incident the document tells, with
stage and category; for each mention the kinds it belongs to and its traits; for each pair of mentions whether they belong
to one incident, and whether they are one and the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from encoder import Encoder
from torch import Tensor, nn

from examples import CATEGORIES, KINDS, ROLES, STAGES, TRAITS, Span

WINDOW, STRIDE = 510, 382  # tokens beside the two special ones
SPECIAL = {"bert": (101, 102), "mpnet": (0, 2)}


class Windows(NamedTuple):
    """A document as windows: first token of each, and for each token its window and place there."""

    starts: list[int]
    home: list[int]


def cut(tokens: int) -> Windows:
    """Cut a document into windows; each token's home is the window whose middle is nearest."""
    starts = [0]
    while starts[-1] + WINDOW < tokens:
        starts.append(starts[-1] + STRIDE)
    half = WINDOW / 2
    home = [min(range(len(starts)), key=lambda w: abs(starts[w] + half - t)) for t in range(tokens)]
    home = [h if starts[h] <= t < starts[h] + WINDOW else max(0, h - 1) for t, h in enumerate(home)]
    return Windows(starts, home)


@dataclass(frozen=True)
class Sizes:
    """Which layers the heads look at, and how wide mentions are."""

    layers: tuple[int, ...]
    mention: int = 192


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder, self.sizes = encoder, sizes
        width = encoder.shape.width
        whole = width * len(sizes.layers)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in sizes.layers)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(whole, 3 * len(ROLES))  # O, B, I of each role
        with torch.no_grad():
            self.tags.bias.view(len(ROLES), 3)[:, 0] = 4.0  # nearly everything is outside: begin there
        self.look = nn.Linear(whole, len(KINDS))  # where each kind is told
        self.kind = nn.Parameter(torch.zeros(len(KINDS), whole))
        self.kind_bias = nn.Parameter(torch.full((len(KINDS),), -1.0))
        self.stage = nn.Linear(whole, len(STAGES))
        self.category = nn.Linear(whole, len(CATEGORIES))
        self.span = nn.Linear(3 * whole, sizes.mention)
        self.of_role = nn.Embedding(len(ROLES), sizes.mention)
        self.mention_kind = nn.Linear(sizes.mention, len(KINDS))
        self.traits = nn.ModuleDict({h: nn.Linear(sizes.mention, len(names)) for h, names in TRAITS.items()})
        self.pair = nn.Sequential(nn.Linear(3 * sizes.mention, 96), nn.GELU(), nn.Dropout(dropout), nn.Linear(96, 2))
        for table in (self.kind, self.of_role.weight):
            nn.init.normal_(table, std=0.02)

    def forward(self, ids: Tensor, length: Tensor) -> Tensor:
        """Encode windows: (windows, tokens) to (windows, tokens, whole), the chosen layers side by side."""
        every = self.encoder(ids, length)
        return torch.cat([norm(every[n - 1]) for norm, n in zip(self.norms, self.sizes.layers, strict=True)], -1)

    def encode(self, documents: Sequence[Sequence[int]]) -> list[Tensor]:
        """Give each document's tokens, (tokens, whole)."""
        first, last = SPECIAL[self.encoder.shape.kind]
        cuts = [cut(len(d)) for d in documents]
        rows = [[first, *d[s : s + WINDOW], last] for d, c in zip(documents, cuts, strict=True) for s in c.starts]
        longest = max(map(len, rows))
        device = self.tags.weight.device
        ids = torch.tensor([r + [last] * (longest - len(r)) for r in rows], device=device)
        made = self(ids, torch.tensor([len(r) for r in rows], device=device))
        out, row = [], 0
        for d, c in zip(documents, cuts, strict=True):
            home = torch.tensor(c.home, device=device)
            begun = torch.tensor(c.starts, device=device)[home]
            out.append(self.drop(made[row + home, torch.arange(len(d), device=device) - begun + 1]))
            row += len(c.starts)
        return out

    def tag(self, tokens: Tensor) -> Tensor:
        """Give (tokens, roles, 3): scores of O, B and I."""
        return self.tags(tokens).view(len(tokens), len(ROLES), 3)

    def tell(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Give, for each kind of incident: is it told (kinds,), its stage and its category."""
        pooled = torch.softmax(self.look(tokens), 0).T @ tokens  # (kinds, whole)
        return (pooled * self.kind).sum(-1) + self.kind_bias, self.stage(pooled), self.category(pooled)

    def mentions(self, tokens: Tensor, spans: Sequence[Span], roles: Sequence[int]) -> Tensor:
        """Give (mentions, width): what stands for each span in its role."""
        totals = torch.cat([tokens.new_zeros(1, tokens.shape[1]), tokens.cumsum(0)])
        first = torch.tensor([s[0] for s in spans], device=tokens.device)
        last = torch.tensor([s[1] for s in spans], device=tokens.device)
        mean = (totals[last] - totals[first]) / (last - first)[:, None]
        made = self.span(torch.cat([tokens[first], tokens[last - 1], mean], -1))
        return torch.nn.functional.gelu(made + self.of_role(torch.tensor(roles, device=tokens.device)))

    def pairs(self, mentions: Tensor, first: Tensor, second: Tensor) -> Tensor:
        """Give (pairs, 2): scores that two mentions belong to one incident, and that they are one and the same."""
        a, b = mentions[first], mentions[second]
        scores: Tensor = self.pair(torch.cat([a + b, (a - b).abs(), a * b], -1))
        return scores
