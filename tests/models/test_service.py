from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.models.service import (
    PathStep,
    Service,
    ServicePath,
    known_aims,
    known_groups,
    known_points,
)
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("since", "until", "offered"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 25), None, False),
        (None, date(2026, 11, 23), False),
    ],
)
def test_a_service_is_offered_between_its_days_both_included(since, until, offered):
    assert Service(valid_from=since, valid_to=until).is_offered(DAY) is offered


def test_a_path_keeps_its_boxes_in_order_and_outlives_a_service(database):
    club = Service(names={"fi": "Äitien kielikerho"})
    path = ServicePath(names={"fi": "Kotona lapsen kanssa"})
    path.steps = [
        PathStep(position=1, service_id=club.id, texts={"fi": "Äitien kielikerho"}),
        PathStep(position=0, texts={"fi": "Ohjaus"}),
    ]
    with database.transaction() as session:
        session.add_all([club, path])
    with database.transaction() as session:
        session.delete(session.get(Service, club.id))
    with database.reading() as session:
        steps = session.scalars(select(ServicePath)).one().steps
        assert [step.texts["fi"] for step in steps] == ["Ohjaus", "Äitien kielikerho"]
        assert [step.service_id for step in steps] == [None, None]


def test_the_boxes_go_with_their_path(database):
    path = ServicePath(names={"fi": "Polku"})
    path.steps = [PathStep(texts={"fi": "Ohjaus"})]
    with database.transaction() as session:
        session.add(path)
    with database.transaction() as session:
        session.delete(session.get(ServicePath, path.id))
    with database.reading() as session:
        assert session.scalars(select(PathStep)).all() == []


def test_codes_of_a_later_version_are_passed_by():
    assert known_points(["plan", "later"]) == {ProgrammePoint.PLAN}
    assert known_aims(["literacy", "later"]) == {TrainingAim.LITERACY}
    assert known_groups(["unaccompanied", "later", "home_care"]) == [
        TargetGroup.HOME_CARE,
        TargetGroup.UNACCOMPANIED,
    ]
