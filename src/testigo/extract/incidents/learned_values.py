"""The trained reader's words in the record's own: kinds, types, effects, fates, stances, as tables."""

from testigo.extract.mentions.reader_roles import RoleMention
from testigo.records.base import Value
from testigo.records.codes import Effect, Fate, IncidentKind, Stance, WeaponType
from testigo.records.values import DoerValue, TargetValue, VictimValue, WeaponValue

KIND_OF: dict[str, IncidentKind] = {
    "attack": "assault", "bombing": "bombing", "kidnapping": "kidnapping", "arson": "arson", "robbery": "robbery",
    "forced work stoppage": "sabotage",
}  # fmt: skip
# The record's kinds in which each of the reader's may be told.
FAMILIES: dict[str, frozenset[IncidentKind]] = {
    "attack": frozenset((
        "killing", "assault", "armed_clash", "air_or_artillery", "torture", "sexual_violence", "other_violence",
        "territorial_change", "repression", "threat",
    )),
    "bombing": frozenset(("bombing",)),
    "kidnapping": frozenset(("kidnapping", "disappearance")),
    "arson": frozenset(("arson",)),
    "robbery": frozenset(("robbery", "extortion")),
    "forced work stoppage": frozenset(("sabotage",)),
}  # fmt: skip
_TARGET_TYPES = {
    "law enforcement facility": "law_enforcement_facility", "political figure office or residence":
    "political_figure_office_or_residence", "government office or residence": "government_office_or_residence",
    "diplomat office or residence": "diplomat_office_or_residence", "civilian residence": "civilian_residence",
    "organization office": "organization_office", "transport vehicle": "transport_vehicle",
    "transportation facility": "transport_facility", "transportation route": "transport_route",
}  # fmt: skip
_EFFECTS: dict[str, Effect] = {
    "destroyed": "destroyed", "some damage": "damaged", "no damage": "none", "money taken from target": "stolen",
    "property taken from target": "stolen", "target taken": "seized",
}  # fmt: skip
_VICTIM_TYPES = {
    "former government official": "ex_government_official", "former active military": "ex_military",
    "legal or judicial": "legal_or_judicial",
}  # fmt: skip
_FATES: dict[str, Fate] = {
    "death": "killed", "injury": "injured", "no injury or death": "unharmed", "no injury": "unharmed",
    "no death": "unharmed", "regained freedom": "freed", "escaped": "escaped",
}  # fmt: skip
_WEAPONS: dict[str, WeaponType] = {
    "machine gun": "firearm", "handgun": "firearm", "rifle": "firearm", "gun": "firearm", "mortar": "artillery",
    "missile": "artillery", "rocket": "artillery", "projectile": "artillery", "cutting device": "bladed", "fire": "fire",
    "stone": "other", "torture": "other", "molotov cocktail": "explosive",
}  # fmt: skip
_STANCES: dict[str, Stance] = {
    "claimed or admitted": "claimed", "suspected or accused by authorities": "suspected",
    "suspected or accused": "suspected", "possible": "possible", "acquitted": "denied",
}  # fmt: skip
_SURE = 0.5


def _trait(entity: tuple[RoleMention, ...], head: str) -> str | None:
    """Give what the entity's mentions say of it most firmly."""
    said = [(chance, value) for m in entity for name, value, chance in m.traits if name == head]
    best = max(said, default=(0.0, ""))
    return best[1] if best[0] > _SURE else None


def stance_of_org(entity: tuple[RoleMention, ...]) -> Stance | None:
    """Give how firmly a group's part is told, where the reader says other than flatly."""
    return _STANCES.get(_trait(entity, "org_conf") or "")


def value_of(text: str, entity: tuple[RoleMention, ...], actor: str | None) -> Value:
    """Make the claim's value of an entity's words and traits."""
    role = entity[0].role
    words = min((" ".join(text[m.start : m.end].split()) for m in entity), key=lambda w: (-len(w), w))
    if role.startswith("perp"):
        return DoerValue(actor=actor) if actor else DoerValue(description=words)
    if role == "target":
        type_ = _trait(entity, "target_type")
        effect = _EFFECTS.get(_trait(entity, "target_effect") or "")
        return TargetValue(
            description=words.lower(), type=_TARGET_TYPES.get(type_, type_) if type_ else None, effect=effect
        )
    if role == "weapon":
        return WeaponValue(
            description=words.lower(), type=_WEAPONS.get(_trait(entity, "weapon_type") or "", "explosive")
        )
    type_ = _trait(entity, "victim_type")
    type_ = _VICTIM_TYPES.get(type_, type_.replace(" ", "_")) if type_ else None
    fate = _FATES.get(_trait(entity, "victim_effect") or "")
    if actor:
        return VictimValue(actor=actor, type=type_, fate=fate)
    return VictimValue(description=words, type=type_, fate=fate)
