from datetime import date

from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    BenefitPeriod,
    DatumSource,
    JobseekerPeriod,
    SourceKind,
)
from kotoutus_desktop.models.client import Client


def test_periods_come_back_in_the_order_of_their_days(database, make_client):
    client = make_client()
    for start in (date(2026, 9, 1), date(2026, 1, 1), date(2026, 5, 1)):
        client.jobseeker_periods.append(JobseekerPeriod(client_id=client.id, starts_on=start))
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        kept = session.get_one(Client, client.id)
        assert [period.starts_on.month for period in kept.jobseeker_periods] == [1, 5, 9]


def test_a_judgement_that_was_not_made_is_neither_yes_nor_no(database, make_client):
    client = make_client()
    client.benefit_periods = [
        BenefitPeriod(
            client_id=client.id, kind=BenefitKind.SOCIAL_ASSISTANCE, starts_on=date(2026, 1, 1)
        )
    ]
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        assert session.get_one(Client, client.id).benefit_periods[0].not_temporary is None


def test_a_datum_from_elsewhere_keeps_its_source(database, make_client, officer, today):
    client = make_client()
    client.sources = [
        DatumSource(
            client_id=client.id,
            subject="residence",
            source=SourceKind.AUTHORITY,
            detail="Maahanmuuttovirasto",
            recorded_by=officer.id,
            recorded_on=today,
        )
    ]
    with database.transaction() as session:
        session.add(client)

    with database.reading() as session:
        (source,) = session.get_one(Client, client.id).sources
        assert (source.source, source.recorded_by) == (SourceKind.AUTHORITY, officer.id)
