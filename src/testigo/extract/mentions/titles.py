"""Titles, roles and kin: the words beside a name that show it to be a person's, and what they tell.

A title may stand with a capital ("President Marún") or without ("police chief Toldán"); a role only without. Words are
in lower case, singular.
"""

from testigo.records.codes import Sex

TITLES = frozenset(
    """
    mr mrs ms miss mister dr prof professor sir lord lady dame sheikh sheik imam mullah maulana ayatollah rabbi rev
    reverend father fr sister brother pastor bishop archbishop cardinal pope saint king queen prince princess sultan
    emir crown president vice deputy prime premier chancellor minister secretary senator sen representative rep
    congressman congresswoman congressperson governor gov mayor councilman councilwoman councillor councilor
    alderman alderwoman ambassador envoy judge justice magistrate attorney prosecutor sheriff deputy constable
    inspector superintendent commissioner commander comandante commandant chief marshal general gen lieutenant lt
    colonel col major maj captain capt sergeant sgt corporal cpl private pvt pfc officer trooper detective det agent
    patrolman admiral adm brigadier brig staff specialist spc ensign airman chairman chairwoman chairperson speaker
    director principal coach coroner warden dean coordinator ombudsman administrator cmdr sg spokesman spokeswoman
    spokesperson
    """.split()
)
# Only ever words of respect or rank that go before a name; never the last word of an organisation's name.
BEFORE_TITLE = frozenset(
    """
    defence defense interior foreign home justice finance health education information security prime deputy vice
    assistant acting former interim first second retired chief senior associate district state attorney lieutenant
    lt sergeant sgt major staff police fire army county city national federal lance us u.s
    """.split()
)
# What captions and headlines put before a name without being a title; a given name must follow.
LEADS = frozenset(
    """
    victim victims suspect suspects neighbor neighbour publisher editor resident witness survivor gunman shooter
    defendant driver activist journalist reporter photographer lawyer student teacher farmer
    rapper singer author owner soldier militant rebel fighter detainee hostage candidate spokesperson mother father
    son daughter wife husband cousin uncle aunt grandmother grandfather girlfriend boyfriend ap afp reuters update
    photo photos courtesy caption image inset
    """.split()
)
ROLES = frozenset(
    """
    leader founder co-founder head boss chief chairman president director commander spokesman spokeswoman
    spokesperson member fighter militant rebel guerrilla insurgent jihadist warlord kingpin capo trafficker
    lieutenant gunman shooter attacker bomber hitman assassin suspect defendant convict fugitive inmate victim
    survivor witness hostage prisoner resident neighbour neighbor villager native citizen candidate lawmaker
    legislator deputy mp politician official minister mayor governor senator ambassador diplomat judge prosecutor
    attorney lawyer advocate activist dissident analyst expert researcher academic scholar historian journalist
    reporter correspondent editor photographer cameraman blogger writer author poet singer actor rapper musician
    teacher professor student pupil nurse doctor surgeon physician medic paramedic priest pastor bishop cleric
    preacher imam monk nun missionary farmer fisherman miner driver pilot trader merchant businessman businesswoman
    shopkeeper owner manager clerk worker labourer laborer porter guard soldier officer policeman policewoman
    detective trooper deputy sergeant captain colonel general major corporal private veteran marine sailor
    firefighter engineer technician mechanic carpenter butcher baker cook chef waiter waitress barber tailor vendor
    hawker cashier accountant banker broker consultant contractor coach player athlete boxer footballer man woman
    boy girl teenager toddler baby infant child youth mother father dad mom son daughter brother sister wife husband
    widow widower uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter stepson stepdaughter
    stepfather stepmother girlfriend boyfriend fiancé fiancée fiance fiancee partner friend roommate colleague
    classmate ex-wife ex-husband ex-boyfriend ex-girlfriend brother-in-law secretary aide adviser advisor envoy
    coordinator organizer organiser superintendent principal commissioner inspector sheriff coroner marshal speaker
    presenter broadcaster midwife headman rancher refugee migrant elder chieftain herder shepherd parishioner builder
    editor-in-chief councillor councilor lecturer headteacher headmaster prefect rector deacon seminarian passenger
    caller comrade named spy informant peasant foreman
    """.split()
)
KIN = frozenset(
    """
    mother father dad mom son daughter brother sister wife husband widow widower uncle aunt nephew niece cousin
    grandfather grandmother grandson granddaughter stepson stepdaughter stepfather stepmother girlfriend boyfriend
    fiancé fiancée fiance fiancee twin brothers sisters sons daughters children
    """.split()
)
FEMALE_WORDS = frozenset(
    """
    mrs ms miss lady dame doña queen princess sister mother mom wife widow daughter niece aunt grandmother
    granddaughter stepdaughter stepmother girlfriend fiancée fiancee woman girl female she her herself spokeswoman
    councilwoman congresswoman chairwoman policewoman businesswoman waitress nun actress ex-wife ex-girlfriend
    schoolgirl teenage-girl señora
    """.split()
)
MALE_WORDS = frozenset(
    """
    mr mister sir lord king prince brother father dad husband widower son nephew uncle grandfather grandson stepson
    stepfather boyfriend fiancé man boy male he him his himself gunman spokesman councilman congressman chairman
    policeman businessman waiter fisherman monk priest patrolman ex-husband ex-boyfriend schoolboy señor cameraman
    hitman
    """.split()
)
# Trades that an apposition gives ("Josefa Almarén, 41, a nurse"): roles less kin, sex and part in the crime.
NO_TRADES = KIN | frozenset(
    """
    man woman boy girl teenager toddler baby infant child youth gunman shooter attacker bomber hitman assassin
    suspect defendant convict fugitive inmate victim survivor witness hostage prisoner resident neighbour neighbor
    villager native citizen member friend partner roommate colleague classmate named caller veteran rebel militant
    fighter leader founder head boss candidate ex-wife ex-husband ex-boyfriend ex-girlfriend brother-in-law comrade
    """.split()
)


def sex_of_words(words: frozenset[str]) -> Sex | None:
    """Tell the sex that these words give, None where they give none or both."""
    female, male = bool(words & FEMALE_WORDS), bool(words & MALE_WORDS)
    return None if female == male else ("female" if female else "male")
