"""The records that a plan's paper is made of, read with an eye on what may be printed."""

from dataclasses import dataclass, replace
from datetime import date

from kotoutus_desktop.documents.rows import Line
from kotoutus_desktop.documents.said import UNTOLD, Day, Plain, Said, Words
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.library import Library, SlotKind
from kotoutus_desktop.phrases.wording import Wording

_AGE_OF_MAJORITY = 18


@dataclass(frozen=True)
class PlanSource:
    """Office, counsellor, client and plan, with the language of the letterhead (fi or sv)."""

    office: Office
    officer: Officer
    client: Client
    plan: Plan
    official: str
    library: Library

    @property
    def hides_places(self) -> bool:
        """Whether nothing may be printed that tells where the client is to be found."""
        return self.client.non_disclosure

    @property
    def is_interpreted(self) -> bool:
        """Whether an interpreter takes part in making the plan."""
        roles = {person.role for person in self.plan.participants}
        return (
            self.plan.rights_interpreted
            or self.client.interpreter_needed
            or ParticipantRole.INTERPRETER in roles
        )

    @property
    def client_is_minor(self) -> bool:
        """Whether the client was under 18 when the plan was made; False if not known."""
        born, made = self.client.born, self.plan.made_on or self.plan.starts_on
        if born is None or made is None:
            return False
        had_birthday = (made.month, made.day) >= (born.month, born.day)
        return made.year - born.year - (not had_birthday) < _AGE_OF_MAJORITY

    def official_text(self, finnish: str, swedish: str) -> str:
        """Return the text in the official language, or the other where that one is empty."""
        return (swedish or finnish) if self.official == "sv" else (finnish or swedish)

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

    def typed(self, text: str, label: str) -> list[Line]:
        """Return the line of free text that has no language of its own: the office's."""
        return self.lines(Wording.free(text, self.office.official_language), label)


def named(text: str, label: str) -> list[Line]:
    """Return the line of a name; none where it is empty."""
    return [Line(Plain(text.strip()), label)] if text.strip() else []


def period(starts: date | None, ends: date | None) -> Said | None:
    """Return a time with one or two ends; None where no day is known."""
    if starts and ends and starts != ends:
        return Words(MEASURES.period, {"start": Day(starts), "end": Day(ends)})
    if starts and ends:
        return Day(starts)
    if starts:
        return Words(MEASURES.starting, {"start": Day(starts)})
    return Words(MEASURES.ending, {"end": Day(ends)}) if ends else None
