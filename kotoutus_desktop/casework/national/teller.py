"""How a value is written for a register: plain text in the office's own language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kotoutus_desktop.i18n import interface_catalog
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import Library, SlotKind
from kotoutus_desktop.phrases.render import render, written_date
from kotoutus_desktop.phrases.wording import Wording

UNTOLD = "–"
_DIRECTIONS = re.compile("[\u200e\u200f\u2066-\u2069]")
_BLANKS = re.compile("[\u00a0\u202f]")


@dataclass(frozen=True)
class Teller:
    """Says the values of one case; with `hides_places` no phrase and no line names a place."""

    office: Office
    officers: Mapping[UUID, Officer]
    library: Library
    hides_places: bool

    @property
    def official(self) -> str:
        """The language in which the office keeps its registers: fi or sv."""
        return self.office.official_language

    def said(self, text: str, /, **values: str) -> str:
        """Return a text of the interface in the office's language."""
        return interface_catalog(self.official).gettext(text).format(**values)

    def filled(self, text: str, value: str) -> str:
        """Return a text with its `{text}`, "" where there is nothing to say."""
        return self.said(text, text=value) if value else ""

    def day(self, day: date | None) -> str:
        """Return a day as it is written, "" for none."""
        return plain(written_date(day, self.official)) if day else ""

    def wording(self, wording: Wording) -> str:
        """Return what is said, in the office's language where that is known, else as it is."""
        if wording.is_empty:
            return ""
        shown = self._without_places(wording)
        languages = (self.official, "fi", "en")
        texts = (render(shown, language, self.library) for language in languages)
        return plain(next((text for text in texts if text), shown.text))

    def contact(self, officer_id: UUID | None) -> str:
        """Return who made something and how to reach them, or the office."""
        officer, office = self.officers.get(officer_id) if officer_id else None, self.office
        name = office.name_sv if self.official == "sv" else office.name_fi
        title = ""
        if officer is not None:
            title = officer.title_sv if self.official == "sv" else officer.title_fi
        own = (officer.phone, officer.email) if officer else ("", "")
        parts = (
            *((officer.name, title) if officer else ()),
            name or office.name_fi or office.name_sv,
            own[0] or office.phone,
            own[1] or office.email,
        )
        return ", ".join(part for part in parts if part)

    def _without_places(self, wording: Wording) -> Wording:
        phrase = self.library.get(wording.phrase) if self.hides_places else None
        if phrase is None:
            return wording
        places = {slot.name: UNTOLD for slot in phrase.slots if slot.kind is SlotKind.PLACE}
        return replace(wording, slots={**wording.slots, **places})


def plain(text: str) -> str:
    """Return text as one types it: no marks of direction, no blanks that do not break."""
    return _BLANKS.sub(" ", _DIRECTIONS.sub("", text)).strip()


def lines(*texts: str) -> str:
    """Return the texts that say something, one below the other."""
    return "\n".join(text.strip() for text in texts if text and text.strip())
