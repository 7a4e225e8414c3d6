from collections.abc import Callable

import pytest

from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.documents.words import FOOT

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


def test_large_print_is_asked_for(make_sheet: Make) -> None:
    assert make_sheet().scale == 1.0
    assert make_sheet(large=True).scale == LARGE_PRINT
