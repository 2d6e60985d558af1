"""Who came to harm: which party or person each word of harm is said of.

No parse is made. A word of harm looks for its people where English puts them: before it ("16 people were killed",
"two dead"), after it ("killing 12 soldiers"), or behind an "of" ("the death of …"). Between the two only words may
stand that carry no other meaning: auxiliaries, adverbs, ages, homes, appositions. Anything else ends the search, so a
figure that belongs to something else stays silent.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.incidents.harm_after import harm_after
from testigo.extract.incidents.harm_before import harm_before
from testigo.extract.incidents.harm_words import (
    BESIDE_PARTS,
    HARM_HEADS,
    LISTING,
    MOSTLY,
    PART_WORDS,
    REFLEXIVE,
    SAID_OF,
    SKIPPED,
    SPEAKING,
)
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

    predicate: "shot" where it is left open whether it killed; "same" for a part of what the words before counted;
    "named" for a victim whose name alone is told. link: how each one joins the list before it: "" first, "and" beside
    it, "part" among it, "whole" those whom it is among, "all" the whole of it in another word, "same" one person in
    another word. of_self: done by these people to themselves.
    """

    predicate: str
    sentence: int
    start: int
    end: int
    whos: tuple[Who, ...]
    links: tuple[str, ...]
    of_self: bool = False


@dataclass(slots=True)
class _List:
    """People told in one row; first, after: the tokens where it begins and the one behind it."""

    whos: list[Who]
    links: list[str]
    first: int
    after: int
    first_after: int


_DONE_TO_SELF = frozenset(
    "shot shoots shooting killed kills killing stabbed stabbing wounded wounding injured injuring hanged hanging".split()
)


def find_harm(sentence: Sentence, whos: Sequence[Who]) -> tuple[Harm, ...]:
    """Find what harm came to whom in one sentence; `whos` are its parties and persons, in text order."""
    whos = [w for w in whos if not _speaks(sentence.tokens, w)]
    if not whos:
        return ()
    lists = _lists(sentence.tokens, whos)
    found: list[Harm] = []
    for n, row in enumerate(lists):
        limit = lists[n + 1].first if n + 1 < len(lists) else len(sentence.tokens)
        said = _said_of(sentence, row, limit)
        before = found[-1] if found else None
        if not said and before and _goes_along(sentence.tokens, before, row):
            said = before.predicate, before.start, before.end
        if said:
            of_self = _is_of_self(sentence.tokens, said[2])
            meant = _meant_by(sentence.tokens, row.whos, whos, found)
            found.append(Harm(said[0], sentence.index, said[1], said[2], meant, tuple(row.links), of_self))
        else:
            found.extend(_parts(sentence, row))
    found.extend(_to_themselves(sentence, lists, found))
    return tuple(sorted(found, key=lambda h: h.whos[0].start))


_HE_OR_SHE = frozenset(("he", "she"))


def _meant_by(
    tokens: Sequence[Token], told: Sequence[Who], whos: Sequence[Who], found: Sequence[Harm]
) -> tuple[Who, ...]:
    """Give whom "he" means where its sentence names one only before it: "a boy was rushed away after | he | was shot".

    Not one to whom harm is told there too, nor one who does harm: he comes to it by what others tell.
    """
    pronoun = told[0].party
    if len(told) > 1 or not pronoun or pronoun.head not in _HE_OR_SHE:
        return tuple(told)
    before = [w for w in whos if w.end < told[0].start]
    harmed = {w.start for h in found for w in h.whos}
    only = before[0] if len(before) == 1 and before[0].party and not before[0].actor else None
    party = only.party if only else None
    if not only or not party or not party.is_one or party.is_definite or party.kind.group == "perpetrators":
        return tuple(told)
    if only.start in harmed or (party.sex and party.sex != pronoun.sex) or (not party.age and party.kind.generic):
        return tuple(told)
    between = (t.lower for t in tokens if only.end <= t.start < told[0].start)
    return tuple(told) if _HARMING.intersection(between) else (only,)


_HARMING = frozenset(
    "shot shoots shooting fired firing opened stabbed stabbing attacked attacking killed killing drew pulled pointed aimed "
    "rammed robbed charged threatened accused suspected wanted arrested".split()
)


def _to_themselves(sentence: Sentence, lists: Sequence[_List], found: Sequence[Harm]) -> Iterator[Harm]:
    """Read "a boy found a gun | and fatally shot himself": the nearest one before it whom nobody else harms."""
    told = {w.start for h in found for w in h.whos}
    ends = {h.end for h in found}
    at = 0
    nearest: Who | None = None
    for i, token in enumerate(sentence.tokens):
        while at < len(lists) and lists[at].first <= i:
            who = lists[at].whos[0]
            nearest = who if len(lists[at].whos) == 1 and _is_one(who) and who.start not in told else nearest
            at += 1
        if token.lower not in REFLEXIVE or i < 2 or nearest is None:
            continue
        verb = sentence.tokens[i - 1]
        if verb.lower not in _DONE_TO_SELF or verb.end in ends or nearest.end > verb.start:
            continue
        is_fatal = verb.lower.startswith(("kill", "hang")) or sentence.tokens[i - 2].lower == "fatally"
        predicate = "killed" if is_fatal else "shot"
        yield Harm(predicate, sentence.index, verb.start, token.end, (nearest,), ("",), of_self=True)
        told.add(nearest.start)
        nearest = None


def _goes_along(tokens: Sequence[Token], before: Harm, row: _List) -> bool:
    """Does the row share the harm before it: "the governor was killed | along with | four bodyguards"?"""
    first = bisect_left(tokens, before.end, key=lambda t: t.start)
    gap = [t.lower for t in tokens[first : row.first]]
    return gap in (["along", "with"], ["together", "with"], ["alongside"], ["as", "well", "as"])


def _is_of_self(tokens: Sequence[Token], end: int) -> bool:
    """Did they do it themselves: "shot himself", "took her own life", "died of a self-inflicted wound"?"""
    after = bisect_left(tokens, end, key=lambda t: t.start)
    if [t.lower for t in tokens[max(0, after - 2) : after]] == ["own", "life"]:
        return True
    near = [t.lower for t in tokens[after : after + 10]]
    stop = next((n for n, w in enumerate(near) if w in (".", ";", "and", "but")), len(near))
    return bool(near[:1] and near[0] in REFLEXIVE) or "self-inflicted" in near[:stop]


def _speaks(tokens: Sequence[Token], who: Who) -> bool:
    """Is it the people whose words these are: "…, officials said"?"""
    if not who.party or who.party.is_one:
        return False
    after = bisect_left(tokens, who.end, key=lambda t: t.start)
    return after < len(tokens) and tokens[after].lower in SPEAKING


def _parts(sentence: Sentence, row: _List) -> Iterator[Harm]:
    """Give parts told of people whose harm was told before: "two of them were children"."""
    for who in row.whos:
        party = who.party
        if party and party.is_part and party.head:
            yield Harm(party.whole or "same", sentence.index, who.start, who.end, (who,), ("part",))


def _lists(tokens: Sequence[Token], whos: Sequence[Who]) -> list[_List]:
    """Join what stands in one list: "Two officers and three porters", "12 people, including two children"."""
    starts = [t.start for t in tokens]
    out: list[_List] = []
    for who in whos:
        first, after = bisect_left(starts, who.start), bisect_left(starts, who.end)
        link = _link(tokens[out[-1].after : first], out[-1].whos[-1], who) if out else None
        if link is None:
            out.append(_List([who], [""], first, after, after))
        else:
            out[-1].whos.append(who)
            out[-1].links.append("part" if link == "and" and out[-1].links[-1] == "part" else link)
            out[-1].after = after
    return out


def _link(gap: Sequence[Token], before: Who, after: Who) -> str | None:
    if len(gap) > 8:
        return None
    between = [t.lower for t in gap]
    if between[:1] == ["of"] and "family" in between[:4]:
        between = between[between.index("family") + 1 :]  # "five members | of a family, including …"
    words = [w for w in between if w.isalpha()]
    party = None if after.actor else after.party
    if party and (party.is_all or party.is_part) and set(between) <= LISTING | PART_WORDS | set(SAID_OF) | {"and"}:
        return "all" if party.is_all else "part"
    if _is_among(words, before, party):
        return "whole"
    if not between and party and party.is_counted and before.party and before.party.is_counted:
        return "and"
    if not between:
        return "same" if after.actor and before.party and before.party.is_one else None
    if PART_WORDS.intersection(words) and set(words) <= PART_WORDS | BESIDE_PARTS | set(SAID_OF) | SKIPPED:
        return "part"
    if words and set(between) <= MOSTLY | BESIDE_PARTS | LISTING and MOSTLY.intersection(words):
        return "part"
    if set(between) <= LISTING or words in (["as", "well", "as"], ["along", "with"], ["and", "also"]):
        return "same" if _is_apposition(between, party) else "and"
    is_naming = bool(after.actor and before.actor)  # "Ruiz, 47; Ferro, 43; and Dala, 22"
    if all(w in LISTING or w.isdigit() or (is_naming and w == ";") for w in between):
        return "same" if party and party.is_one and "and" not in between else "and"
    return None


def _is_among(words: Sequence[str], before: Who, party: Party | None) -> bool:
    """Is one told as one of a number: "a nurse was among | five people killed"?"""
    words = [w for w in words if w != "the"]
    if words not in (["was", "among"], ["is", "among"], ["among"], ["was", "one", "of"], ["is", "one", "of"]):
        return False
    return bool(party and party.is_counted and not party.is_one and _is_one(before))


def _is_apposition(between: Sequence[str], party: Party | None) -> bool:
    """Does it name the same person in another word ("Josefa Almarén, a nurse")?"""
    if party is None or not party.is_one or party.is_counted or list(between) != [","]:
        return False
    return not party.phrase.casefold().startswith(("his ", "her ", "their "))  # "Juan, | his wife and"


def _is_one(who: Who) -> bool:
    return bool(who.actor or (who.party and who.party.is_one))


def _said_of(sentence: Sentence, row: _List, limit: int) -> tuple[str, int, int] | None:
    tokens = sentence.tokens
    only = row.whos[0].party
    found = harm_before(tokens, row.first, row.after, only, bool(row.whos[0].actor))
    is_doer = row.first > 0 and tokens[row.first - 1].lower == "by"  # "hit by the rebels | shot at dawn"
    found = found or (None if is_doer else harm_after(tokens, row.after, limit, _is_one(row.whos[-1])))
    if not found and len(row.whos) > 1 and not is_doer:
        found = harm_after(tokens, row.first_after, limit, _is_one(row.whos[0]))
    if found:
        return found
    if only and only.is_counted and only.head in HARM_HEADS:
        return HARM_HEADS[only.head], only.start, only.end
    return None
