from datetime import date

import pytest

from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.facts import Extension, Obstacle, Prolongation
from kotoutus_desktop.rules.reason import (
    Change,
    Doubt,
    Event,
    EventKind,
    Limit,
    Reason,
    Term,
    TermKind,
)
from kotoutus_desktop.rules.reasons import asked, suggested
from kotoutus_desktop.rules.reckoning import all_plans_end
from kotoutus_desktop.rules.section import ASSESSMENT_START, GOALS, PLAN_END
from kotoutus_desktop.ui.why import reason_words
from kotoutus_desktop.ui.why.reason_words import basis_text, event_text, sentence, sign


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EventKind, reason_words.EVENTS),
        (TermKind, reason_words.TERMS),
        (Limit, reason_words.LIMITS),
        (Change, reason_words.CHANGES),
        (Doubt, reason_words.DOUBTS),
        (Basis, reason_words.BASES),
    ],
)
def test_nothing_that_the_rules_name_is_without_words(kind, words):
    assert set(words) == set(kind)


def test_a_sum_can_be_read_aloud():
    obstacle = Obstacle(date(2026, 12, 1), date(2026, 12, 10))
    reason = all_plans_end(
        date(2026, 11, 24), Prolongation(Extension.SPECIAL_MEASURES, (obstacle,))
    )

    assert sentence(reason).replace("\u00a0", " ") == (
        "First plan agreed 24.11.2026 + 2 years + 2 years (extension: special measures) "
        "+ 10 days (obstacles) = 4.12.2030, § 23 subs. 2"
    )


def test_days_before_an_event_have_a_minus():
    term = Term(TermKind.PREPARING, days=-30)
    ends = Event(EventKind.PLAN_ENDS, date(2027, 6, 1))
    reason = Reason((PLAN_END,), event=ends, terms=(term,), result=date(2027, 5, 2))

    assert sign(term) == "\N{MINUS SIGN}"
    assert "\N{MINUS SIGN} 30 days = 2.5.2027" in sentence(reason)


def test_a_plan_is_named_by_its_number_where_it_is_known():
    made = date(2026, 11, 24)

    assert event_text(Event(EventKind.PLAN_MADE, made, 2)) == "Plan 2 agreed"
    assert event_text(Event(EventKind.PLAN_MADE, made)) == "Plan agreed"


def test_who_says_so_never_makes_a_day_of_without_delay():
    assert basis_text(asked(ASSESSMENT_START)) == reason_words.DELAY
    assert basis_text(asked(GOALS)) == reason_words.NO_DAY
    assert basis_text(suggested(GOALS)) == reason_words.UNBOUND
