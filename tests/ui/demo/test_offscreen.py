import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kotoutus_desktop.ui.demo import offscreen
from kotoutus_desktop.ui.demo.offscreen import (
    Pictures,
    TourFailed,
    noticing_failures,
    rest,
    wait_until,
)


def test_waiting_ends_when_it_holds(qtbot: QtBot) -> None:
    fired: list[bool] = []
    QTimer.singleShot(20, lambda: fired.append(True))

    wait_until(lambda: fired, "the timer")

    assert fired


def test_waiting_in_vain_says_for_what(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offscreen, "LONGEST_WAIT", 0.05)

    with pytest.raises(TourFailed, match="the paper"):
        wait_until(lambda: False, "the paper")


def test_a_rest_lets_waiting_events_happen(qtbot: QtBot) -> None:
    fired: list[bool] = []
    QTimer.singleShot(0, lambda: fired.append(True))

    rest(0)

    assert fired


def test_pictures_are_numbered_in_their_order(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("Tänään")
    qtbot.addWidget(label)
    pictures = Pictures(tmp_path)

    pictures.take(label, "today")
    pictures.take(label, "clients")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["01-today.png", "02-clients.png"]


def test_a_picture_that_cannot_be_saved_is_a_failure(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("Tänään")
    qtbot.addWidget(label)

    with pytest.raises(TourFailed, match="01-today"):
        Pictures(tmp_path / "missing").take(label, "today")


def test_what_goes_wrong_inside_a_window_is_noticed() -> None:
    before = sys.excepthook
    sys.excepthook = lambda *_: None
    try:
        with noticing_failures() as failures:
            error = ValueError("in a slot")
            sys.excepthook(ValueError, error, None)
    finally:
        sys.excepthook = before

    assert failures == [error]
