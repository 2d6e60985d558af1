"""What a reader of expressions is, and how a table of them is made ready."""

import re
from collections.abc import Callable

from testigo.extract.mentions.time_days import Context, When

Reader = Callable[[re.Match[str], Context, str], When | None]
Row = tuple[str, Reader]
Compiled = tuple[tuple[re.Pattern[str], Reader], ...]


def compiled(table: tuple[Row, ...], flags: re.RegexFlag = re.NOFLAG) -> Compiled:
    """Compile the patterns of a table."""
    return tuple((re.compile(pattern, flags), read) for pattern, read in table)


def behind(words: str) -> str:
    """Give a pattern that holds where one of these words stands right before, with or without a capital."""
    return "(?:" + "|".join(rf"(?<=\b[{w[0].upper()}{w[0]}]{w[1:]}\s)" for w in words.split()) + ")"
