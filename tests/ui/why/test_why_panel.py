from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from walker import nameless

from kotoutus_desktop.rules.reasons import suggested
from kotoutus_desktop.rules.section import (
    ASSESSMENT,
    ASSESSMENT_COUNTY,
    ASSESSMENT_PLACE,
    REVIEW,
    UNACCOMPANIED,
)
from kotoutus_desktop.ui.components.missing_list import RowButton
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.why.section_card import AddressLine
from kotoutus_desktop.ui.why.why import Why
from kotoutus_desktop.ui.why.why_view import WhyView

CTRL = Qt.KeyboardModifier.ControlModifier


def said(widget: QWidget) -> str:
    """Return every word that can be read in it now."""
    QTest.qWait(1)
    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    buttons = [each.accessibleName() for each in widget.findChildren(RowButton)]
    return "\n".join([*labels, *buttons]).replace("\u00a0", " ").replace("\u200b", "")


def test_a_date_is_explained_whole(window, agreed):
    window.open(Destination(PageName.CLIENT, agreed.id))

    window.explain_section(REVIEW)

    text = said(window.why)
    for words in (
        "Why this date?",
        "Review the integration plan",
        "Plan 1 agreed",
        "24.11.2026",
        "+ 6 months",
        "= 24.5.2027",
        "The law",
        "Completing a review",
        "§ 22 subs. 1",
        "Kotoutumissuunnitelman tarkistaminen",
        "at least every six months",
        "https://www.finlex.fi/fi/lainsaadanto/2023/681",
        "Plan: Next review",
        "in force from 1.1.2025",
    ):
        assert words in text, words


def test_the_panel_takes_the_keyboard_and_gives_it_back_on_escape(window, client):
    window.open(Destination(PageName.CLIENT, client.id))
    before = QApplication.focusWidget()

    QTest.keyClick(before, Qt.Key.Key_I, CTRL)
    assert window.why.isAncestorOf(QApplication.focusWidget())
    assert nameless(window.why) == []

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.why.isHidden()
    assert QApplication.focusWidget() is before


def test_a_governed_field_is_one_click_away(window, client):
    window.open(Destination(PageName.CLIENT, client.id))
    window.explain_section(UNACCOMPANIED)
    (button,) = window.why.findChildren(RowButton)

    button.click()

    assert type(window.page).__name__ == "IntakePage"
    focus = QApplication.focusWidget()
    assert window.page.fields["came_unaccompanied"].isAncestorOf(focus)
    assert window.why.isHidden()


def test_fields_of_a_form_that_is_not_there_are_named_but_begin_nothing(window, client, database):
    window.open(Destination(PageName.CLIENT, client.id))

    window.explain_section(ASSESSMENT_PLACE)

    assert "Assessment: Place" in said(window.why)
    assert window.why.findChildren(RowButton) == []


def test_the_address_is_copied_and_never_opened(window, client):
    window.explain_section(REVIEW)
    line = window.why.findChild(AddressLine)

    line.button.click()

    assert QApplication.clipboard().text() == "https://www.finlex.fi/fi/lainsaadanto/2023/681"
    assert line.button.accessibleName() == "Copied"


def test_the_grounds_can_be_copied_and_name_nobody(window, agreed):
    window.open(Destination(PageName.CLIENT, agreed.id))
    window.explain_section(REVIEW)

    window.why.findChild(WhyView).copy_button.click()

    copied = QApplication.clipboard().text().replace("\u00a0", " ")
    assert copied.startswith(
        "Review the integration plan: Plan 1 agreed 24.11.2026 + 6 months = 24.5.2027, § 22"
    )
    assert "Al-Khatib" not in copied


def test_a_suggestion_is_shown_as_one_and_as_uncertain(window, client):
    window.explain([Why("Ask about the county", suggested(ASSESSMENT_COUNTY), client.id)])

    text = said(window.why)
    assert "A suggestion of the program" in text
    assert "uncertain" in text
    assert "Why?" in text


def test_a_last_day_on_a_working_day_raises_no_question_of_moving(window, agreed):
    window.open(Destination(PageName.CLIENT, agreed.id))  # 24.5.2027 is a Monday
    window.explain_section(REVIEW)

    assert "next working day" not in said(window.why)


def test_a_form_asks_about_what_is_typed_and_not_recorded_yet(window, client):
    window.open(Destination(PageName.INTAKE, client.id))
    window.page.fields["first_granted"].set_value(date(2025, 6, 2))

    window.explain_section(ASSESSMENT)

    assert "= 2.6.2028" in said(window.why)
    assert "= 12.3.2029" not in said(window.why)


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_the_panel_fits_the_smallest_window(window, agreed, factor):
    theme().apply(factor=factor)
    window.resize(1024, 640)
    window.open(Destination(PageName.CLIENT, agreed.id))
    window.explain_section(REVIEW)
    QApplication.processEvents()

    assert window.why.isVisible()
    assert window.why.geometry().left() >= 0
    assert window.why.area.horizontalScrollBar().maximum() == 0


def test_control_i_in_a_field_says_what_it_rests_on(window, client):
    window.open(Destination(PageName.INTAKE, client.id))
    window.page.go_to("came_unaccompanied")

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, CTRL)

    assert "§ 2 subs. 6" in said(window.why)


def test_a_new_client_has_no_dates_and_the_section_is_explained_all_the_same(window):
    window.open(Destination(PageName.INTAKE))
    window.explain_section(ASSESSMENT)

    assert "§ 14 subs. 1" in said(window.why)
    assert "Why?" in said(window.why)
