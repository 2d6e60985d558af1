"""The patterns by which standing facts about persons are known; person_facts.py says how they are read.

Written as in relation_table.py: `s` is the person, `by` who did it, `d` where a description begins.
"""

import re

_THEN = r"<gap>(?: ?,)?(?: (?:has|have|had|also|later|who))*"
BE = r"(?:was|were|is|been|being|after being|got)"
BY = r"(?: (?:<T> )?by (?:the )?(?:[\w-]+ ){0,3}?(?P<by>[\ue002]+))?"
TAKEN = r"<<captured|arrested|detained|apprehended|rearrested|recaptured|taken into custody>>"
# Deeds done to a person: predicate and pattern; `s` the person, `by` who did it, `d` where a description begins.
ROWS: tuple[tuple[str, str], ...] = (
    ("captured", r"(?:the )?<<capture|arrest|detention>>(?: <T>)? of <own><s:P>"),
    ("captured", r"<s:P>'s <<capture|arrest>>\b(?! warrant)"),
    ("captured", rf"<s:P>{_THEN} {BE} (?:\w+ly )?{TAKEN}{BY}"),
    ("captured", rf"(?P<by>[\ue002]+)(?: (?:has|have|had|also|later|had also|recently|<T>))* {TAKEN} <own><s:P>"),
    ("released", rf"<s:P>{_THEN} {BE} (?:\w+ly )?<<released|freed>>(?! (?:a|the) (?:statement|video))"),
    ("convicted", rf"<s:P>{_THEN} (?:{BE} )?<<convicted|found guilty>>(?: <T>)?{BY}(?: <T>)? (?:of|on) (?P<d>)"),
    ("acquitted", rf"<s:P>{_THEN} {BE} <<acquitted|cleared>> of (?P<d>)"),
    ("sentenced", rf"<s:P>{_THEN} {BE} <<sentenced>>{BY}(?: <T>)? to (?P<d>)"),
    ("sentenced", r"(?P<by>[\ue002]+)(?: in <L>)?(?: (?:has|have|had|<T>))* <<sentenced|jailed>> <own><s:P><gap> ?,?(?: to| for)"
                  r" (?P<d>)"),
    ("charged_with", rf"<s:P>{_THEN} (?:{BE} )?<<charged|indicted>>{BY}(?: <T>)? (?:with|for|on charges of) (?P<d>)"),
    ("charged_with", r"<s:P><gap>(?: ?,)?(?: (?:is|was|now|also))* (?:faces|faced|facing|wanted on|on trial on|arrested on|detained on)"
                     r" (?:[\w-]+ ){0,2}?<<charges>> of (?P<d>)"),
    ("charged_with", r"(?P<by>[\ue002]+)(?: (?:has|have|had|also|later|formally|<T>))* <<charges|charged|indicted>> <own><s:P>"
                     r"(?: <T>)? (?:with|for) (?P<d>)"),
    ("charged_with", r"(?:imputes?|imputed|filed|files|brought|brings|pressed) (?:[\w-]+ ){0,2}?<<charges>> of (?P<d>)"),
    ("renounced", r"<s:R><gap>(?: ?,)?<adv> <<renounced|renounces|renouncing|forswore|forsworn>> (?P<d>)"),
)  # fmt: skip
DEATH = (
    r"(?:the )?<<death>>(?: <T>)? of <own><s:P>",
    r"<s:P><gap>(?: ?,)?(?: (?:has|had|also|later|reportedly|who))* <<died|passed away>>\b(?! in (?:the|an?) (?:attack|blast|bombing"
    r"|clash|raid|shootout))",
)
CAUSE = re.compile(r"(?: \ue006+)?,? (?:after|from|of|following|due to) (?P<d>)")
ILLNESS = re.compile(
    r"disease|illness|cancer|heart (?:attack|failure|disease|condition)"
    r"|natural causes|stroke|old age|kidney|pneumonia|covid|diabetes|tuberculosis|malaria"
    r"|complications"
)
VIOLENCE = re.compile(
    r"\b(?:kill|shot|shoot|attack|bomb|murder|assassinat|massacre|explosion|blast|clash|raid|gunm[ae]n|gunfire|strike|shell|execut"
    r"|behead|ambush"
    r"|stabb|fire|crossfire|injur|wound)"
)
INJURED = (
    r"(?P<by>[\ue001-\ue003]+)(?: (?:has|have|had|also))*(?: claim\w* to have| said it had| says it)? (?:injured|wounded) (?:<s:P>|him"
    r"|her) (?P<d>in (?:an? |the )?"
    r"(?:[\w-]+ ){0,2}?<<fire exchange|exchange of (?:fire|gunfire)|shootout|gun battle|gunfight|firefight|clash|skirmish>>)",
    r"(?P<by>[\ue001-\ue003]+) (?:claim\w*|said|says|reported|announced)(?: that)? (?:its|their|[\ue001-\ue003]+) (?:[\w-]+ ){0,2}?"
    r"(?:had |have )?(?:injured|wounded) (?:<s:P>|him|her) (?P<d>in (?:an? |the )?"
    r"(?:[\w-]+ ){0,2}?<<fire exchange|exchange of (?:fire|gunfire)|shootout|gun battle|gunfight|firefight|clash|skirmish>>)",
    r"<s:P><gap><adv> (?:was|were) (?:\w+ly )?(?:injured|wounded) (?P<d>in (?:an? |the )?(?:[\w-]+ ){0,2}?"
    r"<<fire exchange|exchange of (?:fire|gunfire)|shootout|gun battle|gunfight|firefight|clash|skirmish>>)",
)
WANTED = (
    r"(?P<by>[\ue002\ue005]+)(?: (?:has|have|had|also|is|are|now|government|authorities))* (?:put|placed|set|offered|offers|offering"
    r"|announced) (?:a |an |up to )?"
    r"(?P<money>(?:[\w$.,-]+ ){0,4}?)<<price|bounty|reward>>(?: of (?:up to )?(?P<sum>\$[\d.,]+(?: million)?))? (?:on|for)"
    r" (?:information (?:leading to|on) )?(?:the )?(?:(?:head|capture|arrest|whereabouts) of )?<own><s:P>",
    r"<s:P><gap>(?: ?,)?(?: (?:is|was|are|has been|who is|also|currently|most))* <<wanted>> (?:by|in) (?:the )?(?P<by>[\ue002\ue005]+)",
)
EXTRADITION = (
    r"(?P<by>[\ue002\ue005]+)(?: (?:has|have|had|also|is))* (?:seeks?|seeking|sought|requests?|requested|requesting|wants) (?:the"
    r" )?<<extradition>> of <own><s:P>",
    r"<s:P>'s <<extradition>> to (?:the )?(?P<by>[\ue005]+)",
)
ACCUSED_OF = (
    r"(?P<by>[\ue001-\ue002]+)(?: [^;\ue002-\ue003]{1,120}\ue003+ and)?(?: (?:also|has|have|had))* <<accuses|accused>> <s:P> of "
    r"(?P<d>(?:leading|heading|running|commanding|directing|belonging to|financing|arming|sheltering|recruiting)) "
)
REGARDED = r"<s:P> ?, whom (?:it|they|he|<A>) <<considers?|describes?|regards?>>(?: as| to be)? (?P<d>)"
ONLY_NAMED = "p"
PENALTY_END = re.compile(r"(?:(?! (?:in|during|after) which | according )[^;()\"])*")
LIST_END = re.compile(
    r"(?:(?! (?:after|following|in connection|for his|for her|and was|and is|and has|in <|who|which) "
    r"|[.;:()\"\ue006]).)*"
)
ANOTHER_VERB = re.compile(
    r"^(?:despite|instead|but|in addition|where|while|although)\b|\b(?:faced|faces|was|is|has|had|were|will"
    r"|said)\b"
)
MOST_WORDS = 14
OFFERED = re.compile(r"\b(?:price|bounty|reward)\b")
REPEATED = re.compile(r"(?:with|of|for|on) ")
# Words before "the capture of X" that show it has not come about.
WISHED = re.compile(
    r"\b(?:(?:reward|bounty|price|warrants?|call\w*|plea|information)\b[^,;.]{0,50}\b(?:for|to)|order\w*|demand\w*|urg\w*|seek\w*|sought"
    r"|want\w*|request\w*|until|without|prevent\w*|if)(?: the| his| her| an?)?(?: [a-z]+)? ?$"
)
