"""Words beside a name that show it to be a place's, and words that show it not to be.

A class noun says what kind of place a name is: before it with "of" ("the town of X", "the port of X"), before it
without ("Lake X", "Mount X"), or after it ("X district", "X Avenue"), or in apposition ("X, a village in Y"). The
tables give the record's type for each. Words are in lower case, singular.
"""

import re

# What a name is called, before "of" or in apposition, and the type that this gives.
CLASSES: dict[str, str] = {
    word: kind
    for kind, words in {
        "settlement": "town city village hamlet settlement community municipality township capital port suburb borough"
        " outpost commune parish locality townlet",
        "neighbourhood": "neighborhood neighbourhood quarter barrio slum shantytown suburb-district favela ward",
        "first_level": "province state governorate department oblast emirate prefecture voivodeship wilaya",
        "second_level": "district county canton subdistrict sub-district municipality-district raion woreda tehsil",
        "region": "region territory area valley countryside jungle forest hills mountains desert plain plains peninsula"
        " delta highlands plateau basin enclave corridor zone sector steppe savannah marshes island islands isle"
        " archipelago coast heights belt hill mountain",
        "water": "river lake gulf sea bay strait lagoon creek canal reservoir stream",
        "site": "camp base airbase airport crossing checkpoint prison monastery dam field bridge",
    }.items()
    for word in words.split()
}
# Class nouns written with a capital or without after the name they classify ("Jackson County", "Anbar province").
AFTER_NAME: dict[str, str] = {
    **dict.fromkeys("town village township hamlet municipality city borough".split(), "settlement"),
    **dict.fromkeys("neighborhood neighbourhood quarter suburb barrio heights".split(), "neighbourhood"),
    **dict.fromkeys("province governorate state department oblast".split(), "first_level"),
    **dict.fromkeys("county parish district sub-district subdistrict canton".split(), "second_level"),
    **dict.fromkeys(
        "region valley territory peninsula desert mountains hills forest delta basin island islands enclave"
        " countryside highlands plateau plains corridor area mountain archipelago".split(),
        "region",
    ),
    **dict.fromkeys("river lake sea bay strait canal creek lagoon reservoir".split(), "water"),
    **dict.fromkeys(
        "street avenue road boulevard drive lane highway st ave rd blvd dr ln hwy way parkway court terrace"
        " circle pike turnpike ct pkwy freeway expressway".split(),
        "street",
    ),
}
# Class nouns that open a name with "of": "Gulf of Aden", "Bay of Bengal".
OF_NAMES = {"gulf": "water", "bay": "water", "strait": "water", "sea": "water", "valley": "region", "horn": "region",
            "isle": "region", "cape": "region", "coast": "region", "city": "settlement", "town": "settlement",
            "village": "settlement", "county": "second_level", "district": "second_level", "province": "first_level",
            "state": "first_level", "region": "region", "islands": "region", "island": "region"}  # fmt: skip
# Which gazetteer types a class noun may mean: writers call a second-level division a region, a city a municipality.
FITS: dict[str, frozenset[str]] = {
    "settlement": frozenset(("settlement", "neighbourhood", "second_level", "first_level")),
    "neighbourhood": frozenset(("neighbourhood", "settlement")),
    "first_level": frozenset(("first_level", "second_level", "region")),
    "second_level": frozenset(("second_level", "first_level", "settlement", "neighbourhood")),
    "region": frozenset(("region", "first_level", "second_level", "settlement", "country", "water")),
    "water": frozenset(("water",)),
    "street": frozenset(("street",)),
    "site": frozenset(("site", "other")),
}
# Prepositions that put an act at a place; and those that merely may.
PLACING = frozenset("in near at outside around inside throughout within off across towards toward beyond into".split())
LOOSE = frozenset("from to of on between through over against along via".split())
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern "
    "north-western south-eastern south-western upper lower greater downtown inner outer mid rural old new-style "
    "metropolitan suburban mainland nw ne sw se nearby neighbouring neighboring".split()
)
# After a place's name these make it the name of an agency of that place.
AGENCIES = frozenset("police sheriff sheriff's sheriff’s fire pd".split())
# Words that make a run of capitals the name of something else.
NOT_PLACES = frozenset(
    """
    university college school bank group society foundation center centre observatory board corps guard army front
    brigade brigades battalion party movement council union league alliance coalition federation organization
    organisation association committee commission congress court ministry department office bureau agency service
    services institute hospital church mosque temple cathedral news times post herald tribune journal gazette daily
    press radio tv television media network company inc corp ltd llc co airlines airways hotel restaurant bar grill
    club stadium arena museum theater theatre park mall plaza apartments apartment station academy elementary high
    middle medical clinic police sheriff sheriff's sheriff’s fire attorney attorney's attorney’s prosecutor
    prosecutor's prosecutor’s force forces troops government parliament senate house assembly act law bill treaty
    agreement accord accords conference summit games cup championship championships open festival war battle
    declaration resolution protocol process plan initiative project operation order amendment resistance liberation patrol
    militia cartel gang column regiment division command authority administration mission embassy consulate
    state-department library cemetery inn motel store market walmart gardens garden homes village-apartments
    times-union sun-times star-telegram examiner chronicle sentinel dispatch courier inquirer register republic-news
    star globe mail telegraph guardian reuters ap afp cnn bbc fox abc nbc cbs day night
    """.split()
)
# Names that "in" is followed by though they are no places.
NEVER = frozenset(
    """
    congress parliament senate english spanish french arabic islam christianity court army navy police facebook
    twitter instagram youtube google snapchat internet god allah april may june march august january february july
    september october november december monday tuesday wednesday thursday friday saturday sunday spring summer
    autumn winter fall house city county state district ward section division region north south east west center
    central downtown hospital university school college church airport interstate highway route street ave avenue
    boulevard i metro nation white black green brown young king long page news local world sports video photo image
    story share home contact find read see watch more update updated breaking weather business opinion media press
    newsroom copyright advertisement subscribe sign log sheriff deputies deputy officers officer detectives
    detective man woman boy girl teen mother father son victim suspect shooting dead killed wounded shot mr mrs ms
    dr lt sgt cpl capt gen col maj sen rep gov rev un eu nato xinhua anadolu interfax tass facebook
    honda toyota isis isil is daesh pkk ypg sdf fsa al so as or me hi oh ok pa-in van de la el the he she it they we
    you his her who anyone someone family friends residents witnesses union of republican republicans democrat
    democrats democratic muslim muslims christian christians sunni shiite shia arab arabs kurdish kurds jewish jews
    european african asian western latino hispanic
    """.split()
) | frozenset(("white house", "capitol hill", "united way", "wall street", "blue house", "red cross", "red crescent"))
# After a bare name these show that it is where somebody or something belongs ("a Houma man", "the Taunton shooting").
ATTRIBUTED = frozenset(
    """
    man woman men women boy girl boys girls teen teens teenager teenagers child children couple resident residents
    native police officer officers deputies firefighters authorities prosecutors home house apartment neighborhood
    neighbourhood area shooting attack bombing massacre killing province district city mayor
    """.split()
)
# What only the police reports of one country are full of, a faint clue to where an unplaced text plays.
AMERICAN = re.compile(
    r"\b[Ss]heriff\b|\b\d+ block of\b|\bPolice Department\b|\bInterstate \d|\b[A-Z][a-z]+ County\b|\bI-\d\d\b|\b911\b"
)
NOT_STATES = frozenset(
    "mt st ft m.d p.a m.a ph.d no co inc dr jr sr al".split()
)  # abbreviations that are no state's, dot left out
COURTS = frozenset(
    "superior circuit district supreme county appeals pleas common town municipal magistrate crown high federal city".split()
)
# Two and three letters that may stand for a country by themselves; postal codes of states only stand after a comma.
SHORT_COUNTRIES = frozenset("US USA U.S U.S.A UK U.K UAE DRC CAR PRC DPRK KSA".split())
# Class words that, in capitals, belong to the name itself: the name without them is another place.
OWN_CLASS = frozenset(("water", "street", "region", "neighbourhood"))
# What people do and what is said of them, right after their names.
PERSON_AFTER = frozenset(
    """
    said says told tells added explained wrote tweeted testified recalled noted stated argued claimed admitted
    confirmed replied asked who whose 's-wife jr sr was-born pleaded insisted warned denied declined acknowledged
    allegedly fled ran drove walked died himself herself testifies remembers thinks thought believes knew
    """.split()
)
# Geographic nouns: a demonym before one of them speaks of land ("the Peruvian jungle", "the Dominican province").
LAND = frozenset(CLASSES) | frozenset(
    "border frontier soil waters side airspace coastline interior heartland provinces cities towns villages regions"
    " districts territories shores mainland north south east west northeast northwest southeast southwest"
    " capital coast".split()
)
