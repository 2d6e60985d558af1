"""Plain text: the words as they stand."""

from testigo.read.decode import decode
from testigo.read.layer import clean, unholdable_problems
from testigo.read.parsed import Parsed

MEDIA_TYPE = "text/plain"


def parse_text(raw: bytes, name: str) -> Parsed:
    """Read plain text; every character that is no blank is kept."""
    text, problems = decode(raw, name)
    return Parsed(body=clean(text), media_type=MEDIA_TYPE, problems=problems + unholdable_problems(text))
