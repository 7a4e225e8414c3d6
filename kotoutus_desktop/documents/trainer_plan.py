"""The plan of a course for its trainer: meetings with their topics, and who takes part.

It is for who teaches, never for a client: it stands in Finnish or Swedish alone, in the words of
the interface's catalog. It names no address and no telephone number of a participant, and whoever
has a non-disclosure order by code alone.
"""

from collections.abc import Callable, Iterator, Sequence

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.orientation_words import TOPICS
from kotoutus_desktop.documents.rows import Line, Part, Row
from kotoutus_desktop.documents.said import Plain
from kotoutus_desktop.documents.sheet import LARGE_PRINT, Sheet
from kotoutus_desktop.documents.sign_in_sheet import Attendee, clock, course_name
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.models.orientation import Course, CourseMeeting, MeetingState, known_topics
from kotoutus_desktop.phrases.catalog import documents_catalog
from kotoutus_desktop.phrases.library import library
from kotoutus_desktop.phrases.render import written_date, written_time, written_weekday

TITLE = N_("Plan for the trainer")
_MEETINGS, _PEOPLE = N_("Meetings"), N_("Participants")
_COURSE, _TRAINER = N_("Course: {name}"), N_("Trainer: {name}")
_INTERPRETER, _NOBODY = N_("Interpreter: {name}"), N_("Nobody takes part yet.")
_AT, _LINK = N_("At {place}"), N_("Link: {address}")
_DID_NOT_HAPPEN, _CODE_ONLY = N_("Did not happen: {reason}"), N_("by code only")
Translate = Callable[[str], str]


def trainer_plan(
    office: Office,
    course: Course,
    people: Sequence[Attendee],
    official: str,
    *,
    large: bool = False,
) -> Sheet:
    """Return the plan of a course, in the official language alone."""
    said = interface_catalog(official).gettext
    meetings = tuple(
        Row(str(number), tuple(_meeting(each, official, said)))
        for number, each in enumerate(course.meetings, 1)
    )
    parts = [Part(Plain(said(_MEETINGS)), meetings)] if meetings else []
    return Sheet(
        languages=(official,),
        official=official,
        draft=False,
        interpreted=False,
        letterhead=frame.letterhead(office, official),
        secrecy=frame.secrecy(Client()),  # the list tells who is a client
        title=Plain(said(TITLE)),
        names=(),
        facts=tuple(map(Plain, _facts(course, said))),
        parts=(*parts, Part(Plain(said(_PEOPLE)), _people(people, said))),
        statements=(),
        signatures=(),
        notes=(),
        library=library(),
        runs_as=(Plain(course.number),),
        scale=LARGE_PRINT if large else 1.0,
    )


def _facts(course: Course, said: Translate) -> Iterator[str]:
    yield said(_COURSE).format(name=course_name(course))
    if course.trainer:
        yield said(_TRAINER).format(name=course.trainer)
    if course.interpreter:
        yield said(_INTERPRETER).format(name=course.interpreter)
    if course.place:
        yield said(_AT).format(place=course.place)
    if course.link:
        yield said(_LINK).format(address=course.link)


def _meeting(meeting: CourseMeeting, official: str, said: Translate) -> Iterator[Line]:
    """Return when, what is not as usual, and the topics."""
    day = f"{written_weekday(meeting.held_on, official)} {written_date(meeting.held_on, official)}"
    hours = "–".join(
        written_time(clock(minutes), official) for minutes in (meeting.starts, meeting.ends)
    )
    first = f"{day}, {hours}"
    yield Line(Plain(f"{first} · {meeting.title}" if meeting.title else first), strong=True)
    if meeting.state is MeetingState.DID_NOT_HAPPEN:
        yield Line(Plain(said(_DID_NOT_HAPPEN).format(reason=meeting.reason)))
        return
    others = (
        (_TRAINER, "name", meeting.trainer),
        (_INTERPRETER, "name", meeting.interpreter),
        (_AT, "place", meeting.place),
        (_LINK, "address", meeting.link),
    )
    for text, slot, value in others:
        if value:
            yield Line(Plain(said(text).format(**{slot: value})))
    known = known_topics(meeting.topics)
    for topic, text in TOPICS.items():
        if topic in known:
            yield Line(Plain(documents_catalog(official).text(text) or text))


def _people(people: Sequence[Attendee], said: Translate) -> tuple[Row, ...]:
    if not people:
        return (Row("", (Line(Plain(said(_NOBODY))),)),)
    return tuple(
        Row(
            str(number),
            tuple(
                Line(Plain(text))
                for text in (f"{each.code}  {each.name or said(_CODE_ONLY)}", each.own_name)
                if text
            ),
        )
        for number, each in enumerate(people, 1)
    )
