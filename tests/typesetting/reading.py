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

from tests.typesetting.tree import elements, marks_of

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
        return [text for page in document.pages for _, text in _drawn_on(page)]


def spoken(pdf: bytes) -> list[tuple[str, str, str]]:
    """Return tag, language and words of every element with words of its own, as read aloud."""
    with pikepdf.open(BytesIO(pdf)) as document:
        drawn_of: dict[Any, dict[int, str]] = {}
        for page in document.pages:
            texts = drawn_of.setdefault(page.objgen, {})
            for mark, text in _drawn_on(page):
                texts[mark] = texts.get(mark, "") + text
        found = elements(document.Root.StructTreeRoot, str(document.Root.Lang))
        words = [(str(each.S)[1:], tag, _words_of(each, drawn_of)) for each, tag in found]
    return [each for each in words if each[2].strip()]


def _words_of(element: Any, drawn_of: dict[Any, dict[int, str]]) -> str:
    for instead in ("/Alt", "/ActualText"):
        if instead in element:
            return str(element[instead])
    return "".join(drawn_of[page].get(mark, "") for page, mark in marks_of(element))


def _drawn_on(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Yield the mark (-1 outside all of them) and the text of what is drawn."""
    tables = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    table: dict[str, str] = {}
    spans: list[bool] = []
    marks: list[int] = [-1]
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            table = tables[str(operands[0])]
        elif name in ("BDC", "BMC"):
            told = operands[1] if len(operands) > 1 else {}
            marks.append(int(told.get("/MCID", marks[-1])))
            spans.append("/ActualText" in told)
            if spans[-1]:
                yield marks[-1], str(told.ActualText)
        elif name == "EMC":
            spans.pop()
            marks.pop()
        elif name in ("TJ", "Tj") and not any(spans):
            shown = operands[0] if name == "TJ" else operands
            yield from ((marks[-1], text) for text in _texts(shown, table))


def _texts(shown: Any, table: dict[str, str]) -> Iterator[str]:
    for part in shown:
        if isinstance(part, pikepdf.String):
            codes = bytes(part).hex().upper()
            yield from (table.get(codes[at : at + 4], "") for at in range(0, len(codes), 4))


def _to_unicode(font: Any) -> dict[str, str]:
    rows = re.findall(r"^<(....)> <([0-9A-F]+)>$", font.ToUnicode.read_bytes().decode(), re.M)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
