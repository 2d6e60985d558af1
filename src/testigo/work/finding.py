"""From what a user types to the id that is meant: any unique beginning serves."""

from collections.abc import Collection, Mapping

from testigo.records import ConfigError
from testigo.store import StoredDocument
from testigo.work.actors import CaseActor

_SHOWN = 5


def document_meant(typed: str, documents: Collection[StoredDocument]) -> str:
    """Give the id of the document with this name, or whose id begins so. Raises ConfigError for none or several."""
    named = [d.id for d in documents if typed == d.name or typed in d.names]
    if named:
        return _one(named, "document", typed)
    digits = typed.removeprefix("sha256:")
    return _one([d.id for d in documents if d.id.removeprefix("sha256:").startswith(digits)], "document", typed)


def group_meant(typed: str, leads: Mapping[str, str], kind: str) -> str:
    """Give the case id that begins so, followed to where a merge led it. Raises ConfigError for none or several.

    leads: every id with the one that it leads to. In `6bab:i1` each part may be shortened, the second only if it must.
    """
    if typed in leads:
        return leads[typed]
    head, _, local = typed.partition(":")
    exact = [i for i in leads if local and i.startswith(head) and i.partition(":")[2] == local]
    begun = exact or [i for i in leads if i.startswith(typed)]
    return _one(sorted({leads[i] for i in begun}), kind, typed)


def in_digits(typed: str, documents: Collection[StoredDocument]) -> str:
    """Give an id whose document was typed by its name, `report.txt:i1`, with the document's digits."""
    head, colon, local = typed.rpartition(":")
    named = [d.id for d in documents if head and (head == d.name or head in d.names)]
    return f"{named[0].removeprefix('sha256:')}{colon}{local}" if len(named) == 1 else typed


def actor_meant(typed: str, actors: Collection[CaseActor], leads: Mapping[str, str]) -> str:
    """Give the id of the actor that is called so, or whose id begins so. Raises ConfigError for none or several."""
    for names_of in (_first_name, _every_name):
        named = [a.id for a in actors if typed.casefold() in names_of(a)]
        if named:
            return _one(named, "actor", typed)
    return group_meant(typed, leads, "actor")


def _first_name(actor: CaseActor) -> list[str]:
    return [actor.name.casefold()]


def _every_name(actor: CaseActor) -> list[str]:
    return [name.casefold() for name in actor.names]


def decision_meant(typed: str, ids: Collection[str]) -> str:
    """Give the decision whose id begins so. Raises ConfigError for none or several."""
    return _one([i for i in ids if i.startswith(typed)], "decision", typed)


def _one(found: list[str], what: str, typed: str) -> str:
    if len(found) == 1 and typed:
        return found[0]
    if not found or not typed:
        raise ConfigError(f"no {what} is called {typed!r} or begins so. List them first.")
    shown = ", ".join(i.removeprefix("sha256:")[:16] for i in sorted(found)[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise ConfigError(f"{typed!r} may mean {len(found)} {what}s: {shown}{more}. Type more of it.")
