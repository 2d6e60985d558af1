"""The case file's format, step by step: each numbered step is frozen once released, and applied once, in order.

A step is a tuple of SQL statements with two words left open: `{strict}` and `{bytes}`, which databases spell apart.
"""

from testigo.store.migrations import m001_case_file, m002_matching

MIGRATIONS: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (1, "case file", m001_case_file.STATEMENTS),
    (2, "matching", m002_matching.STATEMENTS),
)
NEWEST = MIGRATIONS[-1][0]
