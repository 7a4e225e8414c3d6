from datetime import UTC, date, datetime

import pytest

from kotoutus_desktop.casework.lost_laptop import keys_of, lost_file, notify_by
from kotoutus_desktop.casework.office_file import create_file
from kotoutus_desktop.casework.people import Administrator, add_person
from kotoutus_desktop.models.key_slots import keys_beside, split_recovery_code
from kotoutus_desktop.models.keys_file import Cost, Role
from kotoutus_desktop.models.office import Office, Officer

CHEAP = Cost(memory=64, passes=1, lanes=1)
OWN = "kolme hyvää sanaa"


@pytest.fixture
def file(tmp_path, make_client):
    office = Office(municipality="889", name_fi="Utajärven kunta")
    opened = create_file(tmp_path / "a.kotoutus", OWN, office, Officer(name="Maija"), CHEAP)
    database = opened.database
    with database.transaction() as session:
        session.add_all(
            [
                make_client(number="U7-2", non_disclosure=True),
                make_client(number="U7-1", closed_on=date(2026, 1, 1)),
                make_client(number="U7-3", restricted=True, trafficking_victim=True),
            ]
        )
    yield database
    database.close()


def read(database):
    with database.reading() as session:
        return lost_file(session, keys_of(database.path))


def test_clients_stand_by_number_with_the_reason_of_their_restriction(file):
    lost = read(file)

    assert [(each.number, each.is_restricted) for each in lost.clients] == [
        ("U7-1", False),
        ("U7-2", True),
        ("U7-3", True),
    ]
    assert lost.restricted == 2
    assert lost.clients[0].closed
    assert (lost.clients[2].trafficking_victim, lost.clients[2].relative) == (True, True)
    assert "Amal" not in repr(lost)


def test_the_protection_is_that_of_the_keys_file(file):
    add_person(file, Administrator(OWN, CHEAP), Officer(name="Pekka"), Role.TRAINER)

    lost = read(file)

    assert lost.cost == CHEAP
    assert lost.cipher.startswith("SQLCipher 4.")
    assert lost.recovery_sheets == 1
    assert [(each.name, each.role, each.waits) for each in lost.people] == [
        ("Maija", Role.ADMINISTRATOR, False),
        ("Pekka", Role.TRAINER, True),
    ]


def test_two_halves_of_a_recovery_code_are_two_sheets(file):
    split_recovery_code(keys_beside(file.path), file.key_for_a_copy(), CHEAP)

    assert read(file).recovery_sheets == 2


def test_without_a_keys_file_the_contents_are_told_all_the_same(file):
    with file.reading() as session:
        lost = lost_file(session, None)

    assert (len(lost.clients), lost.people, lost.cost, lost.recovery_sheets) == (3, (), None, 0)


def test_records_are_counted_and_the_log_says_since_when(file):
    lost = read(file)

    assert lost.records["client"] == 3
    assert lost.records["plan"] == 0
    assert lost.first_at is not None
    assert lost.last_at is not None
    assert lost.first_at <= lost.last_at


def test_the_authority_is_notified_within_three_days():
    assert notify_by(datetime(2026, 11, 24, 9, 0, tzinfo=UTC)) == datetime(
        2026, 11, 27, 9, 0, tzinfo=UTC
    )
