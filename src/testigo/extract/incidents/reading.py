"""From mentions to incidents: the second step, whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.draft import Draft
from testigo.extract.incidents.doers import draft_doers
from testigo.extract.incidents.events import Sources, find_events
from testigo.extract.incidents.figures import draft_figures
from testigo.extract.incidents.grouping import Group, group_events
from testigo.extract.incidents.means import draft_means
from testigo.extract.incidents.settings import draft_dates, draft_places
from testigo.extract.incidents.traces import draft_traces
from testigo.extract.incidents.triggers import find_triggers
from testigo.extract.incidents.victims import draft_victims
from testigo.extract.mentions.found import Actors, Mentions
from testigo.extract.mentions.parties import find_parties
from testigo.extract.page import Page
from testigo.records import Incident
from testigo.records.codes import IncidentKind, Scope
from testigo.records.values import LinkValue, RangeValue, StageValue, VictimValue

# These name an incident even where it killed, if they carry a third of its weight; in this order.
_STRONG: tuple[IncidentKind, ...] = ("air_or_artillery", "bombing", "kidnapping", "armed_clash")
_ACCIDENT = re.compile(r"\b(?:accidental(?:ly)?|unintentional(?:ly)?|by accident|accident)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:self-inflicted|shot (?:himself|herself|themselves)|(?:kill(?:ed|s|ing)?) (?:himself|herself)|(?<!murder-)suicide"
    r"(?! bomb| attack| vest| car| truck| mission| belt))\b",
    re.IGNORECASE,
)
_DOMESTIC = re.compile(
    r"\b(?:domestic (?:violence|dispute|disturbance|incident|abuse)|estranged|murder-suicide|(?:ex-|former |his |her )"
    r"(?:wife|husband|girlfriend|boyfriend))\b",
    re.IGNORECASE,
)
_POLITICAL = re.compile(
    r"\b(?:militants?|rebels?|insurgents?|guerrillas?|terror\w*|jihad\w*|extremists?|separatists?|soldiers?|troops|army|"
    r"military|militia\w*|paramilitar\w+|regime|coup|air ?strikes?|shelling|car bomb\w*|suicide (?:bomb\w*|attack\w*)|"
    r"opposition|protest\w*|president|election\w*|death squads?|armed (?:men|group|wing)|peacekeepers?|warplanes?|"
    r"government (?:forces|troops)|security forces|massacre|ethnic|sectarian|assassinat\w+)\b",
    re.IGNORECASE,
)
_CRIMINAL = re.compile(
    r"\b(?:robber\w*|robbed|burglar\w*|gang\w*|drugs?|drug-related|drive-by|homicide|sheriff\w*|suspects?|detectives?|"
    r"charged with|carjack\w*|cartels?|narco\w*|shooter|police (?:said|say|department|officers?)|investigators?|deput(?:y|ies))\b",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(
    r"\b(?:attempted|foiled|thwarted|failed (?:attack|bombing|bid)|defused|tried to|attempt(?:s)? to)\b", re.I
)


@dataclass(frozen=True)
class Told:
    """What the second step hands on: the incidents and the drafts of their claims."""

    incidents: tuple[Incident, ...]
    drafts: tuple[Draft, ...]


def tell_incidents(page: Page, mentions: Mentions, today: str | None) -> Told:
    """Find the incidents of a document and draft what it says of each.

    today: the day that the document speaks from, an ISO day or None.
    """
    parties = find_parties(page, mentions.numbers)
    events = find_events(Sources(page, mentions, parties, find_triggers(page)))
    groups = group_events(events, mentions.places, today)
    incidents, drafts = [], []
    kept: list[Group] = []
    for group in groups:
        ident = f"i{len(kept) + 1}"
        told = list(_drafts(page, ident, group, mentions))
        kind = _kind(group, told)
        doers = list(draft_doers(page, ident, kind, group.events, mentions.actors, parties))
        if group.is_campaign and doers:
            continue  # a sum told of an actor is that actor's, not an incident
        told += doers
        kept.append(group)
        incidents.append(_incident(page, ident, kind, group, mentions.actors))
        drafts += told
    drafts += _comparisons(kept)
    return Told(tuple(incidents), tuple(_once(drafts)))


def _drafts(page: Page, ident: str, group: Group, mentions: Mentions) -> Iterator[Draft]:
    events = group.events
    yield from draft_figures(page, ident, events, mentions.numbers)
    yield from draft_victims(ident, events, mentions.actors)
    yield from draft_dates(page, ident, events)
    yield from draft_places(page, ident, events, mentions.places)
    yield from draft_means(page, ident, events)
    if group.is_main:
        yield from draft_traces(page, ident, events, mentions.actors)
    stage = _stage(group)
    if stage:
        yield Draft(ident, "stage", stage[0], (stage[1],), stance="stated")


def _stage(group: Group) -> tuple[StageValue, tuple[int, int]] | None:
    first = group.events[0]
    acts = [t for t in first.triggers if t.force == "act"]
    if not acts:
        return None
    if group.is_planned:
        return StageValue(stage="planned"), (acts[0].start, acts[0].end)
    before = first.sentence.text[: acts[0].start - first.sentence.start][-40:]
    m = _ATTEMPT.search(before)
    if m and not any(e.harms for e in group.events):
        return StageValue(stage="attempted"), (acts[0].start - len(before) + m.start(), acts[0].end)
    return None


def _kind(group: Group, drafts: Sequence[Draft]) -> IncidentKind:
    """Name the kind: what the heaviest words of the first events speak of; one-sided and deadly is a killing."""
    if group.is_campaign:
        return "campaign"
    weights: Counter[IncidentKind] = Counter()
    for n, event in enumerate(group.events[:6]):
        for trigger in event.triggers:
            if trigger.force == "act" and trigger.kind != "arrest":
                weights[trigger.kind] += trigger.weight * (3 if n < 2 else 1)
    if not weights:
        return "killing" if _has_dead(drafts) else "assault"
    strongest = [k for k in _STRONG if weights[k] * 3 >= weights.total()]
    kind = strongest[0] if strongest else max(weights, key=lambda k: (weights[k], k))
    if kind in ("killing", "assault", "robbery", "other_violence", "sexual_violence"):
        if _has_dead(drafts):
            return "killing"
        return "assault" if kind == "killing" else kind
    return kind


def _has_dead(drafts: Sequence[Draft]) -> bool:
    for draft in drafts:
        value = draft.value
        if draft.predicate == "killed" and isinstance(value, RangeValue) and (value.low or value.high):
            return True
        if isinstance(value, VictimValue) and value.fate == "killed":
            return True
    return False


def _incident(page: Page, ident: str, kind: IncidentKind, group: Group, actors: Actors) -> Incident:
    mentions = tuple((t.start, t.end) for e in group.events for t in e.triggers if t.force != "outcome")
    if not mentions:
        mentions = tuple((t.start, t.end) for e in group.events for t in e.triggers)
    if not mentions:
        mentions = tuple((h.start, h.end) for e in group.events for h in e.harms)
    return Incident(id=ident, kind=kind, scope=_scope(page, kind, group, actors), main=group.is_main, mentions=mentions)


def _scope(page: Page, kind: IncidentKind, group: Group, actors: Actors) -> Scope:
    """Tell what sort of violence it is, from the words of its own events."""
    words = " ".join(page.text[e.start : e.end] for e in group.events)
    groups = any(a.type == "armed_group" for a in actors.actors)
    if kind in ("air_or_artillery", "armed_clash", "territorial_change", "repression") and not _CRIMINAL.search(words):
        return "political"
    political = len(_POLITICAL.findall(words)) + 2 * groups
    criminal = len(_CRIMINAL.findall(words))
    if political > criminal:
        return "political"
    if _ACCIDENT.search(words):
        return "accident"
    if _SELF.search(words) and not _has_other_victims(words):
        return "self_harm"
    if _DOMESTIC.search(words):
        return "domestic"
    if criminal:
        return "criminal"
    return "political" if kind == "bombing" or political else "unclear"


def _has_other_victims(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:murder|then (?:shot|killed|turned)|before (?:shooting|killing|turning)|homicide)\b", words, re.I
        )
    )


def _comparisons(groups: Sequence[Group]) -> Iterator[Draft]:
    """Say which incident the main one is compared with, where a look back follows it in one sentence."""
    main = next((n for n, g in enumerate(groups, 1) if g.is_main), None)
    if main is None:
        return
    for n, group in enumerate(groups, 1):
        first = group.events[0]
        if n == main or not first.looks_back:
            continue
        same = [e for e in groups[main - 1].events if e.sentence.index == first.sentence.index]
        if same and first.time:
            start = same[0].start
            end = first.time.end
            yield Draft(f"i{main}", "compared_with", LinkValue(incident=f"i{n}"), ((start, end),))


def _once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give each draft once, in the order found."""
    seen = set()
    for draft in drafts:
        key = (draft.subject, draft.predicate, str(draft.value), draft.spans, draft.stance)
        if key not in seen:
            seen.add(key)
            yield draft
