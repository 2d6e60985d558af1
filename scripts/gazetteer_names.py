"""How places are named: which names the gazetteer keeps, which it makes, under which keys it finds them.

Used by build_gazetteer.py; imports only the standard library and, by its path, src/testigo/reference/names.py.
"""

import importlib.util
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

NAMES = Path(__file__).resolve().parent.parent / "src" / "testigo" / "reference" / "names.py"
_spec = importlib.util.spec_from_file_location("_testigo_names", NAMES)
assert _spec is not None and _spec.loader is not None
_names = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_names)
fold_name = _names.fold_name

# Words that only say what sort of division it is: "Ayacucho Province", "Departamento de Ayacucho", "Borno State".
KINDS = (
    "province|region|department|district|state|governorate|county|municipality|prefecture|division|oblast|emirate|"
    "provincia|departamento|distrito|municipio|estado|partido|región|regencia|regency|parish|canton|rayon|raion"
)
_KIND_FIRST = re.compile(rf"^(?:{KINDS})(?: (?:de|del|of|do|da|d')(?: la| los| las)?)? ", re.IGNORECASE)
_KIND_LAST = re.compile(rf" (?:{KINDS})$", re.IGNORECASE)


def bare_names(name: str) -> list[str]:
    """Take the word for the sort of division off a name; nothing where there is none."""
    bare = _KIND_LAST.sub("", _KIND_FIRST.sub("", name)).strip()
    return [bare] if bare and bare != name else []


# Marks of a transliteration, and native kind words, in GeoNames' own names: "Ḩalab", "Saratovskaya oblast'".
_FOREIGN = re.compile("[\u0304\u0323\u0327ʻʼ‘’]|oblast|[Rr]espublika|kray|kraj|län$|županija")
_ENGLISH_LAST = re.compile(r"^(.+) (Province|Region|Governorate|Oblast|County|Krai|Voivodeship|Emirate|State)$")
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())


def english_name(name: str, aliases: list[str]) -> str:
    """Prefer the English name to a transliteration: "Ḩalab" is Aleppo, as its alias "Aleppo Governorate" says."""
    if not _FOREIGN.search(unicodedata.normalize("NFKD", name)):
        return name
    found = (match for match in map(_ENGLISH_LAST.match, aliases) if match)
    for match in found:
        return match[0] if match[1].lower() in _DIRECTIONS else match[1]
    return next((alias for alias in aliases if alias.endswith(" Republic")), name)


def is_usable(name: str) -> bool:
    """Keep Latin-script names; leave out GeoNames' lower-case transliterations and airport codes ("LIM", "swldw")."""
    letters = [char for char in name if char.isalpha()]
    if len(letters) < 4 or not any(char.isupper() for char in letters) or (name.isupper() and len(name) <= 5):
        return False
    return all(char < "\u0250" or "\u1e00" <= char < "\u1f00" or char in "ʿʾʻʼ" for char in letters)


# Written out or cut short as the writer likes; both are looked up.
_SHORT_FORMS = (("saint", "st"), ("sainte", "ste"), ("fort", "ft"), ("mount", "mt"))


def folded_keys(names: Iterable[str]) -> set[str]:
    """Name the keys under which a place with these names is found."""
    keys = {fold_name(name) for name in names if name}
    for long, short in _SHORT_FORMS:
        keys |= {re.sub(rf"\b{long}\b", short, key) for key in keys if long in key}
        keys |= {re.sub(rf"\b{short}\b", long, key) for key in keys if short in key}
    return keys - {""}
