from datetime import date

import pytest
from PySide6.QtCore import Qt

from kotoutus_desktop.casework.orientation.needs import NeedEntry, need_of, record_need
from kotoutus_desktop.casework.orientation.participants import participants
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.orientation import EnrolmentState as State
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.orientation.need_card import NeedCard
from kotoutus_desktop.ui.orientation.need_dialog import UNSUITABLE, NeedDialog
from kotoutus_desktop.ui.orientation.waiting_export import CountsFile
from kotoutus_desktop.ui.orientation.waiting_part import WaitingPart
from kotoutus_desktop.ui.page import PageName

TODAY = date(2026, 11, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def part(workspace, crowd, qtbot):
    part = WaitingPart(workspace)
    qtbot.addWidget(part)
    part.resize(1200, 700)
    part.show()
    part.arrive("")
    return part


def test_the_longest_waiting_has_the_keyboard(part):
    assert part.focusWidget() is part.list
    assert part.list.current_item().number == "U7-0000"
    assert part.list.current_item().days(TODAY) == 50


def test_of_who_is_protected_the_list_shows_a_number_and_no_place(part):
    cells = part.face(part.rows[-1]).cells

    assert (cells[0].text, cells[0].own, cells[1].text) == ("U7-0009", "", "")


def test_nobody_is_shown_where_nobody_waits(workspace, office, qtbot):
    part = WaitingPart(workspace)
    qtbot.addWidget(part)
    part.show()
    part.arrive("")

    assert part.under.currentWidget() is part.nothing
    assert not part.propose_button.isEnabled()


def test_a_filter_that_finds_nobody_says_so(part, database, crowd):
    part.filters.child_care.setChecked(True)
    assert part.rows == []
    assert part.under.currentWidget() is part.nothing

    part.filters.clear()
    assert len(part.rows) == 10


def test_a_group_becomes_a_course_by_keyboard(part, qtbot, database):
    with qtbot.waitSignal(part.navigate) as gone:
        part.primary()
        assert len(part.groups.proposal.groups) == 1
        part.primary()
        part.primary()

    (destination,) = gone.args
    assert destination.page is PageName.COURSE
    with database.reading() as session:
        there = participants(session, destination.record)
    assert [each.enrolment.state for each in there] == [State.INVITED] * 10


def test_escape_leads_back_step_by_step(part, qtbot):
    part.primary()
    part.primary()
    qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert part.groups.body.currentWidget() is part.groups.groups

    qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert part.stack.currentWidget() is part.listing


def test_who_can_come_only_later_is_told(part, database, crowd):
    with database.transaction() as session:
        record_need(session, crowd[0].id, NeedEntry(earliest_on=date(2027, 9, 1)))
    part.refresh()
    part.propose()

    assert "1 can come only later" in part.groups.left.text()


@pytest.mark.parametrize("kind", CountsFile)
def test_the_numbers_are_saved_without_any_name(part, tmp_path, kind):
    path = tmp_path / f"numbers{kind.value}"

    assert part.export.save_to(path, part.awaiting(), kind)

    content = path.read_bytes()
    assert b"Khatib" not in content
    assert b"U7-0" not in content


def test_what_cannot_be_saved_says_so(part, tmp_path, qtbot):
    with qtbot.waitSignal(part.said) as told:
        assert not part.export.save_to(tmp_path / "no" / "a.csv", part.rows, CountsFile.CSV)
    assert told.args[0].acts


def test_the_need_is_asked_with_its_reason(workspace, crowd, database, qtbot):
    dialog = NeedDialog(workspace, crowd[0].id, "Amal")
    qtbot.addWidget(dialog)
    dialog.remote.set_value(UNSUITABLE)
    dialog.accept()
    assert dialog.remote_reason.has_error()

    dialog.remote_reason.set_value("Ei osaa lukea.")
    dialog.child_care.set_value(True)
    dialog.accept()

    with database.reading() as session:
        need = need_of(session, crowd[0].id)
    assert (need.remote_unsuitable, need.remote_reason) == (True, "Ei osaa lukea.")
    assert need.child_care


def test_a_day_that_is_none_is_refused_at_its_field(workspace, crowd, qtbot):
    dialog = NeedDialog(workspace, crowd[0].id, "Amal")
    qtbot.addWidget(dialog)
    dialog.earliest_on.line.setText("31.2.2027")
    dialog.accept()

    assert dialog.earliest_on.has_error()


def test_the_card_tells_the_need_and_its_section(workspace, crowd, database, qtbot):
    with database.transaction() as session:
        entry = NeedEntry(remote_unsuitable=True, remote_reason="Ei laitetta.", child_care=True)
        record_need(session, crowd[0].id, entry)
    card = NeedCard(workspace, MessageBars())
    qtbot.addWidget(card)

    card.show_client(crowd[0].id, "Amal")
    assert card.entry.remote_reason == "Ei laitetta."
    assert card.lines.count() == 3

    card.show_client(crowd[1].id, "Amal")
    assert card.lines.count() == 1


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_list_is_shown_in_both_languages(workspace, crowd, qtbot, language):
    set_interface_language(language)
    part = WaitingPart(workspace)
    qtbot.addWidget(part)
    part.arrive("")

    assert part.propose_button.text() not in ("", "Propose groups")
