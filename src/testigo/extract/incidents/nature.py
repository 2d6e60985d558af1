"""What kind of violence an incident is, of what scope, and how far it got, from the words of its own events.

Kind: the heaviest words of the first events decide; violence against people that is one-sided and deadly is a killing.
Scope: words of war, politics and armed groups are weighed against words of crime; what neither tells stays unclear.
"""

import re
from collections import Counter
from collections.abc import Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.grouping import Group
from testigo.extract.mentions.found import Actors
from testigo.extract.page import Page
from testigo.records.codes import IncidentKind, Scope
from testigo.records.values import RangeValue, StageValue, VictimValue

# These name an incident even where it killed, if they carry a third of its weight; in this order.
_STRONG: tuple[IncidentKind, ...] = ("air_or_artillery", "bombing", "armed_clash")
_ONE_SIDED: tuple[IncidentKind, ...] = ("killing", "assault", "robbery", "other_violence", "sexual_violence")
_ALWAYS_POLITICAL: tuple[IncidentKind, ...] = (
    "air_or_artillery", "armed_clash", "territorial_change", "repression", "campaign",
)  # fmt: skip
_FIRST_EVENTS = 6
_CROWD = re.compile(r"\b(?:protest\w*|demonstrat\w+|march(?:ers)?|rally|sit-in|crowd of)\b", re.IGNORECASE)
_FORCES = re.compile(
    r"\b(?:police|soldiers?|troops|security forces|gendarmes?|the army|guardsmen|officers)\b", re.IGNORECASE
)
_FROM_THE_AIR = re.compile(
    r"\b(?:air force|warplanes?|fighter jets?|aircraft|war planes?|bombers from)\b", re.IGNORECASE
)
_ACCIDENT = re.compile(r"\b(?:accidental(?:ly)?|unintentional(?:ly)?|by accident|accident)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:self-inflicted|shot (?:himself|herself|themselves)|(?:kill(?:ed|s|ing)?) (?:himself|herself)|(?<!murder-)suicide"
    r"(?! bomb| attack| vest| car| truck| mission| belt))\b",
    re.IGNORECASE,
)
_OTHER_VICTIMS = re.compile(
    r"\b(?:murder|then (?:shot|killed|turned)|before (?:shooting|killing|turning)|homicide)\b", re.IGNORECASE
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
    r"government (?:forces|troops)|security forces|massacre\w*|ethnic|sectarian|assassinat\w+|gunmen|hostages?|tortur\w+|"
    r"detainees|villagers|war|insurgency|roadside bomb\w*|ambush\w*|checkpoint|convoy|mosque|monitor|rights group)\b",
    re.IGNORECASE,
)
_CRIMINAL = re.compile(
    r"\b(?:robber\w*|robbed|burglar\w*|gang\w*|drugs?|drug-related|drive-by|homicide|sheriff\w*|suspects?|detectives?|"
    r"charged with|carjack\w*|cartels?|narco\w*|shooter|police department|deput(?:y|ies)|sentenced|convicted)\b",
    re.IGNORECASE,
)
_POLICE = re.compile(r"\b(?:police|officers?|investigators?|authorities)\b", re.IGNORECASE)
_ATTEMPT = re.compile(
    r"\b(?:attempted|foiled|thwarted|failed (?:attack|bombing|bid)|defused|tried to|attempt(?:s)? to)\b", re.I
)


def kind_of(page: Page, group: Group, drafts: Sequence[Draft]) -> IncidentKind:
    """Name the kind of one incident."""
    if group.is_campaign or group.is_arrest:
        return "campaign" if group.is_campaign else "arrest"
    weights: Counter[IncidentKind] = Counter()
    for n, event in enumerate(group.events[:_FIRST_EVENTS]):
        for trigger in event.triggers:
            if trigger.force == "act" and trigger.kind != "arrest":
                weights[trigger.kind] += trigger.weight * (3 if n < 2 else 1)
    if not weights:
        return "killing" if _has_dead(drafts) else "assault"
    if weights["kidnapping"] <= weights["killing"] + weights["assault"] and _has_dead(drafts):
        del weights["kidnapping"]  # a raid that killed, and took some away
    strongest = [k for k in _STRONG if weights[k] * 3 >= weights.total()]
    kind = strongest[0] if strongest else max(weights, key=lambda k: (weights[k], k))
    if kind == "bombing" and any(_FROM_THE_AIR.search(page.text, e.start, e.end) for e in group.events[:3]):
        return "air_or_artillery"
    if kind not in _ONE_SIDED:
        return kind
    if _is_against_a_crowd(page, group):
        return "repression"
    if _has_dead(drafts):
        return "killing"
    return "assault" if kind == "killing" else kind


def _is_against_a_crowd(page: Page, group: Group) -> bool:
    """Did police or soldiers turn on a gathering: forces before the verb, a crowd behind it?"""
    for event in group.events[:2]:
        acts = [t for t in event.triggers if t.force == "act" and not t.is_noun]
        if not acts:
            continue
        before, after = page.text[event.start : acts[0].start], page.text[acts[0].end : event.end]
        if _FORCES.search(before) and _CROWD.search(after):
            return True
    return False


def _has_dead(drafts: Sequence[Draft]) -> bool:
    for draft in drafts:
        value = draft.value
        if draft.predicate == "killed" and isinstance(value, RangeValue) and (value.low or value.high):
            return True
        if isinstance(value, VictimValue) and value.fate == "killed":
            return True
    return False


def scope_of(page: Page, kind: IncidentKind, group: Group, actors: Actors) -> Scope:
    """Tell what sort of violence one incident is."""
    words = " ".join(page.text[e.start : e.end] for e in group.events)
    criminal = len(_CRIMINAL.findall(words))
    if kind in _ALWAYS_POLITICAL and not criminal:
        return "political"
    political = len(_POLITICAL.findall(words)) + 2 * any(a.type == "armed_group" for a in actors.actors)
    if political > criminal:
        return "political"
    if _ACCIDENT.search(words):
        return "accident"
    if _SELF.search(words) and not _OTHER_VICTIMS.search(words):
        return "self_harm"
    if _DOMESTIC.search(words):
        return "domestic"
    if kind in ("bombing", "arrest") and not criminal:
        return "political"
    if criminal or _POLICE.search(words):
        return "criminal"
    return "political" if political else "unclear"


def stage_of(kind: IncidentKind, group: Group) -> tuple[StageValue, tuple[int, int]] | None:
    """Give how far an incident got, with the offsets of the words; None where it was carried out."""
    first = group.events[0]
    acts = [t for t in first.triggers if t.force == "act"]
    if not acts:
        return None
    if group.is_planned:
        return StageValue(stage="planned"), (acts[0].start, acts[0].end)
    if kind == "threat":
        return StageValue(stage="threatened"), (acts[0].start, acts[0].end)
    before = first.sentence.text[: acts[0].start - first.sentence.start][-40:]
    m = _ATTEMPT.search(before)
    if m and not any(e.harms for e in group.events):
        return StageValue(stage="attempted"), (acts[0].start - len(before) + m.start(), acts[0].end)
    return None
