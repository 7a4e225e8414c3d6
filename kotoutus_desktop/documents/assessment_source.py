"""The records that the summary of an assessment is made of."""

from dataclasses import dataclass

from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.models.assessment import (
    Assessment,
    Interpretation,
    ParticipantRole,
)


@dataclass(frozen=True)
class AssessmentSource(Source):
    """Office, counsellor, client and assessment, with the language of the letterhead."""

    assessment: Assessment

    @property
    def was_interpreted(self) -> bool:
        """Whether an interpreter took part in the interview."""
        return self.assessment.interpretation not in (None, Interpretation.NOT_NEEDED)

    @property
    def is_interpreted(self) -> bool:
        """Whether an interpreter explains what stands in one language only."""
        return self.was_interpreted or self.client.interpreter_needed

    def participants(self) -> list[tuple[ParticipantRole, str]]:
        """Return who took part: the role, with name and organisation, "" where none is recorded.

        The interpreter is one of them also where only the company is recorded. An organisation
        may tell where people are: it is not named under non-disclosure.
        """
        people = [
            (person.role, self._shown(person.name, person.organisation))
            for person in self.assessment.participants
        ]
        interpreter = self.assessment.interpreter.strip()
        roles = {role for role, _shown in people}
        if self.was_interpreted and interpreter and ParticipantRole.INTERPRETER not in roles:
            people.append((ParticipantRole.INTERPRETER, interpreter))
        return people

    def _shown(self, name: str, organisation: str) -> str:
        parts = (name.strip(), "" if self.hides_places else organisation.strip())
        return ", ".join(part for part in parts if part)
