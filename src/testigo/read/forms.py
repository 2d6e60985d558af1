"""The forms by which a line shows what it is. A line is asked whole; one that fits none is body.

Theory: what does not belong to the report's own prose gives itself away by form. Furniture is a closed stock of
phrases that publishers print on every page. A caption ends in a credit, or speaks of its own picture, or says its
clause twice (short and long version run together). A teaser or a subheading has no final stop; the teaser tells
something, as a headline does, the subheading only names. Precision comes first: unsure means body.

No pattern here may backtrack over a line's length: every repetition is bounded or anchored.
"""

import re

from testigo.read.dates import MONTH

LONGEST_FURNITURE = 160
LONGEST_CAPTION = 500
LONGEST_TEASER = 220

_FURNITURE = re.compile(
    r"""(?:
      (?:story\ |article\ )?continues?\ (?:reading\ )?(?:below|after).{0,60}
    | .?advertise?ments?.? | sponsored(?:\ content)? | promoted\ (?:content|stories) | ad
    | (?:please\ )?(?:sign\ up|subscribe|register)\ (?:now\ |here\ |today\ )?(?:to|for|here|now|today)\b.{0,110}
    | (?:please\ )?(?:share|email|print|save|tweet|bookmark)(?:\ (?:this|the|on|via|with|to)\b.{0,60})?
    | (?:please\ )?(?:like|follow|find|join|connect\ with)\ (?:us|.{1,40})\ on\ (?:facebook|twitter|instagram|telegram|whatsapp|youtube|x|google).{0,80}
    | follow\ (?:us|@\w+).{0,60}
    | (?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}|by\b|the\b|20|19).{0,140}
    | .{0,60}\ball\ rights\ reserved\b.{0,90}
    | this\ material\ may\ not\ be\ published.{0,120}
    | click\ here\b.{0,120}
    | (?:view|read|show|see|post|leave|add|write|hide)\ (?:all\ |the\ |a\ |your\ )?(?:\d+\ )?comments?.? | comments?(?:\ \(\d+\))? | \d+\ comments?
    | (?:download|get)\ (?:the|our)\ .{0,40}\bapps?\b.{0,60}
    | get\ (?:the\ )?(?:breaking|latest|top|daily)\ .{0,40}(?:alerts?|newsletter|inbox|email)\b.{0,60}
    | skip\ to\ (?:main\ )?content | loading\W{0,4} | back\ to\ top | home\ ?[>/|].{0,100}
    | (?:report|submit)\ a\ (?:typo|correction|tip)\b.{0,60}
    | (?:facebook|twitter|whatsapp|pinterest|linkedin|google\+?|reddit|email|print|copy\ link|tweet|share|[,|/•· ]){1,24}
    )""",
    re.I | re.X,
)
_BYLINE = re.compile(r"(?:By|Written by|Posted by|Reported by|Story by):? (?:[A-Z][\w.'’\-]*|and|of|for|[,&|/])(?:[ ,]{1,2}(?:[A-Z][\w.'’\-]*|and|of|for|[,&|/])){0,11}")
_STAMP = re.compile(
    rf"(?:(?:first |last |originally )?(?:posted|published|updated|created|modified|date|time)(?: on| at)?\b.{{0,90}}\d.{{0,40}})"
    rf"|(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})(?:[,|\- ]{{1,3}}(?:at )?\d{{1,2}}[:.]\d{{2}}.{{0,20}})?",
    re.I,
)
_TEASER = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|links?|video))?"
    r"|more on this|more stories|more from .{1,40}|more|recommended|watch|read|most read|don['’]t miss|previous(?:ly)?|you may also like)\s?[:>»|–—]\s?\S.{0,220}",
    re.I,
)
_TEASER_LIST = re.compile(
    r"(?:related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|links?|posts?))|read (?:more|also|next)|see also|also read"
    r"|more (?:stories|news|on this(?: story)?|from .{1,40}|in .{1,30}|coverage)|most (?:read|popular|viewed)|top stories|latest (?:news|stories|headlines)"
    r"|recommended(?: (?:stories|for you))?|trending(?: now)?|you (?:may|might) also like)\s?:?",
    re.I,
)
_CREDIT = re.compile(
    r"""(?:
      [(\[](?:file\ )?(?:photos?|pictures?|image|credits?|photograph|illustration|map|screengrab|courtesy)\b[^()\[\]]{0,80}[)\]]
    | [(\[](?:AP|AFP|EPA|EFE|UPI|Reuters|Getty|Xinhua|TASS|ANSA|DPA)\ ?(?:Photo|Images?|File|Pictures?)?\ ?[/|:][^()\[\]]{1,80}[)\]]
    | (?:photo(?:graph|s)?|picture|image)(?:\ credits?|\ courtesy|\ source)?\ ?(?::|by\b|via\b|/|©)\ ?.{1,80}
    | credits?\ ?:\ ?.{1,80}
    | (?:AP|AFP|EPA|EFE|UPI|REUTERS|Reuters|Xinhua|TASS|ANSA|DPA)\ ?(?:Photo|Images?|Pictures?)?/\ ?[A-Z].{1,60}
    | [A-Z][\w.\-]{1,30}/(?:AP|AFP|EPA|EFE|Reuters|Getty\ Images)(?:/Getty\ Images)?
    | (?:via\ )?Getty\ Images
    | [(\[]?file\ (?:photo|picture|image)s?[)\]]?
    )[.\s]*""",
    re.I | re.X,
)
_CREDIT_TAIL = 100
_OF_PICTURE = re.compile(
    r"(?:(?:file|handout|undated|booking|courtesy)[ -](?:photo|picture|image|photograph|handout)\b"
    r"|file (?:-|–|—|:)"
    r"|in (?:this|an?) [^.]{0,60}?\b(?:photo|picture|image|photograph|frame grab|video (?:grab|still))\b"
    r"|this (?:[\w.,]+ ){0,5}(?:photo|picture|image|photograph|handout)\b[^.]{0,60}? (?:shows?|provided|released|taken|made)"
    r"|(?:photo|image|picture)(?:s)? ?:)",
    re.I,
)
_FROM_PICTURE = re.compile(
    r"\b(?:in an? (?:[\w-]+ ){0,3}(?:photo|picture|image|photograph)s? (?:distributed|released|provided|published|issued|taken|made available|shared) by\b"
    r"|(?:is|are|was|were) (?:seen|pictured|shown) (?:here|in (?:this|an?) (?:[\w-]+ ){0,3}(?:photo|picture|image|photograph))\b"
    r"|pictured (?:left|right|above|below|here)\b)",
    re.I,
)
_DATELINE = re.compile(
    rf"""
    (?P<city>[^\W\d_a-z][\w.'’\- ]{{1,40}}?)
    (?:[,/] (?P<rest>[^()\n—–]{{1,70}}?))?
    (?:\s?\((?P<agency>[^()\n]{{2,40}})\))?
    \s?(?P<dash>—|–|--+|(?<=[\s)])-(?=\s))\s?(?:\[TEXT\]\s)?
    """,
    re.X,
)
_MONTH_DAY = re.compile(rf"\b(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})", re.I)
_NO_CITY = re.compile(r"(?:update[ds]?|exclusive|breaking(?: news)?|watch|video|photos?|listen|correction|attention|analysis|opinion|urgent|note|file|related|live|more)\b", re.I)


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
    """Tell whether a line is the caption of a picture: by its credit, by speaking of it, or by saying its clause twice."""
    if len(line) > LONGEST_CAPTION:
        return False
    return bool(_OF_PICTURE.match(line) or _FROM_PICTURE.search(line) or _ends_in_credit(line) or says_twice(line))


def _ends_in_credit(line: str) -> bool:
    tail = line[-_CREDIT_TAIL:]
    return any(_CREDIT.fullmatch(tail, at) for at in _credit_starts(tail, whole=len(line) <= _CREDIT_TAIL))


def _credit_starts(tail: str, whole: bool) -> list[int]:
    """Name the places where a credit may begin: the line's start, after a stop or bracket, or at an opening bracket."""
    starts = [m.end() for m in re.finditer(r"[.)\]!?”\"] ?(?=[A-Za-z])", tail)] + [m.start() for m in re.finditer(r"[(\[]", tail)]
    return [0, *starts] if whole else starts


def says_twice(line: str, shortest: int = 15) -> bool:
    """Tell whether a line opens with a clause and then says it again at once, as captions with a short version do."""
    again = line.find(line[:shortest], shortest)
    if again < 0:
        return False
    clause = line[:again].rstrip(" .|-–—:")
    return len(clause) >= shortest and line.startswith(clause, again)


def dateline_length(line: str) -> int:
    """Give how many characters of a paragraph are its dateline ("CITY, Country, March 11 (Agency) —"), 0 for none."""
    found = _DATELINE.match(line, 0, 130)
    if not found or _NO_CITY.match(line):
        return 0
    day = _MONTH_DAY.search(found["rest"] or "")
    shouts = found["city"].isupper() and len(found["city"]) >= 4
    told = day or found["agency"] or (shouts and (found["rest"] or not line[:400].isupper()))
    return len(found[0].rstrip()) if told and (shouts or day or found["rest"] or _titled(found["city"])) else 0


def _titled(city: str) -> bool:
    return len(city.split()) <= 4 and all(w[:1].isupper() for w in city.split())
