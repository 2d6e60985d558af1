"""Make the actor register, src/testigo/reference/data/register.csv.

    python scripts/build_register.py REFERENCE_FOLDER [--check]

In: ucdp_actors.csv, ucdp_actors_added_26_1.csv and us_designated_groups.csv from REFERENCE_FOLDER; our own
register_additions.csv and demonyms.csv. Out: one table, sorted by id, the same bytes for the same sources.

How rows meet: an addition takes in the UCDP and US rows whose ids it names; a US group joins the one UCDP actor of
the same full name; all others stay rows of their own. Then every country gets its government, army, police and the
like under names made by rule. How names are weighed: see `register_names.py`. A designation is not kept.
"""

import argparse
import csv
import io
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from register_names import Draft, add_name, country_codes, fold_name, settle_names, slug, title_case

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "testigo" / "reference" / "data"
COLUMNS = ("id", "name", "names", "weak_names", "type", "countries", "ucdp_id", "us_id", "parents", "source")
UCDP_TYPES = {"1": "armed_group", "2": "civilian_group", "3": "civilian_group", "4": "government"}
US_TYPES = {"armed": "armed_group", "crime": "criminal_group", "state": "state_force"}
UCDP_SOURCE = "UCDP Actor Dataset {version}, actor {id}"
US_SOURCE = "OFAC SDN list, entry {id}"
# UCDP does not tell gangs and cartels from other formal groups; in these words and countries we do.
CRIMINAL = re.compile(r"cartel|cártel|comando|gang\b|\bmara\b|mafia|posse|bando|família|pandilla", re.IGNORECASE)
GANG_COUNTRIES = {"MX", "BR", "EC", "HT", "JM", "HN", "SV"}
RULE_SOURCE = "made by rule from the country's name"
# Nouns of persons, and words of two countries, make no name of a body ("the Dane army", "the Korean army").
NOT_BEFORE_BODIES = frozenset(
    "Congolese Korean Dane Swede Pole Finn Serb Croat Briton Turk Spaniard Frenchman Frenchwoman Irishman Dutchman "
    "Filipina Icelander Mongol Gazan".split()
)
# kind, type, name after the nationality word, name after the country's name with 's, name before "of" and the country
BODIES = (
    ("government", "government", ("government", "authorities"), ("government",), "Government of {}"),
    ("armed-forces", "state_force", ("armed forces", "military"), ("armed forces", "military"), "Armed Forces of {}"),
    ("army", "state_force", ("army", "Army"), ("army",), "Army of {}"),
    ("air-force", "state_force", ("air force",), ("air force",), ""),
    ("navy", "state_force", ("navy",), ("navy",), ""),
    ("police", "state_force", ("police", "National Police"), ("police", "National Police"), "National Police of {}"),
    ("security-forces", "state_force", ("security forces",), ("security forces",), ""),
    ("defence-ministry", "government", ("defence ministry", "defense ministry", "Ministry of Defence"),
     ("defence ministry", "defense ministry"), ""),
    ("interior-ministry", "government", ("interior ministry", "Ministry of Interior"), ("interior ministry",), ""),
    ("foreign-ministry", "government", ("foreign ministry", "Ministry of Foreign Affairs"), ("foreign ministry",), ""),
    ("supreme-court", "court", ("Supreme Court",), ("Supreme Court",), ""),
)  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a CSV table, blanks around fields cut."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]


def read_additions() -> dict[str, Draft]:
    """Our own rows, by id; a main name that stands among its own weak names is weak."""
    drafts = {}
    for row in rows_of(DATA / "register_additions.csv"):
        draft = Draft(row["id"], row["name"], row["type"], row["countries"].split("|"), row["ucdp_id"], row["us_id"],
                      [parent for parent in row["parents"].split("|") if parent], [row["source"]])  # fmt: skip
        weak = row["weak_names"].split("|")
        for name in (row["name"], *row["names"].split("|")):
            add_name(draft, name, strong=name not in weak, authority=0)
        for name in weak:
            add_name(draft, name, strong=False, authority=0)
        drafts[draft.id] = draft
    return drafts


def add_country_bodies(drafts: dict[str, Draft]) -> None:
    """Give every country its government, army, police …; an addition that bears one such name takes the others too."""
    taken = {fold_name(name): draft for draft in drafts.values() for name in draft.strong}
    for row in rows_of(DATA / "demonyms.csv"):
        words = [word for word in row["words"].split("|") if word not in NOT_BEFORE_BODIES]
        for kind, kind_type, after_word, after_name, before in BODIES:
            names = [f"{word} {body}" for word in words for body in after_word]
            names += [f"{row['name']}'s {body}" for body in after_name] + (
                [before.format(row["name"])] if before else []
            )
            owners = [taken[fold_name(name)] for name in names if fold_name(name) in taken]
            draft_id = f"{row['country'].lower()}-{kind}"
            draft = owners[0] if owners else drafts.get(draft_id)
            if draft is None and names:
                draft = Draft(draft_id, names[0], kind_type, [row["country"]], "", "", [], [RULE_SOURCE])
                drafts[draft_id] = draft
            for name in names:
                if draft is not None and fold_name(name) not in taken:
                    add_name(draft, name, strong=True, authority=1)


def add_ucdp(drafts: dict[str, Draft], folder: Path) -> None:
    """Join UCDP's actors by the ids that additions and governments name, or as rows of their own, with their parents."""
    table = rows_of(folder / "ucdp_actors.csv") + rows_of(folder / "ucdp_actors_added_26_1.csv")
    by_ucdp = {draft.ucdp_id: draft for draft in drafts.values() if draft.ucdp_id}
    for row in table:
        codes = country_codes(row["Location"])
        draft = by_ucdp.get(row["ActorId"]) or _government(drafts, row)
        if draft is None:
            draft = _new_draft(drafts, codes, row["NameData"], row["ActorId"], _ucdp_type(row, codes))
        draft.ucdp_id = row["ActorId"]
        source = UCDP_SOURCE.format(version=row["Version"], id=row["ActorId"])
        draft.sources += [] if source in draft.sources else [source]
        draft.countries += [code for code in codes if code not in draft.countries and row["Org"] != "4"]
        by_ucdp[row["ActorId"]] = draft
        for name, is_translation in _ucdp_names(row):
            add_name(draft, name, strong=row["Org"] != "3", authority=2, is_translation=is_translation)
    for row in table:
        for parent in re.findall(r"\d+", row["ActorIdPrev"]):
            draft = by_ucdp[row["ActorId"]]
            if parent in by_ucdp and by_ucdp[parent] is not draft and by_ucdp[parent].id not in draft.parents:
                draft.parents.append(by_ucdp[parent].id)


def _government(drafts: dict[str, Draft], row: dict[str, str]) -> Draft | None:
    """Find the rule-made government that a UCDP government is."""
    if row["Org"] != "4":
        return None
    codes = country_codes(re.sub(r"^Government of (the )?", "", row["NameData"]))
    draft = drafts.get(f"{codes[0].lower()}-government") if codes else None
    return draft if draft and not draft.ucdp_id else None


def _ucdp_type(row: dict[str, str], codes: list[str]) -> str:
    is_gang = row["Org"] == "1" and (CRIMINAL.search(row["NameData"]) or row["Version"] == "26.1")
    return "criminal_group" if is_gang and codes and codes[0] in GANG_COUNTRIES else UCDP_TYPES[row["Org"]]


def _ucdp_names(row: dict[str, str]) -> list[tuple[str, bool]]:
    """Names of a UCDP row, and whether each is a mere translation of a name in another language."""
    own = [row["NameData"], row["NameOrig"], row["NameOrigFull"], row["NewName"], row["NewNameFullMotherTongue"]]
    foreign = row["NameOrigFull"] not in ("", "n/a", row["NameOrigFullEng"])
    names = [(name, False) for name in own] + [(row["NameOrigFullEng"], foreign), (row["NewNameFullEng"], True)]
    return [(name, flag) for name, flag in names if name not in ("", "n/a") and "?" not in name and "," not in name]


def add_us(drafts: dict[str, Draft], folder: Path) -> None:
    """Join the US lists' groups: by the id that an addition names, by one actor's full name, or as rows of their own."""
    by_us = {draft.us_id: draft for draft in drafts.values() if draft.us_id}
    by_name: dict[str, list[Draft]] = {}
    for draft in drafts.values():
        for name in draft.strong:
            by_name.setdefault(fold_name(name), []).append(draft)
    for row in rows_of(folder / "us_designated_groups.csv"):
        same = by_name.get(fold_name(row["name"]), [])
        known = by_us.get(row["ent_num"]) or (same[0] if len(same) == 1 and not same[0].us_id else None)
        kind = US_TYPES[row["group_kind"]]
        draft = known or _new_draft(drafts, [], title_case(row["name"]), f"us{row['ent_num']}", kind)
        source = US_SOURCE.format(id=row["ent_num"])
        draft.us_id, by_us[row["ent_num"]] = row["ent_num"], draft
        draft.sources += [] if source in draft.sources else [source]
        add_name(draft, title_case(row["alias"] or row["name"]), strong=row["strength"] != "weak", authority=2)


def _new_draft(drafts: dict[str, Draft], codes: list[str], name: str, number: str, kind: str) -> Draft:
    draft_id = f"{codes[0].lower() if codes else 'int'}-{slug(name)}"
    draft_id = draft_id if draft_id not in drafts else f"{draft_id}-{number}"
    drafts[draft_id] = Draft(draft_id, name, kind, list(codes), "", "", [], [])
    return drafts[draft_id]


def make_register(folder: Path) -> str:
    """Put the register together; the text of the table."""
    drafts = read_additions()
    add_country_bodies(drafts)
    add_ucdp(drafts, folder)
    add_us(drafts, folder)
    settle_names(list(drafts.values()))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for _, draft in sorted(drafts.items()):
        names = [name for name in draft.strong if name != draft.name]
        writer.writerow([draft.id, draft.name, "|".join(names), "|".join(draft.weak), draft.type,
                         "|".join(filter(None, draft.countries)), draft.ucdp_id, draft.us_id,
                         "|".join(draft.parents), "; ".join(draft.sources)])  # fmt: skip
    return out.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="the folder with the open lists")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if the table is not what would be made"
    )
    arguments = parser.parse_args()
    made, target = make_register(arguments.folder), DATA / "register.csv"
    if arguments.check:
        same = target.exists() and target.read_text(encoding="utf-8") == made
        print(
            "register.csv is what its sources make" if same else "register.csv differs: run scripts/build_register.py"
        )
        return 0 if same else 1
    target.write_text(made, encoding="utf-8")
    print(f"register.csv: {made.count(chr(10)) - 1} actors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
