import pytest

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.engine import LOG_KEY
from kotoutus_desktop.models.history.merging import erase
from kotoutus_desktop.models.history.sealing import Anchor, anchor, first_broken_link, seal
from kotoutus_desktop.models.key_slots import subkey
from tests.conftest import KEY
from tests.models.history.conftest import rows

SEAL = subkey(KEY, LOG_KEY)


@pytest.fixture
def busy(database, make_client):
    """A file in which five things have happened."""
    client = make_client()
    with database.transaction() as session:
        session.add(client)
    for name in "abcd":
        with database.transaction() as session:
            session.get_one(Client, client.id).call_name = name
    return client


@pytest.fixture
def other_tool(database, busy):
    """A connection that knows the key and nothing of the program."""
    connection = connect(database.path, KEY)
    yield connection
    connection.close()


def force(connection, statement):
    """Do what the triggers forbid."""
    for name in ("record_log_stays", "record_log_is_kept"):
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    connection.execute(statement)


def test_every_change_is_sealed_when_it_is_committed(database, busy, other_tool):
    assert rows(database, "SELECT count(*) FROM log_entry WHERE digest IS NULL") == [(0,)]
    assert rows(database, "SELECT max(seq) FROM log_entry") == [(5,)]
    assert first_broken_link(other_tool, SEAL) is None


def test_nothing_is_sealed_twice(other_tool):
    assert seal(other_tool, SEAL) == 0


def test_the_log_can_be_neither_changed_nor_shortened(other_tool):
    for statement in ("UPDATE log_entry SET at = 1", "DELETE FROM log_entry WHERE seq = 3"):
        with pytest.raises(Exception, match="the log cannot be"):
            other_tool.execute(statement)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE log_entry SET at = at + 1 WHERE seq = 3", 3),
        ("UPDATE log_entry SET actor = x'07' WHERE seq = 2", 2),
        ("UPDATE log_entry SET digest = NULL WHERE seq = 5", 5),
        ("DELETE FROM log_entry WHERE seq = 4", 4),
        ("UPDATE operation SET fields = '{}' WHERE seq = 2", 2),
        ("DELETE FROM operation WHERE seq = 3", 3),
        ("UPDATE client SET call_name = 'z'", 6),  # a write of another tool is not sealed
    ],
)
def test_the_first_broken_link_is_told(other_tool, statement, broken):
    force(other_tool, statement)

    assert first_broken_link(other_tool, SEAL) == broken


def test_a_log_cut_short_is_told_by_an_anchor_kept_elsewhere(other_tool):
    last = anchor(other_tool)
    force(other_tool, "DELETE FROM log_entry WHERE seq = 5")

    assert first_broken_link(other_tool, SEAL) is None
    assert first_broken_link(other_tool, SEAL, [last]) == 5


def test_another_history_is_told_by_an_anchor_kept_elsewhere(other_tool):
    assert first_broken_link(other_tool, SEAL, [Anchor(2, bytes(32))]) == 2


def test_an_anchor_can_be_read_aloud(other_tool):
    assert str(Anchor(1042, bytes.fromhex("7f3a19c08b2d" + "00" * 26))) == "1042-7f3a19c08b2d"
    assert str(anchor(other_tool)).startswith("5-")


def test_the_chain_stays_whole_when_a_client_is_erased(database, busy, other_tool):
    with database.transaction() as session:
        erase(session.connection(), busy.id.bytes)

    assert rows(database, "SELECT count(*) FROM operation") == [(0,)]
    assert rows(database, "SELECT count(*) FROM client") == [(0,)]
    assert first_broken_link(other_tool, SEAL) is None


def test_a_log_without_entries_has_no_anchor(database):
    connection = connect(database.path, KEY)
    assert anchor(connection) is None
    connection.close()
