"""The register finds actors' names in text and never mistakes an ordinary word for one."""

import csv
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from testigo.records.errors import ConfigError
from testigo.reference import Register
from testigo.reference.register import ACTOR_TYPES, SHIPPED

ROOT = Path(__file__).resolve().parents[2]
MARK = re.compile(r"<([a-z0-9-]+)>(.*?)</>")


def _marked(text: str) -> tuple[str, list[tuple[str, str, int]]]:
    """Take the marks out of a text: <id>words</> becomes words, and (id, words, start)."""
    plain, found, at = "", [], 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        found.append((match[1], match[2], len(plain)))
        plain, at = plain + match[2], match.end()
    return plain + text[at:], found


@pytest.mark.parametrize(
    "text",
    [
        "The <ng-boko-haram>Boko Haram</>'s men and the <int-islamic-state>ISIL</>s fled.",
        "<ye-houthis>Houthi rebels</> and the <ye-houthis>Houthis</>, said <gb-reuters>Reuters</>.",
        "He joined <pe-shining-path>Sendero Luminoso</>; others the <co-eln>ELN</>.",
        "<int-is-west-africa>ISWAP</> is not <int-islamic-state>Islamic State</>.",
        "The <int-un>U.N.</> and the <int-un>UN</> agree. <so-al-shabaab>Al-Shabaab</> does not.",
        "<us-new-york-times>New York Times</>, <gb-times>The Times</>: hard times for the times.",
        "<pe-army>Peruvian army</>, <ng-army>Nigerian Army</>, <pe-army>Peru's army</>",
        "the South American army; an emu army; give us military aid",
        "<sy-ypg>People’s Protection Units</> or <sy-ypg>Peoples Protection Units</>",
        "😀 <ps-hamas>Hamas</> 𝕏 <tr-pkk>PKK</>",
        "The base, the front, the union, the fact, islamic state employees, eta, is.",
        "They met the Islamic. State police came.",
        "Hamasi, Talibanise, NATOx, xFARC",
        "<af-taliban>Taliban</> fighters, with <it-ndrangheta>Ndrangheta</> money",
    ],
)
def test_names_are_found_where_they_stand(register: Register, text: str) -> None:
    plain, wanted = _marked(text)
    found = register.find(plain)
    assert [(actors[0].id, plain[start:end], start) for start, end, actors in found] == wanted
    assert all(len(actors) == 1 for *_, actors in found)


def test_weak_names_are_found_only_when_asked_for(register: Register) -> None:
    text = "The Taliban and IS"
    assert [[actor.id for actor in actors] for *_, actors in register.find(text)] == [["af-taliban"]]
    asked = [[actor.id for actor in actors] for *_, actors in register.find(text, weak=True)]
    assert asked == [["af-taliban", "ht-taliban"], ["int-islamic-state"]]


def test_lookup_puts_those_first_for_whom_the_name_suffices(register: Register) -> None:
    assert [actor.id for actor in register.lookup("the taliban")][:2] == ["af-taliban", "ht-taliban"]
    assert register.lookup("Nobody's Own Front") == ()


def test_lineage_and_ids_are_kept(register: Register) -> None:
    mpcp, iswap = register.get("pe-mpcp"), register.get("int-is-west-africa")
    assert mpcp is not None and mpcp.parents == ("pe-shining-path",) and mpcp.source.startswith("Wikipedia")
    assert iswap is not None and iswap.us_id == "23845" and iswap.ucdp_id is None
    path = register.get("pe-shining-path")
    assert path is not None and (path.ucdp_id, path.us_id) == ("750", "4715")


def test_the_shipped_table_is_sound(register: Register) -> None:
    """Ids are unique, types known, parents there, every row sourced, and no strong name is borne by two actors."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert ids == sorted(set(ids)) and len(ids) == len(register)
    assert all(re.fullmatch(r"[a-z0-9]\S*", each) for each in ids)
    for actor in register.actors:
        assert actor.type in ACTOR_TYPES and actor.source, actor.id
        assert all(register.get(parent) for parent in actor.parents), actor.id
        assert actor.id not in actor.parents, actor.id
        assert not {"terrorist", "fto", "sdgt"} & set(actor.source.casefold().split()), actor.id
    text = " ; ".join(name for actor in register.actors for name in actor.strong_names)
    assert [actors for *_, actors in register.find(text) if len(actors) > 1] == []


def test_a_users_table_joins_and_wins(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("name,names,type\nBlue River Front,BRF9|ELN,armed_group\n", encoding="utf-8")
    register = Register.open([table])
    text = "BRF9 and ELN"
    assert [actors[0].id for *_, actors in register.find(text)] == ["user-blue-river-front"] * 2
    assert register.version.startswith("1+") and len(register.version) == 10
    alone = Register.open([table], base=False)
    assert len(alone) == 1 and alone.version.startswith("none+")
    assert len(pickle.loads(pickle.dumps(register))) == len(register)


def test_no_register_knows_nobody() -> None:
    none = Register.none()
    assert (none.version, none.find("Hamas and ISIS"), none.lookup("Hamas"), len(none)) == ("none", [], (), 0)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("title\nA\n", "line 1: unknown column 'title'"),
        ("id\na\n", "line 1: no column 'name'"),
        ("name,type\nA,army\n", "line 2: unknown type 'army'"),
        ("name,type\nA,person,x\n", "line 2: more fields"),
        ("name,type\n ,person\n", "line 2: no name"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(tmp_path: Path, table: str, message: str) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        Register.open([path])
    assert message in str(error.value)


def test_the_shipped_table_is_what_its_sources_make() -> None:
    """register.csv is never edited by hand."""
    lists = Path(os.environ.get("TESTIGO_SHARED", ROOT.parent / "shared")) / "reference"
    if not lists.is_dir():
        pytest.skip(f"the open lists of actors are not at {lists}; set TESTIGO_SHARED")
    script = ROOT / "scripts" / "build_register.py"
    done = subprocess.run(
        [sys.executable, str(script), str(lists), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
