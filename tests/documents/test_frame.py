from collections.abc import Callable

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents import frame
from kotoutus_desktop.documents.plan_source import PlanSource
from kotoutus_desktop.documents.said import Day, Listed, Plain, Words
from kotoutus_desktop.documents.words import HEAD, RIGHTS
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.rules.facts import Protection, RightOfResidence

Make = Callable[..., PlanSource]


def test_the_letterhead_is_in_the_official_language(case: Case) -> None:
    assert frame.letterhead(case.office, "fi").name == "Utajärven kunta"
    head = frame.letterhead(case.office, "sv")
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
    case: Case,
    right: RightOfResidence,
    protection: Protection | None,
    hidden: bool,
    points: tuple[str, ...],
) -> None:
    case.client.right_of_residence, case.client.protection = right, protection
    case.client.non_disclosure = hidden

    _, ground = frame.secrecy(case.client)

    assert ground.values["points"] == Listed(points)


def test_a_name_that_is_written_alike_stands_once(case: Case) -> None:
    case.client.own_script_name = case.client.full_name

    assert frame.names(case.client) == ("Amal Hassan Al-Khatib Haddad",)


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
    case: Case, precision: Precision, expected: str
) -> None:
    case.client.born_precision = precision

    facts = frame.whose(case.client)

    (born,) = [
        said
        for said in facts
        if isinstance(said, Words) and Day(case.client.born, precision) in said.values.values()
    ]
    assert born.text == expected


@pytest.mark.rule(65, "1050/2018 § 29")
def test_the_identity_code_is_left_out_unless_asked_for(case: Case) -> None:
    code = Plain("010188-9626")

    assert code not in frame.whose(case.client)
    assert code in frame.whose(case.client, with_identity_code=True)


def test_the_contact_is_the_counsellor_or_else_the_office(make_source: Make, case: Case) -> None:
    own = frame.contact_lines(make_source())
    case.officer.phone = case.officer.email = ""
    office = frame.contact_lines(make_source(official="sv"))

    assert own[1].said == Words(RIGHTS.telephone, {"number": Plain("+358 40 555 0101")})
    assert office[0].said == Plain("Maija Esimerkki, invandrarrådgivare")
    assert office[1].said == Words(RIGHTS.telephone, {"number": Plain("08 555 0100")})
