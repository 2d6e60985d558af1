"""The words of harm, each with the figure that it makes, and the small words that may stand around them."""

import re

# Said of the people before it, after an auxiliary or (in headlines and clauses) without one.
SAID_OF = {
    "killed": "killed", "dead": "killed", "died": "killed", "slain": "killed", "murdered": "killed",
    "executed": "killed", "massacred": "killed", "perished": "killed", "assassinated": "killed",
    "beheaded": "killed", "slaughtered": "killed", "dies": "killed", "die": "killed", "succumbed": "killed",
    "deceased": "killed", "lynched": "killed", "martyred": "killed", "dying": "killed", "fatally": "killed",
    "wounded": "injured", "injured": "injured", "hurt": "injured", "hospitalized": "injured",
    "hospitalised": "injured", "maimed": "injured",
    "kidnapped": "abducted", "abducted": "abducted", "missing": "missing", "disappeared": "missing",
    "arrested": "arrested", "detained": "arrested", "displaced": "displaced", "shot": "shot", "stabbed": "shot",
    "hacked": "shot", "gunned": "killed", "strangled": "killed", "bludgeoned": "shot",
    "grazed": "injured", "beaten": "injured", "homeless": "displaced", "fled": "displaced",
}  # fmt: skip
ADJECTIVES = frozenset(
    "dead deceased missing hurt homeless wounded injured dies died die perished succumbed dying fled".split()
)
# Done to the people after it.
DONE_TO = {
    "killed": "killed", "kills": "killed", "kill": "killed", "killing": "killed", "murdered": "killed",
    "murdering": "killed", "executed": "killed", "executing": "killed", "massacred": "killed",
    "massacring": "killed", "assassinated": "killed", "beheaded": "killed", "beheading": "killed",
    "slaying": "killed", "slaughtered": "killed", "assassinating": "killed", "slew": "killed", "lynched": "killed",
    "wounded": "injured", "wounding": "injured", "wounds": "injured", "wound": "injured", "injured": "injured",
    "injuring": "injured", "injures": "injured", "hurting": "injured", "maiming": "injured",
    "kidnapped": "abducted", "kidnapping": "abducted", "abducted": "abducted", "abducting": "abducted",
    "kidnap": "abducted", "arrested": "arrested", "arresting": "arrested", "detained": "arrested",
    "detaining": "arrested", "nab": "arrested", "nabs": "arrested", "nabbed": "arrested", "apprehended": "arrested",
    "displaced": "displaced", "displacing": "displaced", "shot": "shot", "shoots": "shot",
    "shooting": "shot", "stabbed": "shot", "stabs": "shot", "stabbing": "shot", "hurts": "injured",
}  # fmt: skip
NOUN_OF = {
    "death": "killed", "deaths": "killed", "killing": "killed", "killings": "killed", "murder": "killed",
    "murders": "killed", "massacre": "killed", "assassination": "killed", "execution": "killed",
    "slaying": "killed", "slayings": "killed", "lives": "killed", "bodies": "killed", "body": "killed",
    "corpses": "killed", "beheading": "killed", "homicide": "killed", "remains": "killed",
    "kidnapping": "abducted", "abduction": "abducted", "wounding": "injured", "disappearance": "missing",
    "arrest": "arrested", "arrests": "arrested", "displacement": "displaced", "shooting": "shot",
    "stabbing": "shot", "life": "killed",
}  # fmt: skip
# Heads that say the harm themselves, where they are counted.
HARM_HEADS = {"deaths": "killed", "fatalities": "killed", "death": "killed", "fatality": "killed",
              "casualties": "casualties", "killings": "killed", "homicides": "killed", "shot": "shot"}  # fmt: skip
AUXILIARY = frozenset("was were is are be been being has have had got get gets remain remains remained".split())
SKIPPED = AUXILIARY | frozenset(
    "also reportedly apparently allegedly later then feared reported confirmed believed presumed found all both each "
    "who whom that which themselves still already now either among the instantly immediately others them pronounced "
    "declared left listed and or critically seriously severely badly slightly lightly gravely mortally fatally "
    "accidentally said to have yet more at scene gunned down in age ages aged months years old mistakenly somehow being ".split()
)
LEFT_SKIPPED = frozenset("the about another : a an his her their its - mr mrs ms .".split())
NEGATIONS = frozenset("not no never nobody none nor without neither n't wasn't weren't isn't".split())
LISTING = frozenset((",", "and", "&", "plus"))
PART_WORDS = frozenset("including among them whom included counting namely".split())
MOSTLY = frozenset("mostly mainly largely most many".split())
BESIDE_PARTS = frozenset("of them at least the were was".split())
DEADLY = frozenset("fatal deadly".split())
REFLEXIVE = frozenset("himself herself themselves itself self".split())
# Hit by what comes out of a gun or off a bomb, or in a part of the body.
MISSILES = frozenset(
    "bullet bullets gunfire shrapnel round rounds shot shots fragment fragments pellets shell shells splinters crossfire "
    "projectile projectiles buckshot arrow arrows".split()
)
BODY = frozenset(
    "head leg legs arm arms chest back neck foot feet hand hands face stomach abdomen shoulder thigh knee torso hip ankle "
    "buttocks groin eye wrist elbow finger side calf jaw throat body forehead cheek".split()
)
STRUCK = frozenset("hit hits hitting struck strikes striking grazed grazing grazes pierced".split())
HOSPITALS = frozenset("hospital hospitals clinic infirmary".split())
TAKEN = frozenset("taken rushed transported airlifted flown brought transferred evacuated carried driven".split())
HURT_WORDS = frozenset("wound wounds injury injuries gunshot wounded injured".split())
# A base form that only was wanted, tried or possible has not happened.
UNDONE = frozenset("to could would may might can will should cannot did do does must shall".split())
BASE_FORMS = frozenset("kill wound kidnap nab hurt shoot murder injure".split())
SPEAKING = frozenset(
    "said says say told tells added adds confirmed reported reports announced noted stated explained wrote believe think".split()
)
# After a person's possessive: "Orlo's murder".
POSSESSED = {
    "death": "killed", "murder": "killed", "killing": "killed", "slaying": "killed", "assassination": "killed",
    "homicide": "killed", "kidnapping": "abducted", "abduction": "abducted", "disappearance": "missing",
}  # fmt: skip
BESIDE_POSSESSED = frozenset("fatal shooting stabbing brutal violent untimely tragic apparent alleged".split())
NO_POSSESSION = frozenset(
    "of trial charge charges conviction case sentence penalty threat threats spree weapon row".split()
)
HOSTAGE_TAKING = frozenset("took take taking taken held holding hold seized seizing".split())
CLAIMING_LIVES = frozenset(
    "claimed claiming claims ended ending ends took taking takes taken cost costing costs lost losing".split()
)
# A phrase that tells more of the people before it ends at its verb: "a man sitting in a car | was shot".
POST_MODIFIERS = frozenset(
    "in inside at on from near with outside who sitting walking driving riding standing working living aboard behind "
    "traveling travelling attending staying".split()
)
APPOSITIONS = frozenset("a an the of from who whose identified his her both all one known described".split())
WOUNDS = frozenset("wounds wound injuries injury gunshot gunshots bullet shrapnel stab beating gunfire".split())
SUFFERED = frozenset("suffered sustained received suffering sustaining suffers".split())
CONDITION = re.compile(r"(?:critical|serious|stable|grave|fair|guarded|extremely|very|good)$")
NO_OBJECT = frozenset(
    "by in at on near when after during while as outside and or monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december".split()
)
OBJECTS = frozenset(
    "a an the his her their its two three four five at him them another one six dozens several many more "
    "some up people civilians soldiers police".split()
)
