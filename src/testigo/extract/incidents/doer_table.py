"""What sentences say of somebody's part in an act: claimed, denied, blamed, suspected, judged; a table of patterns."""

import re

from testigo.records.codes import Stance

# What people are accused of, behind "charged with", "arrested in", "wanted for".
_CRIME = (
    r"\b(?:murder|homicide|manslaughter|killing|shooting|attack|assault|bombing|death|arson|kidnapping|abduction|stabbing|"
    r"massacre|ambush|terrorism|rape|slaying|assassination|blast|explosion|raid)"
)
# Initials, age, home or trade between a name and what is said of it.
_BESIDE = (
    r"(?:\s*\([A-Z-]{2,8}\))?(?:,? \(?(?:aged )?\d{1,3}\)?)?(?:,? of [A-Z][\w. ]{2,30}?)?(?:, (?:an?|the) [\w -]{3,40}?)?"
    r"(?:, (?:alias|also known as) [\w “”\"-]{2,30}?)?,?\s*(?:who )?"
)
# What the words say of the actor that stands where {} is. Each: stance, text before it, text after it.
_SAYINGS: tuple[tuple[Stance, str | None, str | None], ...] = (
    ("claimed", None, r"(?:has |have |had |later |also |immediately )*(?:claimed|claims|took|taken|admitted|assumed|"
     r"accepted) (?:the )?(?:responsibility|credit|carrying out)"),
    ("claimed", None, r"(?:has |have |had |also |later )*(?:said (?:it|they|he) (?:was|were|had) (?:behind|responsible|"
     r"carried out)|claimed (?:the|it|an?|yesterday|to have (?:carried|killed)))"),
    ("claimed", r"(?:responsibility|credit)(?: for [\w ,’'-]{3,60})? (?:was|has been|were) claimed by (?:the )?$", None),
    ("claimed", r"claimed by (?:the )?$", None),
    ("denied", None, r"(?:has |have |had |also |later |immediately )*(?:denied|denies|rejected|disavowed) (?:any |its |"
     r"their |all )?(?:responsib|involve|part|role|carry|being|accus|having|the (?:attack|charge|accus|claim|allegation))"),
    ("denied", r"\bnot (?:the )?$", r",?[\w ,]{0,12}(?:carried out|was behind|was responsible)"),
    ("suspected", r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|suspect(?:s|ed)?|implicat(?:ed|es|ing))(?: it| the (?:attack|"
     r"bombing|killings?|massacre|shooting|explosion|blast|raid|ambush)s?)?(?: on)?(?: the| members of(?: the)?| suspected|"
     r" an?)? ?$", None),
    ("suspected", r"\b(?:blamed|pinned|laid) (?:[\w ]{0,20})?on (?:the )?$", None),
    ("suspected", None, r"(?:is|are|was|were|has been|have been) (?:also |widely |being )?(?:suspected|blamed|accused|"
     r"believed (?:to (?:be|have)|responsible))"),
    ("suspected", r"\b(?:attributed to|hallmarks? of|work of|bore the (?:marks|signature) of) (?:the )?$", None),
    ("suspected", None, r"(?:has been|have been|was|were|is|are) (?:later |also |then )?(?:arrested|charged|indicted|booked|"
     r"held|detained|jailed|wanted|sought|in custody|on trial)\b(?:[\w ,’'-]{0,60})" + _CRIME),
    ("suspected", None, r"(?:will be|is to be|is being|was being|are to be|were being|will stand|is standing|stood|faces|face|"
     r"faced|is facing) (?:tried|trial|prosecuted|charges?|accused|a charge|an? \w+ charge)\b(?:[\w ,’'-]{0,60})" + _CRIME),
    ("suspected", None, r"(?:is|was|has been|were|are) (?:named|identified|described) (?:\w+ ){0,2}as (?:the|an?) (?:alleged |main |"
     r"prime )?(?:suspect|shooter|gunman|attacker|bomber|killer|assailant)s?\b"),
    ("suspected", r"\b(?:search(?:ing|ed)?|look(?:ing|ed)?|hunt(?:ing|ed)?) for (?:\w+ ){0,2}$", r"(?:is |was |are |were )?(?:suspected|"
     r"wanted|accused|in connection|over the|after the)"),
    ("claimed", None, r"(?:has |have |had |later |also )*(?:confessed|admitted|admits|pleaded guilty|pled guilty)(?: to)?"
     r"(?:[\w ,’'-]{0,40}?)" + _CRIME),
    ("claimed", None, r"(?:has |have |had |later |also )*(?:confessed|admitted|pleaded guilty) to (?:\w+ ){0,3}(?:killing|shooting|"
     r"stabbing|planting|bombing)"),
    ("suspected", r"\b(?:suspects?|shooter|gunman|suspected (?:shooter|gunman|killer))(?:,| was| is| has been|"
     r" identified as| named as|:)*(?: identified as)? ?$", None),
    ("suspected", r"\b(?:charged|arrested|indicted|booked) $", r"[\w ,]{0,40}\b(?:with|on|in|for)\b[\w ,’'-]{0,50}" + _CRIME),
    ("stated", None, r"(?:was|were|has been|is) (?:convicted|found guilty|sentenced)\b[\w ,’'-]{0,60}\b(?:murder|"
     r"homicide|manslaughter|killing|shooting|attack|bombing|ambush|death)"),
    ("stated", None, r"(?:was behind|were behind|is behind|was responsible for|were responsible for) (?:the|an?|this|that)\b"),
    ("stated", None, r"(?:carried out|staged|perpetrated|launched|mounted) (?:the|an?|this|that|another) (?:[\w-]+ ){0,3}?"
     r"(?:attack|assault|bombing|massacre|ambush|raid|killing|shooting|kidnapping|strike|blast|operation)"),
    ("possible", r"\b(?:may|might|could) have been (?:carried out )?by (?:the )?$", None),
)  # fmt: skip
SAYINGS = tuple(
    (
        stance,
        re.compile(before, re.IGNORECASE) if before else None,
        re.compile(_BESIDE + after, re.IGNORECASE) if after else None,
    )
    for stance, before, after in _SAYINGS
)
# What may stand between a doer and the verb of the act.
GAP_BEFORE_VERB = re.compile(
    r"(?:,? (?:who|which|that))?(?:\s+(?:have|has|had|also|then|later|reportedly|allegedly|apparently|on|late|early|"
    r"mon|tues|wednes|thurs|fri|satur|sun|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+ly|armed with "
    r"[\w -]{3,30}|with [\w -]{3,25}|in (?:a )?(?!\w+ (?:say|said|says)\b)[\w -]{3,25},?|wearing [\w -]{3,30}))*\s*$",
    re.IGNORECASE,
)  # fmt: skip
