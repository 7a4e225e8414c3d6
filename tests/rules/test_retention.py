from datetime import date

import pytest

from kotoutus_desktop.rules.retention import (
    Hold,
    HoldKind,
    Standing,
    Verdict,
    kept_until,
    retention,
    usual_end,
)

CLOSED = date(2022, 11, 23)
TODAY = date(2026, 11, 24)


def test_an_open_case_is_not_erased():
    assert retention(None, (), 4, TODAY) == Verdict(Standing.OPEN, None)


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2026, 11, 22), Standing.KEPT),
        (date(2026, 11, 23), Standing.KEPT),  # the last day of the four years
        (date(2026, 11, 24), Standing.DUE),
    ],
)
def test_a_case_may_be_erased_when_four_years_have_passed(today, standing):
    verdict = retention(CLOSED, (), 4, today)

    assert verdict == Verdict(standing, date(2026, 11, 24))


def test_the_office_chooses_another_time():
    assert retention(CLOSED, (), 10, TODAY) == Verdict(Standing.KEPT, date(2032, 11, 24))


def test_years_from_the_day_that_not_every_year_has_end_on_the_last_of_february():
    assert kept_until(date(2024, 2, 29), 3) == date(2027, 2, 28)


def test_a_pending_matter_holds_a_case_until_its_last_day():
    hold = Hold(HoldKind.REIMBURSEMENT, "KEHA 12/2026", date(2026, 11, 24))

    assert retention(CLOSED, [hold], 4, TODAY) == Verdict(
        Standing.HELD, date(2026, 11, 25), (hold,)
    )
    assert retention(CLOSED, [hold], 4, date(2026, 11, 25)).standing is Standing.DUE


def test_a_matter_without_a_known_end_holds_a_case_for_as_long_as_it_is_pending():
    endless = Hold(HoldKind.APPEAL, "HaO 1234/2026")
    hold = Hold(HoldKind.FEE, "lasku 77", date(2027, 1, 1))

    assert retention(CLOSED, [hold, endless], 4, TODAY) == Verdict(
        Standing.HELD, None, (hold, endless)
    )


def test_a_case_whose_time_has_not_passed_is_kept_whatever_is_pending():
    hold = Hold(HoldKind.FEE, "lasku 77", date(2027, 5, 1))

    verdict = retention(CLOSED, [hold], 4, date(2026, 1, 1))

    assert verdict == Verdict(Standing.KEPT, date(2027, 5, 2), (hold,))


def test_what_was_reimbursed_may_be_recovered_for_five_years():
    assert usual_end(HoldKind.REIMBURSEMENT, CLOSED) == date(2027, 11, 23)
    assert usual_end(HoldKind.APPEAL, CLOSED) is None
    assert usual_end(HoldKind.FEE, CLOSED) is None
