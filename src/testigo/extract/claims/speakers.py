"""Who says what: speeches, each with the chain of its speakers and the words that are laid at their door.

Theory: English news puts the speaker in a few fixed places: before a verb of saying whose content follows, after its
content ("…, police said"), in "according to X", in a passive ("announced by X"), or round a quotation. Attribution
reaches to the end of the sentence and no further, unless a quotation goes on. Someone who was merely told is no
speaker. The words themselves stand in speech_table.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testigo.extract.claims import speech_table as table
from testigo.extract.claims.view import View, views
from testigo.extract.mentions.found import Actors, Mentions
from testigo.extract.page import Page
from testigo.records.codes import Stance
from testigo.records.nouns import Speaker

Chain = tuple[Speaker, ...]
REPORTS = Speaker(actor=None, name="reports")
_ARTICLE = re.compile(r"^(?:the|an?|its|some)\s+", re.IGNORECASE)
_OPENERS = frozenset("local some several many the two three its his her their a an".split())
# How far into a sentence its subject may begin, in characters.
_FIRST_SUBJECT = 40
_PERSONAL = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Words laid at somebody's door: offsets of the words, the chain of speakers (outermost first), where the cue is.

    verb: the cue's own word. stance: what that verb says of the words ("denied", "suspected"), else "stated".
    is_own_deed: the speaker claims or admits it ("claims to have injured him"). is_of_doer: it tells only who did it
    or did not ("denied any part in the attack"); what else the words hold is the report's own.
    """

    start: int
    end: int
    sentence: int
    chain: Chain
    stance: Stance
    verb: str
    cue_start: int
    cue_end: int
    is_own_deed: bool = False
    is_of_doer: bool = False


@dataclass(frozen=True, slots=True)
class _Cue:
    """A place where a sentence names a speaker, in offsets of the sentence; is_after: its content stands before it."""

    start: int
    end: int
    chain: Chain
    verb: str
    is_after: bool


def find_speeches(page: Page, actors: Actors) -> tuple[Speech, ...]:
    """Find who says what, in text order; each speech lies within one sentence."""
    found: list[Speech] = []
    names = {a.id: a.name for a in actors.actors}
    persons = {a.id for a in actors.actors if a.type == "person"}
    people: list[str] = []
    for view in views(page, Mentions(actors=actors), frozenset({"furniture"})):
        cues = _cues(page, view, names, _Last(found, persons, view.sentence.paragraph, page, people))
        people = sorted({m.ref for m in view.marks if m.kind == "p" and m.ref})
        found += [s for i, cue in enumerate(cues) for s in _speeches(view, cues, i, cue)]
        found += _reportedly(view)
    found += _quotations(page, found)
    once = {(s.start, s.end, chain_key(s.chain)): s for s in reversed(found)}
    return tuple(sorted(once.values(), key=lambda s: (s.start, s.cue_start, s.end)))


def chain_key(chain: Chain) -> tuple[tuple[str | None, str], ...]:
    """Give a chain in a form that can be a key (speakers carry unknown fields, which cannot)."""
    return tuple((s.actor, s.name) for s in chain)


@dataclass(frozen=True)
class _Last:
    """The speakers before a sentence: who "he" or "it" is in "he said", if its paragraph or the one before tells.

    people: the persons of the sentence before, whom "he" means if there is but one and nobody spoke.
    """

    speeches: list[Speech]
    persons: set[str]
    paragraph: int
    page: Page
    people: list[str]

    def speaker(self, pronoun: str) -> Chain | None:
        for s in reversed(self.speeches[-4:]):
            last = s.chain[-1]
            near = self.paragraph - self.page.sentences[s.sentence].paragraph <= 1
            is_person = last.actor in self.persons
            if near and last.actor and is_person == (pronoun in _PERSONAL):
                return s.chain
        return None

    def person(self, pronoun: str, names: dict[str, str]) -> Chain:
        """Give the one person of the sentence before for "he" or "she"."""
        one = self.people[0] if len(self.people) == 1 and pronoun in _PERSONAL else None
        return (Speaker(actor=one, name=names[one]),) if one else ()


def _cues(page: Page, view: View, names: dict[str, str], last: _Last) -> list[_Cue]:
    found: list[_Cue] = []
    taken = bytearray(len(view.text))
    rows = [*table.BODY_SOURCES, table.ACCORDING]
    if table.HAS_VERB.search(view.text):
        rows = [
            *table.SPOKESMEN,
            *table.BODY_SOURCES,
            table.ACCORDING,
            table.BEFORE_OR_AFTER,
            table.INVERTED,
            table.COORDINATED,
            table.NAMED,
        ]
    if view.sentence.kind in ("headline", "subheading"):
        rows += table.HEADLINES
    for words in rows:
        for match in view.search(words):
            chain = _chain(page, view, match, names, last)
            if chain and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(_cue(view, match, chain))
    return sorted(found, key=lambda c: c.start)


def _chain(page: Page, view: View, match: re.Match[str], names: dict[str, str], last: _Last) -> Chain:
    who = match.groupdict()
    chain: list[Speaker] = []
    for group in ("outer", "body", "who"):
        mark = view.named(match, group)
        if mark and mark.ref:
            chain.append(Speaker(actor=mark.ref, name=names[mark.ref]))
    if who.get("noun"):
        start = view.sentence.start + match.start("noun")
        words = page.text[start : start + len(who["noun"])]
        begins = start == view.sentence.start and words.split()[0].lower() in table.ORDINARY_FIRST
        chain.append(Speaker(actor=None, name=_plain_name(words[0].lower() + words[1:] if begins else words)))
    if who.get("body") and not who.get("who"):
        chain.append(Speaker(actor=None, name="spokesman"))
    if who.get("pro"):
        chain += last.speaker(who["pro"]) or last.person(who["pro"], names)
    if "name" in who:
        if view.sentence.text.isupper():
            return ()  # where all is capitals, none tells a name
        name = _written_as_name(page.text[slice(*(view.sentence.start + at for at in match.span("name")))])
        return (Speaker(actor=None, name=name),) if name else ()
    if not chain and "who" not in who:
        first = next((m for m in view.marks if m.kind in "gfpo"), None)
        if first and first.ref and first.start - view.sentence.start <= _FIRST_SUBJECT:
            chain.append(Speaker(actor=first.ref, name=names[first.ref]))
    return tuple(chain)


def _written_as_name(words: str) -> str:
    """Give the capitalised words that the words end in, "" where none is a name's."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if not word[0].isupper() or word.casefold() in table.NO_NAMES:
            break
        kept.insert(0, word)
    return " ".join(kept)


def _plain_name(words: str) -> str:
    """Give an unnamed speaker without article, and without the end of another phrase ("attack Turkish officials",
    "Turkey local sources")."""
    split = words.split(" ")
    opens = [i for i in range(1, len(split)) if split[i] in _OPENERS and split[i - 1] not in _OPENERS]
    words = " ".join(split[opens[-1] :]) if opens else words
    bare = _ARTICLE.sub("", words, count=1)
    first, _, rest = bare.partition(" ")
    return rest if bare == words and first.islower() and rest[:1].isupper() else bare


def _cue(view: View, match: re.Match[str], chain: Chain) -> _Cue:
    text, verb = view.text, (match.groupdict().get("verb") or "").strip()
    start, end = match.start(), match.end()
    if not verb:
        return _Cue(start, end, chain, "", is_after=True)
    if verb == "told" and (hearer := table.HEARER.match(text, end)):
        end = hearer.end()
    is_after = text[start] == " " or bool(re.match(r"\s*(?:[,.;!?\"]|$)", text[end:]))
    return _Cue(_before_titles(text, start) if is_after else start, end, chain, verb, is_after)


def _before_titles(text: str, start: int) -> int:
    """Step back over what introduces a speaker after the content: ", its mayor, X" and "chief X"."""
    lead = re.search(
        r"(?:, (?:its|the|their|his|her|an?) [\w' -]{2,60})?[,\"] ?[\w' \ue001-\ue007-]{0,60}$",
        text[max(0, start - 130) : start],
    )
    return start - len(lead.group()) if lead else start


def _speeches(view: View, cues: list[_Cue], index: int, cue: _Cue) -> Iterator[Speech]:
    """Give the words that a cue governs: behind it to the sentence's end or the next speaker's clause; before it too
    where its content goes ahead of it."""
    text = view.text
    following = cues[index + 1] if index + 1 < len(cues) else None
    stop = len(text)
    if following:
        cuts = [c.start() for c in table.CLAUSE_CUT.finditer(text, cue.end, following.start + 1)]
        stop = cuts[-1] if cuts else following.start if following.is_after else stop
    parts = [(cue.end, stop)]
    if cue.is_after:
        begun = 0
        if index:
            cuts = [c.end() for c in table.CLAUSE_CUT.finditer(text, cues[index - 1].end, cue.start)]
            begun = cuts[0] if cuts else cues[index - 1].end
        parts.append((begun, cue.start))
    chain = cue.chain
    outer = cues[index - 1] if index else None
    if outer and not outer.is_after and not cue.is_after and not table.CLAUSE_CUT.search(text, outer.end, cue.start):
        chain = (*outer.chain, *(s for s in cue.chain if s not in outer.chain))
    for a, b in parts:
        yield from _pieces(view, cue, chain, a, b)


def _pieces(view: View, cue: _Cue, chain: Chain, start: int, end: int) -> Iterator[Speech]:
    """Give the words between two offsets of a sentence as speeches: what the verb adds reaches to the end of its clause."""
    text, base = view.text, view.sentence.start
    rest = text[cue.end :].lstrip()
    own = bool(table.OWN_DEED.match(rest)) and cue.verb[:5] in ("claim", "admit", "ackno")
    of_doer = cue.verb[:4] in ("deni", "deny") and not table.CONTENT.match(rest)
    stance: Stance = table.STANCE_OF.get(cue.verb, "stated")
    cut = table.CLAUSE_CUT.search(text, start, end) if stance != "stated" else None
    # "Police suspect the X, which has fought since 2016": what the clause adds is the report's own.
    is_remark = cut is not None and cut.group().endswith(("which", "who"))
    rest_of = (end, end) if is_remark else (cut.end() if cut else end, end)
    for a, b, says in ((start, cut.start() if cut else end, stance), (*rest_of, "stated")):
        piece = text[a:b]
        left, right = a + len(piece) - len(piece.lstrip(" ,.;:")), b - (len(piece) - len(piece.rstrip(" ,.;:")))
        if left < right:
            where = base + left, base + right, view.sentence.index
            cue_at = base + cue.start, base + cue.end
            yield Speech(*where, chain, says, cue.verb, *cue_at, is_own_deed=own, is_of_doer=of_doer)


def _reportedly(view: View) -> Iterator[Speech]:
    text, base = view.text, view.sentence.start
    for cue in table.REPORTEDLY.finditer(text):
        cuts = [(c.start(), c.end()) for c in table.SHORT_CUT.finditer(text)]
        left = max((b for _, b in cuts if b <= cue.start()), default=0)
        right = min((a for a, _ in cuts if a >= cue.end()), default=len(text))
        ends = base + cue.start(), base + cue.end()
        yield Speech(base + left, base + right, view.sentence.index, (REPORTS,), "stated", "reportedly", *ends)


def _quotations(page: Page, found: list[Speech]) -> Iterator[Speech]:
    """Carry a quotation's speaker over all its sentences, and to a quotation that fills the sentence after one."""
    by_sentence: dict[int, list[Speech]] = {}
    for s in found:
        by_sentence.setdefault(s.sentence, []).append(s)
    for quote in table.QUOTE.finditer(page.text):
        first, final = page.sentence_at(quote.start()), page.sentence_at(quote.end() - 1)
        if first is None or final is None:
            continue
        inside = page.sentences[first.index : final.index + 1]
        told = [
            s for t in inside for s in by_sentence.get(t.index, ()) if s.start < quote.end() and quote.start() < s.end
        ]
        fills = quote.start() <= first.start + 1 and quote.end() >= final.end - 1
        if not told and fills and first.index and page.sentences[first.index - 1].paragraph == first.paragraph:
            told = by_sentence.get(first.index - 1, [])
        outside = [s for s in told if s.cue_start < quote.start() or s.cue_end > quote.end()]
        if outside:
            yield from _carried(page, outside[0], quote, [t.index for t in inside], by_sentence)


def _carried(
    page: Page, speech: Speech, quote: re.Match[str], inside: list[int], by_sentence: dict[int, list[Speech]]
) -> Iterator[Speech]:
    for index in inside:
        sentence = page.sentences[index]
        if any(s.chain == speech.chain for s in by_sentence.get(index, ())):
            continue
        start, end = max(sentence.start, quote.start()), min(sentence.end, quote.end())
        made = Speech(start, end, index, speech.chain, "stated", speech.verb, speech.cue_start, speech.cue_end)
        by_sentence.setdefault(index, []).append(made)
        yield made
