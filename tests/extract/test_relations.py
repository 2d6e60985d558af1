"""Ties between actors: each row of the table has its example, and near misses stay silent."""

import itertools
import json
import re
from pathlib import Path

import pytest
from claims_by_hand import cast_of, claims_of, told

from testigo.extract.claims import group_table, person_table, relation_table
from testigo.extract.claims.relations import find_relations
from testigo.extract.claims.view import keys_of, pattern, views

TOLD = [
    # where groups come from
    ("The [G1 Nueva Ceiba Column], which the [F3 army] calls the “Second Company”, split from the [G2 BHAF] last year.",
     "a1 split_from a2 @2025-01-01"),
    ("The [G1 Column] broke away from the [G2 Front] in 2025.", "a1 split_from a2 @2025-01-01"),
    ("The [G1 Reed Army], an offshoot of the Islamist militia [G2 Sons of the Marsh], burned the mill.", "a1 split_from a2"),
    ("A breakaway faction of the [G2 Front] called the [G1 Lantern Group] signed it.", "a1 split_from a2"),
    ("The [G1 Reed Army] is the armed wing of the [X2 Marsh Party].", "a1 unit_of a2"),
    ("The [G1 Reed Army], the successor to the [G2 Marsh Front], denied it.", "a1 successor_of a2"),
    # who made and leads them
    ("Founded in 2019 by former cane cutters, the [G1 BHAF] is led by [P2 Eladio Marún].",
     "a1 founded_by former cane cutters @2019-01-01"),
    ("Founded in 2019 by former cane cutters, the [G1 BHAF] is led by [P2 Eladio Marún].", "a1 led_by a2"),
    ("After the arrest of its founder and leader [P2 Olan Brode] in 1992, the [G1 Reed Army] shrank.", "a1 founded_by a2"),
    ("After the arrest of its founder and leader [P2 Olan Brode] in 1992, the [G1 Reed Army] shrank.",
     "a1 led_by a2 founder and leader"),
    ("Provincial [F1 police] chief [P2 Ramiro Toldán] was there.", "a1 led_by a2 chief"),
    ("[P2 Olan Brode], the leader of the [G1 Reed Army], was seen.", "a1 led_by a2 leader"),
    ("Now the [G1 Reed Army] walks on, with [P2 Olan Brode] at the head.", "a1 led_by a2"),
    ("The [G1 Reed Army], a Maoist movement founded in 1970 and led by [P2 Olan Brode], is gone.", "a1 led_by a2"),
    ("The [G1 Reed Army], a banned sect created by [P2 Olan Brode], is gone.", "a1 founded_by a2"),
    ("[P2 Olan Brode], the [G1 Reed Army] commander, fled.", "a1 led_by a2 commander"),
    # who belongs to them
    ("[P1 Bruno Velorte], a [G2 BHAF] member, was there.", "a1 member_of a2"),
    ("[P1 Olan Brode], one of the commanders of the [G2 Reed Army], fled.", "a1 member_of a2 commander"),
    ("[G2 Reed Army] commander [P1 Olan Brode] fled.", "a1 member_of a2 commander"),
    ("[P1 Olan Brode] and [p1 his] brother [P2 Jaro] fled.", "a1 relative_of a2 brother"),
    ("[P2 Jaro], a brother of [P1 Olan Brode], fled.", "a1 relative_of a2 brother"),
    # friends and enemies
    ("The [G1 Reed Army] is affiliated with the [G2 Marsh Front].", "a1 affiliated_with a2"),
    ("The [G1 Reed Army] pledged allegiance to the [G2 Marsh Front] in 2014.", "a1 affiliated_with a2 @2014-01-01"),
    ("The [G1 Reed Army] has been fighting the [G2 Marsh Front] for years.", "a1 opposes a2"),
    ("Peace talks between the [V1 government] and the [G2 Marsh Front] stalled.", "a1 negotiates_with a2"),
    ("[P1 Brode] gave up the sword and does not recognize the [G2 Reed Army].", "a1 rejects a2"),
    ("The [G1 Reed Army] collaborates with local salt smugglers, sometimes in exchange for weapons.",
     "a1 collaborates_with local salt smugglers"),
    ("The [G1 Reed Army] collaborates with local salt smugglers, sometimes in exchange for weapons.",
     "a1 supplied_by local salt smugglers weapons"),
    ("[P1 Brode] disowns the [G2 Reed Army], and says so.", "a1 rejects a2"),
    ("The [G1 Reed Army] taxes salt and works with several smugglers, who at times pay it in rifles.",
     "a1 collaborates_with several smugglers"),
    ("The [G1 Reed Army] taxes salt and works with cattle rustlers' gangs, who often supply it with arms.",
     "a1 supplied_by cattle rustlers' gangs arms"),
    ("The [G1 Reed Army] finances [g1 itself] by illegal mining.", "a1 financed_by illegal mining"),
    ("The [G1 Reed Army] lives off a fish tax.", "a1 financed_by fish tax"),
    ("The [G1 Reed Army] lives on the income [g1 it] obtains from salt smuggling.", "a1 financed_by salt smuggling"),
    ("The [G1 Reed Army] is funded mainly by illegal logging.", "a1 financed_by illegal logging"),
    # where they are
    ("The [G1 Reed Army] operates in the dense and remote forest of [L1 Marsha].", "a1 active_in p1"),
    ("The [G1 Reed Army] is active in [L1 Marsha] and [L2 Onder].", "a1 active_in p2"),
    ("The [G1 Reed Army] has been growing, with a significant presence in the [L1 Marsha] region.", "a1 active_in p1"),
    ("The [G1 Reed Army] controls large parts of [L1 Marsha].", "a1 controls p1"),
]  # fmt: skip

SILENT = [
    ("The brother of [P1 Olan Brode] is led by nobody; the [G2 Reed Army] is not.", "led_by"),
    ("After the arrest of its leader [P2 Olan Brode], the [G1 Reed Army] met the [G3 Marsh Front].", "split_from"),
    ("The leader of the village, who had seen the [G1 Reed Army], told [P2 Olan Brode].", "led_by"),
    ("The [G1 Reed Army] holds talks in [L1 Marsha].", "controls"),
    ("Members of the [G1 Reed Army] joined a march with [P2 Olan Brode].", "member_of"),
    ("The [G1 Reed Army] attacked a base in [L1 Marsha].", "active_in"),
    ("The [V1 government] rejects the [G2 Reed Army]'s offer.", "rejects"),
    ("The [V1 government] rejects [G2 Reed Army] demands.", "rejects"),
    ("The [G1 Reed Army] lives on the border.", "financed_by"),
    ("The [G1 Reed Army] works with great care.", "collaborates_with"),
    ("The [F1 army] said the [G2 Reed Army] attacked the [G3 Marsh Front].", "opposes"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_tie_is_read(text: str, expected: str) -> None:
    """Each kind of tie is read from plain words, with its time and role."""
    assert expected in told(claims_of(text))


@pytest.mark.parametrize(("text", "predicate"), SILENT)
def test_near_misses_stay_silent(text: str, predicate: str) -> None:
    """Words that only look like a tie give none."""
    page, mentions = cast_of(text)
    assert not [d for d in find_relations(page, mentions) if d.predicate == predicate]


def test_an_office_beside_a_tie_does_not_date_it() -> None:
    """ "Its leader X in 1992" tells when X was caught, not when X began to lead."""
    claims = claims_of("After the arrest of its leader [P2 Olan Brode] in 1992, the [G1 Reed Army] shrank.")
    assert [c.value.start for c in claims if c.predicate == "led_by"] == [None]


def test_a_remark_between_subject_and_verb_is_no_evidence() -> None:
    """The evidence of a tie leaves out what is said between commas."""
    claims = claims_of(
        "The [G1 Column], which the [F3 army] calls the “Second Company”, split from the [G2 BHAF] last year."
    )
    assert [s.quote for c in claims if c.predicate == "split_from" for s in c.evidence] == [
        "Column", "split from the BHAF last year",
    ]  # fmt: skip


def test_teasers_and_captions_tie_nobody() -> None:
    """A sentence of a related segment gives no tie."""
    text = "The [G1 Reed Army] is led by [P2 Olan Brode]."
    assert find_relations(*cast_of(text, kind="body"))
    assert not find_relations(*cast_of(text, kind="related"))
    assert not find_relations(*cast_of(text, kind="caption"))


def test_a_negated_tie_is_denied() -> None:
    """ "X is not led by Y" is a denial, not a tie."""
    claims = claims_of("The [G1 Reed Army] is not affiliated with the [G2 Marsh Front].")
    assert all(c.stance == "denied" for c in claims)


def _marked(text: str) -> str:
    """Mark every run of capitalised words as a group, a force or a person in turn, whatever it is."""
    count = itertools.count()
    return re.sub(
        r"[A-Z]\w+(?: [A-Z]\w+)+", lambda m: f"[{'GFP'[(n := next(count)) % 3]}{n} {m[0]}]", text.replace("[", "(")
    )


def test_passing_over_sentences_by_key_loses_no_match(shared: Path) -> None:
    """The quick look at a row's keys finds exactly what the slow search finds."""
    rows = [w for _, w in (*relation_table.ROWS, *relation_table.PLACES, *person_table.ROWS)]
    rows += [*group_table.STRENGTH, group_table.DEATHS, *group_table.IDEOLOGY, group_table.CAME_TO]
    assert all(keys_of(words) for words in rows)
    with (shared / "bench" / "news" / "docs.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in itertools.islice(lines, 400, 420)]
    matches = 0
    for page, mentions in map(cast_of, [*map(_marked, texts), *(text for text, _ in TOLD)]):
        for view in views(page, mentions):
            for words in rows:
                slow = [m.span() for m in pattern(words).finditer(view.text) if view.governs(m)]
                assert [m.span() for m in view.search(words)] == slow
                matches += len(slow)
    assert matches > len(TOLD)
