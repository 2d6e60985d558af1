"""The fields of a comparison in one table: a function that tells each pair's level, and what the levels are called."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from testigo.reconcile import when_where, who_what, words_shared
from testigo.reconcile.columns import Columns, Ints

Field = Callable[[Columns, Ints, Ints], Ints]

FIELDS: dict[str, tuple[Field, tuple[str, ...]]] = {
    "day": (when_where.day, when_where.DAY),
    "published": (when_where.gap, when_where.GAP),
    "place": (when_where.place, when_where.PLACE),
    "street": (when_where.street, when_where.STREET),
    "victims": (who_what.victims, who_what.VICTIMS),
    "people": (who_what.people, who_what.PEOPLE),
    "ages": (who_what.ages, who_what.AGES),
    "groups": (who_what.groups, who_what.GROUPS),
    "killed": (who_what.killed, who_what.KILLED),
    "injured": (who_what.injured, who_what.KILLED),
    "kind": (who_what.kind, who_what.KIND),
    "scope": (who_what.scope, who_what.SCOPE),
    "part": (who_what.part, who_what.PART),
    "means": (who_what.means, who_what.MEANS),
    "text": (words_shared.text, words_shared.TEXT),
    "rare words": (words_shared.rare_words_shared, words_shared.RARE),
    "phrases": (words_shared.phrases, words_shared.PHRASES),
    "reprint": (words_shared.reprint, words_shared.REPRINT),
    "outlet": (words_shared.outlet, words_shared.OUTLET),
}


def levels(cols: Columns, a: Ints, b: Ints) -> npt.NDArray[np.int8]:
    """Give each pair's level in each field: (pairs, fields)."""
    return np.stack([field(cols, a, b) for field, _ in FIELDS.values()], axis=1).astype(np.int8)
