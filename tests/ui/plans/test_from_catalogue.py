"""Services of the catalogue in a plan: chosen with the keyboard, kept as they were."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.plan import Goal
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.from_catalogue import FromCatalogue, measures_of, picks
from kotoutus_desktop.ui.plans.goal_card import GoalCard


@pytest.fixture
def offered(database, office):
    with database.transaction() as session:
        add_set(session, ReadySet.PATHS)
        session.scalars(
            select(Service).where(Service.template == "training")
        ).one().valid_to = date(2026, 11, 23)


@pytest.fixture
def dialog(qtbot, workspace, offered):
    dialog = FromCatalogue(workspace)
    qtbot.addWidget(dialog)
    return dialog


def test_a_service_that_has_ended_is_not_offered(workspace, offered) -> None:
    found = picks(workspace)
    assert "Kotoutumiskoulutus" not in [pick.text for pick in found]
    path = next(pick for pick in found if pick.text == "Yksittäisen asiakkaan polku")
    assert [each.template for each in path.services] == [
        *("guidance", "assessment", "plan", "orientation", "final_test"),
    ]


def test_space_ticks_and_the_same_service_comes_once(qtbot, dialog) -> None:
    dialog.search.setText("orientaatio")
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    dialog.search.setText("yksittäisen")
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    keys = [each.template for each in dialog.chosen()]
    assert keys.count("orientation") == 1
    assert keys[0] == "orientation"
    assert len(keys) == 5
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert [each.template for each in dialog.chosen()] == ["orientation"]


def test_nothing_ticked_cannot_be_added(dialog) -> None:
    assert not dialog.button.isEnabled()


def test_a_goal_gets_the_services_and_keeps_their_words(
    qtbot, workspace, database, offered, make_client
) -> None:
    with database.transaction() as session:
        client = make_client()
        session.add(client)
    book = Phrasebook(workspace, "ar", "fi")
    goal = Goal(client_id=client.id)
    with database.reading() as session:
        club = session.scalars(select(Service).where(Service.template == "mothers_club")).one()
    measures = measures_of(workspace, goal, [club])
    book.read()
    assert measures[0].kind is MeasureKind.ASSOCIATION
    assert measures[0].service_id == club.id
    assert measures[0].provider == "järjestö"
    with database.transaction() as session:
        session.get(Service, club.id).names = {"fi": "Muuttunut"}
    book.read()
    assert book.text(measures[0].what) == "Äitien kielikerho"


def test_the_card_of_a_goal_shows_what_was_added(
    qtbot, workspace, database, offered, planned
) -> None:
    with database.reading() as session:
        plan = get_client(session, planned).plans[-1]
        services = list(session.scalars(select(Service)))[:2]
        goal = plan.goals[0]
        before = len(goal.measures)
    card = GoalCard(goal, plan, Phrasebook(workspace, "ar", "fi"), None)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.changed):
        card.add_services(services)
    assert len(card.measure_rows) == before + 2
    assert card.measure_rows[-1].measure.service_id == services[-1].id
