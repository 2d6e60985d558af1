"""Small files in every format, made here so that tests own every byte."""

import io
import zipfile

import docx

MARKET = (
    "RIO ALTO, Peru, March 11 (Puna Wire) — Gunmen stormed the river market on Tuesday, killing at least 9 people and "
    "wounding about 20, the provincial police said in a statement read out on the radio."
)
BOATS = (
    "“They came in four boats, about 30 of them, with rifles and grenades, and they burned the grain store to the "
    "ground,” said the police chief of the province, who had come down the river by night."
)
DENIED = "In a voice message sent to a station in the capital, the front denied that it had any part in the attack."
ARTICLE = f"Gunmen kill nine at river market\n\n{MARKET}\n\n{BOATS}\n\n{DENIED}\n"


def page_html(body: str = "", head: str = "") -> bytes:
    """Make a web page with navigation, script and footer around an article."""
    article = body or f"<h1>Gunmen kill nine at river market</h1><p>{MARKET}</p><p>{BOATS}</p><p>{DENIED}</p>"
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>Gunmen kill nine at river market</title>"
        f"{head}</head><body><nav><a href='/'>Front page</a></nav><article>{article}</article>"
        "<script>document.write('scripted words')</script><footer>All rights reserved</footer></body></html>"
    ).encode()


def docx_bytes(*paragraphs: tuple[str, str]) -> bytes:
    """Make a Word document of (style, words)."""
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zip_bytes(**parts: bytes) -> bytes:
    """Make a packed archive of named parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf_bytes(*pages: list[tuple[float, str]], encrypt: bool = False) -> bytes:
    """Make a PDF of pages, each a list of (height in points from the bottom, words of one line)."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        shown = "\n".join(f"BT /F1 11 Tf 1 0 0 1 72 {y} Tm ({_escaped(words)}) Tj ET" for y, words in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    if encrypt:
        lock = "00" * 32
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{lock}> /U <{lock}> /P -44 >>")
    return _pdf_file(objects, encrypt)


def _pdf_file(objects: list[str], encrypt: bool) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    lock = f"/Encrypt {len(objects)} 0 R /ID [<00> <00>]" if encrypt else ""
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {lock} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
