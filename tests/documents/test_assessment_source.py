from uuid import UUID

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.assessment_source import AssessmentSource
from kotoutus_desktop.models.assessment import (
    Assessment,
    AssessmentParticipant,
    Interpretation,
    ParticipantRole,
)

CLIENT = UUID(int=1)
INTERPRETER = ParticipantRole.INTERPRETER


def source_of(case: Case, assessment: Assessment) -> AssessmentSource:
    return AssessmentSource(case.office, case.officer, case.client, "fi", case.library, assessment)


@pytest.mark.parametrize(
    ("way", "interpreted"),
    [(None, False), (Interpretation.NOT_NEEDED, False), (Interpretation.PHONE, True)],
)
def test_an_interview_was_interpreted_if_a_way_is_recorded(
    case: Case, way: Interpretation | None, interpreted: bool
) -> None:
    case.client.interpreter_needed = False

    assert (
        source_of(case, Assessment(client_id=CLIENT, interpretation=way)).is_interpreted
        is interpreted
    )


def test_an_interpreter_who_is_among_the_participants_is_not_listed_twice(case: Case) -> None:
    assessment = Assessment(
        client_id=CLIENT, interpretation=Interpretation.PHONE, interpreter="Tulkki Oy"
    )
    assert source_of(case, assessment).participants() == [(INTERPRETER, "Tulkki Oy")]

    assessment.participants.append(
        AssessmentParticipant(client_id=CLIENT, role=INTERPRETER, name="Tulkki 4412")
    )
    listed = source_of(case, assessment).participants()
    assert listed == [(INTERPRETER, "Tulkki 4412")]
