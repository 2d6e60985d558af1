"""The case file: documents with their bytes and reports, people's decisions in their chain, case ids, search.

What comes in are records and bytes; what goes out are the same records. Each document is one transaction; decisions are
only ever appended; one process writes at a time and the others may read; what is purged is in no byte that is left.
SQLite in one file today; another database comes in beside `file.py` and passes the same suite of tests.
"""

from testigo.store.rows import (
    Anchored,
    Founder,
    Hit,
    Kind,
    Link,
    NewThing,
    Original,
    Pair,
    Purged,
    State,
    StoredDocument,
    StoredMember,
    StoredProblem,
    Thing,
)  # fmt: skip
from testigo.store.store import Store

__all__ = [
    "Anchored", "Founder", "Hit", "Kind", "Link", "NewThing", "Original", "Pair", "Purged", "State", "Store", "StoredDocument",
    "StoredMember", "StoredProblem", "Thing",
]  # fmt: skip
