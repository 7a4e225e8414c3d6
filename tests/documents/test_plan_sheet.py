from collections.abc import Callable

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.said import Plain, Words
from kotoutus_desktop.documents.sheet import Sheet
from kotoutus_desktop.documents.words import HEAD

Make = Callable[..., Sheet]


def test_a_sheet_does_not_change_with_the_records(make_sheet: Make, case: Case) -> None:
    assert case.plan is not None
    sheet = make_sheet()
    parts = sheet.parts

    case.plan.goals.clear()
    case.client.given_names = "Someone"

    assert sheet.parts == parts
    assert sheet.names[0] == "Amal Hassan Al-Khatib Haddad"


def test_a_loose_page_of_a_plan_says_which_plan_it_is_from(make_sheet: Make) -> None:
    assert make_sheet().runs_as == (Words(HEAD.number, {"number": Plain("2")}),)
