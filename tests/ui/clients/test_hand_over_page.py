from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.casework.papers import papers_of
from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.circumstances import JobseekerPeriod
from kotoutus_desktop.rules.hand_over import Item
from kotoutus_desktop.ui.clients.hand_over_page import HandOverPage
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.printing.print_page import PrintPage
from kotoutus_desktop.ui.theme import theme

WAIT_MS = 20_000


@pytest.fixture
def jobseeker(database, register, agree, clock):
    """A client with a plan who became a jobseeker; ten days later."""

    def become(**fields):
        client = register(**fields)
        agree(client)
        with database.transaction() as session:
            stored = get_client(session, client.id)
            first = stored.plans[0].made_on + timedelta(days=7)
            stored.jobseeker_periods = [JobseekerPeriod(client_id=client.id, starts_on=first)]
        clock.forward(days=10)
        return client

    return become


@pytest.fixture
def open_lists(qtbot, workspace):
    """Return a maker of the page."""

    def open_it(client, width=1150, height=700) -> HandOverPage:
        destination = Destination(PageName.HAND_OVER, client.id)
        page = HandOverPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_it


def said(widget):
    return "\n".join(label.text() for label in widget.findChildren(Label))


def test_the_clients_page_offers_the_list_and_leads_there(qtbot, open_client, jobseeker):
    page = open_client(jobseeker())

    offer = page.frame.hand_over
    assert offer.isVisible()
    assert "Became a jobseeker: 1.12.2026" in said(offer)
    assert "0 of 7 done" in said(offer)
    with qtbot.waitSignal(page.navigate) as led:
        offer.button.click()
    assert led.args[0].page is PageName.HAND_OVER


def test_where_nothing_changed_nothing_is_offered(open_client, open_lists, register):
    client = register()

    assert open_client(client).frame.hand_over.isHidden()
    assert "Nothing is to be handed over" in said(open_lists(client))


def test_a_tick_is_recorded_with_who_and_when_and_can_be_undone(open_lists, jobseeker, workspace):
    page = open_lists(jobseeker())
    box = page.cards[0].lines[Item.PLAN].box

    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)

    line = page.cards[0].lines[Item.PLAN]
    assert line.box.isChecked()
    assert line.box.hasFocus()
    assert "Done 4.12.2026, Maija Esimerkki" in said(line)
    assert "1 of 7 done" in said(page.cards[0])
    workspace.undo()
    page.refresh()
    assert not page.cards[0].lines[Item.PLAN].box.isChecked()


def test_a_tick_can_be_taken_away(open_lists, jobseeker):
    page = open_lists(jobseeker())
    page.cards[0].lines[Item.REVIEW].box.click()
    page.cards[0].lines[Item.REVIEW].box.click()

    assert "0 of 7 done" in said(page.cards[0])


def test_a_list_that_is_done_is_not_offered_any_more(open_client, open_lists, jobseeker):
    client = jobseeker()
    page = open_lists(client)
    for item in list(page.cards[0].lines):
        page.cards[0].lines[item].box.click()

    assert "all done" in said(page.cards[0])
    assert open_client(client).frame.hand_over.isHidden()


def test_what_the_act_does_not_demand_is_marked(open_lists, jobseeker):
    page = open_lists(jobseeker())
    lines = page.cards[0].lines

    assert "suggestion" in said(lines[Item.REGISTER])
    assert "suggestion" not in said(lines[Item.REVIEW])
    assert "despite secrecy: § 86" in said(lines[Item.PLAN]).replace("\u00a0", " ")


def test_ctrl_i_says_why_and_escape_goes_back(qtbot, open_lists, jobseeker):
    page = open_lists(jobseeker())
    page.cards[0].lines[Item.REVIEW].box.setFocus()

    with qtbot.waitSignal(page.section_clicked) as asked:
        QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert str(asked.args[0]) == "681/2023 § 22(1)"
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def printed(qtbot, workspace, destination):
    page = PrintPage(workspace, destination)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.arrive(destination)
    qtbot.waitUntil(lambda: bool(page.paper.content), timeout=WAIT_MS)
    with pdfium.PdfDocument(page.paper.content) as document:
        text = " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())
    return page, text


def test_the_list_is_printed_in_the_official_language_alone(
    qtbot, open_lists, jobseeker, workspace, database, tmp_path
):
    client = jobseeker(service_language="ru")
    page = open_lists(client)
    page.cards[0].lines[Item.PLAN].box.click()
    with qtbot.waitSignal(page.navigate) as led:
        QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    paper, text = printed(qtbot, workspace, led.args[0])

    assert paper.panel.kind() is PaperKind.HAND_OVER
    assert paper.panel.other.isHidden()
    assert "Tuli työnhakijaksi: 1.12.2026" in text
    assert "Tehty 4.12.2026, Maija Esimerkki" in text
    assert not [letter for letter in text if "\u0400" <= letter <= "\u04ff"]
    assert paper.save_to(tmp_path / "list.pdf")
    with database.reading() as session:
        [recorded] = papers_of(session, client.id)
    assert (recorded.kind, recorded.languages) == ("hand_over", ["fi"])


def test_a_list_whose_change_was_undone_is_refused_with_a_way_on(
    qtbot, open_lists, jobseeker, workspace, database
):
    client = jobseeker()
    destination = Destination(PageName.PRINT, client.id, focus="hand_over:moved:2020-01-01")
    page = PrintPage(workspace, destination)
    qtbot.addWidget(page)
    page.arrive(destination)

    qtbot.waitUntil(lambda: "no longer recorded" in said(page.bars), timeout=WAIT_MS)


def test_under_a_non_disclosure_order_only_the_number_stands_and_no_place(
    qtbot, open_lists, jobseeker, workspace
):
    client = jobseeker(
        non_disclosure=True, street="Salakuja 7", town="Piilola", phone="040 1234567"
    )
    page = open_lists(client)
    assert client.number in said(page.band)
    assert "no address, place or telephone number" in said(page.band)
    with qtbot.waitSignal(page.navigate) as led:
        page.cards[0].print.click()

    _paper, text = printed(qtbot, workspace, led.args[0])

    assert "Turvakielto" in text
    for told in ("Salakuja", "Piilola", "1234567"):
        assert told not in text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "factor"), [(964, 1.0), (934, 1.5)])
def test_everything_fits_is_named_and_reached_by_tab(
    qtbot, open_lists, jobseeker, language, width, factor
):
    client = jobseeker()
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_lists(client, width=width, height=600)

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert not nameless(page)
    assert not never_reached(page)
    assert not out_of_order(page)
