"""Write the table of floors into docs/limits.md, from benchmarks/floors.json.

python scripts/floors_table.py [--check]
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "limits.md"
_TABLE = re.compile(r"\| measured on \|.*?(?=\n\n)", re.DOTALL)
WORDS = {
    "found": "statements found, of 60",
    "never": "false readings of the 18 listed",
    "claims": "claims made",
    "placed_share": "reports whose main incident is read",
    "killed_some": "the right number killed, where somebody was",
    "killed_right": "right about how many were killed, or that nobody was",
    "killed_false": "somebody killed, where nobody was",
    "injured_some": "the right number injured, where somebody was",
    "injured_false": "somebody injured, where nobody was",
    "date_day": "the incident put on the right day",
    "city": "the incident put in the right town",
    "city, places": "the registry's town among the places found, within 50 km",
    "people_p": "people named who are the victims or suspects",
    "people_r": "victims and suspects who are named",
    "found, places": "place names found",
    "near": "place names found and put within 161 km",
    "precision": "of what was taken for a place, how much is one",
    "near_precision": "of what was taken for a place, how much is one and within 161 km",
    "incident_found": "reports that tell an incident and in which any is found",
    "none": "reports that tell no violence and in which an incident is found",
    "mention": "reports that only mention violence and in which an incident is found",
    "name": "the town's name found, where the text has it",
    "killed_3plus": "the right number killed, where three or more were",
    "b3_f1": "reports grouped by incident (B-cubed F1)",
    "pair_f1": "pairs of reports of one incident (F1)",
    "exactly_right": "incidents that hold just their own reports",
    "within_161": "names told, put within 161 km",
    "exact": "names told, put on the very place",
    "right": "sentences in which the act's place is found",
    "relaxed": "expressions of time found (F1)",
    "strict": "expressions of time found with their exact ends (F1)",
    "value": "expressions of time found and resolved (F1)",
    "unit_days": "days of a library's unit cases",
    "victim name": "victims named (F1)",
    "victim age": "victims named with their age (F1)",
    "victim fate": "victims named with their fate (F1)",
    "shooter name": "shooters named (F1)",
    "state": "a place found in the right state",
}


def table() -> str:
    """Give the table."""
    floors: list[dict[str, Any]] = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))["floors"]
    rows = ["| measured on | what | |", "|---|---|---|"]
    for floor in (f for f in floors if f.get("on_page", True)):
        for side, words in (("at_least", "at least"), ("at_most", "at most")):
            for key, value in floor[side].items():
                rows.append(f"| {floor['name']} | {_words(floor, key)} | {words} {_shown(value)} |")
    return "\n".join(rows)


def _words(floor: dict[str, Any], key: str) -> str:
    places = f"{key}, places"
    return WORDS[places if floor["run"][0] == "places.py" and places in WORDS else key]


def _shown(value: float) -> str:
    return f"{value:.1%}" if isinstance(value, float) else str(value)


def page() -> str:
    """Give the page with its table as pinned."""
    return _TABLE.sub(lambda _: table(), PAGE.read_text("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the table is old")
    if parser.parse_args().check:
        sys.exit("docs/limits.md is old; run scripts/floors_table.py" if page() != PAGE.read_text("utf-8") else 0)
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
