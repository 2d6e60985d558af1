"""Pages on who belongs together: doubtful pairs with their reasons, and the log of decisions."""

from collections.abc import Sequence

from testigo.records import Decision
from testigo.records.words import date_words, plain, resolved_figure_words, resolved_place_words
from testigo.work.flags import Standing
from testigo.work.pages import Line, Page, Part, Section, Table
from testigo.work.pairs import DoubtfulPair, Side
from testigo.work.shown import Ids

_WEIGHTS = ((3.0, "strongly for"), (0.5, "for"), (-0.5, "says little"), (-3.0, "against"))


def pairs_page(pairs: Sequence[DoubtfulPair], ids: Ids, case: str, limit: int | None) -> Page:
    """Give the doubtful pairs, each with its two sides, its reasons and what to type."""
    if not pairs:
        return Page("No pair is in doubt that people did not decide about")
    parts: list[Part] = []
    for pair in pairs:
        one, other = (ids.claim(s.document, s.local) for s in (pair.a, pair.b))
        stands = "stand as one" if pair.together else "stand apart"
        title = f"{one} and {other} {stands}; the machine gives {pair.score:.0%} that they are one"
        lines = [_side(pair.a, one), _side(pair.b, other)]
        lines += [Line(r.words, r.field, note=_weight(r.weight)) for r in pair.reasons]
        decide = f"testigo decide {case} "
        words = f"{decide}{'not-same' if pair.together else 'same'} {one} {other}"
        keeps = f"{decide}{'same' if pair.together else 'not-same'} {one} {other}"
        lines += [
            Line(words, "change it"),
            Line(keeps, "keep it so"),
            Line(f"{decide}unsure {one} {other}", "cannot tell"),
        ]
        parts.append(Section(title, tuple(lines)))
    more = f"The {len(pairs)} most doubtful; more with --limit." if limit and len(pairs) == limit else ""
    return Page("", parts=tuple(parts), foot=more)


def _side(side: Side, ref: str) -> Line:
    alone = side.alone
    told = [plain(alone.kind), resolved_place_words(alone.place), date_words(alone.date)]
    told += [f"{resolved_figure_words(alone.killed)} killed"] if alone.killed.high is not None else []
    source = ", ".join(w for w in (side.name, side.outlet or "", side.published or "") if w)
    return Line(" · ".join(w for w in told if w), ref, note=source)


def _weight(bits: float) -> str:
    return next((words for least, words in _WEIGHTS if bits >= least), "strongly against")


def decisions_page(standings: Sequence[Standing], ids: Ids) -> Page:
    """Give the log of decisions, the newest first."""
    if not standings:
        return Page("No decisions")
    rows = [
        (
            s.decision.id[:8], s.decision.at.replace("T", " ").rstrip("Z"), s.decision.by,
            ("undone: " if s.undone else "") + s.decision.verb.replace("_", " "), about_words(s, ids),
            "; ".join(w for w in (s.decision.reason or "", s.flag) if w) or "–",
        )
        for s in reversed(standings)
    ]  # fmt: skip
    heads = ("id", "at (UTC)", "by", "what", "about", "why; look again")
    narrow = Table(
        "",
        ("id", "who, when", "what, about", "why; look again"),
        tuple((r[0], f"{r[2]}\n{r[1]}", f"{r[3]}\n{r[4]}", r[5]) for r in rows),
        frozenset({"what, about", "why; look again"}),
    )
    return Page("", parts=(Table("", heads, tuple(rows), frozenset({"about", "why; look again"}), narrow),))


def about_words(standing: Standing, ids: Ids) -> str:
    """Say what a decision is about, short enough for a table."""
    decision = standing.decision
    target = decision.target
    if target.decision:
        return f"decision {target.decision[:8]}"
    if target.setting:
        return f"{target.setting} = {_value(decision.after)}"
    if target.pair:
        return " and ".join(f"{ids.document(s.document)} at {s.start}–{s.end}" for s in target.pair)
    if target.case:
        return ids.short(target.case) + _parts(decision, ids)
    where = standing.about or ids.document(target.document or "")
    return " ".join(w for w in (where, target.predicate or "", _value(decision.after)) if w)


def _parts(decision: Decision, ids: Ids) -> str:
    after = decision.after if isinstance(decision.after, dict) else {}
    if decision.verb == "merge":
        return f" into {ids.short(after['case'])}"
    if decision.verb == "split":
        return f", {sum(len(p) for p in after.get('apart', ()))} taken out"
    return f": {decision.after}" if decision.after else ""


def _value(after: object) -> str:
    if isinstance(after, dict):
        told = after.get("value", after)
        low_high = isinstance(told, dict) and {"low", "high"} <= told.keys()
        return f"→ {told['low']}–{told['high']}" if low_high else ""
    if isinstance(after, list):
        return ", ".join(map(str, after))
    return str(after) if after else ""
