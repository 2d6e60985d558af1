"""Which reports' wounded may have died since: an early "3 dead, 1 hurt" beside a later "4 dead".

Where a later report tells as many more dead as an earlier one told hurt, and nobody tells of anybody hurt from then on,
the earlier figure of the hurt has been outlived: it is left out with its reason, for nobody says that they live.
"""

from collections.abc import Sequence

from testigo.resolve.heads import counts_of, is_told_with
from testigo.resolve.telling import Telling

WHY = "those told hurt may be among the dead told since"


def outlived(tellings: Sequence[Telling]) -> set[tuple[str, str]]:
    """Name the claims on people hurt whom later reports may tell dead."""
    dead, hurt = counts_of(tellings, "killed"), counts_of(tellings, "injured")
    days = {t.told_in: t.when.published for t in tellings if t.when.published and t.when.own}
    gone = {place for place in hurt if place in days and _is_outlived(place, dead, hurt, days)}
    return {
        t.key for t in tellings if t.told_in in gone and (t.claim.predicate == "injured" or is_told_with(t, "injured"))
    }


_Place = tuple[str, bool]


def _is_outlived(place: _Place, dead: dict[_Place, int], hurt: dict[_Place, int], days: dict[_Place, str]) -> bool:
    if not hurt[place]:
        return False
    later = [p for p in days if days[p] > days[place] and dead.get(p, 0) - dead.get(place, 0) >= hurt[place]]
    if not later:
        return False
    since = min(days[p] for p in later)
    return not any(hurt.get(p, 0) for p in days if days[p] >= since)
