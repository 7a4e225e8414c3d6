"""How long a month, a roll and a client's hours take with 100 000 marks. Run with `-m bench -s`."""

import gc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select
from sqlcipher3 import dbapi2 as driver

from kotoutus_desktop.casework.orientation.calendar import (
    CalendarMeeting,
    clashes_among,
    meetings_between,
)
from kotoutus_desktop.casework.orientation.hours import hours_of
from kotoutus_desktop.casework.orientation.roll import roll
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
    attendance_key,
)
from kotoutus_desktop.rules.orientation import Presence, Topic
from tests.bench.filling import record_nothing
from tests.bench.stopwatch import line, listening, median, queries

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

TODAY = date(2026, 11, 24)
KEY = bytes(range(32))
COURSES, PEOPLE, MEETINGS, HELD = 300, 20, 24, 17  # 102 000 marks of 6 000 people
WEEKS = 26  # in which the courses began: about seventy of them meet in one month
FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)  # the six weeks that a month shows
SLOWEST, TIMES_BARE = 100, 3  # milliseconds, and times the bare SQL
# below this (milliseconds) the fixed cost of a few queries says more than the rows
WORTH_COMPARING = 10

Report = Callable[[str], None]


@pytest.fixture(scope="session")
def roll_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a file with three hundred courses, the last ones two thirds over."""
    path = tmp_path_factory.mktemp("roll") / "office.kotoutus"
    database = Database(path, KEY)
    record_nothing(database)
    with database.transaction() as session:
        session.add(Office(municipality="889", name_fi="Utajärven kunta", case_prefix="U7"))
    for number in range(COURSES):
        _store_course(database, number)
    database.close()
    return path


def _store_course(database: Database, number: int) -> None:
    topics = [topic.value for topic in Topic]
    with database.transaction() as session, session.no_autoflush:
        course = Course(
            language="ar",
            number=f"U7-K{number:03d}",
            trainer=f"Trainer {number % 60}",
            place=f"Hall {number % 40}",
        )
        ago = timedelta(weeks=number % WEEKS)
        session.add(course)
        meetings = [
            CourseMeeting(
                course_id=course.id,
                held_on=TODAY - ago + timedelta(days=3 * (place - HELD)),
                starts=540 + 60 * (number % 8),
                minutes=180,
                topics=[topics[place % 12]],
                state=MeetingState.HELD if place < HELD else MeetingState.PLANNED,
            )
            for place in range(MEETINGS)
        ]
        session.add_all(meetings)
        people = [
            Client(id=uuid7(), number=f"U7-{number}-{place}", sort_name=f"{place}")
            for place in range(PEOPLE)
        ]
        session.add_all(people)
        session.flush()
        enrolments = [
            Enrolment(course_id=course.id, client_id=each.id, state=EnrolmentState.ACCEPTED)
            for each in people
        ]
        session.add_all(enrolments)
        session.flush()
        session.execute(
            insert(Attendance),
            [
                {
                    "id": attendance_key(meeting.id, each.id),
                    "meeting_id": meeting.id,
                    "enrolment_id": each.id,
                    "client_id": each.client_id,
                    "presence": Presence.PRESENT,
                    "minutes": 180,
                    "recorded_on": meeting.held_on,
                    "reason": "",
                    "corrected_reason": "",
                }
                for meeting in meetings[:HELD]
                for each in enrolments
            ],
        )


@pytest.fixture
def roll_office(roll_file: Path) -> Iterator[Database]:
    """Open the filled file; what was made to fill it is not gone through by the collector."""
    database = Database(roll_file, KEY, must_exist=True)
    gc.collect()
    gc.freeze()
    yield database
    gc.unfreeze()
    database.close()


@pytest.fixture
def bare_roll(roll_file: Path) -> Iterator[driver.Connection]:
    """Return a connection to the file without anything of SQLAlchemy."""
    connection = connect(roll_file, bytearray(KEY), create=False)
    yield connection
    connection.close()


def measure(
    name: str, ours: Callable[[], Any], bare: driver.Connection, report: Report
) -> tuple[float, float]:
    """Report ours beside the same queries on the bare driver; return wall time and ratio."""
    with listening() as statements:
        ours()

    def raw() -> list[Any]:
        return [bare.execute(sql, values).fetchall() for sql, values in queries(statements)]

    mine, theirs = median(ours), median(raw)
    report(line(name, mine, theirs))
    return mine.wall, mine.cpu / theirs.cpu if mine.cpu > WORTH_COMPARING else 0


def test_opening_the_month(
    roll_office: Database, bare_roll: driver.Connection, report: Report
) -> None:
    def ours() -> list[CalendarMeeting]:
        with roll_office.reading() as session:
            meetings = meetings_between(session, FIRST, LAST)
            clashes_among(session, meetings)
        return meetings

    shown = len(ours())
    wall, ratio = measure(f"month of {shown} meetings", ours, bare_roll, report)
    assert shown > MEETINGS * 20
    assert wall < SLOWEST
    assert ratio < TIMES_BARE


def test_a_roll_call(roll_office: Database, bare_roll: driver.Connection, report: Report) -> None:
    with roll_office.reading() as session:
        meeting: UUID = session.scalars(
            select(CourseMeeting.id).where(CourseMeeting.state == MeetingState.HELD).offset(2000)
        ).first()
        wall, ratio = measure(
            "roll of a meeting", lambda: _roll(session, meeting), bare_roll, report
        )
    assert wall < SLOWEST
    assert ratio < TIMES_BARE


def test_the_hours_of_a_client(
    roll_office: Database, bare_roll: driver.Connection, report: Report
) -> None:
    with roll_office.reading() as session:
        client: UUID = session.scalars(select(Client.id).offset(3000)).first()
        wall, ratio = measure(
            "a client's seventy hours", lambda: hours_of(session, client, TODAY), bare_roll, report
        )
    assert wall < SLOWEST
    assert ratio < TIMES_BARE


def _roll(session: Any, meeting: UUID) -> Any:
    session.expire_all()
    return roll(session, meeting)
