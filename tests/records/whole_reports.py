"""Random valid reports for property tests: any text, any spans in it, any predicate with a value of its shape."""

import hashlib
from typing import Any

from hypothesis import strategies as st

from testigo.records import (
    Actor,
    Claim,
    Document,
    Incident,
    Place,
    Problem,
    ReaderBlock,
    Report,
    Segment,
    Span,
    Speaker,
    codes,
    values,
)
from testigo.records.codes import STANCES

ACTORS, PLACES, INCIDENTS = ("a1", "a2"), ("p1", "p2"), ("i1", "i2")
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)
words = st.text("abcdé ñ-'𝄞", min_size=1, max_size=8).filter(str.strip)
maybe_words = st.none() | words
counts = st.none() | st.integers(0, 10**7)


def _two_days(start: Any, end: Any) -> tuple[str, str]:
    first, last = sorted((start.isoformat(), end.isoformat()))
    return first, last


periods = st.builds(_two_days, st.dates(), st.dates()) | st.just((None, None)) | st.just(("--09-17", "--09-17"))
dates = st.builds(
    lambda p, precision, text, anchor: values.DateValue(
        start=p[0], end=p[1], precision=precision, text=text, relative_to=anchor
    ),
    periods,
    st.sampled_from(["time", "day", "month", "year", "span", "unknown"]),
    maybe_words,
    st.sampled_from([None, *INCIDENTS]),
)


def _range(ends: tuple[int | None, int | None], group: Any, text: str) -> values.RangeValue:
    low, high = sorted(e for e in ends if e is not None) if None not in ends else ends
    return values.RangeValue(low=low, high=high, group=group, text=text)


ranges = st.builds(_range, st.tuples(counts, counts), st.sampled_from([None, *codes.GROUPS]), words)
_BY_SHAPE: dict[type[Any], st.SearchStrategy[Any]] = {
    values.DateValue: dates,
    values.RangeValue: ranges,
    values.KindValue: st.builds(values.KindValue, kind=st.sampled_from(codes.KINDS)),
    values.ScopeValue: st.just(values.ScopeValue(scope="unclear")),
    values.StageValue: st.just(values.StageValue(stage="attempted")),
    values.PlaceValue: st.builds(values.PlaceValue, place=st.sampled_from(PLACES), site=maybe_words, date=st.none() | dates),
    values.DoerValue: st.builds(
        values.DoerValue, actor=st.sampled_from(ACTORS), count=st.none() | ranges, side=st.sampled_from([None, 1, 2])
    ),
    values.VictimValue: st.builds(
        values.VictimValue,
        actor=st.sampled_from([None, *ACTORS]),
        description=words,
        count=st.none() | ranges,
        fate=st.sampled_from([None, "killed", "freed"]),
        age_low=counts,
    ),
    values.LinkValue: st.builds(values.LinkValue, incident=st.sampled_from([None, *INCIDENTS]), text=maybe_words),
    values.RelationValue: st.builds(values.RelationValue, actor=st.sampled_from(ACTORS), role=maybe_words),
    values.FactValue: st.builds(values.FactValue, description=maybe_words, by=st.sampled_from([None, *ACTORS])),
    values.WantedValue: st.builds(
        values.WantedValue, actor=st.sampled_from(ACTORS), reward=st.none() | st.builds(values.Reward, amount=counts)
    ),
    values.WithinValue: st.builds(values.WithinValue, place=st.sampled_from(PLACES)),
    values.PeriodValue: st.builds(lambda p: values.PeriodValue(start=p[0], end=p[1]), periods),
    values.AliasValue: st.builds(values.AliasValue, name=words),
    values.MessageValue: st.builds(values.MessageValue, text=words),
}  # fmt: skip


def _value_of(predicate: str) -> st.SearchStrategy[Any]:
    shape = values.VALUE_TYPES[predicate]
    return _BY_SHAPE[shape] if shape in _BY_SHAPE else st.builds(shape, description=words)  # the others need only that


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Make a span of this text that quotes more than blanks."""
    start = draw(st.integers(0, len(text) - 1).filter(lambda i: bool(text[i].strip())))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def claims(draw: st.DrawFn, claim_id: str, text: str) -> Claim:
    predicate = draw(st.sampled_from(sorted(values.VALUE_TYPES)))
    speakers = st.builds(Speaker, actor=st.sampled_from([None, *ACTORS]), name=words)
    return Claim(
        id=claim_id,
        subject=draw(st.sampled_from([*ACTORS, *PLACES, *INCIDENTS])),
        predicate=predicate,
        value=draw(_value_of(predicate)),
        evidence=tuple(draw(st.lists(spans(text), min_size=1, max_size=3))),
        stance=draw(st.sampled_from(STANCES)),
        attributed_to=tuple(tuple(c) for c in draw(st.lists(st.lists(speakers, min_size=1, max_size=2), max_size=2))),
        confidence=draw(st.none() | st.floats(0, 1)),
        made_by="testigo",
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Make a valid report; keys that this version does not know stand in some of its records."""
    text = draw(texts)
    cut = draw(st.integers(1, len(text)))
    more = draw(st.dictionaries(st.sampled_from(["x_note", "x_list"]), st.none() | words | st.lists(st.integers(0, 9))))
    mention = draw(spans(text))
    return Report(
        reader=ReaderBlock(name="testigo", version="0", model="none", gazetteer="1", register="1"),
        document=Document(
            id="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
            name=draw(words),
            text=text,
            title=draw(maybe_words),
            published=draw(st.none() | st.dates().map(str)),
            segments=(Segment(start=0, end=cut, kind=draw(st.sampled_from(["body", "related"]))),),
            more=more,
        ),
        actors=tuple(Actor(id=a, type="person", name=draw(words), ids={"testigo": "x"}, more=more) for a in ACTORS),
        places=tuple(
            Place(id=p, type="region", name=draw(words), mentions=((mention.start, mention.end),)) for p in PLACES
        ),
        incidents=tuple(
            Incident(id=i, kind="killing", scope="political", main=i == "i1", more=more) for i in INCIDENTS
        ),
        claims=tuple(draw(claims(f"c{i}", text)) for i in range(draw(st.integers(0, 4)))),
        problems=(Problem(stage="read", code="no_date", message="none"),) if cut > 3 else (),
        more=more,
    )
