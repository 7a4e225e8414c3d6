from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import clipped, nameless

from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.casework.register import get_officer, the_office
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.ui.start.start_window import StartWindow
from kotoutus_desktop.ui.theme import Mode, theme

QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa katolla"
WAIT_MS = 20_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kotoutus" / "asiakkaat.kotoutus"


@pytest.fixture
def make_window(qtbot, preferences, path):
    """Return a maker of the start window, shown."""

    def make():
        window = StartWindow(path, preferences, QUICK)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        return window

    return make


@pytest.fixture
def opened(path):
    """A file made before."""
    opened = create_file(
        path, PASSPHRASE, Office(municipality="889", name_fi="Utajärvi"), Officer(name="M"), QUICK
    )
    opened.database.close()
    return opened


def fill_wizard(window, passphrase=PASSPHRASE):
    """Answer all four steps by what is typed, and go on with the button of each."""
    wizard = window.wizard
    wizard.office.municipality.set_value("889")
    wizard.office.propose_names()
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)
    wizard.officer.name.set_value("Maija Esimerkki")
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)
    wizard.secret.passphrase.set_value(passphrase)
    wizard.secret.again.set_value(passphrase)
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)
    return wizard


def test_the_first_start_makes_a_file_and_shows_the_recovery_code_once(
    qtbot, make_window, path, tmp_path
):
    window = make_window()
    fill_wizard(window)
    qtbot.waitUntil(lambda: hasattr(window, "sheet"), timeout=WAIT_MS)
    sheet = window.sheet

    assert path.exists()
    assert not sheet.go_on.isEnabled()
    sheet.save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    sheet.safe.box.click()
    with qtbot.waitSignal(window.opened) as caught:
        QTest.keyClick(sheet.go_on, Qt.Key.Key_Space)

    database = caught.args[0].database
    with database.reading() as session:
        assert the_office(session).name_fi == "Utajärvi"
        assert get_officer(session, caught.args[0].officer_id).name == "Maija Esimerkki"
    database.close()


def test_a_step_that_lacks_something_stays_and_says_what(make_window):
    window = make_window()
    QTest.keyClick(window.wizard.next, Qt.Key.Key_Space)

    assert "municipality" in window.wizard.office.municipality.error.text()
    assert window.wizard.office.isVisible()


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ("lyhyt", "lyhyt", "5 characters"),
        ("password1234", "password1234", "easy to guess"),
        (PASSPHRASE, PASSPHRASE + "x", "differ"),
    ],
)
def test_a_weak_or_mistyped_passphrase_is_refused_with_the_reason(
    make_window, path, first, second, fault
):
    window = make_window()
    wizard = window.wizard
    wizard._show(3)
    wizard.secret.passphrase.set_value(first)
    wizard.secret.again.set_value(second)
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)

    shown = wizard.secret.passphrase.error.text() + wizard.secret.again.error.text()
    assert fault in shown
    assert not path.exists()


def test_going_back_keeps_what_was_typed(make_window):
    window = make_window()
    wizard = window.wizard
    wizard.office.municipality.set_value("091")
    wizard.office.name_fi.set_value("Helsingin kaupunki")
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)
    QTest.keyClick(wizard.back, Qt.Key.Key_Space)

    assert wizard.office.name_fi.value() == "Helsingin kaupunki"


def test_a_synchronised_folder_is_refused_with_the_reason(make_window, tmp_path):
    window = make_window()
    wizard = window.wizard
    wizard._show(2)
    wizard.place.folder.set_value(str(tmp_path / "OneDrive - Utajärvi" / "kotoutus"))
    QTest.keyClick(wizard.next, Qt.Key.Key_Space)

    assert wizard.place.folder.has_error()
    assert wizard.place.isVisible()


def test_the_right_passphrase_opens_the_file(qtbot, make_window, opened):
    window = make_window()
    window.unlock_card.passphrase.set_value(PASSPHRASE)
    with qtbot.waitSignal(window.opened, timeout=WAIT_MS) as caught:
        QTest.keyClick(window.unlock_card.passphrase.line, Qt.Key.Key_Return)

    assert caught.args[0].officer_id == opened.officer_id
    caught.args[0].database.close()


def test_a_wrong_passphrase_says_so_and_the_file_is_untouched(qtbot, make_window, opened, path):
    before = path.read_bytes()
    window = make_window()
    window.unlock_card.passphrase.set_value("jokin muu lause")
    QTest.keyClick(window.unlock_card.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.unlock_card.passphrase.has_error, timeout=WAIT_MS)

    assert window.unlock_card.open.isEnabled()
    assert path.read_bytes() == before


def test_a_damaged_keys_file_says_so_and_is_not_touched(qtbot, make_window, opened, path):
    keys = path.with_suffix(".keys")
    keys.write_bytes(keys.read_bytes()[:-40])
    damaged = keys.read_bytes()
    window = make_window()
    window.unlock_card.passphrase.set_value(PASSPHRASE)
    QTest.keyClick(window.unlock_card.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.unlock_card.passphrase.has_error, timeout=WAIT_MS)

    assert keys.read_bytes() == damaged


def test_the_recovery_sheet_opens_the_file_with_a_new_passphrase(qtbot, make_window, opened):
    window = make_window()
    window.show_recovery()
    card = window.recovery
    card.code.set_value(opened.recovery_codes[0].lower())
    card.passphrase.set_value("uusi pitkä lause laivalla")
    card.again.set_value("uusi pitkä lause laivalla")
    QTest.keyClick(card.open, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hasattr(window, "sheet"), timeout=WAIT_MS)

    assert window.sheet.safe.isVisible()
    window.sheet.safe.box.click()
    with qtbot.waitSignal(window.opened) as caught:
        window.sheet.go_on.click()
    caught.args[0].database.close()


def test_another_language_is_chosen_before_anything_is_open(make_window, opened, preferences):
    window = make_window()
    window.languages.first_button().parentWidget()
    window.choose_language("sv")

    assert window.unlock_card.open.accessibleName() == "Öppna"
    assert preferences.language == "sv"


def test_capital_letters_that_are_locked_are_noticed(make_window, opened):
    window = make_window()
    field = window.unlock_card.passphrase
    QTest.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    calm = field.help.text()
    QTest.keyClicks(field.line, "A", Qt.KeyboardModifier.NoModifier)

    assert calm == ""
    assert "Caps Lock" in field.help.text()


@pytest.mark.parametrize("factor", [1.0, 1.5])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_step_has_names_for_readers_and_nothing_is_cut(make_window, factor, language):
    theme().apply(Mode.LIGHT, factor)
    window = make_window()
    window.choose_language(language)
    for number in range(4):
        window.wizard._show(number)
        QTest.qWait(10)
        assert nameless(window) == []
        assert clipped(window) == []
