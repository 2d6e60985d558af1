"""Words for people: what each says of group, sex, age and trade.

A kind is the head of a phrase ("two police *officers*"). `group` follows the record's list and only as the word says:
"civilians" is a group, "porters" is none. `generic` words count people without telling anything of them ("people",
"others", "victims"); they make a figure of `all` and no victim of their own. `type` is MUC-4's.
"""

from dataclasses import dataclass
from functools import lru_cache

from testigo.records.codes import Group, Sex
from testigo.reference import nationality_words


@dataclass(frozen=True, slots=True)
class Kind:
    """What a head noun says of the people it counts."""

    plural: bool
    generic: bool = False
    group: Group | None = None
    sex: Sex | None = None
    type: str | None = None


# singular/plural pairs ("s" where the plural is regular), by what they say: group, sex, type, generic
_ROWS: tuple[tuple[str, Group | None, Sex | None, str | None, bool], ...] = (
    ("person/people person/persons human/humans victim fatality/fatalities casualty/casualties body/bodies corpse"
     " other/others resident inhabitant individual subject", None, None, "civilian", True),
    ("man/men guy gentleman/gentlemen male", None, "male", "civilian", False),
    ("woman/women lady/ladies", "women", "female", "civilian", False),
    ("female", None, "female", "civilian", False),
    ("civilian noncombatant bystander", "civilians", None, "civilian", False),
    ("child/children kid minor infant baby/babies toddler schoolchild/schoolchildren youngster", "minors", None,
     "civilian", False),
    ("boy schoolboy", "minors", "male", "civilian", False),
    ("girl schoolgirl", "minors", "female", "civilian", False),
    ("teen teenager youth juvenile student pupil adult passenger worker laborer labourer employee villager farmer"
     " peasant driver motorist pedestrian shopper worshipper worshiper pilgrim protester protestor demonstrator"
     " activist refugee migrant trader merchant shopkeeper fisherman/fishermen miner herder teacher professor doctor"
     " nurse medic patient lawyer engineer contractor taxi-driver cashier clerk customer shopper hostage tourist"
     " foreigner neighbor neighbour porter vendor businessman/businessmen rancher hunter cyclist player bus-driver"
     " singer artist rival owner roommate friend relative spectator parishioner inmate prisoner detainee captive volunteer member"
     " aid-worker humanitarian bouncer bartender waiter waitress/waitresses barber chef rapper musician dancer athlete"
     " coach principal jogger runner rider biker bicyclist motorcyclist trucker pilot firefighter paramedic rescuer janitor"
     " custodian salesman/salesmen manager boss/bosses coworker co-worker colleague classmate schoolmate housemate partner"
     " spouse tenant landlord homeowner guest mourner devotee churchgoer partygoer party-goer concertgoer clubgoer reveller"
     " reveler onlooker passer-by/passers-by passerby/passersby commuter traveller traveler staffer aide servant maid"
     " housekeeper nanny/nannies babysitter caretaker watchman/watchmen veteran technician electrician mechanic operator"
     " cleaner observer interpreter translator campaigner organizer organiser marcher rioter looter squatter pensioner"
     " grader fan supporter follower believer settler pastoralist nomad tribesman/tribesmen elder chieftain clansman/clansmen"
     " leader schoolteacher academic scholar writer poet blogger broadcaster presenter actor comedian footballer"
     " hiker climber trekker camper voter steward stewardess/stewardesses attendant crewman/crewmen"
     " hawker lumberjack defender survivor occupant evacuee returnee newlywed bride groom newborn homemaker housewife"
     "/housewives businesswoman"
     "/businesswomen receptionist secretary/secretaries christian muslim shiite sunni hindu sikh jew kurd"
     " yazidi copt hutu tutsi rohingya hazara alawite", None, None, "civilian", False),
    ("dad", None, "male", "civilian", False),
    ("mom mum", None, "female", "civilian", False),
    ("adolescent schoolmate preteen grandchild/grandchildren stepchild/stepchildren", "minors", None, "civilian", False),
    ("father husband son brother grandfather uncle nephew boyfriend grandson stepson stepfather ex-husband"
     " ex-boyfriend", None, "male", "civilian", False),
    ("mother wife/wives daughter sister grandmother aunt niece girlfriend granddaughter stepdaughter ex-wife"
     " ex-girlfriend widow", None, "female", "civilian", False),
    ("stepbrother godson godfather fiance", None, "male", "civilian", False),
    ("stepdaughter stepsister stepmother goddaughter godmother fiancee grandma", None, "female", "civilian", False),
    ("couple cousin twin sibling parent grandparent family-member", None, None, "civilian", False),
    ("soldier troop serviceman/servicemen marine conscript recruit sailor airman/airmen peacekeeper commando guardsman"
     "/guardsmen sergeant lieutenant captain colonel general corporal paratrooper ranger cadet reservist trooper servicewoman"
     "/servicewomen", "security_forces", None,
     "active_military", False),
    ("policeman/policemen constable trooper deputy/deputies officer cop policewoman/policewomen gendarme"
     " patrolman/patrolmen sheriff agent guard bodyguard police detective inspector marshal jailer warden",
     "security_forces", None, "law_enforcement", False),
    ("rebel militant insurgent fighter guerrilla jihadist jihadi extremist combatant militiaman/militiamen separatist"
     " paramilitary/paramilitaries gunfighter", "combatants", None, "paramilitary", False),
    ("terrorist", "combatants", None, "terrorist", False),
    ("gunman/gunmen attacker assailant shooter bomber suicide-bomber perpetrator suspect kidnapper robber killer"
     " murderer hitman/hitmen burglar intruder carjacker hijacker abductor", "perpetrators", None, None, False),
    ("gangster bandit hooligan smuggler trafficker thief/thieves convict fugitive poacher", None, None, None, False),
    ("official minister lawmaker senator governor mayor councilman/councilmen councillor legislator politician"
     " congressman/congressmen congresswoman/congresswomen alderman/aldermen councilor"
     " parliamentarian deputy-minister commissioner prefect", "officials", None, "government_official", False),
    ("diplomat ambassador consul envoy attache", "officials", None, "diplomat", False),
    ("judge prosecutor magistrate", "officials", None, "legal_or_judicial", False),
    ("journalist reporter cameraman/cameramen photographer correspondent editor", None, None, "journalist", False),
    ("priest nun imam pastor bishop monk cleric missionary/missionaries rabbi jesuit", None, None, "clergy", False),
    ("candidate", None, None, "political_figure", False),
    ("unionist union-leader", None, None, "labor_leader", False),
    ("scientist", None, None, "scientist", False),
)  # fmt: skip


def _table() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for words, group, sex, kind, generic in _ROWS:
        for entry in words.split():
            one, _, many = entry.partition("/")
            table.setdefault(one, Kind(False, generic, group, sex, kind))
            table.setdefault(many or one + "s", Kind(True, generic, group, sex, kind))
    for word in ("people", "police", "troops", "personnel", "clergy", "youths", "lives"):
        table[word] = _as_plural(table.get(word) or Kind(True, generic=True))
    table["personnel"] = Kind(True, group="security_forces", type="active_military")
    return table


def _as_plural(kind: Kind) -> Kind:
    return Kind(True, kind.generic, kind.group, kind.sex, kind.type)


KINDS = _table()
_NATIONAL, _NATIONALS = Kind(False, type="civilian"), Kind(True, type="civilian")


@lru_cache(maxsize=20_000)
def kind_of_word(word: str) -> Kind | None:
    """Give what a word says of people: of the table, by its last part ("ex-soldier"), or a nationality ("Afghans").

    The capital counts for nationalities: "Poles" are people, "poles" are not.
    """
    kind = KINDS.get(word.lower())
    if kind or not word[:1].isalpha():
        return kind
    if "-" in word:
        return KINDS.get(word.lower().rpartition("-")[2])
    if not word[0].isupper() or word.isupper():
        return None
    table = nationality_words()
    if word in table:
        return _NATIONAL
    return _NATIONALS if word.endswith("s") and word[:-1] in table else None


# Words that may stand between a number or an article and the head, beside any word in -ed, -ing, -an, -ish, -ese, -i.
MODIFIERS = frozenset(
    "more other unarmed armed young old older younger oldest youngest elderly innocent local foreign male female adult "
    "teenage teen pregnant black "
    "white off-duty on-duty off duty retired former senior junior top leading high-ranking suspected alleged "
    "unidentified unknown masked hooded heavily army police military government security civilian rebel militant "
    "school university college high primary secondary market bank bus taxi truck construction health aid relief "
    "national federal state city county municipal provincial traffic border coast prison private special elite "
    "paramilitary guerrilla gang opposition pro-government pro-regime regime loyalist sunni shiite shia muslim "
    "christian jewish hindu kurdish arab islamist us u.s. american un u.n. nato family unborn wounded dead innocent "
    "little small infant "
    "fellow fleeing ordinary poor indigenous rural public transport newspaper radio television tv freelance human "
    "rights political party village community tribal religious church catholic union labor labour oil mine plantation "
    "football soccer peace peacekeeping combat air naval navy marine riot intelligence staff junior young suicide "
    "double second third poll polling election electoral campaign factory farm restaurant hotel hospital railway power medical "
    "rescue media charity temple mosque gas petrol delivery street social".split()
)
