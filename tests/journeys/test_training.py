"""Training from its entry test to the guidance onward, by keyboard, on a real file."""

from datetime import date

from PySide6.QtCore import Qt
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from kotoutus_desktop.models.training import LevelOccasion, Skill, Training
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.training.levels_chart import LevelsChart
from tests import casebook
from tests.journeys.keyboard import CONTROL, Keyboard, settle

ENDED_ON = date(2027, 6, 10)
ENTRY = {"Listening": "A1.3", "Speaking": "A1.2", "Reading": "A1.3", "Writing": "A1.1"}
FINAL = {"Listening": "B1.1", "Speaking": "A2.2", "Reading": "B1.1", "Writing": "not tested"}


def stored(database) -> Training:
    with database.reading() as session:
        return session.scalars(select(Training).options(selectinload(Training.levels))).one()


def test_training_is_followed_to_its_end_without_the_mouse(
    database, office, officer, make_client, open_window, clock
) -> None:
    with database.transaction() as session:
        casebook.registered(session, make_client(), officer, clock.day)
    window, keys = open_window(), Keyboard()
    begin(keys, window)
    training = stored(database)
    assert training.level(LevelOccasion.ENTRY, Skill.SPEAKING) == "A1.2"

    clock.day = ENDED_ON
    end(keys, window)

    training = stored(database)
    assert training.level(LevelOccasion.FINAL_TEST, Skill.READING) == "B1.1"
    assert training.level(LevelOccasion.FINAL_TEST, Skill.WRITING) == "not_assessed"
    assert (training.ends_on, training.tested_on) == (date(2027, 6, 4), date(2027, 6, 4))
    assert (training.onward_on, training.onward) == (ENDED_ON, "Ohjattu lähihoitajakoulutukseen.")
    drawn = window.page.findChild(LevelsChart).accessibleName()
    assert "B1.1" in drawn
    assert "A1.1" in drawn


def begin(keys: Keyboard, window: MainWindow) -> None:
    """Open the client's page, and record the training with its entry test."""
    keys.press(Qt.Key.Key_2, CONTROL)
    keys.press(Qt.Key.Key_Return)
    settle(window, lambda: window.here.page == "client")
    keys.push("New training")
    settle(window, lambda: window.here.page == "training")
    keys.fill("Producer", "Esimerkkiopisto")
    keys.fill("Entry level tested on", "24.11.2026")
    for skill, level in ENTRY.items():
        keys.choose(skill, level)
    keys.step()
    settle(window, lambda: window.here.page == "client")


def end(keys: Keyboard, window: MainWindow) -> None:
    """Open what is recorded; write its end, the final test and where the client was guided."""
    keys.to("Training")
    keys.press(Qt.Key.Key_Return)
    settle(window, lambda: window.here.page == "training")
    keys.fill("Ends", "4.6.2027")
    keys.fill("On-the-job period begins", "1.3.2027")
    keys.fill("Earlier skills that were recognised", "Leipurin työ.")
    keys.fill("Final test on", "4.6.2027")
    for skill, level in FINAL.items():
        keys.choose(skill, level)
    keys.fill("Guided onward on", "10.6.2027")
    keys.fill("Where the client was guided", "Ohjattu lähihoitajakoulutukseen.")
    assert window.page.bars.messages() == [], "nothing is missing"
    keys.step()
    settle(window, lambda: window.here.page == "client")
