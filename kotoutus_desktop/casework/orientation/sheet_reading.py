"""A filled sign-in sheet typed back: codes of those present or absent, or a row of marks."""

import re
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework.orientation.roll import Mark, Person, Roll
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.orientation import Course, Enrolment
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.sign_in_code import WrongCode, read_code

SLIP = N_("{code}: no such code, a sign is wrong. Look again at the sheet.")
NOBODY = N_("{code}: nobody on the roll of this meeting has this code.")
OF_OTHER = N_("{code} is a code of another course: {courses}. Is this the right sheet?")
SINCE_LATER = N_("{name} takes part since a later day. Take them on in the roll call first.")
TWICE = N_("{name} is typed already.")
_NO_MARK = N_("{mark}: no such mark. Write P, A, E, L15 or D30.")
_TOO_MANY = N_("There are {typed} marks, but {rows} rows on the sheet.")
_MINUTES = N_("Row {row}: write the minutes after {letter}, from 1 to {highest}, as in {letter}15.")

NO_MARK = "-"
LETTERS = {
    "P": Presence.PRESENT,
    "A": Presence.ABSENT,
    "E": Presence.EXCUSED,
    "L": Presence.LATE,
    "D": Presence.LEFT_EARLY,
}
_PARTLY = (Presence.LATE, Presence.LEFT_EARLY)
_MOST_NAMED = 3
_TOKEN = re.compile(r"([A-Za-z-])(\d*)|(\S)")


def person_of_code(
    session: Session, called: Roll, typed: str, already: Collection[UUID] = ()
) -> Person:
    """Return whose code was typed; blanks and small letters do not matter.

    Raises InvalidInput for `code`, saying what is wrong: a slip, a code of another course that
    runs that day, someone who takes part since later, someone typed twice.
    """
    try:
        code = read_code(typed)
    except WrongCode as error:
        raise InvalidInput("code", SLIP, code=typed.strip().upper()) from error
    found = next((row.person for row in called.rows if row.person.code == code), None)
    if found is None:
        raise _unknown(session, called, code)
    if found.enrolment_id in already:
        raise InvalidInput("code", TWICE, name=found.name)
    return found


def marks_of_codes(
    called: Roll, listed: Collection[UUID], *, absent: bool
) -> dict[UUID, Mark | None]:
    """Return the marks that follow when these are all who were present, or all who were absent.

    Who is marked late, left early or excused already keeps it where it says the same.
    """
    marks: dict[UUID, Mark | None] = {}
    for row in called.rows:
        there = (row.person.enrolment_id in listed) is not absent
        if row.mark is None or _was_there(row.mark) is not there:
            presence = Presence.PRESENT if there else Presence.ABSENT
            marks[row.person.enrolment_id] = Mark(presence)
    return marks


def marks_of_row(called: Roll, typed: str) -> dict[UUID, Mark | None]:
    """Return the marks of a row such as PPAL15E, in the order of the sheet; "-" is no mark.

    Raises InvalidInput for `row` where a mark is none, lacks its minutes, or there are more or
    fewer marks than rows.
    """
    given = [_read_mark(*found.groups()) for found in _TOKEN.finditer(typed)]
    rows = called.rows
    if len(given) != len(rows):
        raise InvalidInput("row", _TOO_MANY, typed=len(given), rows=len(rows))
    highest = called.meeting.minutes - 1
    for number, mark in enumerate(given, 1):
        if mark and mark.presence in _PARTLY and not 1 <= mark.missed <= highest:
            letter = next(each for each, presence in LETTERS.items() if presence is mark.presence)
            raise InvalidInput("row", _MINUTES, row=number, letter=letter, highest=highest)
    people = (row.person.enrolment_id for row in rows)
    return {person: mark for person, mark in zip(people, given, strict=True) if mark}


def _read_mark(letter: str | None, minutes: str, other: str | None) -> Mark | None:
    if letter == NO_MARK:
        return None
    presence = LETTERS.get((letter or "").upper())
    if presence is None or (minutes and presence not in _PARTLY):
        raise InvalidInput("row", _NO_MARK, mark=other or f"{letter}{minutes}")
    return Mark(presence, int(minutes or 0))


def _was_there(mark: Mark) -> bool:
    return mark.presence not in (Presence.ABSENT, Presence.EXCUSED)


def _unknown(session: Session, called: Roll, code: str) -> InvalidInput:
    later = next((each for each in called.later if each.code == code), None)
    if later is not None:
        return InvalidInput("code", SINCE_LATER, name=later.name)
    others = _courses_of(session, code, called.meeting.course_id, called.meeting.held_on)
    if others:
        return InvalidInput("code", OF_OTHER, code=code, courses=", ".join(others))
    return InvalidInput("code", NOBODY, code=code)


def _courses_of(session: Session, code: str, own: UUID, day: date) -> list[str]:
    """Return the numbers of other courses that run that day and have this code."""
    found = session.scalars(
        select(Course.number)
        .join(Enrolment, Enrolment.course_id == Course.id)
        .where(
            Enrolment.code == code,
            Course.id != own,
            Course.starts_on <= day,
            Course.ends_on >= day,
        )
        .order_by(Course.number)
        .limit(_MOST_NAMED)
    )
    return list(found)
