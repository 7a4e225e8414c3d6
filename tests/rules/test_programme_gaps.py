from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from kotoutus_desktop.rules.programme import ProgrammePoint, TrainingAim
from kotoutus_desktop.rules.programme_gaps import (
    PLANNING_SECTIONS,
    GoalArea,
    Offered,
    PlanningPoint,
    planning_gaps,
    programme_gaps,
)

DAY = date(2026, 11, 24)
TRAINING = ProgrammePoint.TRAINING
WHOLE = [
    Offered(frozenset({point}), frozenset(TrainingAim if point is TRAINING else ()))
    for point in ProgrammePoint
]
points = some.frozensets(some.sampled_from(ProgrammePoint), max_size=3)
services = some.lists(
    some.builds(Offered, points, some.frozensets(some.sampled_from(TrainingAim), max_size=2)),
    max_size=8,
)


def missing(found):
    """The points that are missing as a whole."""
    return {gap.point for gap in found if gap.aim is None}


def test_a_programme_with_every_point_has_no_gap():
    assert programme_gaps(WHOLE, DAY) == []


@given(some.frozensets(some.sampled_from(ProgrammePoint)))
def test_each_point_that_is_taken_away_is_found_and_no_other(taken):
    left = [service for service in WHOLE if not service.points & taken]
    found = programme_gaps(left, DAY)
    assert missing(found) == taken
    assert [gap.point for gap in found] == [point for point in ProgrammePoint if point in taken]
    assert [gap.section.point for gap in found] == [
        number for number, point in enumerate(ProgrammePoint, 1) if point in taken
    ]


@given(services)
def test_a_point_is_missing_exactly_where_no_service_covers_it(offered):
    covered = {point for service in offered for point in service.points}
    assert missing(programme_gaps(offered, DAY)) == set(ProgrammePoint) - covered


@given(services)
def test_an_aim_is_missing_exactly_where_there_is_training_and_none_promotes_it(offered):
    training = [service for service in offered if TRAINING in service.points]
    promoted = {aim for service in training for aim in service.aims}
    found = {gap.aim for gap in programme_gaps(offered, DAY) if gap.aim}
    assert found == (set(TrainingAim) - promoted if training else set())


@given(some.sampled_from(ProgrammePoint), some.integers(1, 4000), some.booleans())
def test_a_service_that_has_ended_or_not_begun_covers_nothing(point, days, ended):
    far = timedelta(days=days)
    since, until = (None, DAY - far) if ended else (DAY + far, None)
    changed = [
        Offered(each.points, each.aims, since, until) if point in each.points else each
        for each in WHOLE
    ]
    assert missing(programme_gaps(changed, DAY)) == {point}


HEADS = set(PlanningPoint) - {PlanningPoint.INTEGRATION, PlanningPoint.GOOD_RELATIONS}


@given(
    some.frozensets(some.sampled_from(GoalArea)), some.frozensets(some.sampled_from(sorted(HEADS)))
)
def test_a_planning_document_lacks_what_it_says_nothing_about_and_no_more(areas, written):
    lacking = HEADS - written
    if GoalArea.GOOD_RELATIONS not in areas:
        lacking.add(PlanningPoint.GOOD_RELATIONS)
    if not areas - {GoalArea.GOOD_RELATIONS}:
        lacking.add(PlanningPoint.INTEGRATION)
    assert set(planning_gaps(areas, written)) == lacking


def test_integration_is_dealt_with_by_a_goal_and_not_by_a_head_alone():
    assert PlanningPoint.INTEGRATION in planning_gaps([], [PlanningPoint.INTEGRATION])


def test_every_planning_point_says_its_subsection():
    assert set(PLANNING_SECTIONS) == set(PlanningPoint)
    assert {place.number for place in PLANNING_SECTIONS.values()} == {"45"}
