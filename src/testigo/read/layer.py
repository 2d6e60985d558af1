"""The text layer: what every offset points into. Title, blank line, body.

No byte order mark, no carriage returns, no blanks at the end. Characters that no store or exchange format can hold
(null, lone surrogates) become U+FFFD, one for one, and are reported.
"""

import re

from testigo.records import Problem

_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """Give a text as the layer holds it: line feeds only, no mark at the front, no blanks at the end."""
    return _UNHOLDABLE.sub(REPLACEMENT, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")).rstrip()


def clean_line(text: str | None) -> str | None:
    """Give a title or name on one line, None where nothing is left."""
    return " ".join(clean(text).split()) or None if text else None


def text_layer(title: str | None, body: str) -> tuple[str, int]:
    """Put title and body together; give the layer and where the body begins in it.

    Both are clean already. A body that begins with the title is not prefixed.
    """
    if title is None or body.lstrip().startswith(title):
        return body, 0
    layer = f"{title}\n\n{body.lstrip()}"
    return layer, len(layer) - len(body)


def unholdable_problems(text: str) -> tuple[Problem, ...]:
    """Report the characters that `clean` had to replace."""
    count = sum(1 for _ in _UNHOLDABLE.finditer(text))
    if not count:
        return ()
    message = f"{count} null or broken characters were replaced by U+FFFD; the file may be damaged. Check the original."
    return (Problem(stage="read", code="bad_characters", message=message),)
