from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.facts import AgreedPlan, Extension, Prolongation
from kotoutus_desktop.rules.plan_limits import (
    PlanSeries,
    next_review_fault,
    plan_dates_fault,
    plan_dates_faults,
    review_falls_due,
)

MADE = date(2025, 6, 1)
FIRST = PlanSeries(assessed_on=MADE, plan_latest=date(2028, 3, 10))
SECOND = PlanSeries(first_made=MADE)
DAYS = st.dates(date(2025, 1, 1), date(2032, 1, 1))


@pytest.mark.rule(26, "681/2023 § 20(1)")
@pytest.mark.rule(27, "681/2023 § 20(3)")
@pytest.mark.parametrize(
    ("made", "ends", "series", "found"),
    [
        ("2025-06-01", "2026-06-01", FIRST, []),
        ("2025-06-01", "2025-05-31", FIRST, [("ends_before_it_begins", "2025-06-01", "23.1")]),
        ("2025-05-31", "2026-05-31", FIRST, [("made_before_assessment", "2025-06-01", "20.1")]),
        ("2025-06-01", "2026-06-02", FIRST, [("first_plan_too_long", "2026-06-01", "23.2")]),
        ("2028-03-11", "2029-03-11", FIRST, [("made_too_late", "2028-03-10", "20.3")]),
        ("2028-03-11", "2029-03-11", PlanSeries(), []),  # no limit binds
        ("2026-06-02", "2027-06-01", SECOND, []),
        ("2026-06-02", "2027-06-02", SECOND, [("beyond_maximum", "2027-06-01", "23.2")]),
        (
            "2027-06-02",
            "2029-06-02",
            PlanSeries(MADE, prolongation=Prolongation(Extension.SPECIAL_MEASURES)),
            [("beyond_maximum", "2029-06-01", "23.3")],
        ),
        (  # § 31(2): no maximum for supported studies from 25 on
            "2027-06-02",
            "2028-06-02",
            PlanSeries(
                MADE,
                prolongation=Prolongation(unfinished_studies=True),
                born=date(1990, 5, 17),
            ),
            [],
        ),
        (  # § 31(1): who turns 25 in the added year has that year and no more
            "2027-06-02",
            "2028-06-02",
            PlanSeries(
                MADE,
                prolongation=Prolongation(unfinished_studies=True),
                born=date(2002, 6, 2),
            ),
            [("beyond_maximum", "2028-06-01", "31.1")],
        ),
        (
            "2024-02-01",
            "2027-02-02",
            PlanSeries(),
            [("first_plan_too_long", "2025-02-01", "12"), ("beyond_maximum", "2027-02-01", "12")],
        ),
    ],
)
def test_the_days_of_a_plan(made, ends, series, found):
    faults = plan_dates_faults(date.fromisoformat(made), date.fromisoformat(ends), series)

    assert [(f.kind, f.lawful_day.isoformat(), f.section.code) for f in faults] == found
    expected = faults[0] if faults else None
    assert plan_dates_fault(date.fromisoformat(made), date.fromisoformat(ends), series) == expected


@given(DAYS, DAYS)
def test_the_lawful_day_that_is_offered_is_lawful(made, ends):
    fault = plan_dates_fault(made, ends, PlanSeries())

    assert fault is None or plan_dates_fault(made, fault.lawful_day, PlanSeries()) is None


@pytest.mark.rule(40, "681/2023 § 22(1)")
@pytest.mark.parametrize(
    ("reviewed", "next_review", "fault"),
    [
        ((), "2025-12-01", None),
        ((), "2025-12-02", ("review_too_late", "2025-12-01")),
        ((), "2025-05-31", ("review_before_plan", "2025-06-01")),
        (("2025-09-01",), "2026-03-01", None),
        (("2025-09-01",), "2025-08-31", ("review_before_plan", "2025-09-01")),
        (("2026-02-01",), "2026-05-31", None),  # the last day of the plan
        (("2026-02-01",), "2026-06-01", ("review_too_late", "2026-05-31")),
    ],
)
def test_the_next_review_is_at_most_six_months_ahead(reviewed, next_review, fault):
    done = tuple(date.fromisoformat(day) for day in reviewed)
    plan = AgreedPlan(MADE, date(2026, 5, 31), done)

    found = next_review_fault(plan, date.fromisoformat(next_review))

    assert (found and (found.kind, found.lawful_day.isoformat())) == fault


def test_a_review_falls_due_unless_the_plan_ends_before():
    assert review_falls_due(MADE, date(2025, 12, 1))
    assert not review_falls_due(MADE, date(2025, 11, 30))
    assert review_falls_due(None, MADE)
    assert review_falls_due(MADE, None)
