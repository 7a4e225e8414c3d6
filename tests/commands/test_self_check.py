"""The self-check passes here, and says so when something does not work."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kotoutus_desktop.commands import self_check as command
from kotoutus_desktop.commands import self_check_trial
from kotoutus_desktop.commands.self_check import Step, run, self_check, steps
from kotoutus_desktop.commands.self_check_trial import NotAsExpected, Trial
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.ui.demo.offscreen import TourFailed, rest
from kotoutus_desktop.ui.page import PageName


def fail() -> None:
    raise InvalidInput("name", "The case {number} is missing.", number="U7-1")


def work() -> None:
    pass


@pytest.fixture
def trial(qapp: QApplication, tmp_path: Path):
    trial = Trial(tmp_path)
    yield trial
    trial.close()


def test_everything_that_is_tried_passes(qapp, monkeypatch) -> None:
    """In two languages and two pages here; the whole of it runs in what was installed."""
    monkeypatch.setattr(command, "CLIENT_LANGUAGES", ("fi", "ar"))
    monkeypatch.setattr(self_check_trial, "PAGES", (PageName.CLIENTS, PageName.HELP))
    said = io.StringIO()

    status = self_check(said)

    lines = said.getvalue().splitlines()
    assert (status, lines[-1]) == (0, f"{len(lines) - 1} passed, 0 failed"), said.getvalue()
    assert [line for line in lines if "language: ar" in line]


def test_nothing_of_the_trial_stays(qapp, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(command, "steps", lambda trial: [Step("x", trial.law)])

    self_check(io.StringIO())

    assert list(tmp_path.iterdir()) == []


def test_a_step_that_fails_is_told_with_its_reason_and_the_others_are_tried(qapp) -> None:
    said = io.StringIO()

    status = run([Step("One", fail), Step("Two", work)], said, "en")

    assert said.getvalue().splitlines() == [
        "FAILED  One: The case U7-1 is missing.",
        "ok      Two",
        "1 passed, 1 failed",
    ]
    assert status == 1


def test_without_their_ground_the_steps_that_follow_count_as_failed(qapp) -> None:
    said = io.StringIO()

    run([Step("One", fail, ground=True), Step("Two", work)], said, "en")

    assert "FAILED  Two: not tried" in said.getvalue()
    assert said.getvalue().endswith("0 passed, 2 failed\n")


def test_a_bug_inside_a_window_fails_the_step(qapp, monkeypatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_error: None)
    said = io.StringIO()

    def stumble() -> None:
        raise LookupError("broken button")

    def press() -> None:
        keeper = QObject()
        QTimer.singleShot(0, keeper, stumble)
        rest()

    run([Step("One", press)], said, "en")

    assert "FAILED  One: LookupError: broken button" in said.getvalue()


def test_the_steps_are_said_in_the_language_of_the_terminal(qapp) -> None:
    said = io.StringIO()

    run([Step("A client is registered", work)], said, "sv")

    assert said.getvalue().splitlines() == ["ok      En klient registreras", "1 passed, 0 failed"]


def test_an_answer_that_the_law_does_not_give_is_noticed(trial, tmp_path, monkeypatch) -> None:
    path = tmp_path / "cases.json"
    cases = json.loads(self_check_trial.resource("data", self_check_trial.CASES).read_text("utf-8"))
    cases[0]["expect"]["next_review_by"] = "2030-01-01"
    path.write_text(json.dumps(cases), encoding="utf-8")
    monkeypatch.setattr(self_check_trial, "resource", lambda *_name: path)

    with pytest.raises(NotAsExpected, match="review due in the spring"):
        trial.law()


def test_a_paper_that_is_none_is_noticed() -> None:
    with pytest.raises(NotAsExpected, match="4 bytes"):
        self_check_trial._expect_pdf(b"%PDF")


def test_a_window_that_never_comes_fails_and_leaves_no_file_open(trial) -> None:
    with pytest.raises((NotAsExpected, TourFailed)):
        trial.pages()


def test_every_language_of_the_papers_is_tried(trial) -> None:
    tried = [step.language for step in steps(trial) if step.language]

    assert tried == list(command.CLIENT_LANGUAGES)


def test_the_command_has_the_status_of_its_outcome(tmp_path: Path) -> None:
    code = (
        "import sys; from kotoutus_desktop import __main__; "
        "from kotoutus_desktop.commands import self_check as c; "
        "c.steps = lambda t: [c.Step('One', lambda: 1 / 0), c.Step('Two', t.law)]; "
        "sys.exit(__main__.main(['self-check', '--interface', 'en']))"
    )
    plain = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=plain)

    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[-1] == "1 passed, 1 failed"
    assert "ZeroDivisionError" in done.stdout
