"""The toponym sets' articles as the benchmark and the training read them: text, gold names, gold places."""

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from testigo.extract.mentions.found import Name
from testigo.extract.mentions.names import find_names
from testigo.extract.page import Page
from testigo.records import Document
from testigo.reference import Gazetteer, GazetteerPlace

_LITERAL = frozenset(("Literal", "Mixed"))  # GeoWebNews' names of places; its other types are adjectives, bodies, words


@dataclass(frozen=True)
class Gold:
    """One name of a place as people tagged it. covered: its id is in the gazetteer. adjective: "Russian".

    code: GeoNames' feature code, where the set tells it.
    """

    start: int
    end: int
    phrase: str
    id: str | None
    lat: float | None
    lon: float | None
    covered: bool = False
    adjective: bool = False
    code: str = ""
    place: GazetteerPlace | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets in the article's text."""
        return self.start, self.end


@dataclass(frozen=True)
class Article:
    """An article with its gold names, and everything else that people tagged in it (`other`)."""

    id: str
    page: Page
    names: list[Name]
    outlet: str | None
    gold: list[Gold]
    other: list[tuple[int, int]]


def articles(path: Path, gazetteer: Gazetteer) -> Iterator[Article]:
    """Read one set, articles in order, gold names in the order of their offsets."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            digest = hashlib.sha256(row["text"].encode()).hexdigest()
            outlet = row.get("domain")
            page = Page(Document(id=f"sha256:{digest}", name=row["id"], text=row["text"], outlet=outlet))
            gold, other = [], []
            for tag in row["toponyms"]:
                found = _gold(tag, row["text"], gazetteer)
                if found is not None and found.id is not None:
                    gold.append(found)
                else:
                    other.append((int(tag["start"]), int(tag["end"])))
            spans: dict[tuple[int, int], Gold] = {}
            for each in sorted(gold, key=lambda g: g.span):
                spans.setdefault(each.span, each)
            yield Article(row["id"], page, list(find_names(page)), outlet, list(spans.values()), other)


def _gold(tag: dict[str, Any], text: str, gazetteer: Gazetteer) -> Gold | None:
    """Read one tag; None where it names no place, an id of None where nobody said which place."""
    kind = tag.get("type")
    if kind is not None and kind not in _LITERAL:
        return None
    point = tag.get("gaztag") or {"lat": tag.get("latitude"), "lon": tag.get("longitude")}
    number = str(tag.get("gaztag_geonameid") or tag.get("geonamesID") or "")
    phrase = tag.get("phrase") or tag.get("extractedName")
    start, end = _mended(text, phrase, int(tag["start"]))
    if not number.isdigit() or start < 0:
        return Gold(int(tag["start"]), int(tag["end"]), phrase, None, None, None)
    place = gazetteer.get(f"geonames:{number}")
    lat, lon = (float(point[key]) if point.get(key) else None for key in ("lat", "lon"))
    adjective = tag.get("modifierType") == "Adjective"
    return Gold(
        start,
        end,
        phrase,
        f"geonames:{number}",
        lat,
        lon,
        place is not None,
        adjective,
        point.get("fcode") or "",
        place,
    )


def _mended(text: str, phrase: str, start: int) -> tuple[int, int]:
    """Give the offsets of the phrase nearest to where it is said to start; -1 where the text does not hold it."""
    if start >= 0 and text.startswith(phrase, start):
        return start, start + len(phrase)
    before = text.rfind(phrase, 0, max(0, start) + len(phrase))
    after = text.find(phrase, max(0, start))
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return -1, -1
    at = min(found, key=lambda f: abs(f - start))
    return at, at + len(phrase)


def is_within(place: GazetteerPlace, gold: Gold, km: float) -> bool:
    """Does a place lie within so many km of the gold one? The right id counts as 0 km."""
    return place.id == gold.id or km_between((place.lat, place.lon), (gold.lat, gold.lon)) <= km


def km_between(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> float:
    """Give the great-circle distance in km; infinite where a point is unknown."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return math.inf
    p, q = math.radians(a[0]), math.radians(b[0])
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
