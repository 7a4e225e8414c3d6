from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from kotoutus_desktop.casework.orientation.marking import Call, mark_all_present
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.orientation import Course, CourseMeeting, SelfStudy
from kotoutus_desktop.rules.orientation import SelfStudyGround, Topic
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.note_dialog import NoteDialog
from kotoutus_desktop.ui.orientation.hours_card import HoursCard
from tests.ui.orientation.roll_course import course_of


@pytest.fixture
def client(workspace):
    """A client with one of three weekly meetings of ten hours on one topic; two are to come."""
    course_of(
        workspace.database,
        ["Amal"],
        workspace.today() - timedelta(weeks=1),
        3,
        minutes=600,
        topics=["society"],
    )
    with workspace.database.transaction() as session:
        first = session.scalars(select(CourseMeeting).order_by(CourseMeeting.held_on)).first()
        mark_all_present(session, first.id, Call(None, first.held_on))
        return session.scalars(select(Client.id)).one()


@pytest.fixture
def card(qtbot, workspace, client):
    bars = MessageBars()
    card = HoursCard(workspace, bars)
    qtbot.addWidget(bars)
    qtbot.addWidget(card)
    card.show_client(client)
    return card


def chips(card):
    return [
        card.topics.itemAt(place).widget().text()
        for place in range(card.topics.count())
        if isinstance(card.topics.itemAt(place).widget(), Chip)
    ]


def test_it_says_what_is_done_what_is_needed_and_what_falls_short(card):
    assert card.sum.text() == "10 h of 70 h; 60 h still needed"
    assert card.outlook.text() == "Plan falls short: 40 h, 11 topics."
    assert "U7-K001" in card.parts.text()
    assert card.topics_title.text() == "11 topics are missing"


def test_missing_topics_stand_first_and_all_twelve_are_there(card):
    assert len(chips(card)) == len(Topic)
    assert chips(card)[-1] == "How society works"


def test_self_study_is_added_with_its_ground_and_can_be_undone(card, workspace):
    dialog = card.ask_study()
    dialog.minutes.set_value(90)
    dialog.topics.set_value(["studying"])
    dialog.ground.set_value("suitable")
    dialog.accept()

    assert card.hours.self_study == 90
    assert card.hours.problems == ()
    with workspace.database.reading() as session:
        assert session.scalars(select(SelfStudy.ground)).all() == [SelfStudyGround.SUITABLE]
    workspace.undo()
    card.show_client(card._client)
    assert card.hours.self_study == 0


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_stored(card, workspace):
    dialog = card.ask_study()
    dialog.accept()

    assert dialog.minutes.has_error()
    dialog.minutes.set_value(60)
    dialog.done_on.line.setText("31.2.2026")
    dialog.accept()
    assert dialog.done_on.has_error()
    with workspace.database.reading() as session:
        assert not session.scalars(select(SelfStudy)).all()
    dialog.reject()


def test_a_missing_ground_is_said_with_its_section(card, qtbot):
    dialog = card.ask_study()
    dialog.minutes.set_value(60)
    dialog.accept()
    line = card.problems.itemAt(0).layout()

    assert line.itemAt(0).widget().text() == "self-study without its ground"
    with qtbot.waitSignal(card.section_clicked) as asked:
        line.itemAt(1).widget().click()
    assert (asked.args[0].act, asked.args[0].moment) == ("576/2024", 2)


def test_without_anything_of_orientation_there_is_no_card(card, workspace):
    with workspace.database.transaction() as session:
        session.delete(session.scalars(select(Course)).one())
    card.show_client(card._client)

    assert card.isHidden()


def test_self_study_is_listed_and_can_be_made_not_to_count(card, workspace):
    dialog = card.ask_study()
    dialog.minutes.set_value(90)
    dialog.accept()
    assert studies(card) == ["Self-study · 24.11.2026 · 1 h 30 min · no ground"]
    card.studies.findChild(QPushButton).click()
    question = card.studies.findChild(NoteDialog)
    question.accept()
    assert question.text.error.text() == "Write why the hours do not count."
    question.text.set_value("typed twice")
    question.accept()

    assert card.hours.self_study == 0
    assert studies(card)[0].endswith("does not count: typed twice")
    workspace.undo()
    card.show_client(card._client)
    assert card.hours.self_study == 90


def studies(card):
    return [
        card.studies.lines.itemAt(place).layout().itemAt(0).widget().text()
        for place in range(card.studies.lines.count())
    ]
