from datetime import timedelta

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.orientation.marking import Call, record_marks
from kotoutus_desktop.casework.orientation.roll import Mark
from kotoutus_desktop.models.orientation import CourseMeeting, Enrolment, EnrolmentState
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.orientation.progress_part import ProgressPart
from kotoutus_desktop.ui.page import PageName
from tests.ui.orientation.roll_course import course_of


@pytest.fixture
def part(qtbot, workspace):
    course = course_of(
        workspace.database,
        ["Amal", "Zahra"],
        workspace.today() - timedelta(weeks=1),
        2,
        minutes=2100,
    )
    with workspace.database.transaction() as session:
        first, second = session.scalars(select(Enrolment).order_by(Enrolment.id))
        for meeting in session.scalars(select(CourseMeeting)).all():
            marks = {first.id: Mark(Presence.PRESENT), second.id: Mark(Presence.ABSENT)}
            record_marks(session, meeting.id, marks, Call(None, meeting.held_on))
    part = ProgressPart(workspace, course)
    qtbot.addWidget(part)
    part.arrive("")
    return part


def faces(part):
    return [part.list.model().index(row, 0).data() for row in range(len(part.seen.rows))]


def test_it_says_who_falls_behind_and_whose_limit_that_is(part):
    assert "falls behind" in faces(part)[1]
    assert "0 % present" in faces(part)[1]
    assert "falls behind" not in faces(part)[0]
    assert "office's own" in part.limit.text()
    assert "1 falls behind" in part.sums.text()


def test_completion_is_offered_and_recorded_and_can_be_undone(part, workspace):
    assert part.ready_button.isVisibleTo(part)
    part.primary()

    def states():
        with workspace.database.reading() as session:
            return session.scalars(select(Enrolment.state).order_by(Enrolment.id)).all()

    assert states() == [EnrolmentState.COMPLETED, EnrolmentState.ACCEPTED]
    assert not part.ready_button.isVisibleTo(part)
    workspace.undo()
    assert states() == [EnrolmentState.ACCEPTED, EnrolmentState.ACCEPTED]


def test_enter_opens_the_client(part, qtbot):
    with qtbot.waitSignal(part.navigate) as asked:
        part.open_person(part.seen.rows[0])

    assert asked.args[0].page is PageName.CLIENT
    assert asked.args[0].client == part.seen.rows[0].person.client_id
