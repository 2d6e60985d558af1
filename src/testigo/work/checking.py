"""Check a case: the file, the chain, every byte and every word of evidence, and whom decisions still mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from testigo.records import FormatError, StoreError, load_report
from testigo.resolve.judged import by_document, judge
from testigo.store import Store, StoredDocument


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold. kind: file, bytes, evidence, decision. broken: False if it only wants a look."""

    kind: str
    about: str
    message: str
    broken: bool = True


def check(store: Store) -> list[Finding]:
    """Give what does not hold in a case; nothing, if all is well."""
    documents = {d.id: d for d in store.documents.all()}
    found = [Finding("file", store.where, fault) for fault in store.faults()]
    found += _bytes(store, documents)
    found += _evidence(store, documents)
    return found + list(_decisions(store, documents))


def _bytes(store: Store, documents: dict[str, StoredDocument]) -> Iterator[Finding]:
    for document in documents.values():
        try:
            raw = store.documents.raw(document.id)
        except StoreError as error:
            yield Finding("bytes", document.name, str(error))
            continue
        if "sha256:" + sha256(raw).hexdigest() != document.id:
            yield Finding("bytes", document.name, f"its bytes are not those of {document.id}")


def _evidence(store: Store, documents: dict[str, StoredDocument]) -> Iterator[Finding]:
    """Load every report, older ones too: loading refuses evidence whose words are not in the text."""
    seen = set()
    for document, record in store.documents.every_report():
        seen.add(document)
        name = documents[document].name if document in documents else document
        if record is None:
            yield Finding("evidence", name, "its report is damaged. Go back to a copy, or add it again.")
            continue
        try:
            report = load_report(record)
        except FormatError as error:
            yield Finding("evidence", name, error.message)
            continue
        if report.document.id != document:
            yield Finding("evidence", name, f"its report is of {report.document.id}, not of {document}")
    for kept in documents.values():
        if kept.state != "failed" and kept.id not in seen:
            yield Finding("evidence", kept.name, "read, but its report is gone")


def _decisions(store: Store, documents: dict[str, StoredDocument]) -> Iterator[Finding]:
    try:
        standing = by_document(store.decisions.all())
    except FormatError:
        return  # the chain's own check names it
    for document, decisions in standing.items():
        try:
            report = store.documents.report(document)
        except StoreError:
            continue  # purged, or named above
        name = documents[document].name
        for decision in decisions:
            try:
                if not judge(report, [decision]).verdicts:
                    words = report.document.text[decision.target.start : decision.target.end]
                    message = f"decision {decision.id[:8]} means a claim {decision.target.predicate} in {words!r}, "
                    yield Finding("decision", name, message + "which is read no more. It stays; look again.", False)
            except FormatError as error:
                yield Finding("decision", name, f"decision {decision.id[:8]}: {error.message}")
