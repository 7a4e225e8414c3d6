"""Translations that a speaker read for this office: one gettext file for each language.

They lie beside the file of cases, so that an update of the program leaves them alone. Each one
carries a fingerprint of its original. When an update changes the original, the translation is
stale: it is neither printed nor lost, and counts again once someone has read it anew.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.catalog import (
    CLIENT_LANGUAGES,
    SOURCE_LANGUAGES,
    MessageKey,
    OfficeLayer,
    ReviewState,
    Translation,
    lay_over,
)
from kotoutus_desktop.phrases.originals import Original, originals, slots_of

REVIEWED_LANGUAGES = tuple(code for code in CLIENT_LANGUAGES if code not in SOURCE_LANGUAGES)
LARGEST_FILE = 4_000_000  # bytes; a full one has a tenth of them
_SOURCE = re.compile(r"source: ([0-9a-f]{16})\b")
_REVIEWER = re.compile(r"review: reviewed by (.+), (\d{4}-\d\d-\d\d)")
_DAMAGED = N_("The office's translations in {name} cannot be read. The program's own are used.")


@dataclass(frozen=True)
class Reviewed:
    """A translation with who read it, when, and the fingerprint of what it translates."""

    context: str | None
    english: str
    text: str
    reviewer: str
    day: date
    source: str

    @property
    def key(self) -> MessageKey:
        """How the catalogs name the message."""
        return (self.context, self.english)


@dataclass(frozen=True)
class OfficeTranslations:
    """What the office has in one language, sorted by what may be printed.

    `current` and `stale` are by the message of today, `unused` those whose message is gone.
    """

    current: Mapping[MessageKey, Reviewed]
    stale: Mapping[MessageKey, Reviewed]
    unused: tuple[Reviewed, ...] = ()

    def of(self, key: MessageKey) -> Reviewed | None:
        """Return the translation of a message, stale or not, None where there is none."""
        return self.current.get(key) or self.stale.get(key)


def open_office_translations(folder: Path) -> None:
    """From now on print what the office's files in a folder say, where they say something."""
    lay_over(partial(_layer, folder))


def translations_file(folder: Path, language: str) -> Path:
    """Return where the office's translations of a language are, whether or not there are any."""
    return folder / f"{language}.po"


def office_translations(folder: Path, language: str) -> OfficeTranslations:
    """Return what the office has in a language; raises DamagedFile."""
    path = translations_file(folder, language)
    try:
        if not path.exists():
            return OfficeTranslations({}, {})
        if path.stat().st_size > LARGEST_FILE:
            raise DamagedFile(_DAMAGED, name=path.name)
        return sorted_out(read_reviewed(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise DamagedFile(_DAMAGED, name=path.name) from error


def sorted_out(found: Iterable[Reviewed]) -> OfficeTranslations:
    """Compare translations with the originals of today."""
    by_key = {each.key: each for each in originals()}
    by_code = {each.context: each for each in originals() if each.context}
    current: dict[MessageKey, Reviewed] = {}
    stale: dict[MessageKey, Reviewed] = {}
    unused: list[Reviewed] = []
    for each in found:
        original = by_key.get(each.key) or by_code.get(each.context or "")
        if original is None:
            unused.append(each)
        elif _is_current(each, original):
            current[original.key] = each
        else:
            stale[original.key] = each
    return OfficeTranslations(current, stale, tuple(unused))


def read_reviewed(content: bytes) -> tuple[Reviewed, ...]:
    """Return the translations of a file; raises ValueError where it is none of ours."""
    from babel.messages.pofile import PoFileError, read_po  # slow to load, and rarely needed

    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
    except (PoFileError, LookupError) as error:
        raise ValueError("not a gettext file") from error
    found = []
    for message in catalog:
        said = " ".join(message.user_comments)  # long lines were broken
        source, reviewer = _SOURCE.search(said), _REVIEWER.search(said)
        if message.id and message.string and source and reviewer:
            day = date.fromisoformat(reviewer[2])
            text = str(message.string)
            key = (message.context, str(message.id))
            found.append(Reviewed(*key, text, reviewer[1], day, source[1]))
    return tuple(found)


def written(language: str, reviewed: Iterable[Reviewed]) -> bytes:
    """Return the file that `read_reviewed` reads."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=language, project="kotoutus-desktop", fuzzy=False, header_comment="#")
    for each in reviewed:
        said = f"review: reviewed by {each.reviewer}, {each.day.isoformat()}"
        comments = [f"source: {each.source}", said]
        catalog.add(each.english, each.text, user_comments=comments, context=each.context)
    file = BytesIO()
    write_po(file, catalog, width=0, omit_header=False)
    return file.getvalue()


def _is_current(each: Reviewed, original: Original) -> bool:
    # the file may have been edited by hand: a slot too many would end a print in the middle
    same = each.key == original.key and each.source == original.fingerprint
    return same and slots_of(each.text) == original.slots


def _layer(folder: Path, language: str) -> OfficeLayer:
    if language not in REVIEWED_LANGUAGES:
        return OfficeLayer()
    try:
        found = office_translations(folder, language)
    except DamagedFile:
        return OfficeLayer()  # the page of translations says so; papers use what ships
    texts = {
        key: Translation(each.text, ReviewState.REVIEWED) for key, each in found.current.items()
    }
    return OfficeLayer(texts, frozenset(found.stale))
