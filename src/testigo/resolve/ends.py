"""The ends of a figure and its best value (RECORD.md section 4, "Ends", the rule `min-max`).

low: the lowest lower end; high: the highest upper end, a missing one being replaced by the lower of the same claim.
best: the figure published last; on the same day one called latest or final, then the one that more sources give, then
the lower. Victims told one by one are a least number: they are the best only where no source gives a figure in words,
for a later report that names one of four dead has not lowered the toll. Then the number that most sources tell is the
best; of equals the highest, but one rather than two, which is more often one person told in two words. An upper end alone
leaves low and best null, unless it is approximate: then it is the best.
"""

from collections.abc import Sequence

from testigo.records import ResolvedFigure
from testigo.resolve.figures import Figure
from testigo.resolve.trace import Trace

NO_FIGURE = ResolvedFigure(low=None, high=None, best=None)


def resolve_ends(figures: Sequence[Figure], field: str, trace: Trace, brief: bool = False) -> ResolvedFigure:
    """Give what stands of the figures that sources stand behind.

    brief: write open_low, open_high and computed only where true, as groups and counts do.
    """
    if not figures:
        return NO_FIGURE
    lows = [f.low for f in figures if f.low is not None]
    low = min(lows) if lows else None
    high = max(f.upper for f in figures)
    best = _best(figures)
    for figure in figures:
        for telling in figure.tellings:
            trace.use(field, telling, _why(figure, low, high, best))
    unset = None if brief else False
    return ResolvedFigure(
        low=low,
        high=high,
        best=best,
        open_low=any(f.low is None for f in figures) or unset,
        open_high=any(f.high is None for f in figures) or unset,
        computed=any(f.computed for f in figures) or unset,
    )


def _best(figures: Sequence[Figure]) -> int | None:
    named = [f for f in figures if f.best is not None]
    if not named:
        return None
    if all(f.by_heads for f in named):
        return _most_told([f.best for f in named if f.best is not None])
    named = [f for f in named if not f.by_heads]
    last = max(f.when for f in named)
    newest = [f for f in named if f.when == last]
    newest = [f for f in newest if f.latest] or newest
    values = [f.best for f in named]
    return min((f.best for f in newest if f.best is not None), key=lambda b: (-values.count(b), b))


def _most_told(heads: Sequence[int]) -> int:
    return max(heads, key=lambda n: (heads.count(n), -n if n in (1, 2) else n))


def _why(figure: Figure, low: int | None, high: int, best: int | None) -> str:
    sets = [name for name, end, own in (("low", low, figure.low), ("high", high, figure.upper)) if end == own]
    sets += ["best"] if best is not None and figure.best == best else []
    how = "from its parts" if figure.computed else "as its newest figure"
    said = f"{figure.source.name} stands behind it {how}"
    return f"{said}: gives {', '.join(sets)}" if sets else f"{said}: within the range"
