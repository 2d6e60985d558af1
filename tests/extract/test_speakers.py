"""Who says what: speakers as chains, the words laid at their door, and what becomes of them in claims."""

import pytest
from claims_by_hand import cast_of

from testigo.extract.claims.speakers import Speech, find_speeches
from testigo.extract.claims.writing import write_claims
from testigo.extract.draft import Draft
from testigo.records.values import DoerValue, FactValue, RangeValue, TargetValue, VictimValue

# Text, the chain of speakers, words that are theirs, words that are not.
CASES = [
    ("Two of the attackers were killed, [F1 police] said.", "police", "Two of the attackers were killed", None),
    ("The [F1 army] said it would shell the camps.", "army", "it would shell the camps", None),
    ("It has 300 fighters, according to diplomats cited by the news agency [O1 Altavela].", "Altavela > diplomats",
     "It has 300 fighters", None),
    ("According to sources cited by the newspaper [O1 La Hoja], the group had 250 men in 2018.", "La Hoja > sources",
     "the group had 250 men in 2018", None),
    ("Some 400 people have fled the town, its mayor, [P1 Altagracia Peñón], said.", "Altagracia Peñón",
     "Some 400 people have fled", "its mayor"),
    ("The attack killed 12 people, the health ministry said on Friday, in a toll raised from 9.", "health ministry",
     "a toll raised from 9", "on Friday"),
    ("Sources cited by the daily [O1 La Hoja] put its strength at 40.", "La Hoja > sources", "its strength at 40", None),
    ("Nine died, according to [F1 police] sources quoted by [O2 La Hoja].", "La Hoja > police sources", "Nine died", None),
    ("The monitor, which counts burials, put the toll at 26.", "monitor", "the toll at 26", None),
    ("Nine died near Turkey local sources said.", "local sources", "Nine died", None),
    ("[F1 Police] suspect the Front, which has fought since 2016.", "Police", "the Front", "since 2016"),
    ("[P1 Octavio Brisán] said the Column carried out the attack.", "Octavio Brisán", "the Column", None),
    ("[F1 Army] spokesman [P2 Ruy Sanz] said nine people died.", "Army > Ruy Sanz", "nine people died", None),
    ("A spokesman for the [F1 army] told [O2 CNN] that nine people died.", "army > spokesman", "nine people died", None),
    ("On Monday Devine said nine people died.", "Devine", "nine people died", None),
    ("The [V1 ministry] rejected it and said that nine died.", "ministry", "nine died", None),
    ("Nine people were reportedly killed, and the road was cut.", "reports", "Nine people", "the road was cut"),
    ("“They came in boats,” provincial police chief [P1 Ramiro Toldán] said.", "Ramiro Toldán", "They came in boats",
     "provincial police"),
    ("Nine people died, witnesses told [O1 CNN].", "witnesses", "Nine people died", None),
    ("Nine died, two local officials said, but [F1 police] said ten were hurt.", "two local officials", "Nine died",
     "ten were hurt"),
    ("Nine died, two local officials said, but [F1 police] said ten were hurt.", "police", "ten were hurt", "Nine died"),
]  # fmt: skip


def chain_of(speech: Speech) -> str:
    return " > ".join(s.name for s in speech.chain)


@pytest.mark.parametrize(("text", "chain", "theirs", "not_theirs"), CASES)
def test_a_speaker_has_the_words_said(text: str, chain: str, theirs: str, not_theirs: str | None) -> None:
    """Each way of naming a speaker gives the chain, outermost first, and the words attributed."""
    page, mentions = cast_of(text)
    words = [page.text[s.start : s.end] for s in find_speeches(page, mentions.actors) if chain_of(s) == chain]
    assert any(theirs in w for w in words)
    assert not_theirs is None or not any(not_theirs in w for w in words)


@pytest.mark.parametrize(
    "text",
    [
        "The report was read by [F1 police] on Monday.",
        "Nine people were reported dead in [O1 CNN] offices.",
        "The [G1 Front] is believed to be behind it.",
        "ON MONDAY DEVINE SAID NINE DIED.",
        "Much was said that day, and some say too much.",
    ],
)
def test_passives_name_no_speaker(text: str) -> None:
    """Someone spoken of is not the one who speaks."""
    page, mentions = cast_of(text)
    assert not find_speeches(page, mentions.actors)


def test_attribution_ends_with_the_sentence() -> None:
    """The next sentence is the report's own, unless a quotation goes on."""
    page, mentions = cast_of("[F1 Police] said nine died. Ten were hurt.")
    assert all(s.sentence == 0 for s in find_speeches(page, mentions.actors))
    page, mentions = cast_of("“Nine died. Ten were hurt,” [F1 police] said.")
    assert {s.sentence for s in find_speeches(page, mentions.actors)} == {0, 1}


def test_he_said_goes_on_with_the_last_speaker() -> None:
    """A pronoun speaker is the last one of its kind."""
    page, mentions = cast_of("[P1 Ruy Sanz] said nine died. He said ten were hurt.")
    assert [chain_of(s) for s in find_speeches(page, mentions.actors)] == ["Ruy Sanz", "Ruy Sanz"]


def draft(text: str, words: str, predicate: str, value: object) -> Draft:
    start = text.index(words)
    return Draft("i1", predicate, value, ((start, start + len(words)),))  # type: ignore[arg-type]


def test_a_headline_has_the_bodys_speaker() -> None:
    """What headline and body both say is one claim with two spans, on the word of the body's speaker."""
    page, mentions = cast_of("The attack killed 12 people, [F1 police] said.", headline="Toll rises to 12")
    twelve = RangeValue(low=12, high=12, group="all")
    drafts = [draft(page.text, "rises to 12", "killed", twelve), draft(page.text, "killed 12 people", "killed", twelve)]
    (claim,) = write_claims(page, drafts, mentions.actors, "testigo test")
    assert [s.quote for s in claim.evidence] == ["rises to 12", "killed 12 people"]
    assert [[s.actor for s in chain] for chain in claim.attributed_to] == [["a1"]]


def test_a_retired_figure_is_named_by_its_claim() -> None:
    """`supersedes` points at the first span of a draft, and comes out as that claim's id."""
    page, mentions = cast_of("The toll rose to 12 from 9.")
    nine = draft(page.text, "from 9", "killed", RangeValue(low=9, high=9, group="all"))
    pointer = f"draft:{nine.spans[0][0]}:{nine.spans[0][1]}"
    twelve = draft(page.text, "rose to 12", "killed", RangeValue(low=12, high=12, group="all", supersedes=pointer))
    first, second = write_claims(page, [nine, twelve], mentions.actors, "testigo test")
    assert (first.id, first.value.supersedes, second.id) == ("c1", "c2", "c2")


def test_evidence_never_crosses_a_sentence() -> None:
    """A draft whose words run over a full stop is left out."""
    page, mentions = cast_of("Nine died. Ten were hurt.")
    drafts = [draft(page.text, "died. Ten", "killed", RangeValue(low=9, high=9))]
    assert write_claims(page, drafts, mentions.actors, "testigo test") == ()


def test_accusing_hedges_the_doer_and_not_the_dead() -> None:
    """ "Police accused X of killing nine": the doer is suspected, the figure stated, both on the word of the police."""
    page, mentions = cast_of("[F1 Police] accused the [G2 Front] of killing nine people.")
    drafts = [
        draft(page.text, "Front", "perpetrator", DoerValue(actor="a2")),
        draft(page.text, "killing nine people", "killed", RangeValue(low=9, high=9)),
    ]
    stances = {c.predicate: (c.stance, len(c.attributed_to)) for c in write_claims(page, drafts, mentions.actors, "t")}
    assert stances == {"perpetrator": ("suspected", 1), "killed": ("stated", 1)}


def test_a_denial_is_of_the_deed_alone() -> None:
    """ "Denied any part in the bombing of a depot": the depot is the report's own, and so is what follows "but"."""
    page, mentions = cast_of("The [G1 Front] denied any part in the bombing of a depot but praised the march.")
    drafts = [
        draft(page.text, "denied any part", "perpetrator", DoerValue(actor="a1")),
        draft(page.text, "bombing of a depot", "target", TargetValue(description="depot")),
    ]
    told = {c.predicate: (c.stance, len(c.attributed_to)) for c in write_claims(page, drafts, mentions.actors, "t")}
    assert told["target"] == ("stated", 0)
    assert told["perpetrator"][0] == "denied"


def test_the_doers_own_word_is_a_claim() -> None:
    """Who says that it did it itself claims it; an independent speaker only states it."""
    page, mentions = cast_of("The [G1 Front] said the [g1 group] burned the mill.")
    drafts = [draft(page.text, "group", "perpetrator", DoerValue(actor="a1"))]
    assert write_claims(page, drafts, mentions.actors, "t")[0].stance == "claimed"


def test_a_victims_trade_is_told_once() -> None:
    """The trade of a person told as a victim stands in the victim's value alone."""
    page, mentions = cast_of("[P1 Josefa Almarén], a nurse, was shot.")
    drafts = [
        draft(page.text, "was shot", "victim", VictimValue(actor="a1", fate="killed", occupation="nurse")),
        Draft("a1", "occupation", FactValue(description="nurse"), ((0, 15),)),
    ]
    assert [c.predicate for c in write_claims(page, drafts, mentions.actors, "t")] == ["victim"]
