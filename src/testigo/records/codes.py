"""The code lists of the record, each as a type and as a tuple of its words.

The meaning of every word stands in the docs (glossary) and in the record's format.
"""

from typing import Literal, get_args

SegmentKind = Literal["headline", "subheading", "body", "caption", "related", "dateline", "quote_block", "furniture"]
PublishedFrom = Literal["given", "meta", "url", "text", "mail", "feed"]
ActorType = Literal[
    "armed_group", "criminal_group", "state_force", "government", "court", "person", "civilian_group", "organisation",
    "outlet",
]  # fmt: skip
PlaceType = Literal[
    "country", "first_level", "second_level", "settlement", "neighbourhood", "site", "street", "region", "water",
    "other",
]  # fmt: skip
PlacePrecision = Literal[
    "country", "first_level", "second_level", "settlement", "neighbourhood", "site", "street", "region", "water",
    "other", "unknown",
]  # fmt: skip
IncidentKind = Literal[
    "killing", "bombing", "air_or_artillery", "armed_clash", "assault", "arson", "kidnapping", "disappearance",
    "torture", "sexual_violence", "threat", "extortion", "robbery", "sabotage", "territorial_change", "repression",
    "arrest", "displacement", "campaign", "other_violence",
]  # fmt: skip
Scope = Literal["political", "criminal", "domestic", "accident", "self_harm", "unclear"]
Stance = Literal["stated", "suspected", "possible", "claimed", "denied", "planned"]
DatePrecision = Literal["time", "day", "week", "month", "season", "year", "span", "unknown"]
Group = Literal[
    "all", "civilians", "minors", "women", "security_forces", "combatants", "officials", "perpetrators"
]  # fmt: skip
Fate = Literal["killed", "injured", "abducted", "missing", "unharmed", "freed", "escaped", "unknown"]
Sex = Literal["female", "male", "other"]
DoerRole = Literal["direct", "ordered", "aided"]
Stage = Literal["accomplished", "attempted", "threatened", "planned"]
Effect = Literal["destroyed", "damaged", "none", "stolen", "seized"]
WeaponType = Literal[
    "explosive", "firearm", "bladed", "fire", "vehicle", "aircraft", "artillery", "drone", "chemical", "other"
]  # fmt: skip
MethodType = Literal[
    "shooting", "suicide_attack", "car_bomb", "roadside_bomb", "beheading", "burning", "ambush", "raid", "crossfire",
    "other",
]  # fmt: skip
Verb = Literal[
    "accept", "reject", "correct", "add", "merge", "split", "same", "not_same", "unsure", "set", "assign", "note",
    "withhold", "undo",
]  # fmt: skip

# MUC-4's lists of human and physical targets, in lower case with underscores.
VICTIM_TYPES = (
    "civilian", "diplomat", "ex_military", "ex_government_official", "foreigner", "government_official",
    "active_military", "law_enforcement", "legal_or_judicial", "paramilitary", "political_figure", "scientist",
    "security_guard", "spy", "terrorist", "clergy", "journalist", "labor_leader", "other",
)  # fmt: skip
TARGET_TYPES = (
    "church", "civilian_residence", "commercial", "communications", "diplomat_office_or_residence", "energy",
    "financial", "government_office_or_residence", "law_enforcement_facility", "military_facility",
    "organization_office", "political_figure_office_or_residence", "school", "transport_facility", "transport_route",
    "transport_vehicle", "water", "other",
)  # fmt: skip

FIGURES = ("killed", "injured", "abducted", "missing", "arrested", "displaced", "casualties")
DOERS = ("perpetrator", "participant", "carried_out_by")
STANCES: tuple[Stance, ...] = get_args(Stance)
KINDS: tuple[IncidentKind, ...] = get_args(IncidentKind)
GROUPS: tuple[Group, ...] = get_args(Group)
