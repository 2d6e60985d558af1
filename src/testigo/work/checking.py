"""Check a case: the file, the chain, every byte and every word of evidence, and whom decisions still mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from testigo.records import FormatError, StoreError, load_report
from testigo.store import Store, StoredDocument
from testigo.work.flags import standings


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
    return found + list(_decisions(store))


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


def _decisions(store: Store) -> Iterator[Finding]:
    try:
        told = standings(store)
    except FormatError:
        return  # the chain's own check names it
    for standing in told:
        if standing.flag and not standing.undone:
            decision = standing.decision
            about = standing.about or decision.target.case or decision.verb
            message = f"decision {decision.id[:8]} ({decision.verb}, {decision.by}) {standing.flag}."
            yield Finding("decision", about, message, False)
