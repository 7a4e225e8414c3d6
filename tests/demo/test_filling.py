from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kotoutus_desktop.casework import due, overview
from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.casework.overview import Stage
from kotoutus_desktop.casework.register import disagreement, faults_of, the_office
from kotoutus_desktop.demo.filling import fill
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.database import Database
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.plan import PlanState
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.rules.due import Basis, StepKind
from kotoutus_desktop.rules.entitlement import grounds
from kotoutus_desktop.rules.facts import AssessmentDuty
from kotoutus_desktop.rules.identity_code import identity_code


def clients(session: Session) -> list[Client]:
    ids = session.scalars(select(Client.id).order_by(Client.number)).all()
    return [session.get_one(Client, client_id) for client_id in ids]


def test_there_are_forty_clients_and_all_have_names_of_their_own(filled: Database) -> None:
    with filled.reading() as session:
        people = clients(session)

    assert len(people) == 40
    assert len({(person.family_names, person.given_names) for person in people}) == 40
    assert len({person.number for person in people}) == 40


def test_every_client_passes_the_checks_of_the_intake(filled: Database, today: date) -> None:
    with filled.reading() as session:
        faults = [fault for person in clients(session) for fault in faults_of(person, today)]
        disagreeing = [person for person in clients(session) if disagreement(person, today)]

    assert faults == []
    assert disagreeing == []


def test_identity_codes_are_those_that_no_real_person_has(filled: Database, today: date) -> None:
    with filled.reading() as session:
        codes = [person.identity_code for person in clients(session) if person.identity_code]

    assert len(set(codes)) == len(codes) >= 20
    assert all(identity_code(code, today).temporary for code in codes)


def test_every_answer_of_the_act_and_every_stage_are_there(filled: Database, today: date) -> None:
    with filled.reading() as session:
        seen = []
        for person in clients(session):
            filled.visit.officer = person.officer_id  # who may open the case, and has said why
            filled.visit.opened.add(person.id)
            seen.append(overview.overview(session, person.id, today))

    assert {each.duty for each in seen} == set(AssessmentDuty)
    assert {each.stage for each in seen} == set(Stage)


def test_every_point_of_section_14_is_there(filled: Database, today: date) -> None:
    with filled.reading() as session:
        found = [
            (section.moment, section.point)
            for person in clients(session)
            for section in grounds(person_facts(person, today), today)
        ]

    assert set(found) == {*((1, point) for point in range(1, 8)), (6, None)}


def test_births_are_known_to_the_day_to_the_year_and_not_at_all(filled: Database) -> None:
    with filled.reading() as session:
        precisions = Counter(person.born_precision for person in clients(session))

    assert set(precisions) >= {Precision.DAY, Precision.YEAR, Precision.UNKNOWN}


@pytest.mark.parametrize(
    "day",
    [
        date(2028, 2, 29),
        *(
            pytest.param(day, marks=pytest.mark.whole)
            for day in (date(2026, 1, 1), date(2027, 8, 31), date(2026, 12, 31))
        ),
    ],
)
def test_on_any_day_something_is_late_something_due_this_week_and_something_later(
    tmp_path: Path, day: date
) -> None:
    database = Database(tmp_path / "demo.kotoutus", bytes(32))
    officer, count = fill(database, day, datetime.combine(day, time(12), UTC))

    with database.reading() as session:
        rows = due.due_rows(session, day, officer.id)
    database.close()

    law = [row.item for row in rows if row.item.basis is Basis.STATUTORY]
    days = [item.due for item in law if item.due]
    assert count == 40
    assert {item.kind for item in law if item.overdue} >= {
        StepKind.REVIEW_PLAN,
        StepKind.REFER_TO_SERVICE,
        StepKind.RENEW_OR_CLOSE_PLAN,
    }
    assert any(day <= due_on <= day + timedelta(days=7) for due_on in days)
    assert any(due_on > day + timedelta(days=7) for due_on in days)


def test_every_plan_can_be_printed_in_the_language_of_its_client(filled: Database) -> None:
    blocking, languages = [], set()
    with filled.reading() as session:
        office = the_office(session)
        for person in clients(session):
            officer = session.get_one(Officer, person.officer_id)
            other = person.service_language if person.service_language in CLIENT_LANGUAGES else None
            for plan in person.plans:
                sheet = plan_sheet(
                    office,
                    officer,
                    person,
                    plan,
                    official="sv" if person.integration_language == "sv" else "fi",
                    other=other,
                    draft=plan.state is PlanState.DRAFT,
                )
                languages.add(other)
                blocking += [(person.number, found) for found in problems(sheet) if found.blocks]

    assert blocking == []
    assert languages >= {"ar", "fa", "ru", "uk", "so", "en"}


def test_the_client_under_non_disclosure_has_no_address(filled: Database) -> None:
    with filled.reading() as session:
        hidden = [person for person in clients(session) if person.non_disclosure]

    assert hidden
    assert not any(person.street or person.phone or person.town for person in hidden)


def test_children_have_guardians_and_the_unaccompanied_a_representative(filled: Database) -> None:
    with filled.reading() as session:
        people = clients(session)
        kinds = {person.call_name: [g.kind for g in person.guardians] for person in people}

    assert kinds["Layan"] == ["guardian", "guardian"]
    assert kinds["Danylo"] == ["guardian"]
    assert kinds["Tesfay"] == ["representative"]
