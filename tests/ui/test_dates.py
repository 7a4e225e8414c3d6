import pytest

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.dates import days_text, length_text


@pytest.fixture(autouse=True)
def in_english(plain_clothes):
    set_interface_language("en")


def test_whole_years_are_said_in_years():
    assert [length_text(n) for n in (1, 6, 12, 24)] == ["1 month", "6 months", "1 year", "2 years"]


def test_days_are_counted_in_days():
    assert [days_text(n) for n in (1, 61)] == ["1 day", "61 days"]
