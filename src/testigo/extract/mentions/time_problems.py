"""Say what is missing where a report's relative dates cannot be resolved."""

from testigo.extract.mentions.found import Time
from testigo.extract.mentions.times import document_day, find_times
from testigo.extract.page import Page
from testigo.records import Problem

_ANY_DAY = "2000-01-05"  # which one does not matter: only whether the words would have a day is asked


def undated_problems(page: Page, times: tuple[Time, ...]) -> tuple[Problem, ...]:
    """Give the problem `no_date` where a report without a day of its own has dates that count from one.

    A report that names its days in full ("May 16, 2016") has no such problem.
    """
    day = document_day(page, page.document.published)
    if (day and not day.startswith("--")) or all(_is_known(t) for t in times):
        return ()
    would = {t.start: t for t in find_times(page, _ANY_DAY)}
    lost = [t for t in times if not _is_known(t) and t.start in would and _is_known(would[t.start])]
    if not lost:
        return ()
    others = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
    message = (
        f'no publication date in metadata or text; relative dates ("{lost[0].text}"{others}) cannot be resolved. '
        "Pass --published, or give the row a `published`."
    )
    return (Problem(stage="extract", code="no_date", message=message),)


def _is_known(time: Time) -> bool:
    bound = time.day_start or time.day_end
    return time.kind != "date" or bool(bound and not bound.startswith("--"))
