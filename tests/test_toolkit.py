"""Faults of the toolkit that would bring the program down in the middle of a client meeting."""

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None lives for ever from 3.12 on")
def test_calls_into_qt_give_back_the_none_they_return() -> None:
    """PySide6 6.12.0 on Python 3.11 does not: the program aborts after some 5000 calls."""
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(500):
        thing.setObjectName("x")

    assert sys.getrefcount(None) > before - 100


def test_the_program_survives_more_calls_than_a_day_of_work_makes() -> None:
    thing = QObject()

    for number in range(20_000):
        thing.setObjectName(str(number))

    assert thing.objectName() == "19999"
