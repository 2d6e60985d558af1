"""What would be done, without doing it: `--dry-run`."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from testigo.read import Failure, Known, read_sources
from testigo.store import Kind, Store
from testigo.work.adding import AddResult
from testigo.work.case import Given
from testigo.work.grouping import Reconciled, groups_of

_KINDS: tuple[Kind, ...] = ("incident", "actor")


def foresee_add(case: Path, sources: Iterable[str | Path], **given: Unpack[Given]) -> AddResult:
    """Count what an `add` would read anew, pass by, and fail on; the documents are opened, not extracted from."""
    known: set[str] = set()
    if case.exists():
        with Store.open(case) as store:
            known = {d.id for d in store.documents.all() if d.state != "failed"}
    result = AddResult()
    for found in read_sources(sources, known=known.__contains__, **given):
        if isinstance(found, Failure):
            result = replace(result, failed=result.failed + 1)
        elif isinstance(found, Known) or found.document.id in known:
            result = replace(result, known=result.known + 1)
        else:
            known.add(found.document.id)
            result = replace(result, added=result.added + 1)
    return result


def foresee_reconcile(store: Store) -> Reconciled:
    """Count the incidents, actors and new ids that reconciling would give."""
    ids = store.groups.ids()
    standing = store.groups.partition()
    founded = {m for g in (*standing.incidents, *standing.actors) for m in g.members if g.id in ids}
    groups = {kind: groups_of(kind, store) for kind in _KINDS}
    minted = sum(not founded & set(members) for found in groups.values() for members in found)
    return Reconciled(len(groups["incident"]), len(groups["actor"]), minted)
