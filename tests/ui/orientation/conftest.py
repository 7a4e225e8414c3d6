"""Those who wait for orientation, and a course, for the tests of its windows."""

from datetime import date, timedelta

import pytest

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.models.plan import Plan, PlanState

TODAY = date(2026, 11, 24)


@pytest.fixture
def crowd(database, office, make_client):
    """Ten who wait, in Arabic; the last is protected."""
    clients = []
    with database.transaction() as session:
        for number in range(10):
            client = make_client(
                number=f"U7-{number:04d}", sort_name=f"{number}", non_disclosure=number == 9
            )
            session.add(client)
            session.flush()
            made = TODAY - timedelta(days=50 - number)
            session.add(
                Plan(
                    client_id=client.id,
                    state=PlanState.AGREED,
                    made_on=made,
                    ends_on=made + timedelta(days=364),
                )
            )
            clients.append(client)
    return clients


@pytest.fixture
def course(database, office):
    course = Course(language="ar", places=2, starts_on=date(2027, 1, 11), ends_on=date(2027, 5, 1))
    with database.transaction() as session:
        store_course(session, course)
    return course
