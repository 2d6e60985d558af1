"""Turn a checkpoint into what the package reads: an int8 ONNX encoder, the heads as numpy arrays, the vocabulary.

    python training/reader/export.py --weights FOLDER --checkpoint RUN/best.pt [--out FOLDER] [--muc SHARED/bench/muc4] [--json]

FOLDER holds the starting weights (their vocabulary, the encoder's shape). Weights of matrix products and of embeddings
become int8, one scale a column (a row of the word embeddings); what runs through the network stays float32: quantised
activations too would share 0.72 of the mentions with the checkpoint in place of 0.93, for a quarter less time (2026-11).
Norms and biases stay floats, the heads are float16 in the file. With --muc the
parity check reads some documents of dev with both: the share of mentions that both decode, and the largest difference
between two chances that a kind of incident is told.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from model import Reader
from muc import read_muc
from tokenizers import Tokenizer
from torch import Tensor, nn
from train import make_reader

from examples import CATEGORIES, KINDS, ROLES, STAGES, TRAITS
from testigo.extract.mentions.reader_decode import Limits, best_path
from testigo.extract.mentions.reader_network import Network

SHIPPED = Path(__file__).resolve().parents[2] / "src/testigo/extract/mentions/reader"
_CHECKED = 40  # documents of dev
_LEAST = 10_000  # numbers in a weight that becomes int8; rows in a table of words


class _OneWindow(nn.Module):
    """The encoder as the package runs it: one window a run, no padding."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> Tensor:
        """ids: (1, tokens) to (1, tokens, whole)."""
        inner = self.reader.encoder
        x = inner.norm(inner.words(ids) + inner.places(torch.arange(ids.shape[1])))
        mask = torch.zeros(1, 1, 1, 1)
        layers = self.reader.sizes.layers
        chosen = []
        for n, layer in enumerate(inner.layers, 1):
            x = layer(x, mask)
            if n in layers:
                chosen.append(self.reader.norms[layers.index(n)](x))
        return torch.cat(chosen, -1)


def export(reader: Reader, out: Path, vocabulary: Path, limits: Limits) -> None:
    """Write encoder.onnx, heads.npz, vocab.txt and reader.json."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _OneWindow(reader).eval(), (torch.ones(1, 12, dtype=torch.long),), str(whole), dynamo=False, opset_version=17,
            input_names=["ids"], output_names=["tokens"], dynamic_axes={"ids": {1: "n"}, "tokens": {1: "n"}},
        )  # fmt: skip
        onnx.save(in_int8(onnx.load(whole)), out / "encoder.onnx")
    state = {k: v for k, v in reader.state_dict().items() if not k.startswith(("encoder.", "norms."))}
    np.savez_compressed(out / "heads.npz", **{k: v.numpy().astype(np.float16) for k, v in state.items()})
    shutil.copyfile(vocabulary, out / "vocab.txt")
    digest = hashlib.sha256((out / "encoder.onnx").read_bytes() + (out / "heads.npz").read_bytes()).hexdigest()[:8]
    said = {
        "version": f"minilm-{digest}", "roles": ROLES, "kinds": KINDS, "stages": STAGES, "categories": CATEGORIES,
        "traits": TRAITS, "limits": limits.as_dict(),
    }  # fmt: skip
    (out / "reader.json").write_text(json.dumps(said, indent=1) + "\n", "utf-8")


def in_int8(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store every large weight as int8 with its scales; the network works with what they stand for."""
    graph = model.graph
    kept = []
    nodes = []
    for weight in graph.initializer:
        values = onnx.numpy_helper.to_array(weight)
        if values.ndim != 2 or values.size < _LEAST:
            kept.append(weight)
            continue
        axis = 0 if len(values) > _LEAST else 1  # word embeddings by row, matrices by column
        scale = (np.abs(values).max(1 - axis) / 127 + 1e-12).astype(np.float32)
        whole = np.rint(values / np.expand_dims(scale, 1 - axis)).astype(np.int8)
        name = weight.name
        kept += [
            onnx.numpy_helper.from_array(whole, name + ".int8"),
            onnx.numpy_helper.from_array(scale, name + ".scale"),
        ]
        nodes.append(onnx.helper.make_node("DequantizeLinear", [name + ".int8", name + ".scale"], [name], axis=axis))
    nodes += list(graph.node)
    del graph.initializer[:]
    del graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def parity(reader: Reader, out: Path, muc: Path, weights: Path) -> dict[str, Any]:
    """Read documents with the checkpoint and with what was exported."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network.open(out)
    both = either = 0
    largest = 0.0
    for example in list(read_muc(muc / "dev.jsonl", tokenizer))[:_CHECKED]:
        with torch.no_grad():
            tokens = reader.encode([example.ids])[0]
            tags, told = reader.tag(tokens).numpy(), torch.sigmoid(reader.tell(tokens)[0]).numpy()
        mine = network.encode(example.ids)
        largest = max(largest, float(np.abs(network.tell(mine).told - told).max()))
        spans = [
            {(s, r) for r in range(len(ROLES)) for s in best_path(scores[:, r], network.limits.outside[r])}
            for scores in (tags, network.tag(mine))
        ]
        both += len(spans[0] & spans[1])
        either += len(spans[0] | spans[1])
    return {"documents": _CHECKED, "mentions_shared": both / max(1, either), "largest_difference_told": largest}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--muc", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    reader = make_reader(given.weights)
    reader.load_state_dict(torch.load(given.checkpoint, weights_only=True))
    reader.eval()
    said = given.out / "reader.json"
    limits = Limits(**json.loads(said.read_text("utf-8"))["limits"]) if said.exists() else Limits()
    export(reader, given.out, given.weights / "vocab.txt", limits)
    size = sum(p.stat().st_size for p in given.out.iterdir())
    figures: dict[str, Any] = {"megabytes": round(size / 1e6, 1)}
    if given.muc:
        figures |= parity(reader, given.out, given.muc, given.weights)
    print(json.dumps(figures) if given.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
