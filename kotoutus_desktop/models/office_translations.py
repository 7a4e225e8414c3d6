"""The office's translations beside its file of cases: written whole, or not at all."""

from pathlib import Path

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.durable import write_durably
from kotoutus_desktop.phrases.reviewed import open_office_translations, translations_file

_FOLDER = "translations"
_NOT_WRITTEN = N_(
    "The translations cannot be written to {folder}. Check that the disk is not full and that "
    "the folder is not read-only."
)


def translations_folder(database: Path) -> Path:
    """Return where the translations of an office lie, by its file of cases."""
    return database.parent / _FOLDER


def kept_translations(folder: Path, language: str) -> bytes | None:
    """Return the office's file of a language as it is, None where there is none."""
    path = translations_file(folder, language)
    return path.read_bytes() if path.exists() else None


def keep_translations(folder: Path, language: str, content: bytes | None) -> None:
    """Put a file in place of the one of a language, or none; papers follow it at once.

    Raises CannotWrite, and then the old file is there still.
    """
    path = translations_file(folder, language)
    try:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, content)
    except OSError as error:
        raise CannotWrite(_NOT_WRITTEN, folder=str(folder)) from error
    open_office_translations(folder)
