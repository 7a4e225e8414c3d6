from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.office import (
    change_own_passphrase,
    correct_office,
    correct_officer,
    file_facts,
    new_recovery_codes,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import InvalidInput, WrongPassphrase
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.history.log_tables import LOG_ENTRY
from kotoutus_desktop.models.history.noting import Act
from kotoutus_desktop.models.key_slots import create_keys, keys_beside, unlock
from kotoutus_desktop.models.key_slots import unlock_with_recovery_code as unlock_by_code
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer

CHEAP = Cost(memory=64, passes=1, lanes=1)
OLD, NEW = "kolme hyvää sanaa", "neljä aivan uutta sanaa"


@pytest.fixture
def keyed(tmp_path: Path) -> Iterator[Database]:
    """A file that opens by a passphrase."""
    path = tmp_path / "cases.kotoutus"
    key, _code = create_keys(keys_beside(path), OLD, "ab", CHEAP)
    database = Database(path, key)
    yield database
    database.close()


def test_a_correction_of_the_office_can_be_undone(database: Database, office: Office) -> None:
    with database.transaction("office") as session:
        correct_office(session, {"unit_fi": "Kotoutumispalvelut", "assessment_target_days": 21})

    with database.reading() as session:
        assert the_office(session).unit_fi == "Kotoutumispalvelut"
    database.undo()
    with database.reading() as session:
        assert the_office(session).assessment_target_days == 14


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("municipality", {"municipality": "000"}),
        ("name_fi", {"name_fi": ""}),
        ("name_sv", {"name_sv": "", "official_language": "sv"}),
        ("email", {"email": "kunta.example"}),
        ("assessment_target_days", {"assessment_target_days": 0}),
        ("orientation_behind_percent", {"orientation_behind_percent": 0}),
        ("orientation_behind_percent", {"orientation_behind_percent": 101}),
    ],
)
def test_what_would_spoil_the_letterhead_is_refused(
    database: Database, office: Office, field: str, values: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        correct_office(session, values)

    assert refused.value.field == field


def test_a_counsellor_corrects_the_own_name_and_title(database: Database, officer: Officer) -> None:
    with database.transaction() as session:
        correct_officer(session, officer.id, {"name": "Maija Uusi", "official": False})

    with database.reading() as session:
        stored = session.get_one(Officer, officer.id)
    assert (stored.name, stored.official) == ("Maija Uusi", False)


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("email", "maija")])
def test_a_counsellor_without_a_name_or_with_half_an_address_is_refused(
    database: Database, officer: Officer, field: str, value: str
) -> None:
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        correct_officer(session, officer.id, {field: value})

    assert refused.value.field == field


def test_a_new_passphrase_opens_the_file_and_the_old_one_does_not(keyed: Database) -> None:
    change_own_passphrase(keyed, OLD, NEW, CHEAP)

    assert unlock(keys_beside(keyed.path), NEW).label == "ab"
    with pytest.raises(WrongPassphrase):
        unlock(keys_beside(keyed.path), OLD)


def test_a_wrong_current_passphrase_changes_nothing(keyed: Database) -> None:
    before = keys_beside(keyed.path).read_bytes()

    for change in (
        lambda: change_own_passphrase(keyed, "wrong", NEW, CHEAP),
        lambda: new_recovery_codes(keyed, "wrong", CHEAP),
    ):
        with pytest.raises(WrongPassphrase):
            change()

    assert keys_beside(keyed.path).read_bytes() == before


def test_whoever_tried_another_passphrase_before_the_right_one_is_noted(keyed: Database) -> None:
    for _try in range(2):
        with pytest.raises(WrongPassphrase):
            change_own_passphrase(keyed, "wrong", NEW, CHEAP)
    change_own_passphrase(keyed, OLD, NEW, CHEAP)

    keyed.write_notes()
    with keyed.reading() as session:
        failed = select(LOG_ENTRY.c.detail).where(LOG_ENTRY.c.act == Act.UNLOCK_FAILED)
        assert session.scalars(failed).all() == ["2"]


def test_a_new_recovery_code_takes_the_place_of_the_old_one(keyed: Database) -> None:
    (first,) = new_recovery_codes(keyed, OLD, CHEAP)
    (second,) = new_recovery_codes(keyed, OLD, CHEAP)

    assert unlock_by_code(keys_beside(keyed.path), second).key
    with pytest.raises(WrongPassphrase):
        unlock_by_code(keys_beside(keyed.path), first)


def test_the_facts_of_the_file_name_its_keys(database: Database) -> None:
    facts = file_facts(database.path)

    assert facts.keys.name == "office.keys"
    assert facts.size > 0
    assert facts.revision
