"""How the register weighs names: which suffice alone, which need support. Used by build_register.py.

Weak are: names of up to three words, all generic ("National Army", "Islamic Front", "Union"); single words that no
addition of ours vouches for, unless long; acronyms of up to three letters, likewise; short translations of foreign
names ("Party of God", "The Base"); peoples' names (communal groups); aliases that the US list calls weak; and every
name that several actors bear, except for one whom an addition gives it to.
"""

import csv
import importlib.util
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "src" / "testigo" / "reference"
_spec = importlib.util.spec_from_file_location("_testigo_names", REFERENCE / "names.py")
assert _spec is not None and _spec.loader is not None
_names = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_names)
fold_name, is_acronym = _names.fold_name, _names.is_acronym

LONG_WORD = 10  # a single word of so many letters is hardly an ordinary word of English
GENERIC_FROM = 6  # a word in so many actors' names is generic
STOP = frozenset(
    "of the for and a an in on de la el los las del des du le les da do dos al wal ul e i y et fi bi".split()
)
ORDINARY = frozenset(
    "base party god islam islamic muslim state states front army union unity national popular people peoples force "
    "forces group movement liberation revolutionary democratic red black white green brotherhood brothers family lions "
    "lion supporters followers defenders soldiers youth believing justice freedom fighters victory resistance jihad "
    "council command committee office school company battalion brigade brigades division legion united north south east "
    "west northern southern eastern western new first second third free great local civil security self defence defense "
    "external special military police bloc bloque central hand sons tribe "
    "clan faction organization organisation network emirate alliance struggle cells rebel sect armed redemption "
    "transitional salvation intervention peacekeeping presidential guard parliamentary political department directorate "
    "social progressive patriotic volunteers committees vigilante regiment".split()
)
# Judged by hand, for names that the rules let through: common phrases, and acronyms that are English words.
WEAK_BY_HAND = frozenset(
    map(
        fold_name,
        ("FACT", "MODEL", "BRAS", "CATA", "PEPES", "SURA", "I don't care", "Full Force", "Estados Unidos",
         "La Resistencia", "Brave Young Warriors", "Bush Boys", "God's Army", "Lord's Army", "National Unity Government",
         "Revolutionary Armed Forces", "Opponents of Morsi", "Neutralists", "Greenlanders", "Repression of Traitors",
         "Nicaraguan resistance"),
    )
)  # fmt: skip
# UCDP's names of countries that are not in demonyms.csv as such.
_UCDP_COUNTRIES = {
    "dr congo zaire": "CD", "congo": "CG", "ivory coast": "CI", "bosnia herzegovina": "BA", "yemen north yemen": "YE",
    "south yemen": "YE", "russia soviet union": "RU", "soviet union": "RU", "serbia yugoslavia": "RS",
    "yugoslavia": "RS", "myanmar burma": "MM", "cambodia kampuchea": "KH", "united states of america": "US",
    "united kingdom": "GB", "great britain": "GB", "zimbabwe rhodesia": "ZW", "vietnam north vietnam": "VN",
    "south vietnam": "VN", "madagascar malagasy": "MG", "macedonia fyr": "MK", "macedonia": "MK", "israel": "IL",
    "hyderabad": "IN", "kingdom of eswatini swaziland": "SZ", "swaziland": "SZ", "romania rumania": "RO",
    "germany": "DE", "surinam": "SR", "gambia": "GM", "guinea bissau": "GW", "zanzibar": "TZ", "zaire": "CD",
}  # fmt: skip


@dataclass
class Draft:
    """A row while it is being put together. `weighed`: name → (strong, authority; 0 is ours, 2 the open lists')."""

    id: str
    name: str
    type: str
    countries: list[str]
    ucdp_id: str
    us_id: str
    parents: list[str]
    sources: list[str]
    weighed: dict[str, tuple[bool, int]] = field(default_factory=dict)

    @property
    def strong(self) -> list[str]:
        """Names that suffice alone."""
        return [name for name, (strong, _) in self.weighed.items() if strong]

    @property
    def weak(self) -> list[str]:
        """Names that need support."""
        return [name for name, (strong, _) in self.weighed.items() if not strong]


def country_codes(location: str) -> list[str]:
    """Read a UCDP list of countries ("Yemen (North Yemen), Iraq") as ISO codes; former countries as their heirs."""
    known = {fold_name(row["name"]): row["country"] for row in _demonym_rows()} | _UCDP_COUNTRIES
    codes = [known.get(fold_name(part)) for part in location.split(",")]
    return list(dict.fromkeys(code for code in codes if code))


def _demonym_rows() -> list[dict[str, str]]:
    with (REFERENCE / "data" / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slug(name: str) -> str:
    """Make the part of an id that says the name."""
    return fold_name(name).replace(" ", "-") or "unnamed"


def title_case(name: str) -> str:
    """Write a name of the US list, all capitals there, as newspapers do; short single words stay acronyms."""
    if " " not in name and (len(name) <= 5 or any(char.isdigit() for char in name)):
        return name
    words = [word.lower() if word.lower() in STOP else _capitalised(word) for word in name.split()]
    return " ".join([_capitalised(words[0]), *words[1:]])


def _capitalised(word: str) -> str:
    if re.fullmatch(r"\(?[A-Z.]{2,5}\)?", word) and not re.search(r"[AEIOUY]", word.strip("()")):
        return word
    parts = re.split(r"([-/(])", word.lower())
    return "".join(part if part in STOP and index else part[:1].upper() + part[1:] for index, part in enumerate(parts))


def add_name(draft: Draft, name: str, strong: bool, authority: int, is_translation: bool = False) -> None:
    """Give a draft a name; one that it has under another spelling of the same folding is left as it is."""
    name = re.sub(r"\s+", " ", name.replace("|", "/")).strip(" -.;")
    key = fold_name(name)
    if not key or any(fold_name(other) == key and is_acronym(other) == is_acronym(name) for other in draft.weighed):
        return
    if strong and authority == 2:
        strong = suffices_alone(name, is_translation)
    draft.weighed[name] = (strong, authority)


def suffices_alone(name: str, is_translation: bool) -> bool:
    """Weigh a name that only the open lists give."""
    words = [word for word in fold_name(name).split() if word not in STOP]
    if fold_name(name) in WEAK_BY_HAND:
        return False
    if is_acronym(name):
        return len(re.sub(r"[^A-Za-z]", "", name)) > 3 and fold_name(name) not in ORDINARY
    if len(words) < 2:
        return bool(words) and len(words[0]) >= LONG_WORD and not is_translation
    is_plain = all(word in ORDINARY for word in words)
    return not (is_plain and len(words) < 4) and not (is_translation and len(words) < 3)


def settle_names(drafts: list[Draft]) -> None:
    """Make weak what is generic across the whole table, or borne by several actors; ours keeps what ours alone bears."""
    counts = Counter(
        word for draft in drafts for word in {word for name in draft.weighed for word in fold_name(name).split()}
    )
    owners: dict[str, list[tuple[Draft, str, bool, int]]] = {}
    for draft in drafts:
        for name, (strong, authority) in draft.weighed.items():
            owners.setdefault(fold_name(name), []).append((draft, name, strong, authority))
    for key, bearers in owners.items():
        words = [word for word in key.split() if word not in STOP]
        is_generic = len(words) < 3 and all(counts[word] >= GENERIC_FROM for word in words)
        vouched = {draft.id for draft, _, strong, authority in bearers if strong and authority < 2}
        several = len({draft.id for draft, *_ in bearers}) > 1
        for draft, name, strong, authority in bearers:
            is_listed_only = authority == 2 and (is_generic or several)
            stays = draft.id in vouched if is_listed_only else not (several and len(vouched) > 1)
            draft.weighed[name] = (strong and stays, authority)
