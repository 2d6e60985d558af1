"""What is attacked and the words that say so, as tables: heads by MUC-4's types, verbs and nouns of attack, effects."""

import re

from testigo.records.codes import Effect

_HEADS: tuple[tuple[str, str], ...] = (
    ("military_facility", r"(?:army|military|naval|air|air ?force|rebel|militant|command) (?:bases?|barracks|camps?|outposts?|posts?|"
     r"checkpoints?|headquarters|positions?)|checkpoints?|barracks|garrisons?|bases?|outposts?|command (?:posts?|positions?|"
     r"centers?|centres?)|(?:ammunition|ammo|arms|weapons?) (?:dumps?|depots?|stores?|caches?|warehouses?)|gun emplacements?|"
     r"bunkers?|training camps?|fortifications?|armou?ry|armou?ries|radar stations?"),
    ("law_enforcement_facility", r"police (?:stations?|posts?|headquarters|academy|barracks|checkpoints?|kiosks?)|prisons?"),
    ("transport_vehicle", r"(?:aid |supply |army |military )?convoys?|motorcades?|buses|bus|trains?|ferry|ferries|trucks?|"
     r"lorry|lorries|cars?|vehicles?|vans?|jeeps?|minibus(?:es)?|ambulances?|tankers?|(?:armou?red )?personnel carriers?|"
     r"boats?|ships?|launch|patrol cars?|helicopters?|planes?|aircraft|motorcycles?"),
    ("church", r"churches|church|mosques?|synagogues?|temples?|shrines?|cathedrals?|monaster(?:y|ies)"),
    ("school", r"schools?|universit(?:y|ies)|colleges?|kindergartens?"),
    ("energy", r"(?:(?:electricity|electric|electrical|power|high-tension|high-voltage|transmission) )?(?:pylons?|transmission lines?|"
     r"power lines?|power plants?|power stations?|substations?)|(?:electricity|electric|power|high-tension|transmission|energy) "
     r"(?:towers?|posts?|poles?|lines?)|(?:oil|gas) (?:pipelines?|wells?|refiner(?:y|ies)|fields?|facilit(?:y|ies))|pipelines?|"
     r"refiner(?:y|ies)|fuel (?:depots?|tanks?|tankers?)"),
    ("communications", r"(?:radio|television|tv|relay) (?:stations?|towers?|transmitters?)|newspaper(?:s| offices?)?|transmitters?|"
     r"(?:telephone|communications?) (?:lines?|exchanges?|towers?|posts?|poles?)|repeater stations?"),
    ("transport_route", r"bridges?|railways?(?: lines?)?|railroads?|highways?|runways?|tunnels?|roads?"),
    ("transport_facility", r"airports?|(?:bus|train|railway|metro|subway) stations?|ports?|harbou?rs?|(?:bus )?terminals?"),
    ("water", r"water (?:stations?|tanks?|pumps?|mains?|towers?|plants?)|dams?|reservoirs?|aqueducts?"),
    ("diplomat_office_or_residence", r"embass(?:y|ies)|consulates?"),
    ("government_office_or_residence", r"(?:government|municipal|ministry|public) (?:buildings?|offices?)|town halls?|city halls?"
     r"|mayor’?'?s offices?|parliament(?: building)?|courthouses?|presidential (?:palace|house)|ministry"),
    ("political_figure_office_or_residence", r"party (?:offices?|headquarters)"),
    ("organization_office", r"(?:union|company|red cross|un|u\.n\.) (?:offices?|headquarters|compounds?)"),
    ("financial", r"banks?|(?:bank|savings) (?:branch|branches|offices?)"),
    ("commercial", r"hotels?|restaurants?|caf[eé]s?|shops?|stores?|drugstores?|supermarkets?|markets?|malls?|factor(?:y|ies)|mills?|"
     r"warehouses?|gas stations?|petrol stations?|business(?:es)?|bakery|bakeries|mines|plants?|nightclubs?"),
    ("civilian_residence", r"houses?|homes?|huts?|apartment (?:buildings?|blocks?)|residential (?:buildings?|areas?|districts?|"
     r"neighbou?rhoods?|quarters?|blocks?)|dwellings?|apartments?"),
    ("farm_or_ranch", r"farms?|ranch(?:es)?|estates?|haciendas?|plantations?"),
    ("other", r"hospitals?|clinics?|medical (?:facilit(?:y|ies)|cent(?:er|re)s?)|tanks?|buildings?|crops|tents?|monuments?|"
     r"statues?|(?:refugee |displacement )camps?"),
    ("territory", r"towns?|villages?|cit(?:y|ies)|hills?|hilltops?|districts?|neighbou?rhoods?|territor(?:y|ies)|hamlets?|"
     r"settlements?|areas?|provinces?|regions?|crossings?|border posts?|strongholds?|citadels?|positions"),
)  # fmt: skip


def _table(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    spaced = ((kind, pattern.replace(" ", r"\s+")) for kind, pattern in rows)
    return tuple((kind, re.compile(rf"(?<![\w-])(?:{p})(?![\w-])", re.IGNORECASE)) for kind, p in spaced)


HEADS = _table(_HEADS)
COUNTS = dict(
    zip(
        "a an one two three four five six seven eight nine ten eleven twelve".split(),
        (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
        strict=True,
    )
)
VAGUE = frozenset("several many some numerous dozens various other another both all".split())
# Words that end the description before a head: articles, prepositions, verbs, conjunctions.
LEFT_STOPS = frozenset(
    "the their its his her this that these those our my of in on at to from by with for near against into inside outside "
    "onto upon over under between and or but as while when where which who after before during through around across along "
    "is are was were be been has have had hit struck attack attacks blew up down out back fire set burnt took seize burn "
    "destroy damage hits strikes raid raids ambush bomb bombs shell blow least about than control including like not no".split()
)
_BE = r"(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+|also\s+|reportedly\s+|then\s+|later\s+|all\s+|partially\s+){0,2}"
_HURT = (
    r"(?:attacked|ambushed|stormed|bombed|raided|hit|struck|targeted|destroyed|damaged|burned|burnt|torched|shelled|blown\s+up|"
    r"dynamited|toppled|sabotaged|set\s+(?:on\s+fire|ablaze|afire)|demolished|levell?ed|flattened|gutted|ransacked|looted|"
    r"wrecked|knocked\s+(?:down|out)|strafed|machine-?gunned|razed|seized|captured|stolen|hijacked|overrun|bombarded)"
)
_HURTS = (
    r"(?:attack(?:s|ed|ing)?|ambush(?:ed|es|ing)?|storm(?:s|ed|ing)?|bomb(?:ed|ing|s)?|raid(?:ed|s|ing)?|hit(?:s|ting)?|struck|"
    r"strik(?:es|ing)|target(?:s|ed|ing)?|destroy(?:s|ed|ing)?|damag(?:es|ed|ing)|damage|burn(?:s|ed|t|ing)?|torch(?:ed|es|ing)|"
    r"shell(?:ed|s|ing)?|blew\s+up|blow(?:ing|n|s)?\s+up|dynamit(?:ed|ing|es)|toppl(?:ed|ing|es)|sabotag(?:ed|ing|e)|set\s+fire\s+to|"
    r"setting\s+fire\s+to|fired\s+(?:at|on|upon|into)|fir(?:ing|es)\s+(?:at|on|upon)|open(?:ed|ing)?\s+fire\s+(?:at|on)|"
    r"demolish(?:ed|ing)|levell?ed|flatten(?:ed|ing)|loot(?:ed|ing)|ransack(?:ed|ing)|wreck(?:ed|ing)|knock(?:ed|ing)\s+(?:down|out)|"
    r"strafed|pound(?:ed|ing)|bombard(?:ed|ing)|machine-?gunned|raz(?:ed|ing)|slammed\s+into|hijack(?:ed|ing)|"
    r"took\s+out|exploded\s+(?:in|at|inside|outside|near|in\s+front\s+of)|"
    r"hurled\s+at|thrown\s+at|launched\s+(?:at|against)|fell\s+on|landed\s+(?:on|in))"
)
_OF = (
    r"(?:(?:attacks?|ambush(?:es)?|assaults?|raids?|strikes?|air-?strikes?|bombings?|shelling|bombardments?|fire)\s+"
    r"(?:on|against|of|at|targeting)|(?:destruction|burning|bombing|shelling|sabotage|elimination|dynamiting|demolition|looting|"
    r"seizure)\s+of|damage\s+to)"
)
_SKIPPED = r"(?:at\s+least|about|around|some|nearly|up\s+to|one\s+of\s+|more\s+than|a\s+number\s+of|a\s+total\s+of|part\s+of|down)"
# What stands before a thing that was attacked, up to its article or figure.
GOVERNS = re.compile(rf"\b(?:{_HURTS}|{_OF})\s+(?:{_SKIPPED}\s*)?(?:the\s+)?$", re.IGNORECASE)
TAKES = re.compile(
    r"\b(?:captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|(?:re)?took|(?:re)?taken|(?:re)?taking|retak(?:es?|ing)|overr[au]n|recaptur(?:ed|es|ing|e)|"
    r"regain(?:ed|ing)?|liberat(?:ed|ing)|wrest(?:ed|ing)|occupied|occupying|gain(?:ed|ing)?)\s+(?:back\s+)?"
    rf"(?:(?:full\s+|complete\s+|total\s+)?control\s+(?:of|over)\s+)?(?:over\s+)?(?:{_SKIPPED}\s+)?(?:the\s+)?(?:strategic(?:ally)?\s+|key\s+|located\s+|nearby\s+){{0,2}}$",
    re.IGNORECASE,
)
# "the town of", "the key border town of" before a name.
BEFORE_NAME = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:town|city|village|district|neighbou?rhood|province|area|suburb|port|base|airport|region)\s+of\s+$",
    re.IGNORECASE,
)
# What stands behind a thing that was attacked.
SUFFERS = re.compile(
    rf"(?:\s*,?\s+(?:which|that))?(?:\s+(?:had|have|has))?\s+(?:{_BE}{_HURT}|(?:came|come)\s+under\s+(?:fire|attack)|"
    r"caught\s+fire)\b|\s+(?:destroyed|damaged|burned|torched|blown\s+up)\s+(?:in|by|on|during)\b",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:and|,)\s+(?:completely\s+|partially\s+)?(?:destroying|destroyed|damaging|burning|burned)\s+(?:it|them)\b",
    re.IGNORECASE,
)
EFFECTS: tuple[tuple[Effect, re.Pattern[str]], ...] = (
    (
        "destroyed",
        re.compile(
            r"\b(?:destr|burn|torch|blew|blow\w*\s+up|dynamit|toppl|demolish|level|flatten|gutted|razed|razing|eliminat|wreck|took\s+out|"
            r"knock|set\s+(?:on\s+fire|ablaze|afire|fire)|setting\s+fire)",
            re.IGNORECASE,
        ),
    ),
    ("damaged", re.compile(r"\bdamag", re.IGNORECASE)),
    ("stolen", re.compile(r"\b(?:stolen|loot|hijack)", re.IGNORECASE)),
    ("seized", re.compile(r"\b(?:seiz|captur|overrun)", re.IGNORECASE)),
)
ROW_JOINT = re.compile(r"\s*(?:,|,?\s+and(?:\s+damaged|\s+destroyed)?|,?\s+or|;|,?\s+as\s+well\s+as)\s+", re.IGNORECASE)
