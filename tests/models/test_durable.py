import os

import pytest

from kotoutus_desktop.models.durable import move_durably, sync_file, write_durably


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "file"
    write_durably(path, b"old")

    write_durably(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_a_file_is_for_its_owner_only(tmp_path):
    write_durably(tmp_path / "file", b"secret")

    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = tmp_path / "file"
    write_durably(path, b"old")
    (tmp_path / "file.new").mkdir()

    with pytest.raises(OSError, match=r"file\.new"):
        write_durably(path, b"new")

    assert path.read_bytes() == b"old"


def test_a_finished_file_takes_the_name(tmp_path):
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_bytes(b"new")
    target.write_bytes(b"old")

    sync_file(part)
    move_durably(part, target)

    assert target.read_bytes() == b"new"
    assert not part.exists()
