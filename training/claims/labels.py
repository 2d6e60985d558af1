"""Labels of whole reports: drafts to stand-off labels, labels to report records, checks and counts.

    python training/claims/labels.py pack DRAFT.lab … --into labels/dev.jsonl    words become offsets; refused if not exact
    python training/claims/labels.py check labels/*.jsonl                        every label against its text
    python training/claims/labels.py records labels/dev.jsonl > gold.jsonl       report records, one a line
    python training/claims/labels.py count labels/*.jsonl                        reports, words, claims, claims per 100 words

The texts are looked for in `$TESTIGO_SHARED/bench` (default `../shared/bench`), or where `--bench` says.
"""

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path

from drafts import Json, LabelError, parse
from standoff import pack, rebuild
from texts import Texts

from testigo.records import dump_json


def pack_drafts(drafts: list[Path], into: Path | None, texts: Texts) -> int:
    """Turn drafts into labels, replacing those of the same text and labeller; give how many were refused."""
    kept = {_key(x): x for x in _labels([into])} if into and into.exists() else {}
    refused = 0
    for path in drafts:
        try:
            draft = parse(path.read_text("utf-8"))
            label = pack(draft, texts.find(draft.set, draft.row))
        except (LabelError, KeyError) as error:
            refused += 1
            print(f"{path}: {error}", file=sys.stderr)
            continue
        kept[_key(label)] = label
    if into:
        into.parent.mkdir(parents=True, exist_ok=True)
        into.write_text("".join(json.dumps(kept[k]) + "\n" for k in sorted(kept)), "utf-8")
    return refused


def check(labels: list[Json], texts: Texts) -> int:
    """Rebuild every label from its text; give how many were refused."""
    refused = 0
    for label in labels:
        try:
            rebuild(label, texts.find(label["text"]["set"], label["text"]["row"]))
        except (LabelError, KeyError) as error:
            refused += 1
            print(f"{label['text']}: {error}", file=sys.stderr)
    return refused


def count(labels: list[Json], texts: Texts) -> dict[str, float]:
    """Count reports, words, incidents and claims; a report with few claims per 100 words was hardly read whole."""
    words = sum(len(texts.find(x["text"]["set"], x["text"]["row"]).text.split()) for x in labels)
    claims = Counter(c["predicate"] for x in labels for c in x["claims"])
    total = sum(claims.values())
    return {
        "reports": len(labels), "words": words, "incidents": sum(len(x["incidents"]) for x in labels),
        "actors": sum(len(x["actors"]) for x in labels), "claims": total, "claims per 100 words": 100 * total / max(1, words),
        **dict(claims.most_common()),
    }  # fmt: skip


def _labels(paths: list[Path]) -> list[Json]:
    return [json.loads(line) for p in paths for line in p.read_text("utf-8").splitlines()]


def _key(label: Json) -> tuple[str, str, str]:
    return label["text"]["set"], label["text"]["row"], label["by"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pack", "check", "records", "count"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, help="the file of labels that drafts go into")
    shared = Path(os.environ.get("TESTIGO_SHARED", "../shared"))
    parser.add_argument("--bench", type=Path, default=shared / "bench")
    given = parser.parse_args()
    texts = Texts(given.bench)
    if given.what == "pack":
        sys.exit(3 if pack_drafts(given.files, given.into, texts) else 0)
    labels = _labels(given.files)
    if given.what == "check":
        sys.exit(3 if check(labels, texts) else 0)
    if given.what == "count":
        for name, figure in count(labels, texts).items():
            print(f"{name:24} {figure:.2f}" if isinstance(figure, float) else f"{name:24} {figure}")
        return
    for label in labels:
        print(dump_json(rebuild(label, texts.find(label["text"]["set"], label["text"]["row"]))))


if __name__ == "__main__":
    main()
