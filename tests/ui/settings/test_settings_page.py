from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import type_text
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.casework.own_phrases import add_own_phrase, retired_codes
from kotoutus_desktop.casework.register import get_officer, the_office
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.about_part import texts
from kotoutus_desktop.ui.settings.settings_page import SettingsPage
from kotoutus_desktop.ui.theme import Mode, theme
from kotoutus_desktop.ui.workspace import Workspace

PARTS = (
    *("appearance", "office", "person", "passphrase"),
    *("phrases", "translations", "statutes", "bin", "retention", "lost", "whole", "file", "about"),
)


@pytest.fixture
def open_page(qtbot, workspace: Workspace, office):
    """Return a maker of the page at one of its subjects."""

    def make(focus: str = "", size: tuple[int, int] = (1150, 768)) -> SettingsPage:
        destination = Destination(PageName.SETTINGS, focus=focus)
        page = SettingsPage(workspace, destination)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.arrive(destination)
        QApplication.processEvents()
        return page

    return make


def stored_office(database: Database):
    with database.reading() as session:
        return the_office(session)


def test_colours_change_at_once_and_are_remembered(open_page, workspace: Workspace) -> None:
    page = open_page()

    page.appearance.mode.segments.first_button().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert theme().mode is Mode.DARK
    assert workspace.preferences.mode is Mode.DARK


def test_text_grows_step_by_step_and_back(open_page, workspace: Workspace) -> None:
    page = open_page()
    part = page.appearance

    part.larger.setFocus()
    for _step in range(3):
        QTest.keyClick(part.larger, Qt.Key.Key_Space)

    assert theme().factor == 1.3
    assert workspace.preferences.text_factor == 1.3
    assert part.size_now.text() == "130\u00a0%"

    part.usual.setFocus()
    QTest.keyClick(part.usual, Qt.Key.Key_Space)
    assert theme().factor == 1.0
    assert QApplication.focusWidget() is part.larger


def test_initials_are_remembered(open_page, workspace: Workspace) -> None:
    page = open_page()

    page.appearance.initials.take_focus()
    QTest.keyClick(page.appearance.initials.box, Qt.Key.Key_Space)

    assert workspace.preferences.initials_in_lists


def test_leaving_records_what_was_typed_and_it_can_be_undone(
    open_page, workspace: Workspace
) -> None:
    page = open_page("office")
    page.go_to("office.street")

    type_text(page.office.fields["street"].line, "Laitilantie 5")
    page.leave()

    assert stored_office(workspace.database).street == "Laitilantie 5"
    assert workspace.undo_label() == "office details changed"
    workspace.undo()
    page.refresh()
    assert page.office.fields["street"].value() == ""


def test_office_and_own_details_are_kept_together(open_page, workspace: Workspace) -> None:
    page = open_page("person")

    page.person.fields["title_sv"].set_value("integrationsrådgivare")
    page.office.fields["assessment_target_days"].set_value(30)
    page.leave()

    with workspace.database.reading() as session:
        assert get_officer(session, workspace.officer_id).title_sv == "integrationsrådgivare"
        assert the_office(session).assessment_target_days == 30
    assert workspace.undo_label() == "details changed"


def test_what_is_refused_stays_typed_and_is_shown_where_it_is(
    open_page, workspace: Workspace
) -> None:
    page = open_page("appearance")

    page.person.fields["email"].set_value("maija.example")
    page.record()

    assert page.person.isVisible()
    assert page.person.fields["email"].has_error()
    assert QApplication.focusWidget() is page.person.fields["email"].line
    again = open_page("person")
    assert again.person.fields["email"].value() == "maija.example"


def test_an_emptied_target_keeps_the_one_that_was(open_page, workspace: Workspace) -> None:
    page = open_page("office")

    page.office.fields["assessment_target_days"].set_value(None)
    page.leave()

    assert stored_office(workspace.database).assessment_target_days == 14


def test_keys_go_through_the_subjects(open_page) -> None:
    page = open_page()

    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.contents.current() == "office"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.person.isVisible()
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.office.isVisible()


def test_a_phrase_is_taken_out_of_use_and_back(open_page, workspace: Workspace) -> None:
    with workspace.database.transaction() as session:
        add_own_phrase(session, PhraseKind.NEED, {"fi": "Tarvitsee polkupyörän."})
    page = open_page("phrases")

    page.phrases.list.setFocus()
    page.phrases.list.setCurrentIndex(page.phrases.list.model().index(0, 0))
    QTest.keyClick(page.phrases.list, Qt.Key.Key_Return)
    with workspace.database.reading() as session:
        assert retired_codes(session) == {"U-001"}

    page.bars.messages()[0].acts[0].callback()
    with workspace.database.reading() as session:
        assert retired_codes(session) == frozenset()


def test_without_phrases_the_page_says_how_to_add_one(open_page) -> None:
    page = open_page("phrases")

    assert not page.phrases.list.isVisible()


def test_the_file_says_where_it_lies(open_page, workspace: Workspace) -> None:
    page = open_page("file")

    assert page.file.path.value() == str(workspace.database.path)
    assert page.file.bytes.value().endswith(("kB", "MB"))


def test_every_licence_can_be_read(open_page) -> None:
    page = open_page("about")
    part = page.about

    assert "0.1.0" in part.text.text()
    assert "What is new" in part.reader.toPlainText()
    found = texts()
    assert {"SQLCipher", "Qt", "OFL-NotoSans", "icons", "program"} <= found.keys()
    for key in ("SQLCipher", "OFL-NotoSans"):
        part.choice.set_value(key)
        assert part.reader.toPlainText().split() == Path(found[key][1]).read_text("utf-8").split()


@pytest.mark.parametrize("part", PARTS)
def test_every_subject_is_reached_and_named(open_page, part: str) -> None:
    page = open_page(part)

    assert nameless(page) == []
    assert out_of_order(page) == []
    assert never_reached(page) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_large_text_fits_a_small_window(open_page, language: str) -> None:
    set_interface_language(language)
    theme().apply(factor=1.5)
    page = open_page(size=(964, 640))

    for part in PARTS:
        page.open_part(part)
        QApplication.processEvents()
        assert clipped(page) == []
        assert page.body.horizontalScrollBar().maximum() == 0
        assert page.body.widget().width() <= page.body.viewport().width()
