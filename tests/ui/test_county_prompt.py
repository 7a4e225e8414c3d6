from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from walker import nameless

from kotoutus_desktop.casework.county_aside import set_aside_of
from kotoutus_desktop.models.hand_over import CountySetAside
from kotoutus_desktop.ui.county_prompt import CountyPromptBox
from tests import casebook


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def box(qtbot, workspace, client):
    """A prompt about a form of the client, shown."""
    box = CountyPromptBox(workspace)
    qtbot.addWidget(box)
    box.about(client.id, uuid4())
    box.show_reasons("Worth asking: quota refugee")
    box.resize(600, 200)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    return box


def kept(database, box) -> CountySetAside | None:
    with database.reading() as session:
        return set_aside_of(session, box._subject)


def test_without_reasons_nothing_is_shown(box):
    box.show_reasons("")

    assert box.isHidden()


def test_it_is_set_aside_by_the_keyboard_alone_and_the_reason_is_kept(
    qtbot, box, database, officer, today
):
    assert box.text.isVisible()
    assert box.reason.isHidden()
    box.aside.setFocus()
    QTest.keyClick(box.aside, Qt.Key.Key_Space)
    assert box.reason.line.hasFocus()
    QTest.keyClicks(box.reason.line, "The county is in the case already.")
    with qtbot.waitSignal(box.changed):
        QTest.keyClick(box.reason.line, Qt.Key.Key_Return)

    found = kept(database, box)
    assert found is not None
    assert (found.reason, found.set_on) == ("The county is in the case already.", today)
    assert found.officer_id == officer.id
    assert box.is_aside
    assert not box.text.isVisible()
    assert "Without the county, 24.11.2026: The county is in" in box.kept.text()
    assert box.again.hasFocus()
    assert nameless(box) == []


def test_without_a_reason_it_is_not_set_aside(box, database):
    box.aside.click()
    box.keep.click()

    assert kept(database, box) is None
    assert box.reason.has_error()
    assert box.reason.isVisible()


def test_what_was_begun_can_be_left(box, database):
    box.aside.click()
    box.reason.set_value("No")
    box.leave.click()

    assert kept(database, box) is None
    assert box.text.isVisible()
    assert box.aside.hasFocus()


def test_it_can_be_asked_again_and_undone(qtbot, box, database, workspace):
    box.aside.click()
    box.reason.set_value("No need.")
    box.keep.click()
    with qtbot.waitSignal(box.changed):
        box.again.click()

    assert kept(database, box) is None
    assert box.text.isVisible()
    workspace.undo()
    assert box.is_aside
    workspace.undo()
    assert not box.is_aside


def test_what_is_being_written_stays_when_something_else_is_recorded(box, workspace):
    box.aside.click()
    box.reason.set_value("Half a")
    workspace.changed.emit()

    assert box.is_writing
    assert box.reason.value() == "Half a"
