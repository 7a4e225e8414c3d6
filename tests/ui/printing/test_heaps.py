"""Certificates of a whole course are made in one go, for those who have completed it."""

from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.certifying import to_certify
from kotoutus_desktop.casework.orientation.marking import Call, Mark, mark_all_present, record_marks
from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import CourseMeeting, Enrolment
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.orientation.progress_part import ProgressPart
from tests.ui.orientation.roll_course import course_of

WAIT_MS = 30_000


@pytest.fixture
def course(workspace):
    """Seven meetings of ten hours: Amal was at all, Bilal at six, Hidden at all."""
    database, today = workspace.database, workspace.today()
    names = ["Amal", "Bilal", "Hidden"]
    course = course_of(database, names, today - timedelta(weeks=8), 7, minutes=600)
    with database.transaction() as session:
        for client in session.query(Client):
            client.service_language = "prs"
        for number, meeting in enumerate(session.query(CourseMeeting).order_by("held_on")):
            call = Call(None, meeting.held_on)
            if not number:
                bilal = session.query(Enrolment).join(Client).filter_by(given_names="Bilal").one()
                record_marks(session, meeting.id, {bilal.id: Mark(Presence.ABSENT)}, call)
            mark_all_present(session, meeting.id, call)
    return course


def test_the_certificates_of_those_who_completed_are_saved_and_recorded(
    qtbot, workspace, course, tmp_path
):
    part = ProgressPart(workspace, course)
    qtbot.addWidget(part)
    part.arrive("")
    dialog = part.ask_certificates()
    assert dialog.windowTitle() == "Certificates of 3 participants"
    dialog.save_in(tmp_path)
    qtbot.waitUntil(lambda: dialog._papers is None, timeout=WAIT_MS)

    assert [path.name for path in tmp_path.glob("*.pdf")] == ["certificate-U7-0000-fi-prs.pdf"]
    assert dialog.words.text() == "1 certificate is ready."
    with workspace.database.reading() as session:
        amal, bilal, _hidden = to_certify(session, course)
        assert [each.kind for each in papers_of(session, amal.id)] == ["certificate"]
        assert not papers_of(session, bilal.id)
        given = session.query(Enrolment).filter(Enrolment.certificate_on.is_not(None)).all()
    assert [each.client_id for each in given] == [amal.id]
    dialog.reject()


def test_who_gets_none_is_listed_with_the_reason(qtbot, workspace, course, tmp_path):
    part = ProgressPart(workspace, course)
    qtbot.addWidget(part)
    part.arrive("")
    dialog = part.ask_certificates()
    dialog.save_in(tmp_path)
    qtbot.waitUntil(lambda: dialog._papers is None, timeout=WAIT_MS)
    column = dialog.left_out.column
    said = [column.itemAt(place).widget() for place in range(column.count())]
    lines = [each.text() for each in said if each is not None]

    assert lines[0] == "Left out"
    assert lines[1].startswith("U7-0001: Civic orientation is not complete")
    assert lines[2].startswith("U7-0002: Non-disclosure order")
    dialog.reject()
