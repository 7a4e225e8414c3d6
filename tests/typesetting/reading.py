"""Readers of finished papers, each in its own way: the operators, PDFium, and poppler."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

HAS_POPPLER = shutil.which("pdftotext") is not None
# what steers the layout and has no ink, besides the formatting characters of category Cf
_INKLESS = re.compile(
    "[\\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# what readers of PDF put in the place of the hyphen of a divided word
_DIVISION = re.compile("[\u0002\ufffe]")


def inked(text: str) -> str:
    """Return the characters of a text that leave ink on paper."""
    seen = _DIVISION.sub("", _INKLESS.sub("", text))
    return "".join(each for each in seen if unicodedata.category(each) != "Cf")


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def by_poppler(pdf: bytes, folder: Path) -> str:
    path = folder / "plan.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def drawn(pdf: bytes) -> list[str]:
    """Return what each glyph or span on the pages stands for, in the order of drawing."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [text for page in document.pages for text in _drawn_on(page)]


def _drawn_on(page: pikepdf.Page) -> Iterator[str]:
    tables = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    table: dict[str, str] = {}
    spans: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            table = tables[str(operands[0])]
        elif name in ("BDC", "BMC"):
            spans.append(len(operands) > 1 and "/ActualText" in operands[1])
            if spans[-1]:
                yield str(operands[1].ActualText)
        elif name == "EMC":
            spans.pop()
        elif name in ("TJ", "Tj") and not any(spans):
            shown = operands[0] if name == "TJ" else operands
            yield from _texts(shown, table)


def _texts(shown: Any, table: dict[str, str]) -> Iterator[str]:
    for part in shown:
        if isinstance(part, pikepdf.String):
            codes = bytes(part).hex().upper()
            yield from (table.get(codes[at : at + 4], "") for at in range(0, len(codes), 4))


def _to_unicode(font: Any) -> dict[str, str]:
    rows = re.findall(r"^<(....)> <([0-9A-F]+)>$", font.ToUnicode.read_bytes().decode(), re.M)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
