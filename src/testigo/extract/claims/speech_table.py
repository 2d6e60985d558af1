"""The words by which speakers are known; speakers.py says how they are read.

Patterns are over a blotted sentence (view.py): `<who:A>` is an actor, `noun` an unnamed speaker in words ("local
officials"), `pro` a pronoun, `body` the body behind a spokesman, `outer` the outlet that cites the speaker.
"""

import re

from testigo.records.codes import Stance

SAYING = (
    r"said|says|say|saying|stated|states|announced|announces|reported|reports|confirmed|confirms|added|adds|noted"
    r"|explained|declared|warned|insisted|acknowledged|admitted|admits|revealed|disclosed|wrote|tweeted|testified"
    r"|maintained|argued|asserted|estimated|estimates|claimed|claims|claim|claiming|told|recalled|denied|denies|deny"
    r"|believe|believes|suspects?|blamed|blames?|accused|accuses?|alleged|alleges|vowed|vows|pledged|threatened"
    r"|concluded|indicated|pointed out|puts?(?= (?:the|its|their|his|[\ue001-\ue003]+(?:'s)?) "
    r"(?:number|toll|death|figure|count|strength|size))"
)
HAS_VERB = re.compile(rf"\b(?:{SAYING})\b")
# What the verb itself says of the words after it; the others leave them as they are.
STANCE_OF: dict[str, Stance] = {
    **dict.fromkeys("suspect suspects blamed blames blame accused accuses accuse alleged alleges".split(), "suspected"),
    **dict.fromkeys("believe believes".split(), "suspected"),
    **dict.fromkeys("denied denies deny".split(), "denied"),
    **dict.fromkeys("vowed vows pledged threatened".split(), "planned"),
}
# These verbs name a culprit: the figures and things told beside stay as firm as they were.
ACCUSING = frozenset("suspect suspects blamed blames blame accused accuses accuse alleged alleges".split())
_UNNAMED = (
    r"police|officials?|officers?|authorities|sources?|witness|witnesses|eyewitnesses|residents?|villagers|locals"
    r"|activists?|doctors?|medics|diplomats?|investigators|prosecutors?|analysts|experts?|specialists|survivors?|relatives|rescuers"
    r"|monitors|group|watchdog|newspapers?|media|reports?|spokesman|spokeswoman|spokesperson|forces|military|army"
    r"|government|ministry|hospital|rebels|militants|opposition|workers|lawyers?|chief|minister|governor|mayor"
    r"|coroner|sheriff|statement|study|survey|agency|agencies|television|regime|captain|colonel|general|accounts?|elders|herders"
    r"|organi[sz]ers|observers|monitor|protesters|senators?|neighbou?rs|brother|sister|father|mother|son|daughter|wife|husband|widow"
    r"|family|farmers|fishermen|teachers|nurses|drivers?|judges?|version"
)
WHO = (
    r"(?:<who:A>|(?P<pro>\b(?:he|she|it|they)\b)|(?P<noun>\b(?<!\bno )(?:(?:the|an?|some|several|many|two|three|one|"
    r"its|his|her|their|local|senior) )?"
    rf"(?:(?!no |and |or |but |that |who |by |of |in |to )[\w'-]+ ){{0,3}}?(?:{_UNNAMED})\b))"
)
_BETWEEN = (
    r"(?: ?, (?!<A>)[^,;\"\ue001-\ue004]{1,80} ?,)?(?: (?:also|later|has|have|had|then|initially|earlier|now|quickly|separately"
    r"|on))*(?: <T>)?,?"
)
_TAIL = (
    r"(?: (?:on )?(?:<T>|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in an? (?:[\w-]+ ){0,2}(?:statement|report|message"
    r"|interview|tweet|video)"
    r"|on condition of anonymity))*"
)
# A participle, not a verb of saying: "reported by", "accused of", "believed to be".
_NOT_PASSIVE = r"(?! (?:by|of|to be|for|dead|missing|killed|in connection)\b)"
_SAYS = rf"{_BETWEEN} (?P<verb>{SAYING})\b{_NOT_PASSIVE}{_TAIL}"
# "Police sources": sources of a body, and not the body.
_OF_A_BODY = r"(?P<noun>[\ue001-\ue004]+(?:'s)? <<sources?>>)\b"
BODY_SOURCES = (
    rf"(?:according to|citing) (?:the |some )?{_OF_A_BODY}(?:,? (?:cited|quoted) (?:by|in) (?:the |an? )?(?:[\w'-]+ ){{0,4}}?<outer:A>)?",
    rf"{_OF_A_BODY}{_SAYS}",
)
# "Sources cited by the newspaper X", "elders in the village".
_CITED = r"(?: (?:cited|quoted|interviewed) by (?:the |an? )?(?:[\w'-]+ ){0,3}?<outer:O>)?"
BEFORE_OR_AFTER = rf"{WHO}{_CITED}{_SAYS}"
SPOKESMEN = (
    rf"<body:A>(?:'s)? (?:[\w-]+ ){{0,2}}?<<spokes>>(?:man|woman|person),? <who:P>{_SAYS}",
    rf"<<spokes>>(?:man|woman|person) (?:for|of) (?:the )?<body:A>(?:,? <who:P>)?{_SAYS}",
    rf"<body:A>(?:'s)? (?:[\w-]+ )?(?:<<spokes>>(?:man|woman|person)){_SAYS}",
)
INVERTED = rf"(?<=[,\"]) (?P<verb>said|says|added|reported|explained|warned) (?:the |an? )?(?:[\w'-]+ ){{0,4}}?{WHO}(?=[\s,.\"]|$)"
# A name that is no known actor: kept only if it is written as one (speakers.py looks at the capitals).
NAMED = rf"(?P<name>\b[a-z][\w'-]+(?: [a-z][\w'-]+){{0,2}}){_SAYS}"
NO_NAMES = frozenset(
    "he she it they we i you this that these those who but and the a an as one others another many some both all what "
    "no none nobody two three four five six seven eight nine ten eleven twelve several dozens hundreds thousands police "
    "monday tuesday wednesday thursday friday saturday sunday also later however meanwhile earlier officials".split()
)
# A second verb of the sentence's first subject: "The mayor rejected it and said that …".
COORDINATED = rf"\band (?:also |later |has |have )?(?P<verb>{SAYING})\b{_NOT_PASSIVE}{_TAIL}(?= that| it| he| she| they| the| there| \")"
ACCORDING = (
    r"(?:<<according to|(?<=, )citing|reported by|announced by|confirmed by|quoted by>>) (?:the |an? )?"
    rf"(?:[\w'-]+ ){{0,3}}?{WHO}(?:,? (?:cited|quoted) (?:by|in) (?:the |an? )?(?:[\w'-]+ ){{0,4}}?<outer:A>)?"
)
ORDINARY_FIRST = frozenset(
    [*re.sub(r"[?\[\]]", "", _UNNAMED).split("|"), *"sources officials village local senior".split()]
)
HEADLINES = (rf" ?[:-] {WHO}$", rf"^{WHO}: ")
REPORTEDLY = re.compile(r"\breportedly\b")
# "reportedly" reaches no further than its own clause.
SHORT_CUT = re.compile(r"[;:,]|\b(?:but|and|while|although|which|who|that|after|before|when|because|as)\b")
CLAUSE_CUT = re.compile(r"[;:]|, (?:but|and|while|although|which|who)\b|\b(?:but|while|although)\b")
QUOTE = re.compile(r"“[^”\n]{1,3000}(?:”|$)|\"[^\"\n]{1,3000}\"", re.MULTILINE)
HEARER = re.compile(r" (?:[\ue001-\ue004]+|(?:the )?[\w'-]+(?: [\w'-]+)?)(?= that\b|,|\.|:| [\"\w])")
OWN_DEED = re.compile(r"(?:to have|responsibility|credit|having)\b")
# What begins a clause of content after a verb, rather than a thing.
CONTENT = re.compile(
    r"(?:that|it|they|he|she|there|having|being|reports that|[\ue001-\ue004]+ (?:had|has|was|were|is|are|did))\b"
)
