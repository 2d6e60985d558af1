"""The rule by which a case chooses among the figures that its sources stand behind (RECORD.md section 4, "Ends").

min-max    every figure counts: the lowest and the highest end, and the latest figure as the best (the default)
majority   the figure that most sources give; of equals the one published last, then the lower
ranked     the figure of the first source of a list that gives one; where none does, min-max

The last two only choose whose figure stands: what others say stays in the reasons, with why it was left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from testigo.resolve.cast import fold
from testigo.resolve.figures import Figure

RULES = ("min-max", "majority", "ranked")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by name. sources: for `ranked`, names of sources, the most trusted first."""

    name: str = RULES[0]
    sources: tuple[str, ...] = ()


MIN_MAX = Rule()


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures that stand by a rule, and the others, each with the reason."""

    standing: tuple[Figure, ...]
    fallen: tuple[tuple[Figure, str], ...]


def choose(figures: Sequence[Figure], rule: Rule) -> Choice:
    """Say which figures stand. Each source has one figure; their order does not matter."""
    chosen = _CHOOSE[rule.name](figures, rule)
    if chosen is None:
        return Choice(tuple(figures), ())
    standing, why = chosen
    return Choice(tuple(f for f in figures if f in standing), tuple((f, why) for f in figures if f not in standing))


_Chosen = tuple[Sequence[Figure], str] | None


def _all(figures: Sequence[Figure], rule: Rule) -> _Chosen:
    return None


def _most(figures: Sequence[Figure], rule: Rule) -> _Chosen:
    """Choose the ends that most sources give."""
    if not figures:
        return None

    def weight(figure: Figure) -> tuple[object, ...]:
        alike = [f for f in figures if f.ends == figure.ends]
        return len({f.source.key for f in alike}), max(f.when for f in alike), -figure.stated

    best = max(figures, key=weight)
    return [f for f in figures if f.ends == best.ends], "left out: more or newer sources give another figure"


def _ranked(figures: Sequence[Figure], rule: Rule) -> _Chosen:
    for name in rule.sources:
        met = [f for f in figures if fold(name) in (fold(f.source.name), fold(f.source.key.partition(":")[2]))]
        if met:
            return met, f"left out: the case trusts {name} before it"
    return None


_CHOOSE: dict[str, Callable[[Sequence[Figure], Rule], _Chosen]] = {
    "min-max": _all,
    "majority": _most,
    "ranked": _ranked,
}
