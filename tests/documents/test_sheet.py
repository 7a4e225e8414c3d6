from collections.abc import Callable
from dataclasses import replace

from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import HEAD, SIGNATURES

Make = Callable[..., Sheet]


def test_everything_that_is_said_is_yielded_with_its_row(make_sheet: Make) -> None:
    said = list(make_sheet(draft=True).said())

    assert ("", Words(HEAD.draft)) in said
    assert {row for row, _ in said} >= {"", "1", "2", "2.1", "2.2", "3", "3.1", "3.2", "4"}


def test_what_stands_round_the_signatures_is_said_only_where_someone_signs(
    make_sheet: Make,
) -> None:
    sheet = make_sheet()
    heading = ("", Words(SIGNATURES.heading))

    assert heading in sheet.said()
    assert heading not in replace(sheet, signatures=()).said()
