"""Pages as text of a given width, with or without a terminal's bold and dim.

Words from outside are data: control characters in them never reach the terminal.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from testigo.work.pages import DIFFERS, Line, Marked, Page, Section, Table

NARROWEST = 30
_LABEL = 15
_MARGIN = 2
_CODES = {"bold": "\x1b[1m", "dim": "\x1b[2m", "mark": "\x1b[1;4m"}
_OFF = "\x1b[0m"
_GAP = "  "
_LEAST = 10  # what a giving column keeps
_CELL_LINES = 2
_BROAD = 110  # narrower pages show a table's narrow form
_HIDDEN = dict.fromkeys(map(chr, (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)), "")

Piece = tuple[str, str]  # words, style


def render(page: Page, width: int, style: bool = False) -> str:
    """Give a page as text, no line longer than `width` cells unless one word is. style: use bold and dim."""
    return "\n".join(_Text(max(width, NARROWEST), style).page(page)) + "\n"


def printable(words: str) -> str:
    """Give words without control characters and without those that turn the direction of a line around."""
    kept = (_HIDDEN.get(c, c) if c.isprintable() else " " for c in words)
    return "".join(kept)


def cells(words: str) -> int:
    """Count the columns that words take in a terminal."""
    if words.isascii():
        return len(words)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in words)


class _Text:
    def __init__(self, width: int, style: bool) -> None:
        self.width, self.style = width, style

    def page(self, page: Page) -> Iterator[str]:
        if page.title:
            yield from self.flow([(page.title, "bold")], "", "")
        about = " · ".join(a for a in page.about if a)
        yield from self.flow([(about, "dim")], "", "") if about else ()
        for i, part in enumerate(page.parts):
            yield from [""] if i or page.title else []
            if isinstance(part, Section):
                yield from self.section(part)
            elif isinstance(part, Table):
                yield from self.table(part)
            else:
                yield from self.marked(part)
        if page.foot:
            yield ""
            yield from self.flow([(page.foot, "dim")], "", "")

    def head(self, title: str, about: str) -> Iterator[str]:
        if title:
            pieces: list[Piece] = [(title, "bold")] + ([(f"· {about}", "dim")] if about else [])
            yield from self.flow(pieces, "", _GAP)

    def section(self, section: Section) -> Iterator[str]:
        yield from self.head(section.title, section.about)
        last = ""
        for line in section.lines:
            label = "" if line.label == last else line.label
            last = line.label
            yield from self.line(line, label)

    def line(self, line: Line, label: str) -> Iterator[str]:
        margin = (DIFFERS if line.differs else "").ljust(_MARGIN)
        if line.label:
            yield from self.statement(line, margin + label.ljust(_LABEL), " " * (_MARGIN + _LABEL))
        else:
            yield from self.statement(line, margin, " " * (_MARGIN + 2))
        yield from self.branches(line.below, " " * _MARGIN)

    def branches(self, lines: Sequence[Line], prefix: str) -> Iterator[str]:
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1
            head = prefix + ("└ " if is_last else "├ ") + (f"{DIFFERS} " if line.differs else "")
            rest = prefix + ("  " if is_last else "│ ")
            yield from self.statement(line, f"{head}{line.label} " if line.label else head, rest + _GAP)
            yield from self.branches(line.below, rest)

    def statement(self, line: Line, first: str, rest: str) -> Iterator[str]:
        """Give words and note, then the quotes: behind them where they fit, else on lines of their own."""
        said: list[Piece] = [(line.words, "")]
        said += [(f"— {line.note}", "")] if line.note else []
        said += [(f"[{line.ref}]", "dim")] if line.ref else []
        quotes: list[Piece] = [(f"“{q}”", "dim") for q in line.quotes]
        both = [*said, *quotes]
        if cells(first) + sum(cells(w) + 1 for w, _ in both) <= self.width or not quotes:
            yield from self.flow(both, first, rest)
            return
        yield from self.flow(said, first, rest)
        yield from self.flow(quotes, rest + _GAP, rest + _GAP)

    def table(self, table: Table) -> Iterator[str]:
        if table.narrow and self.width < _BROAD:
            table = table.narrow
        yield from self.head(table.title, "")
        widths = self.widths(table)
        yield self.styled("bold", self.row(table.heads, widths))
        for row in table.rows:
            columns = [self.cell(c, w) for c, w in zip(row, widths, strict=True)]
            for i in range(max(map(len, columns))):
                yield self.row([c[i] if i < len(c) else "" for c in columns], widths)

    def cell(self, words: str, width: int) -> list[str]:
        """Give a cell's lines, few and none wider than its column; what is cut off ends in an ellipsis."""
        if "\n" in words:
            return [line for part in words.split("\n") for line in self.cell(part, width)]
        lines = list(self.flow([(" ".join(_broken(words, width)), "")], "", "", width)) or [""]
        if len(lines) > _CELL_LINES:
            lines = [*lines[: _CELL_LINES - 1], _cut(lines[_CELL_LINES - 1] + "…", width)]
        return lines

    def widths(self, table: Table) -> list[int]:
        """Give each column what it needs; where that is too much, the wide ones give way, the widest first."""
        rows = [table.heads, *table.rows]
        widths = [max(cells(printable(w)) for r in rows for w in r[i].split("\n")) for i in range(len(table.heads))]
        giving = [i for i, head in enumerate(table.heads) if head in table.wide]
        while sum(widths) + len(_GAP) * (len(widths) - 1) > self.width:
            widest = max(giving, key=lambda i: widths[i], default=None)
            if widest is None or widths[widest] <= _LEAST:
                break
            widths[widest] -= 1
        return widths

    def row(self, row: Sequence[str], widths: Sequence[int]) -> str:
        return _GAP.join(c + " " * (w - cells(c)) for c, w in zip(row, widths, strict=True)).rstrip()

    def marked(self, marked: Marked) -> Iterator[str]:
        if marked.head:
            yield from self.flow([(marked.head, "bold")], "", _GAP)
        pieces: list[Piece] = []
        at = 0
        for start, end in marked.marks:
            words = marked.text[start:end]
            pieces += [(marked.text[at:start], ""), (words if self.style else f"[{words}]", "mark")]
            at = end
        pieces.append((marked.text[at:], ""))
        yield from self.flow(pieces, _GAP, _GAP, joined=True)
        if marked.note:
            yield from self.flow([(marked.note, "dim")], _GAP, _GAP)

    def flow(
        self, pieces: Iterable[Piece], first: str, rest: str, width: int | None = None, joined: bool = False
    ) -> Iterator[str]:
        """Fill lines with words; `first` begins the first line, `rest` the others. joined: no blank between pieces."""
        limit = width or self.width
        begin, line, used = first, list[Piece](), cells(first)
        for words in _words(pieces, joined):
            size = sum(cells(w) for w, _ in words)
            if line and used + 1 + size > limit:
                yield self.filled(begin, line)
                begin, line, used = rest, [], cells(rest)
            if line:
                blank_style = line[-1][1] if line[-1][1] == words[0][1] else ""
                line.append((" ", blank_style))
                used += 1
            line += words
            used += size
        if line or first.strip():
            yield self.filled(begin, line)

    def filled(self, begin: str, line: Iterable[Piece]) -> str:
        """Give a line, each run of one style switched on and off once."""
        runs = ((style, "".join(w for w, _ in run)) for style, run in groupby(line, key=lambda piece: piece[1]))
        return (begin + "".join(self.styled(style, words) for style, words in runs)).rstrip()

    def styled(self, style: str, words: str) -> str:
        return f"{_CODES[style]}{words}{_OFF}" if self.style and style and words else words


def _broken(words: str, width: int) -> Iterator[str]:
    """Give words, those wider than a column cut in pieces."""
    for word in words.split():
        rest = word
        while cells(rest) > width:
            yield rest[:width]
            rest = rest[width:]
        yield rest


def _cut(words: str, width: int) -> str:
    return words if cells(words) <= width else words[: width - 1] + "…"


def _words(pieces: Iterable[Piece], joined: bool) -> Iterator[list[Piece]]:
    """Cut pieces at blanks; a word may run over several pieces where they are joined."""
    word: list[Piece] = []
    for text, style in pieces:
        parts = printable(text).split(" ")
        for i, part in enumerate(parts):
            if i and word:
                yield word
                word = []
            if part:
                word.append((part, style))
        if not joined and word:
            yield word
            word = []
    if word:
        yield word
