"""The three steps in a row."""

from collections.abc import Sequence

from testigo.extract.claims.facts import find_facts
from testigo.extract.claims.relations import find_relations
from testigo.extract.claims.writing import write_claims
from testigo.extract.draft import Draft
from testigo.extract.incidents.learned import join_learned, may_add
from testigo.extract.incidents.reading import tell_incidents
from testigo.extract.mentions.actors import find_actors
from testigo.extract.mentions.found import Mentions, Places
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.numbers import find_numbers
from testigo.extract.mentions.place_home import hang_in_towns
from testigo.extract.mentions.places import find_places
from testigo.extract.mentions.reader_roles import Learned, read_roles
from testigo.extract.mentions.time_problems import undated_problems
from testigo.extract.mentions.times import document_day, find_times
from testigo.extract.page import Page
from testigo.extract.reader import Reader
from testigo.records import Document, Problem, Report
from testigo.records.values import WithinValue

LANGUAGES_READ = ("en",)


def extract(document: Document, reader: Reader, problems: Sequence[Problem] = ()) -> Report:
    """Read one document into its report record.

    problems: what went wrong while the document was opened; it is kept with the report. A document in a language that
    is not read gives empty lists and the problem `language_unread`.
    """
    if document.language is not None and document.language not in LANGUAGES_READ:
        message = f"language {document.language} is not read yet; the text is kept as it is, nothing was read from it."
        unread = Problem(stage="extract", code="language_unread", message=message)
        return Report(reader=reader.block, document=document, problems=(*problems, unread))
    page = Page(document)
    mentions = find_mentions(page, reader)
    told = tell_incidents(page, mentions, document_day(page, document.published))
    learned = Learned()
    if reader.network and may_add(page):
        learned = read_roles(reader.network, page)
    joined = join_learned(page, told.incidents, told.drafts, mentions.actors, learned)
    standing = (*find_relations(page, mentions), *find_facts(page, mentions))
    drafts = (*joined.drafts, *_containments(mentions.places), *standing)
    made_by = f"{reader.block.name} {reader.block.version}"
    return Report(
        reader=reader.block,
        document=document,
        actors=joined.actors.actors,
        places=mentions.places.places,
        incidents=joined.incidents,
        claims=write_claims(page, drafts, joined.actors, made_by),
        problems=(*problems, *undated_problems(page, mentions.times)),
    )


def find_mentions(page: Page, reader: Reader) -> Mentions:
    """Take the first step alone: numbers, times, places and actors."""
    names = find_names(page)
    places = hang_in_towns(find_places(page, reader.gazetteer, names), reader.gazetteer)
    named = frozenset((m.start, m.end) for m in places.mentions if m.form in ("name", "dateline"))
    return Mentions(
        numbers=find_numbers(page),
        times=find_times(page, page.document.published),
        places=places,
        actors=find_actors(page, reader.register, names, named),
    )


def _containments(places: Places) -> tuple[Draft, ...]:
    return tuple(Draft(c.inner, "within", WithinValue(place=c.outer), ((c.start, c.end),)) for c in places.containments)
