from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject

from kotoutus_desktop.models.suitcase import Suitcase
from kotoutus_desktop.ui.exchange.suitcase_watch import (
    SuitcaseWatch,
    suitcase_expiry,
    suitcase_message,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_suitcase_tells_once_that_its_time_has_come(qtbot):
    parent, times = QObject(), [NOW, NOW + timedelta(hours=2)]
    watch = SuitcaseWatch(NOW + timedelta(hours=1), lambda: times[0], parent)
    told = []
    watch.over.connect(lambda: told.append(True))

    watch.look()
    assert told == []
    times.pop(0)
    watch.look()

    assert told == [True]
    assert not watch._looking.isActive()


def test_the_file_says_until_when_it_opens(database):
    assert suitcase_expiry(database) is None
    with database.transaction() as session:
        session.add(
            Suitcase(inside=True, name="a", prefix="K3", cases=[], packed_at=NOW, expires_at=NOW)
        )

    assert suitcase_expiry(database) == NOW
    assert "24.11.2026" in suitcase_message(NOW).text
