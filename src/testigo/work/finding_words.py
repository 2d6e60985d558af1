"""Where the words of decisions lead in the current reports, remembered until a document is read anew."""

from testigo.records import Report, SpanTarget, StoreError, thing_at
from testigo.store import Anchored, Store
from testigo.work.links import Met


class Finder:
    """Finds the report incident or actor that words name; opens a report only for words that it does not know yet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = {(a.document, a.kind, a.first, a.last): a for a in store.things.anchored()}
        self._new: list[Anchored] = []
        self._reports: dict[str, Report | None] = {}

    def __call__(self, kind: str, span: SpanTarget) -> Met:
        key = (span.document, kind, span.start, span.end)
        known = self._known.get(key)
        if known is None:
            report = self._report(span.document)
            if report is None:  # purged, or not read yet: it may come back
                return Met(None, False)
            found = thing_at(report, "actor" if kind == "actor" else "incident", span.start, span.end)
            known = Anchored(*key, found.id if found else None, bool(found and found.exact))
            self._known[key] = known
            self._new.append(known)
        return Met((span.document, known.local) if known.local else None, known.exact)

    def remember(self) -> None:
        """Keep what was found. The store's write lock must be held."""
        self._store.things.keep_anchored(self._new)
        self._new = []

    def _report(self, document: str) -> Report | None:
        if document not in self._reports:
            try:
                self._reports[document] = self._store.documents.report(document)
            except StoreError:
                self._reports[document] = None
        return self._reports[document]
