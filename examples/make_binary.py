"""Write the PDF and DOCX examples anew from the texts below.

For authors only: it needs `pip install fpdf2` beside python-docx, and its output is committed.
Dates inside the files are fixed, so that a second run writes the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from fpdf import FPDF

HERE = Path(__file__).parent / "invented"
NOTE = "(Invented for the examples of Testigo.)"

TEACHERS = [
    "Gunmen abduct nine teachers from school in Malawi",
    "MBALAZUWA, Malawi, May 12, 2025 (Mbalazuwa Kettle) - Unidentified gunmen abducted nine teachers from a boarding "
    "school outside Mbalazuwa, in Chisomphale district, late on Saturday, police said on Monday.",
    "Penjani Thokozwira, a 54-year-old night guard, was shot in the leg when he tried to bar the gate. "
    "No one was killed, the police said.",
    "The men arrived in two fishing boats and left over the lake before dawn. Six of the teachers are women.",
    "No group has claimed responsibility for the kidnapping. Parents took their children home on Sunday, "
    "and the school will stay shut for two weeks.",
    NOTE,
]
STRIKE = [
    "Air force says strike killed 14 fighters; elders say herders died",
    "TSARAVOLAMENA, Madagascar, June 18, 2025 (Baobab Ledger) - Madagascar's air force said on Wednesday that it had "
    "bombed a camp of the Red Tamarind Movement (RTM) near Tsaravolamena the day before and killed 14 fighters.",
    "Village elders gave a different account. At least nine civilians, all of them herders, were killed in the air "
    "strike, they said, when a bomb hit the well where the animals were being watered.",
    "The air force denied that any civilian had been killed.",
    "The Red Tamarind Movement is led by Velomiranga Hasinavo, known as Commander Vinegar, and is active in the "
    "Menafasika region. It broke away from a cattle-guards' union in 2019, and it lives on a tax on zebu, "
    "the local cattle.",
    "Diplomats put its strength at 120 to 150 armed men.",
    "The movement said in a message to this newspaper that its camp had been empty.",
    NOTE,
]
FREED = [
    "All nine abducted teachers freed in Malawi",
    "MBALAZUWA, Malawi, May 21, 2025 (Mbalazuwa Kettle) - Nine teachers who were kidnapped from a boarding school near "
    "Mbalazuwa on May 10 were freed unharmed on Tuesday, the education ministry said.",
    "The Lake Wind Army (LWA) admitted that it had taken the teachers. It said in a letter that it had let them go "
    "because they would not stop correcting its spelling.",
    "A relative of one of the teachers told this newspaper that a ransom had been paid. The government denied it.",
    "Two men suspected of lending their boats to the kidnappers were arrested on Monday.",
    NOTE,
]
COURT = [
    "Ghana court jails man for 24 years over deadly market fire of 2019",
    "SANKROBIRI, Ghana, October 10, 2025 (Tin Drum Dispatch) - A court in Sankrobiri on Friday sentenced Kwaku "
    "Ampronsah to 24 years in prison for setting fire to the town's yam market on July 14, 2019, in which six traders "
    "were killed.",
    "Judge Adwoa Berimpong found that Ampronsah, 38, had acted on the orders of Night Harmattan, an armed group that "
    "taxes farmers. He had pleaded not guilty.",
    "Night Harmattan has always denied that it ordered the fire.",
    "His lawyers said that they would appeal.",
    NOTE,
]


class Page(FPDF):
    """A page with a running foot, as newspapers' PDF editions have."""

    def footer(self) -> None:
        """Print the page number, furniture that a reader must not take for text."""
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")


def write_pdf(name: str, outlet: str, when: datetime, paragraphs: list[str], break_after: int = 0) -> None:
    """Write one PDF; a page break falls after the paragraph with that number (0: none)."""
    pdf = Page()
    pdf.set_creation_date(when)
    pdf.set_title(paragraphs[0])
    pdf.set_author(outlet)
    pdf.add_page()
    pdf.set_font("Helvetica", style="B", size=16)
    pdf.multi_cell(0, 8, paragraphs[0], new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    for number, paragraph in enumerate(paragraphs[1:], start=1):
        pdf.ln(4)
        pdf.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
        if number == break_after:
            pdf.add_page()
    pdf.output(str(HERE / name))


def write_docx(name: str, outlet: str, when: datetime, paragraphs: list[str]) -> None:
    """Write one DOCX with title, author and date in its properties."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = paragraphs[0], outlet
    properties.created = properties.modified = when.replace(tzinfo=None)
    document.add_heading(paragraphs[0], level=0)
    for paragraph in paragraphs[1:]:
        document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (2025, 1, 1, 0, 0, 0)), old.read(item), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    write_pdf("teachers-1.pdf", "Mbalazuwa Kettle", datetime(2025, 5, 12, 8, tzinfo=UTC), TEACHERS)
    write_pdf("air-strike.pdf", "Baobab Ledger", datetime(2025, 6, 18, 17, tzinfo=UTC), STRIKE, break_after=3)
    write_docx("teachers-2.docx", "Mbalazuwa Kettle", datetime(2025, 5, 21, 12, tzinfo=UTC), FREED)
    write_docx("court.docx", "Tin Drum Dispatch", datetime(2025, 10, 10, 15, tzinfo=UTC), COURT)
