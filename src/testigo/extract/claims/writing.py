"""From drafts to claims: each gets its speakers and its stance, what is told twice becomes one, and all are numbered.

A claim has the speaker in whose words its evidence lies. A headline says nothing of its own that the body says too: it
becomes a second span of the body's claim, with the body's speaker. A draft may point at a figure that it retires before
that figure has a number: `supersedes` is then `draft:<start>:<end>`, the first span of the retired one.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import msgspec

from testigo.extract.claims.speakers import Chain, Speech, chain_key, find_speeches
from testigo.extract.claims.speech_table import ACCUSING
from testigo.extract.claims.stance import stance_of
from testigo.extract.draft import Draft
from testigo.extract.mentions.found import Actors
from testigo.extract.page import Page
from testigo.records.base import Value
from testigo.records.codes import DOERS, Stance
from testigo.records.nouns import Speaker
from testigo.records.report import Claim
from testigo.records.spans import Span
from testigo.records.values import DateValue, MessageValue, RangeValue

MOST_SPANS = 3
LONGEST_EVIDENCE = 300
# The least firm wins where a verb and a hedge both speak.
_WEAKEST_FIRST: tuple[Stance, ...] = ("denied", "planned", "possible", "suspected", "claimed", "stated")
_HEADLINES = frozenset({"headline", "subheading"})
# What a person is said to have suffered, and who did it: the doer's own word makes it `claimed`.
_OF_INJURED = frozenset({"victim", "injured", "perpetrator", "carried_out_by"})
_SUFFERED = frozenset({"was_injured", "died"})


class _Said(NamedTuple):
    """A draft with its stance and speakers settled."""

    draft: Draft
    stance: Stance
    chains: tuple[Chain, ...]
    in_headline: bool


def write_claims(
    page: Page, drafts: Iterable[Draft], actors: Actors, made_by: str, speeches: tuple[Speech, ...] | None = None
) -> tuple[Claim, ...]:
    """Turn drafts into claims c1, c2 …, in the order of their evidence.

    A draft whose evidence crosses a sentence or is too long is left out. speeches: found here unless given.
    """
    told = find_speeches(page, actors) if speeches is None else speeches
    by_sentence: dict[int, list[Speech]] = {}
    for speech in told:
        by_sentence.setdefault(speech.sentence, []).append(speech)
    kept = [d for d in _without_victims_trades(tuple(drafts)) if _is_evidence(page, d)]
    names = {a.id: a.name for a in actors.actors}
    merged = _merged([_said(page, _with_names(d, names), by_sentence) for d in kept])
    merged.sort(key=lambda s: (s.draft.spans[0], s.draft.predicate, s.draft.subject, str(s.draft.value), s.stance))
    number = {span: f"c{i}" for i, s in reversed(tuple(enumerate(merged, 1))) for span in _keys(s)}
    return tuple(_claim(page, f"c{i}", s, number, made_by) for i, s in enumerate(merged, 1))


def _is_evidence(page: Page, draft: Draft) -> bool:
    for start, end in draft.spans:
        sentence = page.sentence_at(start)
        if sentence is None or end > sentence.end or not 0 < end - start <= LONGEST_EVIDENCE:
            return False
    return bool(draft.spans)


def _without_victims_trades(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Leave out what a victim claim already holds: the trade and the death or injury of a person told as a victim.

    An injury that its doer alone claims ("the army says it wounded X in a clash") is told of X and of no incident, and a
    death of an illness is no victim's.
    """
    claimed = [d for d in drafts if d.predicate == "was_injured" and d.stance == "claimed"]
    drafts = tuple(d for d in drafts if d.predicate not in _OF_INJURED or not any(_lies_within(d, c) for c in claimed))
    victims = {getattr(d.value, "actor", None) for d in drafts if d.predicate == "victim"}
    double = {"occupation", "died", "was_injured"}
    return tuple(
        d for d in drafts
        if not (d.predicate in double and d.subject in victims) or (d.predicate == "died" and getattr(d.value, "description", None))
    )  # fmt: skip


def _lies_within(draft: Draft, other: Draft) -> bool:
    return all(any(a <= start and end <= b for a, b in other.spans) for start, end in draft.spans)


def _with_names(draft: Draft, names: dict[str, str]) -> Draft:
    """Call each speaker of a draft who is an actor by the actor's name."""
    if not draft.chains:
        return draft
    chains = tuple(
        tuple(Speaker(actor=s.actor, name=names.get(s.actor or "", s.name)) for s in c) for c in draft.chains
    )
    return replace(draft, chains=chains)


def _said(page: Page, draft: Draft, by_sentence: dict[int, list[Speech]]) -> _Said:
    speeches = _speeches_of(page, draft, by_sentence)
    chains = (
        draft.chains if draft.chains is not None else tuple({chain_key(s.chain): s.chain for s in speeches}.values())
    )
    stance = (
        draft.stance
        if draft.stance is not None
        else _stance(page, draft, [] if draft.chains is not None else speeches, chains)
    )
    sentence = page.sentence_at(draft.spans[0][0])
    return _Said(draft, stance, chains, sentence is not None and sentence.kind in _HEADLINES)


def _speeches_of(page: Page, draft: Draft, by_sentence: dict[int, list[Speech]]) -> list[Speech]:
    """Give the speeches that hold the draft's last words outside a headline; the innermost of one sentence's cues."""
    found: list[Speech] = []
    for start, end in draft.spans:
        sentence = page.sentence_at(start)
        here = by_sentence.get(sentence.index, []) if sentence else []
        inside = [s for s in here if s.start <= start and end <= s.end]
        found += [s for s in inside if not s.is_of_doer or draft.predicate in DOERS]
    return _innermost(found)


def _innermost(speeches: list[Speech]) -> list[Speech]:
    """Leave out a speech whose chain another one lengthens (the newspaper alone beside the newspaper's sources)."""
    return [
        s for s in speeches
        if not any(len(t.chain) > len(s.chain) and all(who in t.chain for who in s.chain) for t in speeches)
    ]  # fmt: skip


def _stance(page: Page, draft: Draft, speeches: list[Speech], chains: tuple[Chain, ...]) -> Stance:
    told: list[Stance] = [stance_of(page, a, b, draft.predicate) for a, b in draft.spans]
    if draft.predicate == "victim":
        told = [_firmest_sentence(page, draft.spans, told)]
    doer = getattr(draft.value, "actor", None)
    for speech in speeches:
        if draft.predicate == "victim" and _is_told_elsewhere(page, draft, speeches):
            break
        if speech.verb not in ACCUSING or draft.predicate in DOERS:
            told.append(speech.stance)
        if speech.is_own_deed and (draft.predicate in DOERS or draft.predicate in _SUFFERED):
            told.append("claimed")
    if draft.predicate in DOERS and doer and any(c and c[-1].actor == doer for c in chains):
        told.append("claimed")
    return next((s for s in _WEAKEST_FIRST if s in told), "stated")


def _is_told_elsewhere(page: Page, draft: Draft, speeches: list[Speech]) -> bool:
    """Does a sentence tell of the victim in nobody's words, so that what others believe of him weakens nothing?"""
    spoken = {s.sentence for s in speeches}
    told = (page.sentence_at(start) for start, _ in draft.spans)
    return any(s.index not in spoken and len(draft.spans) > 1 for s in told if s)


def _firmest_sentence(page: Page, spans: tuple[tuple[int, int], ...], told: list[Stance]) -> Stance:
    """Give the stance of the sentence that tells it most firmly: a victim is told again and again."""
    by_sentence: dict[int, Stance] = {}
    for (start, _), stance in zip(spans, told, strict=True):
        sentence = page.sentence_at(start)
        at = sentence.index if sentence else -1
        by_sentence[at] = min(stance, by_sentence.get(at, "stated"), key=_WEAKEST_FIRST.index)
    return max(by_sentence.values(), key=_WEAKEST_FIRST.index)


def _merged(said: list[_Said]) -> list[_Said]:
    """Make one of what one speaker says twice; a headline's claim goes to the body's claim of the same value."""
    body: dict[tuple[str, str, str], list[_Said]] = {}
    order: list[_Said] = []
    for s in sorted(said, key=lambda s: (s.in_headline, s.draft.spans)):
        key = (s.draft.subject, s.draft.predicate, _value_key(s.draft.value))
        same = body.setdefault(key, [])
        at = next((i for i, t in enumerate(same) if _is_same(s, t)), None)
        if at is None:
            same.append(s)
            continue
        same[at] = _joined(same[at], s)
    for entries in body.values():
        order += entries
    return order


def _is_same(new: _Said, old: _Said) -> bool:
    if new.in_headline and not old.in_headline and not new.chains:
        return new.stance == old.stance
    return new.stance == old.stance and new.chains == old.chains


def _joined(old: _Said, new: _Said) -> _Said:
    spans = tuple(sorted({*old.draft.spans, *new.draft.spans}))
    if len(spans) > MOST_SPANS:
        spans = old.draft.spans
    value = old.draft.value if _richness(old.draft.value) >= _richness(new.draft.value) else new.draft.value
    chances = [d.confidence for d in (old.draft, new.draft) if d.confidence is not None]
    return old._replace(draft=replace(old.draft, spans=spans, value=value, confidence=max(chances, default=None)))


def _richness(value: Value) -> int:
    return sum(v is not None for v in msgspec.structs.asdict(value).values())


def _value_key(value: Value) -> str:
    """Bring a value to what makes it the same said twice: its words' form and retired figures do not."""
    data = msgspec.structs.asdict(value)
    says_only_words = isinstance(value, MessageValue) or (isinstance(value, DateValue) and value.start is None)
    for word in ("supersedes", "more") if says_only_words else ("text", "supersedes", "more"):
        data.pop(word, None)
    description = data.get("description")
    if isinstance(description, str):
        data["description"] = description.casefold()
    return repr(sorted(data.items(), key=lambda kv: kv[0]))


def _keys(said: _Said) -> list[str]:
    return [f"draft:{a}:{b}" for a, b in said.draft.spans] if isinstance(said.draft.value, RangeValue) else []


def _claim(page: Page, claim_id: str, said: _Said, number: dict[str, str], made_by: str) -> Claim:
    value = said.draft.value
    if isinstance(value, RangeValue) and value.supersedes:
        retired = number.get(value.supersedes)
        value = msgspec.structs.replace(value, supersedes=retired if retired != claim_id else None)
    return Claim(
        id=claim_id,
        subject=said.draft.subject,
        predicate=said.draft.predicate,
        value=value,
        evidence=tuple(Span.of(page.document.text, a, b) for a, b in _distinct(said.draft.spans)),
        stance=said.stance,
        attributed_to=said.chains,
        confidence=said.draft.confidence,
        made_by=made_by,
    )


def _distinct(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Leave out spans that lie within another of the same claim."""
    unlike = sorted(set(spans))
    return tuple(s for s in unlike if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in unlike))
