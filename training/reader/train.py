"""Train the reader. Run it again to go on where it stopped.

    python training/reader/train.py --weights FOLDER --muc SHARED/bench/muc4 --out RUN [--epochs 12] [--seed 1]

FOLDER holds the starting weights (README.md says which packages carry them). After every epoch the documents of dev are
read and scored with the set's own scorer; RUN gets `last.pt` (to go on from), `best.pt` (by the mean of the four scores)
and `log.jsonl`. Before starting, set what README.md says about memory: it doubles the speed.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from decode import Found, Thresholds, best_path, templates
from encoder import load_encoder
from losses import Weights, document_loss
from model import Reader, Sizes
from muc import read_muc
from tokenizers import Tokenizer

from examples import ROLES, Example

_MASK = 103  # of BERT's vocabulary; the larger encoder's differs: train it with --masked 0
_LAYERS = {6: (2, 4, 6), 12: (4, 8, 12)}


def make_reader(folder: Path) -> Reader:
    """Make an untrained reader over packaged weights; word embeddings stay as they are."""
    encoder = load_encoder(folder)
    encoder.words.weight.requires_grad_(False)
    if encoder.shape.layers == 12:  # the larger one: its first four layers stay too
        for layer in encoder.layers[:4]:
            layer.requires_grad_(False)
    return Reader(encoder, Sizes(_LAYERS[encoder.shape.layers]))


def optimizer_of(reader: Reader, encoder_rate: float, head_rate: float) -> torch.optim.Optimizer:
    """Make AdamW with two rates; biases and norms do not decay."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, p in reader.named_parameters():
        if p.requires_grad:
            rate = encoder_rate if name.startswith("encoder.") else head_rate
            groups.setdefault((rate, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    rows = [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]
    return torch.optim.AdamW(rows, betas=(0.9, 0.98), eps=1e-6)


def batches(examples: list[Example], tokens: int, empty_share: float, rng: random.Random) -> Iterator[list[Example]]:
    """Deal the examples out in batches of so many tokens; of those without an incident only a share."""
    taken = [e for e in examples if e.kinds or rng.random() < empty_share]
    rng.shuffle(taken)
    batch: list[Example] = []
    size = 0
    for e in taken:
        if batch and size + len(e.ids) > tokens:
            yield batch
            batch, size = [], 0
        batch.append(e)
        size += len(e.ids)
    if batch:
        yield batch


def masked(ids: list[int], share: float, rng: random.Random) -> list[int]:
    """Hide a share of the word pieces, so that a name is known by its company and not by heart."""
    return [_MASK if rng.random() < share else i for i in ids]


def read_documents(
    reader: Reader, examples: list[Example]
) -> Iterator[tuple[np.ndarray, np.ndarray, list[np.ndarray], Any]]:
    """Give, for each document, its tags and which kinds are told; mentions are scored by a call."""
    reader.eval()
    with torch.no_grad():
        for e in examples:
            tokens = reader.encode([e.ids])[0]
            told = torch.sigmoid(reader.tell(tokens)[0]).numpy()
            yield reader.tag(tokens).numpy(), told, [], tokens


def predict(reader: Reader, examples: list[Example], limits: Thresholds) -> list[dict[str, Any]]:
    """Read documents into five-role templates."""
    out = []
    for e, (tags, told, _, tokens) in zip(examples, read_documents(reader, examples), strict=True):
        spans = [(s, r) for r in range(len(ROLES)) for s in best_path(tags[:, r], limits.outside[r])]
        mentions: list[Found] = []
        if spans:
            with torch.no_grad():
                made = reader.mentions(tokens, [s for s, _ in spans], [r for _, r in spans])
                belongs = torch.sigmoid(reader.mention_kind(made)).numpy()
            for ((a, b), r), kinds in zip(spans, belongs, strict=True):
                words = " ".join(e.text[e.offsets[a][0] : e.offsets[b - 1][1]].split())
                mentions.append(Found(a, b, r, words.replace("[", "(").replace("]", ")"), kinds))
        out.append({"docid": e.name, "templates": templates(told, mentions, limits)})
    return out


def score(muc: Path, predicted: list[dict[str, Any]]) -> dict[str, float]:
    """Score five-role templates against dev with the set's own scorer: F1 of each metric, in per cent."""
    with tempfile.TemporaryDirectory() as folder:
        mine, report = Path(folder) / "predicted.jsonl", Path(folder) / "report.json"
        mine.write_text("".join(json.dumps(p) + "\n" for p in predicted), "utf-8")
        command = [sys.executable, str(muc / "score_muc.py"), "--gold", str(muc / "dev5.jsonl"), "--pred", str(mine),
                   "--metric", "all5", "--json", str(report)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        return figures_of(json.loads(report.read_text("utf-8")))


def figures_of(reports: Any) -> dict[str, float]:
    """Give each metric's F1 over all roles, in per cent."""
    return {r["metric"]: round(100 * r["rows"]["micro_avg"]["f1"], 1) for r in reports}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--muc", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="a checkpoint to start from in place of the bare weights")
    parser.add_argument("--masked", type=float, default=0.1, help="share of word pieces hidden in training")
    parser.add_argument("--rate", type=float, help="of the encoder: 1.2e-4, 6e-5 for the larger")
    parser.add_argument("--tokens", type=int, default=3600, help="at most so many a batch")
    parser.add_argument("--limit", type=int, help="only so many documents (for a trial)")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    train(given)


def train(given: argparse.Namespace) -> None:
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    tokenizer = Tokenizer.from_file(str(given.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = list(read_muc(given.muc / "train.jsonl", tokenizer))[: given.limit]
    held_out = list(read_muc(given.muc / "dev.jsonl", tokenizer))[: given.limit]
    reader = make_reader(given.weights)
    if given.start:
        reader.load_state_dict(torch.load(given.start, weights_only=True))
    rate = given.rate or (1.2e-4 if reader.encoder.shape.layers == 6 else 6e-5)
    optimizer = optimizer_of(reader, rate, 1e-3)
    steps = given.epochs * len(list(batches(examples, given.tokens, 0.4, random.Random(0))))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1, (n + 1) / (0.06 * steps)) * max(0.0, 1 - n / (1.02 * steps))
    )
    done, best = _resume(given.out, reader, optimizer, schedule, rng)
    for epoch in range(done, given.epochs):
        reader.train()
        begun, total = time.monotonic(), 0.0
        for batch in batches(examples, given.tokens, 0.4, rng):
            encoded = reader.encode([masked(e.ids, given.masked, rng) for e in batch])
            losses = [document_loss(reader, t, e, Weights(), rng) for t, e in zip(encoded, batch, strict=True)]
            loss = torch.stack(losses).mean()
            if not math.isfinite(loss.item()):
                raise SystemExit(f"epoch {epoch}: the loss is {loss.item()}. Lower --rate.")
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            total += loss.item() * len(batch)
        figures = score(given.muc, predict(reader, held_out, Thresholds()))
        line = {"epoch": epoch + 1, "seconds": round(time.monotonic() - begun), "loss": total, **figures}
        print(json.dumps(line), flush=True)
        with (given.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        mean = sum(figures.values()) / max(1, len(figures))
        if mean > best:
            best = mean
            torch.save(reader.state_dict(), given.out / "best.pt")
        _save(given.out, reader, optimizer, schedule, rng, (epoch + 1, best))


def _save(out: Path, reader: Reader, optimizer: Any, schedule: Any, rng: random.Random, at: tuple[int, float]) -> None:
    state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
             "rng": rng.getstate(), "torch": torch.get_rng_state(), "at": at}  # fmt: skip
    torch.save(state, out / "last.tmp")
    (out / "last.tmp").replace(out / "last.pt")


def _resume(out: Path, reader: Reader, optimizer: Any, schedule: Any, rng: random.Random) -> tuple[int, float]:
    if not (out / "last.pt").exists():
        return 0, 0.0
    state = torch.load(out / "last.pt", weights_only=False)
    reader.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    rng.setstate(state["rng"])
    torch.set_rng_state(state["torch"])
    at: tuple[int, float] = state["at"]
    return at


if __name__ == "__main__":
    main()
