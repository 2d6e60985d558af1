"""What bringing reports together costs, from 1,500 to 150,000 report incidents, beside Splink over the same pairs.

    python benchmarks/reconcile_cost.py [DATA] [--reports REPORTS] [--sizes 1500 15000 150000] [--splink 1500] [--json]

The larger cases are made from the real ones of us_incidents: each copy moves days by years and places by degrees, and
spells names and rare words anew, so that no two copies are alike and true pairs stay within a copy. REPORTS: report
records, one a line (`testigo export CASE --to reports`); without it the dev texts are read first. Each size runs in a
process of its own; memory is that process's peak. cpu_s is what it took of a core, whatever else the machine did; the
slope is that of cpu_s over size, both as logarithms.
"""

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from common import need_data, parser, show
from testigo.reconcile import Comparison, Profile, cluster, profiles, scores
from testigo.reconcile.blocking import pairs_of
from testigo.reconcile.clustering import FLOOR
from testigo.reconcile.spots import Spot
from testigo.reconcile.words import RAREST, rarity
from testigo.records import Report, load_report
from testigo.work.readers import ReaderOptions
from testigo.work.reports import read_reports
from us_pairs import splink_scores

YEARS_DAYS = 1461  # a copy is moved by so many days: four years, as long as the set itself
SIZES = (1_500, 15_000, 150_000)


def originals(data: Path, reports: Path | None) -> list[Profile]:
    """Give the real incidents, by member."""
    told: Iterable[object] = (
        map(load_report, reports.open(encoding="utf-8"))
        if reports
        else read_reports([data / "dev.docs.jsonl"], ReaderOptions())
    )
    return sorted((p for r in told if isinstance(r, Report) for p in profiles([r])), key=lambda p: p.member)


def copies(real: list[Profile], size: int) -> list[Profile]:
    """Give so many incidents: the real ones, then moved copies of them."""
    return [moved(real[i % len(real)], i // len(real)) for i in range(size)]


def moved(p: Profile, copy: int) -> Profile:
    """Move an incident in time and space, and spell its names and rare words anew; copy 0 is itself."""
    if not copy:
        return p
    mark, days = f"q{copy}", copy % 7 * YEARS_DAYS
    return msgspec.structs.replace(
        p,
        document=f"{p.document}.{copy}",
        published=p.published and p.published + days,
        days=tuple((a + days, b + days) for a, b in p.days),
        places=tuple(_moved_spot(s, copy) for s in p.places),
        around=tuple(f"{key}.{copy}" for key in p.around),
        victims=_respelt(p.victims, mark),
        doers=_respelt(p.doers, mark),
        people=_respelt(p.people, mark),
        speakers=_respelt(p.speakers, mark),
        streets=_respelt(p.streets, mark),
        words=tuple((w + mark if rarity(w) >= RAREST else w, x) for w, x in p.words),
        phrases=tuple((f"{w}{mark}", x) for w, x in p.phrases),
        signature=None,
    )


def _moved_spot(s: Spot, copy: int) -> Spot:
    lat = None if s.lat is None else (s.lat + 90 + 7.3 * copy) % 180 - 90
    lon = None if s.lon is None else (s.lon + 180 + 31.7 * copy) % 360 - 180
    above = tuple(f"{key}.{copy}" for key in s.above)
    return Spot(f"{s.key}.{copy}", f"{s.name} {copy}", s.type, s.country, lat, lon, s.radius_km, above)


def _respelt(names: tuple[str, ...], mark: str) -> tuple[str, ...]:
    return tuple(" ".join(word + mark for word in name.split()) for name in names)


def measured(real: list[Profile], size: int, with_splink: bool) -> dict[str, float]:
    """Reconcile a case of this size; give seconds for each step, the process's peak, and Splink's share."""
    known = sorted(copies(real, size), key=lambda p: p.member)
    began, busy = time.perf_counter(), time.process_time()
    pairs = pairs_of(known)
    blocked = time.perf_counter()
    judged = scores(known, pairs)
    compared = time.perf_counter()
    told = [
        Comparison(known[i].member, known[j].member, s) for (i, j), s in zip(pairs, judged, strict=True) if s >= FLOOR
    ]
    groups = cluster(known, told)
    done = time.perf_counter()
    row = {
        "incidents": size, "groups": len(groups), "pairs": len(pairs), "pairs_each": len(pairs) / size,
        "blocking_s": blocked - began, "comparing_s": compared - blocked, "grouping_s": done - compared,
        "seconds": done - began, "cpu_s": time.process_time() - busy, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip
    if with_splink:
        began = time.perf_counter()
        if splink_scores(known, pairs) is not None:
            row["splink_s"] = time.perf_counter() - began
            row["to_splink"] = (compared - blocked) / row["splink_s"]
    return row


def apart(data: Path, reports: Path | None, size: int, with_splink: bool) -> dict[str, Any]:
    """Measure one size in a process of its own."""
    command = [sys.executable, __file__, str(data), "--one", str(size), "--splink", str(size if with_splink else 0)]
    command += ["--reports", str(reports)] if reports else []
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    row: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return row


def slope(rows: list[dict[str, Any]]) -> float:
    """Give the least-squares slope of log CPU seconds over log incidents."""
    points = [(math.log(r["incidents"]), math.log(r["cpu_s"])) for r in rows]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def main() -> None:
    args = parser(__doc__, "bench/us_incidents")
    args.add_argument("--reports", type=Path)
    args.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    args.add_argument("--splink", type=int, default=SIZES[0], help="the largest size at which Splink runs too")
    args.add_argument("--one", type=int, help="measure this size in this process")
    given = args.parse_args()
    need_data(given.data)
    if given.one:
        print(json.dumps(measured(originals(given.data, given.reports), given.one, given.splink >= given.one)))
        return
    rows = [apart(given.data, given.reports, size, given.splink >= size) for size in given.sizes]
    notes = {"slope of log CPU seconds over log size": {"all steps": slope(rows)}} if len(rows) > 1 else {}
    show({f"{r['incidents']:,}": r for r in rows}, given.json, notes)


if __name__ == "__main__":
    main()
