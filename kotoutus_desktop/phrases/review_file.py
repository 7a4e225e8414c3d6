"""Files that go to a speaker and come back: a spreadsheet, or a gettext file."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.returned import Returned, compared
from kotoutus_desktop.phrases.review_lines import ReviewLine
from kotoutus_desktop.phrases.review_po import from_po, to_po
from kotoutus_desktop.phrases.review_sheet import from_sheet, to_sheet

LARGEST_FILE = 4_000_000  # bytes; one that goes out has a hundred thousand
_TOO_LARGE = N_("The file is too large to be a file of translations.")
_NOT_OPENED = N_("{name} cannot be read. Close it in other programs and try again.")
_OTHER_KIND = N_("Choose a spreadsheet (.xlsx) or a gettext file (.po).")


class ReviewFormat(StrEnum):
    """The kind of file; the value is the ending of its name."""

    SHEET = ".xlsx"
    PO = ".po"


def exported(language: str, lines: Iterable[ReviewLine], kind: ReviewFormat) -> bytes:
    """Return the file that a speaker is given."""
    return to_sheet(language, lines) if kind is ReviewFormat.SHEET else to_po(language, lines)


def review_format(path: Path) -> ReviewFormat:
    """Return the kind of a file by the ending of its name; raises InvalidInput."""
    try:
        return ReviewFormat(path.suffix.lower())
    except ValueError as error:
        raise InvalidInput("file", _OTHER_KIND) from error


def read_returned(path: Path, language: str, lines: Iterable[ReviewLine]) -> Returned:
    """Return what a file would change.

    Raises InvalidInput for another kind of file or language, DamagedFile for what cannot be
    read, RefusedTranslations for texts that would spoil a paper.
    """
    kind = review_format(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InvalidInput("file", _TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise DamagedFile(_NOT_OPENED, name=path.name) from error
    reader = from_sheet if kind is ReviewFormat.SHEET else from_po
    return compared(language, lines, reader(content, language))
