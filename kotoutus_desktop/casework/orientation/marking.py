"""Attendance: the roll of a meeting is called, corrected later, or the meeting did not happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.courses import keep_days
from kotoutus_desktop.casework.orientation.roll import Mark, Roll, marks_of, roll
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import (
    Attendance,
    Course,
    CourseMeeting,
    Enrolment,
    MeetingState,
    attendance_key,
)
from kotoutus_desktop.rules.orientation import Presence, counted_minutes

LONGEST_REASON = 1000
NO_REASON = "-"
"""Stands as the reason of a correction for which none was given: nobody is held up by it."""
PARTLY = (Presence.LATE, Presence.LEFT_EARLY)


@dataclass(frozen=True)
class Call:
    """Who marks, on which day, and why what was marked on an earlier day is corrected."""

    officer_id: UUID | None
    today: date
    corrected_reason: str = ""


def record_marks(
    session: Session, meeting_id: UUID, marks: Mapping[UUID, Mark | None], call: Call
) -> int:
    """Record marks of a meeting by enrolment, and that it was held; return how many changed.

    None takes a mark away; a meeting that has none is planned again. Raises InvalidInput for
    `meeting` when it is still to come, for `enrolment` when someone did not sit on the course
    that day, for `minutes` and `reason`; nothing is recorded then.
    """
    called = roll(session, meeting_id)
    _require_right(called, marks, call)
    there = marks_of(session, meeting_id)
    changed = [
        _record(session, called, enrolment_id, mark, there.get(enrolment_id), call)
        for enrolment_id, mark in marks.items()
    ]
    session.flush()
    _settle(session, called.meeting)
    return sum(changed)


def mark_all_present(session: Session, meeting_id: UUID, call: Call) -> int:
    """Mark everybody as present who has no mark yet; return how many that were."""
    called = roll(session, meeting_id)
    waiting = (row.person.enrolment_id for row in called.rows if row.mark is None)
    return record_marks(session, meeting_id, dict.fromkeys(waiting, Mark(Presence.PRESENT)), call)


def did_not_happen(session: Session, meeting_id: UUID, reason: str) -> None:
    """Record that a meeting did not take place; marks that it had are taken away.

    Raises InvalidInput for `reason` when none is given.
    """
    why = _written(reason)
    if not why:
        raise InvalidInput("reason", N_("Write why the meeting did not happen."))
    meeting = session.get_one(CourseMeeting, meeting_id)
    for mark in marks_of(session, meeting_id).values():
        session.delete(mark)
    meeting.state, meeting.reason = MeetingState.DID_NOT_HAPPEN, why
    session.add(meeting)
    session.flush()
    keep_days(session.get_one(Course, meeting.course_id))


def was_there_already(session: Session, meeting_id: UUID, enrolment_id: UUID) -> None:
    """Record that someone took part from this meeting on, and not only since a later day."""
    meeting = session.get_one(CourseMeeting, meeting_id)
    enrolment = session.get_one(Enrolment, enrolment_id)
    if enrolment.answered_on is not None and enrolment.answered_on > meeting.held_on:
        enrolment.answered_on = meeting.held_on
        session.add(enrolment)


def _require_right(called: Roll, marks: Mapping[UUID, Mark | None], call: Call) -> None:
    if called.meeting.held_on > call.today:
        raise InvalidInput("meeting", N_("The meeting is still to come. Call its roll that day."))
    on_roll = {row.person.enrolment_id for row in called.rows}
    if not on_roll.issuperset(marks):
        raise InvalidInput(
            "enrolment", N_("Only people who took part in the course that day can be marked.")
        )
    for mark in marks.values():
        if mark is not None:
            _require_minutes(mark, called.meeting.minutes)
            _written(mark.reason)
    _written(call.corrected_reason)


def _require_minutes(mark: Mark, minutes: int) -> None:
    if mark.presence in PARTLY and not 1 <= mark.missed < minutes:
        raise InvalidInput(
            "minutes",
            N_("Write how many minutes were missed, from 1 to {highest}."),
            highest=minutes - 1,
        )


def _written(reason: str) -> str:
    written = reason.strip()
    if len(written) > LONGEST_REASON:
        raise InvalidInput("reason", N_("Write at most {most} characters."), most=LONGEST_REASON)
    return written


def _record(
    session: Session,
    called: Roll,
    enrolment_id: UUID,
    mark: Mark | None,
    before: Attendance | None,
    call: Call,
) -> bool:
    """Record one mark; tell whether anything changed."""
    if mark is None:
        if before is not None:
            session.delete(before)
        return before is not None
    minutes = counted_minutes(mark.presence, called.meeting.minutes, mark.missed)
    content = mark.presence, minutes, mark.reason.strip()
    if before is not None:
        if (before.presence, before.minutes, before.reason) == content:
            return False
        if call.today > before.recorded_on:
            before.corrected_reason = call.corrected_reason.strip() or NO_REASON
    record = before or _new(called, enrolment_id, mark.presence, call.today)
    record.presence, record.minutes, record.reason = content
    record.recorded_on, record.officer_id = call.today, call.officer_id
    session.add(record)
    return True


def _new(called: Roll, enrolment_id: UUID, presence: Presence, today: date) -> Attendance:
    meeting = called.meeting
    clients = {row.person.enrolment_id: row.person.client_id for row in called.rows}
    return Attendance(
        id=attendance_key(meeting.id, enrolment_id),
        meeting_id=meeting.id,
        enrolment_id=enrolment_id,
        client_id=clients[enrolment_id],
        presence=presence,
        recorded_on=today,
    )


def _settle(session: Session, meeting: CourseMeeting) -> None:
    """Let the meeting be held while it has marks, and planned again when the last one goes."""
    marked = bool(marks_of(session, meeting.id))
    if marked and meeting.state is not MeetingState.HELD:
        revived = meeting.state is MeetingState.DID_NOT_HAPPEN
        meeting.state, meeting.reason = MeetingState.HELD, "" if revived else meeting.reason
        session.add(meeting)
        session.flush()
        keep_days(session.get_one(Course, meeting.course_id))
    elif not marked and meeting.state is MeetingState.HELD:
        meeting.state = MeetingState.PLANNED
        session.add(meeting)
