"""The JSON Schema in the docs is the one that the structs give, and real records keep it."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from test_record_refusals import GOOD

from testigo.records.schema import schema_of, schemas, text_of

DOCS = Path(__file__).resolve().parents[2] / "docs" / "schema"


def test_the_docs_hold_the_generated_schemas() -> None:
    """Refresh with `python -m testigo.records.schema docs/schema`."""
    assert {p.name for p in DOCS.glob("*.json")} == set(schemas())
    for name, schema in schemas().items():
        assert (DOCS / name).read_text("utf-8") == text_of(schema), f"{name} is stale"


@pytest.mark.parametrize("name", sorted(schemas()))
def test_each_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


def test_the_worked_records_and_case_keep_the_schema(shared: Path) -> None:
    folder = shared / "reports" / "worked"
    for name in ("one.json", "two.json"):
        jsonschema.validate(json.loads((folder / name).read_text("utf-8")), schema_of("testigo-report/1"))
    for incident in json.loads((folder / "case.json").read_text("utf-8")):
        jsonschema.validate(incident, schema_of("testigo-incident/1"))


@pytest.mark.parametrize(
    "value",
    [{"low": "many", "high": None}, {"high": 3}, {"low": 1, "high": 1, "group": "foes"}, {"description": "gunmen"}],
)
def test_a_value_that_its_predicate_does_not_hold_breaks_the_schema(value: dict[str, Any]) -> None:
    raw = copy.deepcopy(GOOD)
    jsonschema.validate(raw, schema_of("testigo-report/1"))
    raw["claims"][0]["value"] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(raw, schema_of("testigo-report/1"))
