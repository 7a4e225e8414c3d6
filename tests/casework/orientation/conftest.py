"""Integration clients and courses, for the tests of civic orientation."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import Course, Enrolment, EnrolmentState
from kotoutus_desktop.models.plan import Plan, PlanState


@pytest.fixture
def integration_client(
    database: Database, office: Office, make_client: Callable[..., Client], today: date
) -> Callable[..., Client]:
    """Return a maker of stored clients with a plan of `days_ago` that is valid today."""
    numbers = count(1)

    def make(*, days_ago: int = 30, plan: dict[str, Any] | None = None, **fields: Any) -> Client:
        number = next(numbers)
        client = make_client(
            **({"number": f"U7-{number:04d}", "sort_name": f"{number:04d}"} | fields)
        )
        made = today - timedelta(days=days_ago)
        agreed: dict[str, Any] = {
            "state": PlanState.AGREED,
            "made_on": made,
            "starts_on": made,
            "ends_on": made + timedelta(days=364),
        }
        with database.transaction() as session:
            session.add(client)
            session.flush()
            session.add(Plan(client_id=client.id, **(agreed | (plan or {}))))
        return client

    return make


@pytest.fixture
def make_course(database: Database, office: Office, today: date) -> Callable[..., Course]:
    """Return a maker of stored courses that begin in a month, in Arabic."""

    def make(**fields: Any) -> Course:
        usual: dict[str, Any] = {
            "language": "ar",
            "starts_on": today + timedelta(days=30),
            "ends_on": today + timedelta(days=90),
        }
        course = Course(**(usual | fields))
        with database.transaction() as session:
            store_course(session, course)
        return course

    return make


@pytest.fixture
def enrol(database: Database) -> Callable[..., UUID]:
    """Return what puts a client on a course in a state, and gives the key of the enrolment."""

    def put(course: Course, client: Client, state: EnrolmentState, **fields: Any) -> UUID:
        enrolment = Enrolment(course_id=course.id, client_id=client.id, state=state, **fields)
        with database.transaction() as session:
            session.add(enrolment)
        return enrolment.id

    return put
