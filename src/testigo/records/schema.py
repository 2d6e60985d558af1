"""JSON Schema of the three formats, generated from the structs; the docs keep a copy that a test compares.

    python -m testigo.records.schema docs/schema

What a schema cannot say (every quote is exactly its text, every reference points at something) is checked on loading.
Unknown keys are allowed everywhere, as the format promises.
"""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from testigo.records.base import MORE
from testigo.records.json import FORMATS
from testigo.records.report import Claim
from testigo.records.values import VALUE_TYPES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"


def schemas() -> dict[str, dict[str, Any]]:
    """Give each format's schema, by the name of its file."""
    return {f"{name.replace('/', '-')}.schema.json": schema_of(name) for name in sorted(FORMATS)}


def schema_of(format_name: str) -> dict[str, Any]:
    """Give the schema of one format, `testigo-report/1` or a sister of it."""
    kind = FORMATS[format_name]
    values = (
        sorted(set(VALUE_TYPES.values()), key=lambda v: v.__name__) if format_name.startswith("testigo-report") else []
    )
    (top, *_), parts = msgspec.json.schema_components((kind, *values), ref_template=_REF)
    parts = {name: _open(part) for name, part in parts.items()}
    if Claim.__name__ in parts:
        _add_values(parts[Claim.__name__])
    parts[kind.__name__]["properties"]["format"] = {"const": format_name}
    parts[kind.__name__]["required"] = ["format", *parts[kind.__name__].get("required", [])]
    return {"$schema": _DIALECT, "title": format_name, **top, "$defs": dict(sorted(parts.items()))}


def _open(part: Any) -> Any:
    """Leave out the field that holds unknown keys in memory, and defaults, which bind no writer; level descriptions."""
    if isinstance(part, list):
        return [_open(p) for p in part]
    if not isinstance(part, dict):
        return part
    kept = {k: _open(v) for k, v in part.items() if k not in (MORE, "default")}
    if isinstance(kept.get("description"), str):
        kept["description"] = inspect.cleandoc(
            kept["description"]
        )  # versions of msgspec differ in the blanks they keep
    return kept


def _add_values(claim: dict[str, Any]) -> None:
    """Let each predicate ask for the shape of its value."""
    claim["properties"]["predicate"] = {"enum": sorted(VALUE_TYPES)}
    shapes: dict[str, list[str]] = {}
    for predicate, kind in VALUE_TYPES.items():
        shapes.setdefault(kind.__name__, []).append(predicate)
    claim["allOf"] = [
        {
            "if": {"properties": {"predicate": {"enum": sorted(predicates)}}},
            "then": {"properties": {"value": {"$ref": _REF.format(name=shape)}}},
        }
        for shape, predicates in sorted(shapes.items())
    ]


def text_of(schema: dict[str, Any]) -> str:
    """Give a schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder, and name the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas().items():
        (folder / name).write_text(text_of(schema), encoding="utf-8")
        paths.append(folder / name)
    return paths


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m testigo.records.schema FOLDER")
    print(*write_schemas(Path(sys.argv[1])), sep="\n")
