from collections.abc import Callable
from datetime import date

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents import plan_frame
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.said import Day, Listed, Plain, Words
from kotoutus_desktop.documents.words import HEAD, SIGNATURES
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.plan import Acceptance
from kotoutus_desktop.rules.facts import Protection, RightOfResidence

Make = Callable[..., PlanSource]


def test_the_letterhead_is_in_the_official_language(make_source: Make) -> None:
    assert plan_frame.letterhead(make_source(official="fi")).name == "Utajärven kunta"
    head = plan_frame.letterhead(make_source(official="sv"))
    assert (head.name, head.unit) == ("Utajärvi kommun", "Invandrarservice")
    assert head.address == "Esimerkkitie 1, 91600 Utajärvi"


@pytest.mark.parametrize(
    ("right", "protection", "hidden", "points"),
    [
        (RightOfResidence.PERMIT, None, False, ("24", "25")),
        (RightOfResidence.RESIDENCE_CARD, Protection.FAMILY_OF_PROTECTED, False, ("24", "25")),
        (RightOfResidence.REGISTERED_RIGHT, None, False, ("25",)),
        (RightOfResidence.PERMIT, None, True, ("24", "25", "31")),
    ],
)
def test_the_grounds_of_secrecy_follow_from_the_client(
    make_source: Make,
    case: Case,
    right: RightOfResidence,
    protection: Protection | None,
    hidden: bool,
    points: tuple[str, ...],
) -> None:
    case.client.right_of_residence, case.client.protection = right, protection
    case.client.non_disclosure = hidden

    _, ground = plan_frame.secrecy(make_source())

    assert ground.values["points"] == Listed(points)


def test_a_name_that_is_written_alike_stands_once(make_source: Make, case: Case) -> None:
    case.client.own_script_name = case.client.full_name

    assert plan_frame.names(make_source()) == ("Amal Hassan Al-Khatib Haddad",)


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (Precision.DAY, HEAD.born_on),
        (Precision.MONTH, HEAD.born_on),
        (Precision.YEAR, HEAD.born_in),
        (Precision.UNKNOWN, HEAD.born_on),
    ],
)
def test_the_birth_date_is_as_exact_as_it_is_known(
    make_source: Make, case: Case, precision: Precision, expected: str
) -> None:
    case.client.born_precision = precision

    facts = plan_frame.facts(make_source(), with_identity_code=False)

    (born,) = [
        said
        for said in facts
        if isinstance(said, Words) and Day(case.client.born, precision) in said.values.values()
    ]
    assert born.text == expected


def test_the_identity_code_is_left_out_unless_asked_for(make_source: Make) -> None:
    code = Plain("010188-9626")

    assert code not in plan_frame.facts(make_source(), with_identity_code=False)
    assert code in plan_frame.facts(make_source(), with_identity_code=True)


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
