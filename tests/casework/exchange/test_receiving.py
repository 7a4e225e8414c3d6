import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.exchange.laptops import end_trust
from kotoutus_desktop.casework.exchange.news import How
from kotoutus_desktop.casework.exchange.receiving import look_at, read_transfer, take
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.errors import Cancelled
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.merging import erase
from kotoutus_desktop.models.transfer.sealed_file import TransferRefused
from tests.casework.exchange.conftest import NOW
from tests.conftest import TODAY


def test_a_client_arrives_and_is_found_by_name(library, centre, make_client):
    client = library.store(make_client(given_names="Amal", family_names="Hassan"))

    news = centre.take(library.send(centre))

    ((case,), changes) = (news.cases, news.operations)
    assert (case.case_id, case.is_new, case.clashes) == (client.id, True, 0)
    assert case.client.full_name == "Amal Hassan"
    assert {row.how for row in case.rows} == {How.NEW}
    assert changes > 0
    with centre.database.reading() as session:
        assert [row.id for row in find_clients(session, "hassan")] == [client.id]


def test_looking_changes_nothing_and_shows_what_taking_brings(library, centre, make_client):
    client = library.store(make_client())
    data = library.send(centre)

    looked = centre.look(data)

    assert centre.read(client.id) is None
    assert centre.take(data) == looked


def test_a_changed_client_shows_who_changed_what(library, centre, make_client, officer):
    client = library.store(make_client())
    centre.take(library.send(centre))
    library.database.act_as(officer.id)
    library.change(client.id, phone="050 1", dialect="Aleppo")

    (case,) = centre.take(library.send(centre)).cases

    assert not case.is_new
    ((row),) = case.rows
    assert (row.subject, row.how, row.fields) == ("client", How.CHANGED, ("dialect", "phone"))
    assert row.actor == officer.id


def test_both_values_of_a_contradiction_are_kept_and_counted(library, centre, make_client):
    client = library.store(make_client())
    centre.take(library.send(centre))
    library.change(client.id, phone="050 1")
    centre.change(client.id, phone="050 2")

    news = centre.take(library.send(centre))

    assert news.clashes == 1
    assert [case.clashes for case in news.cases] == [1]


def test_a_deleted_client_is_told_as_gone(library, centre, make_client):
    client = library.store(make_client())
    centre.take(library.send(centre))
    with library.database.transaction() as session:
        session.delete(session.get_one(type(client), client.id))

    (case,) = centre.take(library.send(centre)).cases

    assert case.client is None
    assert How.DELETED in {row.how for row in case.rows}
    assert centre.read(client.id) is None


def test_an_erased_client_is_erased_here_too_and_said_so(library, centre, make_client):
    client, other = library.store(make_client()), library.store(make_client())
    centre.take(library.send(centre))
    with library.database.transaction() as session:
        erase(session.connection(), client.id.bytes)

    news = centre.take(library.send(centre))

    assert news.erased == {client.id}
    assert centre.read(client.id) is None
    assert centre.read(other.id) is not None
    assert centre.take(library.send(centre)).is_empty


def test_a_file_that_was_taken_before_brings_nothing(library, centre, make_client):
    library.store(make_client())
    data = library.send(centre)
    centre.take(data)

    assert centre.take(data).is_empty


def test_what_a_stranger_signed_is_refused(library, centre, make_client):
    library.store(make_client())
    data = library.send(centre)
    with centre.database.transaction() as session:
        end_trust(session, centre.known[library.name], TODAY)

    with pytest.raises(TransferRefused, match="not known here"):
        centre.take(data)


def test_a_file_for_another_laptop_is_refused(library, centre, make_client):
    library.store(make_client())

    with pytest.raises(TransferRefused, match="not made for this laptop"):
        library.take(library.send(centre))


def test_the_log_says_from_whom_a_case_came(library, centre, make_client):
    client = library.store(make_client())
    centre.take(library.send(centre))

    with centre.database.reading() as session:
        query = select(LOG_ENTRY.c.act, LOG_ENTRY.c.detail).where(
            LOG_ENTRY.c.case_id == client.id, LOG_ENTRY.c.subject == "transfer"
        )
        assert session.execute(query).all() == [("merge", "Kirjasto")]


def test_taking_says_how_far_it_is(library, centre, make_client):
    for number in range(30):
        library.store(make_client(number=f"U7-{number:04d}"))
    told = []
    with centre.database.transaction() as session:
        incoming = read_transfer(session, library.send(centre))
        take(session, incoming, NOW, lambda done, total: told.append((done, total)))

    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert {total for _done, total in told} == {100}
    assert len(told) >= 6


@pytest.mark.parametrize("at", [0, 8, 20, 40, 70, 80])
def test_stopping_at_any_moment_leaves_nothing_half_taken(library, centre, make_client, at):
    library.store(make_client(number="U7-0001"))
    data = library.send(centre)
    before = _everything(centre)

    def stop(done, _total):
        if done >= at:
            raise Cancelled

    with pytest.raises(Cancelled), centre.database.transaction() as session:
        take(session, read_transfer(session, data), NOW, stop)

    assert _everything(centre) == before
    with centre.database.transaction() as session:
        incoming = read_transfer(session, data)
    with pytest.raises(Cancelled):
        look_at(centre.database, incoming, NOW, stop)
    assert _everything(centre) == before
    assert len(centre.take(data).cases) == 1


def _everything(laptop):
    """Return what is in a file: every table, its rows counted, and whether the triggers rest."""
    with laptop.database.reading() as session:
        connection = session.connection()
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ).scalars()
        counts = {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar()
            for name in list(names)
        }
        return counts, connection.exec_driver_sql("SELECT importing FROM replica").scalar()
