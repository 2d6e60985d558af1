"""Export a case: reports and incidents as NDJSON, tidy tables into a folder.

What people decided to withhold is withheld without being asked again: `withhold` decisions name words of a document, or
a name in `after`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from testigo.exchange import NOTHING, Withholding, write_incidents, write_reports, write_tables
from testigo.records import CaseIncident, ConfigError, Decision, Partition, Report
from testigo.resolve.judged import active_decisions

FORMATS = ("reports", "incidents", "tables")


class Exporting:
    """What is exported: the reports as read, and what stands.

    incidents: given as a function, so that a format which does not tell them does not work them out.
    """

    def __init__(
        self, reports: Iterable[Report], incidents: Callable[[], Sequence[CaseIncident]], partition: Partition
    ) -> None:
        self._reports, self._incidents, self._partition = reports, incidents, partition

    def write(self, to: str, out: TextIO | Path, withhold: Withholding = NOTHING) -> list[Path]:
        """Write one format, and name the files made; `tables` takes a folder, the others a stream or a file."""
        if to not in FORMATS:
            raise ConfigError(f"unknown format {to!r}. Known: {', '.join(FORMATS)}.")
        if to == "tables":
            if not isinstance(out, Path):
                raise ConfigError("tables are several files: name a folder to write them to.")
            return write_tables(self._reports, self._incidents(), out, self._partition, withhold)
        if isinstance(out, Path):
            with out.open("w", encoding="utf-8", newline="\n") as stream:
                self.write(to, stream, withhold)
            return [out]
        if to == "reports":
            write_reports(self._reports, out, withhold)
        else:
            write_incidents(self._incidents(), out, withhold)
        return []


def with_decided(withhold: Withholding, decisions: Sequence[Decision], words: Callable[[Decision], str]) -> Withholding:
    """Add the names that people decided to withhold. words: gives the words that a decision's target points at."""
    names = set()
    for decision in active_decisions(decisions):
        if decision.verb != "withhold":
            continue
        if isinstance(decision.after, str):
            names.add(decision.after)
        elif decision.target.document is not None and decision.target.start is not None:
            names.add(words(decision))
    return replace(withhold, names=withhold.names | frozenset(n for n in names if n.strip()))
