"""The table of words of violence: what each speaks of, how firmly, and by which letters a sentence is passed over.

kind: of the incident. force, is_noun, weight: see `Trigger`. is_loose: the word has readings that are no violence
("battle", "shot", "attack"), so it needs something beside it that bears it out. needs: every match holds one of these
pieces, which makes a sentence without any cheap to pass over; `tests/extract/test_triggers.py` holds them to it.
"""

import re
from typing import Literal, NamedTuple

from testigo.records.codes import IncidentKind

Force = Literal["act", "outcome", "reference"]


class Row(NamedTuple):
    """One row of the table."""

    kind: IncidentKind
    force: Force
    weight: int
    is_noun: bool
    is_loose: bool
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile words to be found whole, in any case; a hyphen does not end a word."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _row(kind: IncidentKind, force: Force, weight: int, marks: str, needs: str, pattern: str) -> Row:
    """marks: "n" for nouns, "~" for loose words."""
    return Row(kind, force, weight, "n" in marks, "~" in marks, tuple(needs.split()), compiled(pattern))


ROWS: tuple[Row, ...] = (
    _row("killing", "act", 6, "n", "assassin murder homicide slay killing execut behead lynch manslau",
         r"assassinations?|murders?|homicides?|slayings?|killings?|beheadings?|lynchings?|(?:double|triple) (?:homicide|murder)"
         r"|murder-suicides?|manslaughter|(?:summary |extrajudicial )executions?"),
    _row("killing", "act", 6, "n~", "massacre genocide slaughter carnage execution",
         r"massacres?|genocide|slaughter|carnage|executions?"),
    _row("killing", "act", 6, "", "assassinat murder slain slaughtered behead lynch gunned shot shoot death fatal fire",
         r"assassinated|murdered|slain|slaughtered|beheaded|lynched|gunned down|shot (?:and|to) (?:killed|death)|shot dead"
         r"|fatally (?:shot|stabbed|wounded)|(?:beaten|hacked|stabbed|burned|burnt|bludgeoned|strangled|clubbed|stoned)"
         r" to death|opened fire (?:on )?and killed|shoots? (?:and kills?|dead)|shooting (?:and killing|to death)"
         r"|assassinating|murdering|beheading|lynching"),
    _row("killing", "act", 6, "", "shot", r"shot [^.,;\n]{1,40}? dead"),
    _row("killing", "act", 6, "~", "massacred executed executing", r"massacred|executed|executing"),
    _row("killing", "act", 4, "", "fatal deadly shooting",
         r"fatal(?:ly)? (?:shooting|shootings|stabbing|attack)|deadly (?:shooting|attack)s?|shooting deaths?"),
    _row("killing", "act", 4, "~", "kill slay", r"kill|kills|killed|killing|slays?"),
    _row("bombing", "act", 8, "n", "bomb blast attack booby mine explosive",
         r"(?:car|truck|suicide|roadside|bus|mail|pipe|petrol|letter|vehicle|twin|double)[ -](?:bomb|bombing|bombings|bombs"
         r"|blast|blasts|bomb attack|bomber|bombers)|bomb(?:ing)? attacks?|bombings?|bomb blasts?"
         r"|(?:grenade|dynamite|ied|suicide|car bomb) attacks?|booby[- ]traps?|land ?mines?|explosive devices?"),
    _row("bombing", "act", 8, "n~", "blast explosion bomb", r"blasts?|explosions?|(?:time )?bombs?"),
    _row("bombing", "act", 8, "", "bomb deton blew dynamit mine grenade",
         r"bombed|(?:suicide )?bombers? (?:struck|hit|attacked|targeted)|(?:threw|hurled|tossed|lobbed|throwing) (?:a |an |hand )?grenades?"
         r"|grenades? (?:was|were) (?:thrown|hurled|tossed)|(?:bombs?|grenades?) (?:exploded|explodes|went off|blew up)|detonated"
         r"|detonates|blew (?:himself|herself|themselves) up|dynamited|planted a bomb"
         r"|(?:struck|hit|stepped on) an? (?:land ?)?mine"),
    _row("bombing", "act", 8, "~", "explode blew bl off set", r"exploded|explodes|blew up|blown up|blowing up|went off|set off"),
    _row("air_or_artillery", "act", 9, "n", "strike raid aerial drone shelling missile rocket barrel mortar artiller warplane",
         r"air[- ]?strikes?|air[- ]raids?|aerial (?:bombing|bombardment|attack|raid)s?|drone (?:strike|attack)s?|shelling"
         r"|missile (?:attack|strike)s?|rocket (?:attack|fire)s?|barrel bombs?|mortar (?:attack|fire|shell|round)s?"
         r"|artillery (?:fire|attack|shelling|barrage)|rocket-propelled"),
    _row("air_or_artillery", "act", 9, "n", "strike bombing raid",
         r"(?:coalition|us|u\.s\.|us-led|nato|russian|israeli|turkish|saudi|saudi-led|french|regime|jet|helicopter) strikes?"
         r"|bombing raids?|strikes (?:on|against)"),
    _row("air_or_artillery", "act", 9, "n~", "bombardment warplane", r"(?:air )?bombardments?|warplanes?"),
    _row("air_or_artillery", "act", 9, "", "shell strafed bombarded fired rocket missile mortar",
         r"shelled|strafed|bombarded|fired (?:rockets|missiles|mortars?)|(?:rockets?|missiles?|shells?|mortars?) (?:hit|struck"
         r"|landed|fell|slammed|killed|kills|left|wounded)|would shell"),
    _row("air_or_artillery", "act", 9, "~", "pounded", r"pounded"),
    _row("armed_clash", "act", 5, "n", "battle fight shoot fire skirmish",
         r"gun ?battles?|gunfights?|firefights?|shootouts?|shoot-outs?|exchange of (?:gun)?fire|fire exchange|skirmish(?:es)?"
         r"|fire ?fights?"),
    _row("armed_clash", "act", 5, "n~", "clash battle fighting combat confrontation",
         r"clash|clashes|battles?|fighting|combat|confrontations?"),
    _row("armed_clash", "act", 5, "", "fire", r"exchanged (?:gun)?fire|traded (?:gun)?fire|fought (?:gun )?battles?"),
    _row("armed_clash", "act", 5, "~", "clash battled", r"clashed|clashing|battled"),
    _row("assault", "act", 4, "n", "ambush shooting gunfire stab shrapnel drive gunshot life assassination assault bullet discharge",
         r"ambush|ambushes|gunfire|stabbings?|drive-by|gunshots?|assassination attempt|attempt on (?:his|her|the) life"
         r"|(?:gunshot|stab|shrapnel) wounds?|aggravated assaults?|stray bullets?|accidental discharges?"),
    _row("assault", "act", 4, "n~", "attack shooting assault raid shots melee rampage",
         r"attacks?|shootings?|assaults?|raids?|shots|melee|rampages?"),
    _row("assault", "act", 4, "", "ambush fire shots stab machine shot gun discharge",
         r"ambushed|ambushing|opens? fire|opened fire|opening fire|stabbed|stabs|stabbing|came under fire|machine-gunned"
         r"|shots were fired|fired (?:shots|(?:his|her|the|an?|their) (?:gun|weapon|rifle|pistol|handgun))"
         r"|shot (?:himself|herself|him|her|them)|accidentally (?:shot|discharged)"),
    _row("assault", "act", 4, "~", "attack stormed shoot shot fired raided assaulted beaten clubbed hacked",
         r"attack(?:ed|ing)|stormed|shoots?|shot(?: at)?|shooting|fired (?:on|at|upon|into)|raided|assaulted|beaten|clubbed"
         r"|hacked|fired"),
    _row("arson", "act", 4, "n", "arson firebomb", r"arson(?: attacks?)?|firebombings?|arson fires?"),
    _row("arson", "act", 4, "", "torch fire blaze",
         r"torched|set (?:fire to|ablaze|on fire)|set [\w’' -]{1,40}? (?:ablaze|on fire)|firebombed|setting fire to|burned to the ground"),
    _row("arson", "act", 4, "~", "burn", r"burn(?:ed|t) down|burned"),
    _row("kidnapping", "act", 7, "n", "kidnap abduct hostage", r"kidnappings?|abductions?|hostage[- ]taking"),
    _row("kidnapping", "act", 7, "", "kidnap abduct hostage",
         r"kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)?|taken hostage|took hostage|held hostage|taking hostage"
         r"|(?:took|taken|seized|holding) [a-z0-9 -]{1,30} hostages?"),
    _row("disappearance", "act", 5, "", "disappear", r"forcibly disappeared|(?:forced|enforced) disappearances?|were disappeared"),
    _row("torture", "act", 5, "", "tortur", r"tortured|torturing"),
    _row("sexual_violence", "act", 5, "", "rap sexual", r"raped|rapes?|raping|gang-raped|sexually assaulted|sexual assaults?"),
    _row("threat", "act", 3, "", "threat",
         r"threaten(?:ed|s|ing)? to (?:kill|bomb|shoot|blow up|attack|burn|behead|execute|murder)|(?:death|bomb) threats?"),
    _row("extortion", "act", 3, "", "extort protection", r"extort(?:ed|ing|ion|s)?|protection money"),
    _row("robbery", "act", 3, "", "rob carjack invasion holdup", r"armed robber(?:y|ies)|carjack(?:ed|ing|ings)|home invasion|holdup"),
    _row("robbery", "act", 3, "~", "rob", r"robbed|robbery|robberies|robbing"),
    _row("sabotage", "act", 4, "", "sabotag toppled", r"sabotaged?|sabotage attacks?|toppled (?:\w+ ){0,4}(?:pylons?|towers?)"),
    _row("territorial_change", "act", 3, "", "capture seize took overran taken control",
         r"(?:captured|seized|retook|recaptured|overran|seize|capture)(?: control of)? (?:the )?(?:strategic |key )?"
         r"(?:town|city|village|villages|district|area|base|airport|province)|took control of (?:the )?(?:strategic |key )?"
         r"(?:town|city|village|district|base|airport)|overran"),
    _row("repression", "act", 4, "", "gas bullets live dispersed",
         r"(?:fired|used|shot) (?:tear ?gas|rubber bullets|live (?:rounds|ammunition))(?: at| on)?|violently dispersed"
         r"|dispersed (?:the |a )?(?:protest\w*|demonstrat\w+|march\w*|rally|rallies|crowds?|gathering)"),
    _row("repression", "act", 4, "~", "crackdown", r"crackdown"),
    _row("arrest", "act", 1, "", "arrest round", r"mass arrests?|rounded up"),
    _row("displacement", "act", 1, "~", "displaced fled",
         r"(?:were|been) (?:forcibly )?displaced|forced from their homes|fled their (?:homes|villages)"),
    _row("killing", "outcome", 2, "", "dead die death fatal toll lives bod perished succumb corpse dying",
         r"dead|died|dies|deaths?|fatal|fatally|fatalities|deadly|death toll|toll|lives|bodies|body|perished|succumbed"
         r"|corpses?|dying"),
    _row("assault", "outcome", 1, "", "wound injur hurt casualt",
         r"wounded|wounding|wounds?|injured|injuring|injuries|injury|hurt|casualties"),
    _row("other_violence", "reference", 0, "", "happened occurred took", r"(?:it|this|that) (?:happened|occurred|took place)"),
    _row("other_violence", "reference", 0, "n", "responsib incident crime violence tragedy bloodshed ordeal",
         r"responsibility|incidents?|crime|crime scene|violence|tragedy|bloodshed|ordeal"),
)  # fmt: skip
