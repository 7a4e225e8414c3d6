import shutil

import pytest

from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.key_slots import keys_beside
from kotoutus_desktop.models.mending.checking import Fault, Finding, check
from tests.models.mending.conftest import PAGE, damage, page_of


def alter(path, key, *statements):
    connection = connect(path, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def test_a_whole_file_has_no_faults_and_is_not_touched(office_file):
    path, key = office_file
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}

    assert check(path, key) == ()
    after = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    assert after == before
    assert not (path.parent / "copies" / "mending").exists()


def test_a_damaged_page_is_found(office_file):
    path, key = office_file
    damage(path, page_of(path, key, "client")[0])

    assert check(path, key) == (Finding(Fault.PAGES, 1),)


def test_a_file_cut_short_is_found(office_file):
    path, key = office_file
    content = path.read_bytes()
    path.write_bytes(content[: -5 * PAGE - 100])

    assert check(path, key) == (Finding(Fault.PAGES, 6),)


def test_a_file_without_its_beginning_is_unreadable(office_file):
    path, key = office_file
    damage(path, 0)

    assert check(path, key) == (Finding(Fault.UNREADABLE),)


@pytest.mark.parametrize("how", ["missing", "damaged", "of another file"])
def test_a_keys_file_that_does_not_open_the_file_is_found(office_file, how):
    path, key = office_file
    keys = keys_beside(path)
    if how == "missing":
        keys.unlink()
    elif how == "damaged":
        keys.write_bytes(keys.read_bytes()[:-3])
    else:
        shutil.copyfile("tests/models/data/revision-0012.keys", keys)

    assert check(path, key) == (Finding(Fault.KEYS),)


def test_a_row_that_refers_to_nothing_is_found(office_file):
    path, key = office_file
    alter(path, key, "UPDATE client SET officer_id = zeroblob(16) WHERE number = '7'")

    faults = [finding.fault for finding in check(path, key)]
    assert Fault.REFERENCES in faults


def test_a_log_that_was_written_by_another_program_is_found(office_file):
    path, key = office_file
    alter(
        path,
        key,
        "DROP TRIGGER record_log_stays",
        "UPDATE log_entry SET detail = 'other' WHERE seq = 3",
    )

    assert check(path, key) == (Finding(Fault.LOG, 3),)
