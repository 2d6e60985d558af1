"""Harm told in several words behind its people: "lost their lives", "taken to hospital with wounds", "Orlo's murder"."""

from collections.abc import Sequence

from testigo.extract.incidents.harm_words import (
    AUXILIARY,
    BESIDE_POSSESSED,
    BODY,
    CONDITION,
    HOSPITALS,
    HURT_WORDS,
    MISSILES,
    NO_POSSESSION,
    POSSESSED,
    SAID_OF,
    SUFFERED,
    TAKEN,
)
from testigo.extract.page import Token

Said = tuple[str, int, int]
_DEADLY = frozenset(("fatal", "mortal", "deadly"))
_BY_SHOT = frozenset(("gunshot", "bullet", "stab"))
_LIVED = frozenset(
    "non-life-threatening non life-threatening threatening serious severe minor graze superficial critical".split()
)


def possessed_harm(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "Orlo's murder", not "Orlo's murder trial" or "Orlo's murder of …"."""
    if at >= len(tokens) or tokens[at].lower not in ("’s", "'s", "’", "'"):
        return None
    noun = at + 1
    while noun < len(tokens) and tokens[noun].lower in BESIDE_POSSESSED:
        noun += 1
    if noun >= len(tokens) or tokens[noun].lower not in POSSESSED:
        return None
    if noun + 1 < len(tokens) and tokens[noun + 1].lower in NO_POSSESSION:
        return None
    return POSSESSED[tokens[noun].lower], tokens[at].start, tokens[noun].end


def harm_phrase(tokens: Sequence[Token], at: int, has_auxiliary: bool) -> Said | None:
    """Read harm told in several words: "lost their lives", "taken hostage", "suffered gunshot wounds"."""
    word = tokens[at].lower
    near = [t.lower for t in tokens[at + 1 : at + 7]]
    end = _hospital(tokens, at, near)
    if end:
        return "injured", tokens[at].start, tokens[end].end
    if word in ("passed", "passes") and near[:1] == ["away"]:
        return "killed", tokens[at].start, tokens[at + 1].end
    if word == "on" and near[:2] == ["life", "support"]:
        return "injured", tokens[at].start, tokens[at + 2].end
    if word == "on" and near[:1] == ["life-support"]:
        return "injured", tokens[at].start, tokens[at + 1].end
    if word == "fighting" and near[:1] == ["for"] and {"life", "lives"} & set(near[1:3]):
        return "injured", tokens[at].start, tokens[at + 3].end
    if word == "with" and {"gunshot", "bullet", "stab", "shrapnel", "wounds", "wound"} & set(near[:4]):
        return _of_wounds(tokens, at, near)
    if word in ("hit", "struck") and has_auxiliary:
        return _read_struck(tokens, at)
    if word in ("took", "takes", "taken") and near[1:3] == ["own", "life"]:
        return "killed", tokens[at].start, tokens[at + 3].end
    if word == "lost" and len(near) > 1 and near[1] in ("life", "lives"):
        return "killed", tokens[at].start, tokens[at + 2].end
    if word in ("taken", "held") and has_auxiliary and near and near[0] in ("hostage", "hostages", "captive"):
        return "abducted", tokens[at].start, tokens[at + 1].end
    if word in SUFFERED:
        return _of_wounds(tokens, at, near)
    if word == "in" and near and CONDITION.match(near[0]) and "condition" in near[:3]:
        return "injured", tokens[at].start, tokens[at + 1 + near.index("condition")].end
    return None


def _of_wounds(tokens: Sequence[Token], at: int, near: Sequence[str]) -> Said | None:
    """Read "with wounds", "suffered a fatal gunshot wound"; whether one "with gunshot wounds" lives is left open."""
    hit = next((n for n, w in enumerate(near) if w in ("wounds", "wound", "injuries", "injury")), None)
    if hit is None:
        return None
    how = set(near[:hit])
    is_open = tokens[at].lower in ("with", "suffering") and bool(how & _BY_SHOT) and not how & _LIVED
    harm = "killed" if how & _DEADLY else "shot" if is_open else "injured"
    return harm, tokens[at].start, tokens[at + 1 + hit].end


def _hospital(tokens: Sequence[Token], at: int, near: Sequence[str]) -> int | None:
    """Read "taken to hospital with gunshot wounds", "being treated for injuries": where its words end."""
    word = tokens[at].lower
    if word in _CAME and near[:1] in (["up"], ["at"], ["into"], ["in"]) and HOSPITALS.intersection(near):
        return _wound_behind(tokens, at)
    if word == "treated" and near[:1] == ["for"]:
        return next((at + 1 + n for n, w in enumerate(near) if w in HURT_WORDS), None)
    if word not in TAKEN or tokens[at - 1].lower not in AUXILIARY:
        return None
    to = has_hospital = False
    for i in range(at + 1, min(len(tokens), at + 22)):
        low = tokens[i].lower
        if low in (".", ";") or (low in SAID_OF and low not in ("wounded", "injured")):
            return None
        to = to or low in ("to", "by")
        has_hospital = has_hospital or low in HOSPITALS or low in ("center", "centre", "trauma")
        if to and has_hospital and low in ("wound", "wounds", "injuries", "injury", "condition", "surgery"):
            return i
    return None


def _wound_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Read "showed up at the hospital with a gunshot wound": where the wound is told."""
    row = [t.lower for t in tokens[at + 1 : at + 20]]
    stop = next((n for n, w in enumerate(row) if w in (".", ";", "and", "but", "where")), len(row))
    begun = row.index("with") if "with" in row[:stop] else stop
    return next((at + 1 + n for n in range(begun, stop) if row[n] in ("wound", "wounds", "injuries")), None)


_CAME = frozenset("showed shows turned arrived walked checked drove".split())


def _read_struck(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "was struck by a stray bullet", "was hit in the leg", not "was hit by a car"."""
    tail = [t.lower for t in tokens[at + 1 : at + 8]]
    end = next((n for n, w in enumerate(tail) if w in (".", ",", ";", "and", "when", "while")), len(tail))
    named = MISSILES | BODY
    hit = next((n for n, w in enumerate(tail[:end]) if w in named), None)
    return ("shot", tokens[at].start, tokens[at + 1 + hit].end) if hit is not None else None
