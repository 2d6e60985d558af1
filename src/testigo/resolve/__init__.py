"""What stands: reports, which of their incidents are one, and people's decisions come in; case incidents go out.

Pure: the same input gives the same output, in whatever order the reports and their claims come. Nothing is averaged: a
figure keeps its lowest and highest end, a denial stands beside what it denies, and every value names the claims and
decisions that it comes from and why the others were left out (`explain`). The rules are the record's, section 4.
"""

from testigo.resolve.case import explain, resolve
from testigo.resolve.judged import Judged, Verdict, active_decisions, judge
from testigo.resolve.rules import RULES, Rule
from testigo.resolve.trace import ClaimUse, Resolution

__all__ = [
    "RULES",
    "ClaimUse",
    "Judged",
    "Resolution",
    "Rule",
    "Verdict",
    "active_decisions",
    "explain",
    "judge",
    "resolve",
]
