"""How firmly words put something: the format's stance table, read from cue words in the words' own clause.

A cue governs what follows it in its clause ("may have killed"); a cue about a doer governs on both sides ("X is accused
of the attack"). Nouns that look like cues ("three suspects were arrested") hedge nothing. Only doers and ties can be
negated by a bare "not": "did not explode" denies no figure.
"""

import re

from testigo.extract.page import Page
from testigo.records.codes import DOERS, FIGURES, Stance

_PLAIN = str.maketrans({"’": "'", "‘": "'"})
_CLAUSE = re.compile(
    r"[;:\n]| [–—] |,? ?\b(?:but|while|although|though|whereas|because|unless|after|before|when|according to)\b"
    r"|, (?:and|which|who|where|as|so)\b|\b(?:said|says|say)\b(?! to)"
)
# Firmest against the statement first: the first that holds is the stance.
_CUES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("denied", re.compile(r"\b(?:den(?:y|ies|ied|ying)|no evidence|refut(?:es|ed)|dismiss(?:es|ed) (?:claims|reports|allegations)"
                          r"|reject(?:s|ed) (?:claims|reports|allegations|accusations))\b")),
    ("planned", re.compile(r"\b(?:will(?! of)|would(?! have)|intend(?:s|ed|ing)? to|plan(?:s|ned|ning)? to|plotted to|plotting to"
                           r"|threaten(?:s|ed|ing)? to|vow(?:s|ed|ing)? to"
                           r"|pledg(?:es|ed|ing) to|propos(?:es|ed|ing) to|is set to|are set to|about to)\b")),
    ("possible", re.compile(r"\b(?:may|could|might|possibly|perhaps|unclear|considering|possible|possibility|whether)\b(?! not\b)")),
)  # fmt: skip
_HEDGE = re.compile(
    r"\b(?:believed|likely|probably|apparently|purportedly|allegedly|presumably|supposedly"
    r"|thought to|said to be behind|appear(?:s|ed)? to|seem(?:s|ed)? to)\b"
)
_HEDGED_NOUN = re.compile(
    r"\b(?:suspected|alleged|purported|presumed|apparent|supposed|would-be)\b(?: [\w'-]+){0,3}\W*$"
)
_ACCUSED = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|charged with|suspected of|suspected to|implicated"
    r"|points? (?:the finger )?(?:at|to)"
    r"|suspects?(?= (?!were|was|are|is|have|had|who|in|and)))\b"
)
# "denied any part in the bombing of a depot" denies the doer, and that alone.
_OF_A_THING = re.compile(r" (?!that\b|it\b|they\b|he\b|she\b|there\b|having\b)")
# What somebody came to is doubted only by what speaks of him: "is believed dead", "allegedly died", "may have been hurt".
# "is suspected of having killed 16", "allegedly opened fire, killing five" and "suspected rebels" doubt the doer, or name him.
_HARM = frozenset((*FIGURES, "victim"))
_DOUBTS_HARM = re.compile(
    r"\b(?:(?:was|were|is|are|been|being) (?:\w+ly )?|)(?:believed|thought|feared|presumed|likely|appear(?:s|ed)?"
    r"|seem(?:s|ed)?)(?: to)?(?: have)?(?: (?:been |be )?(?:among |already )?(?:died|dead|missing|(?:accidentally |fatally )?"
    r"(?:killed|shot|wounded|injured|kidnapped|abducted)))\b"
    r"|\b(?:was|were|been|being|is|are) (?:apparently|likely|probably|presumably|purportedly|supposedly|allegedly) "
    r"|\b(?:apparently|likely|probably|presumably|allegedly|supposedly) (?:was|were|been|being|died|dead|had been)\b"
)
# "Early reports said one had died, but that proved to be incorrect."
_TAKEN_BACK = re.compile(
    r"\b(?:but|which) (?:(?:that|this|it|those|they|(?:that|this|the) report)\s+)?(?:later )?(?:proved|turned out|was|were)"
    r"(?: to be| later)? (?:incorrect|erroneous|wrong|untrue|false|mistaken|inaccurate|retracted|not true|unfounded)\b"
)
_POSSIBLY = re.compile(r"\b(?:possible|possibility)\b(?! (?:\w+ ){0,2}$)")
# Behind these a deed is told, not weighed: "may have preceded a rampage | that left four dead".
_WHO = re.compile(
    r"\b(?:who|whose|where|as)\b|\b(?:that|which)(?= (?:had |has |have )?(?:left|killed|claimed|wounded|injured|took|hit|struck"
    r"|cost|ended|displaced)\b)"
)
_CLEARED = re.compile(r"\b(?:not guilty|acquitted)\b")
_NOT = re.compile(r"\b(?:not|never|neither|nor)\b|n't\b")
_TIES = frozenset({
    "founded_by", "led_by", "member_of", "unit_of", "affiliated_with", "relative_of", "split_from", "successor_of",
    "collaborates_with", "opposes", "negotiates_with", "supplied_by", "active_in", "controls", "financed_by",
})  # fmt: skip
# What somebody is by trade, office or name, and what a court or police did, is flat; a hedge beside it is about the deed.
_FLAT = frozenset({"occupation", "holds_office", "alias", "origin", "relative_of"})
_LEGAL = frozenset({"captured", "released", "charged_with", "convicted", "acquitted", "sentenced", "wanted_by"})
_MAY_BE_A_MONTH = re.compile(r"\bMay\b")
_BARE_NOT_REACHES = 25


def stance_of(page: Page, start: int, end: int, predicate: str = "") -> Stance:
    """Say how firmly the words between two offsets are put, by the cues of their own clause.

    predicate: what is read from them; doers are hedged and negated by words that leave figures as they are.
    Speakers are not looked at: an actor's own deed is `claimed` only when the writing step has seen who speaks.
    """
    sentence = page.sentence_at(start)
    if sentence is None or predicate in _FLAT:
        return "stated"
    text = _MAY_BE_A_MONTH.sub("MAY", sentence.text).translate(_PLAIN)
    a, b = start - sentence.start, end - sentence.start
    left, right = clause_around(text, b)
    if predicate in _HARM:
        left = max([left, *(m.end() for m in _WHO.finditer(text, left) if m.end() <= a)])
        text = text[:left] + _POSSIBLY.sub(_blanked, text[left : max(a, left)]) + text[max(a, left) :]
    clause, before = text[left:right], text[left:b]
    for stance, cue in _CUES:
        found = cue.search(before)
        if found and not (stance == "denied" and predicate not in DOERS and _OF_A_THING.match(before, found.end())):
            return stance
    if predicate in DOERS and _CLEARED.search(clause):
        return "denied"
    if predicate in DOERS and (_ACCUSED.search(clause) or _HEDGE.search(clause)):
        return "suspected"
    if predicate in _LEGAL:
        return "suspected" if _HEDGE.search(text[max(left, a) : b]) else "stated"
    if predicate in _HARM:
        if _TAKEN_BACK.search(text, b):
            return "denied"
        return "suspected" if _DOUBTS_HARM.search(before) else "stated"
    if _HEDGE.search(before) or _HEDGED_NOUN.search(text[left : max(a, left)]) or _HEDGED_NOUN.search(text[a:b]):
        return "suspected"
    if (predicate in DOERS or predicate in _TIES) and _NOT.search(text[max(left, a - _BARE_NOT_REACHES) : b]):
        return "denied"
    return "stated"


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


def clause_around(text: str, end: int) -> tuple[int, int]:
    """Give the clause that holds the end of these offsets: cut at strong marks and at conjunctions.

    A remark inside them ("X, who was sentenced") begins the clause that counts.
    """
    left, right = 0, len(text)
    for cut in _CLAUSE.finditer(text):
        if cut.end() < end:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    return left, right
