"""Write the demo's real output and the measured figures into README.md, between their marks.

    python scripts/readme_figures.py [--check]

The first screen is what `testigo demo` prints at 100 columns, cut at the list of all incidents. The figures are those of
benchmarks/floors.json's last full measurement. --check changes nothing and fails where README.md says otherwise.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
_DEMO = re.compile(r"(<!-- demo -->\n).*?(<!-- /demo -->)", re.DOTALL)
_CUT = "\nAll "  # the list of all incidents begins there


def demo() -> str:
    """Give what the demo prints first, as a person sees it."""
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-c", "from testigo.cli.main import main; main()", "demo"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return done.stdout.partition(_CUT)[0].strip("\n")


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--check", action="store_true")
    check = given.parse_args().check
    old = README.read_text("utf-8")
    shown = demo()
    new = _DEMO.sub(lambda m: f"{m.group(1)}```text\n$ testigo demo\n{shown}\n```\n{m.group(2)}", old)
    if check:
        print(
            "README.md shows the demo as it is" if new == old else "README.md is behind: run scripts/readme_figures.py"
        )
        return int(new != old)
    README.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
