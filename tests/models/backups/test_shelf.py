import shutil
from datetime import UTC, datetime, timedelta

from kotoutus_desktop.models.backups.making import back_up
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.shelf import (
    copies_in,
    name_of_copy,
    newest_proven,
    sweep,
    thin,
)
from kotoutus_desktop.models.place import copies_folder


def test_copies_are_listed_newest_first(office_file, at):
    database, key = office_file
    for hours in (1, 0, 2):
        back_up(database.path, key, Reason.TIME, at + timedelta(hours=hours))

    found = copies_in(copies_folder(database.path), database.path)

    assert [copy.made_at.hour for copy in found] == [10, 9, 8]
    assert newest_proven(copies_folder(database.path), database.path) == found[0]


def test_a_copy_without_a_sheet_is_not_proven_and_has_the_time_of_its_name(office_file):
    database, _key = office_file
    folder = copies_folder(database.path)
    folder.mkdir()
    shutil.copy(database.path, folder / "office-before-0009-20261101-120000.kotoutus")

    (copy,) = copies_in(folder, database.path)

    assert copy.made_at == datetime(2026, 11, 1, 12, tzinfo=UTC)
    assert not copy.is_proven
    assert copy.is_safety
    assert newest_proven(folder, database.path) is None


def test_another_files_copies_are_not_touched(office_file, at, tmp_path):
    database, key = office_file
    other = copies_folder(database.path) / "other-20200101-120000-time.kotoutus"
    other.parent.mkdir()
    other.write_bytes(b"x")
    back_up(database.path, key, Reason.TIME, at)

    assert thin(other.parent, database.path, at) == []
    assert other.exists()


def test_thinning_removes_a_copy_with_its_keys_and_its_sheet(office_file, at):
    database, key = office_file
    for days in range(9):
        back_up(database.path, key, Reason.TIME, at - timedelta(days=400 + days))
    back_up(database.path, key, Reason.TIME, at)
    folder = copies_folder(database.path)

    gone = thin(folder, database.path, at)

    assert len(gone) == 5
    assert len(list(folder.iterdir())) == 3 * len(copies_in(folder, database.path)) == 15


def test_a_folder_that_is_not_there_holds_nothing(office_file, tmp_path):
    assert copies_in(tmp_path / "stick", office_file[0].path) == []


def test_the_name_says_when_and_why_and_nothing_else(office_file, at):
    name = name_of_copy(office_file[0].path, at, Reason.PURGE)

    assert name == "office-20261124-080000-purge.kotoutus"


def test_somebodys_file_of_a_similar_name_is_no_copy(office_file, at):
    database, _key = office_file
    own = database.path.with_name("office-2.kotoutus")
    own.write_bytes(b"x")

    assert copies_in(own.parent, database.path) == []
    sweep(own.parent, database.path)
    assert own.exists()


def test_what_a_copy_left_behind_that_was_cut_off_is_swept_away(office_file, at):
    database, key = office_file
    copy = back_up(database.path, key, Reason.TIME, at)
    folder = copy.path.parent
    before = set(folder.iterdir())
    (folder / "office-20261124-090000-time.keys").write_bytes(b"x")
    (folder / "office-20261124-090000-time.kotoutus.part").write_bytes(b"x")

    sweep(folder, database.path)

    assert set(folder.iterdir()) == before
