"""Who came to harm: which party or person each word of harm is said of.

No parse is made. A word of harm looks for its people where English puts them: before it ("16 people were killed",
"two dead"), after it ("killing 12 soldiers"), or behind an "of" ("the death of …"). Between the two only words may
stand that carry no other meaning: auxiliaries, adverbs, ages, homes, appositions. Anything else ends the search, so a
figure that belongs to something else stays silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from testigo.extract.mentions.parties import Party
from testigo.extract.page import Sentence, Token


@dataclass(frozen=True, slots=True)
class Who:
    """A party or a named person, as one thing that something can be said of."""

    start: int
    end: int
    party: Party | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Harm:
    """Words of harm said of somebody. predicate: the figure's; whos: all of the list; start, end: the words of harm.

    link: how each one joins the list before it: "" first, "and" beside it, "part" among it, "all" the whole of it in
    another word, "same" one person in another word.
    """

    predicate: str
    sentence: int
    start: int
    end: int
    whos: tuple[Who, ...]
    links: tuple[str, ...]


# Said of the people before it, after an auxiliary or (in headlines and clauses) without one.
_SAID_OF = {
    "killed": "killed", "dead": "killed", "died": "killed", "slain": "killed", "murdered": "killed",
    "executed": "killed", "massacred": "killed", "perished": "killed", "assassinated": "killed",
    "beheaded": "killed", "slaughtered": "killed", "dies": "killed", "die": "killed", "succumbed": "killed",
    "lynched": "killed", "martyred": "killed", "dying": "killed", "fatally": "killed",
    "wounded": "injured", "injured": "injured", "hurt": "injured", "hospitalized": "injured",
    "hospitalised": "injured", "maimed": "injured",
    "kidnapped": "abducted", "abducted": "abducted", "missing": "missing", "disappeared": "missing",
    "arrested": "arrested", "detained": "arrested", "displaced": "displaced", "shot": "shot", "stabbed": "shot",
    "beaten": "injured", "homeless": "displaced", "fled": "displaced",
}  # fmt: skip
_ADJECTIVES = frozenset(
    "dead missing hurt homeless wounded injured dies die died perished succumbed dying fled".split()
)
# Done to the people after it.
_DONE_TO = {
    "killed": "killed", "kills": "killed", "kill": "killed", "killing": "killed", "murdered": "killed",
    "murdering": "killed", "executed": "killed", "executing": "killed", "massacred": "killed",
    "massacring": "killed", "assassinated": "killed", "beheaded": "killed", "beheading": "killed",
    "slaying": "killed", "slaughtered": "killed", "assassinating": "killed", "slew": "killed",
    "wounded": "injured", "wounding": "injured", "wounds": "injured", "wound": "injured", "injured": "injured",
    "injuring": "injured", "injures": "injured", "hurting": "injured", "maiming": "injured",
    "kidnapped": "abducted", "kidnapping": "abducted", "abducted": "abducted", "abducting": "abducted",
    "arrested": "arrested", "arresting": "arrested", "detained": "arrested", "detaining": "arrested",
    "displaced": "displaced", "displacing": "displaced", "shot": "shot", "shoots": "shot", "shooting": "shot",
    "stabbed": "shot", "stabs": "shot", "stabbing": "shot",
}  # fmt: skip
_NOUN_OF = {
    "death": "killed", "deaths": "killed", "killing": "killed", "killings": "killed", "murder": "killed",
    "murders": "killed", "massacre": "killed", "assassination": "killed", "execution": "killed",
    "slaying": "killed", "slayings": "killed", "lives": "killed", "bodies": "killed", "body": "killed",
    "corpses": "killed", "beheading": "killed", "homicide": "killed", "remains": "killed",
    "kidnapping": "abducted", "abduction": "abducted", "wounding": "injured", "disappearance": "missing",
    "arrest": "arrested", "arrests": "arrested", "displacement": "displaced", "shooting": "shot",
}  # fmt: skip
_AUXILIARY = frozenset("was were is are be been being has have had got get gets".split())
_SKIPPED = _AUXILIARY | frozenset(
    "also reportedly apparently allegedly later then feared reported confirmed believed presumed found all both each "
    "who whom that which themselves still already now either among the instantly immediately others them pronounced "
    "declared left listed and or critically seriously severely badly slightly lightly gravely mortally fatally "
    "accidentally said to have not yet at scene gunned down in ".split()
)
_LEFT_SKIPPED = frozenset(("the", "about", "another", "dead", ":", "a", "his", "her", "their", "-", "mr", "mrs", "ms", "."))
_NEGATIONS = frozenset("not no never nobody none nor without neither".split())
_LISTING = frozenset((",", "and", "&", "plus"))
_PART_WORDS = frozenset("including among them whom included counting namely".split())


def find_harm(sentence: Sentence, whos: Sequence[Who]) -> tuple[Harm, ...]:
    """Find what harm came to whom in one sentence; `whos` are its parties and persons, in text order."""
    lists = _lists(sentence.tokens, whos)
    found = []
    for members, links in lists:
        harm = _harm_of(sentence, members, links, lists)
        if harm:
            found.append(harm)
    return tuple(_spread(found, sentence))


def _lists(tokens: Sequence[Token], whos: Sequence[Who]) -> list[tuple[tuple[Who, ...], tuple[str, ...]]]:
    """Join what stands in one list: "Two officers and three porters", "12 people, including two children"."""
    out: list[tuple[list[Who], list[str]]] = []
    for who in whos:
        link = _link(tokens, out[-1][0][-1], who) if out else None
        if link is None:
            out.append(([who], [""]))
        else:
            out[-1][0].append(who)
            out[-1][1].append(link)
    return [(tuple(a), tuple(b)) for a, b in out]


def _link(tokens: Sequence[Token], before: Who, after: Who) -> str | None:
    between = [t.lower for t in tokens if before.end <= t.start and t.end <= after.start]
    words = [w for w in between if w.isalpha()]
    if after.party and (after.party.is_all or after.party.is_part) and set(between) <= _LISTING | _PART_WORDS:
        return "all" if after.party.is_all else "part"
    if not between:
        return "same" if after.actor and before.party and before.party.is_one else None
    if _PART_WORDS.intersection(words) and set(words) <= _PART_WORDS | {"of", "at", "least", "the", "were"}:
        return "part"
    if set(between) <= _LISTING or words in (["as", "well", "as"], ["along", "with"]):
        if "and" not in between and after.party and after.party.is_one and not after.party.is_counted:
            return "same"  # an apposition: "Josefa Almarén, 41, a nurse"
        return "and"
    if all(w in _LISTING or w.isdigit() for w in between):
        return "same" if after.party and after.party.is_one and "and" not in between else "and"
    return None


def _harm_of(
    sentence: Sentence, members: tuple[Who, ...], links: tuple[str, ...], lists: Sequence[object]
) -> Harm | None:
    tokens = sentence.tokens
    first, last = members[0], members[-1]
    for found in (_before(tokens, first), _after(tokens, last), _after(tokens, first) if len(members) > 1 else None):
        if found:
            predicate, start, end = found
            return Harm(predicate, sentence.index, start, end, members, links)
    return None


def _index_at(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.start >= offset), len(tokens))


def _before(tokens: Sequence[Token], who: Who) -> tuple[str, int, int] | None:
    """Look left: "killing | 12 soldiers", "the death of | …", "left | two dead" is the other direction."""
    at = _index_at(tokens, who.start) - 1
    while at >= 0 and (tokens[at].lower in _LEFT_SKIPPED or _is_age(tokens[at].lower)):
        at -= 1
    if at < 0:
        return None
    word = tokens[at]
    if word.lower in _DONE_TO and not _is_passive(tokens, at):
        if at and tokens[at - 1].lower == "fatally":
            return "killed", tokens[at - 1].start, word.end
        both = _joined_harm(tokens, at)
        return both or (_DONE_TO[word.lower], word.start, word.end)
    if word.lower == "of" and at >= 1 and tokens[at - 1].lower in _NOUN_OF:
        return _NOUN_OF[tokens[at - 1].lower], tokens[at - 1].start, word.end
    if word.lower == "of" and at >= 2 and tokens[at - 1].lower == "injury":
        return "injured", tokens[at - 1].start, word.end
    if word.lower in ("dead", "killed") and at + 1 < len(tokens) and tokens[at + 1].text == ":":
        return "killed", word.start, word.end
    return None


def _is_age(word: str) -> bool:
    return word.isdigit() or word.endswith("-old")


def _joined_harm(tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
    """Read "killed or wounded 20" as a figure that tells neither."""
    if at < 2 or tokens[at - 1].lower not in ("and", "or") or tokens[at - 2].lower not in _DONE_TO:
        return None
    first, second = _DONE_TO[tokens[at - 2].lower], _DONE_TO[tokens[at].lower]
    if {first, second} == {"shot", "killed"}:
        return "killed", tokens[at - 2].start, tokens[at].end
    if {first, second} == {"killed", "injured"}:
        return "casualties", tokens[at - 2].start, tokens[at].end
    return (second if first == "shot" else first), tokens[at - 2].start, tokens[at].end


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Does an auxiliary make this participle passive ("were killed | two …" is somebody else's)?"""
    if tokens[at].lower.endswith("ing"):
        return False
    i = at - 1
    while i >= 0 and (tokens[i].lower.endswith("ly") or tokens[i].lower in ("also", "and", "shot", "later")):
        i -= 1
    return i >= 0 and tokens[i].lower in ("was", "were", "been", "being", "is", "are", "be")


def _after(tokens: Sequence[Token], who: Who) -> tuple[str, int, int] | None:
    """Look right: "16 people | were killed", "two | dead", "John Smith, 23, of Oakland, | was shot and killed"."""
    at = _index_at(tokens, who.end)
    begun = at
    has_auxiliary = False
    while at < len(tokens) and at - begun < 24:
        word = tokens[at].lower
        if word in _NEGATIONS:
            return None
        if word in _SAID_OF:
            return _read_said(tokens, at, has_auxiliary)
        if word in ("lost",) and at + 2 < len(tokens) and tokens[at + 2].lower in ("life", "lives"):
            return "killed", tokens[at].start, tokens[at + 2].end
        if word in ("taken", "held") and has_auxiliary and at + 1 < len(tokens):
            return ("abducted", tokens[at].start, tokens[at + 1].end) if "hostage" in tokens[at + 1].lower else None
        step = _skippable(tokens, at)
        if not step:
            return None
        has_auxiliary = has_auxiliary or word in _AUXILIARY or word in ("left", "among")
        at += step
    return None


def _skippable(tokens: Sequence[Token], at: int) -> int:
    """Give how many tokens may be passed over here, 0 where the search must end."""
    word = tokens[at].lower
    if word in _SKIPPED or word.endswith("ly") or word.isdigit() or word in (",", "(", ")", "-", "–"):
        return 1
    if word in ("of", "from") and at + 1 < len(tokens) and tokens[at + 1].is_capital:
        return _capitals(tokens, at + 1) + 1
    if word in ("a", "an") and at > 0 and tokens[at - 1].text == ",":
        comma = next((i for i in range(at, min(len(tokens), at + 10)) if tokens[i].text == ","), None)
        return comma - at + 1 if comma else 0
    return 0


def _capitals(tokens: Sequence[Token], at: int) -> int:
    n = 0
    while at + n < len(tokens) and (tokens[at + n].is_capital or (n and tokens[at + n].text in (",", "."))):
        n += 1
    return n


def _read_said(tokens: Sequence[Token], at: int, has_auxiliary: bool) -> tuple[str, int, int] | None:
    """Read the participle that the search met: passive, adjective or headline; an active verb is no harm to its doer."""
    word = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word == "fatally":
        return "killed", tokens[at].start, tokens[min(at + 1, len(tokens) - 1)].end
    if word == "shot":
        return _read_shot(tokens, at, has_auxiliary)
    if not has_auxiliary and word not in _ADJECTIVES and _takes_object(tokens, at + 1):
        return None
    if word in ("died", "dies", "die", "dying") and after in ("of", "from") and not _is_of_wounds(tokens, at + 2):
        return None
    if after in ("and", "or") and at + 2 < len(tokens) and tokens[at + 2].lower in ("wounded", "injured", "maimed"):
        if _SAID_OF[word] == "killed":
            return "casualties", tokens[at].start, tokens[at + 2].end
    if word == "fled" and after not in ("their", "the", "homes", "from", ".", ",", "to", "violence"):
        return None
    return _SAID_OF[word], tokens[at].start, tokens[at].end


def _read_shot(tokens: Sequence[Token], at: int, has_auxiliary: bool) -> tuple[str, int, int] | None:
    words = [t.lower for t in tokens[at + 1 : at + 4]]
    for n, tail in ((2, ["and", "killed"]), (2, ["to", "death"]), (1, ["dead"]), (3, ["and", "fatally", "wounded"])):
        if words[: len(tail)] == tail:
            if not has_auxiliary and _takes_object(tokens, at + 1 + n):
                return None
            return "killed", tokens[at].start, tokens[at + n].end
    if at > 0 and tokens[at - 1].lower == "fatally":
        return "killed", tokens[at - 1].start, tokens[at].end
    if not has_auxiliary and _takes_object(tokens, at + 1):
        return None
    return "shot", tokens[at].start, tokens[at].end


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Does somebody or something stand right after the verb, which makes it an active one?"""
    if at >= len(tokens):
        return False
    word = tokens[at]
    if word.lower in ("by", "in", "at", "on", "near", "when", "after", "during", "while", "as", "outside", "and", "or"):
        return False
    return (
        word.lower in ("a", "an", "the", "his", "her", "their", "its", "two", "three", "four", "five", "at", "him",
                       "them", "another", "one", "six", "dozens", "several", "many", "more", "himself", "herself",
                       "some", "up", "and", "people", "civilians", "soldiers", "police")
        or word.text.isdigit()
        or (word.is_capital and word.lower not in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                                   "sunday"))
    )  # fmt: skip


def _is_of_wounds(tokens: Sequence[Token], at: int) -> bool:
    words = {t.lower for t in tokens[at : at + 7]}
    return bool(
        words & set("wounds wound injuries injury gunshot gunshots bullet shrapnel stab beating gunfire".split())
    )


def _spread(found: list[Harm], sentence: Sentence) -> list[Harm]:
    """Keep one harm for each list and kind of harm, in text order."""
    return sorted(found, key=lambda h: (h.whos[0].start, h.start))
