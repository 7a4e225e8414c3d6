from datetime import date

import pytest

from kotoutus_desktop.rules.departures import DepartureKey, PlanAims, departures
from kotoutus_desktop.rules.facts import GoalKind

MADE = date(2026, 3, 2)
ADULT = date(2001, 3, 2)  # 25 that day
YOUNG = date(2001, 3, 3)
SKILLS = GoalKind.WORKING_LIFE_SKILLS
WORK = GoalKind.ENTREPRENEURSHIP
SCHOOL = GoalKind.UPPER_SECONDARY_EDUCATION


@pytest.mark.rule(37, "681/2023 § 18(3)")
@pytest.mark.rule(38, "681/2023 § 18(4)")
@pytest.mark.parametrize(
    ("born", "jobseeker", "kinds", "found"),
    [
        (ADULT, False, {SKILLS, WORK}, []),
        (ADULT, False, {SKILLS}, ["no_work_goal"]),
        (ADULT, False, {WORK}, ["no_working_life_skills"]),
        (None, False, {SCHOOL}, ["no_working_life_skills", "no_work_goal"]),
        (ADULT, True, set(), []),  # § 18(2) binds: not a departure but a gap
        (YOUNG, False, {SCHOOL}, []),
        (YOUNG, True, {SCHOOL}, []),
        (YOUNG, False, {WORK}, ["no_upper_secondary_education"]),
        (YOUNG, True, {WORK}, ["no_upper_secondary_education"]),
    ],
)
def test_departures_from_what_is_set_as_a_rule(born, jobseeker, kinds, found):
    aims = PlanAims(MADE, frozenset(kinds), jobseeker, born)

    assert [each.key for each in departures(aims)] == found


def test_a_departure_with_its_reason_is_settled():
    aims = PlanAims(MADE, frozenset({SKILLS}), born=ADULT)

    assert departures(aims, [DepartureKey.NO_WORK_GOAL]) == []


def test_a_departure_names_its_section():
    young = PlanAims(MADE, frozenset(), born=YOUNG)
    adult = PlanAims(MADE, frozenset(), born=ADULT)

    assert [each.section.code for each in departures(young)] == ["18.4"]
    assert [each.section.code for each in departures(adult)] == ["18.3", "18.3"]
