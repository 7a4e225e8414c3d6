from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_keys import commit_text, leave, type_text

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.section import REVIEW
from kotoutus_desktop.ui.components.chip import RemovableChip
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField, SearchChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.date_text import EnteredDate
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import (
    LongTextField,
    NumberField,
    OwnScriptField,
    TextField,
)

GOALS = [Choice("study", "Toisen asteen koulutus"), Choice("work", "Työ"), Choice("home", "Koti")]
COUNTRIES = [Choice("248", "Ahvenanmaa", "Åland"), Choice("760", "Syyria", "Syria سوريا")]
TODAY = date(2026, 11, 24)


@pytest.fixture
def shown(qtbot):
    """Return a function that shows fields in a window, as a page would."""

    windows = []

    def show(*fields):
        window = QWidget()
        windows.append(window)
        Column(window).put(*fields)
        qtbot.addWidget(window)
        window.show()
        return fields[0]

    return show


def test_a_name_stays_as_it_was_typed(shown):
    field = shown(TextField("Family names"))
    type_text(field.line, "  van der أمل O’Neill ")
    assert field.value() == "van der أمل O’Neill"
    assert field.state() == "  van der أمل O’Neill "


def test_an_input_method_hands_over_whole_words(shown):
    field = shown(TextField("Name"))
    commit_text(field.line, "ประภา")
    assert field.value() == "ประภา"


def test_a_name_in_arabic_letters_stands_at_the_right_of_its_own_field(shown):
    field = shown(OwnScriptField("Own script"))
    type_text(field.line, "أمل")
    assert field.line.layoutDirection() is Qt.LayoutDirection.RightToLeft
    field.line.setText("Юлія")
    assert field.line.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_reader_hears_label_hint_and_fault(shown):
    field = shown(DateField("Plan ends", lambda: TODAY, hint="The last day is 20.5.2028"))
    type_text(field.line, "31.2.2027")
    leave(field.line)
    assert field.line.accessibleName() == "Plan ends"
    spoken = field.line.accessibleDescription()
    assert "The last day" in spoken
    assert "February" in spoken
    assert field.label.buddy() is field.line


def test_a_fault_comes_when_the_field_is_left_and_goes_when_it_is_mended(shown):
    field = shown(DateField("Born", lambda: TODAY, birth=True))
    type_text(field.line, "31.2.1988")
    assert not field.has_error()
    leave(field.line)
    assert field.has_error()
    assert field.error.isVisible()
    QTest.keyClick(field.line, Qt.Key.Key_Home)
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert not field.has_error()  # 1.2.1988 is a day
    assert field.value() == EnteredDate(date(1988, 2, 1))


def test_an_empty_field_is_never_a_fault(shown):
    fields = [TextField("a"), DateField("b", lambda: TODAY), ChoiceField("c", GOALS)]
    shown(*fields)
    for field in fields:
        leave(field.editor())
    assert not any(field.has_error() for field in fields)


def test_a_fault_from_the_rules_goes_at_the_first_keystroke(shown):
    field = shown(TextField("Identity code"))
    field.show_error("This code belongs to someone else.")
    type_text(field.line, "1")
    assert not field.has_error()


def test_a_date_is_written_out_and_read_back(shown):
    field = shown(DateField("First permit", lambda: TODAY))
    type_text(field.line, "12.3.26")
    leave(field.line)
    assert field.line.text() == "12.3.2026"
    assert field.help.text() == "Read as: Thursday 12.3.2026"
    assert field.day() == date(2026, 3, 12)


def test_a_new_years_day_of_birth_asks_whether_only_the_year_is_known(qtbot, shown):
    field = shown(DateField("Born", lambda: TODAY, birth=True))
    type_text(field.line, "1.1.1990")
    leave(field.line)
    assert not field.has_error()
    field._only_year.click()
    assert field.line.text() == "1990"
    assert field.precision() is Precision.YEAR


def test_a_deadline_needs_a_whole_day(shown):
    field = shown(DateField("Plan ends", lambda: TODAY))
    type_text(field.line, "2028")
    leave(field.line)
    assert "whole day" in field.error.text()


def test_typing_is_restored_as_it_was_also_when_wrong(shown):
    field, copy = DateField("Born", lambda: TODAY, birth=True), DateField("Born", lambda: TODAY)
    shown(field, copy)
    type_text(field.line, "31.2.1988")
    copy.restore(field.state())
    assert copy.state() == "31.2.1988"


def test_a_choice_is_found_by_any_part_of_its_words(shown):
    field = shown(SearchChoiceField("Citizenship", COUNTRIES))
    type_text(field.box.line, "aland")
    leave(field.box.line)
    assert field.value() == "248"
    assert field.text() == "Ahvenanmaa"


def test_the_list_filters_while_typing(shown):
    field = shown(ChoiceField("Goal", GOALS))
    type_text(field.box.line, "tyo")
    completer = field.box.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Työ"
    completer.popup().hide()


def test_what_is_not_on_the_list_is_kept_and_said(shown):
    field = shown(ChoiceField("Goal", GOALS))
    type_text(field.box.line, "kalastus")
    leave(field.box.line)
    assert field.has_error()
    with pytest.raises(InvalidInput):
        field.value()
    assert field.state() == {"text": "kalastus"}


def test_the_wheel_does_not_change_a_choice(shown):
    field = shown(ChoiceField("Goal", GOALS))
    field.set_value("work")
    field.take_focus()
    here, still = QPointF(5, 5), QPoint(0, 0)
    event = QWheelEvent(
        *(here, here, still, QPoint(0, -120), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(field.box, event)
    assert field.value() == "work"
    assert not event.isAccepted()


def test_several_values_are_chips_that_can_be_taken_away(qtbot, shown):
    field = shown(MultiChoiceField("Citizenships", COUNTRIES))
    type_text(field.box.line, "syr")
    QTest.keyClick(field.box.line, Qt.Key.Key_Return)
    type_text(field.box.line, "ahv")
    leave(field.box.line)
    assert field.value() == ["760", "248"]
    chip = field.findChildren(RemovableChip)[0]
    assert chip.button.accessibleName() == "Remove Syyria"
    with qtbot.waitSignal(field.changed):
        chip.button.click()
    assert field.value() == ["248"]


def test_tab_leaves_a_long_text_and_the_box_grows_with_it(shown):
    field, after = LongTextField("What came up"), TextField("After")
    window = shown(field, after).window()
    window.activateWindow()
    QApplication.processEvents()
    field.take_focus()
    before = field.text.height()
    field.text.setPlainText("sana\n" * 12)
    assert field.text.height() > before
    QTest.keyClick(field.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after.line


def test_a_number_outside_its_limits_says_the_limits(shown):
    field = shown(NumberField("Copies", 1, 20))
    type_text(field.line, "21")
    leave(field.line)
    assert "from 1 to 20" in field.error.text()
    field.set_value(2)
    assert field.value() == 2


def test_marks_and_segments_round_trip(shown):
    check, segments = CheckField("Interpreter needed"), SegmentField("To learn", [("fi", "suomi")])
    shown(check, segments)
    check.restore(True)
    segments.restore("fi")
    assert (check.state(), segments.state()) == (True, "fi")
    assert check.box.accessibleName() == "Interpreter needed"


def test_the_section_of_a_field_can_be_asked_about(qtbot, shown):
    field = shown(TextField("Next review", section=REVIEW))
    link = field.findChild(SectionLink)
    with qtbot.waitSignal(field.section_clicked) as caught:
        link.click()
    assert caught.args == [REVIEW]
    assert QAccessible.queryAccessibleInterface(link).text(QAccessible.Text.Name)


def test_a_language_is_chosen_by_its_own_word_though_others_hold_it(qtbot):
    choices = [Choice("arz", "egyptinarabia"), Choice("ar", "arabia (العربية)")]
    field = ChoiceField("Language", choices)
    qtbot.addWidget(field)
    field.box.setEditText("arabia")

    assert field.value() == "ar"


def test_several_lines_grow_when_the_box_becomes_narrower(qtbot) -> None:
    field = LongTextField("Sentence", lines=2)
    qtbot.addWidget(field)
    field.set_value("Kotoutumisohjelman palvelut siinä järjestyksessä kuin asiakas tulee niihin.")
    field.resize(900, 120)
    field.show()
    wide = field.text.height()
    field.resize(260, 300)
    qtbot.waitUntil(lambda: field.text.height() > wide)
    assert field.text.height() >= field.text.sizeHint().height()
