"""Where the numbered rows are on the pages of a plan: found in the text of the PDF itself."""

import re
from dataclasses import dataclass

from pypdfium2 import PdfPage

from kotoutus_desktop.ui.printing.pages import opened

_NEAR, _FIRST = 0.035, 0.12  # shares of the page's width
_ABOVE, _LAST = 0.007, 0.05  # shares of its height: over a row, and of the last row
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")


@dataclass(frozen=True)
class RowPlace:
    """A row on page `page` (from 0); `top` and `bottom` are shares of the page's height."""

    number: str
    page: int
    top: float
    bottom: float


def row_places(content: bytes) -> list[RowPlace]:
    """Return the places of the rows whose number stands in the column of numbers.

    A row ends where the next one begins, the last one of a page with its own text.
    """
    with opened(content) as document:
        places: list[RowPlace] = []
        for number in range(len(document)):
            page = document[number]
            places += _on_page(page, number)
            page.close()
        return places


def _on_page(page: PdfPage, number: int) -> list[RowPlace]:
    width, height = page.get_size()
    text = page.get_textpage()
    tops: list[tuple[float, str]] = []
    for index in range(text.count_rects()):
        left, _bottom, right, top = box = text.get_rect(index)
        words = text.get_text_bounded(*box).strip()
        if _NUMBER.fullmatch(words) and _is_in_column((left + right) / 2 / width):
            tops.append((1 - top / height, words))
    text.close()
    tops.sort()
    if not tops:
        return []  # signatures alone may stand on the last page
    ends = [*(top for top, _words in tops[1:]), min(tops[-1][0] + _LAST, 1.0)]
    return [
        RowPlace(words, number, top - _ABOVE, bottom - _ABOVE)
        for (top, words), bottom in zip(tops, ends, strict=True)
    ]


def _is_in_column(place: float) -> bool:
    """Tell whether a number stands between two columns, or before the only one."""
    return abs(place - 0.5) < _NEAR or place < _FIRST
