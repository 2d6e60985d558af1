"""How good the pairs are: whether true ones are compared at all, whether a score means what it says, and Splink's view.

Splink (an extra, `bench`) learns its own weights, without labels, from the same profiles and judges the same pairs.
"""

import contextlib
import io
import itertools
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from testigo.reconcile import Comparison, Profile, cluster, profiles, scores
from testigo.reconcile.blocking import pairs_of
from testigo.reconcile.who_what import rare, short_names
from testigo.records import Report

BANDS = (0.0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0)
Pairs = Sequence[tuple[int, int]]


class ChiefPairs:
    """The pairs of chief incidents of a set with gold incidents. known: profiles, sorted; true: by the registry."""

    def __init__(self, reports: Iterable[Report], gold: Path, made: Callable[[Report], Profile] | None = None) -> None:
        """made: gives a report's chief incident, where it is not to be what the report was read to tell."""
        told = [json.loads(line) for line in gold.open(encoding="utf-8")]
        incident_of = {d: g["incident"] for g in told for d in g["documents"]}
        self.incident: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.known: list[Profile] = []
        for report in reports:
            self.names[report.document.id] = report.document.name
            self.incident[report.document.id] = incident_of[report.document.name]
            self.known += [made(report)] if made else [p for p in profiles([report]) if p.main]
        self.known.sort(key=lambda p: p.member)
        self.pairs = pairs_of(self.known)
        self.scores = scores(self.known, self.pairs)
        self.true = [self._one(i, j) for i, j in self.pairs]
        size = {g: len(list(ms)) for g, ms in itertools.groupby(sorted(map(self._gold, range(len(self.known)))))}
        self.all_true = sum(n * (n - 1) // 2 for n in size.values())

    def _gold(self, i: int) -> str:
        return self.incident[self.known[i].document]

    def _one(self, i: int, j: int) -> bool:
        return self._gold(i) == self._gold(j)

    def quality(self) -> dict[str, Any]:
        """Give the recall of true pairs among those compared, and how many are compared."""
        return {
            "true pairs of chief incidents": self.all_true,
            "of them compared": sum(self.true) / max(1, self.all_true),
            "pairs compared per incident": len(self.pairs) / max(1, len(self.known)),
            "average precision of the score": average_precision(self.scores, self.true),
        }

    def reliability(self) -> dict[str, str]:
        """Tell, for each band of scores, the mean score and the share of true pairs."""
        told = {}
        for low, high in itertools.pairwise(BANDS):
            band = [(s, t) for s, t in zip(self.scores, self.true, strict=True) if low <= s < high or s == high == 1.0]
            if band:
                mean, share = sum(s for s, _ in band) / len(band), sum(t for _, t in band) / len(band)
                told[f"{low:.2f}–{high:.2f}"] = f"{len(band)} pairs, mean score {mean:.3f}, true {share:.3f}"
        return told

    def grouped(self, judged: Sequence[float]) -> list[dict[str, Any]]:
        """Group by scores of these pairs, as Testigo does, and give groups as exported."""
        members = [p.member for p in self.known]
        told = (Comparison(members[i], members[j], s) for (i, j), s in zip(self.pairs, judged, strict=True))
        return [
            {"members": [{"document": self.names[d], "main": True} for d, _ in g.members]}
            for g in cluster(self.known, told)
        ]


def average_precision(judged: Sequence[float], true: Sequence[bool]) -> float:
    """Give the area under precision and recall; equal scores are taken together, so their order does not count."""
    hits = seen = 0
    area = 0.0
    for _, band in itertools.groupby(sorted(zip(judged, true, strict=True), key=lambda p: -p[0]), key=lambda p: p[0]):
        told = [t for _, t in band]
        seen, hits = seen + len(told), hits + sum(told)
        area += sum(told) * hits / seen
    return area / max(1, sum(true))


def splink_scores(known: Sequence[Profile], pairs: Pairs) -> list[float] | None:
    """Give Splink's match probabilities of the same pairs, 0 where it gives none; None where it is not installed."""
    try:
        from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415
    except ImportError:
        return None
    import pyarrow as pa  # noqa: PLC0415

    rows = pa.Table.from_pylist(splink_rows(known, pairs), schema=_schema(pa))
    with contextlib.redirect_stdout(io.StringIO()):
        settings = SettingsCreator(
            link_type="dedupe_only",
            comparisons=_comparisons(),
            blocking_rules_to_generate_predictions=[block_on("met", arrays_to_explode=["met"])],
        )
        linker = Linker(_backend().register(rows), settings, log_level=logging.ERROR)
        _train(linker, block_on)
        found = linker.inference.predict().as_record_list()
    judged = {(int(r["unique_id_l"]), int(r["unique_id_r"])): float(r["match_probability"]) for r in found}
    return [judged.get((i, j), judged.get((j, i), 0.0)) for i, j in pairs]


def splink_rows(known: Sequence[Profile], pairs: Pairs) -> list[dict[str, Any]]:
    """Give profiles as Splink's rows; `met` holds a token for each pair, so that it judges these pairs and no others."""
    met: list[list[str]] = [[] for _ in known]
    for number, pair in enumerate(pairs):
        for i in pair:
            met[i].append(str(number))
    return [_as_row(i, p) | {"met": met[i]} for i, p in enumerate(known)]


def _as_row(number: int, p: Profile) -> dict[str, Any]:
    town = next((s for s in p.places if s.lat is not None), None)
    killed, injured = p.tolls.get("killed"), p.tolls.get("injured")
    return {
        "unique_id": number,
        "day": p.days[0][0] if p.days else None,
        "published": p.published,
        "town": town.key if town else None,
        "kind": p.kind,
        "killed": killed[0] if killed else None,
        "injured": injured[0] if injured else None,
        "people": short_names((*p.victims, *p.doers, *p.people)) or None,
        "words": rare(p) or None,
        "streets": list(p.streets) or None,
    }


def _schema(pa: Any) -> Any:
    numbers = {n: pa.int64() for n in ("unique_id", "day", "published", "killed", "injured")}
    lists = {n: pa.list_(pa.string()) for n in ("people", "words", "streets", "met")}
    return pa.schema(list({**numbers, "town": pa.string(), "kind": pa.string(), **lists}.items()))


def _comparisons() -> list[Any]:
    from splink import comparison_library as cl  # noqa: PLC0415

    exact = [cl.ExactMatch(n) for n in ("day", "published", "town", "kind", "killed", "injured")]
    return [*exact, *(cl.ArrayIntersectAtSizes(n, [3, 2, 1]) for n in ("people", "words", "streets"))]


def _backend() -> Any:
    from splink.internals.duckdb.database_api import DuckDBAPI  # noqa: PLC0415

    return DuckDBAPI()


def _train(linker: Any, block_on: Any) -> None:
    """Learn without labels, by Splink's own tutorial: u from random pairs, m by EM over two blockings."""
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in (("day", "town"), ("published", "kind")):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))


def described(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """Give notes with figures rounded for eyes."""
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in mapping.items()}
