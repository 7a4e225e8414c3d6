from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from walker import nameless

from kotoutus_desktop.casework.plans import new_measure
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.plan import Measure
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.plans.paper_panel import BOTH, sheet_of
from kotoutus_desktop.ui.plans.paper_rows import row_places
from kotoutus_desktop.ui.plans.plan_page import PlanPage
from kotoutus_desktop.ui.theme import theme

OpenPlan = Callable[..., PlanPage]


def furnished(page: PlanPage) -> Measure:
    """Open a measure with everything in it, and return it."""
    card = page.goals.cards()[0]
    measure = new_measure(card.goal, Wording.of("P-030", language="ar", hours="70"))
    measure.provider = "Oulun seudun ammattiopisto, monikielinen yhteiskuntaorientaatio"
    measure.starts_on = date(2027, 1, 11)
    card.show_measures()
    page.go_to(f"{measure.id}.suitability")
    QApplication.processEvents()
    return measure


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(("factor", "width"), [(1.0, 960), (1.5, 960), (2.0, 1240)])
def test_nothing_runs_over_the_side(
    open_plan: OpenPlan, assessed: UUID, language: str, factor: float, width: int
) -> None:
    set_interface_language(language)
    theme().apply(factor=factor)
    page = open_plan(assessed)
    page.resize(width, 640)
    furnished(page)

    assert page.body.widget().width() <= page.body.viewport().width()


def test_no_word_is_clipped_at_150_per_cent(open_plan: OpenPlan, assessed: UUID) -> None:
    theme().apply(factor=1.5)
    page = open_plan(assessed)
    furnished(page)

    labels = [
        label
        for label in page.body.widget().findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.text()
    ]
    clipped = [
        label.text() for label in labels if label.height() < label.heightForWidth(label.width())
    ]
    assert clipped == []


def test_an_opened_row_has_all_its_height(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    measure = furnished(page)

    row = page.goals.row_of(str(measure.id))
    assert row is not None
    assert row.height() >= row.minimumSizeHint().height()


def test_every_stop_of_the_keyboard_has_a_name(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    furnished(page)

    assert nameless(page) == []


def test_the_paper_folds_away_and_comes_over_the_form(open_plan: OpenPlan, assessed: UUID) -> None:
    page = open_plan(assessed)
    assert not page.paper.isVisible()

    page.paper_button.click()
    assert page.paper.isVisible()

    page.paper.closed.emit()
    assert not page.paper.isVisible()


def test_the_rows_of_the_paper_are_found_by_their_numbers(
    open_plan: OpenPlan, assessed: UUID
) -> None:
    page = open_plan(assessed)
    card = page.goals.cards()[0]
    new_measure(card.goal, Wording.of("P-010"))
    page.goals.arrange()

    places = row_places(sheet_pdf(sheet_of(page.document, page.phrasebook, BOTH)))

    assert [place.number for place in places][:2] == ["1", "1.1"]
    assert all(place.top < place.bottom for place in places)
