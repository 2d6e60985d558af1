"""The words by which a text is known again: the report's own sentences.

Theory: one publisher prints the same words on all its pages: forms to fill in, offers of newsletters, lists of videos.
Where a page's flattened text is short, or holds little else, two pages of one site share more of these than two
reprints share of a report. They give themselves away by form: they speak to the reader ("your profile"), which a
report does only inside quotation marks, or they run through a list by its clock times. What is left of a text may be
too short to tell anything by; then nothing is.
"""

import re

from testigo.records import Segment

# The shortest reprint read in the US incidents (train and dev) has 55 words.
FEWEST_WORDS = 25
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)\]]* +|(?<=[a-z][.!?])(?=[A-Z])|\n{2,}")
_TO_READER = re.compile(r"\b(?:you|your|yours|(?:sign|log) in|sign up|click (?:here|on))\b", re.I)
_QUOTED = re.compile(r"[\"“”«»„]")
_LIST_TIME = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])(?! ?[ap]\.?m)", re.I)
_LIST_TIMES = 3
_LONGEST = 45  # words: a longer "sentence" is prose whose stops were lost, with who knows what in it


def own_prose(text: str, segments: tuple[Segment, ...]) -> str:
    """Give a report's own sentences, without title, furniture and what speaks to the reader; empty where few are left."""
    told = "\n\n".join(text[s.start : s.end] for s in segments if s.kind in ("body", "quote_block"))
    own = [sentence for sentence in _SENTENCE.split(told) if not _is_the_publishers(sentence)]
    return "\n".join(own) if sum(len(s.split()) for s in own) >= FEWEST_WORDS else ""


def _is_the_publishers(sentence: str) -> bool:
    times = _LIST_TIME.findall(sentence)
    if len(times) >= _LIST_TIMES or _LIST_TIME.match(sentence):
        return True
    if len(sentence.split()) > _LONGEST or _QUOTED.search(sentence):
        return False
    return _TO_READER.search(sentence) is not None
