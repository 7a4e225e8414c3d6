"""A course with meetings for tests of the papers of civic orientation."""

from datetime import date, timedelta

import pypdfium2

from kotoutus_desktop.documents.certificate import Certified, CertifiedCourse
from kotoutus_desktop.documents.sign_in_sheet import Attendee, MeetingToSign
from kotoutus_desktop.models.orientation import Course, CourseMeeting
from kotoutus_desktop.rules.orientation import Topic
from kotoutus_desktop.rules.orientation_topics import TopicHours
from kotoutus_desktop.rules.sign_in_code import codes

FIRST_DAY = date(2026, 11, 3)


def course(meetings: int = 24) -> Course:
    """Return a course of Tuesdays and Thursdays, three hours each."""
    made = Course(
        number="H1-K003",
        name="Syksyn ryhmä",
        language="ar",
        trainer="Ahmad Said",
        place="Kirjasto, Koulukatu 7",
        map_text="Kirjasto on torin reunalla.",
        bring="Kynä ja vihko",
        absence_contact="Soita: 040 555 1234",
        link="https://etayhteys.example/k003",
    )
    topics = list(Topic)
    for number in range(meetings):
        day = FIRST_DAY + timedelta(days=number // 2 * 7 + number % 2 * 2)
        made.meetings.append(
            CourseMeeting(
                course_id=made.id,
                held_on=day,
                starts=9 * 60,
                minutes=180,
                break_minutes=15,
                topics=[topics[number % 12].value, topics[(number + 1) % 12].value],
            )
        )
    if made.meetings:
        made.starts_on, made.ends_on = FIRST_DAY, made.meetings[-1].held_on
    return made


def attendees(count: int, name: str = "Ahmad Al-Hassan", own: str = "") -> tuple[Attendee, ...]:
    """Return so many people, each with a code of their own."""
    found = codes()
    return tuple(Attendee(next(found), name, own) for _ in range(count))


def to_sign(count: int = 3, name: str = "Ahmad Al-Hassan", own: str = "") -> MeetingToSign:
    """Return the first meeting with so many people."""
    return MeetingToSign(course().meetings[0], attendees(count, name, own))


def certified() -> Certified:
    """Return three hours of each topic, and what they are hours of."""
    rows = tuple(TopicHours(topic, 180, 0) for topic in Topic)
    last = FIRST_DAY + timedelta(weeks=12)
    named = CertifiedCourse("H1-K003", "ar", ("Ahmad Said",), FIRST_DAY, last)
    return Certified(complete=False, rows=rows, earlier=0, courses=(named,))


def strays(pdf: bytes) -> list[tuple[int, str]]:
    """Return what is drawn off a page: its number, and where. Outlines are placed by their form."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            width, height = page.get_size()
            for thing in page.get_objects(max_depth=1):
                left, bottom, right, top = thing.get_bounds()
                outside = left < 0 or bottom < 0 or right > width or top > height
                if outside and thing.type != pypdfium2.raw.FPDF_PAGEOBJ_FORM:
                    found.append((number, str(thing.get_bounds())))
    finally:
        document.close()
    return found


def pages(pdf: bytes) -> int:
    """Return how many pages a paper has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
