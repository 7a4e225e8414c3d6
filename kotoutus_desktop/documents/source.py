"""The records that a client's paper is made of, read with an eye on what may be printed."""

from dataclasses import dataclass, replace

from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import UNTOLD, Plain
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import Library, SlotKind
from kotoutus_desktop.phrases.wording import Wording


@dataclass(frozen=True)
class Source:
    """Office, counsellor and client, with the language of the letterhead (fi or sv)."""

    office: Office
    officer: Officer
    client: Client
    official: str
    library: Library

    @property
    def hides_places(self) -> bool:
        """Whether nothing may be printed that tells where the client is to be found."""
        return self.client.hides_place

    @property
    def is_interpreted(self) -> bool:
        """Whether an interpreter explains what stands in one language only."""
        return self.client.interpreter_needed

    def official_text(self, finnish: str, swedish: str) -> str:
        """Return the text in the official language, or the other where that one is empty."""
        return official_text(self.official, finnish, swedish)

    def wording(self, wording: Wording) -> Wording:
        """Return the wording as it may be printed: without places under non-disclosure."""
        phrase = self.library.get(wording.phrase) if self.hides_places else None
        if phrase is None:
            return wording
        places = {slot.name: UNTOLD for slot in phrase.slots if slot.kind is SlotKind.PLACE}
        return replace(wording, slots={**wording.slots, **places})

    def lines(
        self, wording: Wording, label: str | None = None, *, strong: bool = False
    ) -> list[Line]:
        """Return the line of a wording; none where nothing is said."""
        if wording.is_empty:
            return []
        return [Line(self.wording(wording), label, strong)]

    def typed(self, text: str, label: str | None = None) -> list[Line]:
        """Return the line of free text that has no language of its own: the office's."""
        return self.lines(Wording.free(text, self.office.official_language), label)


def official_text(official: str, finnish: str, swedish: str) -> str:
    """Return the text in the official language, or the other where that one is empty."""
    return (swedish or finnish) if official == "sv" else (finnish or swedish)


def named(text: str, label: str) -> list[Line]:
    """Return the line of a name; none where it is empty."""
    return [Line(Plain(text.strip()), label)] if text.strip() else []
