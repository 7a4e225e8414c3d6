import sys

import pytest
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import set_interface_language
from kotoutus_desktop.ui.failures import FailureDialog, explain, install_excepthook, report_of


def failure() -> Exception:
    client = "Amal Al-Khatib"
    try:
        int(client)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.fixture
def hook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown: list[str] = []
    install_excepthook(shown.append)
    return shown


def test_a_report_says_where_and_names_nobody():
    report = report_of(failure())
    assert "ValueError" in report
    assert "test_failures.py" in report
    assert "Amal" not in report
    assert "/home" not in report


def test_a_bug_is_logged_and_shown_without_its_message(hook, caplog):
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    assert "ValueError" in hook[0]
    assert "Amal" not in caplog.text


def test_the_report_can_be_copied(qtbot):
    dialog = FailureDialog("ValueError at 12")
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QApplication.clipboard().text() == "ValueError at 12"


def test_what_went_wrong_is_said_with_its_values():
    set_interface_language("en")
    error = InvalidInput("day", "A month has no day {day}.", day=45)
    assert explain(error) == "A month has no day 45."
