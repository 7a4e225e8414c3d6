"""The sign-in sheet of a meeting: who is on the course, a code for each, and room to sign.

Whoever has a non-disclosure order stands there by code alone. The codes are typed back later,
see `rules.sign_in_code`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import columns_of, notes_of, scale_of
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.orientation_words import SCHEDULE, SIGN_IN, TOPICS
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Clock, Day, Plain, Said, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.words import HEAD, MEASURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import Course, CourseMeeting, known_topics
from kotoutus_desktop.phrases.library import library

HEADS = (HEAD.name, SIGN_IN.code, SIGN_IN.signature, SIGN_IN.came, SIGN_IN.left)


@dataclass(frozen=True)
class Attendee:
    """A row to sign on: the code, and the name in Latin letters and in the own script.

    Both names are empty for whoever has a non-disclosure order.
    """

    code: str
    name: str = ""
    own_name: str = ""


@dataclass(frozen=True)
class MeetingToSign:
    """A meeting with who is expected there, in the order of the rows."""

    meeting: CourseMeeting
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True)
class SignInSheet:
    """The sheets of some meetings; each begins a page. `sheet.parts` has one part for each."""

    sheet: Sheet
    attendees: tuple[tuple[Attendee, ...], ...]


def sign_in_sheet(
    office: Office, course: Course, meetings: Sequence[MeetingToSign], **edition: Unpack[Edition]
) -> SignInSheet:
    """Return the sheets of these meetings: the official language beside that of the group."""
    name = Words(SIGN_IN.course, {"name": Plain(course_name(course))})
    heads = tuple(map(Words, dict.fromkeys(HEADS)))
    sheet = Sheet(
        languages=columns_of(edition),
        official=edition["official"],
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(office, edition["official"]),
        secrecy=frame.secrecy(Client()),  # the list tells who is a client
        title=Words(SIGN_IN.title),
        names=(),
        facts=(Words(MEASURES.orientation), name),
        parts=tuple(_part(course, each) for each in meetings),
        statements=(Words(SIGN_IN.sign), *heads),
        signatures=(),
        notes=notes_of(edition, (), library()),
        library=library(),
        runs_as=(name,),
        scale=scale_of(edition),
        in_english=edition.get("in_english", False),
    )
    return SignInSheet(sheet, tuple(each.attendees for each in meetings))


def course_name(course: Course) -> str:
    """Return what a course is called on paper: its number and its name, if it has one."""
    return " · ".join(part for part in (course.number, course.name) if part)


def meeting_times(meeting: CourseMeeting) -> Words:
    """Return from when till when a meeting lasts, breaks included."""
    return Words(
        INVITATION.from_to,
        {"start": Clock(clock(meeting.starts)), "end": Clock(clock(meeting.ends))},
    )


def clock(minutes: int) -> time:
    """Return minutes from midnight as a time of day."""
    hours, rest = divmod(minutes % (24 * 60), 60)
    return time(hours, rest)


def place_of(course: Course, meeting: CourseMeeting) -> Words | None:
    """Return where a meeting is, None where it is not known."""
    if meeting.remote:
        return Words(SCHEDULE.remote)
    place = meeting.place or course.place
    return Words(INVITATION.place, {"place": Plain(place)}) if place else None


def _part(course: Course, each: MeetingToSign) -> Part:
    """Return a meeting with everything that is printed of it, so that gaps are found."""
    facts = Row("", tuple(Line(said) for said in _facts(course, each.meeting)))
    names = tuple(
        Row(str(number), tuple(Line(Plain(text)) for text in (each.name, each.own_name) if text))
        for number, each in enumerate(each.attendees, 1)
    )
    return Part(Words(INVITATION.day, {"date": Day(each.meeting.held_on)}), (facts, *names))


def _facts(course: Course, meeting: CourseMeeting) -> Iterator[Said]:
    yield meeting_times(meeting)
    where = place_of(course, meeting)
    if where is not None:
        yield where
    trainer = meeting.trainer or course.trainer
    if trainer:
        yield Words(SIGN_IN.trainer, {"name": Plain(trainer)})
    known = known_topics(meeting.topics)
    yield from (Words(text) for topic, text in TOPICS.items() if topic in known)
