"""Meetings and people for the tests of attendance."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kotoutus_desktop.casework.orientation.courses import keep_days
from kotoutus_desktop.casework.orientation.marking import Call, record_marks
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.rules.orientation import Presence, Topic

EVERY_TOPIC = [topic.value for topic in Topic]
HERE = Mark(Presence.PRESENT)


def with_meetings(
    database: Database, course: Course, first: date, count: int, **fields: Any
) -> list[CourseMeeting]:
    """Give a course weekly meetings of three hours that deal with every topic."""
    usual: dict[str, Any] = {"starts": 540, "minutes": 180, "topics": EVERY_TOPIC}
    meetings = [
        CourseMeeting(
            course_id=course.id, held_on=first + timedelta(weeks=week), **(usual | fields)
        )
        for week in range(count)
    ]
    with database.transaction() as session:
        session.add_all(meetings)
        session.flush()
        keep_days(session.get_one(Course, course.id))
    return meetings


def mark(
    database: Database,
    meeting: CourseMeeting,
    marks: dict[UUID, Mark | None],
    on: date | None = None,
    why: str = "",
) -> int:
    """Record marks on the day of the meeting, or later."""
    with database.transaction() as session:
        return record_marks(session, meeting.id, marks, Call(None, on or meeting.held_on, why))
