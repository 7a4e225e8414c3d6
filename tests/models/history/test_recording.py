import json

import pytest
from sqlalchemy import text, update

from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.recording import act_as, become_another, start_recording
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.plan import Goal, Plan
from tests.conftest import KEY
from tests.models.history.conftest import rows

OPERATIONS = "SELECT subject, fields FROM operation ORDER BY replica, seq"


def said(database, subject):
    """What the operations of a table say, in order."""
    return [json.loads(fields) for table, fields in rows(database, OPERATIONS) if table == subject]


@pytest.fixture
def client(database, make_client):
    client = make_client(citizenships=["760"], phone="")
    with database.transaction() as session:
        session.add(client)
    return client


def test_a_new_row_says_what_is_not_empty(database, client):
    (first,) = said(database, "client")

    assert first["given_names"] == "Amal Hassan"
    assert first["born"] == "1988-03-14"
    assert json.loads(first["citizenships"]) == ["760"]
    assert "phone" not in first
    assert "closed_on" not in first


def test_a_change_says_the_fields_that_changed_and_no_others(database, client):
    with database.transaction() as session:
        session.get_one(Client, client.id).phone = "050 123"
    with database.transaction() as session:
        session.get_one(Client, client.id).phone = "050 123"

    assert said(database, "client")[1:] == [{"phone": "050 123"}]


def test_a_statement_that_passes_the_objects_by_is_recorded_too(database, client):
    with database.transaction() as session:
        session.execute(update(Client).values(call_name="Amal H."))
        session.execute(text("UPDATE client SET dialect = 'Aleppo'"))

    assert said(database, "client")[1:] == [{"call_name": "Amal H."}, {"dialect": "Aleppo"}]


def test_rows_that_the_database_deletes_with_their_parent_are_recorded(database, client):
    plan = Plan(client_id=client.id)
    plan.goals.append(Goal(client_id=client.id))
    with database.transaction() as session:
        session.add(plan)
    with database.transaction() as session:
        session.execute(text("DELETE FROM client"))

    assert [said(database, table)[-1] for table in ("client", "plan", "goal")] == [{"-": 1}] * 3


def test_a_row_that_comes_back_says_all_its_values_again(database, client):
    with database.transaction("Delete") as session:
        session.delete(session.get_one(Client, client.id))
    database.undo()

    back = said(database, "client")[-1]
    assert back["-"] == 0
    assert (back["given_names"], back["phone"], back["closed_on"]) == ("Amal Hassan", "", None)


def test_each_operation_names_those_whose_values_it_replaced(database, client):
    for name in ("one", "two"):
        with database.transaction() as session:
            session.get_one(Client, client.id).call_name = name

    replaced = rows(database, "SELECT seq, by_seq FROM replaced ORDER BY 1, 2")
    assert [by - first for first, by in replaced] == [1, 1]


def test_the_log_knows_who_did_it_and_whose_case_it_was(database, client, officer):
    database.act_as(officer.id)
    with database.transaction() as session:
        session.get_one(Client, client.id).call_name = "Amal H."

    found = rows(database, "SELECT actor, case_id FROM operation ORDER BY seq DESC LIMIT 1")
    assert found == [(officer.id.bytes, client.id.bytes)]
    entries = rows(database, "SELECT act, subject, actor FROM log_entry ORDER BY seq DESC LIMIT 1")
    assert entries == [("change", "client", officer.id.bytes)]


def test_half_typed_forms_and_search_words_are_no_history(database, client):
    with database.transaction() as session:
        session.execute(
            text(
                "INSERT INTO name_key(id, kind, key, client_id) VALUES (x'01', 'word', 'amal', :id)"
            ),
            {"id": client.id.bytes},
        )

    assert {table for table, _ in rows(database, OPERATIONS)} == {"client"}


def test_a_file_that_has_no_history_yet_begins_it_with_what_it_holds(database, client):
    with database.transaction() as session:
        connection = session.connection()
        connection.exec_driver_sql("DELETE FROM operation")
        start_recording(connection)

    (begun,) = said(database, "client")
    assert begun["family_names"] == "Al-Khatib"
    with database.transaction() as session:
        session.get_one(Client, client.id).call_name = "Amal H."
    seqs = [seq for (seq,) in rows(database, "SELECT seq FROM operation ORDER BY seq")]
    assert len(seqs) == len(set(seqs)) == 2


def test_opening_a_file_again_changes_nothing(database, client, tmp_path):
    before = rows(database, OPERATIONS)
    database.close()

    again = Database(database.path, KEY)
    assert rows(again, OPERATIONS) == before
    again.close()


def test_a_restored_copy_numbers_its_operations_anew(database, client):
    with database.transaction() as session:
        become_another(session.connection())
        act_as(session.connection(), None)
        session.add(Officer(name="Maija"))

    seqs = rows(database, "SELECT count(*), count(DISTINCT replica) FROM operation")
    assert seqs == [(2, 2)]
