from dataclasses import replace

import pytest

from kotoutus_desktop.errors import DamagedFile, KotoutusError
from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason, digest_of
from kotoutus_desktop.models.backups.proving import contents_of, prove, require_whole_log
from kotoutus_desktop.models.connection import connect
from kotoutus_desktop.models.history.sealing import Anchor
from kotoutus_desktop.models.key_slots import Cost, create_keys, keys_beside


@pytest.fixture
def copy(office_file, at):
    database, key = office_file
    return back_up(database.path, key, Reason.HAND, at)


def test_a_whole_copy_passes_and_the_scratch_file_is_gone(copy, office_file, tmp_path):
    prove(copy.path, office_file[1], copy.manifest, tmp_path / "trial")

    assert not (tmp_path / "trial").exists()


def test_one_changed_bit_fails(copy, office_file, tmp_path):
    content = bytearray(copy.path.read_bytes())
    content[9000] ^= 4
    copy.path.write_bytes(content)

    with pytest.raises(DamagedFile, match="read back"):
        prove(copy.path, office_file[1], copy.manifest, tmp_path / "trial")
    assert not (tmp_path / "trial").exists()


def test_other_numbers_of_rows_fail(copy, office_file, tmp_path):
    contents = copy.manifest.contents
    more = replace(copy.manifest, contents=replace(contents, counts={**contents.counts, "plan": 9}))

    with pytest.raises(DamagedFile, match="does not hold"):
        prove(copy.path, office_file[1], more, tmp_path / "trial")


def test_another_files_keys_fail(copy, office_file, tmp_path):
    keys_beside(copy.path).unlink()
    create_keys(keys_beside(copy.path), "neljä aivan muuta sanaa", cost=Cost(64, 1, 1))

    with pytest.raises(DamagedFile, match="keys file"):
        prove(copy.path, office_file[1], copy.manifest, tmp_path / "trial")


def test_a_log_that_was_written_anew_fails(copy, office_file, tmp_path):
    connection = connect(copy.path, office_file[1])
    connection.execute("DROP TRIGGER record_log_stays")
    connection.execute("UPDATE log_entry SET act = 'view' WHERE seq = 1")
    contents = contents_of(connection)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    forged = replace(copy.manifest, contents=contents, sha256=digest_of(copy.path))

    with pytest.raises(DamagedFile, match="broken at entry"):
        prove(copy.path, office_file[1], forged, tmp_path / "trial")


def test_an_anchor_behind_the_end_tells_of_a_log_cut_short(office_file):
    database, key = office_file
    connection = connect(database.path, key)
    try:
        require_whole_log(connection, key)
        with pytest.raises(DamagedFile):
            require_whole_log(connection, key, [Anchor(10_000, bytes(32))])
    finally:
        connection.close()


def test_another_key_opens_nothing(copy, tmp_path):
    with pytest.raises(KotoutusError):
        prove(copy.path, bytes(32), copy.manifest, tmp_path / "trial")
