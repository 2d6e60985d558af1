"""Records to other programs' formats and back, one file a format: records come in, text streams or folders go out.

Knows no case file. What is written depends on the records alone, in a fixed order. Names can be withheld from every
format that does not hold a document's whole text; the one that does refuses.
"""

from testigo.exchange.incidents import write_incidents
from testigo.exchange.reports import read_reports, write_reports
from testigo.exchange.tables import write_tables
from testigo.exchange.withholding import NOTHING, WITHHELD, Withholding

__all__ = [
    "NOTHING", "WITHHELD", "Withholding", "read_reports", "write_incidents", "write_reports", "write_tables",
]  # fmt: skip
