"""Statute files of the office's own: which there are, and what they say of a section.

A path is kept with the office, and the file is read when it is asked about: nothing of a
statute's text comes into the program or into the file of cases.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy.orm import Session

from kotoutus_desktop.casework.register import the_office
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.reference.sections import section_on
from kotoutus_desktop.reference.statute_text import SectionText, StatuteText, statute_text
from kotoutus_desktop.rules.editions import EDITION_OF_ACT
from kotoutus_desktop.rules.section import Section

LARGEST = 5_000_000  # bytes: the Act as a page of Finlex is a tenth of it
MISSING = N_("The file is not where it was: {path}")
UNREADABLE = N_("The file cannot be read: {path}")
TOO_LARGE = N_("The file is larger than 5 MB. Save the act alone, as text or as a page.")
NOT_TEXT = N_("This is no text and no page. Save the act from Finlex as text or as HTML.")
NOT_A_STATUTE = N_("No act that the program names was found in the file.")


class UnusableStatute(KotoutusError):
    """A statute file is not there, cannot be read, or is no statute that is cited here."""


@dataclass(frozen=True)
class Quoted:
    """A section as one file has it.

    `fits`: its heading is that of the edition which is applied; None where no index tells.
    `counts`: it has all subsections of that edition, so that they can be told by number.
    """

    path: Path
    statute: StatuteText
    text: SectionText
    fits: bool | None
    counts: bool


def statute_files(session: Session) -> list[Path]:
    """Return the files that the office has pointed at, in that order."""
    return [Path(path) for path in the_office(session).statute_files]


def add_statute_file(session: Session, path: Path) -> StatuteText:
    """Point at one more file; raises UnusableStatute and keeps nothing."""
    statute, office = read_statute(path), the_office(session)
    kept = [each for each in office.statute_files if each != str(path)]
    office.statute_files = [*kept, str(path)]
    return statute


def remove_statute_file(session: Session, path: Path) -> None:
    """Forget a file; the file itself is left alone."""
    office = the_office(session)
    office.statute_files = [each for each in office.statute_files if each != str(path)]


def read_statute(path: Path) -> StatuteText:
    """Return the statute in a file; raises UnusableStatute."""
    try:
        facts = path.stat()
        if facts.st_size > LARGEST:
            raise UnusableStatute(TOO_LARGE)
        return _read(path, facts.st_mtime_ns, facts.st_size)
    except FileNotFoundError as error:
        raise UnusableStatute(MISSING, path=path) from error
    except OSError as error:
        raise UnusableStatute(UNREADABLE, path=path) from error


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int, _size: int) -> StatuteText:
    """Read a file once as long as it stays as it is."""
    statute = statute_text(_letters(path.read_bytes()))
    if statute is None:
        raise UnusableStatute(NOT_A_STATUTE)
    return statute


def _letters(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content or content.startswith(b"%PDF"):
        raise UnusableStatute(NOT_TEXT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def quoted(files: Sequence[Path], section: Section, language: str) -> list[Quoted]:
    """Return what the files say of a section: the newest amending act first, the Act last.

    Once a file has the section as the edition applied has it, older ones are left out. In the
    language of `language` where a file has it, otherwise in the one there is. A file
    that is unusable says nothing here: `faults` tells of it.
    """
    found = sorted(_all_quoted(files, section), key=_newest_first)
    same = [each for each in found if each.statute.language == language] or found
    whole = next((n for n, each in enumerate(same) if each.fits and each.counts), len(same))
    return same[: whole + 1]


def _all_quoted(files: Sequence[Path], section: Section) -> Iterator[Quoted]:
    for path in files:
        try:
            statute = read_statute(path)
        except UnusableStatute:
            continue
        text = statute.sections.get(section.number)
        if text is not None and section.act in (statute.act, statute.amends):
            yield _quoted(path, statute, text, section)


def _quoted(path: Path, statute: StatuteText, text: SectionText, section: Section) -> Quoted:
    since = EDITION_OF_ACT.get(section.act)
    known = section_on(section.act, section.number, since) if since else None
    heading = known.heading(statute.language) if known else ""
    fits = text.heading.casefold() == heading.casefold() if heading and text.heading else None
    counts = known is not None and len(text.subsections) == known.subsections
    return Quoted(path, statute, text, fits, counts)


def _newest_first(each: Quoted) -> tuple[bool, int, int]:
    number, _slash, year = each.statute.act.partition("/")
    return not each.statute.amends, -int(year or 0), -int(number or 0)


def faults(files: Sequence[Path]) -> list[tuple[Path, UnusableStatute]]:
    """Return the files that cannot be used, and why."""
    found = []
    for path in files:
        try:
            read_statute(path)
        except UnusableStatute as error:
            found.append((path, error))
    return found
