"""Which actors of many reports are one: the same group, force or person under all its names."""

from collections.abc import Iterable

from testigo.reconcile.clustering import Group, Links
from testigo.records import Report


def reconcile_actors(reports: Iterable[Report], links: Links | None = None) -> tuple[Group, ...]:
    """Group the actors of reports: those that the register knows by one id; every other stands alone."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for report in reports:
        for actor in report.actors:
            member = (report.document.id, actor.id)
            register = (actor.ids or {}).get("testigo")
            found.setdefault(("register", register) if register else member, []).append(member)
    groups = (tuple(sorted(members)) for members in found.values())
    return tuple(Group(g, (None,) * len(g)) for g in sorted(groups))
