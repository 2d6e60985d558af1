"""Words by which a run of capitals is cut into names: particles, ordinary words, heads of organisations and places.

All in lower case unless the table says otherwise.
"""

PARTICLES = frozenset(
    """
    de del la las los el da do dos das di du van von der den bin ibn bint al ul ad y e le san
    """.split()
)
# Words that stand with a capital for other reasons than being a name, wherever they stand.
ORDINARY = frozenset(
    """
    i i'm i've i'll i’m i’ve i’ll monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat sun god allah christmas easter ramadan eid ok am pm a.m p.m gmt edt est pst pdt utc tv
    dna suv
    """.split()
)
# Words that open sentences and clauses; a run does not begin with one at the start of a sentence.
STARTERS = frozenset(
    """
    a an the this that these those there here he she it they we you his her its their our my your who whom which
    what when where why how whose and or but nor so yet for if then than as at by in on of off to from with within
    without into onto over under above below between among against about after before during since until till while
    because although though despite unless whether also however meanwhile moreover furthermore instead indeed thus
    hence therefore still even ever never always often sometimes once twice again already just only not no yes none
    nobody nothing everyone everything someone something anyone anything all both each either neither every few many
    more most much several some such other another any one two three four five six seven eight nine ten eleven
    twelve dozens hundreds thousands first second third last next previous earlier later recently today yesterday
    tomorrow tonight now soon early late according asked based following speaking addressing including like unlike
    near nearly almost around approximately at least up down out back along across through toward towards upon per
    via amid amidst despite officials official authorities authority police residents witnesses villagers locals
    gunmen rebels militants insurgents soldiers troops fighters attackers suspects investigators prosecutors
    detectives officers deputies lawyers lawmakers analysts experts activists protesters demonstrators government
    military army security sources reports people men women children victims survivors relatives friends neighbors
    neighbours family families students teachers workers farmers local state federal national international foreign
    former new old young it's that's there's he's she's they're we're don't can't won't didn't let please see read
    photo image video file update updated breaking exclusive related share caption source credit copyright
    advertisement story by-the-time would could should will shall can may might must do does did has have had is are
    was were be been being get got go went come came make made take took say says said tell told armed masked
    suspected unidentified unknown heavy deadly violent fresh clashes fighting violence attack attacks bomb bombs
    bombing bombings explosion explosions shooting shootings killing killings war peace
    """.split()
)
# What an organisation or a stretch of land is: only after these may "of" or "and" go on within one name.
HEADS = frozenset(
    """
    front army armies party movement brigade brigades battalion column militia cartel command forces force council
    union league alliance coalition federation confederation organization organisation association committee
    commission congress court tribunal ministry department office bureau agency service institute university college
    school church bank group society foundation center centre observatory board corps guard guards police parliament
    assembly senate house chamber government state republic kingdom emirate caliphate islamic province governorate
    district region county city town village valley gulf bay strait cape isle island islands coast sea lake river
    port mount horn soldiers sons martyrs supporters lions hand defenders partisans warriors academy administration
    embassy mission directorate division unit regiment battalions liberation resistance network secretariat
    authority cabinet company companies times prison hospital bishop archdiocese diocese conference chamber mothers
    friends faculty bloc junta people's peoples self-defense self-defence
    """.split()
)
# Small words that only a headline writes with a capital inside a run of capitals.
HEADLINE_WORDS = frozenset(
    "In On At For With After Before Over During By From To A An And Or Near Is Are Was Were As Amid Into His Her "
    "Their Who What How Why When Not But".split()
)
# Titles that are surnames and names of streets as well: they open a person's name only where the run begins.
FIRST_ONLY = frozenset(
    "king queen prince princess lord lady dame father brother sister saint dean pope bishop cardinal don sir miss fr "
    "marshal staff crown".split()
)
CREEDS = frozenset("marxist maoist islamist sunni shiite shia salafist leftist jihadist hardline".split())
POSSESSED = frozenset(
    """
    lord people peoples workers worker children women farmers king queen peasants soldiers veterans sheriff sheriffs
    attorney district state mens teachers god prophet
    """.split()
)
BODY_WORDS = frozenset(
    "Force Forces Police Army Navy Department Office Ministry Agency Bureau Guard Command Party Congress".split()
)
