from collections.abc import Callable
from datetime import date

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents import plan_frame
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.documents.words import SIGNATURES
from kotoutus_desktop.models.plan import Acceptance

Make = Callable[..., PlanSource]


@pytest.mark.parametrize(
    ("acceptance", "expected"),
    [
        (Acceptance.SIGNED, SIGNATURES.agreed),
        (None, SIGNATURES.agreed),
        (Acceptance.ORAL, SIGNATURES.accepted_orally),
        (Acceptance.NOT_ACCEPTED, SIGNATURES.not_accepted),
    ],
)
def test_the_paper_says_how_the_client_accepted_the_plan(
    make_source: Make, case: Case, acceptance: Acceptance | None, expected: str
) -> None:
    assert case.plan is not None
    case.plan.acceptance, case.plan.copy_given_on = acceptance, date(2026, 11, 24)

    stated = plan_frame.statements(make_source())

    assert [said.text for said in stated if isinstance(said, Words)] == [
        expected,
        SIGNATURES.copy_given,
    ]


def test_everybody_at_the_table_signs_once(make_source: Make, hidden_case: Case) -> None:
    signed = plan_frame.signatures(make_source(hidden_case))

    assert [(signature.role.text, signature.name) for signature in signed] == [
        (SIGNATURES.client, "Oksana Viktorivna Bondarenko"),
        (SIGNATURES.representative, "Edla Edustaja"),
        (SIGNATURES.counsellor, "Maija Esimerkki"),
        (SIGNATURES.interpreter, ""),
        (SIGNATURES.county, "Soili Sosiaali"),
        (SIGNATURES.support_person, "Tuija Tuki"),
    ]


def test_an_adult_has_no_guardian_to_sign(make_source: Make, hidden_case: Case) -> None:
    hidden_case.client.born = date(2000, 1, 1)
    assert hidden_case.plan is not None
    hidden_case.plan.participants.clear()

    signed = plan_frame.signatures(make_source(hidden_case))

    assert SIGNATURES.representative not in [signature.role.text for signature in signed]
