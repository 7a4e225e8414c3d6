import pytest

from kotoutus_desktop.casework.case_export import case_to_export
from kotoutus_desktop.casework.restricted import NotLetIn
from kotoutus_desktop.errors import InvalidInput
from tests.models.history.conftest import rows


def store(database, client):
    with database.transaction() as session:
        session.add(client)
    return client


def test_what_is_exported_is_noted(database, office, officer, make_client):
    client = store(database, make_client())
    database.act_as(officer.id)
    with database.transaction() as session:
        assert case_to_export(session, client.number).client.id == client.id

    found = rows(database, "SELECT actor, case_id, subject FROM log_entry WHERE act = 'export'")
    assert found == [(officer.id.bytes, client.id.bytes, "case_file")]


def test_a_restricted_case_leaves_only_with_a_reason(database, office, officer, make_client):
    client = store(database, make_client(restricted=True, officer_id=officer.id))
    database.act_as(officer.id)
    with pytest.raises(InvalidInput), database.transaction() as session:
        case_to_export(session, client.number)
    with database.transaction() as session:
        case_to_export(session, client.number, reason="The court asked for it")

    found = rows(database, "SELECT act, detail FROM log_entry WHERE act <> 'change'")
    assert found == [("restricted_open", "The court asked for it"), ("export", "")]


def test_nobody_exports_a_restricted_case_without_being_known(
    database, office, officer, make_client
):
    client = store(database, make_client(non_disclosure=True, officer_id=officer.id))
    with pytest.raises(NotLetIn), database.transaction() as session:
        case_to_export(session, client.number, reason="The court asked for it")
