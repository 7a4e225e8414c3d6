from datetime import timedelta

from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.models.backups import making, round
from kotoutus_desktop.models.backups.manifest import Reason
from kotoutus_desktop.models.backups.round import carry_on, copy_round, lacks
from kotoutus_desktop.models.backups.shelf import copies_in
from kotoutus_desktop.models.place import copies_folder


def test_a_round_makes_a_copy_here_and_in_the_second_place(office_file, at, tmp_path):
    database, key = office_file
    stick = tmp_path / "stick"
    stick.mkdir()

    done = copy_round(database.path, key, Reason.TIME, at, stick)

    assert done.copy.is_proven
    assert done.second.is_proven
    assert done.second.path.parent == stick
    assert not lacks(stick, database.path)


def test_a_stick_that_is_not_plugged_in_is_no_failure_and_gets_the_copy_later(
    office_file, at, tmp_path
):
    database, key = office_file
    stick = tmp_path / "stick"
    done = copy_round(database.path, key, Reason.TIME, at, stick)

    assert done.second is None
    assert done.second_failure is None
    assert not lacks(stick, database.path)
    stick.mkdir()
    assert lacks(stick, database.path)
    assert carry_on(database.path, key, done.copy, at, stick).second.is_proven


def test_what_goes_wrong_in_the_second_place_is_told_and_the_first_copy_stays(
    office_file, at, tmp_path, monkeypatch
):
    database, key = office_file

    def torn(*_args):
        raise DamagedFile("torn")

    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(round, "carry", torn)
    done = copy_round(database.path, key, Reason.TIME, at, stick)

    assert done.second_failure.message == "torn"
    assert len(copies_in(copies_folder(database.path), database.path)) == 1


def test_both_places_are_thinned(office_file, at, tmp_path):
    database, key = office_file
    stick = tmp_path / "stick"
    stick.mkdir()
    for days in range(8):
        old = making.back_up(database.path, key, Reason.TIME, at - timedelta(days=900 + days))
        carry_on(database.path, key, old, at, stick)

    copy_round(database.path, key, Reason.TIME, at, stick)

    assert len(copies_in(stick, database.path)) == 5
    assert len(copies_in(copies_folder(database.path), database.path)) == 5


def test_before_the_first_copy_nothing_is_lacking(office_file, tmp_path):
    assert not lacks(tmp_path, office_file[0].path)
