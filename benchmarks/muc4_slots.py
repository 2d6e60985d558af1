"""A report record in MUC-4's terms: one template for each incident, every fill from a claim of the record.

What MUC's task does not count (its relevance rules) is left out by the record's own fields: kinds that are no act of it, and
incidents of which the reader itself is unsure. Where a reader gives chances, a fill without one is left out: on train
the claims of the rules alone are right less often than not in texts in capitals.
"""

import re
from datetime import date
from typing import Any

from testigo.reference import country_words

Row = dict[str, Any]

TYPES = {
    "bombing": "BOMBING", "kidnapping": "KIDNAPPING", "disappearance": "KIDNAPPING", "arson": "ARSON",
    "robbery": "ROBBERY", "killing": "ATTACK", "assault": "ATTACK", "armed_clash": "ATTACK",
    "air_or_artillery": "ATTACK", "torture": "ATTACK", "sexual_violence": "ATTACK", "threat": "ATTACK",
    "other_violence": "ATTACK", "sabotage": "ATTACK", "territorial_change": "ATTACK",
}  # fmt: skip
_CONFIDENCE = {
    "stated": "REPORTED AS FACT", "claimed": "CLAIMED OR ADMITTED", "suspected": "SUSPECTED OR ACCUSED",
    "possible": "POSSIBLE", "denied": "REPORTED AS FACT", "planned": "POSSIBLE",
}  # fmt: skip
_EFFECTS = {
    "destroyed": "DESTROYED", "damaged": "SOME DAMAGE", "none": "NO DAMAGE", "stolen": "PROPERTY TAKEN FROM TARGET",
    "seized": "TARGET TAKEN",
}  # fmt: skip
_FATES = {
    "killed": "DEATH", "injured": "INJURY", "unharmed": "NO INJURY OR DEATH", "freed": "REGAINED FREEDOM",
    "escaped": "ESCAPED",
}  # fmt: skip
_TARGETS = {
    "transport_facility": "TRANSPORTATION FACILITY", "transport_route": "TRANSPORTATION ROUTE",
    "diplomat_office_or_residence": "DIPLOMAT OFFICE OR RESIDENCE",
}  # fmt: skip
_VICTIMS = {
    "ex_military": "FORMER ACTIVE MILITARY", "ex_government_official": "FORMER GOVERNMENT OFFICIAL",
    "legal_or_judicial": "LEGAL OR JUDICIAL", "paramilitary": "ACTIVE MILITARY", "clergy": "CIVILIAN",
}  # fmt: skip
# The finer words of MUC's list of instruments, looked for in the words of the weapon; the last column is the fallback.
_INSTRUMENTS = (
    ("MACHINE GUN", r"machine ?-?guns?|submachine\w*"), ("MORTAR", r"mortars?"), ("RIFLE", r"rifles?"),
    ("HANDGUN", r"pistols?|revolvers?|handguns?"), ("VEHICLE BOMB", r"(?:car|truck|vehicle)[ -]?bombs?|bomb-laden"),
    ("DYNAMITE", r"dynamite"), ("MINE", r"mines?"), ("GRENADE", r"grenades?"), ("MOLOTOV COCKTAIL", r"molotov\w*.*"),
    ("BOMB", r"bombs?"), ("EXPLOSIVE", r"explosives?|charges?"), ("MISSILE", r"missiles?"), ("ROCKET", r"rockets?"),
    ("CUTTING DEVICE", r"kni(?:fe|ves)|machetes?"), ("FIRE", r"fire|gasoline"), ("STONE", r"stones?|rocks?"),
)  # fmt: skip
_GROUPS = ("armed_group", "criminal_group", "organisation", "state_force", "government", "civilian_group")
_COUNTRIES = frozenset("SV GT HN AR BO CL CO EC PE".split())  # MUC counts violence in nine countries only
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def templates_of(record: Row) -> list[Row]:
    """Give a report record's templates, full slots."""
    trained = record["reader"]["model"] != "none"
    out = []
    for incident in record["incidents"]:
        claims = [c for c in record["claims"] if c["subject"] == incident["id"]]
        if incident["kind"] in TYPES and (not trained or incident.get("confidence", 0.0) > 0.5):
            out.append({"template_id": len(out) + 1, "slots": _Filled(record, incident, claims, trained).slots()})
    return out


class _Filled:
    def __init__(self, record: Row, incident: Row, claims: list[Row], trained: bool) -> None:
        self.record, self.incident, self.claims = record, incident, claims
        self.actors = {a["id"]: a for a in record["actors"]}
        self.places = {p["id"]: p for p in record["places"]}
        self.trained = trained

    def slots(self) -> Row:
        weapons = [self._words(c) for c in self._of("weapon")]
        made: Row = {
            "inc_date": self._date(), "inc_loc": self._place(), "inc_type": [TYPES[self.incident["kind"]]],
            "inc_stage": [self._stage()], "inc_instr_id": [{"value": w} for w in weapons],
            "inc_instr_type": [{"value": t, "xref": w} for w in weapons if (t := _instrument(w[0]))],
        }  # fmt: skip
        return made | self._doers() | self._targets() | self._victims()

    def _of(self, *predicates: str) -> list[Row]:
        """Give the claims of some predicates, one for each value; with chances, those that have one."""
        found, seen = [], set()
        for c in self.claims:
            key = str({k: c["value"].get(k) for k in ("actor", "description")}).upper()
            if c["predicate"] in predicates and key not in seen and (not self.trained or c["confidence"] is not None):
                seen.add(key)
                found.append(c)
        return found

    def _words(self, claim: Row) -> list[str]:
        """Give a group's names as alternatives, of all else the longest of its wordings."""
        actor = self.actors.get(claim["value"].get("actor") or "")
        words = [actor["name"], *actor["names"]] if actor else [claim["value"]["description"]]
        if claim["confidence"] is not None and not (actor and actor["type"] in _GROUPS):
            words = sorted((e["quote"] for e in claim["evidence"]), key=len, reverse=True)[:1]
        return list(dict.fromkeys(" ".join(w.split()).upper() for w in words))

    def _date(self) -> list[str]:
        value = next((c["value"] for c in self.claims if c["predicate"] == "date" and c["value"].get("start")), None)
        start, end = (value["start"], value.get("end") or value["start"]) if value else (None, None)
        if not start or start.startswith("--") or end.startswith("--"):
            published = self.record["document"].get("published")
            return [f"- {_day(published)}"] if published else []
        return [_day(start) if start[:10] == end[:10] else f"{_day(start)} - {_day(end)}"]

    def _place(self) -> list[str]:
        found = [
            self.places[c["value"]["place"]]
            for c in self.claims
            if c["predicate"] == "place" and c["value"].get("place")
        ]
        place = next((p for p in found if p["country"] in _COUNTRIES), None)
        country = place["country"] if place else self._country()
        name = next((c.name for c in country_words() if c.country == country), None)
        if not name:
            return []
        inner = "" if not place or place["type"] == "country" else f": {place['name']} ({_type_of(place)})"
        return [" ".join(f"{name}{inner}".upper().split())]

    def _country(self) -> str | None:
        """Give the country of MUC's nine whose places the report names most, the first named of equals."""
        times: dict[str, int] = {}
        first: dict[str, int] = {}
        for place in self.places.values():
            country = place["country"]
            if country in _COUNTRIES and place["mentions"]:
                times[country] = times.get(country, 0) + len(place["mentions"])
                first[country] = min(first.get(country, place["mentions"][0][0]), place["mentions"][0][0])
        return min(times, key=lambda c: (-times[c], first[c]), default=None)

    def _stage(self) -> str:
        said = next((c["value"]["stage"] for c in self.claims if c["predicate"] == "stage"), "accomplished")
        return {"planned": "THREATENED"}.get(said, said.upper())

    def _doers(self) -> Row:
        people, groups, conf = [], [], []
        is_state = False
        for c in self._of("perpetrator", "participant", "carried_out_by"):
            actor = self.actors.get(c["value"].get("actor") or "")
            words = self._words(c)
            is_state |= bool(actor and actor["type"] in ("state_force", "government"))
            if actor and actor["type"] in _GROUPS:
                groups.append({"value": words})
                conf.append({"value": _CONFIDENCE[c["stance"]], "xref": words})
            else:
                people.append({"value": words})
        category = "STATE-SPONSORED VIOLENCE" if is_state else "TERRORIST ACT"
        return {
            "perp_ind_id": people, "perp_org_id": groups, "perp_org_conf": conf,
            "perp_inc_cat": [category] if people or groups else [],
        }  # fmt: skip

    def _targets(self) -> Row:
        rows: Row = {"phys_tgt_id": [], "phys_tgt_type": [], "phys_tgt_num": [], "phys_tgt_effect": []}
        for c in self._of("target"):
            value, words = c["value"], self._words(c)
            rows["phys_tgt_id"].append({"value": words})
            rows["phys_tgt_num"].append({"value": _number(value, words[0]), "xref": words})
            if value.get("type"):
                kind = _TARGETS.get(value["type"], value["type"].replace("_", " ").upper())
                rows["phys_tgt_type"].append({"value": kind, "xref": words})
            if value.get("effect"):
                rows["phys_tgt_effect"].append({"value": _EFFECTS[value["effect"]], "xref": words})
        return rows

    def _victims(self) -> Row:
        rows: Row = {f"hum_tgt_{n}": [] for n in ("name", "desc", "type", "num", "effect", "nation")}
        for c in self._of("victim"):
            value, words = c["value"], self._words(c)
            rows["hum_tgt_name" if value.get("actor") else "hum_tgt_desc"].append({"value": words})
            if value.get("occupation"):
                rows["hum_tgt_desc"].append({"value": value["occupation"].upper(), "xref": words})
            count = "1" if value.get("actor") else _number(value, words[0])
            rows["hum_tgt_num"].append({"value": count, "xref": words})
            kind = value.get("type") or "civilian"
            rows["hum_tgt_type"].append({"value": _VICTIMS.get(kind, kind.replace("_", " ").upper()), "xref": words})
            if value.get("fate") in _FATES:
                rows["hum_tgt_effect"].append({"value": _FATES[value["fate"]], "xref": words})
        return rows


def five_roles(template: Row) -> Row:
    """Give the five-role form of a full template."""
    slots = template["slots"]
    names = {"PerpInd": "perp_ind_id", "PerpOrg": "perp_org_id", "Target": "phys_tgt_id", "Victim": "hum_tgt_name",
             "Weapon": "inc_instr_id"}  # fmt: skip
    made: Row = {"incident_type": slots["inc_type"][0].lower()}
    for role, slot in names.items():
        made[role] = [[w.lower().replace("[", "(").replace("]", ")") for w in f["value"]] for f in slots[slot]]
    return made


def _instrument(words: str) -> str | None:
    return next((kind for kind, p in _INSTRUMENTS if re.search(rf"\b(?:{p})\b", words, re.IGNORECASE)), None)


def _number(value: Row, words: str) -> str:
    count = value.get("count") or {}
    if count.get("low") is not None and count.get("low") == count.get("high"):
        return str(count["low"])
    head = re.split(r" (?:OF|IN|AT|ON|WHO|FROM|BELONGING|NEAR) ", words)[0]
    return "PLURAL" if re.search(r"(?:[^SU]S|MEN|PEOPLE|CHILDREN)$", head) else "1"


def _day(iso: str) -> str:
    day = date.fromisoformat(iso[:10])
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def _type_of(place: Row) -> str:
    return {"first_level": "DEPARTMENT", "settlement": "CITY", "second_level": "MUNICIPALITY"}.get(
        place["type"], place["type"].replace("_", " ").upper()
    )
