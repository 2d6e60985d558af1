"""The resolver asked by itself: names are given, which places do they mean?"""

from collections.abc import Sequence

from testigo.extract.mentions.found import Name
from testigo.extract.mentions.place_beside import Spot, judged
from testigo.extract.mentions.place_links import find_links
from testigo.extract.mentions.place_rank import Candidate, Ranker
from testigo.extract.mentions.place_senses import candidates_of
from testigo.extract.mentions.place_spots import find_spots
from testigo.extract.page import Page
from testigo.reference import Gazetteer


def resolve_given(
    page: Page,
    gazetteer: Gazetteer,
    names: Sequence[Name],
    spans: Sequence[tuple[int, int]],
    outlet: str | None = None,
) -> tuple[tuple[Candidate, ...], ...]:
    """Give for each span the places that its words may mean, the likeliest first; empty where none is known.

    The document's other names, found as ever, help to choose. Nothing is refused: compare `chance` to do so.
    """
    ranker, at = given_ranker(page, gazetteer, names, spans, outlet)
    ranked = ranker.rank()
    return tuple(ranked[i] for i in at)


def given_ranker(
    page: Page,
    gazetteer: Gazetteer,
    names: Sequence[Name],
    spans: Sequence[tuple[int, int]],
    outlet: str | None = None,
) -> tuple[Ranker, list[int]]:
    """Make the ranker of a document in which these spans are names; say which of its spots each span is."""
    taken = set(spans)
    given = [_given(page, gazetteer, start, end) for start, end in sorted(taken)]
    covered = sorted(taken)
    found = [s for s in find_spots(page, gazetteer, names) if not _overlaps(s, covered)]
    spots = tuple(sorted((*found, *given), key=lambda s: s.start))
    number = {(s.start, s.end): at for at, s in enumerate(spots)}
    ranker = Ranker(gazetteer, spots, find_links(page, spots), outlet or page.document.outlet)
    return ranker, [number[span] for span in spans]


def _given(page: Page, gazetteer: Gazetteer, start: int, end: int) -> Spot:
    sentence = page.sentence_at(start) or page.sentences[-1]
    text = page.text[start:end]
    spot = Spot(start, end, sentence.index, text, candidates=candidates_of(text, gazetteer))
    return judged(spot, sentence, frozenset()).but(is_person=False)


def _overlaps(spot: Spot, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < spot.end and spot.start < end for start, end in spans)
