"""How far the translation of each language is, as the lists and cards show it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kotoutus_desktop.documents.review_places import places
from kotoutus_desktop.errors import DamagedFile
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.phrases.review_lines import LineState, ReviewLine, review_lines
from kotoutus_desktop.phrases.reviewed import (
    REVIEWED_LANGUAGES,
    OfficeTranslations,
    office_translations,
)
from kotoutus_desktop.ui.words import language_name

_NAMED_AS = {"ku": "kmr"}  # those who read Sorani must not take it for theirs


@dataclass(frozen=True)
class LanguageState:
    """One language: its messages, and what the office has of it.

    `damaged` is why the office's file cannot be read, None where it can.
    """

    language: str
    lines: tuple[ReviewLine, ...]
    office: OfficeTranslations
    damaged: DamagedFile | None = None

    @property
    def name(self) -> str:
        """The name of the language, in that of the interface."""
        return translated_name(self.language)

    @property
    def is_office_own(self) -> bool:
        """Whether the office has taken anything back."""
        return bool(self.office.current or self.office.stale or self.office.unused or self.damaged)

    def count(self, state: LineState) -> int:
        """Return how many messages are so far."""
        return Counter(line.state for line in self.lines)[state]

    def figures(self) -> str:
        """Return the counts in words; what is none is left out."""
        total, read = len(self.lines), self.count(LineState.REVIEWED)
        said = [_("{read} of {total} reviewed").format(read=read, total=total)]
        if stale := self.count(LineState.STALE):
            said.append(ngettext("{n} out of date", "{n} out of date", stale).format(n=stale))
        if missing := self.count(LineState.MISSING):
            said.append(ngettext("{n} missing", "{n} missing", missing).format(n=missing))
        return " · ".join(said)


def translated_name(language: str) -> str:
    """Return what a language of the papers is called."""
    return language_name(_NAMED_AS.get(language, language))


def language_state(folder: Path, language: str) -> LanguageState:
    """Read how far one language is."""
    damaged = None
    try:
        office = office_translations(folder, language)
    except DamagedFile as error:
        office, damaged = OfficeTranslations({}, {}), error
    return LanguageState(language, review_lines(language, office, places()), office, damaged)


def language_states(folder: Path) -> list[LanguageState]:
    """Read how far every language is, by name."""
    states = [language_state(folder, language) for language in REVIEWED_LANGUAGES]
    return sorted(states, key=lambda state: state.name.casefold())
