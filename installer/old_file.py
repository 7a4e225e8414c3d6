"""An office's file as the first version wrote it, for the check that a newer one carries it on."""

import shutil
from pathlib import Path

from installer.release import ROOT, BuildFailed

KEPT = ROOT / "tests" / "models" / "data" / "revision-0001"
PASSPHRASE = "kolme hyvää sanaa"  # noqa: S105 - of a file with invented people
CLIENT = "U7-0001"
FILE_NAME = "asiakkaat.kotoutus"
_OFFICE = (
    "INSERT INTO office VALUES (randomblob(16), '889', 'Utajärven kunta', 'Utajärvi kommun', '',"
    " '', '', '', '', '', '', 'fi', 'U7', 14, 0)",
    "INSERT INTO officer VALUES (randomblob(16), 'Maija Esimerkki', '', '', '', '', 0, 1)",
)
"""In the tables as they were then."""


def lay_old_file(folder: Path) -> Path:
    """Put the file into a folder, which is emptied; returns it.

    The kept file holds a client alone, and its keys a name that no file of an office has: it gets
    an office, a counsellor, and keys that name nobody.
    """
    from kotoutus_desktop.models.connection import connect
    from kotoutus_desktop.models.key_slots import keys_beside, unlock
    from kotoutus_desktop.models.keys_file import Cost, read_keys, save_keys
    from kotoutus_desktop.models.slot_making import Maker, plan

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    target = folder / FILE_NAME
    shutil.copyfile(KEPT.with_suffix(".kotoutus"), target)
    key = unlock(KEPT.with_suffix(".keys"), PASSPHRASE).key
    maker = Maker.of(read_keys(KEPT.with_suffix(".keys")), key)
    quick = Cost(memory=64, passes=1, lanes=1)  # nobody's data
    slot = maker.slot(plan("passphrase", "", quick), PASSPHRASE)
    save_keys(keys_beside(target), maker.sealed((slot,)))
    connection = connect(target, key)
    for statement in _OFFICE:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return target


def require_carried_on(data: Path, case: Path) -> None:
    """Raise BuildFailed unless the client is in the case file and the old file was copied first."""
    if '"client"' not in case.read_text("utf-8"):
        raise BuildFailed("the case of the older file is empty")
    if not [each for each in data.parent.rglob("*.kotoutus") if each != data]:
        raise BuildFailed("the older file was changed without a copy")
