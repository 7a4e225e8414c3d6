from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless, out_of_order

from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.casework.plans import draw_up
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.catalog import OfficeLayer, lay_over
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.theme import Mode, theme
from tests import casebook

WAIT_MS = 20_000


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def client(database, office, officer, make_client, today):
    """A client with an agreed plan."""
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)
    with database.transaction() as session:
        casebook.assessed(session, client.id, officer, today)
    with database.transaction() as session:
        casebook.with_plan(session, client.id, officer, today)
    return client


@pytest.fixture
def open_page(qtbot, workspace, client):
    """Return a maker of the page, shown, with its paper made."""

    def open_it() -> PrintPage:
        destination = Destination(PageName.PRINT, client=client.id)
        page = PrintPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
            page.arrive(destination)
        QTest.qWait(20)  # the layout follows the words
        return page

    return open_it


def plan_of(database, client) -> Plan:
    with database.reading() as session:
        return get_client(session, client.id).plans[0]


def test_the_paper_is_in_the_clients_language_beside_finnish(open_page):
    page = open_page()

    text = text_of(page.paper.content)
    assert "Kotoutumissuunnitelma" in text
    assert any("\u0600" <= letter <= "\u06ff" for letter in text)
    assert page.view.count >= 1


def test_one_column_alone_on_wish(qtbot, open_page):
    page = open_page()
    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.panel.columns._group.button(1).click()

    assert "خطة" not in text_of(page.paper.content)
    assert page.panel.choice().languages == ["fi"]


def test_saving_writes_the_paper_and_remembers_it(open_page, tmp_path, database, client):
    page = open_page()

    assert page.save_to(tmp_path / "plan.pdf")

    assert (tmp_path / "plan.pdf").read_bytes() == page.paper.content
    with database.reading() as session:
        assert [paper.languages for paper in papers_of(session, client.id)] == [["fi", "ar"]]


def test_a_target_that_cannot_be_written_is_said_with_a_way_on(open_page, tmp_path, database):
    page = open_page()
    (tmp_path / "plan.pdf").mkdir()

    assert not page.save_to(tmp_path / "plan.pdf")

    (message,) = page.bars.messages()
    assert message.acts[0].label == "Save under another name"


def test_the_copy_given_is_recorded_with_its_language_and_can_be_undone(
    open_page, tmp_path, database, client, workspace, today
):
    page = open_page()
    page.save_to(tmp_path / "plan.pdf")
    page.panel.give.click()
    given = plan_of(database, client)
    workspace.undo()

    assert (given.copy_given_on, given.copy_language) == (today, "ar")
    assert plan_of(database, client).copy_given_on is None


def test_the_paper_of_an_agreed_plan_stays_the_same_when_the_client_changes(
    open_page, database, client
):
    before = open_page().paper.content
    with database.transaction() as session:
        get_client(session, client.id).family_names = "Toinen"

    assert open_page().paper.content == before


def test_a_draft_says_that_it_is_one(qtbot, workspace, database, client, officer, today):
    with database.transaction() as session:
        person = get_client(session, client.id)
        draft = draw_up(session, person, officer.id, today, casebook.NOW)
    page = PrintPage(workspace, Destination(PageName.PRINT, client.id, draft.id))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.arrive(Destination(PageName.PRINT, client.id, draft.id))

    assert "Luonnos" in text_of(page.paper.content)


def test_a_phrase_with_an_empty_slot_bars_the_paper_and_is_named(
    qtbot, workspace, database, client, officer, today
):
    with database.transaction() as session:
        person = get_client(session, client.id)
        draft = draw_up(session, person, officer.id, today, casebook.NOW)
        draft.goals[0].goal = Wording.of("L-012")
    page = PrintPage(workspace, Destination(PageName.PRINT, client.id, draft.id))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.arrive(Destination(PageName.PRINT, client.id, draft.id))

    assert page.paper.content == b""
    assert not page.panel.save.isEnabled()
    assert any("L-012" in problem.text() for problem in page.paper.problems)


def test_no_personal_data_is_in_the_name_that_is_proposed(open_page, monkeypatch):
    page = open_page()
    proposed = []
    monkeypatch.setattr(
        "kotoutus_desktop.ui.printing.print_page.QFileDialog.getSaveFileName",
        lambda _parent, _title, path, _kinds: (proposed.append(path), ("", ""))[1],
    )
    page.panel.save.click()

    assert Path(proposed[0]).name == "plan-1-fi-ar.pdf"


def test_escape_goes_back(qtbot, open_page):
    page = open_page()

    with qtbot.waitSignal(page.back):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_everything_has_a_name_an_order_and_room(qtbot, open_page, factor):
    theme().apply(Mode.LIGHT, factor)
    page = open_page()

    page.panel.save.setFocus()  # the walk begins after the last, at the top

    assert nameless(page) == []
    assert out_of_order(page) == []
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=WAIT_MS)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("factor", "size"), [(1.0, (976, 640)), (1.5, (1306, 768)), (2.0, (1306, 768))]
)
def test_no_choice_is_cut_where_there_is_little_room(open_page, language, factor, size):
    set_interface_language(language)
    theme().apply(Mode.LIGHT, factor)
    page = open_page()
    page.resize(*size)
    QTest.qWait(20)

    ground, view = page.panel.area.widget(), page.panel.area.viewport()

    assert ground.minimumSizeHint().width() <= view.width()
    assert page.band.minimumSizeHint().width() <= page.band.width()


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_what_is_out_of_date_is_printed_in_english_by_choice(qtbot, open_page, workspace, language):
    set_interface_language(language)
    stale = OfficeLayer(stale=frozenset({(None, "Integration plan")}))
    lay_over(lambda language: stale if language == "ar" else OfficeLayer())
    try:
        page = open_page()
        assert page.paper.content == b""
        assert page.panel.in_english.isVisible()
        assert not page.panel.save.isEnabled()
        QTest.qWait(20)  # the layout follows the words
        assert page.panel.area.widget().width() <= page.panel.area.viewport().width()

        page.panel.in_english.take_focus()
        with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
            QTest.keyClick(page.panel.in_english.box, Qt.Key.Key_Space)

        assert "Integration plan" in text_of(page.paper.content)
        assert page.panel.in_english.isVisible()
        assert page.panel.save.isEnabled()
    finally:
        lay_over(lambda _language: OfficeLayer())


def test_english_is_not_offered_where_nothing_lacks(open_page):
    page = open_page()

    assert not page.panel.in_english.isVisible()
