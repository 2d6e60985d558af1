"""Words that set two names equal: "X (ABC)", "X, alias Y", "X, also known as Y", "X, which the army calls Y".

A pattern begins where a name ends. What follows is read as another name of the same actor, or, after "which … calls",
as a name that only the caller uses: that one sets nothing equal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.mentions.hits import Hit
from testigo.extract.page import Page, Sentence
from testigo.reference.names import is_acronym, stands_for

_CAP = r"[A-ZÁÉÍÓÚÑ]\w*(?:[’'-]\w+)*"
_RUN = rf"(?:{_CAP}|al-{_CAP})(?: (?:de |del |la |el |al-|bin |of |of the )*(?:{_CAP}|al-{_CAP}))*"
_QUOTED = r"[“\"‘]{1,2}\s?(?P<quoted>[^“”\"’‘\n]{2,50}?)[,.]?\s?[”\"’]{1,2}"
_NAME = rf"(?:the |El |el )?(?:{_QUOTED}|(?P<plain>(?:El |La |Los |Comrade |Commander )?{_RUN}))"
_KNOWN_AS = (
    r"(?:who is |which is |who was )?"
    r"(?:also |better |formerly |previously |once |sometimes |commonly |widely |locally |popularly |simply )*"
    r"(?:known|called|nicknamed|dubbed)"
    r"(?: by (?:his|her|its|the|their) (?:\w+ )?(?:initials|acronym|alias|nickname|nom de guerre|abbreviation))?"
    r"(?: simply| in [A-Z]\w+| to [\w ]{3,30}?)?(?: as| of)?"
)
_SAYS_SO = rf"(?:alias|aliases|a\.k\.a\.?|aka|nom de guerre|{_KNOWN_AS}|formerly|whose nom de guerre is|or)"
# "X, a Maoist organization known as Y": a few words without a preposition, which would bring another noun.
_KIND = r"(?:, an? (?:(?!(?:of|in|for|with|by|from|to|and|who|which|that)\b)[\w’'-]+ ){1,4}(?=known|nicknamed|better known))"
_ALIAS = re.compile(rf"(?:{_KIND}|\s?(?:[,(\-–—]\s?)?){_SAYS_SO} {_NAME}")
_BRACKET = re.compile(
    rf"(?:[’']s)?\s?\(\s?(?:or |the |known as |also known as |formerly )?"
    rf"(?:{_QUOTED}|(?P<plain>{_RUN}|[A-Z][\w.&/-]{{1,14}}))"
    r"(?: ?[-–—,] ?(?P<second>[A-Z][\w.-]{1,9}))?(?=\s?[),;])"
)
_CALLED_BY = re.compile(
    r"\s?,?(?: an? [\w -]{3,30})? ?(?:which|that|whom|who) (?P<who>[^,.;]{2,60}?) "
    r"(?:(?:continues?|continued|still|often|sometimes) (?:to )?)?"
    r"(?:calls?|called|refers? to as|dubs|dubbed|labels|labelled|brands|branded|terms|considers? to be) " + _NAME
)
# "The government still calls [hit] the Y", "the army goes on calling [hit] the Y": the words that end at the hit.
_CALLS = re.compile(
    r"(?P<who>[^,.;:]{2,80}?) (?:(?:still|nevertheless|often|sometimes|also|usually|now|however|simply|stubbornly)[ ,])*"
    r"(?:(?:continues|continue|continued|goes on|go on|went on|persists in|insists on|keeps|keep|kept) (?:to )?)?"
    r"(?:calls?|called|calling|refers? to|referring to|refer to|dubs|brands|terms|labels?) (?:the )?$"
)
_CALLED_SO = re.compile(rf" (?:as |simply |only )*{_NAME}(?=\s?[.,;:)”\"]|$| and | because | in )")
_TRANSLATED = frozenset(("armed_group", "criminal_group", "organisation"))
_LONGEST_CALL = 150
_NEEDS_MARK = frozenset(("or", "formerly"))


@dataclass(frozen=True, slots=True)
class Equation:
    """One alias said in words: whose, the other name and where it stands, the quote's end, the caller's span."""

    hit: Hit
    name: str
    name_start: int
    name_end: int
    end: int
    caller: tuple[int, int] | None = None


def find_equations(page: Page, hits: Sequence[Hit]) -> tuple[Equation, ...]:
    """Find what is set equal to these hits, in text order."""
    found: list[Equation] = []
    for hit in hits:
        sentence = page.sentences[hit.sentence]
        at = hit.end - sentence.start
        called = _called_by(sentence, hit, at) or _calls(sentence, hit, at)
        if called:
            found.append(called)
            continue
        bracket = _bracket(sentence, hit, at)
        found.extend(bracket)
        alias = None if bracket else _alias(sentence, hit, at)
        found.extend([alias] if alias else [])
    return tuple(found)


def _named(match: re.Match[str]) -> tuple[str, int, int]:
    group = "quoted" if match["quoted"] else "plain"
    name = match[group].rstrip(",.-–—’' ")
    return name, match.start(group), match.start(group) + len(name)


def _called_by(sentence: Sentence, hit: Hit, at: int) -> Equation | None:
    match = _CALLED_BY.match(sentence.text, at)
    if not match:
        return None
    name, start, end = _named(match)
    caller = (sentence.start + match.start("who"), sentence.start + match.end("who"))
    return Equation(hit, name, sentence.start + start, sentence.start + end, sentence.start + match.end(), caller)


def _calls(sentence: Sentence, hit: Hit, at: int) -> Equation | None:
    """Read "the government still calls X the Y", whose words stand on both sides of X."""
    begin = hit.start - sentence.start
    called = _CALLED_SO.match(sentence.text, at) if hit.type in _TRANSLATED else None
    cut = max(sentence.text.rfind(mark, 0, begin) for mark in ",;:") + 1
    caller = _CALLS.search(sentence.text, max(cut, begin - _LONGEST_CALL), begin) if called else None
    if called is None or caller is None:
        return None
    name, start, end = _named(called)
    who = sentence.start + caller.start("who"), sentence.start + caller.end("who")
    return Equation(hit, name, sentence.start + start, sentence.start + end, sentence.start + called.end(), who)


def _bracket(sentence: Sentence, hit: Hit, at: int) -> list[Equation]:
    """Read "X (ABC)", "X (Another Name - ABC)", and "the ABC (Full Name)" if the letters agree."""
    match = _BRACKET.match(sentence.text, at)
    if not match or hit.type == "person":
        return []
    name, start, end = _named(match)
    if hit.form == "acronym":
        equal = stands_for(hit.name, name)
    elif hit.form == "body":
        equal = stands_for(name, hit.name)
    else:
        equal = is_acronym(name) or (hit.type in _TRANSLATED and " " in name and not match["quoted"])
    if not equal:
        return []
    closing = sentence.text.find(")", match.end(), match.end() + 2)
    whole = sentence.start + (closing + 1 if closing >= 0 else match.end())
    found = [Equation(hit, name, sentence.start + start, sentence.start + end, whole)]
    if match["second"] and is_acronym(match["second"]):
        begin = sentence.start + match.start("second")
        found.append(Equation(hit, match["second"], begin, begin + len(match["second"]), whole))
    return found


def _alias(sentence: Sentence, hit: Hit, at: int) -> Equation | None:
    match = _ALIAS.match(sentence.text, at)
    if not match or (hit.form == "body" and not is_acronym(match["plain"] or "")):
        return None
    name, start, end = _named(match)
    said = sentence.text[at : match.start("quoted") if match["quoted"] else match.start("plain")].strip(' ,(-–—“"‘')
    word = said.split()[0] if said else ""
    if word in _NEEDS_MARK and not (is_acronym(name) or match["quoted"]):
        return None
    if word == "or" and sentence.text[at : at + 2].strip()[:1] not in (",", "("):
        return None
    close = 1 if match["quoted"] and not match.group().endswith(("”", '"', "’")) else 0
    return Equation(hit, name, sentence.start + start, sentence.start + end, sentence.start + match.end() + close)


def spans_of(equations: Sequence[Equation]) -> Iterator[tuple[int, int]]:
    """Give where the other names stand."""
    return ((e.name_start, e.name_end) for e in equations)
