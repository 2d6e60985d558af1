"""Read the US incidents through `add`, `reconcile` and `export`, and score them against the registry.

    python benchmarks/us_incidents.py [DATA] [--split dev] [--limit N] [--jobs N] [--keep CASE] [--json]

Beside Testigo's row, in the same run and with the same scorer: what saying nothing scores, what one constant incident a
report ("1 killed", in the document's commonest town of the set) scores, and what junk scores (our own incidents dealt out
to the wrong reports). Grouping stands beside all reports apart, reports of one city and one day together, alike texts
joined (TF-IDF), Splink over the same pairs (extra `bench`), and what the matcher reaches where every report has a chief
incident, and where its values are the registry's: what these win is the
reader's share of the error. killed_false is the share of incidents without a death for which one is claimed: lower is better.
"""

import collections
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import testigo as tg
import us_grouping as grouping
from common import need_data, parser, show
from us_pairs import ChiefPairs, described, splink_scores

FIGURES = ("documents", "placed_share", "killed_some", "killed_false", "killed_right", "killed_3plus",
           "injured_some", "injured_false", "injured_3plus", "date_day", "date_any",
           "city", "people_p", "people_r", "b3_p", "b3_r", "b3_f1", "pair_f1", "exactly_right",
           "deaths_counted_twice_per_100")  # fmt: skip

Row = dict[str, Any]


def read_all(documents: Path, case_path: Path, jobs: int) -> tuple[list[Row], list[tg.Report]]:
    """Read a table of texts into a case and give its incidents as exported, and its reports."""
    with tg.Case(case_path) as case:
        case.add([documents], jobs=jobs)
        case.reconcile()
        with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
            case.export("incidents", out)
            out.seek(0)
            return [json.loads(line) for line in out], list(case.reports())


def score(scorer: Path, gold: Path, documents: Path, incidents: list[Row]) -> dict[str, float]:
    """Run the set's own scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as out:
        out.writelines(json.dumps(i, ensure_ascii=False) + "\n" for i in incidents)
        out.flush()
        command = [
            sys.executable,
            str(scorer),
            "--gold",
            str(gold),
            "--docs",
            str(documents),
            "--pred",
            out.name,
            "--json",
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures = json.loads(done.stdout)
    figures["placed_share"] = figures["placed"] / figures["documents"]
    return {k: figures[k] for k in FIGURES}


def constant(documents: Path) -> list[Row]:
    """Give every report one incident: one killed, on the report's own day, in the town that most reports name first."""
    rows = [json.loads(line) for line in documents.open(encoding="utf-8")]
    return [
        {
            "members": [{"document": r["id"], "main": True}],
            "killed": {"best": 1},
            "date": {"start": r.get("published"), "end": r.get("published")},
            "place": {"name": "Chicago", "container": "Illinois"},
        }
        for r in rows
    ]


def junk(incidents: list[Row]) -> list[Row]:
    """Deal the values of our own incidents out to the wrong reports (seed 0)."""
    dealt = [i["members"] for i in incidents]
    random.Random(0).shuffle(dealt)
    return [i | {"members": m} for i, m in zip(incidents, dealt, strict=True)]


def by_size(gold: Path, incidents: list[Row]) -> dict[str, str]:
    """Give, by the size of the registry's toll, how many incidents have it and what share of their reports says it."""
    of = {m["document"]: i for i in incidents for m in i["members"] if m["main"]}
    right: collections.Counter[str] = collections.Counter()
    told: collections.Counter[str] = collections.Counter()
    for line in gold.open(encoding="utf-8"):
        g = json.loads(line)
        for name in ("killed", "injured"):
            size = f"{name} {'3+' if g[name] >= 3 else g[name]}"
            for document in set(g["documents"]) & of.keys():
                told[size] += 1
                right[size] += ((of[document].get(name) or {}).get("best") or 0) == g[name]
    return {size: f"{right[size] / told[size]:.3f} of {told[size]} reports" for size in sorted(told)}


def errors(gold: Path, documents: Path, incidents: list[Row]) -> dict[str, int]:
    """Sort what is wrong into classes, commonest first, over registry incidents told by a placed report."""
    of = {m["document"]: i for i in incidents for m in i["members"] if m["main"]}
    found: collections.Counter[str] = collections.Counter()
    for line in gold.open(encoding="utf-8"):
        g = json.loads(line)
        for document in g["documents"]:
            mine = of.get(document)
            found.update(_classes(g, mine))
    return dict(found.most_common())


def _classes(gold: Row, mine: Row | None) -> list[str]:
    if mine is None:
        return ["no main incident"]
    out = []
    killed, wanted = (mine["killed"] or {}).get("best"), gold["killed"]
    if wanted and not killed:
        out.append("a death not read")
    elif wanted and killed != wanted:
        out.append("too few dead" if killed < wanted else "too many dead")
    elif not wanted and killed:
        out.append("a death where there was none")
    place = mine["place"] or {}
    names = {str(place.get(k) or "").casefold() for k in ("name", "container")}
    if not place:
        out.append("no place")
    elif gold["city"].split("(")[0].strip().casefold() not in names:
        out.append("another place")
    start = (mine["date"] or {}).get("start")
    if not start:
        out.append("no date")
    elif start[:10] != gold["date"]:
        out.append("another date")
    return out


def main() -> None:
    args = parser(__doc__, "bench/us_incidents")
    args.add_argument("--split", default="dev", choices=("dev", "train"))
    args.add_argument("--limit", type=int, help="read only the first N reports (for a quick look)")
    args.add_argument("--jobs", type=int, default=2)
    args.add_argument("--keep", type=Path, help="keep the case file here")
    given = args.parse_args()
    need_data(given.data)
    documents, gold = given.data / f"{given.split}.docs.jsonl", given.data / f"{given.split}.gold.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        if given.limit:
            documents, gold = _cut(documents, gold, given.limit, Path(folder))
        incidents, reports = read_all(documents, given.keep or Path(folder) / "us.testigo", given.jobs)
        scorer = given.data / "score_incidents.py"
        rows = {
            "testigo": score(scorer, gold, documents, incidents),
            "nothing": score(scorer, gold, documents, []),
            "constant": score(scorer, gold, documents, constant(documents)),
            "junk": score(scorer, gold, documents, junk(incidents)),
        }
        pairs, flawless = ChiefPairs(reports, gold), ChiefPairs(reports, gold, grouping.flawless(gold))
        groups = grouping_rows(reports, documents, gold, pairs)
        rows |= {name: score(scorer, gold, documents, found) for name, found in groups.items()}
        notes = {
            "right by size of toll, all groups": by_size(gold, incidents),
            "the same, by the constant 1 killed": by_size(gold, constant(documents)),
            "classes of error (reports)": errors(gold, documents, incidents),
            "pairs": described(pairs.quality()),
            "a score and what it is worth": pairs.reliability(),
            "the same with the registry's values": flawless.reliability(),
            "pairs with the registry's values": described(flawless.quality()),
        }
        show(rows, given.json, notes)


def grouping_rows(reports: list[tg.Report], documents: Path, gold: Path, pairs: ChiefPairs) -> dict[str, list[Row]]:
    """Give what others make of the same reports; their values are empty, their groups count."""
    found = {
        "all apart": grouping.apart(documents),
        "city and day": grouping.same_city_same_day(reports),
        "text alike": grouping.text_alike(documents),
        "all placed": grouping.with_every_report_placed(reports),
        "gold values": grouping.with_gold(reports, gold),
    }
    judged = splink_scores(pairs.known, pairs.pairs)
    return found if judged is None else found | {"splink": pairs.grouped(judged)}


def _cut(documents: Path, gold: Path, limit: int, folder: Path) -> tuple[Path, Path]:
    """Write the first N reports and the registry's entries for them alone."""
    lines = documents.read_text("utf-8").splitlines()[:limit]
    kept = {json.loads(line)["id"] for line in lines}
    entries = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    entries = [e | {"documents": [d for d in e["documents"] if d in kept]} for e in entries]
    (folder / "docs.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "gold.jsonl").write_text("\n".join(json.dumps(e) for e in entries if e["documents"]), "utf-8")
    return folder / "docs.jsonl", folder / "gold.jsonl"


if __name__ == "__main__":
    main()
