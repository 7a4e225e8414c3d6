"""Where the numbered rows are on the pages of a plan: found in the text of the PDF itself."""

import re
from dataclasses import dataclass

from pypdfium2 import PdfPage

from kotoutus_desktop.ui.printing.pages import opened

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")


@dataclass(frozen=True)
class RowPlace:
    """A row on page `page` (from 0); `top` and `bottom` are shares of the page's height."""

    number: str
    page: int
    top: float
    bottom: float


def row_places(content: bytes) -> list[RowPlace]:
    """Return the places of the rows whose number stands alone on a line of its column.

    A row ends where the next one begins, the last one of a page with its own text.
    """
    with opened(content) as document:
        return [place for page in range(len(document)) for place in _on_page(document[page], page)]


def _on_page(page: PdfPage, number: int) -> list[RowPlace]:
    height = page.get_height()
    text = page.get_textpage()
    tops: list[tuple[float, str]] = []
    for index in range(text.count_rects()):
        box = text.get_rect(index)
        words = text.get_text_bounded(*box).strip()
        if _NUMBER.fullmatch(words):
            tops.append((1 - box[3] / height, words))
    tops.sort()
    ends = [top for top, _words in tops[1:]]
    ends.append(min(tops[-1][0] + 0.06, 1.0) if tops else 1.0)
    return [
        RowPlace(words, number, top - 0.006, bottom - 0.006)
        for (top, words), bottom in zip(tops, ends, strict=True)
    ]
