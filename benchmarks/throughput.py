"""Measure how fast reports are read, in how much memory, and hold it against a BERT-base-sized encoder.

    python benchmarks/throughput.py [DATA] [--limit N] [--jobs 1 2] [--encoder-texts 12] [--json]

DATA is a table of texts, or a folder with `dev.docs.jsonl` in it. Each row is a run of its own, in a fresh process, from
its start to the last committed report: opening the reader is part of it. Memory is the highest sum of resident memory of
the process and its workers, looked at every 50 ms (pages that they share count in each).

The last row pushes the same texts through an encoder of BERT-base's size: 12 layers, 768 wide, 12 heads, 3072 inside,
fp32, random weights (the cost does not depend on them), one thread, windows of 512 pieces, one at a time. It reads a
sample, spread evenly, and its time is scaled up by the number of pieces. Words and signs are counted as one piece each;
a real word-piece vocabulary makes more of them, so the encoder's cost is understated.
`cost` is processor time, ours with one process, divided by the encoder's: the aim is less than 0.1.
The encoder needs PyTorch, which Testigo does not: `pip install torch`. Without it the row is left out, and that is said.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from common import need_data, parser, show

WINDOW = 512
LAYERS, WIDTH, HEADS, INNER, VOCABULARY = 12, 768, 12, 3072, 30522
LOOK_EVERY_S = 0.05
_PIECE = re.compile(r"\w+|[^\w\s]")

Row = dict[str, Any]


def texts_of(data: Path, limit: int | None) -> list[Row]:
    """Give the rows of a table of texts, or the first N."""
    table = data / "dev.docs.jsonl" if data.is_dir() else data
    need_data(table)
    lines = table.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines[:limit]]


def read_all(table: str, jobs: int) -> Row:
    """Read a table into a new case, and say how long it took. Run in a process of its own."""
    import testigo as tg  # noqa: PLC0415 - a part of what is measured

    with tempfile.TemporaryDirectory() as folder, tg.Case(Path(folder) / "speed.testigo") as case:
        result = case.add([table], jobs=jobs)
    return {"documents": result.done, "failed": result.failed}


def push_all(table: str, share: float) -> Row:
    """Push a table's texts through the encoder, and scale the time up. Run in a process of its own."""
    import torch  # noqa: PLC0415 - not a dependency

    torch.set_num_threads(1)
    torch.manual_seed(0)
    layer = torch.nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, activation="gelu", batch_first=True)
    encoder = torch.nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False).eval()
    embedding = torch.nn.Embedding(VOCABULARY, WIDTH)
    lengths = [len(_PIECE.findall(row["text"])) for row in texts_of(Path(table), None)]
    with torch.inference_mode():
        encoder(embedding(torch.zeros(1, WINDOW, dtype=torch.long)))  # warm
        began, cpu = time.perf_counter(), time.process_time()
        for length in lengths:
            for start in range(0, length, WINDOW):
                pieces = torch.randint(VOCABULARY, (1, min(WINDOW, length - start)))
                encoder(embedding(pieces))
    seconds, cpu_s = time.perf_counter() - began, time.process_time() - cpu
    return {"documents": len(lengths), "seconds": seconds / share, "cpu_s": cpu_s / share}


def measured(arguments: list[str]) -> Row | None:
    """Run one arm in a fresh process; give its figures with its peak memory, None where it has no PyTorch."""
    began = time.perf_counter()
    before = os.times()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen([sys.executable, __file__, *arguments], stdout=out)
        peak, ended = 0, False
        while not ended:
            peak = max(peak, tree_memory(child.pid))
            try:
                child.wait(LOOK_EVERY_S)
                ended = True
            except subprocess.TimeoutExpired:
                continue
        if child.returncode:
            sys.exit(f"{' '.join(arguments)}: ended with {child.returncode}")
        out.seek(0)
        told: Row | None = json.load(out)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    if told is None:
        return None
    return {"seconds": time.perf_counter() - began, "cpu_s": spent, "peak_mb": peak / 1e6} | told


def tree_memory(root: int) -> int:
    """Add up the resident memory, in bytes, of a process and all below it; 0 where there is no /proc."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(map(_resident, family))


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def arm(name: str, table: str, number: float) -> None:
    """Be one of the processes that are measured: print what it did as JSON, null where PyTorch is missing."""
    if name == "reader":
        print(json.dumps(read_all(table, int(number))))
        return
    try:
        print(json.dumps(push_all(table, number)))
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        print("null")


def rows_of(given: Any, folder: Path) -> tuple[dict[str, Row], list[str]]:
    """Measure every row of the table, and say what must be known to read it."""
    texts = texts_of(given.data, given.limit)
    table, sample = folder / "texts.jsonl", folder / "sample.jsonl"
    few = texts[:: max(1, len(texts) // given.encoder_texts)][: given.encoder_texts]
    for path, some in ((table, texts), (sample, few)):
        path.write_text("\n".join(json.dumps(row) for row in some), "utf-8")
    pieces, in_sample = (sum(len(_PIECE.findall(row["text"])) for row in some) for some in (texts, few))
    found = {f"testigo, {_processes(n)}": measured(["--arm", "reader", str(table), str(n)]) for n in given.jobs}
    found["BERT-base size, 1 thread"] = measured(["--arm", "encoder", str(sample), str(in_sample / pieces)])
    rows = {name: row | {"documents": len(texts)} for name, row in found.items() if row}
    encoder = rows.get("BERT-base size, 1 thread")
    notes = [f"{len(texts)} texts, {pieces} words and signs, {os.cpu_count()} processors here"]
    notes.append(
        f"the encoder read {len(few)} texts with {in_sample} pieces; its time is scaled up"
        if encoder
        else "no PyTorch here (pip install torch): nothing to hold the reader against"
    )
    return {name: _figures(row, encoder) for name, row in rows.items()}, notes


def _processes(jobs: int) -> str:
    return "1 process" if jobs == 1 else f"{jobs} processes"


def _figures(row: Row, encoder: Row | None) -> Row:
    return {
        "reports_per_s": row["documents"] / row["seconds"],
        "seconds": row["seconds"],
        "cpu_s": row["cpu_s"],
        "peak_mb": round(row["peak_mb"]),
        "cost": row["cpu_s"] / encoder["cpu_s"] if encoder else None,
    }


def main() -> None:
    if sys.argv[1:2] == ["--arm"]:
        arm(sys.argv[2], sys.argv[3], float(sys.argv[4]))
        return
    args = parser(__doc__, "bench/us_incidents")
    args.add_argument("--limit", type=int, help="read only the first N texts")
    args.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="processes, one row each (default: 1 2)")
    args.add_argument("--encoder-texts", type=int, default=12, help="texts that the encoder reads (default: 12)")
    given = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows, notes = rows_of(given, Path(folder))
    show(rows, given.json, {"notes": notes})


if __name__ == "__main__":
    main()
