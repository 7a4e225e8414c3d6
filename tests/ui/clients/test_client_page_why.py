"""What the page of a client asks the panel: each line for itself."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.rules.facts import Protection
from kotoutus_desktop.rules.reason import Doubt
from kotoutus_desktop.rules.section import RIGHTS_AND_DUTIES
from kotoutus_desktop.ui.components.section_link import SectionLink

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_control_i_asks_why_the_next_step_is_due(qtbot, database, open_client, register, agree):
    client = register()
    plan = agree(client)
    with database.transaction() as session:
        get_client(session, client.id).plans[0].measures[0].referred_on = plan.made_on
    page = open_client(client)

    with qtbot.waitSignal(page.why_asked) as asked:
        press(Qt.Key.Key_I, CONTROL)

    ((why,),) = asked.args
    assert why.title == "Review the integration plan"
    assert why.reason.result == date(2027, 5, 24)


def test_control_i_on_a_missing_line_asks_about_that_line(qtbot, open_client, register, agree):
    client = register()
    agree(client)
    page = open_client(client)
    page.frame.missing.first_button.setFocus()

    with qtbot.waitSignal(page.why_asked) as asked:
        press(Qt.Key.Key_I, CONTROL)

    ((why,),) = asked.args
    assert why.title == "Copy of the plan for the client"
    assert why.reason.section == RIGHTS_AND_DUTIES
    assert why.reason.doubts == (Doubt.INFERRED,)


def test_what_is_overdue_is_explained_with_its_sum(qtbot, open_client, register, agree):
    client = register()
    agree(client, on=date(2026, 3, 1))
    page = open_client(client)
    overdue = page.frame.missing.first_button.parentWidget().findChild(SectionLink)

    with qtbot.waitSignal(page.why_asked) as asked:
        overdue.click()

    ((why,),) = asked.args
    assert why.reason.result is not None


def test_a_prompt_about_the_county_is_said_to_be_a_suggestion(qtbot, open_client, register):
    page = open_client(register(protection=Protection.QUOTA_REFUGEE))

    with qtbot.waitSignal(page.why_asked) as asked:
        page.frame.notes.findChild(SectionLink).click()

    ((why,),) = asked.args
    assert why.reason.basis is Basis.SUGGESTION
