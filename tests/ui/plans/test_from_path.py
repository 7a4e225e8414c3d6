"""A plan that begins with a path: goals of its kinds, with its services."""

import pytest
from PySide6.QtCore import Qt

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.models.plan import Term
from kotoutus_desktop.rules.facts import GoalKind
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.from_path import FromPath
from kotoutus_desktop.ui.plans.plan_page import PlanPage


@pytest.fixture
def paths(database, office):
    with database.transaction() as session:
        add_set(session, ReadySet.PATHS)


def test_enter_takes_the_path_under_the_keyboard(qtbot, workspace, paths):
    dialog = FromPath(workspace)
    qtbot.addWidget(dialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert dialog.chosen is not None
    assert dialog.chosen.services
    assert dialog.result() == FromPath.DialogCode.Accepted


def test_without_paths_it_says_where_they_are_drawn(qtbot, workspace, office):
    dialog = FromPath(workspace)
    qtbot.addWidget(dialog)

    assert not dialog.button.isEnabled()


def test_the_plan_gets_goals_with_the_services_of_the_path(
    workspace, database, assessed, paths, show
):
    destination = Destination(PageName.PLAN, assessed)
    page = PlanPage(workspace, destination)
    show(page)
    page.arrive(destination)
    before = {goal.kind for goal in page.document.plan.goals if goal.term is Term.PERIOD}
    dialog = FromPath(workspace)
    services = list(next(p for p in dialog.list.model()._items if "Yksittäisen" in p.text).services)

    page.goals.add_path(services)
    page.leave()

    with database.reading() as session:
        plan = get_client(session, assessed).plans[-1]
    period = [goal for goal in plan.goals if goal.term is Term.PERIOD]
    assert {goal.kind for goal in period} == before | {GoalKind.LANGUAGE, GoalKind.EVERYDAY_LIFE}
    taken = {measure.service_id for goal in period for measure in goal.measures}
    assert {each.id for each in services if each.template not in ("assessment", "plan")} <= taken
    again = len(plan.measures)
    page.goals.add_path(services)
    assert len(page.document.plan.measures) == again
