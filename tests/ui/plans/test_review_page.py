from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework import register
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.plan import MeasureState, Plan, PlanState
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.plans.review_page import ReviewPage
from kotoutus_desktop.ui.workspace import Workspace

OpenReview = Callable[..., ReviewPage]


@pytest.fixture
def open_review(workspace: Workspace, show: Callable[[QWidget], None]) -> OpenReview:
    """Return a function that opens the review of a client's plan."""

    def open_review(client: UUID, focus: str = "") -> ReviewPage:
        destination = Destination(PageName.REVIEW, client, focus=focus)
        page = ReviewPage(workspace, destination)
        show(page)
        page.arrive(destination)
        return page

    return open_review


def fill(page: ReviewPage) -> None:
    """Say everything that the decree asks for."""
    page.fields["participation"].set_value(Wording.of("E-008"))
    page.fields["progress"].set_value(Wording.of("E-002"))
    page.fields["hindrances"].set_value(Wording.of("E-022"))
    page.fields["changes"].set_value(Wording.of("E-040"))
    page.note_change()


def kept_plan(database: Database, client: UUID) -> Plan:
    with database.reading() as session:
        return register.get_client(session, client).plans[-1]


def test_a_review_needs_an_agreed_plan(workspace: Workspace, assessed: UUID) -> None:
    with pytest.raises(KotoutusError):
        ReviewPage(workspace, Destination(PageName.REVIEW, assessed))


def test_the_days_are_offered(open_review: OpenReview, planned: UUID) -> None:
    page = open_review(planned)

    assert page.record_.review.reviewed_on == date(2026, 11, 24)
    assert page.record_.review.next_review_on == date(2027, 5, 24)


def test_completing_leads_to_what_is_missing_first(open_review: OpenReview, planned: UUID) -> None:
    page = open_review(planned)
    page.primary()

    assert not page.is_completed()
    assert page.bars.messages()
    assert page.fields["participation"].isAncestorOf(QApplication.focusWidget())


def test_a_whole_review_is_completed_and_moves_the_next_date(
    database: Database, open_review: OpenReview, planned: UUID
) -> None:
    page = open_review(planned)
    fill(page)
    page.fields["next_review_on"].set_value(date(2027, 3, 1))
    page.primary()

    plan = kept_plan(database, planned)
    assert page.is_completed()
    assert (plan.state, plan.next_review_on) == (PlanState.REVIEWED, date(2027, 3, 1))
    assert plan.reviews[0].hindrances == Wording.of("E-022")


def test_how_far_each_service_is_is_recorded(
    database: Database, open_review: OpenReview, planned: UUID
) -> None:
    page = open_review(planned)
    key = kept_plan(database, planned).measures[0].id
    page.fields[f"measures.{key}"].set_value(MeasureState.STARTED.value)
    page.note_change()
    page.leave()

    assert kept_plan(database, planned).measures[0].state is MeasureState.STARTED


def test_a_next_review_that_is_too_late_is_refused(
    database: Database, open_review: OpenReview, planned: UUID
) -> None:
    page = open_review(planned)
    fill(page)
    page.fields["next_review_on"].set_value(date(2027, 9, 1))
    page.primary()

    assert page.fields["next_review_on"].has_error()
    assert not page.is_completed()
    assert kept_plan(database, planned).state is PlanState.AGREED


def test_nothing_hindered_is_an_answer(open_review: OpenReview, planned: UUID) -> None:
    page = open_review(planned)
    assert "hindrances" in {row.key for row in page.missing_rows()}

    words = _("Nothing has hindered")
    (button,) = (b for b in page.findChildren(Button) if b.accessibleName() == words)
    button.click()
    page.look()

    assert "hindrances" not in {row.key for row in page.missing_rows()}
    assert page.fields["hindrances"].value() == Wording.of("E-027")


def test_the_county_is_asked_for_when_the_plan_was_made_with_it(
    database: Database, open_review: OpenReview, planned: UUID
) -> None:
    with database.transaction() as session:
        register.get_client(session, planned).plans[-1].county_joined = True

    page = open_review(planned)

    assert "county_joined" in {row.key for row in page.missing_rows()}


def test_a_half_done_review_comes_back_as_it_was_typed(
    open_review: OpenReview, planned: UUID
) -> None:
    page = open_review(planned)
    page.fields["progress"].set_value(Wording.free("Puhuu jo rohkeammin.", "fi"))
    page.fields["next_review_on"].line.setText("32.1.")
    page.note_change()
    page.keep()

    again = open_review(planned)
    assert again.fields["progress"].value().text == "Puhuu jo rohkeammin."
    assert again.fields["next_review_on"].line.text() == "32.1."


def test_after_the_review_the_next_plan_is_offered(open_review: OpenReview, planned: UUID) -> None:
    page = open_review(planned)
    fill(page)
    page.primary()
    went: list[Destination] = []
    page.navigate.connect(went.append)
    page.primary()

    assert [destination.page for destination in went] == [PageName.PLAN]


def test_a_county_that_does_not_come_never_stops_a_review(
    open_review: OpenReview, planned: UUID, database: Database
) -> None:
    with database.transaction() as session:
        register.get_client(session, planned).plans[-1].county_joined = True
    page = open_review(planned)
    fill(page)
    page.look()
    assert [row.key for row in page.missing_rows()] == ["county_joined"]
    assert page.parts is not None
    prompt = page.parts.prompt
    assert prompt.isVisible()

    prompt.aside.click()
    prompt.reason.set_value("Kutsuttiin, ei tullut.")
    prompt.keep.click()
    assert page.missing_rows() == []
    page.primary()

    assert kept_plan(database, planned).reviews[-1].completed


def test_the_county_is_not_asked_about_where_it_was_not_in_the_plan(
    open_review: OpenReview, planned: UUID
) -> None:
    page = open_review(planned)

    assert page.parts is not None
    assert page.parts.prompt.isHidden()
