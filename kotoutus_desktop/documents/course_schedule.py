"""The timetable of a course for one client, in their language, to hang on the refrigerator.

For a client under non-disclosure it tells no place and no link: it says whom to ask.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Unpack

from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.orientation_words import SCHEDULE, SIGN_IN
from kotoutus_desktop.documents.rows import Line, Lines, numbered
from kotoutus_desktop.documents.said import Day, Plain, Said, Words
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.sign_in_sheet import clock, course_name
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.orientation import Course, CourseMeeting, MeetingState
from kotoutus_desktop.phrases.library import library

WORKING_DAYS = 5


@dataclass(frozen=True)
class Entry:
    """A meeting in the grid. `place` is "" where it is the usual one, or must not be told."""

    day: date
    starts: time
    ends: time
    cancelled: bool = False
    remote: bool = False
    place: str = ""


@dataclass(frozen=True)
class Week:
    """A week with meetings: its number, and the meetings of each weekday that is shown."""

    monday: date
    days: tuple[tuple[Entry, ...], ...]

    @property
    def number(self) -> int:
        """The number of the week, as Finland counts them."""
        return self.monday.isocalendar().week


@dataclass(frozen=True)
class CourseSchedule:
    """The page. `problems(schedule.sheet)` says what stands in the way of printing it."""

    sheet: Sheet
    weeks: tuple[Week, ...]

    @property
    def columns(self) -> int:
        """How many weekdays are shown, from Monday on."""
        return len(self.weeks[0].days) if self.weeks else WORKING_DAYS


def course_schedule(
    office: Office,
    officer: Officer,
    client: Client,
    course: Course,
    **edition: Unpack[Edition],
) -> CourseSchedule:
    """Return the page of a course with its meetings; what did not happen is marked."""
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    parts = [
        (SCHEDULE.where, _where(source, course)),
        (INVITATION.bring_heading, _typed(source, course.bring)),
        (INVITATION.cancel_heading, [_absence(source, course)]),
    ]
    content = Content(
        title=SCHEDULE.title,
        facts=_facts(course),
        parts=numbered(1, parts),
        statements=(
            Words(SCHEDULE.week, {"number": Plain("1")}),
            *map(Words, (SCHEDULE.cancelled, SCHEDULE.remote)),
        ),
    )
    weeks = _weeks(course.meetings, hide_places=source.hides_places)
    return CourseSchedule(client_sheet(source, content, edition), weeks)


def _facts(course: Course) -> tuple[Said, ...]:
    facts: list[Said] = [Words(SIGN_IN.course, {"name": Plain(course_name(course))})]
    if course.starts_on and course.ends_on:
        period = {"start": Day(course.starts_on), "end": Day(course.ends_on)}
        facts.append(Words(MEASURES.period, period))
    return tuple(facts)


def _where(source: Source, course: Course) -> list[Lines]:
    """Return place, way and link; whom to ask where the place must not be told."""
    if source.hides_places:
        return [(Line(Words(SCHEDULE.ask_place), strong=True),)]
    lines: list[Line] = []
    if course.place:
        lines.append(Line(Plain(course.place), strong=True))
    lines += source.typed(course.map_text)
    if course.link:
        lines.append(Line(Words(SCHEDULE.link, {"address": Plain(course.link)})))
    return [tuple(lines)] if lines else []


def _typed(source: Source, text: str) -> list[Lines]:
    lines = source.typed(text)
    return [tuple(lines)] if lines else []


def _absence(source: Source, course: Course) -> Lines:
    """Return how to tell an absence: as the course says it, or the counsellor's contact.

    What was typed about the course may name its place: who is hidden gets the counsellor's.
    """
    typed = [] if source.hides_places else source.typed(course.absence_contact)
    reached = typed or frame.contact_lines(source)
    return (Line(Words(SCHEDULE.tell_absence)), *reached)


def _weeks(meetings: Sequence[CourseMeeting], *, hide_places: bool) -> tuple[Week, ...]:
    """Return the weeks that have meetings: Monday to Friday, and weekends where they are used."""
    found: dict[date, list[CourseMeeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda each: (each.held_on, each.starts)):
        monday = date.fromordinal(meeting.held_on.toordinal() - meeting.held_on.weekday())
        found[monday].append(meeting)
    last = max((each.held_on.weekday() for each in meetings), default=0)
    shown = range(max(WORKING_DAYS, last + 1))
    return tuple(
        Week(
            monday,
            tuple(
                _entries(
                    (each for each in found[monday] if each.held_on.weekday() == day), hide_places
                )
                for day in shown
            ),
        )
        for monday in sorted(found)
    )


def _entries(meetings: Iterable[CourseMeeting], hide_places: bool) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            each.held_on,
            clock(each.starts),
            clock(each.ends),
            each.state is MeetingState.DID_NOT_HAPPEN,
            each.remote,
            "" if hide_places else each.place,
        )
        for each in meetings
    )
