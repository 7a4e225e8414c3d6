from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.editions import IN_FORCE
from kotoutus_desktop.rules.months import add_months
from kotoutus_desktop.rules.reason import Event, EventKind, Reason, Term, TermKind, add_up, of_draft
from kotoutus_desktop.rules.section import JOB_SEARCH, REVIEW

DAYS = st.dates(date(2011, 9, 1), date(2040, 1, 1))
LENGTHS = st.integers(0, 48)


def test_months_that_follow_each_other_are_one_period():
    """§ 23(3) lengthens the maximum; it does not begin a second period on its last day."""
    leap_day = Event(EventKind.FIRST_PLAN_MADE, date(2028, 2, 29))
    terms = (Term(TermKind.ALL_PLANS, months=24), Term(TermKind.SPECIAL_MEASURES, months=24))

    assert add_up(leap_day, terms) == date(2032, 2, 29)


@given(DAYS, LENGTHS, LENGTHS, st.integers(0, 400))
def test_a_longer_term_never_gives_an_earlier_day(day, months, more, days):
    event = Event(EventKind.PLAN_MADE, day)

    def total(length):
        return add_up(
            event, (Term(TermKind.ALL_PLANS, months=length), Term(TermKind.OBSTACLES, days=days))
        )

    assert total(months) <= total(months + more)
    assert total(months) >= add_months(day, months)


def test_the_making_of_a_draft_is_not_called_agreed():
    made = date(2026, 11, 24)
    reason = Reason((REVIEW,), event=Event(EventKind.PLAN_MADE, made, 1))

    assert of_draft(reason, made).event == Event(EventKind.PLAN_DRAFTED, made)
    assert of_draft(reason, date(2026, 1, 1)) == reason
    assert of_draft(Reason((REVIEW,)), made) == Reason((REVIEW,))


def test_the_edition_is_that_of_the_section_which_decides():
    assert Reason((REVIEW, JOB_SEARCH)).edition == IN_FORCE


def test_a_statute_whose_editions_are_not_kept_has_none():
    assert Reason((JOB_SEARCH,)).edition is None
