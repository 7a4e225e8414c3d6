from collections.abc import Callable

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import FOOT, HEAD

Make = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("edition", "languages"),
    [
        ({"other": "ar"}, ("fi", "ar")),
        ({"other": None}, ("fi",)),
        ({"other": "fi"}, ("fi",)),
        ({"other": "ar", "only_other": True}, ("ar",)),
        ({"official": "sv", "other": "fi"}, ("sv", "fi")),
    ],
)
def test_an_edition_has_one_column_or_two(
    make_sheet: Make, edition: dict[str, object], languages: tuple[str, ...]
) -> None:
    assert make_sheet(**edition).languages == languages


def test_the_notes_say_which_text_is_official_and_who_has_read_the_other(make_sheet: Make) -> None:
    assert make_sheet(other=None).notes == ()
    assert make_sheet(other="ru").notes == (
        Words(FOOT.finnish_is_official),
        Words(FOOT.machine_assisted),
    )
    assert make_sheet(official="sv", other="en").notes == (
        Words(FOOT.swedish_is_official),
        Words(FOOT.by_the_makers),
    )


def test_a_sheet_does_not_change_with_the_records(make_sheet: Make, case: Case) -> None:
    assert case.plan is not None
    sheet = make_sheet()
    parts = sheet.parts

    case.plan.goals.clear()
    case.client.given_names = "Someone"

    assert sheet.parts == parts
    assert sheet.names[0] == "Amal Hassan Al-Khatib Haddad"


def test_everything_that_is_said_is_yielded_with_its_row(make_sheet: Make) -> None:
    said = list(make_sheet(draft=True).said())

    assert ("", Words(HEAD.draft)) in said
    assert {row for row, _ in said} >= {"", "1", "2", "2.1", "2.2", "3", "3.1", "3.2", "4"}
