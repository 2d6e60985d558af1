"""What every benchmark shares: where the data is, how figures are printed."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("TESTIGO_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def parser(doc: str | None, default: str) -> argparse.ArgumentParser:
    """Make an argument parser with the data's path and `--json`; default: the data's folder below the shared one."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument(
        "data", nargs="?", type=Path, default=SHARED / default, help=f"the data (default: shared {default})"
    )
    made.add_argument("--json", action="store_true", help="print one JSON object in place of a table")
    return made


def need_data(path: Path) -> None:
    """Stop with a clear word where the data is not there."""
    if not path.exists():
        sys.exit(f"{path}: no such data. Give its path, or set TESTIGO_SHARED to the folder that holds bench/.")


def show(rows: dict[str, dict[str, Any]], as_json: bool, notes: dict[str, Any] | None = None) -> None:
    """Print one row a system, the same figures in each; notes follow below."""
    if as_json:
        print(json.dumps({"systems": rows} | (notes or {}), ensure_ascii=False))
        return
    columns = list(next(iter(rows.values())))
    width = max(len(name) for name in rows) + 2
    print(" " * width + "  ".join(f"{c:>14}" for c in columns))
    for name, row in rows.items():
        print(f"{name:<{width}}" + "  ".join(f"{_cell(row.get(c)):>14}" for c in columns))
    for name, note in (notes or {}).items():
        print(f"\n{name}")
        lines = note.items() if isinstance(note, dict) else enumerate(note, 1)
        for key, value in lines:
            print(f"  {key}: {_cell(value)}")


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
