"""A table of numbers on paper: words at the left, numbers at the right."""

from collections.abc import Sequence

from kotoutus_desktop.typesetting import Grid, GridLook, PageSetup, Paragraph, style_for

SIZE = 8.5
WORDS_SHARE, WIDEST_NUMBER = 0.4, 100.0
_LOOK = GridLook(padding=3.0, header_fill=(0.94, 0.94, 0.94), space_after=4.0)


def number_grid(
    headings: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], language: str
) -> Grid:
    """Return lines of words and numbers; the first heading is that of the words."""
    words, strong = style_for(language, SIZE), style_for(language, SIZE, bold=True)
    at_right = style_for(language, SIZE, align="end")
    strong_at_right = style_for(language, SIZE, bold=True, align="end")
    head = [[Paragraph(headings[0], strong)]]
    head += [[Paragraph(text, strong_at_right)] for text in headings[1:]]
    cells = [
        [[Paragraph(label, words)], *([Paragraph(text, at_right)] for text in numbers)]
        for label, numbers in rows
    ]
    width, count = PageSetup().width, len(headings) - 1
    number = min(width * (1 - WORDS_SHARE) / count, WIDEST_NUMBER)
    widths = [width - number * count, *[number] * count]
    return Grid([head, *cells], widths, header_rows=1, header_columns=1, look=_LOOK)
