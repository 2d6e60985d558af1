"""People's decisions, checked against the case before they are appended: a log that cannot be undone takes no typos.

What a person points at by ids is kept as words, with what was seen: a claim's value, the members of what was merged or
split, the setting before. So a decision can be held against any later reading.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypedDict

import msgspec

from testigo.records import ConfigError, Decision, SpanTarget, Target, dump, load
from testigo.records.decision import DECISION_FORMAT
from testigo.resolve import RULES, Rule, active_decisions
from testigo.resolve.judged import ON_CLAIMS, judge
from testigo.resolve.wordings import in_words
from testigo.store import Store
from testigo.work.finding import decision_meant
from testigo.work.links import ON_GROUPS
from testigo.work.targets import Pointing, parts_in_words, seen

RULE, SOURCES = "rule", "sources"  # what `set` may set
LAST = "last"  # what a person may type for the newest decision
_UNKNOWN = "0" * 64
Pointed = Target | dict[str, Any] | str | tuple[str, str]


class Said(TypedDict, total=False):
    """What a decision says besides its target. at: UTC, to the second; the present where not given."""

    at: str
    before: Any
    after: Any
    reason: str | None


def decide(store: Store, verb: str, target: Pointed, by: str, said: Said) -> Decision:
    """Append a decision.

    target: what it is about, by ids (`6bab:c3`, a pair of `6bab:i1`, a case id, a decision, a setting), as a dict whose
    ids may be any unique beginning, or as a Target. Raises ConfigError for a target that is not in the case,
    FormatError for a decision that is none.
    """
    made = foreseen(store, verb, target, by, said)
    return store.decisions.append({k: v for k, v in dump(made).items() if k not in ("id", "prev")})


def foreseen(store: Store, verb: str, target: Pointed, by: str, said: Said) -> Decision:
    """Give the decision that would be appended, checked, its id not yet known."""
    meant = _Meant(store, verb, target, said)
    at = said.get("at") or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    data = {
        "format": DECISION_FORMAT, "at": at, "by": by, "verb": verb, "target": meant.target(),
        "before": meant.before(), "after": meant.after(), "reason": said.get("reason"),
    }  # fmt: skip
    decision = load(data | {"id": _UNKNOWN, "prev": None}, Decision)
    _check(store, decision)
    return decision


def rule_of(decisions: Sequence[Decision]) -> Rule:
    """Give the rule of a case for figures: what was set last and not undone, else min–max."""
    found = {d.target.setting: d.after for d in active_decisions(decisions) if d.verb == "set"}
    return Rule(str(found.get(RULE, RULES[0])), tuple(found.get(SOURCES) or ()))


class _Meant:
    """A decision as a person puts it, on the way to words."""

    def __init__(self, store: Store, verb: str, target: Pointed, said: Said) -> None:
        self._store, self._verb, self._said = store, verb, said
        self._pointing = Pointing(store)
        self._claim_id: str | None = None
        self._target = self._written_out(self._as_dict(target))

    def _as_dict(self, target: Pointed) -> dict[str, Any]:
        if isinstance(target, Target):
            return dump(target)
        if isinstance(target, dict):
            return dict(target)
        if isinstance(target, tuple):
            return {"pair": list(target)}
        if self._verb in ("accept", "reject", "correct"):
            self._claim_id = target
            return self._pointing.claim_words(target)
        key = {"undo": "decision", "set": "setting", "withhold": "document"}.get(self._verb, "case")
        if self._verb in ("note", "assign") and not self._is_group(target):
            key = "document"
        return {key: target}

    def _is_group(self, typed: str) -> bool:
        return ":" in typed and typed.rpartition(":")[2][:1] in ("i", "a")

    def _written_out(self, found: dict[str, Any]) -> dict[str, Any]:
        """Give the target with every id written out."""
        if found.get("document") is not None:
            found["document"] = self._pointing.document(found["document"])
        if found.get("case") is not None:
            found["case"] = self._pointing.group(found["case"])
            if self._verb in ("merge", "split") and self._pointing.kind_of_group(found["case"]) == "actor":
                found["kind"] = "actor"
        if found.get("decision") is not None:
            found["decision"] = self._decision(found["decision"])
        if found.get("pair") is not None:
            found |= self._pair(found["pair"])
        return found

    def _decision(self, typed: str) -> str:
        chain = self._store.decisions.chain()
        if typed == LAST and chain:
            return chain[-1].id
        return decision_meant(typed, [link.id for link in chain])

    def _pair(self, pair: Sequence[Any]) -> dict[str, Any]:
        if len(pair) != 2:
            raise ConfigError(f"a pair is two, not {len(pair)}.")
        if all(isinstance(p, str) for p in pair):
            one, other = (self._pointing.thing_words(p) for p in pair)
            if one[0] != other[0]:
                raise ConfigError(f"{pair[0]} is an {one[0]}, {pair[1]} an {other[0]}: they cannot be one.")
            return {"pair": [dump(one[1]), dump(other[1])]} | ({"kind": "actor"} if one[0] == "actor" else {})
        spans = [dump(p) if isinstance(p, SpanTarget) else dict(p) for p in pair]
        return {"pair": [s | {"document": self._pointing.document(s["document"])} for s in spans]}

    def target(self) -> dict[str, Any]:
        return self._target

    def before(self) -> Any:
        """Give what was seen; what the user says of it wins."""
        if self._said.get("before") is not None:
            return self._said["before"]
        if self._claim_id is not None:
            return seen(*self._pointing.claim(self._claim_id))
        if self._verb in ("accept", "reject", "correct"):
            return self._only_claim()
        if self._verb == "merge":
            return {"members": [self._pointing.member_words(g) for g in (self._target["case"], self._into())]}
        if self._verb == "split" and self._target.get("case"):
            return {"members": [self._pointing.member_words(self._target["case"])]}
        if self._verb == "set":
            rule = rule_of(self._store.decisions.all())
            return list(rule.sources) if self._target.get("setting") == SOURCES else rule.name
        return None

    def _only_claim(self) -> Any:
        """Give what is seen of the claim at a target's words, where it is one."""
        if self._target.get("document") is None:
            return None
        report = self._pointing.report(self._target["document"])
        at = (self._target.get("start"), self._target.get("end"))
        alike = [c for c in report.claims if c.predicate == self._target.get("predicate")]
        met = [c for c in alike if any((s.start, s.end) == at for s in c.evidence)]
        return seen(report, met[0]) if len(met) == 1 else None

    def after(self) -> Any:
        """Give what is said, its ids written out or in words."""
        after = self._said.get("after")
        if self._verb == "merge":
            return {"case": self._into()}
        if self._verb == "split":
            parts = after.get("apart") if isinstance(after, dict) else None
            apart = parts_in_words(parts or [], lambda typed: self._pointing.thing_words(typed)[1])
            return {"apart": [[s | {"document": self._pointing.document(s["document"])} for s in p] for p in apart]}
        if self._verb in ("correct", "add") and isinstance(after, dict) and self._target.get("document"):
            report = self._pointing.report(self._target["document"])
            subject = after.get("subject")
            if isinstance(subject, str):
                kind, span = self._pointing.thing_words(f"{self._target['document']}:{subject}")
                after = after | {"subject": {"kind": kind, "start": span.start, "end": span.end}}
            return in_words(after, report)
        return after

    def _into(self) -> str:
        after = self._said.get("after")
        into = after.get("case") if isinstance(after, dict) else after
        if not into:
            raise ConfigError("merge into what? Name the case id that stays.")
        return self._pointing.group(str(into))


def _check(store: Store, decision: Decision) -> None:
    target = decision.target
    _check_setting(decision)
    _check_groups(store, decision)
    spans = list(target.pair or ())
    if target.document is not None and target.start is not None and target.end is not None:
        spans.append(SpanTarget(document=target.document, start=target.start, end=target.end))
    for span in spans:
        size = len(store.documents.report(span.document).document.text)
        if not 0 <= span.start < span.end <= size:
            raise ConfigError(f"the words {span.start}–{span.end} leave the text of {span.document[:15]} ({size} long)")
    if decision.verb in ON_CLAIMS and target.document is not None:
        judged = judge(store.documents.report(target.document), [msgspec.structs.replace(decision, before=None)])
        if judged.outcomes[_UNKNOWN] != "holds":
            where = f"{target.document[:15]} at {target.start}–{target.end}"
            raise ConfigError(f"no claim {target.predicate} in {where} to {decision.verb}. See `testigo show`.")


def _check_setting(decision: Decision) -> None:
    if decision.verb != "set":
        return
    name, value = decision.target.setting, decision.after
    named = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    if not (name == RULE and value in RULES) and not (name == SOURCES and named):
        offered = f"{RULE}: {', '.join(RULES)}; {SOURCES}: a list of names, the most trusted first"
        raise ConfigError(f"cannot set {name!r} to {value!r}. What can be set: {offered}.")


def _check_groups(store: Store, decision: Decision) -> None:
    """Refuse a merge with itself, a split that parts nothing, a pair of one."""
    after = decision.after if isinstance(decision.after, dict) else {}
    if decision.verb == "merge" and after.get("case") == decision.target.case:
        raise ConfigError(f"{decision.target.case} is one already; a merge takes two.")
    if decision.verb == "split":
        members = [tuple(sorted(m.items())) for m in decision.before["members"][0]]
        apart = [tuple(sorted(m.items())) for part in after.get("apart", ()) for m in part]
        if not apart or not set(apart) < set(members):
            told = (
                f"name some of its {len(members)} members, not all"
                if set(apart) <= set(members)
                else "name its members"
            )
            raise ConfigError(f"{decision.target.case} cannot be split so: {told}. See: testigo show CASE incident ID")
    if decision.verb in ON_GROUPS and decision.target.pair and decision.target.pair[0] == decision.target.pair[1]:
        raise ConfigError("both are the same; a pair takes two.")
