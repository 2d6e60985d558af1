"""Labels without their texts: every name, description and quote as offsets, rebuilt into report records where the texts are.

A label is one line of JSON: `text` (set, row, SHA-256 of the text layer), `by` (who labelled), `settled` (true where two
labels were settled into one), `actors`, `places`, `incidents`, `claims` as in a report record, but with `{"at": [start,
end]}` wherever words of the text stand.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from drafts import RANGES, STANCES, WORDS, Draft, Finder, Json, LabelError, Piece, Quoted, Span

from testigo.extract.page import Page
from testigo.records import Document, Report, dump, load_report
from testigo.records.values import VALUE_TYPES

_SPOKEN = frozenset(("reports",))  # "reportedly": a speaker without words of its own
_MOST_IN_ONE = 3
_ROLES = frozenset(("direct", "ordered", "aided"))


def text_hash(document: Document) -> str:
    return sha256(document.text.encode()).hexdigest()


def pack(draft: Draft, document: Document) -> Json:
    """Turn a draft into a stand-off label. Raises LabelError for words that are not in the text."""
    finder = Finder(document.text, [(s.start, s.end) for s in Page(document).sentences])
    label: Json = {
        "text": {"set": draft.set, "row": draft.row, "sha256": text_hash(document)},
        "by": draft.by, "actors": [], "places": [], "incidents": [], "claims": [],
    }  # fmt: skip
    for number, pieces in draft.lines:
        head, kind = str(pieces[0]), str(pieces[1])
        if kind in VALUE_TYPES:
            label["claims"].append(_claim(head, kind, pieces[2:], finder, number))
        elif head[:1] in _NOUNS:
            where, make = _NOUNS[head[0]]
            label[where].append({"id": head, **make(kind, pieces[2:], finder, number)})
        else:
            raise LabelError(f"line {number}: {head!r} is no actor (a1), place (p1), incident (i1) or claim about one")
    _share_mentions(label["actors"])
    rebuild(label, document)
    return label


def _actor(kind: str, pieces: list[Piece], finder: Finder, number: int) -> Json:
    names, descriptions = _two(pieces, number)
    if not names + descriptions:
        raise LabelError(f"line {number}: an actor without words")
    mentions = [s for q in names for s in _meant(q, finder, number)]
    mentions += [finder.one(q, number) for q in descriptions]
    at = [_meant(q, finder, number)[0] for q in names] or [finder.one(descriptions[0], number)]
    return {
        "type": kind,
        "name": {"at": at[0]},
        "names": [{"at": s} for s in at[1:]],
        "mentions": sorted(set(mentions)),
    }


def _place(kind: str, pieces: list[Piece], finder: Finder, number: int) -> Json:
    names = [p for p in pieces if isinstance(p, Quoted)]
    bare = [p for p in pieces if isinstance(p, str) and p != "in"]
    within, country = [b for b in bare if b[0] == "p"], [b for b in bare if b.isupper()]
    if not names or len(within) + len(country) != len(bare):
        raise LabelError(f'line {number}: a place is `p1 TYPE "name" … in p2 CC`')
    at = [_meant(q, finder, number)[0] for q in names]
    mentions = sorted({s for q in names for s in _meant(q, finder, number)})
    return {
        "type": kind, "name": {"at": at[0]}, "names": [{"at": s} for s in at[1:]], "within": within,
        "country": country[0] if country else None, "mentions": mentions,
    }  # fmt: skip


def _incident(kind: str, pieces: list[Piece], finder: Finder, number: int) -> Json:
    scope, main, *mentions = pieces
    if main not in ("main", "recalled", "other"):
        raise LabelError(f'line {number}: an incident is `i1 KIND SCOPE main|other "words"`')
    spans = [finder.one(q, number) for q in mentions if isinstance(q, Quoted)]
    return {"kind": kind, "scope": scope, "main": main == "main", "mentions": sorted(spans)}


_NOUNS: dict[str, tuple[str, Callable[[str, list[Piece], Finder, int], Json]]] = {
    "a": ("actors", _actor), "p": ("places", _place), "i": ("incidents", _incident),
}  # fmt: skip


def _claim(subject: str, predicate: str, pieces: list[Piece], finder: Finder, number: int) -> Json:
    if not pieces or not isinstance(pieces[0], dict):
        raise LabelError(f'line {number}: a claim is `SUBJECT PREDICATE {{value}} "evidence" stance by …`')
    value, rest = dict(pieces[0]), pieces[1:]
    evidence = []
    while rest and isinstance(rest[0], Quoted):
        evidence.append(finder.one(rest.pop(0), number))  # type: ignore[arg-type]
    if not evidence or len({finder.sentence(s) for s in evidence}) > _MOST_IN_ONE:
        raise LabelError(f"line {number}: a claim has evidence, in one to three sentences")
    for span in evidence:
        if finder.sentence(span) is None:
            raise LabelError(f"line {number}: {finder.text[span[0] : span[1]]!r} crosses a sentence's end")
    stance = str(rest.pop(0)) if rest and rest[0] in STANCES else "stated"
    if predicate in RANGES:
        value = {"low": None, "high": None, "group": "all"} | value
    if rest and rest.pop(0) != "by":
        raise LabelError(f"line {number}: behind the evidence stand a stance and `by …` only")
    return {
        "subject": subject, "predicate": predicate, "value": _placed(value, evidence, finder, number),
        "evidence": evidence, "stance": stance, "attributed_to": list(_chains(rest, finder, number)),
    }  # fmt: skip


def _chains(pieces: list[Piece], finder: Finder, number: int) -> Iterator[list[Json]]:
    chain: list[Json] = []
    for piece in [*pieces, ";"]:
        if piece == ";":
            if chain:
                yield chain
            chain = []
        elif isinstance(piece, Quoted):
            name: Any = piece.words
            if name not in _SPOKEN:
                name = {"at": finder.one(piece, number) if piece.nth else _meant(piece, finder, number)[0]}
            chain.append({"actor": None, "name": name})
        elif piece != ">":
            chain.append({"actor": piece})


def _placed(value: Any, evidence: list[Span], finder: Finder, number: int) -> Any:
    """Put offsets in place of a value's words."""
    if not isinstance(value, dict):
        return value
    out: Json = {}
    for key, inner in value.items():
        words = (key in WORDS or (key == "role" and inner not in _ROLES)) and isinstance(inner, str)
        out[key] = {"at": finder.near(inner, evidence, number)} if words else _placed(inner, evidence, finder, number)
    return out


def _two(pieces: list[Piece], number: int) -> tuple[list[Quoted], list[Quoted]]:
    cut = pieces.index(";") if ";" in pieces else len(pieces)
    parts = pieces[:cut], pieces[cut + 1 :]
    if any(not isinstance(p, Quoted) for part in parts for p in part):
        raise LabelError(f'line {number}: an actor is `a1 TYPE "name" "other name" ; "description"`')
    return [p for p in parts[0] if isinstance(p, Quoted)], [p for p in parts[1] if isinstance(p, Quoted)]


def _meant(quoted: Quoted, finder: Finder, number: int) -> list[Span]:
    """Give all occurrences of a name, or the one that is meant."""
    if quoted.nth:
        return [finder.one(quoted, number)]
    found = finder.all(quoted.words)
    if not found:
        raise LabelError(f"line {number}: {quoted.words!r} is not in the text")
    return found


def _share_mentions(actors: list[Json]) -> None:
    """Leave words that stand inside another actor's longer mention to that one."""
    every = [(s, n) for n, actor in enumerate(actors) for s in actor["mentions"]]
    for n, actor in enumerate(actors):
        longer = [s for s, m in every if m != n]
        kept = [s for s in actor["mentions"] if not any(a <= s[0] and s[1] <= b and (a, b) != s for a, b in longer)]
        actor["mentions"] = kept or actor["mentions"]


def rebuild(label: Json, document: Document) -> Report:
    """Make the report record of a label. Raises LabelError where the text is another or the record is refused."""
    if label["text"]["sha256"] != text_hash(document):
        raise LabelError(f"{document.name}: the text is not the one that was labelled. Read it with the same reader.")
    whole = _worded({k: label[k] for k in ("actors", "places", "incidents", "claims")}, document.text)
    for place in whole["places"]:
        place |= {
            "gazetteer": None,
            "lat": None,
            "lon": None,
            "precision": "unknown",
            "radius_km": None,
            "derived": False,
        }
    names = {a["id"]: a["name"] for a in whole["actors"]}
    for n, claim in enumerate(whole["claims"], 1):
        claim |= {"id": f"c{n}", "confidence": None, "made_by": f"label {label['by']}"}
        claim["evidence"] = [{"start": a, "end": b, "quote": document.text[a:b]} for a, b in sorted(claim["evidence"])]
        for speaker in (s for chain in claim["attributed_to"] for s in chain if s["actor"]):
            speaker["name"] = names.get(speaker["actor"], "")
    for actor in whole["actors"]:
        actor["ids"] = None
    block = {"name": "label", "version": "1", "model": "none", "gazetteer": "none", "register": "none"}
    record = {"format": "testigo-report/1", "reader": block, "document": dump(document), **whole, "problems": []}
    try:
        return load_report(record, document.name)
    except Exception as error:
        raise LabelError(f"{document.name}: {error}") from error


def _worded(value: Any, text: str) -> Any:
    """Put the text's words back where offsets stand."""
    if isinstance(value, dict):
        if set(value) == {"at"}:
            return " ".join(text[value["at"][0] : value["at"][1]].split())
        return {k: _worded(v, text) for k, v in value.items()}
    return [_worded(v, text) for v in value] if isinstance(value, list | tuple) else value
