import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.place import (
    NETWORK_TYPES,
    UnsuitablePlace,
    check_place,
    default_folder,
    file_system,
    is_synchronised,
    on_network,
    only_program,
    space_is_short,
    was_left_open,
)

MOUNTS = r"""/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
//server/share /mnt/city\040office cifs rw,vers=3.0 0 0
/dev/sdb1 /mnt/city\040office/stick fuseblk rw 0 0
server:/export /home nfs4 rw 0 0
"""

HOLDER = """
import sys, time
from pathlib import Path
from kotoutus_desktop.models.place import only_program
with only_program(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/home/maija/cases", "nfs4"),
        ("/mnt/city office/cases", "cifs"),
        ("/mnt/city office/stick", "fuseblk"),
        ("/mnt/city", "ext4"),
        ("/tmpfoo", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(folder, kind):
    assert file_system(PurePosixPath(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("kind", "network"),
    [
        *[(kind, True) for kind in ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs")],
        *[(kind, False) for kind in ("ext4", "btrfs", "fuseblk", "ntfs3", "tmpfs", "overlay")],
    ],
)
def test_network_file_systems_are_known_by_their_type(kind, network):
    assert bool(NETWORK_TYPES.match(kind)) is network


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive/cases",
        "OneDrive - Utajärven kunta/Asiakirjat",
        "Dropbox",
        "Library/CloudStorage/OneDrive-Utajarvi",
        "Library/Mobile Documents/com~apple~CloudDocs",
        "Nextcloud/cases",
        "My Drive",
        "iCloud Drive/x",
    ],
)
def test_synchronised_folders_are_known_by_their_name(tmp_path, folder):
    assert is_synchronised(tmp_path / folder, {})


def test_synchronised_folders_are_known_by_the_settings_of_the_service(tmp_path):
    settings = {"OneDriveCommercial": str(tmp_path / "Kunnan tiedostot"), "OneDrive": ""}

    assert is_synchronised(tmp_path / "Kunnan tiedostot" / "cases", settings)
    assert not is_synchronised(tmp_path / "Omat", settings)


@pytest.mark.parametrize(
    "mark", [".dropbox", ".sync_0a1b2c.db", ".nextcloudsync.log", ".tmp.driveupload"]
)
def test_synchronised_folders_are_known_by_what_the_service_leaves(tmp_path, mark):
    (tmp_path / "Työ" / "cases").mkdir(parents=True)
    assert not is_synchronised(tmp_path / "Työ" / "cases", {})

    (tmp_path / "Työ" / mark).touch()
    assert is_synchronised(tmp_path / "Työ" / "cases", {})
    assert is_synchronised(tmp_path / "Työ" / "not made yet", {})


def test_a_synchronised_folder_is_refused(tmp_path):
    with pytest.raises(UnsuitablePlace, match="cloud"):
        check_place(tmp_path / "OneDrive")


def test_an_ordinary_folder_is_allowed_also_before_it_exists(tmp_path):
    check_place(tmp_path / "Kotoutus" / "cases")

    assert not on_network(tmp_path)


def test_the_default_folder_is_the_persons_own():
    assert default_folder().is_relative_to(Path.home())


def test_two_programs_do_not_open_one_file(tmp_path):
    database = tmp_path / "office.kotoutus"

    with (
        only_program(database),
        pytest.raises(CannotWrite, match="another window"),
        only_program(database),
    ):
        pass

    with only_program(database):
        text = (tmp_path / "office.kotoutus.lock").read_text()
    assert text.split()[0] == str(os.getpid())


def test_a_program_that_was_killed_does_not_stand_in_the_way(tmp_path):
    database = tmp_path / "office.kotoutus"
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(database)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline() == "held\n"
    with pytest.raises(CannotWrite), only_program(database):
        pass
    program.kill()
    program.wait()
    program.stdout.close()

    with only_program(database):
        pass


def test_a_folder_that_cannot_be_used_is_reported(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite), only_program(tmp_path / "file" / "office.kotoutus"):
        pass


def test_room_for_three_times_the_file_is_enough(tmp_path):
    assert not space_is_short(tmp_path / "office.kotoutus")

    huge = tmp_path / "huge.kotoutus"
    with huge.open("wb") as file:
        file.truncate(1 << 43)  # 8 TB, of which nothing is written
    assert space_is_short(huge)
    huge.unlink()


def test_a_file_that_was_not_closed_is_known_by_its_log(tmp_path, database):
    with database.transaction() as session:
        session.add(Client(number="1"))
    assert was_left_open(database.path)

    database.close()
    assert not was_left_open(database.path)
    assert not was_left_open(tmp_path / "none.kotoutus")
