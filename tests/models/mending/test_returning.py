import pytest

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.engine import open_engine
from kotoutus_desktop.models.mending.returning import (
    lost_history,
    return_from_log,
    tie_loose_ends,
)
from kotoutus_desktop.models.office import Officer


@pytest.fixture
def connection(office_file):
    """In a transaction whose references are not looked at, as after rows were lost."""
    path, key = office_file
    engine = open_engine(path, key)
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            yield connection
    engine.dispose()


def lose(connection, statement):
    connection.exec_driver_sql("UPDATE replica SET importing = 1")
    connection.exec_driver_sql(statement)
    connection.exec_driver_sql("UPDATE replica SET importing = 0")


def count(connection, table):
    return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()


def test_lost_rows_come_back_from_the_log_as_they_were(connection):
    before = connection.exec_driver_sql("SELECT * FROM client ORDER BY id").all()
    lose(connection, "DELETE FROM client WHERE number < '3'")

    returned = return_from_log(connection)

    assert returned.whole == len(before) - sum(row.number >= "3" for row in before)
    assert connection.exec_driver_sql("SELECT * FROM client ORDER BY id").all() == before


def test_a_row_that_was_deleted_stays_deleted(connection):
    connection.exec_driver_sql("DELETE FROM client WHERE number = '5'")

    assert return_from_log(connection).whole == 0
    assert count(connection, "client") == 59


def test_a_row_that_was_read_keeps_a_change_that_the_log_lost(connection):
    connection.exec_driver_sql("UPDATE client SET need_reason = 'new' WHERE number = '5'")
    lose(connection, "DELETE FROM operation WHERE fields LIKE '%new%'")
    lose(connection, "DELETE FROM client WHERE number = '6'")

    return_from_log(connection)

    query = "SELECT need_reason FROM client WHERE number = '5'"
    assert connection.exec_driver_sql(query).scalar() == "new"


def test_what_neither_table_nor_log_has_is_counted_as_lost(connection):
    lose(connection, 'DELETE FROM operation WHERE fields LIKE \'%"number":"7"%\'')
    lose(connection, "DELETE FROM client WHERE number = '7'")

    assert return_from_log(connection).lost == 1
    assert lost_history(connection) == 1


def test_a_row_whose_parent_is_lost_gets_an_empty_one(connection):
    connection.exec_driver_sql("UPDATE client SET officer_id = zeroblob(16) WHERE number = '7'")

    assert tie_loose_ends(connection) == (1, 0)
    assert count(connection, Officer.__tablename__) == 1
    assert count(connection, Client.__tablename__) == 60
    assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
