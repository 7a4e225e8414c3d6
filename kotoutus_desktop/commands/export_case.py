"""export-case: one client of an office's file becomes a case file."""

import getpass
import os
from contextlib import closing
from pathlib import Path

from kotoutus_desktop.casefile import case_text
from kotoutus_desktop.casefile.stored import stored_case
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside, unlock, wipe

PASSPHRASE_FILE = "KOTOUTUS_PASSPHRASE_FILE"


def export_case(
    file: Path,
    number: str,
    output: Path,
    *,
    plan_number: int | None = None,
    with_identity_code: bool = False,
) -> None:
    """Write the case file of a client, by case number.

    Raises WrongPassphrase, DamagedFile, NewerFile, InvalidInput or CannotWrite; the target is
    then as it was.
    """
    if not file.is_file():
        raise DamagedFile(N_("There is no file {name}. Check its name and folder."), name=file.name)
    key = unlock(keys_beside(file), read_passphrase()).key
    try:
        with closing(Database(file, key, must_exist=True)) as database:
            text = _text(database, number, plan_number, with_identity_code=with_identity_code)
    finally:
        wipe(key)
    save_paper(output, text.encode("utf-8"))


def read_passphrase() -> str:
    """Return the passphrase from the file that the environment names, or from the terminal."""
    named = os.environ.get(PASSPHRASE_FILE)
    if not named:
        return getpass.getpass(_("Passphrase: "))
    try:
        return Path(named).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        message = N_("The passphrase file {name} cannot be read.")
        raise DamagedFile(message, name=Path(named).name) from error


def _text(
    database: Database, number: str, plan_number: int | None, *, with_identity_code: bool
) -> str:
    with database.reading() as session:
        case = stored_case(session, number, plan_number)
        return case_text(
            case.office,
            case.officer,
            case.client,
            case.assessment,
            case.plan,
            own_phrases=case.own_phrases,
            phrases=case.phrases,
            with_identity_code=with_identity_code,
        )
