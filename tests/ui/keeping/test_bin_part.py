from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.plan import Goal, Plan
from kotoutus_desktop.phrases.library import Library
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.keeping.bin_part import BinPart
from kotoutus_desktop.ui.keeping.bin_words import about_text, name_text
from kotoutus_desktop.ui.message_bar import MessageBars


@pytest.fixture
def part(qtbot, workspace, office, clock, make_client):
    """The page over a case of which a goal and a contact were deleted."""
    clock.now = datetime.now(UTC)  # the history goes by the clock of the computer
    database = workspace.database
    client = make_client()
    client.contacts = [
        Contact(client_id=client.id, learned_on=date(2026, 11, 20), channel=ContactChannel.SELF)
    ]
    goal = Goal(client_id=client.id, goal=Wording.free("Opin suomea.", "fi"))
    client.plans = [Plan(client_id=client.id, goals=[goal])]
    with database.transaction("client recorded") as session:
        session.add(client)
    for kind, label in ((Contact, "contact removed"), (Goal, "goal removed")):
        with database.transaction(label) as session:
            session.delete(session.query(kind).one())
    bars = MessageBars()
    qtbot.addWidget(bars)
    part = BinPart(workspace, bars)
    qtbot.addWidget(part)
    part.resize(700, 900)
    part.show()
    part.shown()
    return part


def texts(part):
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def press(part, name):
    found = [each for each in part.findChildren(QPushButton) if each.accessibleName() == name]
    found[0].click()


def count(workspace, kind):
    with workspace.database.reading() as session:
        return session.query(kind).count()


def test_the_bin_says_what_was_deleted_when_and_by_whom(part):
    said = texts(part)

    assert "Opin suomea." in said
    assert "20.11.2026" in said
    assert "Maija Esimerkki" in said
    assert "U7-0214" in said


def test_what_is_put_back_is_there_again_and_gone_from_the_bin(part, workspace):
    press(part, "Put back: Plan: goal · U7-0214")

    assert count(workspace, Goal) == 1
    assert [item.subject for item in part.items] == ["contact"]


def test_what_was_put_back_elsewhere_meanwhile_is_said(part, workspace):
    (goal,) = (item for item in part.items if item.subject == "goal")
    part.put_back(goal)

    part.put_back(goal)

    assert count(workspace, Goal) == 1


def test_several_changes_are_undone_down_to_the_chosen_one(part, workspace):
    assert workspace.undo_labels() == ["goal removed", "contact removed", "client recorded"]

    press(part, "Undo down to here: contact removed")

    assert (count(workspace, Goal), count(workspace, Contact)) == (1, 1)
    assert workspace.undo_labels() == ["client recorded"]
    assert part.items == []


def test_undoing_stops_at_a_change_that_was_built_on(part, workspace):
    with workspace.database.transaction() as session:
        session.query(Client).one().call_name = "Toinen"

    part.undo_down_to(3)

    assert count(workspace, Client) == 1
    assert count(workspace, Goal) == 1


def test_a_restricted_case_tells_only_its_number(part, workspace):
    with workspace.database.transaction() as session:
        session.query(Client).one().non_disclosure = True

    part.shown()

    said = [f"{name_text(each)} {about_text(each, Library(()))}" for each in part.items]
    assert said == ["Plan: goal · U7-0214 ", "Contact · U7-0214 "]
