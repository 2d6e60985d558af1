"""Hold the reader's claims against reports labelled by hand: all claims, roles, figures, relations, stance, speakers.

    python benchmarks/claims.py [LABELS.jsonl] [--limit N] [--json]
    python benchmarks/claims.py --agreement FIRST.jsonl SECOND.jsonl [--json]

LABELS holds stand-off labels (default training/claims/labels/dev.jsonl); their texts and the scorer are looked for in
`$TESTIGO_SHARED/bench`. Rows: the reader; its rules alone; nothing; every stance `stated` and no speaker on the reader's
own claims; junk, which is the reader's claims about the next report.
Figures are F1; stance_right is the share of matched claims. --agreement scores
one labeller's reports against another's.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from common import SHARED, need_data, parser, show
from testigo.extract import Reader, extract
from testigo.records import dump

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "training" / "claims"))

from standoff import rebuild  # noqa: E402 - stands beside the labels
from texts import Texts  # noqa: E402

Row = dict[str, Any]
LABELS = ROOT / "training" / "claims" / "labels"
GROUPS = ("casualty figures", "roles", "place and date", "actor relations")


def labels_of(path: Path) -> list[Row]:
    """Read a file of labels."""
    need_data(path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def gold_of(labels: list[Row], texts: Texts) -> dict[str, Row]:
    """Rebuild the labelled reports by document name."""
    made = (rebuild(x, texts.find(x["text"]["set"], x["text"]["row"])) for x in labels)
    return {r.document.name: dict(dump(r)) for r in made}


def read_all(labels: list[Row], texts: Texts, trained: bool = True) -> dict[str, Row]:
    """Read the labelled texts with the shipped reader, or with its rules alone."""
    reader = Reader.open(trained=trained)
    documents = (texts.find(x["text"]["set"], x["text"]["row"]) for x in labels)
    return {d.name: dict(dump(extract(d, reader))) for d in documents}


def flat(record: Row) -> Row:
    """Make every stance `stated` and leave the speakers out."""
    return record | {"claims": [c | {"stance": "stated", "attributed_to": []} for c in record["claims"]]}


def shifted(records: dict[str, Row]) -> dict[str, Row]:
    """Give each report what was read from the next."""
    names = list(records)
    pairs = zip(names, [*names[1:], *names[:1]], strict=True)
    return {name: records[other] | {"document": records[name]["document"]} for name, other in pairs}


def score(gold: dict[str, Row], found: dict[str, Row]) -> Row:
    """Run the set's own scorer over two folders of reports."""
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for side, records in (("gold", gold), ("pred", found)):
            paths.append(Path(name) / f"{side}.jsonl")
            paths[-1].write_text("".join(json.dumps(r) + "\n" for r in records.values()), "utf-8")
        scorer = SHARED / "bench" / "score_claims.py"
        need_data(scorer)
        command = [sys.executable, str(scorer), "--gold", str(paths[0]), "--pred", str(paths[1]), "--json"]
        return figures(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def figures(report: Row) -> Row:
    """Pick the figures that are told."""
    out: Row = {"all_f1": report["claims"]["f1"]}
    out |= {f"{g.replace(' ', '_')}_f1": report["groups"].get(g, {}).get("f1", 0.0) for g in GROUPS}
    return out | {"stance_right": report["stance_right"], "speakers_f1": report["speakers"]["f1"]}


def empty(record: Row) -> Row:
    return record | {"actors": [], "places": [], "incidents": [], "claims": []}


def main() -> None:
    args = parser(__doc__, "bench")
    args.set_defaults(data=LABELS / "dev.jsonl")
    args.add_argument("--limit", type=int, help="only the first N labels")
    args.add_argument("--agreement", type=Path, nargs=2, metavar=("FIRST", "SECOND"))
    given = args.parse_args()
    texts = Texts(SHARED / "bench")
    if given.agreement:
        first, second = (gold_of(labels_of(p), texts) for p in given.agreement)
        first = {name: r for name, r in first.items() if name in second}
        show({"labellers": score(first, second)}, given.json, {"notes": [f"{len(first)} reports labelled twice"]})
        return
    labels = labels_of(given.data)[: given.limit]
    gold, found = gold_of(labels, texts), read_all(labels, texts)
    rows = {
        "testigo": found, "rules alone": read_all(labels, texts, trained=False), "nothing": {n: empty(r) for n, r in found.items()},
        "constant": {n: flat(r) for n, r in found.items()}, "junk": shifted(found),
    }  # fmt: skip
    show({name: score(gold, records) for name, records in rows.items()}, given.json)


if __name__ == "__main__":
    main()
