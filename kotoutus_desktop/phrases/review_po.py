"""A language as a gettext file, for speakers who use a translator's tool.

What nobody has read yet is marked "fuzzy", which every such tool shows as needing work and takes
away when the speaker accepts or mends a text.
"""

import re
from collections.abc import Iterable
from io import BytesIO

from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.phrases.returned import ReadLine
from kotoutus_desktop.phrases.review_lines import ReviewLine

_SOURCE = re.compile(r"source: ([0-9a-f]{16})\b")
NOT_READABLE = N_("The file cannot be read as translations. It may be damaged, or another file.")
OTHER_LANGUAGE = N_("The file is of another language. Choose the file of this language.")


def to_po(language: str, lines: Iterable[ReviewLine]) -> bytes:
    """Return every message of a language as a gettext file."""
    from babel.messages.catalog import Catalog  # slow to load, and rarely needed
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=language, project="kotoutus-desktop", fuzzy=False, header_comment="#")
    for line in lines:
        original = line.original
        told = [line.place, f"fi: {original.finnish}", f"sv: {original.swedish}"]
        catalog.add(
            original.english,
            line.text,
            context=original.context,
            flags=() if line.is_read else ("fuzzy",),
            auto_comments=told,
            user_comments=[f"source: {original.fingerprint}", f"review: {line.said}"],
        )
    file = BytesIO()
    write_po(file, catalog, width=0)
    return file.getvalue()


def from_po(content: bytes, language: str) -> tuple[ReadLine, ...]:
    """Return the lines of a gettext file; raises DamagedFile, or InvalidInput for a wrong one."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
        written_in = str(catalog.locale_identifier or "")
        lines = tuple(
            ReadLine(
                message.context,
                str(message.id),
                _source(message.user_comments),
                str(message.string or ""),
                not message.fuzzy,
            )
            for message in catalog
            if message.id and isinstance(message.string, str | None)
        )
    except (PoFileError, ValueError, LookupError, TypeError) as error:
        raise DamagedFile(NOT_READABLE) from error
    if not lines:
        raise DamagedFile(NOT_READABLE)
    if written_in != language:
        raise InvalidInput("file", OTHER_LANGUAGE)
    return lines


def _source(comments: Iterable[str]) -> str:
    found = _SOURCE.search(" ".join(comments))
    return found[1] if found else ""
