from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_keys import type_text

from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QtBot.keyClick(QApplication.focusWidget(), key)


def write(text: str) -> None:
    type_text(QApplication.focusWidget(), text)


def test_typing_finds_a_phrase_and_enter_takes_it(field: PhraseField) -> None:
    write("suomea arjessa")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert field.value() == Wording.of("L-012")


def test_the_gaps_are_filled_at_once_and_read_in_the_sentence(field: PhraseField) -> None:
    field.take("L-012")
    field.phrase.slot_fields["level"].set_value("B1.1")
    press(Qt.Key.Key_Tab)

    assert field.value() == Wording.of("L-012", level="B1.1")
    assert "B1.1" in field.phrase.text.label.text()
    assert QApplication.focusWidget().objectName() == "after"


def test_a_date_is_typed_as_people_write_dates(field: PhraseField) -> None:
    field.take("L-042")
    write("5.3.27")
    press(Qt.Key.Key_Tab)

    assert field.value() == Wording.of("L-042", date="2027-03-05")


def test_what_is_not_taken_stays_free_text_with_a_calm_note(field: PhraseField) -> None:
    write("Avaan oman kahvilan.")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Return)

    assert field.value() == Wording.free("Avaan oman kahvilan.", "fi")
    assert field.help.text()
    assert QApplication.focusWidget().objectName() == "after"


def test_f4_opens_every_phrase_of_the_kind(field: PhraseField, phrasebook: Phrasebook) -> None:
    press(Qt.Key.Key_F4)

    goals = phrasebook.library.of_kind(PhraseKind.GOAL)
    assert sorted(field.offers.list.codes()) == sorted(phrase.code for phrase in goals)


def test_what_suits_the_goal_at_hand_comes_first(field: PhraseField) -> None:
    field.prefer(["entrepreneurship"])
    press(Qt.Key.Key_F4)

    assert field.offers.list.codes()[:3] == ["L-050", "L-051", "L-052"]


def test_escape_shuts_the_list_and_keeps_the_typing(field: PhraseField) -> None:
    write("suom")
    assert field.offers.is_open()

    press(Qt.Key.Key_Escape)

    assert not field.offers.is_open()
    assert field.value() == Wording.free("suom", "fi")


def test_backspace_on_a_phrase_turns_it_into_typing(field: PhraseField) -> None:
    field.take("L-001")
    press(Qt.Key.Key_Backspace)
    write("Muuta")

    assert field.value() == Wording.free("Muuta", "fi")


def test_a_phrase_that_was_only_looked_at_stays_a_phrase(field: PhraseField) -> None:
    field.take("L-001")
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Return)

    assert field.value() == Wording.of("L-001")


def test_the_cross_takes_the_phrase_away(field: PhraseField) -> None:
    field.take("L-001")
    field.remove()

    assert field.is_empty()
    assert field.value() == Wording()
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_a_draft_keeps_half_typed_gaps(field: PhraseField, phrasebook: Phrasebook) -> None:
    field.take("L-042")
    write("5.3")
    again = PhraseField("Tavoite", [PhraseKind.GOAL], phrasebook)
    again.restore(field.state())

    assert again.is_taken()
    assert again.state() == field.state()


def test_a_draft_keeps_free_text(field: PhraseField, phrasebook: Phrasebook) -> None:
    write("Oma kahvila")
    again = PhraseField("Tavoite", [PhraseKind.GOAL], phrasebook)
    again.restore(field.state())

    assert again.value() == Wording.free("Oma kahvila", "fi")


def test_the_office_adds_a_phrase_from_the_last_row(
    field: PhraseField, phrasebook: Phrasebook
) -> None:
    write("Avaan kahvilan")
    press(Qt.Key.Key_F4, Qt.Key.Key_Up)
    while field.offers.chosen() != "":
        press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Return)
    assert field.offers.form is not None

    field.offers.form._add()

    assert field.value() == Wording.of("U-001")
    assert phrasebook.library.get("U-001") is not None
    assert "U-001" in field.help.text()


def test_a_phrase_that_is_not_in_the_clients_language_is_said_so(field: PhraseField) -> None:
    field.phrasebook.add(PhraseKind.GOAL, {"fi": "Avaan kahvilan."})
    field.set_value(Wording.of("U-001"))

    assert "U-001" in field.help.text()
    assert not field.has_error()


def test_tab_passes_through_without_opening_anything(field: PhraseField, window: QWidget) -> None:
    press(Qt.Key.Key_Tab)

    after = window.findChild(QLineEdit, "after")
    assert QApplication.focusWidget() is after
    assert not field.offers.is_open()


def test_everything_that_takes_the_keyboard_has_a_name(field: PhraseField, window: QWidget) -> None:
    field.take("P-030")
    stops = [w for w in field.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [w for w in stops if w.isVisible() and not w.accessibleName()]

    assert unnamed == []
