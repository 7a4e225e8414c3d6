from kotoutus_desktop.models.history.log_key import LOG_KEY, keep_log_key, log_key
from kotoutus_desktop.models.subkeys import subkey
from tests.conftest import KEY


def raw(session):
    return session.connection().connection.driver_connection


def test_it_follows_from_the_data_key(database):
    with database.reading() as session:
        assert log_key(raw(session), KEY) == subkey(KEY, LOG_KEY)


def test_once_kept_it_stays_whatever_the_data_key(database):
    with database.transaction() as session:
        keep_log_key(raw(session), KEY)
        keep_log_key(raw(session), bytes(32))

    with database.reading() as session:
        assert log_key(raw(session), bytes(32)) == subkey(KEY, LOG_KEY)
