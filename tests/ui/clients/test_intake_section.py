"""Every column of a client is on the form or is left out for a reason, and comes back as stored."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import inspect

from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    Contact,
    ContactChannel,
    DatumSource,
    Guardian,
    GuardianKind,
    JobseekerPeriod,
    ObstacleKind,
    ObstaclePeriod,
    SourceKind,
)
from kotoutus_desktop.models.client import Client, HouseholdRole, Precision
from kotoutus_desktop.rules.facts import Protection, RightOfResidence
from tests.ui.clients.intake_steps import opened

NOT_ON_THE_FORM = {
    "id": "made by the program",
    "number": "given when the client is stored",
    "sort_name": "kept by the search",
    "officer_id": "whoever registers; changed on the client's page",
    "created_at": "the moment of registering",
    "closed_on": "ending the client relationship is an act of the client's page",
    "closing_reason": "as closed_on",
    "closing_note": "as closed_on",
    "household": "joined and left by acts of the household part",
    "sources": "one line under every part",
    "assessments": "a page of their own",
    "plans": "a page of their own",
    "referrals": "a page of their own",
}
WHOLE = {
    "family_names": "García Márquez",
    "given_names": "Lucía Inés",
    "call_name": "Lucía",
    "own_script_name": "لوسيا",
    "earlier_names": "Lucía Pérez",
    "identity_code": "140388-9006",
    "born": date(1988, 3, 1),
    "born_precision": Precision.MONTH,
    "citizenships": ["760", "991"],
    "mother_tongue": "ar",
    "other_languages": ["so", "en"],
    "service_language": "so",
    "integration_language": "sv",
    "interpreter_needed": True,
    "dialect": "Aleppo",
    "literacy": "LK1",
    "reads": ["ar"],
    "other_arrangements": "Esteetön huone",
    "right_of_residence": RightOfResidence.RESIDENCE_CARD,
    "residence_ground": "eu_family_card",
    "first_granted": date(2025, 3, 12),
    "permit_valid_until": date(2028, 3, 12),
    "arrived_on": date(2025, 1, 2),
    "protection": Protection.OTHER_PROTECTION,
    "came_unaccompanied": True,
    "trafficking_victim": True,
    "reached_on": date(2026, 2, 3),
    "asked_for_assessment": True,
    "judged_to_need": False,
    "need_reason": "Käy jo töissä.",
    "other_client_plan": "Lastensuojelu, Oulu",
    "home_municipality": "889",
    "first_home_municipality_on": date(2025, 4, 1),
    "street": "Kirkkotie 3 A 4",
    "postal_code": "91600",
    "town": "Utajärvi",
    "phone": "040 555 0100",
    "email": "lucia@example.org",
    "safe_contact": "Vain tekstiviesti",
    "restricted": True,
    "non_disclosure": True,
    "non_disclosure_until": date(2027, 5, 1),
    "household_role": HouseholdRole.ADULT,
}


def whole_client():
    client = Client(**WHOLE)
    day, end = date(2026, 1, 5), date(2026, 3, 5)
    client.contacts = [
        Contact(
            client_id=client.id,
            learned_on=day,
            channel=ContactChannel.KELA,
            made_by="Kela, Oulu",
            consented_on=day,
            outcome="Aika varattu",
            handled_on=end,
        )
    ]
    client.jobseeker_periods = [
        JobseekerPeriod(client_id=client.id, starts_on=day, ends_on=end, unemployed=False)
    ]
    client.benefit_periods = [
        BenefitPeriod(
            client_id=client.id,
            kind=BenefitKind.SOCIAL_ASSISTANCE,
            starts_on=day,
            ends_on=end,
            not_temporary=True,
            reason="Yli puoli vuotta",
        )
    ]
    client.obstacle_periods = [
        ObstaclePeriod(client_id=client.id, kind=ObstacleKind.PARENTAL, starts_on=day, ends_on=end)
    ]
    client.guardians = [
        Guardian(
            client_id=client.id,
            kind=GuardianKind.REPRESENTATIVE,
            name="Eeva Edustaja",
            phone="040 555 0101",
            email="eeva@example.org",
            person_id=UUID(int=7),
            applied_on=day,
            appointed_on=end,
        )
    ]
    client.sources = [
        DatumSource(
            client_id=client.id,
            subject="residence",
            source=SourceKind.DOCUMENT,
            detail="oleskelulupakortti",
            recorded_on=day,
        )
    ]
    return client


def values(record):
    """Return every column of a record but its time of storing."""
    columns = inspect(type(record)).columns.keys()
    return {column: getattr(record, column) for column in columns}


def everything(client):
    parts = ("contacts", "jobseeker_periods", "benefit_periods", "obstacle_periods")
    rows = {
        part: [values(row) for row in getattr(client, part)]
        for part in (*parts, "guardians", "sources")
    }
    return values(client) | rows


@pytest.fixture
def stored(database, office, today):
    client = whole_client()
    with database.transaction() as session:
        store_client(session, client, today)
    return client


def test_every_column_is_on_the_form_or_left_out_for_a_reason(qtbot, workspace):
    page = opened(qtbot, workspace)
    on_the_form = set().union(*(section.columns for section in page.sections))

    columns = set(inspect(Client).attrs.keys())
    assert columns - on_the_form == set(NOT_ON_THE_FORM)
    assert on_the_form - columns == set()


def test_the_example_fills_every_column_of_the_form(qtbot, workspace):
    page = opened(qtbot, workspace)
    on_the_form = set().union(*(section.columns for section in page.sections))

    assert {c for c in on_the_form if not getattr(whole_client(), c)} <= {"judged_to_need"}


def test_a_form_that_is_recorded_as_it_came_changes_nothing(qtbot, workspace, database, stored):
    with database.reading() as session:
        before = everything(get_client(session, stored.id))
    page = opened(qtbot, workspace, stored.id)
    assert page.record()

    with database.reading() as session:
        assert everything(get_client(session, stored.id)) == before


def test_a_new_client_gets_every_field_of_the_form(qtbot, workspace, database, stored):
    page = opened(qtbot, workspace, stored.id)
    typed = {name: field.state() for name, field in page.fields.items()}
    with database.transaction() as session:
        session.delete(get_client(session, stored.id))
    other = opened(qtbot, workspace)
    other.restore(typed)
    assert other.record()

    with database.reading() as session:
        copy = get_client(session, other.subject)
        assert {column: getattr(copy, column) for column in WHOLE} == WHOLE
        assert [guardian.name for guardian in copy.guardians] == ["Eeva Edustaja"]


def test_a_source_other_than_the_client_is_recorded_with_who_and_when(
    qtbot, workspace, database, stored, today
):
    page = opened(qtbot, workspace, stored.id)
    page.names.source.set_value((SourceKind.AUTHORITY, "Migri"))
    page.residence.source.set_value((SourceKind.CLIENT, ""))
    page.record()

    with database.reading() as session:
        (source,) = get_client(session, stored.id).sources
    assert (source.subject, source.source, source.detail) == ("names", "authority", "Migri")
    assert (source.recorded_by, source.recorded_on) == (workspace.officer_id, today)
