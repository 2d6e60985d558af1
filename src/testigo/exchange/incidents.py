"""Case incidents as NDJSON: one `testigo-incident/1` object a line."""

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from testigo.exchange.withholding import NOTHING, WITHHELD, Mask, Withholding, mask_for
from testigo.records import CaseIncident, dump


def write_incidents(incidents: Iterable[CaseIncident], out: TextIO, withhold: Withholding = NOTHING) -> int:
    """Write each incident on a line of its own, in the order given, and tell how many."""
    incidents = list(incidents)
    mask = mask_for(withhold, (), incidents)
    for incident in incidents:
        out.write(msgspec.json.encode(masked_incident(incident, mask)).decode() + "\n")
    return len(incidents)


def masked_incident(incident: CaseIncident, mask: Mask) -> dict[str, Any]:
    """Give an incident as plain data, withheld names replaced wherever free text may hold them."""
    data = dump(incident)
    if not mask:
        return data
    for victim in data["victims"]:
        if victim["name"] is not None and (mask.all_victims or mask.is_name(victim["name"])):
            victim["name"] = WITHHELD
    for doer in data["perpetrators"]:
        doer["name"] = mask.name(doer["name"])
        doer["because"] = mask.text(doer["because"])
    for entry in (*data["victims"], *data["perpetrators"]):
        if "description" in entry:
            entry["description"] = mask.text(entry["description"])
        if "denied_by" in entry:
            entry["denied_by"] = [mask.name(n) for n in entry["denied_by"]]
    for member in data["members"]:
        member["document"] = mask.text(member["document"])
        member["reprint_of"] = mask.text(member["reprint_of"])
    return data
