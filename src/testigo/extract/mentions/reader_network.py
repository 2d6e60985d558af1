"""The trained reader's network as it runs: the encoder in onnxruntime, one window a run, the heads in numpy.

Windows, heads and their sizes are those of training/reader/model.py and change only together with it. One window a run
and one thread a session: what stands in other documents, or on other cores, never changes a score.
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from testigo.extract.mentions.reader_decode import Limits
from testigo.extract.mentions.word_pieces import WordPieces

Floats = NDArray[np.float32]
WINDOW, STRIDE = 510, 382  # tokens beside the two special ones
_FIRST, _LAST = 101, 102


class Told(NamedTuple):
    """What a document tells, by kind of incident. told: (kinds,) chances; stage: (kinds, stages) chances."""

    told: Floats
    stage: Floats


@dataclass(frozen=True)
class Network:
    """Weights on disk, opened at first use. names: the lists that reader.json gives (roles, kinds, stages, traits …)."""

    folder: Path
    version: str
    names: dict[str, Any]
    limits: Limits

    @classmethod
    def shipped(cls) -> "Network | None":
        """Open the weights inside the package, None where there are none: the reader is rules alone then."""
        folder = Path(__file__).parent / "reader"
        return cls.open(folder) if (folder / "reader.json").exists() else None

    @classmethod
    def open(cls, folder: Path) -> "Network":
        """Open a folder written by training/reader/export.py. Cheap: weights are read when first needed."""
        said = json.loads((folder / "reader.json").read_text("utf-8"))
        return cls(folder, said["version"], said, Limits(**said["limits"]))

    @cached_property
    def pieces(self) -> WordPieces:
        """The vocabulary."""
        return WordPieces.read(self.folder / "vocab.txt")

    @cached_property
    def _heads(self) -> dict[str, Floats]:
        with np.load(self.folder / "heads.npz") as stored:
            return {k: stored[k].astype(np.float32) for k in stored.files}

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415 - only where weights are there to run

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(
            str(self.folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, ids: list[int]) -> Floats:
        """Give (tokens, whole): each token from the window in which it stands most centrally."""
        out = []
        starts = window_starts(len(ids))
        for n, start in enumerate(starts):
            window = np.array([[_FIRST, *ids[start : start + WINDOW], _LAST]], dtype=np.int64)
            made = self._session.run(None, {"ids": window})[0][0, 1:-1]
            first, end = home(starts, n, len(ids))
            out.append(made[first - start : end - start])
        return np.concatenate(out).astype(np.float32)

    def tag(self, tokens: Floats) -> Floats:
        """Give (tokens, roles, 3): scores of outside, begin, inside."""
        return self._linear("tags", tokens).reshape(len(tokens), -1, 3)

    def tell(self, tokens: Floats) -> Told:
        """Give what the whole document tells."""
        pooled = self.look(tokens).T @ tokens
        told = (pooled * self._heads["kind"]).sum(-1) + self._heads["kind_bias"]
        return Told(_sigmoid(told), _softmax(self._linear("stage", pooled), -1))

    def look(self, tokens: Floats) -> Floats:
        """Give (tokens, kinds): how much each token shows that a kind of incident is told; each kind's sum is 1."""
        return _softmax(self._linear("look", tokens), 0)

    def mentions(self, tokens: Floats, spans: list[tuple[int, int]], roles: list[int]) -> Floats:
        """Give (mentions, width): what stands for each span of tokens in its role."""
        rows = [np.concatenate([tokens[a], tokens[b - 1], tokens[a:b].mean(0)]) for a, b in spans]
        return _gelu(self._linear("span", np.stack(rows)) + self._heads["of_role.weight"][roles])

    def kinds_of(self, mentions: Floats) -> Floats:
        """Give (mentions, kinds): the chance that a mention belongs to the incidents of a kind."""
        return _sigmoid(self._linear("mention_kind", mentions))

    def trait(self, name: str, mentions: Floats) -> Floats:
        """Give (mentions, values): the chances of each value of a trait."""
        return _softmax(self._linear(f"traits.{name}", mentions), -1)

    def pairs(self, mentions: Floats, first: list[int], second: list[int]) -> Floats:
        """Give (pairs, 2): the chances that two mentions belong to one incident, and that they are one and the same."""
        a, b = mentions[first], mentions[second]
        inner = _gelu(self._linear("pair.0", np.concatenate([a + b, np.abs(a - b), a * b], -1)))
        return _sigmoid(self._linear("pair.3", inner))

    def _linear(self, name: str, x: Floats) -> Floats:
        made: Floats = x @ self._heads[f"{name}.weight"].T + self._heads[f"{name}.bias"]
        return made


def window_starts(tokens: int) -> list[int]:
    """Give where the windows over so many tokens begin."""
    return [0, *range(STRIDE, tokens - WINDOW + STRIDE, STRIDE)] if tokens > WINDOW else [0]


def home(starts: list[int], n: int, tokens: int) -> tuple[int, int]:
    """Give the tokens [first, end) whose nearest window by its middle is the n-th."""
    half = (WINDOW + STRIDE) // 2  # halfway between two middles, counted from the former's start; it keeps the tie
    first = 0 if n == 0 else starts[n - 1] + half + 1
    end = tokens if n == len(starts) - 1 else starts[n] + half + 1
    return first, end


def _sigmoid(x: Floats) -> Floats:
    made: Floats = (1 / (1 + np.exp(-np.clip(x, -60, 60)))).astype(np.float32)
    return made


def _softmax(x: Floats, axis: int) -> Floats:
    raised = np.exp(x - x.max(axis, keepdims=True))
    made: Floats = raised / raised.sum(axis, keepdims=True)
    return made


def _gelu(x: Floats) -> Floats:
    made: Floats = 0.5 * x * (1 + _erf(x / np.float32(np.sqrt(2))))
    return made


def _erf(x: Floats) -> Floats:
    """Approximate the error function to 1.5e-7. Source: Abramowitz and Stegun, 7.1.26."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    made: Floats = np.sign(x) * (1 - poly * np.exp(-x * x))
    return made
