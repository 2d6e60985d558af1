"""Readings of violent words that are no violence, by the words around them.

Each row has a piece of text that all its readings hold, so that a sentence is searched only for what it can hold.
What stands under `UNREAL` and `MISHAP` is said of a whole sentence: a drill, a film, a match; an accident, a storm.
"""

import re

from testigo.extract.incidents.trigger_table import compiled

_ROWS: tuple[tuple[str, str], ...] = (
    ("attack", r"(?:heart|panic|asthma|anxiety|personal|verbal|cyber|malware|ransomware|hacking|phishing|bee|shark|dog|bear"
     r"|animal|phishing|transphobic|ad hominem|acid reflux)[- ]?attacks?|attack(?:s|ed|ing)? (?:ads?|lines?|dogs?|helicopters?"
     r"|on (?:(?:his|her|their) (?:character|record|credibility)|(?:the )?(?:flames|fire|blaze|press|media|bill|policy)))"
     r"|(?:initial|interior|offensive|counter-?attacking) attack(?: line)?|(?:strongly|sharply|harshly|fiercely|verbally)"
     r" (?:attacked|attacking)|attack(?:ed|s|ing)? (?:(?:the )?(?:plan|proposal|bill|budget|policy|policies|idea|decision"
     r"|government[’']s (?:\w+ )?(?:plan|record|policy)))|attacked (?:by|for) (?:critics|fans|bees|a (?:dog|bear|shark)|dogs)"
     r"|(?:his|her|their|an?) attack on (?:the )?(?:plan|proposal|bill|budget|policy|government[’']s)"),
    ("shoot", r"(?:photo|film|video|fashion|the|this|that|a) shoots?(?= |[.,])(?! (?:him|her|the |a |and|at|dead|on|into|up))"
     r"|shooting (?:a |the |of (?:a|the) )?(?:film|movie|video|scenes?|hoops|range|stars?|guard|percentage|sports?"
     r"|competition|footage|pictures|photos|in 35)|shoot for|troubleshoot\w*"
     r"|(?:target|sharp|trap|skeet|free[- ]throw|outside|field goal) shooting|penalty shoot-?outs?|shoot-?out (?:win|loss|goal)"),
    ("shot", r"shot (?:a|the) (?:film|movie|video|glance|picture|photo)|shot (?:clock|glass|put|putter)"
     r"|shots? (?:on|at|toward|towards) (?:goal|target|net|glory|redemption|(?:earning|winning|making|becoming|getting)\b)"
     r"|(?:good|real|brief|fair|decent|another|second|great|best|long|parting|first|last|only|clear|cheap|big|opening|final"
     r"|three-point|jump|slap|penalty|free|approach|tee|drop|mug|screen|snap|flu|booster|allergy|insulin|camera|one|wide"
     r"|winning|overhead|drone|head|took a|take a|taking a|takes a|have a|had a|gets? a) ?shots?(?: at)?(?! (?:dead|and|in the))"
     r"|shots? of (?:vodka|tequila|whisk|espresso|adrenaline|insulin|the (?:day|film))|gun ?shots? detection"
     r"|call(?:s|ed)? the shots|(?:was|were|been|be|is) shot (?:in (?:\d+ days|black|color|colour|one take|hd|4k|location)|on"
     r" (?:location|film|video|\d+))|shot up (?:to|by|in price)|shot (?:\d+|an?|his|her) (?:under par|\d\d|round)"
     r"|prices? shot|hot shots?|shot through with|shot down (?:the |a )?(?:idea|proposal|claims?|rumou?rs|bid|request)"),
    ("kill", r"(?:killed|kill|kills|killing) (?:off |effectively )?(?:the |a |an |any |its |their |this |that )?(?:\w+ )?(?:bill"
     r"|measure|legislation|amendment|deal|proposal|project|plan|time|siesta|mood|jobs?|economy|agreement|program|programme|tax"
     r"|weeds?|germs|bacteria|cancer cells|tumou?rs?|trees|joy|vibe|career|rumou?rs?|story|idea|penalty|penalties|clock)"
     r"|kill (?:two|several) birds|dressed to kill|killing (?:time|spree game)|roadkill|painkill\w*|killed off|killing it"
     r"|killer (?:bees?|whales?|app|instinct|heels|looks)|make a killing|made a killing"),
    ("battl", r"(?:uphill|legal|court|custody|political|inheritance|title|ratings|bidding|budget|electoral|election|primary"
     r"|relegation|long|lifelong|turf|midfield|price|patent|copyright|copy-?right|ground) battles?"
     r"|battle(?:s|d)? (?:of (?:the (?:bands|sexes|bulge)|wits|ideas|words)"
     r"|with (?:the )?(?:courts?|cancer|winner|weight|his|her|their)|(?:with|against) (?:cancer|leuka?emia|addiction|illness"
     r"|(?:the )?disease|depression|obesity|corruption|poverty|inflation|the virus|covid\S*|alzheimer\S*|drugs)"
     r"|(?:over|for) (?:the )?(?:bill|nomination|title|custody|seat|presidency|hearts|votes|ratings|control of"
     r" (?:congress|the senate|the house)|a place|first|second|third|pole))|battl(?:es?|ed|ing) (?:(?:to (?:save|keep|control"
     r"|contain|extinguish|stay))|(?:two |an? |the )?(?:\w+ )?(?:fires?|blazes?|flames|wildfires?|cancer|leuka?emia|illness"
     r"|addiction|elements|wind|snow|traffic))|battle ?grounds?(?: states?)?"),
    ("fight", r"(?:busy )?fighting (?:chance|words|spirit|fit|for (?:(?:his|her|their) (?:life|lives|right|rights|job|place)|the"
     r" (?:title|right)|justice|survival|change|a place)|corruption|crime|poverty|cancer|leuka?emia|(?:\w+ ){0,2}fires?"
     r"|the (?:virus|disease|fire|blaze|flames)|illness|disease|obesity|inflation|terrorism|with (?:their|his|her) (?:family"
     r"|wife|husband|weight)|at the front of|over (?:money|who|the (?:will|estate|bill))|back tears|in the aisles|on behalf)"
     r"|fire ?fighting|bull ?fighting|cage fighting|(?:crime|cock|dog|fire)[- ]fighting"),
    ("combat", r"combat (?:boots|gear|veterans?|corruption|terrorism|crime|uniforms?|(?:the )?(?:effects?|spread|problem|virus"
     r"|disease)|cyber\w*|climate|obesity|poverty|drugs?|graffiti|fraud|hunger|readiness|training|experience|sports?|ready"
     r"|trafficking|racism|inflation|pollution)|to combat|helps? combat"),
    ("clash", r"clash(?:es)? (?:of|between) (?:civili[sz]ations|cultures|titans|styles|personalities|egos|the two (?:teams|sides))"
     r"|clash(?:es|ed)? (?:over|about) (?:the )?(?:budget|bill|plan|policy|tax\w*|brexit|proposal)|(?:semi-?final|cup|league"
     r"|derby|title|premier league|group) clash(?:es)?"),
    ("confrontation", r"confrontation with (?:reporters|critics|the (?:truth|past))"),
    ("explo", r"(?:population|cambrian|taste) explosion|explosion (?:of|in) (?:interest|growth|popularity|demand|colou?rs?|flavou?rs?"
     r"|the (?:number|use|popularity))|gas explosions?|exploded (?:in popularity|onto|on to|into (?:life|laughter)|with joy)"
     r"|like an explosion|(?:profits?|shares|prices|sales) (?:tumbled|exploded)|boiler explosion|explosion at (?:a|the) (?:chemical"
     r"|fireworks|gas|fertili[sz]er|power|steel) (?:plant|factory|depot)"),
    ("fired", r"(?:was|were|been|being|got|get|gets|be|are|is) fired(?! (?:at|on|upon|into|from (?:a|an|the) (?:\w+ )?(?:gun|rifle"
     r"|shotgun|car|vehicle|pistol|handgun|weapon)))|fired (?:from (?:his|her|their|the (?:job|company|team|force))|as|back at critics"
     r"|by (?:the )?(?:company|board|club|president)|up|off a (?:letter|tweet|statement)|critics|(?:the|its|his|her|their) (?:coach"
     r"|manager|director|chief|editor|staff|ceo|minister|aide)|\d+ (?:employees|workers|staff))|(?:coal|gas|wood|oil|rapid|all)[- ]fired"),
    ("hiring", r"hiring and firing"),
    ("bomb", r"bomb (?:squad|disposal|scare|shelter|detect\w+|sniffing|technicians?|hoax)|bombshells?|photobomb\w*|sex bomb"
     r"|box[- ]office bomb|(?:atomic|nuclear|hydrogen|neutron) bombs?(?: (?:program|programme|test))?|bombed (?:at the|with critics|out)"
     r"|bath bombs?|cherry bomb|bomb cyclone|time ?bomb for|(?:demographic|debt|pension|ticking) (?:time )?bombs?"
     r"|bombardment of (?:figures|questions|ads|adverts|messages|e-?mails)|bombarded (?:with|by) (?:questions|ads|calls|messages"
     r"|e-?mails|requests)"),
    ("blast", r"blast(?:s|ed)? (?:the|his|her|off|at|for|as|out|(?:[A-Z]\w+ ){1,3}(?:for|over|as|[’']s))"
     r"|(?:democrats?|republicans?|critics?|senators?|mayor|minister|president|governor|opposition|mps?|unions?|activists) blasts?"
     r"|(?:blast (?:furnace|from the past|of (?:cold|air|wind|heat|arctic)))|(?:one|two|three|solo|grand|arctic|winter|cold|full)"
     r"[- ](?:run |slam )?blasts?|having a blast|had a blast|was a blast|ghetto blast\w*"),
    ("set off", r"set off (?:on|for|to|from|towards?|with|down|alarm\w*|fireworks|a (?:debate|wave|chain|fire|storm|scramble|row)"
     r"|an? (?:alarm\w*|avalanche)|in (?:a|the|search|pursuit))|set off by"),
    ("went off", r"went off (?:the|to|without|with|script|well|as planned|course|road|duty|air)|alarms? went off"),
    ("blown up", r"blown up (?:out of|in (?:his|her|their) face|on social)|blew up (?:on|in (?:his|her|popularity)|the internet)"),
    ("blew up", r"blew up (?:on (?:social|twitter|instagram)|in (?:his|her) face|the internet|balloons?)"),
    ("dead", r"dead(?: (?:end|heat|sea|weight|or alive|calm|center|centre|last|tired|wood))|deadlines?|deadlock\w*"),
    ("death", r"(?:sudden|brain|cot|crib) death|death (?:penalty|row|sentences?|certificates?|bed|tax|notices?|and taxes|metal)"
     r"|natural death"),
    ("bod", r"body (?:of (?:work|water|evidence|law|knowledge|research|literature)|cam\w*|armou?r|language|politic|shop|weight|mass"
     r"|image|fat|temperature|parts? shop)|(?:governing|student|legislative|advisory|regulatory|world|international|un|judicial"
     r"|school|church|animal|public|local|professional|umbrella|sports?|official|heavenly) bod(?:y|ies)"),
    ("hurt", r"hurt (?:his|her|its|their|the) (?:chances|feelings|economy|business|party|cause|image|country|industry|bottom)"),
    ("toll", r"toll (?:road|booth|plaza|bridge|free|lane|collector|gate)s?|took (?:its|a) toll|taking (?:its|a) toll"),
    ("lives", r"(?:lives) (?:in|with|at|on|near|of|alone|here|there|up|down|just|by)|(?:our|their|his|her|daily|private|everyday"
     r"|many|people[’']s|own|new|better|normal) lives(?! (?:lost|were))|sav(?:e|es|ed|ing) lives"),
    ("raid", r"raid(?:s|ed)? (?:the |on the )?(?:fridge|larder|pension\w*|treasury|kitchen)|panty raid|corporate raid\w*"
     r"|(?:offices|premises|headquarters|homes?|house|apartment|police|drugs?|dawn|dea|fbi|tax|immigration)(?: \w+){0,4} raid(?:s|ed)?"
     r"|raid(?:s|ed|ing)? (?:on|of|by)? ?(?:the |his |her |their |its )?(?:\w+ )?(?:offices?|homes?|premises|headquarters|banks?)"),
    ("assault", r"assault (?:rifles?|weapons?|ships?|vehicles?|charges?|course|on (?:the senses|free|freedom|democracy|our))"),
    ("murder", r"murder (?:mystery|ballads?|hornets?|of crows)|got away with murder"),
    ("assassination", r"character assassination"),
    ("execut", r"(?:the )?execution of (?:the |an? |his |her |their |its )?(?:\w+ )?(?:plans?|will|contract|budget|warrants?|strategy"
     r"|agendas?|works?|projects?|programmes?|policy|duties|search warrants?)|execut(?:ed|ing|es?) (?:by (?:pakistan )?army engineers"
     r"|(?:the |a |an |every |his |her |its |their |two |several )?(?:\w+ )?(?:search|plan|will|contract|warrants?|strategy|arrest|order"
     r"|part|move|turn|play|dive|project|programme|trade|policy|duties|game ?plan)\w*)"
     r"|projects? (?:\w+ ){0,3}executed|stay of execution|carefully execut\w+|(?:well|perfectly|poorly|flawlessly)[- ]executed"),
    ("injur", r"(?:minor |serious )?(?:hamstring|knee|ankle|shoulder|groin|elbow|back|hip|sports?|calf|thigh|wrist|achilles|foot)"
     r" injur(?:y|ies)|injury (?:time|list|lawyers?|claims?|crisis|layoff)|injured (?:list|reserve|party)"),
    ("war", r"war on (?:drugs|poverty|christmas)|(?:trade|bidding|price) wars?"),
    ("violence", r"(?:gun|domestic|youth|family)? ?violence (?:archive|awareness|prevention|shelter|hotline|act|bill)"),
    ("strike", r"hunger strikes?|strikes? (?:action|by (?:workers|teachers|pilots))"),
    ("incident", r"without incident|incident (?:report|free)|incident-free"),
    ("responsib", r"(?:fiscal|social|personal|corporate|parental|environmental|moral|over|sense of|ministerial) responsibility"
     r"|responsibility (?:and|for (?:\w+ing|the (?:budget|project|delay)))"),
    ("burn", r"burned (?:calories|out|by the sun|coal|fuel|gas|wood|oil|rubber|through|more|less|off|closer|bridges|(?:\d[\d,]*|about"
     r"|some|nearly|more than) (?:\d[\d,]* )?(?:acres|hectares|square))|burned-out|sun ?burned|we burned"),
    ("beaten", r"(?:off the )?beaten (?:path|track|egg|eggs|run)|(?:was|were|been|be|are|is) (?:narrowly |comfortably |easily )?beaten"
     r" (?:\d|in (?:the )?(?:final|semi|first|second|straight|extra|game|match)|by [A-Z]\w+(?: [A-Z]\w+)? (?:in|at) (?:the )?(?:final|semi"
     r"|open|cup|league))|unbeaten|beaten (?:odds|expectations|finalists?)"),
    ("hack", r"hacked (?:(?:\w+ ){0,3}(?:e-?mails?|accounts?|phones?|computers?|websites?|servers?|databases?|systems?|networks?)|into|by)"
     r"|(?:been|was|were|being|got) hacked(?! (?:to|with))|hacked e-?mails"),
    ("robb", r"robb(?:ing|ed) (?:peter|(?:him|her|them|us|people|the (?:team|club|side)) of (?:the |a |their |his |her )?(?:chance|win"
     r"|victory|dignity|sleep|childhood|opportunity|goal))|daylight robbery"),
    ("crackdown", r"crackdown on (?:\w+ ){0,3}(?:graffiti|fraud|speeding|litter\w*|corruption|tax\w*|drugs?|drunk|drink|immigration"
     r"|illegal|crime|smoking|parking|counterfeit\w*|pollution|piracy|hate speech|fake)"),
    ("storm", r"stormed (?:off|out|back|into (?:the )?(?:lead|final|semi)|to (?:victory|a))|taken by storm"),
    ("slaughter", r"slaughter (?:houses?|of (?:cattle|animals|pigs|sheep|chickens|cows|livestock|birds))|slaughtered (?:\d+ )?(?:cattle"
     r"|animals|pigs|sheep|chickens|cows|birds|goats?)"),
    ("massacre", r"chainsaw massacre|massacre of (?:small|jobs|the (?:language|trees|innocents in the market))"),
    ("fire", r"opened fire on (?:the |his |her |their )?(?:\w+ )?(?:budget|bill|plan|proposal|policy|policies|record|report|critics|deal"
     r"|law|reform|idea)|set fire to the stage|ceasefire|cease-fire|under fire (?:for|over|from (?:critics|fans|mps))|set (?:social media"
     r"|twitter|the (?:internet|stage|crowd)) on fire"),
    ("rape", r"rape ?seed\w*|grape\w*|drapes?"),
    ("pounded", r"pounded (?:the (?:pavement|table|streets)|by (?:waves|rain|snow|the storm)|out|on)"),
    ("hostage", r"held hostage by (?:the )?(?:weather|politics|party|markets)|hostage to (?:fortune|politics|the past)"),
    ("carnage", r"(?:road|market|retail|defensive) carnage"),
    ("threat", r"threat(?:s|ened)? to (?:strike|sue|quit|resign|veto)"),
)  # fmt: skip
INNOCENT: tuple[tuple[str, re.Pattern[str]], ...] = tuple((key, compiled(pattern)) for key, pattern in _ROWS)

# A sentence about a drill, a work of fiction or a game tells of nothing that happened.
UNREAL = re.compile(
    r"\b(?:drills?|(?:military|training|army|naval|joint) exercises?|war ?games?|simulat(?:ed|ion)|mock \w+|"
    r"rehears(?:al|ed)|re-?enact\w*|video ?games?|box[- ]office|blockbusters?|thriller|horror (?:film|movie)|sequel|novel|"
    r"screenplay|director'?s cut|starring|stars? in|season (?:premiere|finale)|episode|touchdowns?|quarterback|"
    r"innings?|goalkeeper|midfielder|playoffs?|championship game|rebounds|home runs?|hat-trick|wickets?|penalty shootout|"
    r"striker|scored (?:twice|a|an|the|his|her|from)|from \d+ yards|half-?time|"
    r"blank (?:rounds|ammunition|cartridges)|film (?:festival|review)|the (?:film|movie|play|novel)(?:[’']s)? (?:tells|follows|opens|ends|"
    r"shows|begins|climax|plot|hero\w*|director|villain))\b",
    re.IGNORECASE,
)
# The violence of accident, illness and weather is not ours; a gun that goes off by accident is (scope accident).
MISHAP = re.compile(
    r"\b(?:earthquakes?|quake|floods?|flooding|hurricanes?|tornado(?:es)?|typhoons?|cyclones?|storms?|tsunami|landslides?|"
    r"avalanches?|mudslides?|wildfires?|(?:car|plane|train|bus|helicopter|traffic|road|highway|vehicle|truck|motorcycle) "
    r"(?:crash(?:es)?|accidents?|wreck)|crash(?:ed|es|ing)?|collision|collided|drown(?:ed|ing)|derail(?:ed|ment)|epidemic|"
    r"outbreak|ebola|cholera|malaria|covid\S*|coronavirus|virus|cancer|overdose|heart attack|stroke|pneumonia|"
    r"gas (?:leak|explosion)|mine collapse|(?:house|apartment|basement|kitchen|barn|mobile home|electrical|factory|warehouse|"
    r"hotel|kiln|forest|brush|grass) fires?|(?:killed|died|dead|injured|perished|displaced|burned) (?:\w+ ){0,2}(?:in|by) (?:a|the) "
    r"(?:\w+ )?(?:fire|blaze)|(?:fire|blaze) (?:that )?(?:kill\w*|destroy\w*|tore|swept|broke out|ravaged|gutted)|"
    r"by a (?:\w+ )?fire\b|starvation|famine|disease|heat ?wave|stampede|hillside|leuka?emia|"
    r"lightning|capsized|ferry|bees?|sharks?|red cross is assisting)\b",
    re.IGNORECASE,
)
ARMED = re.compile(
    r"\b(?:gun\w*|shot|shoot\w*|bullets?|bomb\w*|militants?|rebels?|stabb\w*|knife|rocket|"
    r"(?<!heart )(?<!panic )attacks?|attacked|attackers?|"
    r"arson\w*|murder\w*|"
    r"machete|grenade|guerrillas?|soldiers?|troops|militia\w*|shell(?:ed|ing|s)|air ?strikes?|ambush\w*|terrorists?|set (?:on )?fire|"
    r"(?:armed|death) (?:group|squad|men)|kidnap\w*|abduct\w*|molotov|petrol)\b",
    re.IGNORECASE,
)
# A word that may, could or must not happen has not happened.
HYPOTHETICAL = re.compile(
    r"\b(?:could|might|can|cannot|should|must|shall|would be|may be|will be|if|unless|lest|fears? (?:of|that)|risks? of|"
    r"threats? of|danger of|possibility of|in the event of|future|hypothetical|imminent|preventing|prevent|prevented|"
    r"avoid(?:ed|ing)?|(?:penalty|penalties|punishments?|law) (?:for|on|against)|warn(?:s|ed|ing)? (?:of|about|against)|vulnerable to|"
    r"(?:protect\w*|safe) (?:\w+ ){0,2}(?:from|against)|"
    r"no|without|stop|stopping|end|ending|halt|halting)(?: (?:be|more|an?|any|ever|such|the|further|armed|deadly))* $"
)
# What bears out a loose word, beside it: arms, the armed, the hurt, those who come after.
BEARS_OUT = re.compile(
    r"\b(?:gunm[ae]n|guns?|handguns?|shotguns?|rifles?|bullets?|weapons?|armed|militants?|rebels?|insurgents?|guerrillas?|"
    r"soldiers?|troops|army|military|militia\w*|paramilitar\w+|police\w*|officers?|deput(?:y|ies)|sheriff|suspects?|victims?|"
    r"wound\w*|injured|hospital\w*|knife|machetes?|grenades?|explosives?|dynamite|terroris\w+|extremists?|jihad\w*|civilians?|"
    r"villagers?|protest[eo]rs?|demonstrators?|hostages?|attackers?|assailants?|shooter|bombers?|casualties|forces|fighters|"
    r"warplanes?|helicopters?|rockets?|shells|mortars?|peacekeepers?|gangs?|cartels?|regime|patrol|convoy|embassy|homicide|"
    r"detectives?|troopers?|bodies|corpses?|dead|died|deaths?|killed|burglar\w*|robbers?|isil|isis|taliban|separatists?|tribes\w*|"
    r"herders|front line|frontline|city of|residents|missing|unknown men|unidentified men|blamed on|toll|fled|displaced)\b",
    re.IGNORECASE,
)
