"""export-translation and import-translation: a language goes to a speaker and comes back."""

from datetime import datetime
from pathlib import Path

from kotoutus_desktop.documents.review_places import check_letters, places
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.office_translations import keep_translations, translations_folder
from kotoutus_desktop.phrases.returned import Returned, recorded
from kotoutus_desktop.phrases.review_file import exported, read_returned, review_format
from kotoutus_desktop.phrases.review_lines import review_lines
from kotoutus_desktop.phrases.reviewed import office_translations, written


def export_translation(file: Path, language: str, output: Path) -> None:
    """Write what a speaker is given: the ending of the name says which kind of file.

    Raises DamagedFile, InvalidInput or CannotWrite; the target is then as it was.
    """
    office = office_translations(_folder(file), language)
    lines = review_lines(language, office, places())
    save_paper(output, exported(language, lines, review_format(output)))


def import_translation(file: Path, language: str, path: Path, reviewer: str | None) -> Returned:
    """Return what a file that came back changes, and record it under the name of a reviewer.

    Without a reviewer nothing is recorded. Raises what `read_returned` and `recorded` do, and
    CannotWrite; nothing is then recorded.
    """
    folder = _folder(file)
    office = office_translations(folder, language)
    returned = read_returned(path, language, review_lines(language, office, places()))
    check_letters(language, returned.changes)
    if reviewer is not None:
        found = recorded(office, returned, reviewer, datetime.now().astimezone().date())
        keep_translations(folder, language, written(language, found))
    return returned


def _folder(file: Path) -> Path:
    if not file.is_file():
        raise DamagedFile(N_("There is no file {name}. Check its name and folder."), name=file.name)
    return translations_folder(file)
