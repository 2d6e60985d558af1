"""What a page for people is made of, before anyone knows whether it becomes text or HTML.

A page has a title, a few words about it, and parts: sections of lines, and tables. A line has a label, words, the words
quoted from a report, and a note on who says so and how firmly; lines below it make a tree.
"""

from dataclasses import dataclass

DIFFERS = "≠"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. note: who says so and how firmly. differs: another account beside it does not agree."""

    words: str
    label: str = ""
    quotes: tuple[str, ...] = ()
    note: str = ""
    ref: str = ""
    differs: bool = False
    below: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. wide: the columns that give way when there is little room, by their heads.

    narrow: the same in fewer columns, for narrow pages; a line break in a cell is kept.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: frozenset[str] = frozenset()
    narrow: "Table | None" = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the words in it that were read. marks: half-open offsets into `text`, sorted."""

    text: str
    marks: tuple[tuple[int, int], ...]
    head: str = ""
    note: str = ""


Part = Section | Table | Marked


@dataclass(frozen=True, slots=True)
class Page:
    """A page. about: what is known of the whole, shown in one line under the title."""

    title: str
    about: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    foot: str = ""
