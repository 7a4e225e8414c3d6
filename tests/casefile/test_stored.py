from collections.abc import Callable

import pytest

from kotoutus_desktop.casefile import case_text
from kotoutus_desktop.casefile.stored import stored_case
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.library import library


def test_the_latest_plan_comes_with_the_assessment_it_rests_on(
    database: Database, office: Office, officer: Officer, make_client: Callable[..., Client]
) -> None:
    client = make_client(officer_id=officer.id)
    first, second = Assessment(client_id=client.id), Assessment(client_id=client.id)
    plans = [
        Plan(client_id=client.id, number=1, assessment_id=second.id),
        Plan(client_id=client.id, number=2, assessment_id=first.id),
    ]
    with database.transaction() as session:
        session.add_all([client, first, second, *plans])

    with database.reading() as session:
        latest = stored_case(session, " U7-0214 ")
        earlier = stored_case(session, "U7-0214", 1)

        assert latest.plan is not None
        assert latest.assessment is not None
        assert (latest.plan.id, latest.assessment.id) == (plans[1].id, first.id)
        assert earlier.assessment is not None
        assert earlier.assessment.id == second.id
        assert latest.officer.id == officer.id
        assert latest.office.id == office.id


@pytest.mark.parametrize(
    ("numbers", "plan", "message"),
    [
        ([], None, "No client has the number {number}."),
        (["U7-1", "U7-1"], None, "Several clients have the number {number}."),
        (["U7-1"], 3, "The client has no plan {number}."),
    ],
)
def test_a_case_that_is_not_one_is_refused(
    database: Database,
    officer: Officer,
    make_client: Callable[..., Client],
    numbers: list[str],
    plan: int | None,
    message: str,
) -> None:
    with database.transaction() as session:
        session.add_all([make_client(number=number) for number in numbers])

    with database.reading() as session, pytest.raises(InvalidInput) as refused:
        stored_case(session, "U7-1", plan)

    assert refused.value.message == message


def test_a_file_without_an_office_is_refused(
    database: Database, make_client: Callable[..., Client]
) -> None:
    with database.transaction() as session:
        session.add(make_client())

    with database.reading() as session, pytest.raises(InvalidInput) as refused:
        stored_case(session, "U7-0214")

    assert refused.value.field == "office"


def test_an_agreed_plan_comes_with_the_words_of_its_day(
    database: Database,
    office: Office,
    officer: Officer,
    make_client: Callable[..., Client],
) -> None:
    client = make_client(officer_id=officer.id)
    plan = Plan(client_id=client.id, rights=["O-001"])
    plan.frozen_case = case_text(office, officer, client, None, plan, freezing=library())
    with database.transaction() as session:
        session.add_all([client, plan])

    with database.reading() as session:
        case = stored_case(session, "U7-0214")

        assert [phrase.code for phrase in case.phrases] == ["O-001"]
