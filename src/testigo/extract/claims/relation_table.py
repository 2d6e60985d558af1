"""The patterns by which ties are known; relations.py says how to read them.

`<s:G>` is a group, call it s; G group, F force or other body, B either, P person, O outlet, A any, R any but outlets.
`<<…>>` holds the words without which the row cannot match, so that a sentence without them is passed over; `<mod>` is
a few words before a name, `<adv>` auxiliaries and adverbs, `<gap>` a remark between commas, `<of>` the words between a
preposition and a place's name. Rows were written against real reports; tests hold examples.
"""

_KIN = (
    r"brother|sister|son|daughter|father|mother|wife|husband|cousin|uncle|nephew|niece|grandson|grandfather|widow|half-brother"
    r"|brother-in-law|father-in-law|son-in-law|stepson|twin brother|ex-wife"
)
_HEAD = r"leader|head|chief|boss|kingpin|emir|founder and leader|leader and founder|commander-in-chief|supreme leader|director|chairman"
_ONE_OF = (
    r"member|fighter|militant|operative|cadre|guerrilla|lieutenant|commander|gunman|hitman|spokesman|spokesperson|deputy leader"
    r"|second-in-command"
)
_SPLIT = r"split|broke|broken|breaking|splintered|splintering|seceded|splitting"
# "X, a Maoist organization led by …": what X is, in a few words that bring no other noun in.
_KIND_OF = r" ?, (?:an?|the|one of the) (?:(?!of\b|in\b|for\b|with\b|by\b|who\b|that\b|which\b)[\w'-]+ ){0,4}?[\w'-]+"
_AT = r"(?: ?,| is| was| are| were)?"

# Whom a group works with, if they have no name; and what a group can live on.
_OUTLAWS = (
    r"(?=(?:the |local |some |other |several )*(?:[\w\ue007-]+ ){0,2}?(?:traffickers|smugglers|"
    r"gangs?|groups?|militias|rebels|dealers|criminals"
    r"|clans|cartels|loggers|miners|bandits|networks|mafias|jihadists|insurgents|guerrillas)\b)"
)
_INCOME = (
    r"(?=(?:the |an? )?(?:[\w-]+ ){0,2}?(?:income|money|tax|taxes|levy|levies|proceeds|profits?|trade|trafficking|smuggling|extortion"
    r"|ransoms?|kidnappings?|mining|logging|robbery|theft|rustling|tolls|donations|racketeering)\b)"
)

ROWS: tuple[tuple[str, str], ...] = (
    # where groups come from
    ("split_from", r"<s:B><gap> ?(?:,|is|was|are)?(?: an?| the)? (?:[\w-]+ ){0,2}?<<split|splinter|breakaway|offshoot>>"
                   r"(?: group| faction| organi[sz]ation| party| wing)? (?:from|of) <mod><o:B>"),
    ("split_from", rf"<s:B><gap><adv> <<{_SPLIT}>>(?: away| off| up| ranks)?(?: <T>)? from <mod><o:B>"),
    ("split_from", r"<o:B>(?:'s)? <<splinter|breakaway|dissident>> (?:group|faction|cell|party),? (?:the )?<s:B>"),
    ("split_from", r"<<splinter|breakaway|dissident>> (?:group|faction|wing) (?:of|from) <mod><o:B>(?:,| called| known as) (?:the"
                   r" )?<s:B>"),
    ("successor_of", r"<s:B> ?,? (?:is |was )?(?:the |an? )?<<successor|heir>>s? (?:group )?(?:to|of) <mod><o:B>"),
    ("unit_of", r"<s:B> ?(?:,|is|was) (?:the |an? )?(?:[\w-]+ ){0,2}?<<armed wing|military wing|political wing|wing|unit|brigade|branch|"
                r"armed branch|subsidiary|battalion|armed arm|military arm|youth wing>> of <mod><o:B>"),
    ("unit_of", r"<o:B>(?:'s)? (?:armed|military|political) <<wing|arm|branch>>,? (?:the )?<s:B>"),
    ("unit_of", r"(?:armed|military|political) <<wing|arm|branch>> of <mod><o:B>, (?:the )?<s:B>"),
    # who made and leads them
    ("founded_by", r"<s:B>(?:'s)? (?:late |former |slain )?<<founder|co-founder|founding leader|founder and leader|leader and founder>>"
                   r" ?,? ?(?:and [\w-]+ )?<mod><o:P>"),
    ("founded_by", r"<o:P> ?, (?:the |an? )?(?:co-)?<<founder>> (?:and (?:[\w-]+ ){1,2})?of <mod><s:B>"),
    ("founded_by", r"<s:B><gap> ?,?<adv> <<founded|formed|created|established|set up>>(?: and [\w-]+)?(?: <T>)? by (?:<mod><o:P>|(?P<d>))"),
    ("founded_by", rf"<s:B>{_KIND_OF} (?:that was |which was )?<<founded|formed|created|established|set up>>(?: and [\w-]+)?(?: <T>)? by"
                   r" (?:<mod><o:P>|(?P<d>))"),
    ("founded_by", r"<<founded|formed|created|established|set up>>(?: <T>)? by (?P<d>)[^,\ue001-\ue007]{4,60}, (?:the )?<s:B>"),
    ("founded_by", r"<<founded|formed|created|established>>(?: <T>)? by <mod><o:P>(?: <T>)?, (?:the )?<s:B>"),
    ("founded_by", r"<o:P>(?:,)? (?:who )?<<founded|co-founded>> <mod><s:B>"),
    ("led_by", rf"<s:B>(?:'s)? (?:top |overall |supreme |current |de facto |new )?(?P<r><<{_HEAD}>>),? (?:and [\w-]+,? )?<o:P>"),
    ("led_by", rf"<o:P> ?, (?:the |its |their )?(?:top |overall |current |new |supreme )?(?P<r><<{_HEAD}>>) of <mod><s:B>"),
    ("led_by", rf"<o:P> (?:is|was|became|remains|considered) (?:the )?(?:top |overall |current |new |supreme )?(?P<r><<{_HEAD}>>) of"
               rf" <mod><s:B>"),
    ("led_by", rf"<o:P> ?, (?:the |an? )?<s:B>(?:'s)? (?:top |overall |supreme |current )?(?P<r><<{_HEAD}|commander>>)(?=[ ,.;]|$)"),
    ("led_by", rf"(?:^|[,;] |the )(?P<r><<{_HEAD}>>) of <mod><s:B>,? <o:P>"),
    ("led_by", r"<s:B><gap> ?,?<adv> (?:founded(?: <T>)? and )?<<led|headed|commanded>> by <mod><o:P>"),
    ("led_by", rf"<s:B>{_KIND_OF} (?:that is |which is )?(?:founded(?: <T>)? and )?<<led|headed|commanded>> by <mod><o:P>"),
    ("led_by", r"<o:P>(?: ?, who)? (?:now |currently |has )?<<leads|led|heads|headed|commands|commanded>> <mod><s:G>"),
    ("led_by", r"with <o:P> at (?:the|its) <<head|helm>>"),
    # who belongs to them
    ("member_of", rf"<s:P>(?: ?, (?:\d+,|<N>,)?)? ?(?:is |was )?(?:an? |the )?(?:[\w'-]+ ){{0,2}}?<o:G>(?:'s)? (?:[\w-]+"
                  rf" ){{0,1}}?(?P<r><<{_ONE_OF}>>)\b"),
    ("member_of", rf"<s:P>(?: ?,| is| was| had been)(?: <N>,)? (?:an?|one of (?:the|its)) (?:[\w'-]+ ){{0,3}}?"
                  rf"(?P<r><<{_ONE_OF}|leader|head|chief>>)s?"
                  r" (?:of|in|with|for) <mod><o:B>"),
    ("member_of", rf"<s:P>(?: ?,| is| was| had been)(?: <N>,)? the (?:[\w'-]+ ){{0,2}}?(?P<r><<{_ONE_OF}>>) (?:of|for) <mod><o:B>"),
    ("member_of", rf"<o:G>(?:'s)? (?:[\w-]+ ){{0,2}}?(?P<r><<{_ONE_OF}>>) <s:P>"),
    ("member_of", r"<o:G>(?:'s)? (?P<r><<senior|local|regional|field|military|deputy|finance|political|mid-level>> (?:[\w-]+"
                  r" )?(?:leader|chief|head|boss|commander)) <s:P>"),
    ("member_of", r"<s:P><gap><adv> <<joined|belongs to|belonged to>> <mod><o:G>"),
    ("relative_of", rf"<s:P>(?:'s)? (?:older |younger |elder |late |eldest |youngest |own )*(?P<r><<{_KIN}>>),? <o:P>"),
    ("relative_of", rf"<o:P>(?: ?,| is| was)? (?:the |an? )?(?:older |younger |elder |late )?(?P<r><<{_KIN}>>) of <mod><s:P>"),
    # friends and enemies
    ("affiliated_with", r"<s:B><gap> ?,?<adv> (?:an? )?(?:[\w-]+ ){0,2}?<<linked|affiliated|allied|aligned>> (?:to|with) <mod><o:B>"),
    ("affiliated_with", r"<o:G>-<<linked|affiliated|aligned|allied>> (?:[\w-]+ ){0,4}?<s:G>"),
    ("affiliated_with", r"<s:G><gap> ?,? (?:is |was )?(?:the |an? )?(?:[\w-]+ ){0,2}?<<affiliate|ally>> of <mod><o:B>"),
    ("affiliated_with", r"<s:G>, <o:G>(?:'s)? (?:[\w-]+ ){0,2}?<<affiliate|ally|franchise>>"),
    ("affiliated_with", r"<o:G>(?:'s)? (?:[\w-]+ ){0,1}?<<affiliate|ally|franchise>>(?: in <L>)?,? (?:the )?<s:G>"),
    ("affiliated_with", r"<s:B><gap><adv> <<pledged|sworn|swore|declared>> (?:its |their )?(?:allegiance|loyalty) to <mod><o:B>"),
    ("opposes", r"<s:G><gap> ?,? (?:which |that )?(?:has|have|had|is|are|was|were) (?:been )?<<fighting|battling|at war with>>(?:"
                r" against)? <mod><o:B>"),
    ("opposes", r"<s:G> (?:and|,) (?:its|their) (?:[\w-]+ )?<<rival>>s?,? (?:the )?<o:G>"),
    ("opposes", r"<s:G>(?: is| are|,) (?:an? |the )?(?:[\w-]+ )?<<rival|rivals|enemy|enemies>> of <mod><o:B>"),
    ("opposes", r"<s:G>(?:'s)? (?:[\w-]+ )?<<rival|archrival|enemy>>,? (?:the )?<o:G>"),
    ("negotiates_with", r"<<talks|negotiations|dialogue>> between <mod><s:B> and <mod><o:B>"),
    ("negotiates_with", r"<s:B><gap><adv> <<negotiat(?:ing|ed)>> with <mod><o:B>"),
    ("negotiates_with", r"<s:B><gap><adv> (?:in|holding|held|began|begun|opened|started) (?:[\w-]+ )?<<talks|negotiations>> with"
                        r" <mod><o:B>"),
    ("rejects", r"<s:R>(?:(?: [^,;\ue001-\ue003]{1,60})? and)?<adv> (?:does|do|did|doesn't|don't|didn't|refuses|refused|has refused)"
                r"(?: not| to)? <<recogni>>[sz]e <mod><o:B>"),
    ("rejects", r"<s:R><adv> <<rejects|repudiates|disowns|disavows|disowned|disavowed>> <mod><o:B>(?= ?[,.;:]|$| and\b| as\b| but\b)"),
    ("recognises", r"<s:R><adv> (?:formally |officially )?<<recogni>>[sz]e[sd] <mod><o:B>"),
    ("collaborates_with", r"<s:B><gap><adv> <<collaborat(?:es?|ed|ing)|cooperat(?:es?|ed|ing)|works? closely|in league>> with"
                          r" (?:<mod><o:B>|(?P<d>))"),
    ("collaborates_with", rf"<s:G><gap><adv> <<works?|worked|working>>(?: together)? with (?:<mod><o:B>|(?P<d>){_OUTLAWS})"),
    ("collaborates_with", rf"(?:,|and|for which) (?:it |they |<B> )?<<works?|worked>>(?: together)? with (?P<d>){_OUTLAWS}"),
    ("collaborates_with", r"(?:,|and|for which) (?:it |they |<B> )<<collaborat(?:es?|ed)|cooperat(?:es?|ed)>> with (?:<mod><o:B>"
                          r"|(?P<d>))"),
    ("supplied_by", r"<s:B><gap><adv> <<supplied|armed|equipped|armed and trained|trained and armed>>(?: with \w+)? by <mod><o:B>"),
    ("supplied_by", r"<o:B><adv> <<supplies|supplied|provided|provides>> (?:[\w-]+ )?(?:weapons|arms|rockets|missiles|ammunition) to"
                    r" <mod><s:B>"),
    ("supplied_by", r"(?:collaborates?|cooperates?|trades?|deals) with (?P<d>)(?:[\w'-]+ ){0,4}?[\w'-]+ ?, (?:[\w-]+ )?in <<exchange>>"
                    r" for (?P<r>weapons|arms|guns|ammunition)"),
    ("supplied_by", r"(?:works?|worked|working|deals?|trades?) with (?P<d>)(?:[\w\ue007'-]+ ){0,4}?[\w'-]+ ?, who (?:[\w-]+ ){0,2}?"
                    r"<<pays?|paid|suppl(?:y|ies|ied)|provides?|provided|arms?|equips?>> "
                    r"(?:it|them|<B>) (?:in|with) (?P<r>weapons|arms|guns"
                    r"|ammunition|rifles|explosives)\b"),
    # money
    ("financed_by", r"<<income|money|revenues?|funds|profits>> (?:that |which )?(?:it|they|<B>) (?:obtains?|gets?|earns?|derives?"
                    r"|makes?|receives?|raises?)"
                    r" from (?P<d>)"),
    ("financed_by", r"<s:B><gap> ?,?<adv> <<funded|financed|bankrolled>>(?: mainly| largely| mostly| primarily)? by (?:<mod><o:B>"
                    r"|(?P<d>))"),
    ("financed_by", r"<<funds|finances|financed|funded|sustains>> (?:itself|themselves|<B>|its (?:activit(?:y|ies)|operations|insurgency"
                    r"|war|fight))"
                    r"(?: mainly| largely| mostly| primarily)? (?:through|with|by|from) (?P<d>)"),
    ("financed_by", r"<s:G><adv> (?:earns?|derives?|makes?|gets?) (?:[\w-]+ ){0,4}?<<income|money|revenues?|funds|funding|profits>>"
                    r" from (?P<d>)"),
    ("financed_by", rf"(?:<s:G><adv>|and it|and they|and <G>) <<lives?|lived|survives?|subsists?>> (?:off|on|from) (?P<d>){_INCOME}"),
)  # fmt: skip

_OPERATES = r"<<operates?|operating|operated|active|based|headquartered>>(?: mainly| mostly| primarily| chiefly)?"
# Words for land and shares of it: "large parts of the northern province of".
_LAND = (
    r"(?:(?:the|an?|much|most|all|large|huge|wide|several|some|many|key|vast|northern|southern|eastern|western|central|strategic|rural"
    r"|towns?|city"
    r"|cities|villages?|districts?|provinces?|states?|regions?|areas?|territory|territories|parts?|swathes?|swaths|stretches"
    r"|neighbou?rhoods?|half"
    r"|whole|capital|port|border|of|in|and) )*"
)
PLACES: tuple[tuple[str, str], ...] = (
    ("active_in", rf"<s:G><gap>(?: ?,)?<adv> {_OPERATES} (?:in|across|throughout|along|out of|from|around) <of><o:L>"),
    ("active_in", r"(?:and|,) (?:now |also |mainly )?<<operates|is active|is based>> (?:in|across|throughout|along|out of|from|around)"
                  r" <of><o:L>"),
    ("active_in", r"<s:G><gap>(?: ?,)?<adv> (?:has|have|had|with|maintains?|retains?) an? (?:[\w-]+ ){0,3}<<presence>> (?:in|across"
                  r"|throughout|along) <of><o:L>"),
    ("active_in", r"with an? (?:[\w-]+ ){0,3}<<presence>> (?:in|across|throughout|along) <of><o:L>"),
    ("active_in", r"<s:G>(?:'s)? (?:[\w-]+ ){0,2}<<presence>> in <of><o:L>"),
    ("active_in", r"<o:L>-<<based>> (?:[\w-]+ ){0,4}?<s:G>"),
    ("controls", rf"<s:G><gap>(?: ?,)?<adv> <<controls?|controlled|rules|ruled|holds|controlling|in control of|in full control of>>"
                 rf" {_LAND}<o:L>"),
    ("controls", r"<s:G>-<<held|controlled|occupied>> (?:[\w-]+ ){0,3}?(?:of )?<o:L>"),
)  # fmt: skip
