"""Documents made by hand, published on one Wednesday, with a dateline before a bar."""

import hashlib

from testigo.records import Document, Segment

DAY = "2026-03-11"  # a Wednesday


def document_of(text: str) -> Document:
    """Make a document; what stands before a bar is its dateline."""
    line, bar, body = text.partition(" | ")
    text = f"{line} — {body}" if bar else text
    segments = [Segment(start=0, end=len(text), kind="body")]
    if bar:
        end = len(line) + 3
        segments = [Segment(start=0, end=end, kind="dateline"), Segment(start=end, end=len(text), kind="body")]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=f"sha256:{digest}", name="x", text=text, published=DAY, segments=tuple(segments))
