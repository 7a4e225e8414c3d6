"""export-case: one client of an office's file becomes a case file."""

import getpass
import os
from contextlib import closing
from pathlib import Path
from uuid import UUID

from kotoutus_desktop.casefile import case_text
from kotoutus_desktop.casefile.case import Case
from kotoutus_desktop.casework.case_export import case_to_export
from kotoutus_desktop.casework.office_file import note_wrong_tries, opening
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.key_slots import keys_beside, unlock

PASSPHRASE_FILE = "KOTOUTUS_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable


def export_case(
    file: Path,
    number: str,
    output: Path,
    *,
    plan_number: int | None = None,
    with_identity_code: bool = False,
    reason: str = "",
) -> None:
    """Write the case file of a client, by case number; a restricted case needs a `reason`.

    Raises WrongPassphrase, DamagedFile, NewerFile, InvalidInput, NotLetIn or CannotWrite; the
    target is then as it was. What is exported is noted in the log.
    """
    if not file.is_file():
        raise DamagedFile(N_("There is no file {name}. Check its name and folder."), name=file.name)
    passphrase = read_passphrase()
    with (
        opening(file, lambda: unlock(keys_beside(file), passphrase)) as (unlocked, wrong),
        closing(Database(file, unlocked.key, must_exist=True)) as database,
    ):
        database.show_to(unlocked.role)
        database.visit.officer = UUID(hex=unlocked.label) if unlocked.label else None
        note_wrong_tries(database, wrong)
        with database.transaction() as session:
            case = case_to_export(session, number, plan_number, reason)
            text = _text(case, with_identity_code=with_identity_code)
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


def _text(case: Case, *, with_identity_code: bool) -> str:
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
