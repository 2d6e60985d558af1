"""Where a text may name a place: names cut down to their place part, with what the words beside them say.

A spot is a candidate, not yet a place. It remembers the preposition before it, the class noun beside it ("town of X",
"X province", "X, a village") and whether it looks like a person's name. Runs that name an organisation give no spot,
except an agency of a place ("Buffalo Police"), whose place is kept as a clue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.names import is_headline_case, is_shouted
from testigo.extract.mentions.place_demonyms import countries_of
from testigo.extract.mentions.titles import ROLES, TITLES
from testigo.extract.page import Page, Sentence, Token
from testigo.reference import Gazetteer, GazetteerPlace, fold_name


@dataclass(frozen=True)
class Spot:
    """Words that may name a place.

    full_start, full_end: with the class noun beside it and, of an acronym, its expansion in brackets. kind: the type
    that a class noun gives, None where none stands. is_strong: the words put something there; is_attributive: they
    only say that something belongs there ("a Houma man"). is_scanned: its capitals show nothing. is_short: an
    abbreviation ("Fla."). opens: it begins a sentence. is_person: they rather
    speak of a person. candidates: what the gazetteer knows by this name.
    """

    start: int
    end: int
    sentence: int
    text: str
    form: str = "name"
    hint: str = ""
    kind: str | None = None
    full_start: int = -1
    full_end: int = -1
    is_strong: bool = False
    is_attributive: bool = False
    is_scanned: bool = False
    is_short: bool = False
    opens: bool = False
    is_person: bool = False
    expansion: tuple[int, int] | None = None
    candidates: tuple[GazetteerPlace, ...] = ()


_CLASS = "|".join(sorted((re.escape(w) for w in words.CLASSES), key=lambda w: (-len(w), w)))
_APPOSITION = re.compile(rf",\s+(?:(?:a|an|the|another)\s+(?:(?!(?:in|of|at|on|near|and)\b)[\w’'-]+\s+){{0,3}}({_CLASS})|({_CLASS})s)\b")
_CLASS_AFTER = re.compile(r" (County|Parish|Province|Governorate|District)\b")
_EXPANSION = re.compile(r"\s\(([^()]{6,120})\)")
_DESCRIPTION = re.compile(rf"\b(?:the|this|that)\s+(?:same\s+)?(town|city|village|hamlet|province|state|district|county|region|island)\b(?!\s+(?:of\s+[A-Z]|[a-z]+(?:man|woman|men)\b|council|hall|police|government|court|capital|media|tv|television|department|attorney|official|house))")
_OPENING = re.compile(
    r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}){0,2})"
    r"(?:, [A-Z][a-z]+\.? \d{1,2})?\s*(?:\([^()\n]{1,40}\))?\s*(?:--|[–—:-])(?=\s)"
)
_AGE_AFTER = re.compile(r",\s+(?:aged\s+)?\d{1,3}\b(?!\s*(?:,\s+\d{4}|\w))|\s+\(\d{1,2}\)")


def find_spots(page: Page, gazetteer: Gazetteer, names: Sequence[Name]) -> tuple[Spot, ...]:
    """Find the spots of a document, in text order, none inside another."""
    surnames = _surnames(page, names, gazetteer)
    found: list[Spot] = []
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    shouted = is_shouted(page)
    for sentence in page.sentences:
        own = by_sentence.get(sentence.index, [])
        loud = shouted or sentence.kind == "dateline" or is_headline_case(sentence)
        opening = _opening_end(page, sentence)
        scanned = list(_scanned(sentence, gazetteer, sentence.end if loud else opening)) if loud or opening else []
        for name in _join(own, scanned):
            for spot in _pieces(page, sentence, name, gazetteer):
                opens = name.is_sentence_start and spot.start == name.start
                judged = _judged(_with(spot, opens=opens), sentence, surnames)
                if judged.end <= opening and judged.form != "demonym":
                    judged = _with(judged, form="dateline", is_strong=True, is_person=False)
                found.append(_with(judged, is_scanned=loud and name in scanned and sentence.kind != "dateline"))
        found.extend(_descriptions(sentence))
    return _apart(found)


def _opening_end(page: Page, sentence: Sentence) -> int:
    """Give the end of a dateline that opens a paragraph ("BUFFALO, N.Y. (WIVB) –"), 0 where there is none."""
    before = page.sentences[sentence.index - 1] if sentence.index else None
    if before and before.paragraph == sentence.paragraph and "\n" not in page.text[before.end : sentence.start]:
        return 0
    found = _OPENING.match(page.text, sentence.start)
    return found.end(1) if found else 0


def _apart(spots: list[Spot]) -> tuple[Spot, ...]:
    """Put spots in order, and drop those that stand in an earlier one or in its expansion."""
    kept: list[Spot] = []
    end = -1
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        if spot.start >= end:
            kept.append(spot)
            end = max(end, spot.end, spot.expansion[1] if spot.expansion else 0)
    return tuple(kept)


def _join(names: list[Name], more: Iterator[Name]) -> list[Name]:
    """Put two lists of names together; of two that overlap, the longer stays."""
    joined: list[Name] = []
    for name in sorted([*names, *more], key=lambda n: (n.start - n.end, n.start)):
        if all(name.end <= other.start or name.start >= other.end for other in joined):
            joined.append(name)
    return sorted(joined, key=lambda n: n.start)


def _scanned(sentence: Sentence, gazetteer: Gazetteer, stop: int) -> Iterator[Name]:
    """Find, where capitals show nothing, what the gazetteer knows after a preposition, a comma or at the start."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens) and tokens[at].end <= stop:
        before = tokens[at - 1].lower if at else ""
        opens = at == 0 or before in words.PLACING | words.LOOSE | {",", "the", ":", "-", "–", "—"}
        if not opens or not tokens[at].is_capital or tokens[at].lower in words.NEVER:
            at += 1
            continue
        for end in range(min(len(tokens), at + 4), at, -1):
            text = sentence.text[tokens[at].start - sentence.start : tokens[end - 1].end - sentence.start]
            if "," not in text and (len(text) > 3 or "." in text) and tokens[end - 1].text[0].isalnum() and gazetteer.lookup(text):
                yield Name(tokens[at].start, tokens[end - 1].end, sentence.index, text, is_sentence_start=at == 0)
                at = end - 1
                break
        at += 1


def _surnames(page: Page, names: Sequence[Name], gazetteer: Gazetteer) -> frozenset[str]:
    """Collect the words of names that the document uses for people."""
    found: set[str] = set()
    for name in names:
        parts = [p for p in re.split(r"[\s.]+", name.text) if p]
        if _is_titled(page, name.start, name.sentence):
            found.update(p.casefold() for p in parts)
        elif len(parts) in (2, 3) and is_given_name(parts[0]) and not gazetteer.lookup(name.text):
            if parts[-1].casefold() not in words.AFTER_NAME and not {p.casefold() for p in parts} & words.NOT_PLACES:
                found.update(p.casefold() for p in parts[1:])
    return frozenset(found)


def _is_titled(page: Page, start: int, sentence: int) -> bool:
    """Does a title or a role stand right before ("Sheriff X", "spokesman X", "Mr. X")?"""
    own = page.sentences[sentence]
    before = re.search(r"([A-Za-z’'-]+)\.?\s+$", page.text[max(own.start, start - 25) : start])
    return bool(before) and before.group(1).lower() in TITLES | ROLES  # type: ignore[union-attr]


def _pieces(page: Page, sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[Spot]:
    tokens = [t for t in sentence.tokens if name.start <= t.start and t.end <= name.end]
    if not tokens:
        return
    class_word = _CLASS_AFTER.match(page.text, name.end)
    if class_word:  # "Scott County Sheriff X": the class noun was cut off with the title
        name = replace(name, end=class_word.end(1), text=name.text + class_word.group())
        tokens += [t for t in sentence.tokens if class_word.start(1) == t.start]
    lows = [t.lower for t in tokens]
    whole = _spot(sentence, name.start, name.end, gazetteer)
    agency = next((i for i, w in enumerate(lows) if w in words.AGENCIES), -1)
    is_court = lows[-1] in ("court", "courts") and bool(set(lows) & words.COURTS)
    if len(lows) == 1 and lows[0] in words.NOT_PLACES | words.CLASSES.keys():
        return
    if whole.candidates and agency < 0:
        yield _with(whole, kind=words.AFTER_NAME[lows[-1]]) if _says_class(lows, whole) else whole
    elif countries_of(name.text):
        yield Spot(name.start, name.end, name.sentence, name.text, form="demonym")
    elif agency > 0:
        spot = _spot(sentence, name.start, tokens[agency - 1].end, gazetteer)
        if spot.candidates:
            yield _with(spot, form="agency")
    elif lows[-1] in words.AFTER_NAME and len(tokens) > 1:
        bare = _spot(sentence, name.start, tokens[-2].end, gazetteer)
        kind = words.AFTER_NAME[lows[-1]]
        if not is_court and (lows[-1] not in ("state", "city", "area") or bare.candidates):
            yield _with(whole, kind=kind, candidates=() if kind in words.OWN_CLASS - {"region"} or lows[-1] != "region" and kind == "region" else bare.candidates)
    elif lows[0] in words.OF_NAMES and len(tokens) > 2 and lows[1] == "of":
        rest = _spot(sentence, tokens[2].start, name.end, gazetteer)
        kind = words.OF_NAMES[lows[0]]
        if kind in ("water", "region"):
            yield _with(whole, kind=kind)
        elif rest.candidates:
            yield _with(rest, kind=kind)
    elif set(lows) & words.NOT_PLACES:
        yield from _clue(sentence, tokens, gazetteer)
    else:
        yield from _cut(sentence, tokens, whole, gazetteer)


def _clue(sentence: Sentence, tokens: list[Token], gazetteer: Gazetteer) -> Iterator[Spot]:
    """Take the state or country that opens an organisation's name ("Georgia Bureau of ...") as a clue only."""
    for count in (2, 1):
        spot = _spot(sentence, tokens[0].start, tokens[min(count, len(tokens)) - 1].end, gazetteer)
        if spot.candidates and spot.candidates[0].type in ("country", "first_level"):
            yield _with(spot, form="clue")
            return


def _says_class(lows: list[str], spot: Spot) -> bool:
    """Does the name end in a class noun that its gazetteer entries bear out ("Jackson County")?"""
    kind = words.AFTER_NAME.get(lows[-1]) if len(lows) > 1 else None
    return kind is not None and kind != "settlement" and any(p.type in words.FITS[kind] for p in spot.candidates)


def _cut(sentence: Sentence, tokens: list[Token], whole: Spot, gazetteer: Gazetteer) -> Iterator[Spot]:
    """Cut a run that the gazetteer does not know: a direction or demonym before, a state behind."""
    first = 0
    while first < len(tokens) - 1 and tokens[first].lower in words.DIRECTIONS:
        first += 1
    if first < len(tokens) - 1 and countries_of(tokens[first].text):
        yield Spot(tokens[first].start, tokens[first].end, sentence.index, tokens[first].text, form="demonym")
        first += 1
    if first:
        rest = _spot(sentence, tokens[first].start, tokens[-1].end, gazetteer)
        yield rest if rest.candidates else _with(whole, candidates=())
        return
    for cut in range(len(tokens) - 1, max(0, len(tokens) - 3), -1):
        head = _spot(sentence, tokens[0].start, tokens[cut - 1].end, gazetteer)
        tail = _spot(sentence, tokens[cut].start, tokens[-1].end, gazetteer)
        states = [p for p in tail.candidates if p.type in ("country", "first_level")]
        if not is_given_name(head.text) and any(p.country == s.country for p in head.candidates for s in states):
            yield head
            yield tail
            return
    yield whole


def _spot(sentence: Sentence, start: int, end: int, gazetteer: Gazetteer) -> Spot:
    text = sentence.text[start - sentence.start : end - sentence.start]
    stop = end - sentence.start < len(sentence.text) and sentence.text[end - sentence.start] == "."
    if stop and text.lower() not in words.NOT_STATES and (("." in text) or (len(text) <= 5 and sentence.text[: start - sentence.start].rstrip().endswith(","))):
        states = tuple(p for p in gazetteer.lookup(text) if p.type in ("first_level", "country"))
        if states:
            return Spot(start, end + 1, sentence.index, text + ".", is_short=True, candidates=states)
    candidates = gazetteer.lookup(text)
    if len(text) <= 3 and not text.isupper():  # "Are", "Van": alternate names this short are codes
        candidates = tuple(p for p in candidates if fold_name(p.name) == fold_name(text))
    if len(text) <= 5 and not sentence.text[: start - sentence.start].rstrip().endswith(","):
        candidates = tuple(p for p in candidates if p.country != "US" or fold_name(p.name) == fold_name(text) or p.type == "country")
    if len(text) <= 4 and (text.isupper() or "." in text):
        after_comma = sentence.text[: start - sentence.start].rstrip().endswith(",")
        kinds = ("country",) * (text in words.SHORT_COUNTRIES) + ("first_level",) * after_comma
        candidates = tuple(p for p in candidates if p.type in kinds)
        return Spot(start, end, sentence.index, text, is_short=True, candidates=candidates)
    return Spot(start, end, sentence.index, text, candidates=candidates)


def _judged(spot: Spot, sentence: Sentence, surnames: frozenset[str]) -> Spot:
    """Add what the words beside a spot say of it."""
    if spot.form in ("demonym", "clue"):
        return spot
    text, at, end = sentence.text, spot.start - sentence.start, spot.end - sentence.start
    before = re.findall(r"[\w’'-]+|[^\w\s]", text[max(0, at - 60) : at])[-4:]
    lows = [w.lower() for w in before]
    kind, full_start, hint = spot.kind, spot.start, ""
    if lows and lows[-1] == "the":
        lows = lows[:-1]
    singular = _singular(lows[-2]) if len(lows) > 1 and lows[-1] == "of" else _singular(lows[-1]) if lows else ""
    if singular in words.CLASSES and (lows[-1] == "of" or singular in ("village", "town", "hamlet", "city", "capital")):
        kind = kind or words.CLASSES[singular]
        hint = _hint_before(text[:at], singular)
    elif lows and lows[-1] in words.PLACING | words.LOOSE:
        hint = lows[-1]
    after = re.match(r"\s+([\w’'-]+)", text[end:])
    following = after.group(1).lower() if after else ""
    full_end = spot.end
    if kind is None and following in words.AFTER_NAME and words.AFTER_NAME[following] != "street" and after:
        kind, full_end = words.AFTER_NAME[following], spot.end + after.end()
    form = "agency" if following in ("police", "deputies", "firefighters") and spot.form == "name" else spot.form
    belongs = following in words.ATTRIBUTED or (following == "sheriff" and kind == "second_level")
    expansion = _expansion(spot, text, end)
    behind = expansion[1] + 1 - sentence.start if expansion else full_end - sentence.start
    apposition = _APPOSITION.match(text, behind)
    if kind is None and apposition and not _is_state(spot) and (hint or spot.candidates or not spot.opens):
        kind = words.CLASSES[(apposition.group(1) or apposition.group(2)).lower()]
    part = lows[-1] if lows and lows[-1] in words.DIRECTIONS else ""
    if part and hint == "" and len(lows) > 1:
        hint = lows[-2] if lows[-2] in words.PLACING else ""
    if kind is None and not spot.candidates and part.endswith("ern"):
        kind = "region"
    is_person = _is_person(spot, text, end, (following, hint), lows, surnames)
    return _with(
        spot, kind=kind, hint=hint, form="dateline" if sentence.kind == "dateline" else form, full_start=full_start,
        full_end=expansion[1] + 1 if expansion else full_end, is_strong=hint in words.PLACING or kind is not None or bool(part),
        is_attributive=belongs and bool(spot.candidates), is_person=is_person and not belongs, expansion=expansion,
    )  # fmt: skip


def _expansion(spot: Spot, text: str, end: int) -> tuple[int, int] | None:
    """Give the brackets after an acronym or short name that spell it out as a stretch of land."""
    found = _EXPANSION.match(text, end)
    if not found or spot.candidates:
        return None
    opening = re.match(r"(?:the\s+)?(\w+)", found.group(1))
    named = bool(opening) and opening.group(1).lower() in words.OF_NAMES and found.group(1)[0].isupper()  # type: ignore[union-attr]
    return (spot.end + found.start(1) - end, spot.end + found.end(1) - end) if named else None


def _is_person(spot: Spot, text: str, end: int, beside: tuple[str, str], lows: list[str], surnames: frozenset[str]) -> bool:
    following, hint = beside
    parts = [p for p in re.split(r"[\s.]+", spot.text.casefold()) if p]
    if lows and (lows[-1] in TITLES | ROLES or (lows[-1] == "." and len(lows) > 1 and lows[-2] in TITLES)):
        return True
    if following in words.PERSON_AFTER or _AGE_AFTER.match(text, end):
        return True
    owned = re.match(r"[’']s(?:\s+[A-Z][\w’']*)+", text[end:])
    if owned and set(owned.group().lower().split()[1:]) & words.NOT_PLACES and not _is_state(spot):
        return True
    if hint == "in" and spot.candidates:
        return False
    return (len(parts) == 1 and parts[0] in surnames) or (len(parts) > 1 and not spot.candidates and is_given_name(parts[0]))


def _is_state(spot: Spot) -> bool:
    return bool(spot.candidates) and spot.candidates[0].type in ("country", "first_level")


def _hint_before(text: str, singular: str) -> str:
    at = text.lower().rfind(singular)
    for word in reversed(re.findall(r"[\w’'-]+", text[max(0, at - 50) : at])[-4:]):
        if word.lower() in words.PLACING | words.LOOSE:
            return str(word.lower())
    return ""


def _singular(word: str) -> str:
    if word in words.CLASSES:
        return word
    return {"cities": "city", "counties": "county", "territories": "territory"}.get(word, word.removesuffix("s"))


def _descriptions(sentence: Sentence) -> Iterator[Spot]:
    for found in _DESCRIPTION.finditer(sentence.text):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        kind = words.CLASSES[found.group(1)]
        yield Spot(start, end, sentence.index, found.group(1), form="description", kind=kind, full_start=start, full_end=end)


def _with(spot: Spot, **changes: object) -> Spot:
    return replace(spot, **changes)  # type: ignore[arg-type]
