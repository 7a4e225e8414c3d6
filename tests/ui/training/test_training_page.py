"""The form of training, its card, and the drawing of levels."""

from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.casework.register import get_client
from kotoutus_desktop.casework.restricted import open_restricted
from kotoutus_desktop.casework.training.levels import LevelPoint, LevelSource
from kotoutus_desktop.casework.training.periods import trainings_of
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.training import LevelOccasion, Skill
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.training.levels_chart import LevelsChart
from kotoutus_desktop.ui.training.training_card import TrainingCard
from kotoutus_desktop.ui.training.training_page import TrainingPage
from tests import casebook
from tests.reading import pdf_text


@pytest.fixture
def client(database, office, officer, make_client, today):
    with database.transaction() as session:
        return casebook.registered(session, make_client(), officer, today)


@pytest.fixture
def page(qtbot, workspace, client):
    destination = Destination(PageName.TRAINING, client.id)
    page = TrainingPage(workspace, destination)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    page.arrive(destination)
    return page


def stored(database, client):
    with database.reading() as session:
        return trainings_of(session, client.id)


def test_training_is_recorded_with_its_levels_and_goes_to_the_client(page, database, client, qtbot):
    page.fields["starts_on"].set_value(date(2025, 11, 3))
    page.fields["entry_tested_on"].set_value(date(2025, 11, 4))
    page.fields["entry:reading"].set_value("A1.3")
    with qtbot.waitSignal(page.navigate) as asked:
        page.primary()

    assert asked.args[0] == Destination(PageName.CLIENT, client.id)
    (training,) = stored(database, client)
    assert training.level(LevelOccasion.ENTRY, Skill.READING) == "A1.3"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("ends_on", "1.1.2020"), ("tested_on", "1.1.2030"), ("credits", "99")],
)
def test_what_cannot_be_is_said_at_its_field(page, database, client, name, typed):
    page.fields[name].line.setText(typed)
    page.primary()

    assert page.fields[name].has_error()
    assert stored(database, client) == []


def test_a_finished_training_says_what_section_26_asks_for(page):
    page.fields["starts_on"].set_value(date(2025, 11, 3))
    page.fields["ends_on"].set_value(date(2026, 10, 30))
    page.fields["ends_on"].left.emit()

    said = " ".join(message.text for message in page.bars.messages())
    assert "final test" in said
    assert "26" in said


def test_the_card_lists_training_and_opens_it(qtbot, page, database, client, workspace):
    page.fields["name"].set_value("Nopea polku")
    page.primary()
    card = TrainingCard(workspace)
    qtbot.addWidget(card)
    with database.reading() as session:
        card.show_client(get_client(session, client.id))

    (training,) = stored(database, client)
    with qtbot.waitSignal(card.wanted) as asked:
        card.rows.opened.emit(training)
    assert asked.args[0] == Destination(PageName.TRAINING, client.id, training.id)
    assert card.chart.isHidden()


def test_a_deleted_training_comes_back_by_undo(page, database, client, workspace):
    page.primary()
    page.remove()
    assert stored(database, client) == []

    workspace.undo()
    assert len(stored(database, client)) == 1


def test_higher_levels_stand_higher_and_later_days_further_right(qtbot):
    chart = LevelsChart()
    qtbot.addWidget(chart)
    chart.resize(500, 400)
    first = LevelPoint(date(2026, 1, 1), "A1.1", 1, LevelSource.ENTRY_TEST, Skill.READING)
    last = LevelPoint(date(2026, 9, 1), "B1.1", 6, LevelSource.FINAL_TEST, Skill.READING)
    chart.show_points([first, last])
    low, high = chart.place_of(first), chart.place_of(last)

    assert (low.x() < high.x(), low.y() > high.y()) == (True, True)
    assert [code for _place, code in chart.rungs()][-1] == "B1.1"
    assert "Reading A1.1, entry level" in chart.accessibleName()
    chart.grab()
    chart.show_points([])
    chart.grab()


def written(page):
    page.fields["starts_on"].set_value(date(2025, 11, 3))
    page.fields["provider"].set_value("Esimerkkiopisto")
    page.fields["entry_tested_on"].set_value(date(2025, 11, 4))
    page.fields["entry:reading"].set_value("A1.3")
    assert page.record()


def test_the_summary_on_paper_has_the_studies_and_the_levels(page):
    written(page)

    text = pdf_text(page.summary())

    assert "Esimerkkiopisto" in text
    assert "A1.3" in text


def test_the_summary_of_a_hidden_client_names_no_producer(page, database, client):
    written(page)
    with database.transaction() as session:
        session.get_one(Client, client.id).non_disclosure = True
    with database.transaction() as session:
        open_restricted(session, client.id, "Asked for a paper")

    text = pdf_text(page.summary())

    assert "Esimerkkiopisto" not in text
    assert "A1.3" in text


def test_a_saved_summary_is_noted(page, database, client, tmp_path, monkeypatch):
    written(page)
    target = tmp_path / "a.pdf"
    chosen = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (chosen.pop() if chosen else "", "")
    )

    page.save_summary()
    chosen.append(str(target))
    page.save_summary()

    assert target.read_bytes().startswith(b"%PDF")
    database.write_notes()
    with database.reading() as session:
        query = LOG_ENTRY.select().where(LOG_ENTRY.c.subject == "training_summary")
        assert [each.case_id for each in session.execute(query)] == [client.id]
