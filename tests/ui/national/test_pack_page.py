import json

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.rules.stored_fields import StoredField
from kotoutus_desktop.ui.lock.clipboard import ClipboardWatch
from kotoutus_desktop.ui.theme import theme
from tests import casebook
from tests.ui.national.conftest import said


def row_of(page, field):
    return next(row for card in page.cards for row in card.rows if row.field.field is field)


def test_enter_copies_a_field_and_goes_to_the_next(open_pack, reviewed):
    page = open_pack(reviewed)
    first, second = page.rows[:2]
    assert first.copy.hasFocus()

    QTest.keyClick(first.copy, Qt.Key.Key_Return)

    assert QApplication.clipboard().text() == "24.11.2026"
    assert second.copy.hasFocus()
    QTest.keyClick(second.copy, Qt.Key.Key_Up)
    assert first.copy.hasFocus()


def test_a_whole_case_is_typed_over_with_enter_alone(open_pack, reviewed):
    page, copied = open_pack(reviewed), []
    for _row in page.rows:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        copied.append(QApplication.clipboard().text())

    assert copied == [row.field.value for row in page.rows]
    assert "Puhuu jo." in copied


def test_what_was_copied_is_forgotten_after_a_while(qtbot, open_pack, reviewed):
    watch = ClipboardWatch(after=50)
    page = open_pack(reviewed)

    page.rows[0].copy.click()

    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")
    watch.deleteLater()


def test_every_heading_stands_in_finnish_with_swedish_beside(open_pack, reviewed):
    page = open_pack(reviewed)

    words = said(row_of(page, StoredField.HINDRANCES))

    assert "Mahdolliset osallistumista vaikeuttavat tai hidastavat tekijät" in words
    assert "Eventuella faktorer som försvårar eller fördröjer deltagandet" in words


def test_ctrl_enter_records_the_record_with_day_and_name(open_pack, reviewed, workspace):
    page = open_pack(reviewed)
    row_of(page, StoredField.PROGRESS).copy.setFocus()

    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    row = row_of(page, StoredField.PROGRESS)
    assert row.copy.hasFocus()
    assert row.box.isChecked()
    assert "Entered in Koto-AJ on 24.11.2026, Maija Esimerkki" in said(row)
    assert "all entered" in said(page.cards[2])
    assert "fields to enter" in said(page.cards[0])
    workspace.undo()
    page.refresh()
    assert not row_of(page, StoredField.PROGRESS).box.isChecked()


def test_a_tick_is_set_and_taken_back_by_space(open_pack, reviewed):
    page = open_pack(reviewed)
    for on in (True, False):
        box = row_of(page, StoredField.GOALS).box
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        box = row_of(page, StoredField.GOALS).box
        assert box.hasFocus()
        assert box.isChecked() is on


def test_what_changed_since_is_said_with_what_was_entered(open_pack, reviewed, enter_all, database):
    enter_all(reviewed)
    with database.transaction() as session:
        review = get_client(session, reviewed.id).plans[0].reviews[0]
        review.progress = casebook.text("Puhuu hyvin.")
    page = open_pack(reviewed)

    row = row_of(page, StoredField.PROGRESS)

    assert "changed since it was entered" in said(row)
    assert "It was entered as: Puhuu jo." in said(row)
    assert row.copy.hasFocus()
    row.box.click()
    assert "changed" not in said(row_of(page, StoredField.PROGRESS))


def test_ctrl_i_says_why_and_escape_goes_back(qtbot, open_pack, reviewed):
    page = open_pack(reviewed)

    with qtbot.waitSignal(page.section_clicked) as asked:
        QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert str(asked.args[0]) == "681/2023 § 76(1)"
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_paper_and_file_have_the_headings(open_pack, reviewed, tmp_path, monkeypatch):
    made = []
    page = open_pack(reviewed)
    monkeypatch.setattr(page.saver, "choose_and_save", lambda content, _name: made.append(content))

    page.save_pdf()
    page.save_file(tmp_path / "pack.json")

    with pdfium.PdfDocument(made[0]) as document:
        text = " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())
    assert "Suunnitelmaan tehtävät muutokset" in text
    assert "Ändringar som ska göras i planen" in text
    content = json.loads((tmp_path / "pack.json").read_text("utf-8"))
    assert [each["record"] for each in content["records"]] == ["assessment", "plan", "review"]


def test_a_client_without_a_record_has_nothing_to_be_entered(open_pack, client):
    page = open_pack(client)

    assert "Nothing is to be entered yet" in said(page)
    page.primary()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "factor"), [(964, 1.0), (934, 1.5)])
def test_everything_fits_is_named_and_reached_by_tab(
    qtbot, open_pack, reviewed, language, width, factor
):
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_pack(reviewed, width=width, height=600)

    qtbot.waitUntil(lambda: clipped(page) == [])
    assert not nameless(page)
    assert not never_reached(page)
    page.resize(width, 9000)  # what scrolls lies above what does not
    assert not out_of_order(page)
