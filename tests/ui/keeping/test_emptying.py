from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.keeping import emptying
from kotoutus_desktop.ui.keeping.emptying import empty_soon


@pytest.fixture
def deleted(workspace, office, make_client, clock):
    with workspace.database.transaction() as session:
        session.add(make_client())
    with workspace.database.transaction() as session:
        session.delete(session.query(Client).one())
    clock.now = datetime.now(UTC) + timedelta(days=31)  # the history goes by the computer's clock


def history(workspace):
    with workspace.database.reading() as session:
        return str(session.execute(text("SELECT fields FROM operation")).all())


def test_what_lay_in_the_bin_for_its_days_is_forgotten_after_unlocking(qtbot, workspace, deleted):
    assert "Al-Khatib" in history(workspace)

    empty_soon(workspace)

    qtbot.waitUntil(lambda: "Al-Khatib" not in history(workspace), timeout=20_000)


def test_a_trainer_leaves_it_to_the_others(workspace, deleted):
    workspace.show_to(Role.TRAINER)

    assert empty_soon(workspace) is None


def test_a_file_that_cannot_be_written_is_left_for_the_next_time(
    qtbot, workspace, deleted, monkeypatch, caplog
):
    def full(*_):
        raise CannotWrite("full")

    monkeypatch.setattr(emptying, "empty_bin", full)

    empty_soon(workspace)
    qtbot.waitUntil(lambda: "could not be emptied" in caplog.text, timeout=20_000)

    assert "Al-Khatib" in history(workspace)
