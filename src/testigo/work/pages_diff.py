"""The page of what changed between two states of a case."""

from collections import Counter
from collections.abc import Sequence

from testigo.records.words import date_words, plain, resolved_place_words
from testigo.work.diffing import Difference
from testigo.work.pages import Line, Page, Section
from testigo.work.shown import Ids

_TITLES = {
    "new": "New", "gone": "Gone", "joined": "Brought together", "parted": "Taken apart", "changed": "Changed",
}  # fmt: skip


def diff_page(found: Sequence[Difference], ids: Ids) -> Page:
    """Give the differences by what they are."""
    if not found:
        return Page("Nothing differs: the same incidents, members and figures")
    counts = Counter(d.what for d in found)
    about = tuple(f"{counts[what]} {title.lower()}" for what, title in _TITLES.items() if counts[what])
    parts = tuple(
        Section(title, tuple(_line(d, ids) for d in found if d.what == what))
        for what, title in _TITLES.items()
        if counts[what]
    )
    return Page("What differs", about, parts)


def _line(found: Difference, ids: Ids) -> Line:
    incident = found.incident
    words = f"{plain(incident.kind)} · {resolved_place_words(incident.place)} · {date_words(incident.date)}"
    below = [Line(f"{c.before} → {c.after}", c.field.replace("_", " ")) for c in found.changes]
    below += [Line(", ".join(found.came), "came")] if found.came and found.what != "new" else []
    below += [Line(", ".join(found.left), "left")] if found.left and found.what != "gone" else []
    was = [ids.short(i) for i in found.before if i != incident.id]
    note = f"was {' and '.join(was)}" if was else ""
    told = ", ".join(found.came if found.what == "new" else found.left if found.what == "gone" else ())
    return Line(words, ids.short(incident.id), note="; ".join(w for w in (note, told) if w), below=tuple(below))
