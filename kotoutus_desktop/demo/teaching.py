"""Civic orientation of the demo's office: a course that runs, and one that is being planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import get_course, store_course
from kotoutus_desktop.casework.orientation.enrolling import answer, invite
from kotoutus_desktop.casework.orientation.marking import Call, mark_all_present, record_marks
from kotoutus_desktop.casework.orientation.meetings import did_not_happen
from kotoutus_desktop.casework.orientation.planning import Rule, plan_meetings, seventy_hours
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.reference.holidays import is_day_off
from kotoutus_desktop.rules.course_calendar import Slot
from kotoutus_desktop.rules.orientation import Presence

INVITED_BEFORE = timedelta(days=28)
MOST = 12
MISSED_MEETING = 3  # of those that are over, counted from the first


@dataclass(frozen=True)
class Teaching:
    """A course that began or begins so many days from today, for those of some languages."""

    days: int
    language: str
    understood: tuple[str, ...]
    name: str
    trainer: str
    slots: tuple[Slot, ...]


COURSES = (
    Teaching(-38, "ar", ("ar",), "Yhteiskuntaorientaatio arabiaksi", "Amina Esimerkki",
             (Slot(0, 540, 150, 30), Slot(2, 540, 150, 30))),
    Teaching(24, "prs", ("prs", "fa"), "Yhteiskuntaorientaatio dariksi", "Yusuf Malli",
             (Slot(1, 720, 165, 15), Slot(3, 720, 165, 15))),
)  # fmt: skip


def teach(session: Session, clients: Iterable[Client], officer: Officer, today: date) -> None:
    """Store the courses, with whoever understands their language, and the rolls called so far."""
    open_cases = [client for client in clients if client.closed_on is None]
    people = sorted(open_cases, key=lambda client: client.number)
    for plan in COURSES:
        first = today + timedelta(days=plan.days)
        course = _stored(session, plan, first, officer)
        known = [each for each in people if _knows(each, plan)][:MOST]
        invited_on = first - INVITED_BEFORE
        invited = invite(session, course.id, [client.id for client in known], invited_on)
        for place, each in enumerate(invited):
            if plan.days < 0 or place % 3:
                answer(session, each.id, EnrolmentState.ACCEPTED, invited_on + timedelta(days=4))
        session.flush()
        if plan.days < 0:
            _call_rolls(session, course, officer, today)


def _knows(client: Client, plan: Teaching) -> bool:
    return client.mother_tongue in plan.understood or plan.language in client.other_languages


def _stored(session: Session, plan: Teaching, first: date, officer: Officer) -> Course:
    course = Course(
        name=plan.name,
        language=plan.language,
        trainer=plan.trainer,
        producer="Esimerkkiopisto",
        place="Utajärven kirjasto, iso sali",
        map_text="Kirjasto on torin laidalla, sisäänkäynti pihan puolelta.",
        bring="Vihko ja kynä.",
        absence_contact="tekstiviesti 050 555 0100",
        municipalities=["889", "785"],
        officer_id=officer.id,
    )
    store_course(session, course)
    days = (first + timedelta(days=number) for number in range(400))
    free = frozenset(day for day in days if is_day_off(day))
    plan_meetings(session, course.id, Rule(first, plan.slots, seventy_hours("fi"), free))
    return course


def _call_rolls(session: Session, course: Course, officer: Officer, today: date) -> None:
    """Call the roll of every meeting that is over; one of them did not happen."""
    over = [each for each in get_course(session, course.id).meetings if each.held_on < today]
    people = session.query(Enrolment).filter_by(course_id=course.id).order_by(Enrolment.id).all()
    for number, meeting in enumerate(over):
        if number == MISSED_MEETING:
            did_not_happen(session, meeting.id, "Kouluttaja sairastui.")
            continue
        absent = [people[number // 3 % len(people)]] if number % 3 == 1 else []
        _call_roll(session, meeting, absent, officer)


def _call_roll(
    session: Session, meeting: CourseMeeting, absent: Iterable[Enrolment], officer: Officer
) -> None:
    call = Call(officer.id, meeting.held_on)
    ill = {each.id: Mark(Presence.ABSENT, reason="Sairas.") for each in absent}
    record_marks(session, meeting.id, ill, call)
    mark_all_present(session, meeting.id, call)
