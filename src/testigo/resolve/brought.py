"""What a person says in a decision, as a claim: a corrected one, or one that only people tell.

`after` is a value, or an object with `value`, `stance`, `attributed_to`; of an added claim also `subject`, and so has
`before` of a corrected one, in words: `{"kind": "incident", "start": 95, "end": 103}`.
"""

from typing import Any

import msgspec

from testigo.records import Claim, Decision, FormatError, Span, dump, load, thing_at
from testigo.records.values import VALUE_TYPES
from testigo.resolve.wordings import Localised, span_in

CLAIM_KEYS = ("value", "stance", "attributed_to")
_DIGITS = 8
_MADE_BY = "a person"


def corrected(claim: Claim, decision: Decision, words: Localised) -> Claim:
    """Give the claim as a person corrected it."""
    name = f"decision {decision.id}"
    after = _after(decision, name)
    value = _value(claim.predicate, after["value"], words, name) if "value" in after else claim.value
    changed = {k: words.value(after[k]) for k in ("stance", "attributed_to") if k in after}
    return load(dump(msgspec.structs.replace(claim, value=value)) | changed, Claim, name)


def brought(decision: Decision, words: Localised) -> Claim | None:
    """Give the claim that a decision tells by itself; None where its subject or value is not known here.

    Its id is `d` and the first digits of the decision's.
    """
    name, target = f"decision {decision.id}", decision.target
    after = _after(decision, name)
    before = decision.before if isinstance(decision.before, dict) else {}
    subject = _subject(after.get("subject") or before.get("subject"), words)
    text = words.report.document.text
    start, end = target.start or 0, target.end or 0
    if subject is None or "value" not in after or not target.predicate or not text[start:end].strip():
        return None
    if end > len(text) or target.predicate not in VALUE_TYPES:
        return None
    data = {
        "id": f"d{decision.id[:_DIGITS]}",
        "subject": subject,
        "predicate": target.predicate,
        "value": dump(_value(target.predicate, after["value"], words, name)),
        "evidence": [dump(Span.of(text, start, end))],
        "stance": after.get("stance") or before.get("stance") or "stated",
        "attributed_to": words.value(after.get("attributed_to") or before.get("attributed_to") or []),
        "confidence": None,
        "made_by": f"{_MADE_BY}: {decision.by}",
    }
    return load(data, Claim, name)


def _after(decision: Decision, name: str) -> dict[str, Any]:
    after: Any = decision.after
    if not isinstance(after, dict):
        what = "a correction" if decision.verb == "correct" else "a claim"
        raise FormatError(f"{what} of {decision.target.predicate} without what is right in `after`", name=name)
    return after if any(k in after for k in CLAIM_KEYS) else {"value": after}


def _value(predicate: str, said: Any, words: Localised, name: str) -> Any:
    return load(words.value(said), VALUE_TYPES[predicate], name)


def _subject(said: Any, words: Localised) -> str | None:
    """Find the incident or actor that a claim is about."""
    span = span_in(said) if isinstance(said, dict) else None
    if span is None:
        return None
    found = thing_at(words.report, "actor" if said.get("kind") == "actor" else "incident", *span)
    return found.id if found else None
