import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.ui.lock.idle import IdleWatch


@pytest.fixture
def seconds():
    return [1_000_000.0]


@pytest.fixture
def watch(qapp, seconds):
    watch = IdleWatch(lambda: 5, lambda: seconds[0])
    watch.told = []
    watch.idle.connect(lambda: watch.told.append(1))
    watch.start()
    yield watch
    watch.stop()


def pass_time(watch, seconds, length):
    """Let time pass as it does for somebody who sits there: in small looks."""
    for _ in range(round(length / 5)):
        seconds[0] += 5
        watch.look()


def test_after_the_minutes_without_a_touch_it_tells_once(watch, seconds):
    pass_time(watch, seconds, 295)
    assert watch.told == []
    pass_time(watch, seconds, 5)
    assert watch.told == [1]


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_touch_starts_the_time_anew(qtbot, watch, seconds, touch):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    pass_time(watch, seconds, 290)
    if touch == "key":
        QTest.keyClick(widget, "a")
    else:
        QTest.mouseMove(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    pass_time(watch, seconds, 290)

    assert watch.told == []


def test_what_is_painted_is_no_touch(qtbot, watch, seconds):
    widget = QWidget()
    pass_time(watch, seconds, 290)
    watch.eventFilter(widget, QEvent(QEvent.Type.Paint))
    pass_time(watch, seconds, 10)

    assert watch.told == [1]


def test_a_computer_that_slept_is_locked_at_once(watch, seconds):
    pass_time(watch, seconds, 10)
    seconds[0] += 60
    watch.look()

    assert watch.told == [1]


def test_a_clock_set_back_keeps_nobody_unlocked_for_ever(watch, seconds):
    seconds[0] -= 100_000
    watch.look()
    pass_time(watch, seconds, 300)

    assert watch.told == [1]
