"""The words of harm that stand before their people: "killing | 12 soldiers", "the death of | …"."""

from collections.abc import Sequence

from testigo.extract.incidents.harm_words import (
    BASE_FORMS,
    BODY,
    CLAIMING_LIVES,
    DEADLY,
    DONE_TO,
    HOSPITALS,
    HOSTAGE_TAKING,
    LEFT_SKIPPED,
    MISSILES,
    NEGATIONS,
    NOUN_OF,
    STRUCK,
    UNDONE,
)
from testigo.extract.mentions.parties import Party
from testigo.extract.page import Token

Said = tuple[str, int, int]
_WAYS = frozenset("shot shoots shooting stabbed stabs stabbing beat beaten hacked burned strangled clubbed".split())
_BRINGING = frozenset("led lead leads leading drove drives driven caused causes prompted pushed provoked".split())
_FURTHEST = 6  # small words between the word of harm and its people


def harm_before(
    tokens: Sequence[Token], first: int, after: int, party: Party | None, is_named: bool = False
) -> Said | None:
    """Look left of the token `first`, where a list of people begins; `after` is the token behind the list."""
    at = first - 1
    while at >= 0 and first - at <= _FURTHEST and (tokens[at].lower in LEFT_SKIPPED or _is_age(tokens[at].lower)):
        at -= 1
    if at < 0:
        return None
    return (
        _hostages(tokens, at, after, party)
        or _lives(tokens, at, party)
        or _compound(tokens, at)
        or _shot_dead(tokens, at, after)
        or _sent_to_hospital(tokens, at, after)
        or _struck(tokens, at, after)
        or _verb(tokens, at)
        or _noun_of(tokens, at)
        or _label(tokens, at)
        or (_named(tokens, at) if is_named or not (party and party.is_counted) else None)
    )


def _is_age(word: str) -> bool:
    return word.isdigit() or word.endswith("-old")


def _hostages(tokens: Sequence[Token], at: int, after: int, party: Party | None) -> Said | None:
    """Read "took 30 people hostage"."""
    if tokens[at].lower not in HOSTAGE_TAKING:
        return None
    if party and party.head in ("hostage", "hostages"):
        return "abducted", tokens[at].start, party.end
    is_told = after < len(tokens) and tokens[after].lower in ("hostage", "hostages", "captive")
    return ("abducted", tokens[at].start, tokens[after].end) if is_told else None


def _lives(tokens: Sequence[Token], at: int, party: Party | None) -> Said | None:
    if party and party.head == "lives" and tokens[at].lower in CLAIMING_LIVES:
        return "killed", tokens[at].start, party.end
    return None


def _compound(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "shot dead five people", "stabbed to death two men", "gunned down four"."""
    last, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if last == "dead" and before in ("shot", "shoots", "shooting", "gunned") and not _is_passive(tokens, at - 1):
        return "killed", tokens[at - 1].start, tokens[at].end
    if last == "death" and before == "to" and at > 1 and tokens[at - 2].lower.endswith(("ed", "ing", "t", "s")):
        return None if _is_passive(tokens, at - 2) else ("killed", tokens[at - 2].start, tokens[at].end)
    if last == "down" and before in ("gunned", "gunning", "guns", "mowed", "mowing"):
        return None if _is_passive(tokens, at - 1) else ("killed", tokens[at - 1].start, tokens[at].end)
    return None


def _shot_dead(tokens: Sequence[Token], at: int, after: int) -> Said | None:
    """Read "shot his wife dead", "stabbed a guard to death": what follows the people says how it ended."""
    if tokens[at].lower not in _WAYS or _is_passive(tokens, at) or after >= len(tokens):
        return None
    tail = [t.lower for t in tokens[after : after + 2]]
    return ("killed", tokens[at].start, tokens[at].end) if tail[:1] == ["dead"] or tail == ["to", "death"] else None


def _verb(tokens: Sequence[Token], at: int) -> Said | None:
    word = tokens[at]
    if word.lower not in DONE_TO or _is_passive(tokens, at) or _is_undone(tokens, at):
        return None
    if at and tokens[at - 1].lower == "fatally":
        return "killed", tokens[at - 1].start, word.end
    return _joined(tokens, at) or (DONE_TO[word.lower], word.start, word.end)


def _is_undone(tokens: Sequence[Token], at: int) -> bool:
    """Is it only wanted, possible or denied: "wanted to kill", "did not kill", "could have killed"?"""
    before = [t.lower for t in tokens[max(0, at - 4) : at]]
    if any(w in NEGATIONS or w.endswith(("n't", "n’t")) for w in before[-3:]):
        return True
    if tokens[at].lower in BASE_FORMS and before[-1:] == ["to"]:
        brought = next((t.lower for t in reversed(tokens[max(0, at - 7) : at - 1]) if t.lower in _BRINGING), None)
        return brought is None and before[-2:-1] not in (["on"], ["ended"], ["proceeded"])  # "went on to kill"
    if tokens[at].lower in BASE_FORMS and before[-1:] and before[-1] in UNDONE:
        return True
    return before[-1:] == ["have"] and bool({"could", "would", "might", "may", "should"}.intersection(before))


def _sent_to_hospital(tokens: Sequence[Token], at: int, after: int) -> Said | None:
    """Read "sent | two people | to the hospital"."""
    if tokens[at].lower not in ("sent", "sends", "sending", "put", "puts", "putting", "landed"):
        return None
    tail = [t.lower for t in tokens[after : after + 5]]
    reach = next((n for n, w in enumerate(tail) if w in HOSPITALS), None)
    if tail[:1] in (["to"], ["in"]) and reach is not None:
        return "injured", tokens[at].start, tokens[at].end
    return None


def _struck(tokens: Sequence[Token], at: int, after: int) -> Said | None:
    """Read "a bullet hit | a girl", "the gun went off, striking | a boy | in the leg"."""
    if tokens[at].lower not in STRUCK or _is_passive(tokens, at) or _is_undone(tokens, at):
        return None
    by = {t.lower for t in tokens[max(0, at - 8) : at]}
    tail = [t.lower for t in tokens[after : after + 7]]
    end = next((n for n, w in enumerate(tail) if w in (".", ",", ";")), len(tail))
    if by & MISSILES or (tail[:1] in (["in"], ["on"]) and BODY.intersection(tail[:end])):
        return "shot", tokens[at].start, tokens[at].end
    return None


def _joined(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "killed or wounded 20" as a figure that tells neither."""
    if at < 2 or tokens[at - 1].lower not in ("and", "or") or tokens[at - 2].lower not in DONE_TO:
        return None
    first, second = DONE_TO[tokens[at - 2].lower], DONE_TO[tokens[at].lower]
    start, end = tokens[at - 2].start, tokens[at].end
    if {first, second} == {"shot", "killed"}:
        return "killed", start, end
    if {first, second} == {"killed", "injured"}:
        return "casualties", start, end
    return (second if first == "shot" else first), start, end


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Does an auxiliary make this participle passive ("were killed | two …" is somebody else's)?"""
    if tokens[at].lower.endswith("ing"):
        return False
    i = at - 1
    while (
        i >= 0
        and at - i < 8
        and (tokens[i].lower.endswith("ly") or tokens[i].lower in ("also", "and", "shot", "later"))
    ):
        i -= 1
    return i >= 0 and tokens[i].lower in ("was", "were", "been", "being", "is", "are", "be")


def _noun_of(tokens: Sequence[Token], at: int) -> Said | None:
    if at > 0 and tokens[at].lower == "to" and tokens[at - 1].lower in ("injuries", "injury", "wounds"):
        return "injured", tokens[at - 1].start, tokens[at].end
    if tokens[at].lower != "of" or at < 1:
        return None
    noun = tokens[at - 1].lower
    before = {t.lower for t in tokens[max(0, at - 4) : at - 1]}
    if noun == "life" and not before & CLAIMING_LIVES:
        return None
    if noun in ("shooting", "stabbing") and before & DEADLY:
        return "killed", tokens[at - 1].start, tokens[at].end
    if noun in NOUN_OF:
        return NOUN_OF[noun], tokens[at - 1].start, tokens[at].end
    return ("injured", tokens[at - 1].start, tokens[at].end) if noun == "injury" and at >= 2 else None


def _label(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "Dead: Luis Ferro, 23"."""
    if tokens[at].lower in ("dead", "killed") and at + 1 < len(tokens) and tokens[at + 1].text == ":":
        return "killed", tokens[at].start, tokens[at].end
    if tokens[at].lower in ("are", "were", "include", "included") and tokens[at - 1].lower in _LISTED:
        is_subject = at == 1 or tokens[at - 2].lower in ("the", "those")
        return (_LISTED[tokens[at - 1].lower], tokens[at - 1].start, tokens[at].end) if is_subject else None
    return None


# "The dead are …", "Killed were …"
_LISTED = {"dead": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured"}
_NAMING = frozenset("identified named known".split())
_BESIDE_NAMING = frozenset(
    "was were has have been is are by police authorities officials as later only tentatively".split()
)
_DEAD_MEN = frozenset("killed dead slain deceased".split())
_PEOPLE = frozenset("man woman boy girl teen teenager person people men women student driver victim victims".split())


def _named(tokens: Sequence[Token], at: int) -> Said | None:
    """Read "the victim was identified as | Luis Ferro", "the man killed was identified as | …"."""
    word = tokens[at].lower
    if word not in ("as", "victim", "victims", ",") or at < 1:
        return None
    begun = at
    at -= word == "as"
    if word == "as" and tokens[at].lower not in _NAMING:
        return None
    while (
        at >= 0 and begun - at < 16 and tokens[at].lower not in ("victim", "victims", "deceased", *_DEAD_MEN, ".", ";")
    ):
        if word != "as" and tokens[at].text != ",":
            return None
        at -= 1
    if at < 0 or begun - at >= 16 or tokens[at].lower in (".", ";"):
        return None
    if tokens[at].lower in _DEAD_MEN:
        is_said = tokens[at].lower == "deceased" or (at and tokens[at - 1].lower in (*_PEOPLE, "was", "the", "were"))
        return ("killed", tokens[at].start, tokens[at].end) if is_said else None
    return "named", tokens[at].start, tokens[at].end
