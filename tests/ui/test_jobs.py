import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.ui.jobs import Job, JobDialog


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_job_runs_off_the_main_thread(qtbot):
    job = Job(lambda _report: threading.current_thread())
    with qtbot.waitSignal(job.succeeded) as caught:
        job.start()
    assert caught.args[0] is not threading.main_thread()


def test_a_failure_is_handed_over_not_swallowed(qtbot):
    job = Job(lambda _report: 1 / 0)
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_the_dialog_says_how_far_the_job_is_and_goes_away(qtbot, window):
    seen = threading.Event()

    def three_of_four(report):
        report(3, 4)
        seen.wait(2)

    job = Job(three_of_four)
    dialog = JobDialog("Printing", job, window)
    qtbot.waitUntil(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (3, 4))
    assert dialog.words.text() == "3 of 4 ready"
    with qtbot.waitSignal(job.finished):
        seen.set()


def endless(report):
    while True:
        report(0, 1)


def test_stopping_ends_the_job_at_its_next_report(qtbot, window):
    job = Job(endless)
    dialog = JobDialog("Printing", job, window)
    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.finished):
        dialog.stop.click()


def test_escape_stops_as_well(qtbot, window):
    job = Job(endless)
    dialog = JobDialog("Printing", job, window)
    with qtbot.assertNotEmitted(job.failed), qtbot.waitSignal(job.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_job_outlives_the_page_that_began_it(qtbot):
    ended = threading.Event()
    begun = threading.Event()

    def work(_report):
        begun.wait(2)
        ended.set()

    page = QWidget()
    job = Job(work)
    job.succeeded.connect(page.update)
    job.start()
    page.deleteLater()
    del job, page
    QTest.qWait(20)
    begun.set()

    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not Job._running)
