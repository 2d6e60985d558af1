"""BERT-like encoders in plain PyTorch, started from packaged weights: MiniLM (BERT) and mpnet (BERT with relative positions).

Attention runs through `scaled_dot_product_attention`, mpnet's relative bias as its mask; every layer's output is kept,
because tagging from the last layer of a sentence-embedding model alone never leaves the all-outside solution.
Source of the architectures: the two models' own configurations, beside their weights.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder. kind: `bert` or `mpnet`; buckets: of mpnet's relative positions."""

    kind: str
    vocabulary: int
    width: int
    layers: int
    heads: int
    inner: int
    positions: int
    eps: float
    buckets: int = 32

    @classmethod
    def read(cls, folder: Path) -> "Shape":
        """Read a model folder's config.json."""
        c = json.loads((folder / "config.json").read_text("utf-8"))
        return cls(
            c["model_type"], c["vocab_size"], c["hidden_size"], c["num_hidden_layers"], c["num_attention_heads"],
            c["intermediate_size"], c["max_position_embeddings"], c["layer_norm_eps"],
        )  # fmt: skip


class Layer(nn.Module):
    """One transformer layer, layer norm after each half."""

    def __init__(self, s: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = s.heads
        self.q, self.k, self.v, self.o = (nn.Linear(s.width, s.width) for _ in range(4))
        self.up, self.down = nn.Linear(s.width, s.inner), nn.Linear(s.inner, s.width)
        self.norm1, self.norm2 = nn.LayerNorm(s.width, s.eps), nn.LayerNorm(s.width, s.eps)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (windows, tokens, width); mask: (windows, heads or 1, tokens or 1, tokens), added to the scores."""
        n, t, w = x.shape
        q, k, v = (f(x).view(n, t, self.heads, w // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        y = scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(n, t, w)
        x = self.norm1(x + self.drop(self.o(y)))
        out: Tensor = self.norm2(x + self.drop(self.down(gelu(self.up(x)))))
        return out


class Encoder(nn.Module):
    """Token ids to the outputs of chosen layers."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.eps)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.relative = nn.Embedding(shape.buckets, shape.heads) if shape.kind == "mpnet" else None

    def forward(self, ids: Tensor, length: Tensor) -> list[Tensor]:
        """ids: (windows, tokens), length: (windows,) real tokens of each. Gives every layer's output."""
        t = ids.shape[1]
        at = torch.arange(t, device=ids.device)
        outside = at[None] >= length[:, None]
        offset = 2 if self.relative is not None else 0  # mpnet counts positions from the padding's id on
        x = self.drop(self.norm(self.words(ids) + self.places(at + offset)))
        mask = torch.zeros(outside.shape, device=ids.device).masked_fill(outside, -1e4)[:, None, None]
        if self.relative is not None:
            mask = mask + self.relative(_buckets(at, self.shape.buckets)).permute(2, 0, 1)[None]
        mask = mask.to(x.dtype)
        out = []
        for layer in self.layers:
            x = layer(x, mask)
            out.append(x)
        return out


def _buckets(at: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """Bucket the distances between positions as mpnet does: near ones exactly, far ones by logarithm."""
    distance = at[None] - at[:, None]  # key minus query
    half = buckets // 2
    later = (distance > 0).long() * half
    size = distance.abs()
    exact = half // 2
    scaled = torch.log(size.float().clamp(min=1) / exact) / math.log(furthest / exact) * (half - exact)
    far = (exact + scaled.long()).clamp(max=half - 1)
    return later + torch.where(size < exact, size, far)


def load_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """Make an encoder from a folder of packaged weights."""
    shape = Shape.read(folder)
    encoder = Encoder(shape, dropout)
    raw = load_file(folder / "model.safetensors")
    raw = {k.removeprefix("mpnet.").removeprefix("bert."): v for k, v in raw.items()}
    state = _bert_names(raw, shape) if shape.kind == "bert" else _mpnet_names(raw, shape)
    encoder.load_state_dict(state)
    return encoder


def _bert_names(raw: dict[str, Tensor], s: Shape) -> dict[str, Tensor]:
    # Every token is of segment 0: its embedding is added to the word's once and for all.
    out = {"words.weight": raw["embeddings.word_embeddings.weight"] + raw["embeddings.token_type_embeddings.weight"][0]}
    names = {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
        "o": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    return out | _rest(raw, s, names)


def _mpnet_names(raw: dict[str, Tensor], s: Shape) -> dict[str, Tensor]:
    out = {
        "words.weight": raw["embeddings.word_embeddings.weight"],
        "relative.weight": raw["encoder.relative_attention_bias.weight"],
    }
    names = {
        "q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v", "o": "attention.attn.o",
        "norm1": "attention.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    return out | _rest(raw, s, names)


def _rest(raw: dict[str, Tensor], s: Shape, names: dict[str, str]) -> dict[str, Tensor]:
    out = {"places.weight": raw["embeddings.position_embeddings.weight"]}
    for end in ("weight", "bias"):
        out[f"norm.{end}"] = raw[f"embeddings.LayerNorm.{end}"]
        for n in range(s.layers):
            for ours, theirs in names.items():
                out[f"layers.{n}.{ours}.{end}"] = raw[f"encoder.layer.{n}.{theirs}.{end}"]
    return out
