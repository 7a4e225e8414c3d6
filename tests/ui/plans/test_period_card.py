"""The days of a plan on its page: the sum, the last day by one key, what lengthens it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.models.circumstances import ObstacleKind, ObstaclePeriod
from kotoutus_desktop.models.plan import Plan, PlanState
from kotoutus_desktop.rules.facts import Extension
from kotoutus_desktop.ui.theme import theme

KEYS = Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def in_english(in_finnish):
    set_interface_language("en")


def sum_of(page):
    return [label.text() for label in page.period.sum.findChildren(QLabel) if not label.isHidden()]


def write_day(field, text):
    field.line.setText(text)


def add_obstacle(page, kind, first, last):
    row = page.period.obstacles.add_row()
    row.cells["kind"].set_value(kind.value)
    write_day(row.cells["starts_on"], first)
    write_day(row.cells["ends_on"], last)
    page.look()
    return row


@pytest.fixture
def older(database, assessed):
    """A client whose plan was made before 2025 and goes on."""
    with database.transaction() as session:
        client = get_client(session, assessed)
        made = date(2024, 5, 10)
        client.plans = [
            Plan(
                client_id=assessed,
                number=1,
                state=PlanState.ENDED,
                made_on=made,
                starts_on=made,
                ends_on=date(2025, 5, 10),
                ended_on=date(2025, 5, 10),
            )
        ]
    return assessed


def test_the_first_plan_shows_its_year_and_no_ground_to_lengthen_it(open_plan, assessed):
    page = open_plan(assessed)

    assert sum_of(page) == [
        "The plan is made on 24.11.2026",
        "+ 1 year, at most for the first plan = 24.11.2027",
    ]
    assert not page.period.lengthen.isVisible()
    assert not page.period.obstacles.isVisible()
    assert not page.period.use_last.isVisible()


def test_the_last_day_is_one_key_away(qtbot, open_plan, assessed):
    page = open_plan(assessed)
    write_day(page.period.ends, "1.3.2027")
    page.look()
    page.period.starts.take_focus()

    qtbot.keyClick(page.period.starts.line, Qt.Key.Key_End, KEYS.AltModifier)

    qtbot.waitUntil(lambda: page.period.ends.day() == date(2027, 11, 24))
    assert page.period.ends.line.hasFocus()


def test_a_first_plan_that_is_too_long_is_refused_with_what_to_do(open_plan, assessed):
    page = open_plan(assessed)
    write_day(page.period.ends, "25.11.2027")

    assert not page.record()

    assert page.period.ends.error.text() == (
        "The first plan lasts a year at most, and nothing lengthens it. Choose 24.11.2027 or "
        "earlier; the next plan goes on from there (§ 23)."
    )


def test_a_later_plan_opens_the_grounds_by_keyboard(qtbot, open_plan, planned):
    page = open_plan(planned)
    assert not page.period.extension.isVisible()

    page.period.lengthen.setFocus()
    qtbot.keyClick(page.period.lengthen, Qt.Key.Key_Space)

    assert page.period.extension.editor().hasFocus()
    assert not page.period.lengthen.isVisible()


def test_an_end_beyond_the_maximum_opens_the_grounds_by_itself(open_plan, planned):
    page = open_plan(planned)
    write_day(page.period.ends, "1.3.2029")
    page.look()

    assert page.period.extension.isVisible()
    assert not page.record()
    assert "24.11.2028" in page.period.ends.error.text()


def test_every_ground_changes_the_sum_as_it_is_entered(open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    page.period.extension.set_value(Extension.SPECIAL_MEASURES.value)
    page.look()
    assert sum_of(page)[-1] == "+ 2 years, special measures needed = 24.11.2030"

    row = add_obstacle(page, ObstacleKind.ILLNESS, "1.3.2027", "30.4.2027")
    assert sum_of(page)[-1] == "+ 61 days, for times of obstacle = 24.1.2031"

    write_day(row.cells["ends_on"], "31.3.2027")
    page.look()
    assert sum_of(page)[-1] == "+ 31 days, for times of obstacle = 25.12.2030"

    row.cross.click()
    page.look()
    assert sum_of(page)[-1] == "+ 2 years, special measures needed = 24.11.2030"


def test_overlapping_obstacles_are_joined_and_said_so(open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    add_obstacle(page, ObstacleKind.ILLNESS, "1.3.2027", "31.3.2027")
    add_obstacle(page, ObstacleKind.PARENTAL, "15.3.2027", "30.4.2027")

    assert sum_of(page)[-2:] == [
        "+ 61 days, for times of obstacle = 24.1.2029",
        "Times of obstacle overlap. They were joined: a day that lies in two of them counts once.",
    ]


def test_obstacles_are_recorded_with_the_plan_and_undone_with_it(database, open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    add_obstacle(page, ObstacleKind.ILLNESS, "1.3.2027", "30.4.2027")

    assert page.record()

    with database.reading() as session:
        kept = get_client(session, planned).obstacle_periods
        assert [(p.starts_on, p.ends_on, p.kind) for p in kept] == [
            (date(2027, 3, 1), date(2027, 4, 30), ObstacleKind.ILLNESS)
        ]
    page.undo()
    with database.reading() as session:
        assert get_client(session, planned).obstacle_periods == []
    assert page.period.obstacles.rows == []


def test_a_backward_obstacle_is_refused_at_its_list(open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    add_obstacle(page, ObstacleKind.ILLNESS, "30.4.2027", "1.3.2027")

    assert not page.record()
    assert page.period.obstacles.error.text() == "A period ends before it begins. Check the dates."


def test_a_comparable_reason_is_written_out(database, open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    row = add_obstacle(page, ObstacleKind.ILLNESS, "1.3.2027", "30.4.2027")
    assert row.cells["reason"].isHidden()
    row.cells["kind"].set_value(ObstacleKind.COMPARABLE.value)
    assert not row.cells["reason"].isHidden()

    assert not page.record()
    assert page.period.obstacles.error.text() == (
        "Write which comparable reason it was, without a diagnosis."
    )
    row.cells["reason"].set_value("No child care in the municipality.")
    assert page.record()

    with database.reading() as session:
        kept = get_client(session, planned).obstacle_periods[0]
        assert (kept.kind, kept.reason) == (
            ObstacleKind.COMPARABLE,
            "No child care in the municipality.",
        )


def test_a_draft_of_the_plan_keeps_the_obstacles_that_were_changed_in_it(
    workspace, open_plan, planned
):
    page = open_plan(planned)
    page.period.lengthen.click()
    add_obstacle(page, ObstacleKind.ILLNESS, "1.3.2027", "30.4.2027")
    page.keep()

    again = open_plan(planned)

    assert len(again.period.obstacles.rows) == 1
    assert again.period.obstacles.isVisible()


def test_a_draft_does_not_bring_back_obstacles_that_it_never_changed(database, open_plan, planned):
    page = open_plan(planned)
    write_day(page.period.ends, "1.3.2028")
    page.keep()
    with database.transaction() as session:
        client = get_client(session, planned)
        client.obstacle_periods = [
            ObstaclePeriod(
                client_id=client.id,
                starts_on=date(2027, 1, 1),
                ends_on=date(2027, 1, 9),
                kind=ObstacleKind.INJURY,
            )
        ]

    again = open_plan(planned)

    assert again.record()
    with database.reading() as session:
        assert len(get_client(session, planned).obstacle_periods) == 1


def test_an_extension_without_its_reason_is_missing(open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    page.period.extension.set_value(Extension.SPECIAL_MEASURES.value)
    page.look()
    asked = {row.key for row in page.missing_rows()}
    page.period.reason.set_value("No schooling; literacy training goes on.")
    page.look()

    assert "extension_reason" in asked
    assert "extension_reason" not in {row.key for row in page.missing_rows()}


def test_studies_need_a_reason_too(open_plan, planned):
    page = open_plan(planned)
    page.period.lengthen.click()
    page.period.studies.set_value(True)
    page.look()

    assert "extension_reason" in {row.key for row in page.missing_rows()}


def test_a_series_begun_before_2025_keeps_the_older_maximum_and_grounds(open_plan, older):
    page = open_plan(older)
    page.period.lengthen.click()

    assert sum_of(page)[:2] == [
        "First plan made on 10.5.2024",
        "+ 3 years, at most for all plans together = 10.5.2027",
    ]
    box = page.period.extension.box
    assert [box.itemText(row) for row in range(box.count())] == ["Special measures needed"]


def test_what_a_screen_reader_hears_of_the_sum_is_all_of_it(open_plan, older):
    page = open_plan(older)

    assert page.period.sum.accessibleName() == (
        "First plan made on 10.5.2024 + 3 years, at most for all plans together = 10.5.2027 "
        "(1386/2010\u00a0§\u00a012)"
    )


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_line_of_the_sum_is_clipped_at_150_per_cent(open_plan, older, language):
    set_interface_language(language)
    theme().apply(factor=1.5)
    page = open_plan(older)
    page.period.lengthen.click()
    page.period.studies.set_value(True)
    add_obstacle(page, ObstacleKind.PARENTAL, "1.3.2025", "30.4.2026")
    QApplication.processEvents()

    labels = [label for label in page.period.sum.findChildren(QLabel) if label.isVisible()]
    assert labels
    assert [x.text() for x in labels if x.height() < x.heightForWidth(x.width())] == []
    assert page.body.widget().width() <= page.body.viewport().width()
