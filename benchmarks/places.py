#!/usr/bin/env python3
"""Measure how well places are found and resolved.

    python benchmarks/places.py SHARED/bench/places            toponym sets (LGL, TR-News, GeoWebNews)
    python benchmarks/places.py SHARED/bench/us_incidents/dev  reports whose registry names a city

**Given the name** (rows whose gold id the gazetteer has; `covered` is their share): our resolver is told where the name
stands and must say which place it is, refusing nothing: `exact` id, `first_level` (the same division, of a country the
same country), `within_25` and `within_161` km. A right id counts as 0 km, a name that it has no candidate for as wrong.
`sure_161` is what it resolves when it refuses what it is not sure of (`refused`, its own rule), `kept_161` when the 15%
of rows with the least chance are refused.
**End to end** (all rows with an id): `found`, the share with a mention that overlaps, `near`, resolved within 161 km;
`precision`, the share of our mentions with a place that overlap a tagged place, `near_precision`, of ours that are
resolved within 161 km besides; `found_covered`, `near_covered`: recall over rows whose id the gazetteer has.
GeoWebNews counts with its `Literal` and `Mixed` rows; its adjectives stand apart (`adjectives_161`), its other tags are
neither right nor wrong. Offsets that miss their phrase are mended by the nearest one.

Beside, in the same run: `nothing`; `most populous` (the gazetteer's first candidate; end to end, of every name that our
rules for capitals find); `junk` (the gazetteer's last candidate). Weights are fitted on these very files: figures of a
held-out kind come from cross-validation by document, training/places/fit.py; run it on a split of its own.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from common import SHARED, need_data
from place_cities import measure_cities
from place_rows import Article, Gold, articles, is_within
from testigo.extract.mentions.place_given import resolve_given
from testigo.extract.mentions.place_home import hang_in_towns
from testigo.extract.mentions.place_rank import SURE, sureness
from testigo.extract.mentions.place_senses import candidates_of
from testigo.extract.mentions.places import find_places
from testigo.reference import Gazetteer, GazetteerPlace

KEPT = 0.85  # of the rows, when it may refuse
Told = tuple[int, int, GazetteerPlace | None]  # a mention told: offsets, its place
Answer = tuple[Gold, GazetteerPlace | None, float]  # a gold name, the place chosen, how sure
SYSTEMS = ("nothing", "most populous", "junk")


def main() -> None:
    """Measure, print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "data",
        nargs="?",
        type=Path,
        default=SHARED / "bench/places",
        help="a folder of toponym sets, or the prefix of a us_incidents split",
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses of each set")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    beside: dict[str, dict[str, dict[str, Any]]] = {}
    if options.data.is_dir():
        figures = {}
        for path in sorted(options.data.glob("*.jsonl")):
            read = list(articles(path, gazetteer))
            figures[path.stem] = measure(read, gazetteer, ours, found_by_us, options.misses)
            beside[path.stem] = {name: measure(read, gazetteer, *_baseline(name)) for name in SYSTEMS}
    else:
        need_data(Path(f"{options.data}.gold.jsonl"))
        figures = {options.data.name: measure_cities(options.data, gazetteer, options.misses)}
        beside[options.data.name] = {"nothing": dict.fromkeys(("city", "name", "state", "any_place"), 0.0)}
    if options.json:
        print(json.dumps({"figures": figures, "beside": beside}, indent=1))
        return
    for name, row in figures.items():
        _print(name, row)
        for system, other in beside[name].items():
            _print(f"  {system}", other)


def measure(
    read: Sequence[Article], gazetteer: Gazetteer,
    resolve: Callable[[Article, Gazetteer], list[Answer]], find: Callable[[Article, Gazetteer], list[Told]],
    misses: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """Measure one way to resolve given names and one way to find and resolve, on one set."""
    answers = [answer for article in read for answer in resolve(article, gazetteer)]
    plain = [a for a in answers if a[0].covered and not a[0].adjective]
    adjectives = [a for a in answers if a[0].covered and a[0].adjective]
    for gold, place, chance in plain:
        if misses > 0 and not (place and is_within(place, gold, 161)):
            misses -= 1
            print(
                "  missed:",
                gold.phrase,
                gold.id,
                gold.place and gold.place.name,
                "told",
                place and place.id,
                f"{chance:.2f}",
            )
    begun = time.perf_counter()
    told = [find(article, gazetteer) for article in read]
    spent = time.perf_counter() - begun
    return {
        "reports": len(read), "names": sum(not a[0].adjective for a in answers), "rows": len(plain),
        "covered": len(plain) / max(1, sum(not a[0].adjective for a in answers)), **given_figures(plain, gazetteer),
        "adjectives": len(adjectives), "adjectives_161": _share(adjectives, 161),
        **found_figures(read, told), "ms_a_report": 1000 * spent / len(read),
    }  # fmt: skip


def given_figures(rows: Sequence[Answer], gazetteer: Gazetteer) -> dict[str, float]:
    """Measure the places chosen for names that were given."""
    sure = [row for row in rows if row[1] and row[2] >= SURE]
    kept = sorted(rows, key=lambda row: -row[2])[: round(KEPT * len(rows))]
    same = [p and _first_level(p, gazetteer) == _first_level(g.place, gazetteer) for g, p, _ in rows if g.place]
    return {
        "exact": sum(p is not None and p.id == g.id for g, p, _ in rows) / max(1, len(rows)),
        "first_level": sum(map(bool, same)) / max(1, len(rows)),
        "within_25": _share(rows, 25), "within_161": _share(rows, 161),
        "refused": 1 - len(sure) / max(1, len(rows)), "sure_161": _share(sure, 161), "kept_161": _share(kept, 161),
    }  # fmt: skip


def found_figures(read: Sequence[Article], told: Sequence[Sequence[Told]]) -> dict[str, float]:
    """Measure places that were found and resolved."""
    count = dict.fromkeys("gold covered found near found_covered near_covered told right right_near".split(), 0)
    for article, mentions in zip(read, told, strict=True):
        for gold in (g for g in article.gold if not g.adjective):
            hits = [place for start, end, place in mentions if start < gold.end and gold.start < end]
            is_near = any(place is not None and is_within(place, gold, 161) for place in hits)
            for key, value in (("", True), ("found", bool(hits)), ("near", is_near)):
                count[key or "gold"] += value
                count[f"{key}_covered" if key else "covered"] += value and gold.covered
        for start, end, place in mentions:
            hit = [g for g in article.gold if g.start < end and start < g.end]
            if not hit and any(a < end and start < b for a, b in article.other):
                continue
            count["told"] += 1
            count["right"] += bool(hit)
            count["right_near"] += any(place is not None and is_within(place, g, 161) for g in hit)
    gold, covered, said = max(1, count["gold"]), max(1, count["covered"]), max(1, count["told"])
    return {
        "gold": count["gold"], "found": count["found"] / gold, "near": count["near"] / gold,
        "found_covered": count["found_covered"] / covered, "near_covered": count["near_covered"] / covered,
        "precision": count["right"] / said, "near_precision": count["right_near"] / said,
    }  # fmt: skip


def ours(article: Article, gazetteer: Gazetteer) -> list[Answer]:
    """Resolve the given names of an article."""
    spans = [gold.span for gold in article.gold]
    ranked = resolve_given(article.page, gazetteer, article.names, spans, article.outlet)
    return [(g, r[0].place if r else None, sureness(gazetteer, r)) for g, r in zip(article.gold, ranked, strict=True)]


def found_by_us(article: Article, gazetteer: Gazetteer) -> list[Told]:
    """Find and resolve the places of an article, as `extract` does; "the town" left out, "Buffalo" of "Buffalo Police" kept."""
    places = hang_in_towns(find_places(article.page, gazetteer, article.names, article.outlet), gazetteer)
    told = []
    for mention in places.mentions:
        if mention.form != "description":
            record = places.by_id(mention.place)
            told.append((mention.start, mention.end, gazetteer.get(record.gazetteer) if record.gazetteer else None))
    return told


def _baseline(
    name: str,
) -> tuple[Callable[[Article, Gazetteer], list[Answer]], Callable[[Article, Gazetteer], list[Told]]]:
    """Give the two ways of a system that does not read the document."""

    def pick(words: str, gazetteer: Gazetteer) -> GazetteerPlace | None:
        found = candidates_of(words, gazetteer) if name != "nothing" else ()
        return found[-1 if name == "junk" else 0] if found else None

    def resolve(article: Article, gazetteer: Gazetteer) -> list[Answer]:
        return [(gold, pick(gold.phrase, gazetteer), 1.0) for gold in article.gold]

    def find(article: Article, gazetteer: Gazetteer) -> list[Told]:
        told = [(n.start, n.end, pick(n.text, gazetteer)) for n in article.names]
        return [each for each in told if each[2] is not None]

    return resolve, find


def _first_level(place: GazetteerPlace, gazetteer: Gazetteer) -> str:
    chain = (place, *gazetteer.chain(place))
    return next((p.id for p in chain if p.type == "first_level"), chain[-1].id)


def _share(rows: Sequence[Answer], km: float) -> float:
    return sum(p is not None and is_within(p, g, km) for g, p, _ in rows) / max(1, len(rows))


def _print(name: str, row: dict[str, Any]) -> None:
    print(name, *(f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
