"""Collect the signs of every named person of two sets of reports, with what is known of the part that each played.

    python training/victims/collect.py OUT.jsonl.gz [--shared DIR] [--split train]

`us_incidents` tells per report whom its incident's registry entry names, but not as what; `victims` tells victims and
shooters. Names never leave this step: a person goes on as the two words by which the registry compares names.
"""

import argparse
import gzip
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from testigo.extract import Reader
from testigo.extract.incidents.parts import all_signs
from testigo.extract.incidents.reading import tell_by_rules
from testigo.extract.mentions.times import document_day
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions
from testigo.read import read_text

Row = dict[str, Any]
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")


def name_key(name: str) -> str | None:
    """Give the first and last word of a name, folded, as the registry's scorer compares them; None for one word."""
    words = [w for w in folded_words(name) if w not in _SUFFIXES]
    return f"{words[0]} {words[-1]}" if len(words) > 1 else None


def folded_words(text: str) -> list[str]:
    """Give a text's words without case and accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).casefold().split()


def people_of(row: Row, reader: Reader) -> tuple[bool, list[Row]]:
    """Tell whether a report has a chief incident, and give its named people with their signs."""
    document = read_text(row["text"], title=row["title"], published=row.get("published")).document
    page = Page(document)
    mentions = find_mentions(page, reader)
    told, _ = tell_by_rules(page, mentions, document_day(page, document.published))
    chief = next((i.id for i in told.incidents if i.main), None)
    names = {a.id: (a.name, *a.names) for a in mentions.actors.actors}
    signs = all_signs(page, mentions.actors, chief, told.drafts)
    return bool(chief), [
        {"keys": sorted({k for n in names[a] if (k := name_key(n))}), "first": name_key(names[a][0]), "signs": list(s)}
        for a, s in signs.items()
    ]


def us_rows(folder: Path, split: str) -> Iterator[tuple[Row, Row]]:
    """Give each report with what its incident's registry entry tells."""
    texts = {d["id"]: d for d in _lines(folder / f"{split}.docs.jsonl")}
    for entry in _lines(folder / f"{split}.gold.jsonl"):
        keys = [k for n in entry["people"] if (k := name_key(n))]
        fate = "killed" if entry["killed"] and not entry["injured"] else None
        fate = "injured" if entry["injured"] and not entry["killed"] else fate
        about = {"set": "us", "group": entry["incident"], "involved": keys, "fate": fate, "parts": {}}
        yield from ((texts[d], about) for d in entry["documents"])


def marked_rows(path: Path) -> Iterator[tuple[Row, Row]]:
    """Give each report with the parts that the annotators marked."""
    for row in _lines(path):
        parts: dict[str, str] = {}
        for entry in row["ann"]["victim-section"]:
            if key := name_key(entry["name"]["value"]):
                parts[key] = "killed" if "killed" in (entry.get("victim-was") or []) else "injured"
        for entry in row["ann"]["shooter-section"]:
            if key := name_key(entry["name"]["value"]):
                parts.setdefault(key, "suspect")
        yield row, {"set": "marked", "group": row["id"], "involved": list(parts), "fate": None, "parts": parts}


def _lines(path: Path) -> Iterable[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    args.add_argument("--split", default="train", choices=("train", "dev"))
    given = args.parse_args()
    reader = Reader.open()
    bench = given.shared / "bench"
    sources = (marked_rows(bench / f"victims/{given.split}.jsonl"), us_rows(bench / "us_incidents", given.split))
    with gzip.open(given.out, "wt", encoding="utf-8") as out:
        for rows in sources:
            for row, about in rows:
                has_chief, people = people_of(row, reader)
                words = set(folded_words(f"{row['title']} {row['text']}"))
                named = [k for k in about["involved"] if words.issuperset(k.split())]
                known = about | {"involved": named, "document": row["id"], "chief": has_chief}
                print(json.dumps(known | {"people": people}), file=out)


if __name__ == "__main__":
    main()
