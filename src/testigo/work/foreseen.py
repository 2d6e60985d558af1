"""What would be done, without doing it: `--dry-run`."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from testigo.read import Failure, Known, read_sources
from testigo.store import Store
from testigo.work.adding import AddResult
from testigo.work.case import Given
from testigo.work.grouping import Reconciled, Shows, reconcile


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


def foresee_reconcile(store: Store, shows: Shows | None = None) -> Reconciled:
    """Tell what reconciling would give: done to a copy, which goes away."""
    with tempfile.TemporaryDirectory(prefix="testigo-") as folder:
        copy = Path(folder) / "copy.testigo"
        store.copy_to(copy)
        with Store.open(copy) as tried:
            return reconcile(tried, shows)
