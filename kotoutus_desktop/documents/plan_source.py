"""The records that a plan's paper is made of."""

from dataclasses import dataclass
from datetime import date

from kotoutus_desktop.documents.said import Day, Said, Words
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import MEASURES
from kotoutus_desktop.models.assessment import ParticipantRole
from kotoutus_desktop.models.plan import Plan

_AGE_OF_MAJORITY = 18


@dataclass(frozen=True)
class PlanSource(Source):
    """Office, counsellor, client and plan, with the language of the letterhead (fi or sv)."""

    plan: Plan

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


def period(starts: date | None, ends: date | None) -> Said | None:
    """Return a time with one or two ends; None where no day is known."""
    if starts and ends and starts != ends:
        return Words(MEASURES.period, {"start": Day(starts), "end": Day(ends)})
    if starts and ends:
        return Day(starts)
    if starts:
        return Words(MEASURES.starting, {"start": Day(starts)})
    return Words(MEASURES.ending, {"end": Day(ends)}) if ends else None
