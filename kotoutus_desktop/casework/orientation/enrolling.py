"""Who takes part in a course: invited, answered, on the reserve list, moved, guests.

Section 25 entitles integration clients only, and a group's language should be known well:
where it is otherwise the program says so (`cautions`), and the counsellor decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import state_on
from kotoutus_desktop.casework.orientation.participants import ON_LIST, participants
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import Course, CourseState, Enrolment, EnrolmentState
from kotoutus_desktop.rules.sign_in_code import new_code

State = EnrolmentState
LONGEST_REASON = 1000
LONGEST_NAME = 300
ANSWERS = (State.ACCEPTED, State.DECLINED, State.NO_ANSWER)
_ANSWERED_FROM = (State.INVITED, State.ACCEPTED, State.DECLINED, State.NO_ANSWER)


@dataclass(frozen=True)
class Guest:
    """Somebody who is no client: the name, and who sent them."""

    name: str
    sent_by: str = ""


def invite(
    session: Session, course_id: UUID, clients: Iterable[UUID], today: date
) -> list[Enrolment]:
    """Invite clients to a course; who declined or did not answer before is invited anew.

    Raises InvalidInput for `course` when it is over or cancelled, for `client` when one is on
    it already.
    """
    course = _open_course(session, course_id, today)
    return [_enrol(session, course, client, State.INVITED, today) for client in clients]


def reserve(
    session: Session, course_id: UUID, clients: Iterable[UUID], today: date
) -> list[Enrolment]:
    """Put clients on the reserve list, behind those who are on it; raises as `invite` does."""
    course = _open_course(session, course_id, today)
    return [_enrol(session, course, client, State.RESERVE, today) for client in clients]


def add_guest(session: Session, course_id: UUID, guest: Guest, today: date) -> Enrolment:
    """Seat somebody who is no client as an extra (§ 25 entitles integration clients only).

    Raises InvalidInput for `guest_name` and `guest_from`.
    """
    course = _open_course(session, course_id, today)
    name, sent_by = " ".join(guest.name.split()), " ".join(guest.sent_by.split())
    if not name:
        raise InvalidInput("guest_name", N_("Write the name of the guest."))
    for field, text in (("guest_name", name), ("guest_from", sent_by)):
        if len(text) > LONGEST_NAME:
            raise InvalidInput(field, N_("Write at most {most} characters."), most=LONGEST_NAME)
    there = participants(session, course.id)
    same = [each for each in there if each.is_guest and each.enrolment.state in ON_LIST]
    if any(each.name.casefold() == name.casefold() for each in same):
        raise InvalidInput("guest_name", N_("A guest of this name is on the course already."))
    enrolment = Enrolment(
        course_id=course.id,
        guest_name=name,
        guest_from=sent_by,
        code=_code(session, course.id),
        state=State.ACCEPTED,
        answered_on=today,
    )
    session.add(enrolment)
    session.flush()
    return enrolment


def answer(
    session: Session, enrolment_id: UUID, state: EnrolmentState, today: date, reason: str = ""
) -> Enrolment:
    """Record what someone who was invited answered, or that no answer came.

    Raises InvalidInput for `state` from where there is no answer, for `reason` when too long.
    """
    enrolment = session.get_one(Enrolment, enrolment_id)
    if state not in ANSWERS or enrolment.state not in _ANSWERED_FROM:
        raise InvalidInput("state", N_("Only someone who was invited can answer."))
    enrolment.state, enrolment.reason = state, _reason(reason)
    enrolment.answered_on = None if state is State.NO_ANSWER else today
    session.add(enrolment)
    return enrolment


def interrupt(session: Session, enrolment_id: UUID, today: date, reason: str) -> Enrolment:
    """Record that someone left the course before its end; the hours stay.

    Raises InvalidInput for `reason` when none is given, for `state` when not on the course.
    """
    enrolment = session.get_one(Enrolment, enrolment_id)
    _require_seat(enrolment)
    if not reason.strip():
        raise InvalidInput("reason", N_("Write why the course was interrupted."))
    enrolment.state, enrolment.reason, enrolment.ended_on = (
        State.INTERRUPTED,
        _reason(reason),
        today,
    )
    session.add(enrolment)
    return enrolment


def offer_reserve(session: Session, enrolment_id: UUID, today: date) -> Enrolment:
    """Invite someone from the reserve list; raises InvalidInput for `state` when not on it."""
    enrolment = session.get_one(Enrolment, enrolment_id)
    if enrolment.state is not State.RESERVE:
        raise InvalidInput("state", N_("This person is not on the reserve list."))
    _open_course(session, enrolment.course_id, today)
    enrolment.state, enrolment.invited_on = State.INVITED, today
    session.add(enrolment)
    return enrolment


def move(
    session: Session, enrolment_id: UUID, course_id: UUID, today: date, reason: str = ""
) -> Enrolment:
    """Move someone to another course and return the new enrolment. The hours are kept.

    Raises InvalidInput for `course` when it is over, cancelled or the same one, for `client`
    when the person is on it already, for `state` when not on the course that is left.
    """
    old = session.get_one(Enrolment, enrolment_id)
    _require_seat(old)
    if old.course_id == course_id:
        raise InvalidInput("course", N_("Choose another course than this one."))
    course = _open_course(session, course_id, today)
    if old.client_id is not None:
        new = _enrol(session, course, old.client_id, State.ACCEPTED, today)
    else:
        new = add_guest(session, course_id, Guest(old.guest_name, old.guest_from), today)
    new.answered_on = today
    old.state, old.reason, old.ended_on = State.MOVED, _reason(reason), today
    old.moved_to = new.id
    session.add_all((old, new))
    return new


def remove(session: Session, enrolment_id: UUID) -> None:
    """Delete an enrolment that was never to be; raises InvalidInput for `state` after an answer."""
    enrolment = session.get_one(Enrolment, enrolment_id)
    guest = enrolment.client_id is None
    if enrolment.state not in (State.INVITED, State.RESERVE) and not guest:
        raise InvalidInput("state", N_("Record an answer or an interruption instead."))
    session.delete(enrolment)


def _open_course(session: Session, course_id: UUID, today: date) -> Course:
    course = session.get_one(Course, course_id)
    if state_on(course, today) in (CourseState.CANCELLED, CourseState.ENDED):
        raise InvalidInput("course", N_("The course is over or cancelled. Choose another."))
    return course


def _enrol(
    session: Session, course: Course, client_id: UUID, state: EnrolmentState, today: date
) -> Enrolment:
    """Enrol a client; an earlier enrolment that came to nothing is taken up again."""
    before = session.scalars(
        select(Enrolment)
        .where(Enrolment.course_id == course.id, Enrolment.client_id == client_id)
        .order_by(Enrolment.id)
    ).all()
    if any(each.state in ON_LIST for each in before):
        raise InvalidInput("client", N_("This client is on the course already."))
    again = [each for each in before if each.state in (State.DECLINED, State.NO_ANSWER)]
    if again and state is State.RESERVE:
        session.delete(again[-1])  # whoever changes their mind stands at the end of the list
    if again and state is not State.RESERVE:
        enrolment = again[-1]
    else:
        enrolment = Enrolment(
            course_id=course.id, client_id=client_id, code=_code(session, course.id)
        )
    enrolment.state, enrolment.reason, enrolment.answered_on = state, "", None
    enrolment.invited_on = today if state is State.INVITED else None
    session.add(enrolment)
    session.flush()
    return enrolment


def _code(session: Session, course_id: UUID) -> str:
    taken = session.scalars(select(Enrolment.code).where(Enrolment.course_id == course_id))
    return new_code(set(taken))


def _require_seat(enrolment: Enrolment) -> None:
    if enrolment.state not in (State.ACCEPTED, State.INVITED):
        raise InvalidInput("state", N_("This person is not on the course."))


def _reason(reason: str) -> str:
    written = reason.strip()
    if len(written) > LONGEST_REASON:
        raise InvalidInput("reason", N_("Write at most {most} characters."), most=LONGEST_REASON)
    return written
