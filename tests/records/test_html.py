"""Records as HTML: everything escaped, every piece of evidence marked, no word of the text lost."""

import re
from html import unescape

from testigo.records import (
    CaseIncident,
    Claim,
    Document,
    Incident,
    ReaderBlock,
    Report,
    ResolvedDate,
    ResolvedFigure,
    Span,
    Speaker,
)
from testigo.records.values import DoerValue, RangeValue

TEXT = "<script>alert(1)</script> & \"16\" dead\n\nGunmen killed 16 people, 'sources' said."
READER = ReaderBlock(name="t", version="0", model="none", gazetteer="0", register="0")


def _report() -> Report:
    start = TEXT.index("Gunmen")
    claims = (
        Claim(
            id="c1", subject="i1", predicate="killed", value=RangeValue(low=16, high=16),
            evidence=(Span.of(TEXT, start + 7, start + 23),),
            attributed_to=((Speaker(actor=None, name='"><img src=x>'),),),
        ),
        Claim(
            id="c2", subject="i1", predicate="perpetrator", value=DoerValue(description="<b>Gunmen</b>"),
            stance="suspected", evidence=(Span.of(TEXT, start, start + 13),),
        ),
    )  # fmt: skip
    incident = Incident(id="i1", kind="killing", scope="political", main=True)
    document = Document(id="sha256:" + "0" * 64, name="<i>", text=TEXT, outlet="A & B")
    return Report(reader=READER, document=document, incidents=(incident,), claims=claims)


def test_nothing_from_outside_becomes_markup():
    html = _report()._repr_html_()
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"div", "small", "p", "br", "mark", "h3", "h4", "table", "tr", "th", "td", "i"}


def test_the_text_is_all_there_and_its_evidence_marked():
    """Two claims that share words give three marks; their joined text is the evidence's."""
    html = _report()._repr_html_()
    body = html.split("<h4>")[0]
    marked = [unescape(m) for m in re.findall(r"<mark[^>]*>(.*?)</mark>", body)]
    assert marked == ["Gunmen ", "killed", " 16 people"]
    shown = unescape(re.sub(r"<[^>]+>", "", re.sub(r"<small>.*?</small>", "", body)))
    assert shown == TEXT.replace("\n\n", "")


def test_a_mark_says_what_who_and_how_firmly():
    tips = [unescape(t) for t in re.findall(r'title="([^"]*)"', _report()._repr_html_())]
    assert tips[0] == "c2 (i1) perpetrator: <b>Gunmen</b> · suspected"
    assert tips[1].splitlines() == [
        'c1 (i1) killed: 16 · stated · said by "><img src=x>',
        "c2 (i1) perpetrator: <b>Gunmen</b> · suspected",
    ]


def test_a_case_incident_is_a_table():
    none = ResolvedFigure(low=None, high=None, best=None)
    incident = CaseIncident(
        id="1:i1", kind="killing", scope="political", stage="accomplished",
        date=ResolvedDate(start="2021-05-23", end="2021-05-23", precision="day"), place=None,
        killed=ResolvedFigure(low=14, high=16, best=16, open_high=True), injured=none, victims=(), perpetrators=(),
        weapons=("<x>",), members=(), disputed=(), sources=2, independent_sources=2, reviewed=False,
    )  # fmt: skip
    html = incident._repr_html_()
    assert "14–16+ (16)" in html and "Sunday 23 May 2021" in html and "&lt;x&gt;" in html and "<x>" not in html
