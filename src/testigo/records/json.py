"""Records to JSON and back: unknown keys survive, newer versions and broken records are refused in words.

Loading walks the data once beside the struct's own types, moves unknown keys into `more`, and gives each claim's value
the type that its predicate asks for.
"""

from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from testigo.records.base import MORE, Record
from testigo.records.case import INCIDENT_FORMAT, CaseIncident
from testigo.records.decision import DECISION_FORMAT, Decision
from testigo.records.errors import FormatError
from testigo.records.report import REPORT_FORMAT, Claim, Report
from testigo.records.values import VALUE_TYPES

R = TypeVar("R", bound=Record)
FORMATS: dict[str, type[Record]] = {
    REPORT_FORMAT: Report,
    DECISION_FORMAT: Decision,
    INCIDENT_FORMAT: CaseIncident,
}


def dump(record: Record) -> dict[str, Any]:
    """Give a record as plain JSON data, keys in the format's order."""
    data: dict[str, Any] = _unfold(msgspec.to_builtins(record))
    return data


def dump_json(record: Record) -> str:
    """Give a record as one line of JSON."""
    return msgspec.json.encode(dump(record)).decode()


def load(data: str | bytes | dict[str, Any], kind: type[R], name: str = "") -> R:
    """Make a record of this kind from JSON text or plain data.

    Raises FormatError for another or newer format, a wrong shape or value, or evidence that is not in the text.
    """
    raw = _parsed(data, name)
    wanted = next((f for f, k in FORMATS.items() if k is kind), None)
    if wanted:
        _check_format(raw, wanted, name)
    try:
        return _made(kind, raw)
    except msgspec.ValidationError as error:
        cause = error.__cause__
        reason = cause.message if isinstance(cause, FormatError) else str(error)
        raise FormatError(reason, name=name) from error
    except FormatError as error:
        raise FormatError(error.message, name=name, code=error.code) from error


def load_report(data: str | bytes | dict[str, Any], name: str = "") -> Report:
    """Make a report record from its JSON; see `load`."""
    return load(data, Report, name)


def _parsed(data: str | bytes | dict[str, Any], name: str) -> dict[str, Any]:
    if isinstance(data, dict):
        return data
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"not JSON ({error}). Give a file that testigo wrote.", name=name, code="not_json") from error
    if not isinstance(raw, dict):
        raise FormatError(f"a JSON {type(raw).__name__} where one record was expected", name=name)
    return raw


def _check_format(raw: dict[str, Any], wanted: str, name: str) -> None:
    said = raw.get("format")
    if said == wanted:
        return
    family, _, version = str(said).partition("/")
    if family == wanted.partition("/")[0] and version.isdigit() and int(version) > int(wanted.partition("/")[2]):
        message = f"format {said} is newer than this program, which reads {wanted}. Update testigo."
        raise FormatError(message, name=name, code="newer_format")
    message = f"format {said!r} is unknown here; expected {wanted}."
    raise FormatError(message, name=name, code="unknown_format")


def _made(kind: type[R], raw: dict[str, Any]) -> R:
    return msgspec.convert(_fold(kind, raw), kind)


def _fold(kind: type[Record], raw: Any) -> Any:
    """Move the keys that `kind` does not know into `more`, all the way down."""
    if not isinstance(raw, dict):
        return raw
    plan = _plan(kind)
    known: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in plan:
            more[key] = value
            continue
        inner = plan[key]
        if kind is Claim and key == "value":
            inner = VALUE_TYPES.get(str(raw.get("predicate")))
            if inner is not None and isinstance(value, dict):
                known[key] = _made(inner, value)
                continue
        known[key] = value if inner is None else _fold_each(inner, value)
    if more:
        known[MORE] = more
    return known


def _fold_each(inner: type[Record], value: Any) -> Any:
    if isinstance(value, list):
        return [_fold_each(inner, v) for v in value]
    if isinstance(value, dict) and inner.__name__ == "ResolvedFigure" and "low" not in value:
        return {k: _fold(inner, v) for k, v in value.items()}
    return _fold(inner, value)


@cache
def _plan(kind: type[Record]) -> dict[str, type[Record] | None]:
    """Tell, for each JSON key of a struct, the struct that stands below it, if any."""
    hints = get_type_hints(kind)
    return {f.encode_name: _struct_in(hints[f.name]) for f in msgspec.structs.fields(kind) if f.encode_name != MORE}


def _struct_in(hint: Any) -> type[Record] | None:
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint
    return next((s for s in map(_struct_in, get_args(hint)) if s), None)


def _unfold(data: Any) -> Any:
    """Put the keys kept in `more` back beside the others."""
    if isinstance(data, list | tuple):
        return [_unfold(d) for d in data]
    if not isinstance(data, dict):
        return data
    out = {k: _unfold(v) for k, v in data.items() if k != MORE}
    return out | data.get(MORE, {})
