"""Short reports read whole, for tests of what incidents they yield."""

from functools import cache

from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.records import Report

PUBLISHED = "2026-03-11"  # a Wednesday


@cache
def _reader() -> Reader:
    return Reader.open()


def read(text: str, title: str | None = None, published: str | None = PUBLISHED) -> Report:
    """Read a text as it would be read in a case, published on Wednesday 11 March 2026."""
    return extract(read_text(text, title=title, published=published).document, _reader())


def incidents(text: str, title: str | None = None, published: str | None = PUBLISHED) -> list[str]:
    """Give each incident as "kind scope", with a star where it is the main one."""
    return [f"{i.kind} {i.scope}" + ("*" if i.main else "") for i in read(text, title, published).incidents]
