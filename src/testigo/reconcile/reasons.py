"""What a field says of a pair, in words that a person can check: "tolls 14 and 16 are close", "both name ana ruiz"."""

from collections.abc import Callable, Iterable
from datetime import date

from testigo.reconcile.fields import FIELDS
from testigo.reconcile.profiling import Profile
from testigo.reconcile.spots import distance_km
from testigo.reconcile.who_what import rare, short_names

_SHOWN = 4  # names or words of one reason


def say(field: str, level: int, a: Profile, b: Profile) -> str:
    """Say what a field found, with the values; nothing where neither report says anything."""
    words = FIELDS[field][1][level]
    if level == len(FIELDS[field][1]) - 1 and field in _SILENT:
        return ""
    detail = _DETAILS.get(field, _nothing)(a, b)
    return f"{words} ({detail})" if detail else words


def _nothing(_a: Profile, _b: Profile) -> str:
    return ""


def _list(names: Iterable[str]) -> str:
    told = sorted(names)
    more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return ", ".join(told[:_SHOWN]) + more


def _days(a: Profile, b: Profile) -> str:
    return " and ".join(_day(p) for p in (a, b)) if a.days or b.days else ""


def _day(profile: Profile) -> str:
    if not profile.days:
        told = profile.published
        return f"none, published {date.fromordinal(told).isoformat()}" if told else "none"
    first, last = (date.fromordinal(d).isoformat() for d in profile.days[0])
    return first if first == last else f"{first} to {last}"


def _place(a: Profile, b: Profile) -> str:
    if not (a.places and b.places):
        return ""
    shared = [s.name for s in a.places if s.key in {t.key for t in b.places}]
    if shared:
        return _list(shared)
    apart = [km for s in a.places for t in b.places if (km := distance_km(s, t)) is not None]
    far = f", {min(apart):.0f} km apart" if apart else ""
    return f"{a.places[0].name} and {b.places[0].name}{far}"


def _streets(a: Profile, b: Profile) -> str:
    return _list({*a.streets} & {*b.streets})


def _names_of(profile: Profile) -> set[str]:
    return set(short_names((*profile.victims, *profile.doers, *profile.people, *profile.speakers)))


def _victims(a: Profile, b: Profile) -> str:
    one, other = set(short_names(a.victims)), set(short_names(b.victims))
    shared = (one & _names_of(b)) | (other & _names_of(a))
    if shared:
        return _list(shared)
    return f"{_list(one)}; {_list(other)}" if one and other else ""


def _people(a: Profile, b: Profile) -> str:
    return _list(_names_of(a) & _names_of(b) - set(short_names((*a.victims, *b.victims))))


def _ages(a: Profile, b: Profile) -> str:
    if not (a.ages and b.ages):
        return ""
    shared = [str(age) for age in a.ages if age in b.ages]
    return _list(shared) if shared else f"{_list(map(str, a.ages))}; {_list(map(str, b.ages))}"


def _toll(figure: str) -> Callable[[Profile, Profile], str]:
    def told(a: Profile, b: Profile) -> str:
        ends = [p.tolls.get(figure) for p in (a, b)]
        return " and ".join("none" if e is None else _range(*e) for e in ends) if any(ends) else ""

    return told


def _range(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def _kinds(a: Profile, b: Profile) -> str:
    return a.kind if a.kind == b.kind else f"{a.kind} and {b.kind}"


def _rare(a: Profile, b: Profile) -> str:
    theirs = set(rare(b))
    return ", ".join([w for w in rare(a) if w in theirs][:_SHOWN])


def _phrases(a: Profile, b: Profile) -> str:
    theirs = {phrase for phrase, _ in b.phrases}
    return ", ".join([f"“{phrase}”" for phrase, _ in a.phrases if phrase in theirs][:_SHOWN])


def _groups(a: Profile, b: Profile) -> str:
    return _list({*a.actors} & {*b.actors}) or (
        f"{_list(a.actors)}; {_list(b.actors)}" if a.actors and b.actors else ""
    )


_SILENT = frozenset(
    ("street", "victims", "people", "ages", "groups", "killed", "injured", "means", "part", "reprint", "outlet")
)
_DETAILS: dict[str, Callable[[Profile, Profile], str]] = {
    "day": _days, "place": _place, "street": _streets, "victims": _victims, "people": _people, "ages": _ages,
    "killed": _toll("killed"), "injured": _toll("injured"), "kind": _kinds, "rare words": _rare, "phrases": _phrases, "groups": _groups,
}  # fmt: skip
