from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework import register
from kotoutus_desktop.casework.training.periods import (
    KIND_OF_MEASURE,
    store_training,
    training_from_measure,
)
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.plan import Plan, PlanState
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.act_form import ActForm
from kotoutus_desktop.ui.plans.agreed_view import AgreedView
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.workspace import Workspace


def kept_plan(database: Database, client: UUID) -> Plan:
    with database.reading() as session:
        return register.get_client(session, client).plans[-1]


@pytest.fixture
def page(
    database: Database,
    workspace: Workspace,
    planned: UUID,
    show: Callable[[QWidget], None],
) -> PlanPage:
    """The page of an agreed plan."""
    destination = Destination(PageName.PLAN, planned, kept_plan(database, planned).id)
    page = PlanPage(workspace, destination)
    show(page)
    page.arrive(destination)
    return page


@pytest.fixture
def view(page: PlanPage) -> AgreedView:
    assert page.agreed is not None
    return page.agreed


def form_of(view: AgreedView) -> ActForm:
    assert view.form is not None
    return view.form


def test_an_agreed_plan_has_no_fields(page: PlanPage, view: AgreedView) -> None:
    row = page.goals.cards()[0].goal_row
    row.open_editor()

    assert not row.is_open()
    assert page.fields == {}


def test_printing_comes_first(page: PlanPage) -> None:
    went: list[Destination] = []
    page.navigate.connect(went.append)
    page.primary()

    assert [destination.page for destination in went] == [PageName.PRINT]


def test_a_referral_is_recorded_with_its_day(
    database: Database, page: PlanPage, view: AgreedView, planned: UUID
) -> None:
    measure = page.document.plan.measures[0]
    view.refer(measure)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    form_of(view).confirm()

    assert kept_plan(database, planned).measures[0].referred_on == date(2026, 11, 24)
    page.undo()
    assert kept_plan(database, planned).measures[0].referred_on is None


def test_a_referral_before_the_plan_is_refused_at_its_field(
    database: Database, page: PlanPage, view: AgreedView, planned: UUID
) -> None:
    view.refer(page.document.plan.measures[0])
    field = form_of(view).fields["referred_on"]
    field.set_value(date(2026, 1, 1))
    form_of(view).confirm()

    assert field.has_error()
    assert kept_plan(database, planned).measures[0].referred_on is None


def test_a_copy_is_recorded_with_its_language(
    database: Database, view: AgreedView, planned: UUID
) -> None:
    view.give_copy()
    form_of(view).confirm()

    plan = kept_plan(database, planned)
    assert (plan.copy_given_on, plan.copy_language) == (date(2026, 11, 24), "ar")


def test_a_plan_ends_with_guidance_onward(
    database: Database, page: PlanPage, view: AgreedView, planned: UUID
) -> None:
    view.end()
    form_of(view).fields["onward"].set_value(Wording.of("O-057"))
    form_of(view).confirm()

    plan = kept_plan(database, planned)
    assert (plan.state, plan.onward_guidance) == (PlanState.ENDED, Wording.of("O-057"))
    assert page.agreed is not None
    assert page.agreed.next_act() == "Laadi seuraava suunnitelma"


def test_a_form_closes_on_escape(view: AgreedView) -> None:
    view.end()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert view.form is None


def test_a_measure_leads_to_its_training_new_or_recorded(
    database: Database, page: PlanPage, view: AgreedView, planned: UUID
) -> None:
    went: list[Destination] = []
    page.navigate.connect(went.append)
    measure = next(each for each in page.document.plan.measures if each.kind in KIND_OF_MEASURE)
    page.goals.training_wanted.emit(measure)
    with database.transaction() as session:
        client = register.get_client(session, planned)
        made = training_from_measure(client, measure.id, None, date(2026, 11, 24))
        store_training(session, made, {}, date(2026, 11, 24))
        training = made.id
    view.record_training(measure)

    assert [(each.page, each.record) for each in went] == [
        (PageName.TRAINING, None),
        (PageName.TRAINING, training),
    ]
