"""Who came to harm and who did it, person by person: names, ages and fates against hand-marked reports.

    python benchmarks/victims.py [DATA] [--errors N] [--json]

Per field, precision, recall and F1 over all reports, victims and shooters apart. A person of ours is held against the
marked one that fits best in name, age and fate, each taken once; a field is right where both agree: a name by first and
last word, an age as a number, a fate killed or injured. `span`: the same for the marked words themselves: a marked name
counts where one of our person's mentions lies on it, a marked age where our evidence shows that age at that very place.

Beside it in the same run: saying nothing, and every run of two or more capitals taken for a victim, the age after its
comma for the age, and killed for the fate (the commonest); for shooters the run of capitals named last.
The set is of gun violence in the United States; a person without a marked name may be named in the report all the same.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from common import need_data, parser, show
from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.records import Report

Row = dict[str, Any]
Span = tuple[int, int]
_CAPITALS = re.compile(r"(?!(?:The|A|An|In|On|At|Police) )[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+)+")
_AGE_AFTER = re.compile(r", (\d{1,2})\b")
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_DOERS = ("perpetrator", "participant", "carried_out_by")


@dataclass(frozen=True)
class Someone:
    """One person: what is said of them, and where the name and the age stand."""

    name: str | None = None
    age: int | None = None
    fate: str | None = None
    name_spans: tuple[Span, ...] = ()
    age_spans: tuple[Span, ...] = ()


def name_key(name: str | None) -> tuple[str, ...]:
    """Give a name's first and last word, folded."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    words = [w for w in re.findall(r"[^\W_]+", plain.casefold()) if w not in _SUFFIXES]
    return tuple(dict.fromkeys((words[0], words[-1]))) if words else ()


def same_name(a: str | None, b: str | None) -> bool:
    """Are these one name? One word alone agrees with the last word of the other."""
    one, other = name_key(a), name_key(b)
    return bool(one and other) and (one == other or (1 in (len(one), len(other)) and one[-1] == other[-1]))


def marked(row: Row, section: str, shift: int = 0) -> list[Someone]:
    """Give the people that the annotators marked in one report."""
    people = []
    for entry in row["ann"][section]:
        name, age = entry["name"], entry["age"]
        number = re.search(r"\d{1,3}", age["value"])
        was = entry.get("victim-was") or []
        fate = "killed" if "killed" in was else "injured" if was else None
        found = Someone(
            name["value"].strip() or None,
            int(number.group()) if number else None,
            fate,
            ((name["startIndex"] + shift, name["endIndex"] + shift),) if name["value"].strip() else (),
            ((age["startIndex"] + shift, age["endIndex"] + shift),) if number else (),
        )
        if found.name or found.age or found.fate:
            people.append(found)
    return people


def read(report: Report, predicates: Sequence[str]) -> list[Someone]:
    """Give the people that our record names in these roles, the record's own incidents taken together."""
    actors = {a.id: a for a in report.actors}
    found: dict[str, Someone] = {}
    for claim in report.claims:
        value = claim.value
        actor = actors.get(value.actor or "") if claim.predicate in predicates else None
        if claim.predicate not in predicates or claim.stance == "denied" or (actor and actor.type != "person"):
            continue
        age = getattr(value, "age_low", None)
        evidence = [(e.start, e.end) for e in claim.evidence]
        key = actor.id if actor else claim.id
        if not actor and not age and not getattr(value, "fate", None):
            continue
        known = found.get(key, Someone())
        found[key] = Someone(
            actor.name if actor else None,
            age if age is not None else known.age,
            getattr(value, "fate", None) or known.fate,
            tuple(actor.mentions) if actor else (),
            (*known.age_spans, *_places_of(report.document.text, evidence, age)),
        )
    return list(found.values())


def _places_of(text: str, spans: Sequence[Span], age: int | None) -> Iterator[Span]:
    for start, end in spans if age is not None else ():
        for match in re.finditer(rf"\b{age}\b", text[start:end]):
            yield start + match.start(), start + match.end()


def by_capitals(text: str) -> list[Someone]:
    """Take every run of capitals for a victim."""
    found: dict[tuple[str, ...], Someone] = {}
    for match in _CAPITALS.finditer(text):
        age = _AGE_AFTER.match(text, match.end())
        ages = ((age.start(1), age.end(1)),) if age else ()
        key = name_key(match.group())
        before = found.get(key, Someone(match.group(), None, "killed"))
        spans = (*before.name_spans, match.span())
        number = int(age[1]) if age else before.age
        found[key] = Someone(before.name, number, "killed", spans, (*before.age_spans, *ages))
    return list(found.values())


def pairs(gold: Sequence[Someone], mine: Sequence[Someone]) -> list[tuple[Someone, Someone]]:
    """Hold each of ours against the marked one that fits best, each taken once."""
    scored = []
    for (n, g), (m, p) in product(enumerate(gold), enumerate(mine)):
        fit = 4 * same_name(g.name, p.name) + 2 * (g.age is not None and g.age == p.age) + (g.fate == p.fate)
        scored.append((-fit - 0.5 * (g.name is None and p.name is None), n, m))
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for fit, n, m in sorted(scored):
        if fit < 0 and n not in taken[0] and m not in taken[1]:
            taken[0].add(n)
            taken[1].add(m)
            out.append((gold[n], mine[m]))
    return out


class Tally:
    """Counts of one role in one system: right, ours, theirs, by field."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}

    def note(self, field: str, right: int, mine: int, gold: int) -> None:
        """Add one report's counts to a field."""
        self.counts[field] = [
            a + b for a, b in zip(self.counts.get(field, [0, 0, 0]), (right, mine, gold), strict=True)
        ]

    def report(self, gold: Sequence[Someone], mine: Sequence[Someone]) -> None:
        """Score the people of one report."""
        met = pairs(gold, mine)
        self.note("name", sum(same_name(g.name, p.name) for g, p in met), _with(mine, "name"), _with(gold, "name"))
        for field in ("age", "fate"):
            right = sum(getattr(g, field) is not None and getattr(g, field) == getattr(p, field) for g, p in met)
            self.note(field, right, _with(mine, field), _with(gold, field))
        for field in ("name", "age"):
            wanted = [getattr(g, f"{field}_spans")[0] for g in gold if getattr(g, f"{field}_spans")]
            given = [spans for p in mine if (spans := getattr(p, f"{field}_spans"))]
            hit = sum(any(_meet(w, s) for spans in given for s in spans) for w in wanted)
            met_too = sum(any(_meet(w, s) for w in wanted for s in spans) for spans in given)
            self.note(f"{field} span", min(hit, met_too), len(given), len(wanted))

    def f1(self) -> dict[str, dict[str, float]]:
        """Give precision, recall and F1 by field."""
        out = {}
        for field, (right, mine, gold) in self.counts.items():
            p, r = right / max(1, mine), right / max(1, gold)
            out[field] = {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}
        return out


def _with(people: Sequence[Someone], field: str) -> int:
    return sum(getattr(p, field) is not None for p in people)


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _shift(row: Row, text: str) -> int:
    """Give how far the text layer lies from the marked text: nothing, or the headline put before it."""
    at = text.find(row["text"][:80].strip())
    return max(0, at) - (len(row["text"]) - len(row["text"].lstrip()))


def run(data: Path, shown: int) -> dict[str, dict[str, Any]]:
    """Read every report and score it beside the two baselines."""
    reader = Reader.open()
    tallies = {(s, r): Tally() for s in ("testigo", "nothing", "capitals") for r in ("victim", "shooter")}
    for line in data.open(encoding="utf-8"):
        row = json.loads(line)
        report = extract(read_text(row["text"], title=row["title"]).document, reader)
        shift = _shift(row, report.document.text)
        guesses = by_capitals(report.document.text)
        for role, section, predicates in (
            ("victim", "victim-section", ("victim",)),
            ("shooter", "shooter-section", _DOERS),
        ):
            gold = [g if role == "victim" else _without_fate(g) for g in marked(row, section, shift)]
            mine = [p if role == "victim" else _without_fate(p) for p in read(report, predicates)]
            guessed = guesses if role == "victim" else [_without_fate(g) for g in guesses[-1:]]
            tallies["testigo", role].report(gold, mine)
            tallies["nothing", role].report(gold, [])
            tallies["capitals", role].report(gold, guessed)
            names = [[p.name for p in people if p.name] for people in (gold, mine)]
            if shown and sorted(map(name_key, names[0])) != sorted(map(name_key, names[1])):
                shown -= 1
                print(f"{row['id']} {role}: marked {names[0]}, read {names[1]}")
    return _rows(tallies)


def _without_fate(person: Someone) -> Someone:
    return Someone(person.name, person.age, None, person.name_spans, person.age_spans)


def _rows(tallies: dict[tuple[str, str], Tally]) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for (system, role), tally in tallies.items():
        for field, figures in tally.f1().items():
            if role == "victim" or field != "fate":
                rows.setdefault(system, {})[f"{role} {field}"] = figures["f1"]
                if field == "name":
                    rows[system] |= {f"{role} name {k}": figures[k] for k in ("p", "r")}
    return rows


def main() -> None:
    args = parser(__doc__, "bench/victims/dev.jsonl")
    args.add_argument("--errors", type=int, default=0, help="print this many reports whose names differ")
    given = args.parse_args()
    need_data(given.data)
    rows = run(given.data, given.errors)
    show(rows, given.json)


if __name__ == "__main__":
    main()
