"""The patterns by which standing facts about groups are known; group_facts.py says how they are read.

Written as in relation_table.py: `s` is the group, `n` a figure, `t` a time, `d` the words of a description, `end` the last
word of the evidence.
"""

import re

FIGHTERS = (
    r"<<fighters|members|militants|combatants|soldiers|troops|guerrillas|armed men(?: and women)?|men and women|gunmen|adherents|rebels"
    r"|insurgents"
    r"|foot soldiers|men|active members|followers|personnel>>\b(?! (?:killed|dead|were|was|arrested|captured|wounded|in custody|who"
    r" died))"
)
STRENGTH = (
    rf"<s:B><gap>(?: ?,)?<adv> (?:has|had|have|numbers|numbered|counts|counted|fields|boasts|boasted|commands|with|of)(?: an estimated|"
    rf" an army of)?"
    rf" <n:N> (?:[\w-]+ ){{0,2}}?(?P<end>{FIGHTERS})",
    r"<s:B>(?:'s)? (?:estimated )?<n:N> (?:[\w-]+ ){0,1}?(?P<end><<fighters|members|combatants|foot soldiers>>\b)(?! (?:killed|were"
    r"|was|arrested))",
    rf"(?:puts?|estimates?|estimated|placed|places) (?:the )?<s:B>(?:'s)? <<strength|numbers|size|membership>>(?: <T>)? at <n:N> (?:[\w-]+"
    rf" ){{0,2}}?(?P<end>{FIGHTERS})",
    rf"<s:B><gap>(?: ?,)?<adv> (?:believed|thought|said|estimated|reported) to (?:have|number|field|command|be)(?: an estimated)? <n:N>"
    rf" (?:[\w-]+ ){{0,2}}?(?P<end>{FIGHTERS})",
    r"<n:N>[ -](?P<end><<strong|member|man>>\b) (?:[\w-]+ ){0,2}?<s:G>",
)  # fmt: skip
IT_HAS = (
    rf"(?:it|the (?:group|organi[sz]ation)) (?:is believed to have|is thought to have|has|had)(?: an estimated)? <n:N> (?:[\w-]+"
    rf" ){{0,2}}?(?P<end>{FIGHTERS})"
)
DEATHS = (
    r"<<caus(?:ed|ing)|responsible for|blamed for|accused of|claimed|left|killed|killing|murdered>>(?: the)?(?: (?:deaths?|lives"
    r"|killings?|murders?) of)?"
    r" (?P<n>\ue007+) (?P<end>people|civilians|lives|deaths|victims|persons)"
)
CREED = (
    r"maoist|marxist(?:-leninist)?|communist|leftist|left-wing|far-left|islamist|jihadist|jihadi|islamic extremist|salafist|salafi"
    r"|wahhabi"
    r"|far-right|right-wing|ultranationalist|nationalist|separatist|secessionist|neo-nazi|white supremacist|anarchist|fascist"
    r"|fundamentalist"
)
CLASS = (
    r"(?:group|organi[sz]ation|militia|movement|party|guerrillas?|insurgency|insurgents?|rebels?|faction|network|militants?|outfit|army"
    r"|band|rebel group)"
)
PERIOD = (
    r"<s:B> ?,? (?:which |that |who )?<t:T> <<terrori[sz]ed|waged|fought|ravaged|operated|led|carried out>>",
    r"<s:B><gap>(?: ?,)?<adv> <<terrori[sz]ed|waged|fought|operated|active>>(?: [\w\ue001-\ue005-]+){0,12} <t:T>",
    rf"<s:B> ?, an? (?:[\w-]+ ){{0,3}}?{CLASS} (?:that|which) (?:has |had )?<<terrori[sz]ed|waged|fought|operated>>"
    r"(?: [\w\ue001-\ue005-]+){0,12} <t:T>",
)
IDEOLOGY = (
    rf"\b(?P<d><<{CREED}>>)(?: [a-z][\w-]*){{0,2}}?(?: {CLASS})?,? <s:G>",
    rf"<s:G>(?: ?,| is| was)<adv> (?:an? |the )?<mod>(?P<d><<{CREED}>>)(?: [\w-]+){{0,2}}? {CLASS}\b",
    rf"<s:G><adv> the <mod>(?P<d><<{CREED}>>)(?: [\w-]+){{0,2}}? {CLASS}\b",
)
NAMES_IT = (
    r"(?:designat(?:es?|ed)|lists|listed|classif(?:y|ies|ied)|label+ed|declared|considers?|considered|brand(?:s|ed)|deems|deemed"
    r"|blacklisted)"
)
TERROR = r"(?P<d>(?:[\w-]+ ){0,3}?(?:narco-)?<<terror>>(?:ist)? (?:organi[sz]ations?|groups?|entity|entities|network))"
DESIGNATED = (
    rf"(?P<by>[\ue002\ue005]+)<adv> {NAMES_IT} <mod><s:G>(?: as| to be)? (?:an? )?{TERROR}",
    rf"<s:G><gap>(?: ?,)?<adv> {NAMES_IT}(?: <T>)?(?: as| to be)? (?:an? )?{TERROR}(?: <T>)? by (?:the )?(?P<by>[\ue002\ue005]+)",
)
DESIGNATED_IT = rf"(?P<by>[\ue002\ue005]+)<adv> {NAMES_IT} it(?: as| to be)? (?:an? )?{TERROR}"
BARE_TERROR = r"(?P<d>(?:narco-)?<<terrorist>> (?:organi[sz]ation|group|network|militia)) <s:G>"
RANK = (
    r"<<main|largest|biggest|only|deadliest|strongest|oldest|last|dominant|leading|principal|most \w+|second-largest|second-biggest"
    r"|foremost>>"
)
SUMMED_UP = (
    rf"(?:<T>, )?(?:the )?<s:G><gap>(?: ?,)? (?:is|was|are|has been|have been|had been|became|has become|remains|remained)"
    rf" (?:now |still |once )?(?P<d>(?:the |one of the |\w+'s |[\ue005]+'s )(?:[\w-]+ ){{0,1}}?{RANK})\b"
)
CAME_TO = (
    r"<s:G><gap>(?: ?,)?<adv> (?P<d><<disbanded|demobili[sz]ed|dissolved|lost strength|was (?:disbanded|dissolved|dismantled|defeated)"
    r"|laid down (?:its|their|[\ue001]+) (?:arms|weapons)|ceased to exist>>)"
)
TO_CLAUSE_END = re.compile(r"[^,;.:()\"]*")
MOST_WORDS = 16
