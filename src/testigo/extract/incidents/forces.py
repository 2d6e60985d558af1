"""Forces told by whose they are rather than by name: "Syrian regime", "the US-led coalition", "government warplanes".

They do violence like any named body, but no actor of the report holds them; their own words describe them.
"""

import re
from collections.abc import Iterator

_OWNER = r"(?:(?:[A-Z][\w.]+(?:-[a-z]\w+)?|regime|government|coalition|rebel|opposition|security|loyalist|allied)[ -])"
_FORCES = re.compile(
    rf"\b{_OWNER}{{1,3}}(?:forces|troops|soldiers|army|navy|air force|warplanes|planes|jets|fighter jets|helicopters|gunships|aircraft|"
    rf"artillery|coalition|regime|alliance|militants|fighters|jihadists|jihadis|rebels|insurgents|guerrillas|militia(?:men)?)\b|"
    r"\b(?:the |by )?(?<![\w-])(?:regime|coalition|international coalition|government forces|rebel forces)\b(?!-| (?:of|offensive)\b)"
)
_ARTICLE = re.compile(
    r"(?:the|by|The|A|An|In|On|But|And|Meanwhile|When|As|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) "
)


def find_forces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find forces told without a name of their own, offsets without the article, in text order."""
    for m in _FORCES.finditer(text, start, end):
        article = _ARTICLE.match(text, m.start(), m.end())
        yield (article.end() if article else m.start()), m.end()
