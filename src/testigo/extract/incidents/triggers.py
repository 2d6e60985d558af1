"""Words that tell of violence, and the contexts in which they do not.

A trigger is a word or short phrase with the kind of incident that it speaks of. Its `force` says how much it tells by
itself: an `act` makes an incident; an `outcome` (dead, wounded) makes one only beside an act, a doer or a toll; a
`reference` ("the attack", "the incident") points at one told elsewhere. Readings that are no violence ("heart attack",
"battle with cancer", "a bombing drill", "the film's shooting") are taken out by the words around them.
Where two triggers overlap, the longer one counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from testigo.extract.page import Page, Sentence
from testigo.records.codes import IncidentKind

Force = Literal["act", "outcome", "reference"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of violence in its sentence; `weight` ranks the kinds that one incident's triggers speak of."""

    start: int
    end: int
    sentence: int
    kind: IncidentKind
    force: Force
    word: str
    weight: int
    is_noun: bool


# kind, force, weight, noun?, pattern (case-insensitive, at word boundaries)
_TABLE: tuple[tuple[IncidentKind, Force, int, bool, str], ...] = (
    ("killing", "act", 6, True, r"massacres?|assassinations?|murders?|homicides?|slayings?|killings?|executions?"
     r"|beheadings?|lynchings?|genocide|double homicide|triple homicide|manslaughter|slaughter|carnage"),
    ("killing", "act", 6, False, r"massacred|assassinated|murdered|slain|slaughtered|beheaded|executed|lynched"
     r"|gunned down|shot (?:and|to) (?:killed|death)|shot dead|shot and killed|fatally (?:shot|stabbed|wounded)"
     r"|(?:beaten|hacked|stabbed|burned|burnt|bludgeoned|strangled) to death|opened fire (?:on )?and killed"
     r"|shoots? (?:and kills?|dead)|shooting (?:and killing|to death)|assassinating|murdering|executing"),
    ("killing", "act", 4, False, r"kill|kills|killed|killing|slays?|fatal(?:ly)? (?:shooting|shootings|stabbing|attack)"
     r"|deadly (?:shooting|attack)|shooting deaths?"),
    ("bombing", "act", 8, True, r"(?:car|truck|suicide|roadside|bus|mail|pipe|petrol|letter|vehicle|twin|double)[ -]"
     r"(?:bomb|bombing|bombings|bombs|blast|blasts|bomb attack|attack|bomber|bombers)|bomb(?:ing)? attacks?|bombings?"
     r"|bomb blasts?|blasts?|explosions?|grenade attacks?|dynamite attacks?|ied attacks?|(?:time )?bombs?|booby[- ]trap"
     r"|landmines?|land mines?|explosive devices?|suicide attacks?"),
    ("bombing", "act", 8, False, r"bombed|exploded|explodes|detonated|detonates|blew (?:up|himself up|herself up)"
     r"|blown up|blowing up|dynamited|went off|set off|planted a bomb|struck a (?:land)?mine"),
    ("air_or_artillery", "act", 9, True, r"air[- ]?strikes?|air raids?|aerial (?:bombing|bombardment|attack|raid)s?"
     r"|drone (?:strike|attack)s?|shelling|bombardments?|missile (?:attack|strike)s?|rocket (?:attack|fire)s?"
     r"|barrel bombs?|mortar (?:attack|fire|shell|round)s?|artillery (?:fire|attack|shelling)|air bombardments?"
     r"|warplanes?|airstrikes?|rocket-propelled"),
    ("air_or_artillery", "act", 9, False, r"shelled|strafed|bombarded|fired (?:rockets|missiles|mortars?)"
     r"|(?:rockets?|missiles?|shells?|mortars?) (?:hit|struck|landed|fell|slammed)|would shell|pounded"),
    ("armed_clash", "act", 5, True, r"clash|clashes|gun ?battles?|gunfights?|firefights?|shootouts?|shoot-outs?"
     r"|exchange of (?:gun)?fire|fire exchange|skirmish(?:es)?|battles?|fighting|fire ?fights?|combat|confrontations?"),
    ("armed_clash", "act", 5, False, r"clashed|clashing|exchanged (?:gun)?fire|traded fire|battled"),
    ("assault", "act", 4, True, r"attacks?|ambush|ambushes|shootings?|gunfire|assaults?|raids?|stabbings?|drive-by"
     r"|gunshots?|shots|assassination attempt|attempt on (?:his|her|the) life|gunshot wounds?|melee"),
    ("assault", "act", 4, False, r"attack(?:ed|ing)|ambushed|ambushing|stormed|shoots?|shot(?: at)?"
     r"|shooting|opens? fire|opened fire|opening fire|fired (?:on|at|upon|into|shots)|stabbed|stabs|stabbing|raided"
     r"|assaulted|beaten|clubbed|came under fire|hacked|machine-gunned|shots were fired|fired"),
    ("arson", "act", 4, True, r"arson(?: attacks?)?|firebombings?|arson fires?"),
    ("arson", "act", 4, False, r"torched|set (?:fire to|ablaze|on fire)|burn(?:ed|t) down|burned|firebombed"
     r"|setting fire to|were burned"),
    ("kidnapping", "act", 7, True, r"kidnappings?|abductions?|hostage[- ]taking"),
    ("kidnapping", "act", 7, False, r"kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)?|taken hostage|took hostage"
     r"|held hostage|taking hostage|(?:took|taken|seized) [a-z0-9 -]{1,30} hostages?"),
    ("disappearance", "act", 5, False, r"forcibly disappeared|forced disappearances?|were disappeared"),
    ("torture", "act", 5, False, r"tortured|torturing"),
    ("sexual_violence", "act", 5, False, r"raped|rapes?|gang-raped|sexually assaulted|sexual assaults?"),
    ("robbery", "act", 3, False, r"robbed|armed robbery|robbery|robberies|carjack(?:ed|ing)|robbing|home invasion"),
    ("sabotage", "act", 4, False, r"sabotaged?|sabotage attacks?|toppled"),
    ("territorial_change", "act", 3, False, r"(?:captured|seized|retook|recaptured|overran|took|taken|seize|capture)"
     r" (?:control of )?(?:the )?(?:strategic |key )?(?:town|city|village|villages|district|area|base|airport|province)"
     r"|took control of|seized control of|overran"),
    ("repression", "act", 4, False, r"(?:fired|used|shot) (?:tear ?gas|rubber bullets|live (?:rounds|ammunition))"
     r"(?: at| on)?|violently dispersed|crackdown|dispersed (?:the )?(?:protest|demonstrat)\w+"),
    ("arrest", "act", 1, False, r"mass arrests?"),
    ("displacement", "act", 1, False, r"(?:were|been) (?:forcibly )?displaced|fled their homes"),
    ("killing", "outcome", 2, False, r"dead|died|dies|deaths?|fatal|fatally|fatalities|deadly|death toll|toll|lives"
     r"|bodies|body|perished|succumbed|corpses?|dying"),
    ("assault", "outcome", 1, False, r"wounded|wounding|wounds?|injured|injuring|injuries|injury|hurt|casualties"),
    ("other_violence", "reference", 0, True, r"responsibility|incident|incidents|crime|crime scene|violence|tragedy|bloodshed|ordeal"),
)  # fmt: skip

_PATTERNS = tuple(
    (kind, force, weight, noun, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE))
    for kind, force, weight, noun, pattern in _TABLE
)

# Readings that are no violence, around the trigger: (words before or the trigger itself, words after).
_INNOCENT = re.compile(
    r"heart attacks?|panic attacks?|asthma attacks?|anxiety attacks?|personal attacks?|verbal attacks?|cyber[- ]?attacks?"
    r"|attack(?:s|ed|ing)? (?:ads?|lines?|on (?:his|her|their) (?:character|record|credibility)|dogs?)"
    r"|photo shoots?|film shoots?|shooting (?:a |the |of (?:a|the) )?(?:film|movie|video|scenes?|hoops|range|stars?|guard"
    r"|percentage|sports?|competition)|shot (?:a|the) (?:film|movie|video|glance)|shot (?:clock|glass|put)|free[- ]throws?"
    r"|shots? on goal|(?:three|3)-point(?:er)?s?(?: shots?)?|jump shots?|mug ?shots?|screenshots?|snapshots?|head ?shots?"
    r"|gun shots? detection|flu shots?|booster shots?|shots? of (?:vodka|tequila|whisk)|long shot|best shot|call(?:s|ed)? the shots"
    r"|(?:killed|kill|killing) (?:the |a )?(?:bill|measure|legislation|amendment|deal|proposal|project|time|off)"
    r"|battle(?:d|s)? (?:with|against) (?:cancer|leukemia|addiction|illness|the disease|depression|obesity|corruption"
    r"|poverty|inflation|the virus)|legal battles?|court battles?|custody battles?|battles? (?:over|for) (?:the )?(?:bill|"
    r"nomination|title|custody|seat|presidency|control of (?:congress|the senate))|battle ?grounds?(?: states?)?"
    r"|battle of the (?:bands|sexes)|population explosion|explosion (?:of|in) (?:interest|growth|popularity|demand)"
    r"|fired (?:from|as|by (?:the )?(?:company|board|club))|was fired|were fired from|been fired|hiring and firing"
    r"|bomb (?:squad|threats?|disposal|scare|shelter|detect\w+|sniffing|technicians?|hoax)|bombshells?|photobomb\w*"
    r"|box[- ]office bomb|atomic bomb program|blast(?:s|ed) (?:the|his|her|off|at)|blast (?:furnace|off|from the past)"
    r"|set off (?:on|for|to|from|alarm\w*|fireworks|a debate|a wave|an? alarm)|went off (?:the|to|without)"
    r"|dead(?:line|lock| end| heat| sea| weight)|dead or alive|(?:sudden|brain) death|death (?:penalty|row|sentences?"
    r"|certificates?|threats?|bed|tax|notices?)|body (?:of (?:work|water|evidence|law)|cam\w*|armou?r|language|politic|shop"
    r"|weight|mass)|(?:governing|student|legislative|advisory|regulatory|world|international|un|judicial) bod(?:y|ies)"
    r"|(?:school|church|animal) bod(?:y|ies)|fighting (?:chance|words|spirit|for (?:his|her) life|corruption|crime|poverty"
    r"|cancer|fires?|the (?:virus|disease|fire|blaze))|fire ?fighting|fire raids?|hurt (?:his|her|its|their) (?:chances|"
    r"feelings|economy|business)|toll (?:road|booth|plaza|bridge|free|lane|collector)s?|(?:lives|live) (?:in|with|at|on|near|of)"
    r"|raid(?:s|ed)? (?:on|of) (?:the )?(?:offices?|homes?|fridge|bank)|clash(?:es)? of (?:civili[sz]ations|cultures|titans)"
    r"|set fire to the stage|assault (?:rifles?|weapons?|ships?|vehicles?|charges?)|attack helicopters?|murder mystery"
    r"|character assassination|contract murder film|killing (?:time|spree game)|price(?:s)? (?:hurt|shot)"
    r"|(?:profits?|shares|prices|sales) (?:tumbled|exploded|shot up)|shot up (?:to|by|in price)|incident report"
    r"|natural (?:causes|death)|death certificate|suffered (?:a )?(?:minor|hamstring|knee|ankle|shoulder|head) injur(?:y|ies)"
    r"|(?:knee|hamstring|ankle|shoulder|groin|elbow|back|hip|sports?) injur(?:y|ies)|injury time|injury list"
    r"|war on (?:drugs|poverty|christmas)|trade wars?|bidding wars?|shoot for|troubleshoot\w*|parting shot"
    r"|crash (?:victims?|investigat\w+)|dropped a bombshell|grilled|takeoff|gun ?violence (?:archive|awareness|prevention)"
    r"|(?:domestic )?violence (?:shelter|prevention|awareness|hotline)|hunger strikes?|strike(?:s)? (?:action|by (?:workers|"
    r"teachers|pilots))|(?:medical|scientific) combat|combat (?:boots|gear|veterans?|corruption|terrorism|crime|uniforms?)"
    r"|confrontation with (?:reporters|critics)|executions? of (?:the )?(?:plan|will|contract|budget|warrants?|strategy)"
    r"|executed (?:the |a )?(?:search|plan|will|contract|warrants?|strategy|arrest)\w*|stay of execution|death and taxes",
    re.IGNORECASE,
)  # fmt: skip

# A sentence about a drill, a work of fiction or a game tells of nothing that happened.
_UNREAL = re.compile(
    r"\b(?:drills?|military exercises?|training exercises?|war ?games?|simulat(?:ed|ion)|mock (?:attack|battle|raid)|"
    r"rehears(?:al|ed)|re-?enact\w*|video ?games?|box[- ]office|blockbusters?|thriller|horror (?:film|movie)|sequel|novel|"
    r"screenplay|director'?s cut|starring|stars? in|season (?:premiere|finale)|episode|touchdowns?|quarterback|"
    r"innings?|goalkeeper|midfielder|playoffs?|championship game|rebounds|home runs?|hat-trick|wickets?|penalty shootout)\b",
    re.IGNORECASE,
)
# The violence of accident, illness and weather is not ours; a gun that goes off by accident is (scope accident).
_MISHAP = re.compile(
    r"\b(?:earthquakes?|quake|floods?|flooding|hurricanes?|tornado(?:es)?|typhoons?|cyclones?|storms?|tsunami|landslides?|"
    r"avalanches?|mudslides?|wildfires?|(?:car|plane|train|bus|helicopter|traffic|road|highway|vehicle|truck|motorcycle) "
    r"(?:crash(?:es)?|accidents?|wreck)|crash(?:ed|es)?|collision|collided|drown(?:ed|ing)|derail(?:ed|ment)|epidemic|"
    r"outbreak|ebola|cholera|malaria|covid\S*|coronavirus|virus|cancer|overdose|heart attack|stroke|pneumonia|"
    r"gas (?:leak|explosion)|mine collapse|house fire|apartment fire|starvation|famine|disease|heat ?wave|stampede|"
    r"lightning|capsized|ferry)\b",
    re.IGNORECASE,
)
_GUN = re.compile(
    r"\b(?:gun\w*|shot|shoot\w*|bullets?|bomb\w*|militants?|rebels?|stabb\w*|knife|rocket|attack\w*)\b", re.I
)


def find_triggers(page: Page) -> tuple[Trigger, ...]:
    """Find the words of violence, in text order, none overlapping, innocent readings left out."""
    return tuple(t for s in page.sentences if s.kind != "furniture" for t in _in_sentence(s))


def tells_of_violence(sentence: Sentence) -> bool:
    """May this sentence tell of violence: no drill, fiction or game, no accident or illness without a weapon in it?"""
    if _UNREAL.search(sentence.text):
        return False
    return not _MISHAP.search(sentence.text) or bool(_GUN.search(sentence.text))


def _in_sentence(sentence: Sentence) -> Iterator[Trigger]:
    text = sentence.text
    if not tells_of_violence(sentence):
        return
    innocent = [m.span() for m in _INNOCENT.finditer(text)]
    found: list[Trigger] = []
    for kind, force, weight, noun, pattern in _PATTERNS:
        for m in pattern.finditer(text):
            if any(a < m.end() and m.start() < b for a, b in innocent):
                continue
            start = sentence.start + m.start()
            found.append(
                Trigger(start, start + len(m.group()), sentence.index, kind, force, m.group().lower(), weight, noun)
            )
    found.sort(key=lambda t: (t.start, t.start - t.end, -t.weight))
    reached = -1
    for trigger in found:
        if trigger.start >= reached:
            reached = trigger.end
            yield trigger
