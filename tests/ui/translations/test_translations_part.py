from pathlib import Path

import polib
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_keys import type_text
from walker import clipped, nameless, never_reached, out_of_order

from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.phrases.catalog import ReviewState, documents_catalog
from kotoutus_desktop.phrases.review_file import ReviewFormat
from kotoutus_desktop.phrases.review_lines import LineState
from kotoutus_desktop.phrases.reviewed import REVIEWED_LANGUAGES
from kotoutus_desktop.ui.components.row_model import ITEM_ROLE
from kotoutus_desktop.ui.message_bar import Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.settings.settings_page import SettingsPage
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.translations.translations_part import TranslationsPart
from kotoutus_desktop.ui.workspace import Workspace

TITLE = "Integration plan"


@pytest.fixture
def page(qtbot, workspace: Workspace, office) -> SettingsPage:
    destination = Destination(PageName.SETTINGS, focus="translations")
    page = SettingsPage(workspace, destination)
    qtbot.addWidget(page)
    page.resize(1150, 768)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.arrive(destination)
    QApplication.processEvents()
    return page


@pytest.fixture
def part(page: SettingsPage) -> TranslationsPart:
    return page.translations


def open_arabic(part: TranslationsPart) -> None:
    model = part.list.model()
    names = [model.index(row, 0) for row in range(model.rowCount())]
    part.list.setFocus()
    part.list.setCurrentIndex(next(each for each in names if "Arabic:" in str(each.data())))
    QTest.keyClick(part.list, Qt.Key.Key_Return)


def mended(part: TranslationsPart, folder: Path, text: str = "خطة") -> Path:
    """Save the file of the language, mend its first text as a speaker would, return it."""
    path = folder / "ar.po"
    part.save_to(path, ReviewFormat.PO)
    catalog = polib.pofile(str(path))
    entry = catalog.find(TITLE)
    entry.msgstr, entry.flags = text, []
    catalog.save()
    return path


def test_every_language_is_listed_with_its_figures(part: TranslationsPart) -> None:
    assert part.list.model().rowCount() == len(REVIEWED_LANGUAGES)
    assert "0 of" in str(part.list.model().index(0, 0).data())


def test_a_file_is_seen_before_it_is_recorded_and_can_be_undone(
    part: TranslationsPart, tmp_path: Path
) -> None:
    shipped = documents_catalog("ar").text(TITLE)
    open_arabic(part)
    part.read_from(mended(part, tmp_path))

    assert part.returned.isVisible()
    assert "خطة" in part.returned.changes.toPlainText()
    assert "1 text changes." in part.returned.sum.text()
    assert documents_catalog("ar").text(TITLE) == shipped

    part.returned.reviewer.take_focus()
    type_text(part.returned.reviewer.line, "Amal Kääntäjä")
    QTest.keyClick(part.returned.reviewer.line, Qt.Key.Key_Return)

    assert documents_catalog("ar").text(TITLE) == "خطة"
    assert documents_catalog("ar").review_state([TITLE]) is ReviewState.REVIEWED
    assert part.language.isVisible()
    assert part.language.figures.text().startswith("1 of")

    part._bars.messages()[0].acts[0].callback()
    assert documents_catalog("ar").text(TITLE) == shipped


def test_nobody_is_recorded_without_a_name(part: TranslationsPart, tmp_path: Path) -> None:
    shipped = documents_catalog("ar").text(TITLE)
    open_arabic(part)
    part.read_from(mended(part, tmp_path))
    part.returned.record.click()

    assert part.returned.reviewer.has_error()
    assert documents_catalog("ar").text(TITLE) == shipped


def test_who_has_read_everything_says_so_once(part: TranslationsPart, tmp_path: Path) -> None:
    open_arabic(part)
    path = tmp_path / "ar.xlsx"
    part.save_to(path, ReviewFormat.SHEET)
    part.read_from(path)
    assert not part.returned.record.isEnabled()

    part.returned.all_read.set_value(True)
    type_text(part.returned.reviewer.line, "Amal Kääntäjä")
    part.returned.record.click()

    assert part.state.count(LineState.REVIEWED) > 400
    assert part.state.count(LineState.NOT_REVIEWED) == 0
    assert documents_catalog("ar").review_state() is ReviewState.REVIEWED


def test_the_sample_page_goes_along(part: TranslationsPart, tmp_path: Path) -> None:
    open_arabic(part)
    part.save_specimen(tmp_path / "ar.pdf")

    assert (tmp_path / "ar.pdf").read_bytes().startswith(b"%PDF")


def test_the_offices_version_is_withdrawn(part: TranslationsPart, tmp_path: Path) -> None:
    shipped = documents_catalog("ar").text(TITLE)
    open_arabic(part)
    assert not part.language.withdraw.isVisible()
    part.read_from(mended(part, tmp_path))
    type_text(part.returned.reviewer.line, "Amal Kääntäjä")
    part.returned.record.click()

    part.language.withdraw.click()
    assert documents_catalog("ar").text(TITLE) == shipped
    assert not part.language.withdraw.isVisible()


def test_a_text_that_no_font_has_is_refused_by_name(part: TranslationsPart, tmp_path: Path) -> None:
    open_arabic(part)
    part.read_from(mended(part, tmp_path, "خطة 𓀀"))

    message = part._bars.messages()[0]
    assert message.tone is Tone.DANGER
    assert "𓀀" in message.text
    assert part.language.isVisible()


def test_a_stale_text_is_told_on_its_page(part: TranslationsPart, tmp_path: Path) -> None:
    open_arabic(part)
    part.read_from(mended(part, tmp_path))
    type_text(part.returned.reviewer.line, "Amal Kääntäjä")
    part.returned.record.click()
    file = part._folder / "ar.po"
    source = part.state.lines[0].original.fingerprint
    file.write_bytes(file.read_bytes().replace(source.encode(), b"0" * 16))
    part._show_language("ar")

    assert "1 out of date" in part.language.figures.text()
    assert "reads them again" in part.language.note.text()


def test_a_damaged_file_of_the_office_is_told(part: TranslationsPart) -> None:
    part._folder.mkdir()
    (part._folder / "ar.po").write_bytes(b"\xff\xfe")
    part.shown()
    open_arabic(part)

    assert "ar.po" in part.language.note.text()
    assert part.language.withdraw.isVisible()


def test_every_state_is_reached_by_keys_and_named(
    page: SettingsPage, part: TranslationsPart, tmp_path: Path
) -> None:
    steps = (lambda: open_arabic(part), lambda: part.read_from(mended(part, tmp_path)))
    for step in steps:
        step()
        QApplication.processEvents()
        assert nameless(page) == []
        assert out_of_order(page) == []
        assert never_reached(page) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_large_text_fits_a_small_window(qtbot, workspace, office, tmp_path, language) -> None:
    set_interface_language(language)
    theme().apply(factor=1.5)
    page = SettingsPage(workspace, Destination(PageName.SETTINGS, focus="translations"))
    qtbot.addWidget(page)
    page.resize(964, 640)
    page.show()
    part = page.translations
    part.open_language(part.list.model().index(0, 0).data(ITEM_ROLE))
    part._show_language("ar")
    for step in (lambda: None, lambda: part.read_from(mended(part, tmp_path))):
        step()
        QApplication.processEvents()
        assert clipped(page) == []
        assert page.body.widget().width() <= page.body.viewport().width()
