"""The forms by which a line shows what it is. A line is asked whole; one that fits none is body.

Theory: what does not belong to the report's own prose gives itself away by form. Furniture is a closed stock of
phrases that publishers print on every page. A caption is short and ends in a credit, or speaks of its own picture, or
says its clause twice (short and long version run together); a paragraph that reports, or goes on, is body even where a
credit was run into its end. A pointer to another article says so. Precision comes first:
unsure means body. No pattern here may backtrack over a line's length: every repetition is bounded or anchored.
"""

import re

from testigo.read.dates import MONTH

LONGEST_FURNITURE = 160
LONGEST_CAPTION = 500
LONGEST_TEASER = 220


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.I)


_NETWORKS = r"facebook|twitter|instagram|telegram|whatsapp|youtube|pinterest|linkedin|reddit|google\+?"
_FURNITURE = _any(
    r"(?:story |article )?continues? (?:reading )?(?:below|after).{0,60}",
    r"\W?advertise?ments?\W?|sponsored(?: content)?|promoted (?:content|stories)",
    r"(?:please )?(?:sign up|subscribe|register) (?:now |here |today )?(?:to|for|here|now|today)\b.{0,110}",
    r"(?:please )?(?:share|email|print|save|tweet|bookmark) (?:this|on|via|with|to)\b.{0,60}",
    rf"(?:please )?(?:like|follow|find|join|connect with) (?:us|.{{1,40}}) on (?:{_NETWORKS}|x\b).{{0,80}}",
    r"follow (?:us|@\w+).{0,60}",
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}|by\b|the\b).{0,140}",
    r".{0,60}\ball rights reserved\b.{0,90}",
    r"this material may not be published.{0,120}",
    r"click here\b.{0,120}",
    r"(?:view|read|show|see|post|leave|add|write|hide) (?:all |the |a |your )?(?:\d+ )?comments?\W?",
    r"comments?(?: \(\d+\))?|\d+ comments?",
    r"(?:download|get) (?:the|our) .{0,40}\bapps?\b.{0,60}",
    r"get (?:the )?(?:breaking|latest|top|daily) .{0,40}(?:alerts?|newsletter|inbox|email)\b.{0,60}",
    r"skip to (?:main )?content|loading\W{0,4}|back to top",
    r"(?:report|submit) a (?:typo|correction|tip)\b.{0,60}",
    rf"(?:(?:{_NETWORKS}|email|print|copy link|tweet|share)\W{{0,4}}){{1,12}}",
)
_NAME = r"(?:[A-Z][\w.'’\-]*|and|of|for|the|[,&|/])"
_BYLINE = re.compile(rf"(?:By|Written by|Posted by|Reported by|Story by):? {_NAME}(?:[ ,]{{1,2}}{_NAME}){{0,11}}")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_STAMP = _any(
    r"(?:first |last |originally )?(?:posted|published|updated|created|modified)(?: on| at)?\b[: ].{0,90}\d.{0,40}",
    rf"{_WEEKDAY}(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})"
    r"(?:[,|\- ]{1,3}(?:at )?\d{1,2}[:.]\d{2}.{0,20})?",
)
_STORIES = r"(?: (?:stor(?:y|ies)|articles?|news|coverage|content|links?|posts?|video))"
_TEASER = _any(
    rf"(?:read (?:more|also|next)|also read|see also|related{_STORIES}?|more on this|more stories|recommended"
    r"|watch|read|most read|don['’]t miss|you may also like)\s?[:>»|]\s?\S.{0,200}",
)
_TEASER_LIST = _any(
    rf"(?:related{_STORIES}|read (?:more|also|next)|see also|also read"
    r"|more (?:stories|news|on this(?: story)?|coverage)|most (?:read|popular|viewed)"
    r"|top stories|latest (?:news|stories|headlines)|recommended(?: stories| for you)?"
    r"|trending(?: now)?|you (?:may|might) also like)\s?:?",
)
_PICTURE = r"(?:photo|picture|image|photograph)"
_AGENCY = r"(?:AP|AFP|EPA|EFE|UPI|Reuters|Getty|Xinhua|TASS|ANSA|DPA)"
_CREDIT = re.compile(
    rf"(?:[(\[](?:file )?(?:{_PICTURE}s?|credits?|illustration|map|screengrab|courtesy)\b[^()\[\]]{{0,80}}[)\]]"
    rf"|[(\[]{_AGENCY} ?(?:Photo|Images?|File|Pictures?)? ?[/|:][^()\[\]]{{1,80}}[)\]]"
    rf"|{_PICTURE}s?(?: credits?| courtesy| source)? ?(?::|by\b|via\b|/|©) ?[^.!?]{{1,50}}|credits?: ?[^!?]{{1,60}}"
    rf"|{_AGENCY} ?(?:Photo|Images?|Pictures?)?/ ?[A-Z][^.!?]{{1,50}}|[A-Z][\w.\-]{{1,30}}/{_AGENCY}(?: Images)?"
    rf"|(?:via )?Getty Images|[(\[]?file {_PICTURE}s?[)\]]?)\s*",
    re.I,
)
_CREDIT_TAIL = 100
# What a caption with a credit is not: read on the 206 longer lines with a credit at their end in the US incidents.
_REPORTS = re.compile(r"\b(?:said|says|told|added|according to)\b", re.I)
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’)]* +(?=[A-Z“\"])")
_CAPTION_SENTENCES = 2
_CAPTION_WORDS = 60
_CREDIT_START = re.compile(r"[.)\]!?”\"] ?(?=[A-Za-z])|(?=[(\[])")
_OF_PICTURE = _any(
    rf"(?:file|handout|undated|booking|courtesy)[ -](?:{_PICTURE}|handout)\b",
    r"file ?[-–—:] ?\S",
    rf"in (?:this|an?) [^.]{{0,60}}?\b(?:{_PICTURE}|video (?:grab|still)) ?(?:,|taken|provided|released|made)",
    rf"this (?:[\w.,]+ ){{0,5}}(?:{_PICTURE}|handout)\b[^.]{{0,60}}? (?:shows?|provided|released|taken|made)\b",
    rf"{_PICTURE}s? ?:",
    rf"{_PICTURE} \d{{1,3}} of \d{{1,3}}\b",
)
_FROM_PICTURE = _any(
    rf"\bin an? (?:[\w-]+ ){{0,3}}{_PICTURE}s? (?:distributed|released|provided|issued|taken|shared) by\b",
    rf"\b(?:is|are|was|were) (?:seen|pictured|shown) (?:here|in (?:this|an?) (?:[\w-]+ ){{0,3}}{_PICTURE})\b",
    r"\bpictured (?:left|right|above|below|here)\b",
)


def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture: advertisement, sharing, subscription, copyright."""
    return len(line) <= LONGEST_FURNITURE and _FURNITURE.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line only names who wrote the text."""
    return len(line) <= LONGEST_FURNITURE and _BYLINE.fullmatch(line) is not None


def is_stamp(line: str) -> bool:
    """Tell whether a line only says when the text was put out."""
    return len(line) <= LONGEST_FURNITURE and _STAMP.fullmatch(line) is not None


def is_marked_teaser(line: str) -> bool:
    """Tell whether a line calls itself a pointer to another article ("Read more: …")."""
    return len(line) <= LONGEST_TEASER and _TEASER.fullmatch(line) is not None


def opens_teaser_list(line: str) -> bool:
    """Tell whether a line is the heading of a list of other articles ("Related stories")."""
    return len(line) <= 60 and _TEASER_LIST.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Tell whether a line is a caption: it ends in a credit, speaks of its picture, or says a clause twice."""
    if len(line) > LONGEST_CAPTION:
        return False
    if _OF_PICTURE.match(line) or _FROM_PICTURE.search(line) or says_twice(line):
        return True
    credit = credit_at(line)
    return credit is not None and not _is_prose(line[:credit])


def credit_at(line: str) -> int | None:
    """Give where a picture's credit begins at a line's end, None where there is none.

    A credit begins a short line, or follows a stop or an opening bracket near the line's end.
    """
    before = max(0, len(line) - _CREDIT_TAIL)
    starts = [m.end() for m in _CREDIT_START.finditer(line, before)]
    return next((at for at in ([0, *starts] if before == 0 else starts) if _CREDIT.fullmatch(line, at)), None)


def _is_prose(words: str) -> bool:
    """Tell whether what stands before a credit reports what was said, or is longer than a caption."""
    sentences = len(_SENTENCE_END.findall(words.strip())) + 1
    return bool(_REPORTS.search(words)) or sentences > _CAPTION_SENTENCES or len(words.split()) > _CAPTION_WORDS


def says_twice(line: str, shortest: int = 15) -> bool:
    """Tell whether a line opens with a clause and says it again at once, as captions with a short version do."""
    again = line.find(line[:shortest], shortest)
    if again < 0:
        return False
    clause = line[:again].rstrip(" .|-–—:")
    return sum(map(str.isalpha, clause[:_CREDIT_TAIL])) >= shortest and line.startswith(clause, again)
