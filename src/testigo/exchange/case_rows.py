"""Rows of the tables about what stands: incidents, casualties, roles, members. Keys are column names."""

from collections.abc import Iterator
from typing import Any

from testigo.exchange.incidents import masked_incident
from testigo.exchange.rows import Row
from testigo.exchange.withholding import Mask
from testigo.records import CaseIncident
from testigo.records.codes import FIGURES

_SEPARATOR = "; "
_ENDS = ("low", "high", "best")


def incident_row(incident: CaseIncident, mask: Mask) -> Row:
    date, place = incident.date, incident.place
    row: Row = {
        "incident_id": incident.id,
        **{key: getattr(incident, key) for key in ("kind", "scope", "stage")},
        "date_start": date.start,
        "date_end": date.end,
        "date_precision": date.precision,
        "place": place and place.name,
        "place_precision": place and place.precision,
        **{key: place and getattr(place, key) for key in ("container", "country", "lat", "lon")},
        **{f"{f}_{end}": getattr(getattr(incident, f), end) for f in ("killed", "injured") for end in _ENDS},
        "weapons": mask.text(_SEPARATOR.join(incident.weapons)),
        "disputed": _SEPARATOR.join(incident.disputed),
        **{key: getattr(incident, key) for key in ("sources", "independent_sources", "reviewed")},
    }
    return row


def casualty_rows(incident: CaseIncident) -> Iterator[Row]:
    """Give a row for each figure and group that somebody gives, `all` first."""
    for name in FIGURES:
        figure = getattr(incident, name)
        if figure is None:
            continue
        groups = {"all": figure} if figure.high is not None else {}
        for group, ends in {**groups, **(figure.by_group or {})}.items():
            flags = {key: bool(getattr(ends, key)) for key in ("open_low", "open_high", "computed")}
            yield {
                "incident_id": incident.id,
                "figure": name,
                "group": group,
                **{key: getattr(ends, key) for key in _ENDS},
                **flags,
                "disputed": name in incident.disputed,
            }


def role_rows(incident: CaseIncident, mask: Mask) -> Iterator[Row]:
    """Give a row for each victim, then for each doer."""
    data = masked_incident(incident, mask)
    for victim in data["victims"]:
        yield _role_row(incident.id, "victim", victim)
    for doer in data["perpetrators"]:
        yield _role_row(incident.id, doer["as"], {**doer, "actor_id": doer["actor"]})


def _role_row(incident_id: str, role: str, entry: dict[str, Any]) -> Row:
    copied = ("actor_id", "name", "description", "side", "fate", "age", "sex", "stance", "sources", "because")
    count = entry.get("count") or {}
    return {
        "incident_id": incident_id,
        "role": role,
        **{key: entry.get(key) for key in copied},
        **{f"count_{end}": count.get(end) for end in _ENDS},
        "denied_by": _SEPARATOR.join(entry.get("denied_by") or ()),
    }


def member_rows(incident: CaseIncident, mask: Mask) -> Iterator[Row]:
    for member in masked_incident(incident, mask)["members"]:
        yield {"incident_id": incident.id, **member}
