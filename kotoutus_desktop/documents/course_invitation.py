"""The invitation to a course of civic orientation, in the client's language (681/2023 § 25)."""

from datetime import time
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.course_invitation_words import COURSE_INVITATION
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION, MY_PLAN
from kotoutus_desktop.documents.orientation_words import CERTIFICATE
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Clock, Day, Plain, Said, Tongue, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import HEAD, RIGHTS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.orientation import (
    Course,
    CourseForm,
    CourseKind,
    CourseMeeting,
    MeetingState,
)
from kotoutus_desktop.phrases.library import library


def course_invitation_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    course: Course,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the invitation: the course, when it begins, where, and how to answer.

    For a client whose place is hidden it names none and says that it is told personally.

    Source: 681/2023 § 25, Decree 576/2024.
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    parts: list[tuple[str, list[Lines]]] = [
        (COURSE_INVITATION.invited, [_days(course), _teaching(source, course)]),
        (RIGHTS.contact, [tuple(frame.contact_lines(source))]),
        (INVITATION.bring_heading, [(_line(INVITATION.bring_letter),)]),
        (INVITATION.cancel_heading, [_answering(course)]),
    ]
    number: tuple[Said, ...] = ()
    if client.number:
        number = (Words(HEAD.client_number, {"number": Plain(client.number)}),)
    begins = (Day(course.starts_on),) if course.starts_on else ()
    content = Content(
        title=COURSE_INVITATION.title, facts=number, parts=numbered(1, parts), runs_as=begins
    )
    return client_sheet(source, content, edition)


def _line(text: str) -> Line:
    return Line(Words(text))


def _days(course: Course) -> Lines:
    """Return the first and the last day, and the hours of the first meeting."""
    lines = [Line(Words(COURSE_INVITATION.language, {"language": Tongue(course.language)}))]
    if course.starts_on:
        lines.append(Line(Words(MY_PLAN.starts, {"date": Day(course.starts_on)}), strong=True))
    first = _first_meeting(course)
    if first is not None:
        hours = {"start": Clock(_clock(first.starts)), "end": Clock(_clock(first.ends))}
        lines.append(Line(Words(INVITATION.from_to, hours), strong=True))
    if course.ends_on and course.ends_on != course.starts_on:
        lines.append(Line(Words(MY_PLAN.ends, {"date": Day(course.ends_on)})))
    return tuple(lines)


def _first_meeting(course: Course) -> CourseMeeting | None:
    held = (each for each in course.meetings if each.state is not MeetingState.DID_NOT_HAPPEN)
    return min(held, key=lambda each: (each.held_on, each.starts), default=None)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _teaching(source: Source, course: Course) -> Lines:
    """Return where it is taught, and whether children are cared for."""
    lines: list[Line] = []
    place = course.place.strip()
    if course.form is CourseForm.REMOTE:
        lines.append(_line(COURSE_INVITATION.online))
    elif source.hides_places or not place:
        lines.append(_line(INVITATION.place_told))
    else:
        lines.append(Line(Words(INVITATION.place, {"place": Plain(place)})))
    if course.child_care:
        lines.append(_line(COURSE_INVITATION.child_care))
    return tuple(lines)


def _answering(course: Course) -> Lines:
    lines = [_line(COURSE_INVITATION.answer), _line(COURSE_INVITATION.another)]
    if course.kind is CourseKind.ORIENTATION:
        lines.append(_line(CERTIFICATE.ground))
    return tuple(lines)
