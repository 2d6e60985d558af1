"""Find and resolve expressions of time in news, and the days of a library's unit cases, beside dateparser.

    python benchmarks/dates.py [DATA] [--documents N] [--json]

TempEval-3's documents (TimeML): expressions as its scorer counts them, document creation times left out. `relaxed`: F1
of expressions that overlap a gold one, each used once; `strict`: F1 of those with the very same offsets; `value`: the
relaxed F1 times the share of the overlapping ones whose value is the gold's. `values`: that share alone.
Unit cases (English `date` rows not marked unsupported in Python): `unit_days`, the share of the single days told whose
day is among those that the case allows; a row without a day that any calendar has is left out.
How our fields become a TIMEX3 value stands in `timex_value`; nothing in it looks at words.
Beside ours in the same run: dateparser's `search_dates` with the document's day as its base, no output at all, every
month and weekday name given the document's own day, and our own expressions of the next document (junk).
"""

import datetime as dt
import hashlib
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import need_data, parser, show
from dates_timex import timex_value
from testigo.extract.mentions.times import find_expressions
from testigo.extract.page import Page
from testigo.records import Document

Found = tuple[int, int, str]
System = Callable[[str, str], list[Found]]
_NAMES = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
                    r"|September|October|November|December)\b")  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """A document's text, its day, and its expressions with value."""

    text: str
    day: str
    expressions: tuple[Found, ...]


def main() -> None:
    """Measure each system on both sets and print them side by side."""
    arguments = parser(__doc__, "bench/dates")
    arguments.add_argument("--documents", type=int, help="only so many TimeML documents")
    options = arguments.parse_args()
    need_data(options.data)
    documents = [read_timeml(p) for p in sorted((options.data / "tempeval3").glob("*.tml"))][: options.documents]
    units = list(unit_rows(options.data / "units"))
    systems: dict[str, System] = {"testigo": ours, "dateparser": dateparsers, "empty": nothing, "constant": names_alone}
    rows = {name: measure(system, documents) | measure_units(system, units) for name, system in systems.items()}
    rows["junk"] = measure_junk(documents)
    notes = {"sizes": {"documents": len(documents), "expressions": sum(len(d.expressions) for d in documents),
                       "unit rows": len(units), "unit days": sum(len(u[2]) for u in units)}}  # fmt: skip
    show(rows, options.json, notes)


def ours(text: str, day: str) -> list[Found]:
    """Give our expressions, without prepositions and the s of a genitive, with their values."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = Page(Document(id=f"sha256:{digest}", name="text", text=text))
    reference = dt.date.fromisoformat(day)
    return [(t.core_start, _end(text, t.end), timex_value(t, reference)) for t in find_expressions(page, day)]


def _end(text: str, end: int) -> int:
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def dateparsers(text: str, day: str) -> list[Found]:
    """Give what dateparser's `search_dates` finds, each a day."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]  # noqa: PLC0415

    settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, when in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, when.date().isoformat()))
    return found


def nothing(text: str, day: str) -> list[Found]:
    """Find nothing."""
    return []


def names_alone(text: str, day: str) -> list[Found]:
    """Give every month and weekday by its full name the document's own day."""
    return [(m.start(), m.end(), day) for m in _NAMES.finditer(text)]


def read_timeml(path: Path) -> Gold:
    """Read a TimeML document: text between its TEXT tags, its day of creation, expressions with offsets and value."""
    source = path.read_text(encoding="utf-8", errors="replace")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    if day is None or body is None:
        raise SystemExit(f"{path}: no day of creation or no text in it. Give TempEval-3's .tml files.")
    text, gold, opened = "", [], []
    for piece in re.split(r"(<[^>]+>)", body[1]):
        if piece.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', piece)
            opened.append((len(text), value[1] if value else ""))
        elif piece.startswith("</TIMEX3"):
            start, told = opened.pop()
            gold.append((start, len(text), told))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return Gold(text, day[1], tuple(gold))


def measure(system: System, documents: Iterable[Gold]) -> dict[str, Any]:
    """Score a system's expressions over all documents."""
    return _scores([(d.expressions, tuple(system(d.text, d.day))) for d in documents])


def measure_junk(documents: list[Gold]) -> dict[str, Any]:
    """Score our expressions of each document against the gold of the one before it."""
    others = [*documents[1:], *documents[:1]]
    rows = [(d.expressions, tuple(ours(o.text, o.day))) for d, o in zip(documents, others, strict=True)]
    return _scores(rows) | {"unit_days": 0.0}


def _scores(rows: list[tuple[tuple[Found, ...], tuple[Found, ...]]]) -> dict[str, Any]:
    gold = told = overlap = exact = right = 0
    for wanted, found in rows:
        pairs = list(_pairs(wanted, found))
        gold, told, overlap = gold + len(wanted), told + len(found), overlap + len(pairs)
        exact += sum(g[:2] == f[:2] for g, f in pairs)
        right += sum(g[2] == f[2] for g, f in pairs)
    relaxed, values = _f1(overlap, gold, told), right / max(1, overlap)
    return {"relaxed": relaxed, "precision": overlap / max(1, told), "recall": overlap / max(1, gold),
            "strict": _f1(exact, gold, told), "value": relaxed * values, "values": values}  # fmt: skip


def _f1(right: int, gold: int, told: int) -> float:
    return 2 * right / max(1, gold + told)


def _pairs(gold: tuple[Found, ...], found: tuple[Found, ...]) -> Iterator[tuple[Found, Found]]:
    """Pair each gold expression with the unused one that overlaps it most."""
    left = list(found)
    for wanted in gold:
        shared = [(min(f[1], wanted[1]) - max(f[0], wanted[0]), f) for f in left]
        most, best = max(shared, default=(0, wanted), key=lambda pair: pair[0])
        if most > 0:
            left.remove(best)
            yield wanted, best


def unit_rows(folder: Path) -> Iterator[tuple[str, str, list[tuple[str, set[str]]]]]:
    """Give text, day and the days told (words, days allowed) of the English `date` cases that Python supports."""
    for path in sorted(folder.glob("English-DateTime-*.json")):
        for row in json.loads(path.read_text("utf-8-sig")):
            skipped = f"{row.get('NotSupported', '')} {row.get('NotSupportedByDesign', '')}".lower()
            day = (row.get("Context") or {}).get("ReferenceDateTime", "")[:10]
            days = [] if "python" in skipped or not day else list(_unit_days(row["Results"]))
            if days:
                yield row["Input"], day, days


def _unit_days(results: list[dict[str, Any]]) -> Iterator[tuple[str, set[str]]]:
    for result in results:
        if result.get("Type") == "date" and "Value" in result:
            value = result["Value"]
            days = {value[k]["date"] for k in ("FutureResolution", "PastResolution")}
        elif result.get("TypeName") == "datetimeV2.date":
            days = {v["value"] for v in result["Resolution"]["values"]}
        else:
            continue
        days -= {"0001-01-01", "not resolved"}
        if days:
            yield result["Text"], days


def measure_units(system: System, rows: list[tuple[str, str, list[tuple[str, set[str]]]]]) -> dict[str, Any]:
    """Score the single days told: right where an expression that overlaps the words has one of the days allowed."""
    right = total = 0
    for text, day, days in rows:
        found, at = system(text, day), 0
        for words, allowed in days:
            total += 1
            start = max(0, text.lower().find(words.lower(), at))
            at = start + len(words)
            right += any(f[0] < at and start < f[1] and f[2][:10] in allowed for f in found)
    return {"unit_days": right / max(1, total)}


if __name__ == "__main__":
    main()
