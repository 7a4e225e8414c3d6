from datetime import date

import pytest
from PySide6.QtCore import Qt

from kotoutus_desktop.casework.orientation.courses import store_course
from kotoutus_desktop.casework.orientation.needs import NeedEntry, record_need
from kotoutus_desktop.casework.orientation.participants import participants
from kotoutus_desktop.models.orientation import Course
from kotoutus_desktop.models.orientation import EnrolmentState as State
from kotoutus_desktop.ui.orientation.invite_dialog import InviteDialog
from kotoutus_desktop.ui.orientation.participant_dialogs import GuestDialog, MoveDialog
from kotoutus_desktop.ui.orientation.participant_menu import PersonAct, acts_of
from kotoutus_desktop.ui.orientation.participants_part import ParticipantsPart
from kotoutus_desktop.ui.orientation.pick_dialog import PickDialog


@pytest.fixture
def people(workspace, course, crowd, qtbot):
    part = ParticipantsPart(workspace, course.id)
    qtbot.addWidget(part)
    part.resize(1200, 700)
    part.show()
    part.arrive("")
    return part


def states(database, course):
    with database.reading() as session:
        return [each.enrolment.state for each in participants(session, course.id)]


def test_inviting_says_what_is_to_be_thought_of_and_invites(
    workspace, crowd, course, database, qtbot
):
    with database.transaction() as session:
        record_need(session, crowd[0].id, NeedEntry(child_care=True))
    dialog = InviteDialog(workspace, [crowd[0].id], None)
    qtbot.addWidget(dialog)
    dialog.enrol(on_reserve=False)
    assert dialog.courses.has_error()

    dialog.courses.set_value(str(course.id))
    assert dialog.notes.column.count() > 1
    dialog.enrol(on_reserve=False)

    assert states(database, course) == [State.INVITED]
    assert dialog.done_words == "Invited: 1 person."


def test_who_is_there_already_is_refused_in_words(workspace, crowd, course, database, qtbot):
    for _time in range(2):
        dialog = InviteDialog(workspace, [crowd[0].id], course.id)
        qtbot.addWidget(dialog)
        dialog.enrol(on_reserve=True)

    assert "on the course already" in dialog.fault.text()
    assert states(database, course) == [State.RESERVE]


def test_people_are_ticked_with_the_space_bar(workspace, crowd, course, qtbot):
    dialog = PickDialog(workspace, course.id)
    qtbot.addWidget(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert dialog.chosen() == [crowd[0].id]

    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert dialog.chosen() == []
    assert not dialog.button.isEnabled()


def test_a_free_place_is_offered_to_the_first_of_the_reserve_list(
    people, workspace, crowd, course, database, qtbot
):
    for client in crowd[:2]:
        dialog = InviteDialog(workspace, [client.id], course.id)
        qtbot.addWidget(dialog)
        dialog.enrol(on_reserve=False)
    dialog = InviteDialog(workspace, [crowd[2].id], course.id)
    qtbot.addWidget(dialog)
    dialog.enrol(on_reserve=True)
    people.refresh()
    assert people.next is None

    people.record(people.rows[0], State.DECLINED, "Ei pääse.")
    assert people.next is not None
    people.offer_button.click()

    assert states(database, course) == [State.DECLINED, State.INVITED, State.INVITED]


def test_the_button_of_an_invitation_records_that_someone_takes_part(
    people, workspace, crowd, course, database, qtbot
):
    dialog = InviteDialog(workspace, [crowd[9].id], course.id)
    qtbot.addWidget(dialog)
    dialog.enrol(on_reserve=False)
    people.refresh()

    people.act(people.rows[0])

    assert states(database, course) == [State.ACCEPTED]
    assert people.face(people.rows[0]).cells[0].text == "U7-0009"
    assert PersonAct.INTERRUPT in acts_of(people.rows[0])
    assert len(people.menu_of(people.rows[0]).actions()) == len(acts_of(people.rows[0]))


def test_a_guest_is_an_extra(people, workspace, course, database, qtbot):
    dialog = GuestDialog(workspace, course.id)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.guest_name.has_error()

    dialog.guest_name.set_value("Vieras Henkilö")
    dialog.accept()
    people.refresh()

    (row,) = people.rows
    assert people.face(row).cells[0].aside.text == "extra"
    assert PersonAct.OPEN not in acts_of(row)
    people.delete(row)
    assert states(database, course) == []


def test_someone_moves_to_another_course(people, workspace, crowd, course, database, qtbot):
    other = Course(language="ar", starts_on=date(2027, 2, 1))
    with database.transaction() as session:
        store_course(session, other)
    dialog = InviteDialog(workspace, [crowd[0].id], course.id)
    qtbot.addWidget(dialog)
    dialog.enrol(on_reserve=False)
    people.refresh()
    moving = MoveDialog(workspace, people.rows[0].enrolment.id, course.id)
    qtbot.addWidget(moving)
    moving.accept()
    assert moving.course.has_error()

    moving.course.set_value(str(other.id))
    moving.accept()

    assert states(database, course) == [State.MOVED]
    assert states(database, other) == [State.ACCEPTED]
