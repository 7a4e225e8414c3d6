import pypdfium2 as pdfium
import pytest
from PySide6.QtTest import QTest
from walker import clipped, nameless

from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.documents.notice import VERSION
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.papers import PaperKind, offered_papers
from kotoutus_desktop.ui.printing.print_page import PrintPage
from tests import casebook

WAIT_MS = 20_000


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


@pytest.fixture
def open_papers(qtbot, workspace, database):
    """Return what opens the page of papers of the only client, at one of them."""

    def open_it(kind: PaperKind) -> PrintPage:
        with database.reading() as session:
            [row] = list_clients(session, Filters(), 0, 2)
        destination = Destination(PageName.PRINT, client=row.id, focus=kind)
        page = PrintPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        if kind is PaperKind.INVITATION:
            page.arrive(destination)
        else:
            with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
                page.arrive(destination)
        QTest.qWait(20)
        return page

    return open_it


def test_papers_of_records_that_are_not_there_are_not_offered(make_client):
    offered = offered_papers(make_client(), None)
    assert offered == [
        PaperKind.INVITATION,
        PaperKind.NOTICE,
        PaperKind.INTAKE_FORM,
        PaperKind.PLAN_FORM,
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PaperKind.MY_PLAN, "Minun suunnitelmani"),
        (PaperKind.ASSESSMENT, "Osaamisen ja kotoutumisen palvelutarpeen arviointi"),
        (PaperKind.NOTICE, "Olen saanut tämän tiedotteen"),
        (PaperKind.INTAKE_FORM, "Sukunimet, kuten passissa"),
        (PaperKind.PLAN_FORM, "Muistiinpanot kotoutumissuunnitelmaa varten"),
    ],
)
def test_each_paper_is_shown_in_both_languages(qtbot, open_papers, with_plan, kind, words):
    with_plan(service_language="ru")
    page = open_papers(kind)
    text = text_of(page.paper.content)
    assert words in text
    assert any("\u0400" <= letter <= "\u04ff" for letter in text)
    assert not nameless(page)
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=WAIT_MS)


def test_an_invitation_waits_for_day_and_time(qtbot, open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    assert not page.panel.save.isEnabled()

    page.panel.appointment.day.set_value(page.workspace.today())
    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.panel.appointment.starts.set_value("9.30")

    assert "Kello: 9.30" in text_of(page.paper.content)
    assert page.panel.save.isEnabled()


def test_an_appointment_that_ends_before_it_begins_is_refused_with_words(
    qtbot, open_papers, with_plan
):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value("10")
    fields.ends.set_value("9.30")

    assert fields.appointment() is None
    assert "ends before it begins" in fields.ends.error.text()


@pytest.mark.parametrize("typed", ["25", "9.75", "half past", "-1", "99:99"])
def test_what_is_no_time_of_day_makes_no_invitation(open_papers, with_plan, typed):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value(typed)
    assert "time of day" in fields.starts.fault()
    assert fields.appointment() is None


def test_a_hidden_client_is_not_asked_for_a_place(open_papers, with_plan):
    with_plan(service_language="ru", non_disclosure=True)
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    assert not fields.place.isVisible()
    assert fields.place.value() == ""


def test_the_notice_is_recorded_with_its_version(open_papers, with_plan, database, tmp_path):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.NOTICE)

    assert page.save_to(tmp_path / "notice.pdf")

    with database.reading() as session:
        [paper] = papers_of(session, page.client_id)
    assert paper.kind == f"notice:{VERSION}"
    assert paper.plan_id is None


def test_large_print_takes_more_pages(qtbot, open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.NOTICE)
    usual = page.view.count

    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.panel.large.set_value(True)
        page.panel.changed.emit()

    assert page.view.count > usual


def test_papers_can_be_printed_before_there_is_a_plan(
    open_papers, database, office, officer, make_client, today
):
    with database.transaction() as session:
        casebook.registered(session, make_client(service_language="ru"), officer, today)
    page = open_papers(PaperKind.NOTICE)
    assert page.plan_id is None
    assert "Versio" in text_of(page.paper.content)
