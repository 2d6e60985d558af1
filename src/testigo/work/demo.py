"""The demo: the bundled examples, really read into a case, and the pages that open it. Nothing in it is canned.

The examples travel in the wheel; in a checkout they lie in its `examples/`. The San Miguel de Ene reports come first:
they retell a real massacre. All others are invented, with a gazetteer and a register of their own.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from testigo.records import CaseIncident, ConfigError
from testigo.records.words import resolved_figure_words
from testigo.work.adding import AddResult, Progress
from testigo.work.case import Case
from testigo.work.pages import Line, Page, Part, Section, Table
from testigo.work.pages_case import doer_in_table, incident_page, incidents_page, reports_of
from testigo.work.pages_case_actors import told_of_actors
from testigo.work.readers import ReaderOptions
from testigo.work.showing import ids_of

OPENING = ("1-fourteen-dead.txt", "2-sixteen-dead.html", "3-who-are-the-mpcp.md")
_FOLDER, _INVENTED = "san-miguel-de-ene", "invented"
_CASE = "demo.testigo"


def examples_folder() -> Path:
    """Find the bundled examples: in the package, or in the checkout that it is run from."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / _FOLDER / OPENING[0]).is_file():
            return folder
    raise ConfigError("the examples are missing from this installation. Install testigo again from its wheel.")


@contextmanager
def demo_case(
    keep: Path | None, progress: Callable[[Progress], None] | None = None
) -> Iterator[tuple[Case, AddResult]]:
    """Give a case with the examples read and reconciled. keep: where the case file stays; else it goes away."""
    with tempfile.TemporaryDirectory(prefix="testigo-demo-", ignore_cleanup_errors=True) as passing:
        folder = keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        examples = examples_folder()
        sources = [*(examples / _FOLDER / name for name in OPENING), examples / _INVENTED]
        reader = ReaderOptions((str(examples / "gazetteer.csv"),), (str(examples / "register.csv"),))
        with Case(folder / _CASE) as case:
            result = case.add(sources, reader, progress=progress)
            case.reconcile()
            yield case, result


def demo_pages(case: Case) -> Iterator[Page]:
    """Give the pages that the demo shows: San Miguel de Ene, its incident, its actors, then all that was read."""
    ids = ids_of(case)
    every = case.incidents()
    opening = [i for i in every if any(m.main and m.document in OPENING for m in i.members)]
    yield _opening_page(case, opening)
    if opening:
        most = max(opening, key=lambda i: (i.independent_sources, i.killed.high or i.killed.low or 0, i.id))
        resolution = case.incident(most.id)
        yield incident_page(resolution, reports_of(case, resolution), ids)
    documents = {d.id for d in case.documents() if d.name in OPENING}
    yield Page("Who they are, as these reports tell it", parts=told_of_actors(case, documents))
    rest = incidents_page(every, ids)
    yield Page(f"All {len(every)} incidents of the {len(case.documents())} documents", (), rest.parts, rest.foot)
    unread = [d for d in case.documents() if d.state == "unread"]
    lines = tuple(Line(f"{d.name}: {d.title or ''}", note=f"language {d.language}") for d in unread)
    if lines:
        yield Page("", parts=(Section("Kept, but not read: testigo reads English only so far", lines),))


def _opening_page(case: Case, opening: list[CaseIncident]) -> Page:
    ids = ids_of(case)
    documents = {d.name: d for d in case.documents()}
    ordered = sorted(opening, key=lambda i: min(m.document for m in i.members))
    rows = []
    for incident in ordered:
        told = [documents[m.document] for m in incident.members]
        names = "\n".join(f"{d.name}\n{d.published or '?'}" for d in told)
        doers = "; ".join(doer_in_table(d) for d in incident.perpetrators) or "nobody named"
        rows.append((ids.short(incident.id), names, _toll(incident), doers))
    heads = ("id", "report", "killed", "by")
    about = "A real massacre, in Peru on 23 May 2021, retold in our own words for these examples."
    parts: list[Part] = [Table("", heads, tuple(rows), frozenset({"by", "killed"}))]
    several = max((len({m.document for m in i.members} & set(OPENING)) for i in opening), default=0)
    if several > 1:
        words = (
            f"{several} reports tell of one incident and stand as one, each figure beside the others, with who says it. "
            "What a report only recalls is an incident of its own."
        )
        parts.append(Section("", (Line(words),)))
    return Page("San Miguel de Ene", (about,), tuple(parts))


def _toll(incident: CaseIncident) -> str:
    groups = incident.killed.by_group or {}
    parts = [
        resolved_figure_words(incident.killed),
        *(f"{resolved_figure_words(f)} {g.replace('_', ' ')}" for g, f in groups.items()),
    ]
    return "\n".join(parts)
