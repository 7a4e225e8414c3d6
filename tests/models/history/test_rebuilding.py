from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.rebuilding import rebuild
from kotoutus_desktop.models.history.row_state import AT_ONCE
from tests.models.history.conftest import cases, rows, send


def test_more_rows_than_fit_one_query_come_to_what_they_were(laptop, make_client):
    one, other = laptop(), laptop()
    with one.transaction() as session:
        session.add_all(make_client(phone=f"050 {number}") for number in range(AT_ONCE + 3))

    send(one, other)

    assert cases(other) == cases(one)
    assert len(cases(other)["client"]) == AT_ONCE + 3


def test_what_was_changed_past_the_log_is_set_right(laptop, make_client):
    one = laptop()
    client = make_client(phone="050 1")
    with one.transaction() as session:
        session.add(client)
    with one.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql("UPDATE replica SET importing = 1")
        connection.exec_driver_sql("UPDATE client SET phone = '050 2'")
        rebuild(connection, {client.id.bytes})
        connection.exec_driver_sql("UPDATE replica SET importing = 0")

    with one.reading() as session:
        assert session.get_one(Client, client.id).phone == "050 1"


def test_a_row_of_a_newer_program_stays_in_the_log_alone(laptop):
    one = laptop()
    with one.transaction() as session:
        session.connection().exec_driver_sql(
            'INSERT INTO operation(replica, seq, at, subject, "row", fields)'
            " VALUES (zeroblob(16), 1, 1, 'of_tomorrow', ?, '{}')",
            (b"r" * 16,),
        )
        rebuild(session.connection(), {b"r" * 16})

    assert rows(one, 'SELECT subject FROM operation WHERE "row" = ?', b"r" * 16) == [
        ("of_tomorrow",)
    ]
