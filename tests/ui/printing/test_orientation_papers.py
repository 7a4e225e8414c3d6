from datetime import timedelta

import pypdfium2 as pdfium
import pytest

from kotoutus_desktop.casework.orientation.courses import keep_days, store_course
from kotoutus_desktop.casework.orientation.marking import Call, record_marks
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.models.orientation import Course, CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.rules.orientation import Presence, Topic
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.orientation_papers import why_not_complete
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.papers import orientation_papers
from kotoutus_desktop.ui.printing.print_page import PrintPage

WAIT_MS = 20_000


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def client(database, office, officer, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def attend(database, office, workspace, client):
    """Return what seats the client on a course of so many meetings, all attended."""

    def seat(count: int, topics=tuple(Topic)) -> Course:
        today = workspace.today()
        course = Course(language="ar", place="Koulukatu 7", trainer="Ahmad Said")
        with database.transaction() as session:
            store_course(session, course)
            enrolment = Enrolment(
                course_id=course.id, client_id=client.id, state=EnrolmentState.ACCEPTED, code="222"
            )
            session.add(enrolment)
            for number in range(count):
                held_on = today - timedelta(days=count - number)
                meeting = CourseMeeting(
                    course_id=course.id,
                    held_on=held_on,
                    starts=540,
                    minutes=180,
                    topics=[topic.value for topic in topics],
                )
                session.add(meeting)
                session.flush()
                marks = {enrolment.id: Mark(Presence.PRESENT)}
                record_marks(session, meeting.id, marks, Call(None, held_on))
            keep_days(course)
        return course

    return seat


@pytest.fixture
def open_page(qtbot, workspace, client):
    def open_it(kind: PaperKind) -> PrintPage:
        destination = Destination(PageName.PRINT, client=client.id, focus=kind.value)
        page = PrintPage(workspace, destination)
        qtbot.addWidget(page)
        page.show()
        with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
            page.arrive(destination)
        return page

    return open_it


def offered(workspace, client):
    return orientation_papers(workspace.database, client.id, workspace.today())


def missing(page):
    return why_not_complete(page.workspace.database, page.client_id, page.workspace.today())


def enrolment_of(database, client):
    with database.reading() as session:
        return session.query(Enrolment).filter_by(client_id=client.id).one()


def test_without_a_course_there_is_neither(workspace, client):
    assert offered(workspace, client) == []


def test_who_has_a_place_gets_a_timetable_and_who_was_there_a_certificate(
    workspace, client, attend
):
    attend(0)
    assert offered(workspace, client) == [PaperKind.TIMETABLE]

    attend(1)
    assert offered(workspace, client) == [PaperKind.TIMETABLE, PaperKind.CERTIFICATE]


def test_the_timetable_is_printed(attend, open_page):
    attend(2)

    page = open_page(PaperKind.TIMETABLE)

    assert "Kurssin aikataulu" in text_of(page.paper.content)


def test_before_seventy_hours_it_is_one_of_participation_and_says_why(attend, open_page):
    attend(2, topics=(Topic.STUDYING,))

    page = open_page(PaperKind.CERTIFICATE)

    assert "osallistumisesta" in text_of(page.paper.content)
    said = missing(page)
    assert "64 h still missing" in said
    assert "missing topics" in said


def test_seventy_hours_are_certified_and_the_day_is_kept(
    database, workspace, client, attend, open_page, tmp_path
):
    attend(24)

    page = open_page(PaperKind.CERTIFICATE)

    assert "on suoritettu" in " ".join(text_of(page.paper.content).split())
    assert missing(page) == ""
    assert page.save_to(tmp_path / "todistus.pdf")
    assert enrolment_of(database, client).certificate_on == workspace.today()
    with database.reading() as session:
        assert [paper.kind for paper in papers_of(session, client.id)] == ["certificate"]


def test_topics_alone_may_be_missing(database, workspace, client, attend):
    attend(24, topics=(Topic.STUDYING,))

    said = why_not_complete(database, client.id, workspace.today())

    assert "still missing" not in said
    assert "missing topics" in said
