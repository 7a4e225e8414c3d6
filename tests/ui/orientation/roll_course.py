"""A course with people, for the tests of roll call and progress."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.rules.orientation import Topic


def course_of(
    database: Database, names: list[str], first: date, count: int = 3, **fields: Any
) -> UUID:
    """Store an office, a course with weekly meetings and a client of each name on it."""
    with database.transaction() as session:
        session.add(Office(municipality="889", name_fi="Utajärvi", case_prefix="U7"))
        course = Course(language="prs", number="U7-K001", name="Dari")
        session.add(course)
        session.flush()
        for week in range(count):
            usual: dict[str, Any] = {"starts": 540, "minutes": 180, "topics": [*Topic]}
            day = first + timedelta(weeks=week)
            session.add(CourseMeeting(course_id=course.id, held_on=day, **(usual | fields)))
        for number, name in enumerate(names):
            client = Client(
                number=f"U7-{number:04d}",
                given_names=name,
                sort_name=name.casefold(),
                non_disclosure=name == "Hidden",
            )
            session.add(client)
            session.flush()
            session.add(
                Enrolment(course_id=course.id, client_id=client.id, state=EnrolmentState.ACCEPTED)
            )
        return course.id
