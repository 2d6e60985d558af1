"""People's decisions, checked against the case before they are appended: a log that cannot be undone takes no typos."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypedDict

from testigo.records import ConfigError, Decision, SpanTarget, Target, dump, load
from testigo.records.decision import DECISION_FORMAT
from testigo.resolve import RULES
from testigo.resolve.judged import ON_CLAIMS, active_decisions, judge
from testigo.store import Store
from testigo.work.finding import decision_meant, document_meant, group_meant

SETTINGS: dict[str, tuple[str, ...]] = {"rule": RULES}  # what `set` may set, and to what


class Said(TypedDict, total=False):
    """What a decision says besides its target. at: UTC, to the second; the present where not given."""

    at: str
    before: Any
    after: Any
    reason: str


def decide(store: Store, verb: str, target: Target, by: str, said: Said) -> Decision:
    """Append a decision. Its target may name documents, case ids and decisions by any unique beginning.

    Raises ConfigError for a target that is not in the case, FormatError for a decision that is none.
    """
    meant = _meant(store, target)
    at = said.get("at") or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    data = {
        "format": DECISION_FORMAT, "at": at, "by": by, "verb": verb, "target": dump(meant),
        "before": said.get("before"), "after": said.get("after"), "reason": said.get("reason"),
    }  # fmt: skip
    _check(store, load(data | {"id": "0" * 64, "prev": None}, Decision))
    return store.decisions.append(data)


def setting(decisions: Sequence[Decision], name: str) -> str:
    """Give what a setting stands at: the last decision that set it and was not undone, else its first value."""
    said = [d.after for d in active_decisions(decisions) if d.verb == "set" and d.target.setting == name]
    return str(said[-1]) if said else SETTINGS[name][0]


def _meant(store: Store, target: Target) -> Target:
    """Give the target with every id written out."""
    found = dump(target)
    if target.document is not None:
        found["document"] = document_meant(target.document, store.documents.all())
    if target.case is not None:
        found["case"] = group_meant(target.case, store.groups.ids(), "incident or actor")
    if target.decision is not None:
        found["decision"] = decision_meant(target.decision, [link.id for link in store.decisions.chain()])
    if target.pair is not None:
        documents = store.documents.all()
        found["pair"] = [dump(s) | {"document": document_meant(s.document, documents)} for s in target.pair]
    return load(found, Target)


def _check(store: Store, decision: Decision) -> None:
    target = decision.target
    if decision.verb == "set":
        known = SETTINGS.get(target.setting or "")
        if known is None or decision.after not in known:
            offered = "; ".join(f"{name}: {', '.join(values)}" for name, values in SETTINGS.items())
            raise ConfigError(f"cannot set {target.setting!r} to {decision.after!r}. What can be set: {offered}.")
    spans = list(target.pair or ())
    if target.document is not None and target.start is not None and target.end is not None:
        spans.append(SpanTarget(document=target.document, start=target.start, end=target.end))
    for span in spans:
        size = len(store.documents.report(span.document).document.text)
        if not 0 <= span.start < span.end <= size:
            raise ConfigError(f"the words {span.start}–{span.end} leave the text of {span.document[:15]} ({size} long)")
    if decision.verb in ON_CLAIMS and target.document is not None:
        judged = judge(store.documents.report(target.document), [decision])
        if judged.outcomes[decision.id] != "holds":
            where = f"{target.document[:15]} at {target.start}–{target.end}"
            raise ConfigError(f"no claim {target.predicate} in {where} to {decision.verb}. See `testigo show`.")
