"""Spans: where words stand in a document's text, with the words themselves."""

from testigo.records.base import Record, need


class Span(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Point at words: `text[start:end] == quote`.

    start, end: Unicode code points into the document's text layer, half-open. The report that holds a span checks the
    quote against its text.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        need(0 <= self.start < self.end, f"span {self.start}–{self.end} is empty or reversed")
        need(
            len(self.quote) == self.end - self.start,
            f"span {self.start}–{self.end} is {self.end - self.start} characters, its quote {len(self.quote)}",
        )
        need(self.quote.strip(), f"span {self.start}–{self.end} quotes only blanks")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Make the span of these offsets in this text."""
        need(0 <= start < end <= len(text), f"span {start}–{end} lies outside a text of {len(text)} characters")
        return cls(start=start, end=end, quote=text[start:end])
