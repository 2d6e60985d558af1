"""What was done, in a sentence for people."""

from testigo.records import Decision
from testigo.records.words import resolved_figure_words
from testigo.store import Purged
from testigo.work.adding import AddResult
from testigo.work.case import Case
from testigo.work.grouping import Reconciled
from testigo.work.links import ON_GROUPS
from testigo.work.shown import Ids


def added_words(result: AddResult) -> str:
    """Say what came of an `add`."""
    rate = f" ({result.done / result.seconds:,.1f} a second)" if result.seconds > 0 else ""
    return f"{_counts(result)} in {result.seconds:,.1f} s{rate}."


def foreseen_words(result: AddResult) -> str:
    """Say what an `add` would do."""
    return f"{_counts(result)}; nothing was changed. Whether new ones are in a language that is read shows when read."


def _counts(result: AddResult) -> str:
    told = [f"{result.added:,} new"]
    told += [f"{result.known:,} known before"] if result.known else []
    told += [f"{result.unread:,} kept but not read (their language)"] if result.unread else []
    told += [f"{result.failed:,} failed"] if result.failed else []
    told += [f"{_number(result.reprints, 'reprint')} in the case"] if result.reprints else []
    return f"{_number(result.done, 'document')}: {', '.join(told)}"


def reconciled_words(done: Reconciled, case: str, would: bool = False) -> str:
    """Say what came of reconciling."""
    if not (done.read or done.regrouped):
        said = [f"Nothing is new: {_number(done.incidents, 'incident')}, as before."]
    else:
        told = _number(done.told, "telling")
        said = [f"{told} in the reports {'would be' if would else 'are'} {_number(done.incidents, 'incident')}."]
        said += [f"Looked at {_number(done.read, 'report')} anew, grouped {_number(done.regrouped, 'telling')}."]
    said += [f"{_number(done.actors, 'actor')}. {_number(done.minted, 'new id')}."]
    if done.doubtful and not would:
        said += [f"{_number(done.doubtful, 'pair')} of these may be wrong: testigo show {case} pairs"]
    return "\n".join(said)


def decided_words(decision: Decision, case: Case) -> str:
    """Say what was decided and what stands now, and how to take it back."""
    said = [f"{decision.id[:8]} {_VERBS[decision.verb]}{_about(decision)}, by {decision.by}."]
    ids = Ids(d.id for d in case.documents())
    for group in _groups_meant(decision, case):
        incident = case.incident(group).incident
        killed = resolved_figure_words(incident.killed)
        told = f"{_number(incident.sources, 'report')}, {killed} killed"
        said.append(
            f"Now stands: {ids.short(incident.id)}, {told}. Look: testigo show {case.path} incident {ids.short(incident.id)}"
        )
    if decision.verb in (*ON_GROUPS, "undo") and case.is_behind():
        said.append(f"It counts once the new reports are brought together: testigo reconcile {case.path}")
    said.append(f"Take it back: testigo decide {case.path} undo {decision.id[:8]}")
    return "\n".join(said)


def would_decide_words(decision: Decision) -> str:
    """Say what would be decided."""
    return f"Would be {_VERBS[decision.verb]}{_about(decision)}, by {decision.by}; nothing was changed."


_VERBS = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added", "merge": "merged",
    "split": "split", "same": "said to be one", "not_same": "said not to be one", "unsure": "left open", "set": "set",
    "assign": "assigned", "note": "noted", "withhold": "withheld", "undo": "undone",
}  # fmt: skip


def _about(decision: Decision) -> str:
    target = decision.target
    if target.decision:
        return f": decision {target.decision[:8]}"
    if target.setting:
        return f": {target.setting} = {decision.after}"
    if target.pair:
        return ": " + " and ".join(s.document.removeprefix("sha256:")[:8] for s in target.pair)
    if decision.verb == "merge":
        return f": {target.case} into {decision.after['case']}"
    said = target.case or target.predicate or (decision.after if isinstance(decision.after, str) else "")
    return f": {said}" if said else ""


def _groups_meant(decision: Decision, case: Case) -> list[str]:
    """Name the case incidents that a decision about claims or groups of incidents left."""
    if case.is_behind() or decision.target.kind == "actor":
        return []
    if decision.verb in ("merge", "split"):
        return [decision.after["case"] if decision.verb == "merge" else decision.target.case or ""]
    return []


def purged_words(purged: Purged) -> str:
    """Say what a purge erased, and what alike text it left."""
    said = f"Erased: {_number(len(purged.documents), 'document')}, {_number(len(purged.decisions), 'decision')}."
    if purged.alike:
        alike = ", ".join(d.removeprefix("sha256:")[:12] for d in purged.alike)
        said += f" The same text stands in {alike}; purge these too if it must go."
    return said + " Copies of the case file and exports are yours to erase."


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def next_words(case: Case, kept: bool) -> str:
    """Say what to type next, with ids that stand in this case."""
    if not kept:
        return (
            "Next:\n  testigo demo --keep my-demo         keep this case and look into it\n  testigo read YOUR-REPORT"
        )
    incident = next((i for i in case.incidents() if i.killed.high is not None), None)
    ids = Ids(d.id for d in case.documents())
    commands = [f"testigo show {case.path}"]
    if incident:
        commands += [f"testigo show {case.path} incident {ids.short(incident.id)}"]
        commands += [f"testigo why {case.path} {ids.short(incident.id)} killed"]
    commands += [f"testigo export {case.path} --to tables --out tables/"]
    return "\n  ".join(["Next:", *commands])
