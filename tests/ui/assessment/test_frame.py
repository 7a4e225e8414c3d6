import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.completeness import Missing
from kotoutus_desktop.rules.section import INTERVIEW_HEADS
from kotoutus_desktop.ui.assessment.places import HEADS, PARTS, missing_rows, place_of
from kotoutus_desktop.ui.theme import Mode, theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def settle(page):
    page.look()
    for _round in range(4):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("heads", "text"),
    [((4,), "Head 4"), ((4, 7, 8, 9), "Heads 4, 7, 8 and 9"), (range(1, 10), "Heads 1–9")],
)
def test_open_heads_are_one_line(heads, text):
    lines = [Missing(HEADS[number - 1], INTERVIEW_HEADS) for number in heads]

    (row,) = missing_rows(lines)

    assert (row.key, row.text) == (lines[0].key, text)


def test_every_missing_line_leads_to_a_place_of_its_own(page):
    page.look()
    for part in PARTS:
        page.open_part(part)
    for line in page.case.missing():
        place = place_of(line.key, page.case.assessment)
        assert place is not None, line.key
        assert not place.field or place.field in page.fields, line.key


def test_every_field_is_known_by_its_place(page):
    for part in PARTS:
        page.open_part(part)
        for name in page.parts.part(part).fields:
            assert place_of(name, page.case.assessment).part == part


def test_a_click_on_a_missing_line_opens_its_place(page):
    page.look()
    line = next(
        b for b in page.missing.findChildren(QPushButton) if "personal" in b.accessibleName()
    )

    line.click()

    assert page.current == "told"
    assert page.fields["told.personal_data.on"].isAncestorOf(QApplication.focusWidget())


def test_arrows_look_at_parts_and_enter_goes_into_one(page):
    page.steps.take_focus()

    press(Qt.Key.Key_Down)
    assert page.current == PARTS[1]
    assert QApplication.focusWidget() is page.steps.buttons[PARTS[1]]

    press(Qt.Key.Key_Return)
    assert page.fields[f"{PARTS[1]}.finding"].isAncestorOf(QApplication.focusWidget())


def test_page_keys_walk_through_all_parts_and_stop_at_the_ends(page):
    seen = [page.current]
    for _step in range(len(PARTS)):
        press(Qt.Key.Key_PageDown, CONTROL)
        seen.append(page.current)
    assert seen == [*PARTS, PARTS[-1]]

    press(Qt.Key.Key_PageUp, CONTROL)
    assert page.current == PARTS[-2]


def test_what_is_done_is_seen_at_the_left(page):
    page.fields["heads.literacy.finding"].set_value("Reads.")
    page.look()

    assert "answered" in page.steps.buttons["heads.literacy"].accessibleName()
    assert page.steps.progress.accessibleName() == "Initial interview: 1 / 9"
    assert "0 / 4" in page.steps.buttons["told"].accessibleName()


def test_one_button_is_filled(page):
    def filled():
        buttons = page.findChildren(QPushButton)
        return [b for b in buttons if b.property("kind") == "primary" and b.isVisible()]

    assert len(filled()) == 1
    page.open_part("outcome")
    assert filled() == [page.done]


@pytest.mark.parametrize("part", PARTS)
def test_the_keyboard_reaches_everything_in_reading_order(page, part):
    page.open_part(part)
    settle(page)

    assert nameless(page) == []
    assert never_reached(page) == []
    assert out_of_order(page) == []


def test_rows_that_were_added_are_reached_where_they_stand(page):
    page.open_part("clarifying")
    page.fields["clarifying"].add_row()
    settle(page)

    assert nameless(page) == []
    assert never_reached(page) == []
    assert out_of_order(page) == []


@pytest.mark.parametrize(
    ("language", "factor", "size"),
    [
        ("fi", 1.0, (964, 640)),
        ("fi", 1.5, (1276, 768)),
        ("sv", 1.25, (1291, 768)),
        ("sv", 1.5, (1276, 768)),
        ("fi", 2.0, (1246, 768)),
    ],
)
def test_large_text_folds_the_sides_and_clips_nothing(open_page, language, factor, size):
    set_interface_language(language)
    theme().apply(Mode.LIGHT, factor)
    page = open_page(size=size)

    assert page.columns.folded
    assert page.fold_line.isVisible()
    for part in PARTS:
        page.open_part(part)
        settle(page)
        assert clipped(page) == []
        assert page.body.widget().minimumSizeHint().width() <= page.body.viewport().width()


def test_folded_sides_open_over_the_page_and_close_with_escape(open_page):
    theme().apply(Mode.LIGHT, 1.5)
    page = open_page(size=(1276, 768))
    assert page.steps.isHidden()
    assert page.missing.isHidden()

    page.fold_line.parts_button.setFocus()
    press(Qt.Key.Key_Space)
    assert page.steps.isVisible()
    assert page.steps.isAncestorOf(QApplication.focusWidget())

    press(Qt.Key.Key_Escape)
    assert page.steps.isHidden()
    assert QApplication.focusWidget() is page.fold_line.parts_button

    page.fold_line.missing_button.click()
    page.missing.list.first_button.click()
    assert page.missing.isHidden()
    assert page.current == "heads.literacy"


@pytest.mark.parametrize("size", [(1140, 768), (1306, 768)])
def test_three_columns_leave_the_form_its_room(open_page, size):
    set_interface_language("sv")
    page = open_page(size=size)
    assert not page.columns.folded
    for part in PARTS:
        page.open_part(part)
        settle(page)
        assert clipped(page) == []
        assert page.body.widget().minimumSizeHint().width() <= page.body.viewport().width()


def test_a_wide_page_shows_three_columns_again(open_page):
    page = open_page(size=(900, 700))
    assert page.columns.folded

    page.resize(1300, 768)

    assert page.steps.isVisible()
    assert page.missing.isVisible()
    assert not page.fold_line.isVisible()


def test_a_draft_is_plain_values(page):
    for part in PARTS:
        page.open_part(part)
    page.fields["clarifying"].add_row()
    page.fields["interviewed_on"].set_value(date(2026, 11, 24))

    assert json.loads(json.dumps(page.state())) == page.state()


def test_later_leads_back(page, qtbot):
    with qtbot.waitSignal(page.back):
        page.later.click()
