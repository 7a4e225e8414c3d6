"""A client's papers of civic orientation: the timetable of a course, the certificate."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casework.orientation.certifying import (
    Certifiable,
    certifiable,
    course_to_show,
)
from kotoutus_desktop.casework.orientation.courses import get_course
from kotoutus_desktop.casework.orientation.hours import hours_of
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.documents.certificate import (
    Certified,
    CertifiedCourse,
    certificate,
)
from kotoutus_desktop.documents.certificate_pdf import certificate_pdf
from kotoutus_desktop.documents.course_schedule import course_schedule
from kotoutus_desktop.documents.course_schedule_pdf import course_schedule_pdf
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.sign_in_sheet import course_name
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text

if TYPE_CHECKING:
    from kotoutus_desktop.models.database import Database

Drawn = tuple[Sheet, Callable[[], bytes]]


def there_is(database: "Database", client_id: UUID, today: date) -> tuple[bool, bool]:
    """Tell whether there is a course to show, and whether there are hours to certify."""
    with database.reading() as session:
        has_course = course_to_show(session, client_id) is not None
        return has_course, hours_of(session, client_id, today).done > 0


def timetable(database: "Database", client_id: UUID, officer_id: UUID, edition: Edition) -> Drawn:
    """Return the timetable of the client's latest course, and what draws it."""
    with database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        officer = get_officer(session, client.officer_id or officer_id)
        course_id = course_to_show(session, client_id)
        assert course_id is not None, "a timetable is that of a course"
        course, phrases = get_course(session, course_id), office_library(session)
    wanted: Edition = {**edition, "library": phrases}
    schedule = course_schedule(office, officer, client, course, **wanted)
    return schedule.sheet, partial(course_schedule_pdf, schedule)


def certificate_of(
    database: "Database", client_id: UUID, officer_id: UUID, edition: Edition, today: date
) -> Drawn:
    """Return the certificate, of participation where orientation is not complete."""
    with database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        officer = get_officer(session, client.officer_id or officer_id)
        found, phrases = certifiable(session, client_id, today), office_library(session)
    wanted: Edition = {**edition, "library": phrases}
    made = certificate(office, officer, client, _certified(found), **wanted)
    return made.sheet, partial(certificate_pdf, made)


def why_not_complete(database: "Database", client_id: UUID, today: date) -> str:
    """Return what is missing of the orientation, "" where nothing is."""
    with database.reading() as session:
        hours = hours_of(session, client_id, today)
    if hours.complete:
        return ""
    missing = [_("{hours} still missing").format(hours=hours_text(hours.missing))]
    missing = missing if hours.missing else []
    if hours.topics_missing:
        topics = ", ".join(enum_text(topic) for topic in hours.topics_missing)
        missing.append(_("missing topics: {topics}").format(topics=topics))
    missing += [enum_text(problem) for problem in hours.problems]
    words = _("The orientation is not complete: {missing}. This certificate shows participation.")
    return words.format(missing="; ".join(missing))


def _certified(found: Certifiable) -> Certified:
    courses = tuple(
        CertifiedCourse(
            course_name(each.course), each.course.language, each.trainers, each.first, each.last
        )
        for each in found.attended
    )
    return Certified(found.hours.complete, found.topics, found.hours.earlier, courses)
