import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_keys import type_text
from walker import clipped, nameless, never_reached

from kotoutus_desktop.casework.register import close_client, get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.client import ClosingReason, Precision
from kotoutus_desktop.ui.clients.client_list import ClientListPage
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import Mode, theme

CONTROL = Qt.KeyboardModifier.ControlModifier
HERE = Destination(PageName.CLIENTS)


@pytest.fixture
def open_page(qtbot, workspace, office):
    """Return a maker of the page, shown as the main window shows it."""

    def open_it(width=1150, height=768, destination=HERE) -> ClientListPage:
        page = ClientListPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.arrive(destination)
        return page

    return open_it


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def sentences(page):
    model = page.list.model()
    return [
        model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]


def test_the_keyboard_is_in_the_search_and_finds_while_typing(open_page, register):
    register(given_names="Mohammed", family_names="Al-Sayed")
    register(given_names="Liisa", family_names="Virtanen")
    page = open_page()

    type_text(QApplication.focusWidget(), "muham")

    assert [s.split(",")[0] for s in sentences(page)] == ["Mohammed Al-Sayed"]
    assert page.frame.count.text() == "1 / 2 clients"


@pytest.mark.parametrize(
    "typed", ["الخطيب", "khatib", "14.3.1988", "0405550101", "140388-972H", "u7-0001"]
)
def test_a_client_is_found_by_script_birth_phone_code_and_number(open_page, register, typed):
    register(phone="040 555 0101", identity_code="140388-972H")
    page = open_page()

    type_text(page.search, typed)

    assert len(sentences(page)) == 1


def test_enter_opens_the_first_hit_and_the_arrows_choose_another(qtbot, open_page, register):
    register(given_names="Amina", family_names="Aalto")
    second = register(given_names="Amina", family_names="Berg")
    page = open_page()
    type_text(page.search, "amina")

    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_Return)

    assert went.args == [Destination(PageName.CLIENT, client=second.id)]


def test_a_name_nobody_has_is_taken_along_to_the_intake(qtbot, open_page, register):
    register()
    page = open_page()
    type_text(page.search, "semeret")

    assert page.frame.no_hits.isVisible()
    with qtbot.waitSignal(page.navigate) as went:
        press(Qt.Key.Key_N, CONTROL)

    assert went.args == [Destination(PageName.INTAKE, focus="Semeret")]


def test_under_the_hits_stands_the_way_to_add_the_person(qtbot, open_page, register):
    register()
    page = open_page()
    type_text(page.search, "amal")

    assert page.frame.not_listed.button.accessibleName() == "Add client “Amal”"
    with qtbot.waitSignal(page.navigate) as went:
        page.frame.not_listed.button.click()
    assert went.args[0].focus == "Amal"


def test_escape_empties_the_search(open_page, register):
    register()
    page = open_page()
    type_text(page.search, "amal")

    press(Qt.Key.Key_Escape)

    assert page.search.text() == ""
    assert page.frame.count.text() == "1 client"


def test_control_f_comes_back_to_the_search_from_the_list(open_page, register):
    register()
    page = open_page()
    page.list.setFocus()

    press(Qt.Key.Key_F, CONTROL)

    assert QApplication.focusWidget() is page.search


def test_an_office_without_clients_is_told_how_to_begin(qtbot, open_page):
    page = open_page()

    assert page.frame.nobody.isVisible()
    assert not page.frame.card.isVisible()
    with qtbot.waitSignal(page.navigate) as went:
        page.frame.first_button.click()
    assert went.args == [Destination(PageName.INTAKE)]


def test_filters_leave_out_others_clients_and_closed_cases_until_switched_off(
    database, open_page, register, today
):
    register(given_names="Own", family_names="Client")
    closed = register(given_names="Closed", family_names="Client")
    others = register(given_names="Other", family_names="Client")
    with database.transaction() as session:
        close_client(session, get_client(session, closed.id), today, ClosingReason.NO_NEED)
        get_client(session, others.id).officer_id = None
    page = open_page()
    assert [s.split(",")[0] for s in sentences(page)] == ["Own Client"]

    type_text(page.search, "closed")
    page.frame.everybody_button.click()

    assert [s.split(",")[0] for s in sentences(page)] == ["Closed Client"]


def test_the_language_menu_counts_the_clients_and_filters(open_page, register):
    register(service_language="so")
    register(service_language="ar")
    page = open_page()

    menu = page.filters.language.open_menu()
    texts = [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if "Somali" in action.text()).trigger()
    menu.close()

    assert texts == ["all", "Arabic   1", "Somali   1"]
    assert page.filters.language.isChecked()
    assert len(sentences(page)) == 1


def test_a_person_under_non_disclosure_is_a_number_and_nothing_else(open_page, register):
    secret = register(
        given_names="Piilo",
        family_names="Salainen",
        call_name="Pii",
        own_script_name="پیلو",
        town="Oulu",
        phone="040 555 0999",
        non_disclosure=True,
    )
    page = open_page()
    type_text(page.search, "piilo")

    index = page.list.model().index(0, 0)
    shown = repr(index.data(Qt.ItemDataRole.UserRole)) + sentences(page)[0]
    assert secret.number in shown
    for hidden in ("Piilo", "Salainen", "Pii", "پیلو", "Oulu", "555", "1988"):
        assert hidden not in shown


def test_initials_stand_for_names_when_others_may_see_the_screen(open_page, register, preferences):
    register()
    preferences.initials_in_lists = True

    page = open_page()

    face = page.list.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert face.cells[0].text == "A. H. A."
    assert "Khatib" not in repr(face)


def test_the_menu_of_a_row_opens_by_key_and_leads_to_the_next_step(qtbot, open_page, register):
    client = register()
    page = open_page()

    menu = page.menu_of(page.list.current_item())
    with qtbot.waitSignal(page.navigate) as went:
        menu.actions()[1].trigger()
    menu.deleteLater()

    assert went.args == [Destination(PageName.ASSESSMENT, client=client.id)]


def test_shift_f10_in_the_search_opens_the_menu_of_the_chosen_row(qtbot, open_page, register):
    register(given_names="Amina", family_names="Aalto")
    second = register(given_names="Amina", family_names="Berg")
    page = open_page()
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(page.navigate) as went:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    assert went.args == [Destination(PageName.CLIENT, client=second.id)]


def test_a_change_elsewhere_shows_when_the_page_is_refreshed(database, open_page, register, assess):
    client = register()
    page = open_page()
    assert "Start the assessment" in sentences(page)[0]

    assess(client)
    page.workspace.changed.emit()
    page.refresh()

    assert "Draw up the plan" in sentences(page)[0]


def test_a_search_begun_on_another_page_goes_on_here(open_page, register):
    register()
    register(given_names="Liisa", family_names="Virtanen")

    page = open_page(destination=Destination(PageName.CLIENTS, focus="liisa"))

    assert page.search.text() == "liisa"
    assert len(sentences(page)) == 1


@pytest.mark.parametrize(
    ("language", "mode", "factor", "size"),
    [
        ("fi", Mode.LIGHT, 1.0, (964, 640)),
        ("fi", Mode.DARK, 1.5, (1276, 768)),
        ("sv", Mode.LIGHT, 2.0, (1246, 768)),
    ],
)
def test_messy_people_fit_at_every_size(open_page, register, language, mode, factor, size):
    register(given_names="Maria Guadalupe " * 18, family_names="García")
    register(given_names="Nimi", family_names="", born=None, born_precision=Precision.UNKNOWN)
    register(service_language="", interpreter_needed=False, own_script_name="ሰምረት ኃይለ")
    set_interface_language(language)
    theme().apply(mode, factor)
    page = open_page(*size)
    type_text(page.search, "gar")
    QTest.qWait(1)

    assert clipped(page) == []
    assert nameless(page) == []
    assert not page.list.horizontalScrollBar().isVisible()
    page.grab()


def test_tab_goes_through_the_whole_page(open_page, register):
    register()
    page = open_page()
    type_text(page.search, "amal")

    assert never_reached(page) == []


def test_letters_of_any_script_may_be_pasted(open_page, register):
    register()
    page = open_page()
    assert isinstance(page.search, QLineEdit)

    QApplication.clipboard().setText("Шевченко " * 300)
    press(Qt.Key.Key_V, CONTROL)

    assert page.frame.no_hits.isVisible()
