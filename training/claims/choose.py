"""Choose the reports to label: by the hash of their ids, spread over outlets, never twice from one cluster of retellings.

    python training/claims/choose.py > training/claims/labels/texts.json

News about armed groups gives 160 (only rows that stand in no other set), MUC-4's train part 50, the US incidents' train
part 30; 28, 7 and 5 of them are dev, labelled twice. A text has 90 to 900 words.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from texts import SETS

Row = dict[str, Any]
_WANTED = {"news": (160, 28), "muc4": (50, 7), "us": (30, 5)}  # how many in all, how many of them dev
_FEWEST, _MOST = 90, 900  # words
_WITHOUT_INCIDENT = 14  # of MUC-4's fifty


def rows_of(bench: Path, name: str) -> list[Row]:
    """Give the rows of a set that may be labelled, in the order of their hashes."""
    rows = [json.loads(line) for line in (bench / SETS[name]).open(encoding="utf-8")]
    for row in rows:
        row["id"] = row.get("id") or row["docid"]
    fit = [r for r in rows if r.get("also_in") is None and _FEWEST <= len(r["text"].split()) <= _MOST]
    return sorted(fit, key=lambda r: sha256(r["id"].encode()).hexdigest())


def spread(rows: Iterable[Row], wanted: int) -> list[Row]:
    """Take rows outlet by outlet in turn, one of a cluster, until there are enough.

    An outlet's share grows with the square root of its reports, so that none drowns the others.
    """
    by: dict[str, list[Row]] = defaultdict(list)
    clusters = set()
    for row in rows:
        cluster = row.get("cluster") or row["id"]
        if cluster not in clusters:
            clusters.add(cluster)
            by[str(row.get("outlet"))].append(row)
    share = {o: len(rs) ** 0.5 for o, rs in by.items()}
    taken: Counter[str] = Counter()
    out: list[Row] = []
    while len(out) < wanted and any(len(by[o]) > taken[o] for o in by):
        outlet = min((o for o in by if len(by[o]) > taken[o]), key=lambda o: ((taken[o] + 1) / share[o], o))
        out.append(by[outlet][taken[outlet]])
        taken[outlet] += 1
    return out


def chosen(bench: Path, name: str) -> list[Row]:
    """Choose the rows of one set."""
    rows, wanted = rows_of(bench, name), _WANTED[name][0]
    if name == "news":
        return spread(rows, wanted)
    if name == "muc4":
        empty = [r for r in rows if not r["templates"]][:_WITHOUT_INCIDENT]
        return [*[r for r in rows if r["templates"]][: wanted - len(empty)], *empty]
    return rows[:wanted]


def main() -> None:
    bench = Path(os.environ.get("TESTIGO_SHARED", "../shared")) / "bench"
    out = []
    for name, (_, dev) in _WANTED.items():
        rows = sorted(chosen(bench, name), key=lambda r: sha256(f"dev {r['id']}".encode()).hexdigest())
        out += [{"set": name, "row": r["id"], "part": "dev" if n < dev else "train"} for n, r in enumerate(rows)]
    print(json.dumps(out, indent=0).replace("{\n", "{").replace("\n}", "}").replace(',\n"', ', "'))


if __name__ == "__main__":
    main()
