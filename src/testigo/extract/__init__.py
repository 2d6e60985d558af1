"""Document in, Report out: what one document says, claim by claim, each with the words it was read from.

Three steps, each a room that knows only those before it: `mentions`, `incidents`, `claims`. Pure: no clock, no network,
nothing written; the same document and reader always give the same report.
"""

from testigo.extract.reader import Reader
from testigo.extract.reading import extract

__all__ = ["Reader", "extract"]
