import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from walker import clipped, nameless

from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.casework.plans import draw_up
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.search import Filters, list_clients
from kotoutus_desktop.documents.form_words import FORM
from kotoutus_desktop.documents.letter_words import MY_PLAN, NOTICE
from kotoutus_desktop.documents.notice import VERSION
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.phrases.catalog import OfficeLayer, lay_over
from kotoutus_desktop.progress import ignore
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind, offered_papers
from kotoutus_desktop.ui.printing.papers import Order, maker
from kotoutus_desktop.ui.printing.plan_paper import PaperChoice
from kotoutus_desktop.ui.printing.print_page import PrintPage
from tests import casebook

WAIT_MS = 20_000


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


def test_papers_of_records_that_are_not_there_are_not_offered(make_client):
    offered = offered_papers(make_client(), None)
    assert offered == [
        PaperKind.INVITATION,
        PaperKind.NOTICE,
        PaperKind.SERVICES,
        PaperKind.INTAKE_FORM,
        PaperKind.PLAN_FORM,
    ]


def test_a_catalogue_without_services_is_said_and_not_an_empty_sheet(
    workspace, database, with_plan
) -> None:
    with_plan()
    with database.reading() as session:
        [row] = list_clients(session, Filters(), 0, 2)
    order = Order(
        PaperKind.SERVICES,
        row.id,
        workspace.officer_id,
        PaperChoice("fi", "ar"),
        today=workspace.today(),
    )
    make = maker(workspace.database, order)
    with pytest.raises(KotoutusError, match="No service of the catalogue"):
        make(ignore)


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


def test_the_notice_is_recorded_with_its_version(open_papers, with_plan, database, tmp_path):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.NOTICE)

    assert page.save_to(tmp_path / "notice.pdf")

    with database.reading() as session:
        [paper] = papers_of(session, page.client_id)
    assert paper.kind == f"notice:{VERSION}"
    assert paper.plan_id is None


@pytest.mark.parametrize("kind", [PaperKind.NOTICE, PaperKind.MY_PLAN, PaperKind.INTAKE_FORM])
def test_large_print_takes_more_pages(qtbot, open_papers, with_plan, kind):
    with_plan(service_language="ru")
    page = open_papers(kind)
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


def test_a_page_that_is_left_while_its_paper_is_made_hears_nothing_of_it(
    qtbot, workspace, database, with_plan, open_papers
):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.PLAN)
    page.panel.changed.emit()
    page._timer.stop()
    page._make()

    page.deleteLater()
    QTest.qWait(0)

    pool = QThreadPool.globalInstance()
    qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=WAIT_MS)
    QTest.qWait(20)  # what was told to nobody would have failed by now


def test_what_is_saved_is_recorded_as_the_paper_that_was_shown(
    open_papers, with_plan, database, tmp_path
):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.PLAN)

    page.panel.paper.set_value(PaperKind.NOTICE)  # the notice is not made yet
    assert page.save_to(tmp_path / "paper.pdf")

    with database.reading() as session:
        [paper] = papers_of(session, page.client_id)
    assert paper.kind == "plan"


def test_no_paper_leaves_while_another_is_being_made(qtbot, open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.PLAN)
    assert page.panel.save.isEnabled()

    page.panel.paper.set_value(PaperKind.NOTICE)
    assert not page.panel.save.isEnabled()

    qtbot.waitUntil(page.panel.save.isEnabled, timeout=WAIT_MS)


@pytest.mark.parametrize("kind", [PaperKind.MY_PLAN, PaperKind.INTAKE_FORM, PaperKind.NOTICE])
def test_every_paper_takes_english_for_what_is_out_of_date(qtbot, open_papers, with_plan, kind):
    with_plan(service_language="ru")
    old = {(None, text) for text in (MY_PLAN.title, FORM.intake_title, NOTICE.title)}
    lay_over(lambda language: OfficeLayer(stale=frozenset(old if language == "ru" else ())))
    try:
        page = open_papers(kind)
        assert page.paper.content == b""
        with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
            page.panel.in_english.set_value(True)
            page.panel.changed.emit()
        assert page.paper.content
    finally:
        lay_over(lambda _language: OfficeLayer())


def test_the_counsellor_at_the_desk_signs_for_a_client_who_has_none(
    open_papers, database, office, officer, make_client, today
):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(service_language="ru"), officer, today)
        client.officer_id = None
    assert officer.name in text_of(open_papers(PaperKind.NOTICE).paper.content)


def test_a_hint_that_was_put_away_stays_away(
    qtbot, workspace, database, office, officer, make_client, today
):
    with database.transaction() as session:
        client = casebook.registered(session, make_client(service_language="ru"), officer, today)
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    with database.transaction() as session:
        draw_up(session, get_client(session, client.id), officer.id, today, casebook.NOW)
    page = PrintPage(workspace, Destination(PageName.PRINT, client=client.id))
    qtbot.addWidget(page)
    page._make()
    assert [message.text for message in page.bars.messages()]

    page.bars.withdraw("draft")
    page._make()

    assert page.bars.messages() == []


def test_a_paper_that_is_sent_opens_with_its_password_only(open_papers, with_plan, tmp_path):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.NOTICE)
    page.panel.password.set_value("lumi kanootti")

    assert page.save_to(tmp_path / "notice.pdf")

    content = (tmp_path / "notice.pdf").read_bytes()
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(content)
    with pdfium.PdfDocument(content, password="lumi kanootti") as document:
        assert len(document) == page.view.count


def test_a_password_that_no_reader_takes_is_refused_with_words(open_papers, with_plan, tmp_path):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.NOTICE)
    page.panel.password.set_value("ä" * 64)

    assert not page.save_to(tmp_path / "notice.pdf")

    assert not (tmp_path / "notice.pdf").exists()
    assert "too long" in page.panel.password.error.text()
    assert page.panel.password.value() == "ä" * 64
