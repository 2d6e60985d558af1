"""Report records as NDJSON: one record a line, exactly as the format has it."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from testigo.exchange.withholding import NOTHING, Withholding
from testigo.records import ConfigError, Report, dump_json, load_report


def write_reports(reports: Iterable[Report], out: TextIO, withhold: Withholding = NOTHING) -> int:
    """Write each report on a line of its own, in the order given, and tell how many.

    Raises ConfigError where names are to be withheld: a report record holds the whole text, which names them.
    """
    if withhold:
        raise ConfigError(
            "reports: a report record holds the document's whole text, so names cannot be withheld from it. "
            "Export to incidents or tables, or without withholding."
        )
    count = 0
    for report in reports:
        out.write(dump_json(report) + "\n")
        count += 1
    return count


def read_reports(lines: Iterable[str], name: str = "-") -> Iterator[Report]:
    """Read report records, one a line; empty lines are passed over.

    Raises FormatError naming the file and the line for a record that does not hold.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield load_report(line, f"{name}:{number}")
