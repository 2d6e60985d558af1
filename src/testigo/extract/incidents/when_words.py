"""The classes of words that say what a date beside them is the date of.

A date belongs to the word that it stands next to: "shot on Monday", "charged on Tuesday", "said on Wednesday". Each
word is of one class; the words of violence come from the triggers and outrank these.
"""

import re

_CLASSES = {
    "happened": "happened happening occurred occurring unfolded erupted began started stemmed incident incidents",
    "called": "called call calls responded responding respond dispatched summoned alerted arrived arriving arrive received "
    "911 heard",
    "found": "found discovered finding discovery located recovered",
    "told": "said says saying told tells announced announcing confirmed according wrote tweeted stated statement statements "
    "added spokesman spokeswoman spokesperson conference briefing interview interviewed claimed denied acknowledged spoke "
    "warned condemned described explained reporters news media declined commented vowed urged reported reports reporting "
    "denounced protested deplored rejected revealed proposed accused blamed appealed repudiated lamented praised offered demanded "
    "promised ordered insisted argued noted disclosed admitted acknowledged voiced expressed presented signed met held",
    "arrested": "arrested arrest arrests captured detained custody jailed booked jail apprehended surrendered turned "
    "extradited caught manhunt detentions",
    "court": "charged charges charge charging court sentenced sentence sentencing convicted conviction pleaded pled plea trial "
    "hearing arraigned arraignment indicted indictment appeared appearance appear bail bond judge jury verdict testified "
    "testimony acquitted ruled prosecutors prosecutor filed affidavit warrant warrants attorney lawsuit sued faces tried "
    "deliberations preliminary extradition",
    "mourned": "funeral vigil buried burial mourned mourners remembered memorial gathered tribute candlelight anniversary "
    "commemorated honored honoured services service laid",
    "named": "identified named identify identifies identity identities autopsy released release examiner coroner",
    "printed": "posted updated published modified edited story copyright photo caption image getty file first",
    "ahead": "scheduled expected planned will would due set upcoming deadline until next slated plans",
    "health": "hospital hospitalized condition critical stable surgery recovering treated listed remained remains recover "
    "pronounced succumbed",
    "asked": "anyone information contact tips tip reward asked asking",
    "seen": "seen missing spotted",
    "ended": "ended ending closed lifted reopened resumed",
    "born": "born founded elected married graduated moved joined hired enlisted served worked serving sworn "
    "inaugurated inauguration office appointed retired",
}  # fmt: skip
# "The shooting was reported at 9 p.m." is a call for help, "the army reported" is telling.
PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "first"))
CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}

HOUR = re.compile(
    r"(?<![\d:.])(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)(?: ?[ap]\.?m\b\.?)?|(?:1[0-2]|[1-9]) ?(?:[ap]\.?m\b\.?|o[’']clock)"
    r"|\d{4} (?:hours|hrs)|noon\b|midnight\b)",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    r"\b(?:morning|afternoon|evening|night|midnight|noon|dawn|dusk|tonight|overnight|daybreak|midday)\b", re.IGNORECASE
)
FORMS = (
    ("today", re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)),
    ("yesterday", re.compile(r"\b(?:yesterday|last night)\b", re.IGNORECASE)),
    ("overnight", re.compile(r"\bovernight\b", re.IGNORECASE)),
    ("ago", re.compile(r"\bago\b", re.IGNORECASE)),
    ("year", re.compile(r"\b(?:19|20)\d\d\b|\d/\d\d\b")),
    ("date", re.compile(r"\d")),
    ("last", re.compile(r"\b(?:last|past|this|previous)\b", re.IGNORECASE)),
    ("weekday", re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)),
)
# Words before a date that make it the day of the page, not of anything told there.
STAMP = re.compile(
    r"\b(?:posted|updated|published|modified|last|date)\b[^.;]{0,20}$|[|•·©]\s*$|\bcopyright\W*$", re.IGNORECASE
)
PREPOSITION = re.compile(r"(?:on|in|by|since|until|till|before|after|during|from|for|as of|over|at)\b", re.IGNORECASE)
# What may stand in small letters before the day that a page opens with.
OPENING = frozenset("on by at of and the publication published posted updated last date".split())
YEAR = re.compile(r"(?:19|20)\d\d")
