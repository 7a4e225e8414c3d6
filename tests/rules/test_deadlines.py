from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.deadlines import (
    DeadlineWarning,
    all_plans_end_latest,
    assessment_latest,
    continues_for_studies,
    deadline_warnings,
    first_plan_end_latest,
    maximum_sections,
    next_review_by,
    obstacle_days,
    plan_latest,
    referral_by,
    warning_section,
)
from kotoutus_desktop.rules.facts import (
    AgreedPlan,
    AgreedService,
    Extension,
    Obstacle,
    Prolongation,
    RightOfResidence,
)

MADE = date(2025, 6, 1)
NEW = date(2025, 6, 1)
OLD = date(2024, 2, 1)
ADULT = date(1990, 5, 17)
SPECIAL = Prolongation(Extension.SPECIAL_MEASURES)
HOME_CARE = Prolongation(Extension.HOME_CARE_PART_TIME)
STUDIES = Prolongation(unfinished_studies=True)
DAYS = st.dates(date(2025, 1, 1), date(2030, 1, 1))


@st.composite
def obstacle(draw):
    first = draw(DAYS)
    return Obstacle(first, first + timedelta(days=draw(st.integers(0, 200))))


OBSTACLES = st.lists(obstacle(), max_size=6)


@pytest.mark.rule(27, "681/2023 § 20(4)")
def test_no_deadline_binds_a_victim_reached_after_the_three_years(make_person):
    victim = make_person(trafficking_victim=True, reached_on=date(2028, 12, 20))
    reached = make_person(trafficking_victim=True, reached_on=date(2026, 1, 1))

    assert assessment_latest(victim) is plan_latest(victim) is None
    assert assessment_latest(reached) == plan_latest(reached) == date(2028, 3, 10)


def test_no_deadline_binds_outside_the_scope(make_person):
    assert plan_latest(make_person(right_of_residence=RightOfResidence.NONE)) is None


@pytest.mark.rule(29, "681/2023 § 23(2)")
@pytest.mark.rule(30, "681/2023 § 23(3)")
@pytest.mark.parametrize(
    ("first_made", "prolongation", "last"),
    [
        (NEW, Prolongation(), "2027-06-01"),
        (NEW, SPECIAL, "2029-06-01"),
        (NEW, HOME_CARE, "2029-06-01"),
        (OLD, Prolongation(), "2027-02-01"),
        (OLD, SPECIAL, "2029-02-01"),
        (OLD, HOME_CARE, "2027-02-01"),  # no ground in the older Act
    ],
)
def test_all_plans_together_may_last_so_long(first_made, prolongation, last):
    assert all_plans_end_latest(first_made, prolongation) == date.fromisoformat(last)


@pytest.mark.rule(28, "681/2023 § 23(2)")
@pytest.mark.parametrize("first_made", [NEW, OLD])
def test_the_first_plan_lasts_a_year_at_most(first_made):
    assert first_plan_end_latest(first_made) == first_made.replace(year=first_made.year + 1)


@pytest.mark.rule(31, "681/2023 § 23(4)")
@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([("2026-09-01", "2026-09-30")], 30),
        ([("2026-09-01", "2026-09-30"), ("2026-09-21", "2026-10-10")], 40),  # overlap once
        ([("2026-09-01", "2026-09-30"), ("2026-09-10", "2026-09-11")], 30),  # inside
        ([("2025-05-20", "2025-06-02")], 2),  # before the first plan there was none to follow
        ([("2025-01-01", "2025-05-31")], 0),
        ([("2026-09-01", "2026-09-01")], 1),
    ],
)
def test_each_day_of_an_obstacle_counts_once(spans, days):
    obstacles = [Obstacle(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans]

    assert obstacle_days(MADE, obstacles) == days
    prolonged = all_plans_end_latest(MADE, Prolongation(obstacles=tuple(obstacles)))
    assert prolonged == date(2027, 6, 1) + timedelta(days=days)


def test_an_obstacle_after_the_maximum_prolongs_nothing():
    running = Obstacle(date(2027, 6, 1), date(2027, 6, 10))
    in_prolonged_time = Obstacle(date(2027, 6, 11), date(2027, 6, 11))
    too_late = Obstacle(date(2027, 8, 1), date(2027, 8, 31))
    obstacles = (too_late, in_prolonged_time, running)

    assert all_plans_end_latest(MADE, Prolongation(obstacles=obstacles)) == date(2027, 6, 12)


@given(OBSTACLES)
def test_obstacles_count_as_the_days_they_cover_whatever_their_order(obstacles):
    covered = {
        each.first + timedelta(days=number)
        for each in obstacles
        for number in range((each.last - each.first).days + 1)
    }

    assert obstacle_days(MADE, obstacles) == len([day for day in covered if day >= MADE])
    assert obstacle_days(MADE, obstacles) == obstacle_days(MADE, obstacles[::-1])


@given(OBSTACLES, obstacle(), st.sampled_from([None, *Extension]))
def test_one_more_obstacle_never_shortens_the_time(obstacles, more, extension):
    before = all_plans_end_latest(MADE, Prolongation(extension, tuple(obstacles)))
    after = all_plans_end_latest(MADE, Prolongation(extension, (*obstacles, more)))

    assert after >= before


@pytest.mark.rule(32, "681/2023 § 31(1)", "681/2023 § 31(2)")
@pytest.mark.rule(45, "681/2023 § 31(3)")
@pytest.mark.parametrize(
    ("born", "last", "continues"),
    [
        # § 31(1): under 25 when the maximum of § 23 is reached, whatever the age a year later
        (date(2002, 6, 2), "2028-06-01", False),
        (date(2002, 6, 1), "2027-06-01", True),
        (ADULT, "2027-06-01", True),
        (None, "2027-06-01", False),
    ],
)
def test_unfinished_studies_give_a_year_under_25(born, last, continues):
    assert all_plans_end_latest(MADE, STUDIES, born) == date.fromisoformat(last)
    assert continues_for_studies(MADE, STUDIES, born) is continues


def test_without_unfinished_studies_no_plan_goes_on_for_them():
    assert not continues_for_studies(MADE, Prolongation(), ADULT)


def test_plans_that_studies_keep_valid_are_not_too_long(make_person):
    """681/2023 § 31(2): from 25 on the maximum does not end the support."""
    plans = [AgreedPlan(date(2027, 6, 2), date(2028, 6, 1)), AgreedPlan(MADE, date(2026, 6, 1))]

    assert "plans_too_long" not in warnings(make_person(), plans, MADE, STUDIES)
    assert "plans_too_long" in warnings(make_person(), plans, MADE)


@pytest.mark.rule(
    33, "681/2023 § 23(2)", "681/2023 § 23(3)", "681/2023 § 23(4)", "681/2023 § 31(1)"
)
def test_the_maximum_names_every_section_it_applied():
    everything = Prolongation(
        Extension.SPECIAL_MEASURES,
        (Obstacle(MADE, MADE),),
        unfinished_studies=True,
    )

    assert [each.code for each in maximum_sections(NEW, everything)] == [
        "23.2",
        "23.3",
        "23.4",
        "31.1",
    ]
    assert [str(each) for each in maximum_sections(OLD, SPECIAL)] == ["1386/2010 § 12"]


@pytest.mark.rule(40, "681/2023 § 22(1)")
@pytest.mark.parametrize(
    ("made", "ends", "reviewed", "on", "by"),
    [
        ("2025-06-01", "2026-05-31", [], "2025-06-20", "2025-12-01"),
        ("2025-06-01", "2025-12-01", [], "2025-06-20", "2025-12-01"),  # ends that very day
        ("2025-06-01", "2025-11-30", [], "2025-06-20", None),
        ("2025-06-01", "2026-05-31", ["2025-10-01"], "2025-11-01", "2026-04-01"),
        ("2025-06-01", "2026-05-31", ["2025-10-01"], "2025-09-01", "2025-12-01"),  # not yet
        ("2025-06-01", "2026-05-31", ["2026-01-15"], "2026-02-01", None),
    ],
)
def test_a_plan_is_reviewed_every_six_months(made, ends, reviewed, on, by):
    plan = AgreedPlan(
        date.fromisoformat(made),
        date.fromisoformat(ends),
        tuple(date.fromisoformat(day) for day in reviewed),
    )

    expected = None if by is None else date.fromisoformat(by)
    assert next_review_by(plan, date.fromisoformat(on)) == expected


@pytest.mark.rule(39, "681/2023 § 20(5)")
def test_referral_is_due_in_a_month():
    assert referral_by(date(2025, 8, 31)) == date(2025, 9, 30)


def warnings(person, plans, on, prolongation=Prolongation()):  # noqa: B008
    return deadline_warnings(person, plans, prolongation, on)


def test_without_plans_nothing_is_wrong(make_person):
    assert warnings(make_person(), [], date(2026, 1, 1)) == ()


@pytest.mark.parametrize(
    ("plans", "on", "found"),
    [
        ([("2025-06-01", "2026-06-01")], "2025-06-02", []),
        ([("2025-06-01", "2026-06-02")], "2025-06-02", ["first_plan_too_long"]),
        (
            [("2026-06-02", "2027-06-02"), ("2025-06-01", "2026-06-01")],
            "2026-07-01",
            ["plans_too_long"],
        ),
        ([("2028-03-10", "2028-09-01")], "2028-04-01", []),
        ([("2028-03-11", "2028-09-01")], "2028-04-01", ["plan_too_late"]),
        # later plans follow from § 23, not from the three years
        ([("2028-03-01", "2028-09-01"), ("2028-09-02", "2029-03-01")], "2028-10-01", []),
        ([("2025-06-01", "2026-06-01")], "2025-12-01", []),
        ([("2025-06-01", "2026-06-01")], "2025-12-02", ["review_overdue"]),
        ([("2025-06-01", "2025-10-01")], "2025-12-02", []),  # no plan is valid
    ],
)
def test_warnings_about_the_days_of_plans(make_person, plans, on, found):
    agreed = [AgreedPlan(date.fromisoformat(a), date.fromisoformat(b)) for a, b in plans]

    assert list(warnings(make_person(), agreed, date.fromisoformat(on))) == found


@pytest.mark.parametrize(
    ("referred", "on", "late"),
    [
        (None, "2025-07-01", False),
        (None, "2025-07-02", True),
        ("2025-07-01", "2025-09-01", False),
        ("2025-07-05", "2025-09-01", True),
        ("2025-07-05", "2025-07-01", False),  # not late yet
    ],
)
def test_a_referral_after_the_month_is_late(make_person, referred, on, late):
    day = None if referred is None else date.fromisoformat(referred)
    plan = AgreedPlan(MADE, date(2026, 6, 1), services=(AgreedService("lukutaito", day),))

    found = warnings(make_person(), [plan], date.fromisoformat(on))
    assert (DeadlineWarning.REFERRAL_LATE in found) is late


@pytest.mark.parametrize("warning", DeadlineWarning)
def test_every_warning_has_its_section(warning):
    assert warning_section(warning, NEW).act == "681/2023"
