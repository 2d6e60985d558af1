"""Ids as people type them: the shortest beginning of a document's digits that no other document of the case shares."""

from collections.abc import Iterable

_FEWEST = 4
_SCHEME = "sha256:"


class Ids:
    """Short forms for one case; `Case` understands every one of them."""

    def __init__(self, documents: Iterable[str]) -> None:
        bare = [d.removeprefix(_SCHEME) for d in documents]
        size = _FEWEST
        while len({b[:size] for b in bare}) < len(set(bare)):
            size += 1
        self._size = size

    def document(self, document: str) -> str:
        """Shorten a document's id."""
        return document.removeprefix(_SCHEME)[: self._size]

    def named(self, name: str) -> str:
        """Shorten a name where it is an id, as it is for a document that has no other."""
        return self.document(name) if name.startswith(_SCHEME) else name

    def claim(self, document: str, local: str) -> str:
        """Give a claim's id across the case."""
        return f"{self.document(document)}:{local}"

    def short(self, case_id: str) -> str:
        """Shorten the id of a case incident or actor, `6babfe12:i1` to `6bab:i1`."""
        head, colon, local = case_id.partition(":")
        return f"{head[: self._size]}{colon}{local}"
