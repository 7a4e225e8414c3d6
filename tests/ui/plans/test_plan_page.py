from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_keys import type_text

from kotoutus_desktop.casework import plans, register
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Acceptance, MeasureState, Plan, PlanState, Term
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import GoalKind, MeasureKind
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.workspace import Workspace
from tests import casebook
from tests.casebook import NOW, fill_plan

OpenPlan = Callable[..., PlanPage]


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QtBot.keyClick(QApplication.focusWidget(), key, with_)


def write(text: str) -> None:
    type_text(QApplication.focusWidget(), text)


def kept_plan(database: Database, client: UUID) -> Plan:
    with database.reading() as session:
        return register.get_client(session, client).plans[-1]


@pytest.fixture
def ready(database: Database, assessed: UUID, officer: Officer, today: date) -> UUID:
    """A client whose drafted plan lacks nothing."""
    with database.transaction() as session:
        client = register.get_client(session, assessed)
        fill_plan(plans.draw_up(session, client, officer.id, today, NOW), today)
    return assessed


def test_the_plan_begins_from_the_assessment(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)

    goal = page.goals.cards()[0].goal
    assert goal.goal == casebook.text("Opin suomea.")
    assert page.period.ends.day() == date(2027, 11, 24)
    assert page.period.review.day() == date(2027, 5, 24)


def test_a_plan_needs_an_assessment_first(
    database: Database,
    workspace: Workspace,
    office: Office,
    officer: Officer,
    make_client: Callable[..., Client],
    today: date,
) -> None:
    with database.transaction() as session:
        client = casebook.registered(session, make_client(), officer, today)

    with pytest.raises(KotoutusError):
        PlanPage(workspace, Destination(PageName.PLAN, client.id))


def test_a_measure_is_added_by_typing_and_takes_its_kind_from_the_phrase(
    open_plan: OpenPlan, assessed: UUID
) -> None:
    page = open_plan(assessed)
    page.goals.cards()[0].add_field.take_focus()
    write("kotoutumiskoulutus")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    measure = page.goals.cards()[0].goal.measures[0]
    assert measure.what.phrase.startswith("P-00")
    assert measure.kind is MeasureKind.INTEGRATION_TRAINING
    assert page.goals.cards()[0].measure_rows[0].is_open()


def test_free_words_become_a_measure_too(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    page.goals.cards()[0].add_field.take_focus()
    write("Kylävierailu Sanginjoelle")
    press(Qt.Key.Key_Return)

    measures = page.goals.cards()[0].goal.measures
    assert [m.what for m in measures] == [casebook.text("Kylävierailu Sanginjoelle")]


def test_rows_are_numbered_as_on_paper(open_plan: OpenPlan, ready: UUID) -> None:
    page = open_plan(ready)

    assert [row.number.text() for row in page.goals.rows()][:3] == ["1", "2", "2.1"]


def test_what_is_written_is_recorded_when_the_page_is_left(
    database: Database, open_plan: OpenPlan, assessed: UUID
) -> None:
    page = open_plan(assessed)
    page.goals.cards()[0].add_field.take_focus()
    write("Kielikahvila")
    page.leave()

    assert [m.what.text for m in kept_plan(database, assessed).measures] == ["Kielikahvila"]
    assert database.undo_label is not None


def test_a_missing_line_leads_to_its_field(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed, focus="guidance")

    assert page.fields["guidance"].isAncestorOf(QApplication.focusWidget())


def test_agreeing_leads_to_what_is_missing_first(
    database: Database, open_plan: OpenPlan, assessed: UUID
) -> None:
    page = open_plan(assessed)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert kept_plan(database, assessed).state is PlanState.DRAFT
    assert page.bars.messages()
    assert page.goals.first_of(Term.LONG) is not None


def test_a_plan_that_lacks_nothing_is_agreed_and_can_be_undone(
    database: Database, open_plan: OpenPlan, ready: UUID
) -> None:
    page = open_plan(ready)
    assert page.missing_rows() == []
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert kept_plan(database, ready).state is PlanState.AGREED
    assert page.is_frozen()
    page.undo()
    assert kept_plan(database, ready).state is PlanState.DRAFT
    assert not page.is_frozen()


def test_a_phrase_with_an_empty_gap_is_not_agreed(open_plan: OpenPlan, ready: UUID) -> None:
    page = open_plan(ready)
    goal = page.goals.cards()[0].goal
    goal.goal = Wording.of("L-012")
    page.look()

    assert [row.key for row in page.missing_rows()] == [f"gap.{goal.id}"]


def test_a_departure_asks_for_its_reason_only_when_it_is_one(
    open_plan: OpenPlan, ready: UUID
) -> None:
    page = open_plan(ready)
    assert page.fields["goal_reason"].isHidden()

    for card in page.goals.cards():
        card.goal.kind = GoalKind.EVERYDAY_LIFE
    page.look()
    assert not page.fields["goal_reason"].isHidden()

    page.fields["goal_reason"].set_value(Wording.of("R-001"))
    page.look()
    assert page.missing_rows() == []


def test_an_end_beyond_the_limit_is_refused_and_stays_as_typed(
    database: Database, open_plan: OpenPlan, ready: UUID
) -> None:
    page = open_plan(ready)
    page.period.ends.line.setText("1.1.2029")
    page.leave()

    assert page.period.ends.has_error()
    assert page.period.ends.line.text() == "1.1.2029"
    assert kept_plan(database, ready).ends_on == date(2027, 11, 24)


def test_a_draft_comes_back_as_it_was_typed(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    page.goals.cards()[0].add_measure(Wording.of("P-010"))
    page.period.ends.line.setText("31.2.2027")
    page.keep()

    again = open_plan(assessed)
    assert [m.what for m in again.goals.cards()[0].goal.measures] == [Wording.of("P-010")]
    assert again.period.ends.line.text() == "31.2.2027"


def test_a_removed_service_comes_back_in_its_place(open_plan: OpenPlan, ready: UUID) -> None:
    page = open_plan(ready)
    row = next(row for card in page.goals.cards() for row in card.measure_rows)
    row.summary.setFocus()
    press(Qt.Key.Key_Delete)
    assert page.document.plan.measures == []

    page.bars.messages()[0].acts[0].callback()
    assert [m.id for m in page.document.plan.measures] == [row.measure.id]


def test_alt_and_arrows_move_a_service(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    card = page.goals.cards()[0]
    first, second = (card.add_measure(Wording.of(code)).measure for code in ("P-010", "P-011"))
    card.measure_rows[1].close_editor()
    card.measure_rows[1].summary.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [m.id for m in card.goal.measures] == [second.id, first.id]


def test_a_plan_of_twenty_five_services_opens_one_row_at_a_time(
    open_plan: OpenPlan, assessed: UUID
) -> None:
    page = open_plan(assessed)
    card = page.goals.cards()[0]
    for number in range(25):
        plans.new_measure(card.goal, Wording.of(f"P-0{20 + number % 8}"))
    page.goals.arrange()
    card.show_measures()
    page.go_to(f"{card.goal.measures[20].id}.suitability")

    open_rows = [row for row in page.goals.rows() if row.is_open()]
    assert [row.key() for row in open_rows] == [card.goal.measures[20].id]
    assert len(card.measure_rows) == 25


def test_open_services_carry_over_to_the_next_plan(
    database: Database, open_plan: OpenPlan, planned: UUID
) -> None:
    with database.transaction() as session:
        plan = register.get_client(session, planned).plans[-1]
        plan.measures[0].state = MeasureState.STARTED

    page = open_plan(planned)

    measures = page.document.plan.measures
    assert [m.carried_from for m in measures] == [plan.measures[0].id]
    assert page.document.plan.number == 2


def test_everything_that_takes_the_keyboard_has_a_name(open_plan: OpenPlan, ready: UUID) -> None:
    page = open_plan(ready)
    next(iter(page.goals.rows())).open_editor()
    stops = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [
        w for w in stops if w.isVisible() and w.focusProxy() is None and not w.accessibleName()
    ]

    assert [type(w).__name__ for w in unnamed if not hasattr(w, "text") or not w.text()] == []


def test_the_acceptance_is_recorded(database: Database, open_plan: OpenPlan, ready: UUID) -> None:
    page = open_plan(ready)
    page.fields["acceptance"].set_value(Acceptance.ORAL.value)
    page.note_change()
    page.leave()

    assert kept_plan(database, ready).acceptance is Acceptance.ORAL
