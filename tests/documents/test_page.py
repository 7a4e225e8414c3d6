from collections.abc import Callable

import pytest
from reportlab.platypus.flowables import CondPageBreak, Spacer

from kotoutus_desktop.documents.columns import Spoken
from kotoutus_desktop.documents.page import (
    Paper,
    heading,
    kept_together,
    paragraph,
    signature_lines,
    signed,
)
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import SIGNATURES
from kotoutus_desktop.typesetting import Heading, PageSetup

Make = Callable[..., Sheet]


def test_two_columns_are_alike_with_the_number_between_them(make_sheet: Make) -> None:
    paper = Paper(make_sheet(), PageSetup())

    left, number, right = paper.widths

    assert left == right
    assert left + number + right == pytest.approx(paper.setup.width)
    assert not paper.runs_rtl


def test_a_single_right_to_left_language_has_its_numbers_at_the_right(make_sheet: Make) -> None:
    paper = Paper(make_sheet(other="ar", only_other=True), PageSetup())

    assert paper.runs_rtl
    assert len(paper.widths) == 2


def test_a_text_of_the_other_direction_runs_as_its_column_does(make_sheet: Make) -> None:
    (arabic,) = Paper(make_sheet(other="ar", only_other=True), PageSetup()).columns

    finnish = paragraph(Spoken("Kokki", "fi"), arabic)
    own = paragraph(Spoken("طباخ", "ar"), arabic)

    assert (finnish.text, finnish.style.language) == ("\u2068Kokki\u2069", "ar")
    assert (own.text, own.style.language) == ("طباخ", "ar")


def test_the_table_of_contents_has_the_headings_of_one_column(make_sheet: Make) -> None:
    sheet = make_sheet()
    left, right = Paper(sheet, PageSetup()).columns

    (first,), (second,) = heading(left, 1, sheet.title), heading(right, 1, sheet.title)

    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert (first.outline, second.outline) == (True, False)


@pytest.mark.parametrize(("count", "rows"), [(3, 1), (4, 1), (5, 2), (6, 2), (7, 2), (8, 2)])
def test_no_signature_stands_alone_in_its_row(make_sheet: Make, count: int, rows: int) -> None:
    paper = Paper(make_sheet(), PageSetup())

    lines = signature_lines(paper, [(Words(SIGNATURES.client), "")] * count)

    assert len(lines) == rows


def test_what_belongs_together_starts_a_new_page_unless_no_page_holds_it(make_sheet: Make) -> None:
    paper = Paper(make_sheet(), PageSetup())
    short, long = [Spacer(1, 50)] * 2, [Spacer(1, 50)] * 20

    first, *others = kept_together(paper, short)

    assert isinstance(first, CondPageBreak)
    assert first.height == pytest.approx(100)
    assert others == short
    assert kept_together(paper, long) == long


def test_lines_to_sign_are_parted_only_between_them(make_sheet: Make) -> None:
    paper = Paper(make_sheet(large=True), PageSetup())
    blocks = [(Words(SIGNATURES.client), "Amal")] * 20

    story = signed(paper, [Spacer(1, 50)], blocks)

    assert [isinstance(each, CondPageBreak) for each in story[:5]] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert sum(isinstance(each, CondPageBreak) for each in story) == 10
    assert [isinstance(each, CondPageBreak) for each in story[-3:]] == [True, False, False]


def test_large_print_is_larger_in_everything_and_as_wide_as_the_page(make_sheet: Make) -> None:
    usual, large = Paper(make_sheet(), PageSetup()), Paper(make_sheet(large=True), PageSetup())

    assert sum(large.widths) == pytest.approx(sum(usual.widths))
    assert large.widths[1] == pytest.approx(1.6 * usual.widths[1])
    blocks = [(Words(SIGNATURES.client), "")] * 4
    assert (len(signature_lines(usual, blocks)), len(signature_lines(large, blocks))) == (1, 2)


def test_the_title_of_large_print_is_not_too_large_for_its_column(make_sheet: Make) -> None:
    sheet = make_sheet(large=True)
    (title,) = heading(Paper(sheet, PageSetup()).columns[0], 1, sheet.title)
    (part,) = heading(Paper(sheet, PageSetup()).columns[0], 2, sheet.title)

    assert isinstance(title, Heading)
    assert isinstance(part, Heading)
    assert part.style.size < title.style.size < 1.6 * 17
