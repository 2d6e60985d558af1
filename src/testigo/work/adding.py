"""Add sources to a case: what is known is passed by, what is new is read, and each document is committed when read.

Killed at any point, the case holds whole documents only, and adding the same sources again goes on from there. What
failed before is tried again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from testigo.read import Failure, Known, Reading, find_reprints
from testigo.records import Document, Problem, Report
from testigo.store import Original, State, Store
from testigo.work.extracting import extracted
from testigo.work.readers import Opens

UNREAD = "language_unread"


@dataclass(frozen=True, slots=True)
class AddResult:
    """What came of adding. Every document that came is counted in one of the four.

    added: new and read. unread: new, kept, in a language that is not read. known: the same bytes were there. failed:
    `problems` says why. reprints: documents of the whole case that reprint another.
    """

    added: int = 0
    known: int = 0
    failed: int = 0
    unread: int = 0
    reprints: int = 0
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """How many documents came."""
        return self.added + self.known + self.failed + self.unread


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an `add` has come. name: the document just done. total: an estimate; None if nobody counted."""

    name: str
    so_far: AddResult
    total: int | None


class Adding:
    """One run of `add` over one store."""

    def __init__(self, store: Store, total: int | None, progress: Callable[[Progress], None] | None) -> None:
        self._documents = store.documents
        self._states = store.documents.states()  # the lock is held: nobody else changes them
        self._total, self._progress = total, progress
        self._result = AddResult()

    def run(self, found: Iterable[Reading | Failure | Known], reader: Opens, jobs: int) -> AddResult:
        """Read and keep everything that is found; link the reprints. The store's write lock must be held."""
        for reading, answer in extracted(self._new(found), reader, jobs):
            self._keep(reading, answer)
        return replace(self._result, reprints=self._link_reprints())

    def _new(self, found: Iterable[Reading | Failure | Known]) -> Iterator[Reading]:
        for item in found:
            if isinstance(item, Failure):
                problem = Problem(stage=item.stage, code=item.code, message=item.message)
                self._documents.fail(item.name, problem, Original(item.raw) if item.raw else None)
                self._count(item.name, "failed")
            elif isinstance(item, Known):
                self._pass_by(item.id, item.name)
            elif not self._is_known(item.document):
                yield item

    def knows(self, document: str) -> bool:
        """Tell whether the bytes of this id were read before and did not fail."""
        return self._states.get(document, "failed") != "failed"

    def _is_known(self, document: Document) -> bool:
        """Tell whether the same bytes were read before; if so, keep the name under which they come now."""
        if not self.knows(document.id):
            return False
        self._pass_by(document.id, document.name)
        return True

    def _pass_by(self, document: str, name: str) -> None:
        self._documents.add_name(document, name)
        self._count(name, "known")

    def _keep(self, reading: Reading, answer: Report | Problem) -> None:
        document, original = reading.document, Original(reading.raw, reading.media_type)
        if self._is_known(document):  # it came twice in this run, and the first was still under way
            return
        if isinstance(answer, Problem):
            self._documents.fail(document.name, answer, original)
            self._count(document.name, "failed")
            return
        state: State = "unread" if any(p.code == UNREAD for p in answer.problems) else "read"
        self._documents.save(answer, original, state)
        self._states[document.id] = state
        self._count(document.name, "added" if state == "read" else "unread")

    def _count(self, name: str, what: str) -> None:
        self._result = replace(self._result, **{what: getattr(self._result, what) + 1})
        if self._progress:
            self._progress(Progress(name, self._result, self._total))

    def _link_reprints(self) -> int:
        """Hold all signatures against one another where a new document came: which is the original may change."""
        kept = self._documents.all()
        if self._documents.any_uncompared():
            signed = [
                Document(id=d.id, name=d.name, text="", published=d.published, signature=d.signature)
                for d in kept
                if d.state != "failed" and d.signature
            ]
            self._documents.mark_reprints(find_reprints(signed))
            kept = self._documents.all()
        return sum(d.reprint_of is not None for d in kept)
