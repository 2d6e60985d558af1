"""What a whole report says of each of its places, whichever incident is asked about.

Counted once a document: how often and where a place is named, in the headline, the dateline or an agency's name, and
what the words beside its mentions make of it (where people live, are treated or tried). The rest is the incident's own
(`where_signs`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from testigo.extract.incidents.where_beside import Line, signs_beside
from testigo.extract.incidents.where_weights import score
from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.page import Page, Sentence

# The outlet's name behind a headline or before it: "… - WSFA.com Montgomery news", "Wichita, Kansas News, Weather - …".
_OUTLET = re.compile(
    r"\b(?:news|weather|sports|tv|radio|times|post|herald|tribune|journal|gazette|channel|fox|abc|nbc|cbs|[kw][a-z]{3})\b"
    r"|\.(?:com|org|net)\b|\b\d+news\b",
    re.IGNORECASE,
)
_POLICE_WORK = re.compile(
    r"\b(?:police|sheriff\S*|deput(?:y|ies)|detectives?|coroner|homicide|officers|suspects?|investigators)\b",
    re.IGNORECASE,
)
_SEAM = re.compile(r"\s[-|–—]+\s+")
QUARTER = re.compile(r"\s+(?:neighbou?rhood|section|quarter|barrio|ward)\b")
# Hospitals, courts and embassies are attacked too: what stands behind them only counts, it does not settle.
_OF_OTHERS = frozenset(("whose home it is", "behind a word of home", "from after", "from before"))
_BESIDE = _OF_OTHERS | {
    "behind a word of care",
    "behind a word of law",
    "behind a word of seat",
    "a body in it",
    "owns",
    "before a word of people",
    "before a word of office",
    "before a word of people bare",
    "before a word of office bare",
}


@dataclass
class Facts:
    """What a report says of one place. first: its rank among places by first mention; kinds: what its mentions are."""

    first: int
    mentions: list[PlaceMention] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


class ReportPlaces:
    """All places of a report with what the whole report says of them; lines are made once a sentence."""

    def __init__(self, page: Page, places: Places) -> None:
        self.page, self.places = page, places
        self._lines: dict[int, Line] = {}
        self.facts: dict[str, Facts] = {}
        self.headline = _headline_proper(page)
        for mention in places.mentions:
            if mention.form != "demonym":
                facts = self.facts.setdefault(mention.place, Facts(len(self.facts)))
                facts.mentions.append(mention)
                facts.kinds.update(set(self._kinds(mention)))
        self.inside: dict[str, list[str]] = defaultdict(list)
        for place in places.places:
            for parent in place.within:
                self.inside[parent].append(place.id)
        self.said_to_hold: dict[str, list[str]] = defaultdict(list)
        for said in places.containments:
            self.said_to_hold[said.inner].append(said.outer)
        self.towns = {p for p in self.facts if places.by_id(p).type == "settlement"}
        self.town_mentions = sum(len(self.facts[p].mentions) for p in self.towns)
        self.nations = Counter(str(places.by_id(m.place).country) for m in places.mentions)
        first_levels = {p: self._first_level(p) for p in self.facts}
        self._divisions = Counter(d for m in places.mentions if (d := first_levels.get(m.place)))
        self.agencies = {p for p in self.facts if self.facts[p].kinds["agency"]}
        self.is_of_police = bool(_POLICE_WORK.search(page.text))
        self.countries = {p.country for p in places.places if p.country}

    def share_of_first_level(self, place: str) -> float:
        """Give the share of this place's first-level division among all mentions of what lies in one."""
        division = self._first_level(place)
        return self._divisions[division] / self._divisions.total() if division else 0.0

    def _first_level(self, place: str) -> str | None:
        if self.places.by_id(place).type == "first_level":
            return place
        return next((p for p in sorted(self.holders(place)) if self.places.by_id(p).type == "first_level"), None)

    def is_with_police(self, place: str) -> bool:
        """Do the police of this place tell of it?"""
        facts = self.facts.get(place)
        return bool(facts and (facts.kinds["agency"] or facts.kinds["before a word of police"]))

    def is_called_a_quarter(self, place: str) -> bool:
        """Do the words behind its name call it a quarter ("the Austin neighborhood")?"""
        return any(QUARTER.match(self.page.text, m.end) for m in self.facts[place].mentions)

    def line(self, sentence: Sentence) -> Line:
        """Give a sentence's line of places."""
        if sentence.index not in self._lines:
            self._lines[sentence.index] = Line.of(sentence, self.places)
        return self._lines[sentence.index]

    def put_there(self, sentence: Sentence, acts: Sequence[tuple[int, int]], mention: PlaceMention) -> float:
        """Score how firmly a sentence puts any of its acts at a place; the best act counts."""
        line = self.line(sentence)
        return max(
            (score("sentence", signs_beside(self.page, self.places, line, act, mention)) for act in acts),
            default=-math.inf,
        )

    def is_headline(self, mention: PlaceMention) -> bool:
        """Does it stand in the headline's own words?"""
        start, end, _ = self.headline
        return start <= mention.start < end

    def holders(self, place: str) -> set[str]:
        """Give all places that hold this one, by the gazetteer or by the report's words."""
        found: set[str] = set()
        todo = [place]
        while todo:
            here = todo.pop()
            above = [*self.places.by_id(here).within, *self.said_to_hold.get(here, ())]
            todo += [p for p in above if p not in found]
            found.update(above)
        return found - {place}

    def is_only_of_others(self, place: str) -> bool:
        """Is it only where somebody comes from or lives, or in an outlet's name?"""
        facts = self.facts[place]
        return all(map(self.is_outlet, facts.mentions)) or facts.kinds["of others"] == len(facts.mentions)

    def is_only_dateline(self, place: str) -> bool:
        """Is it only where the report was filed, and the report not a local one of police work?"""
        facts = self.facts[place]
        return facts.kinds["dateline"] == len(facts.mentions) and not (self.is_of_police and len(self.countries) <= 1)

    def is_outlet(self, mention: PlaceMention) -> bool:
        """Does it stand in an outlet's name behind or before the headline?"""
        start, end, whole = self.headline
        return mention.start < whole and not start <= mention.start < end

    def _kinds(self, mention: PlaceMention) -> list[str]:
        """Say what one mention is: where it stands and what the words beside it make of the place."""
        sentence = self.page.sentences[mention.sentence]
        kinds = [mention.form, sentence.kind, "any"]
        if self.is_headline(mention):
            kinds.append("headline proper")
        line = self.line(sentence)
        beside = signs_beside(self.page, self.places, line, (sentence.end, sentence.end), mention)
        kinds += [s for s in beside if s in _BESIDE]
        kinds += ["before a word of police"] * any(s.startswith("before a word of police") for s in beside)
        kinds += ["before a word of spot"] * any(s.startswith("before a word of spot") for s in beside)
        kinds += ["before a word of act"] * any(s.startswith("before a word of act") for s in beside)
        if any(s in _OF_OTHERS for s in beside):
            kinds.append("of others")
        return kinds


def _headline_proper(page: Page) -> tuple[int, int, int]:
    """Give where the headline's own words begin and end, outlets' names cut off, and where all of it ends."""
    sentences = [s for s in page.sentences[:4] if s.kind == "headline"]
    if not sentences:
        return 0, 0, 0
    start, end = sentences[0].start, sentences[-1].end
    whole = end
    for seam in reversed(list(_SEAM.finditer(page.text, start, end))):
        if _OUTLET.search(page.text, seam.end(), end):
            end = seam.start()
        elif _OUTLET.search(page.text, start, seam.start()):
            start = seam.end()
    return start, end, whole
