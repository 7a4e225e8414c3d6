from datetime import UTC, datetime, timedelta

import pytest

from kotoutus_desktop.casework.expiry import SuitcaseExpired
from kotoutus_desktop.casework.office_file import (
    case_prefix,
    create_file,
    open_file,
    open_to_read,
    open_with_recovery_code,
)
from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import CannotWrite, DamagedFile, WrongPassphrase
from kotoutus_desktop.models.keys_file import Cost
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.place import FILE_NAME
from kotoutus_desktop.models.suitcase import Suitcase

QUICK = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "neljä harmaata kissaa"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kotoutus" / FILE_NAME


def make_file(folder):
    office, officer = Office(municipality="889", name_fi="Utajärven kunta"), Officer(name="Maija")
    opened = create_file(folder / FILE_NAME, PASSPHRASE, office, officer, QUICK)
    opened.database.close()
    return opened


@pytest.fixture
def created(path, lay):
    return lay(make_file, path.parent)


def test_a_new_file_opens_with_its_passphrase_for_its_counsellor(path, created):
    opened = open_file(path, PASSPHRASE)

    assert opened.officer_id == created.officer_id
    with opened.database.reading() as session:
        assert the_office(session).case_prefix
    opened.database.close()


def test_another_passphrase_does_not_open_it(path, created):
    with pytest.raises(WrongPassphrase):
        open_file(path, "neljä harmaata kissa")


def test_the_recovery_code_opens_once_and_sets_a_new_passphrase(path, created):
    opened = open_with_recovery_code(path, created.recovery_codes[0], "uusi pitkä lause", QUICK)
    opened.database.close()

    assert opened.officer_id == created.officer_id
    with pytest.raises(WrongPassphrase):
        open_file(path, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_with_recovery_code(path, created.recovery_codes[0], "kolmas lause", QUICK)
    open_file(path, "uusi pitkä lause").database.close()
    open_with_recovery_code(path, opened.recovery_codes[0], "kolmas lause", QUICK).database.close()


def noted(database, act):
    with database.reading() as session:
        found = session.connection().exec_driver_sql(
            "SELECT subject, detail FROM log_entry WHERE act = ?", (act,)
        )
        return [tuple(row) for row in found]


def test_wrong_tries_are_noted_whichever_way_the_file_opens(path, created):
    with pytest.raises(WrongPassphrase):
        open_with_recovery_code(path, "AAAA-" * 7 + "AAAA", "uusi pitkä lause", QUICK)
    opened = open_with_recovery_code(path, created.recovery_codes[0], "uusi pitkä lause", QUICK)

    assert noted(opened.database, "unlock_failed") == [("", "1")]
    assert noted(opened.database, "unlock") == [("recovery", "")]
    opened.database.close()


def test_a_file_that_is_there_is_never_overwritten(path, created):
    before = path.read_bytes()

    with pytest.raises(CannotWrite):
        create_file(
            path, "toinen", Office(municipality="889", name_fi="X"), Officer(name="Y"), QUICK
        )

    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(CannotWrite) as refused:
        create_file(
            tmp_path / "file" / FILE_NAME,
            PASSPHRASE,
            Office(municipality="889", name_fi="X"),
            Officer(name="Y"),
            QUICK,
        )

    assert refused.value.values["folder"] == str(tmp_path / "file")


def test_keys_of_another_file_do_not_open_this_one(tmp_path, path, created):
    other = tmp_path / "other" / FILE_NAME
    create_file(
        other, PASSPHRASE, Office(municipality="889", name_fi="X"), Officer(name="Y"), QUICK
    ).database.close()
    other.with_suffix(".keys").replace(path.with_suffix(".keys"))

    with pytest.raises((WrongPassphrase, DamagedFile)):
        open_file(path, PASSPHRASE)


def test_prefixes_have_no_letter_or_digit_that_is_mistaken_for_another():
    assert {case_prefix()[0] for _ in range(200)}.isdisjoint("IOQ")
    assert {case_prefix()[1] for _ in range(200)}.isdisjoint("01")


def test_a_suitcase_whose_time_is_over_opens_to_nobody(path, created):
    opened = open_file(path, PASSPHRASE)
    packed_at = datetime(2026, 11, 20, tzinfo=UTC)
    with opened.database.transaction() as session:
        session.add(
            Suitcase(
                inside=True,
                name=path.name,
                prefix="K3",
                cases=[],
                packed_at=packed_at,
                expires_at=packed_at + timedelta(days=1),
            )
        )
    opened.database.close()

    with pytest.raises(SuitcaseExpired):
        open_file(path, PASSPHRASE)
    with pytest.raises(SuitcaseExpired):
        open_with_recovery_code(path, created.recovery_codes[0], "uusi pitkä lause", QUICK)
    with pytest.raises(SuitcaseExpired):
        open_to_read(path, PASSPHRASE, path)


def test_the_key_of_a_suitcase_stays_that_of_the_office(path, created):
    opened = open_file(path, PASSPHRASE)
    with opened.database.transaction() as session:
        now = datetime.now(UTC)
        session.add(
            Suitcase(inside=True, name="a", prefix="K3", cases=[], packed_at=now, expires_at=now)
        )

    with pytest.raises(CannotWrite):
        opened.database.replace_key("somebody")
    opened.database.close()
