from datetime import date

import pytest
from sqlalchemy import select

from kotoutus_desktop.casework.guidance import (
    GuidanceEntry,
    guidance_by_month,
    guidance_of,
    record_guidance,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceReferral, GuidanceTopic

TODAY = date(2026, 11, 24)
HOUSING = GuidanceTopic.HOUSING


def test_a_count_tells_of_nobody(database, officer):
    with database.transaction() as session:
        record_guidance(session, GuidanceEntry(HOUSING, "so", minutes=5), officer.id, TODAY)

    with database.reading() as session:
        stored = session.scalars(select(GuidanceContact)).one()
    assert (stored.client_id, stored.name, stored.note, stored.consented_on) == (None, "", "", None)
    assert (stored.topic, stored.language, stored.minutes) == (HOUSING, "so", 5)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (GuidanceEntry(None), "topic"),
        (GuidanceEntry(HOUSING, minutes=-1), "minutes"),
        (GuidanceEntry(HOUSING, minutes=24 * 60), "minutes"),
        (GuidanceEntry(HOUSING, name="Amal"), "consented"),
        (GuidanceEntry(HOUSING, reach="040 123"), "consented"),
        (GuidanceEntry(HOUSING, note="Etsii asuntoa."), "consented"),
        (GuidanceEntry(HOUSING, reach="040 123", consented=True), "name"),
    ],
)
def test_a_name_without_consent_and_what_cannot_be_are_refused(database, officer, entry, field):
    with database.transaction() as session, pytest.raises(InvalidInput) as refused:
        record_guidance(session, entry, officer.id, TODAY)

    assert refused.value.field == field
    with database.reading() as session:
        assert session.scalars(select(GuidanceContact)).all() == []


def test_with_consent_it_is_kept_with_its_day_for_a_client(database, officer, make_client):
    client = make_client()
    with database.transaction() as session:
        session.add(client)
        session.flush()
        entry = GuidanceEntry(HOUSING, client_id=client.id, note="Etsii asuntoa.", consented=True)
        record_guidance(session, entry, officer.id, TODAY)

    with database.reading() as session:
        (kept,) = guidance_of(session, client.id)
    assert (kept.consented_on, kept.note) == (TODAY, "Etsii asuntoa.")


def test_the_counts_of_a_month_add_up(database, officer):
    entries = [
        (date(2026, 10, 31), GuidanceEntry(HOUSING, "so", minutes=5)),
        (date(2026, 11, 1), GuidanceEntry(HOUSING, "ar", GuidanceReferral.KELA, 10)),
        (date(2026, 11, 2), GuidanceEntry(GuidanceTopic.WORK, "ar", minutes=20)),
        (date(2025, 12, 31), GuidanceEntry(HOUSING)),
    ]
    with database.transaction() as session:
        for day, entry in entries:
            record_guidance(session, entry, officer.id, day)

    with database.reading() as session:
        november, october = guidance_by_month(session, date(2026, 1, 1), date(2026, 12, 31))
    assert (november.month, november.contacts, november.minutes) == ((2026, 11), 2, 30)
    assert november.topics == {HOUSING: 1, GuidanceTopic.WORK: 1}
    assert november.languages == {"ar": 2}
    assert november.referrals[GuidanceReferral.KELA] == 1
    assert (october.month, october.contacts) == ((2026, 10), 1)
