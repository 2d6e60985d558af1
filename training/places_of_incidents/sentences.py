"""Choices of the first model: which place of a sentence is where its event word was."""

from collections.abc import Iterable, Iterator

from softmax import Choice

from event_place_rows import Row
from testigo.extract import Reader
from testigo.extract.incidents.where_beside import Line, signs_beside
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions


def sentence_choices(rows: Iterable[Row], reader: Reader) -> Iterator[tuple[Row, Choice]]:
    """Read every row that has a place and give its candidates, right where they overlap a tagged place."""
    for row in rows:
        if not row.places:
            continue
        page = Page(row.document)
        places = find_mentions(page, reader).places
        sentence = page.sentence_at(row.act[0])
        if sentence is None:
            continue
        line = Line.of(sentence, places)
        signs = [dict.fromkeys(signs_beside(page, places, line, row.act, m), 1.0) for m in line.mentions]
        right = [any(m.start < b and a < m.end for a, b in row.places) for m in line.mentions]
        yield row, Choice(tuple(signs), tuple(right))
