from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.hours import hours_of
from kotoutus_desktop.casework.orientation.self_study import (
    StudyEntry,
    record_study,
    studies_of,
    withdraw_study,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.rules.orientation import SelfStudyGround, Topic


def test_study_is_kept_with_its_ground_and_topics(database, integration_client, today):
    client = integration_client()
    entry = StudyEntry(
        today,
        150,
        (Topic.SOCIETY, Topic.STUDYING),
        SelfStudyGround.RARE_LANGUAGE,
        reason=" no group in Tigrinya ",
        material="yhteiskuntaorientaatio.fi",
    )
    with database.transaction() as session:
        record_study(session, client.id, entry, None, today)

    with database.reading() as session:
        (kept,) = studies_of(session, client.id)
    assert (kept.minutes, kept.topics) == (150, ["society", "studying"])
    assert (kept.ground, kept.reason) == (SelfStudyGround.RARE_LANGUAGE, "no group in Tigrinya")


def test_study_without_its_ground_is_recorded_all_the_same(database, integration_client, today):
    client = integration_client()
    with database.transaction() as session:
        record_study(session, client.id, StudyEntry(today, 60), None, today)
        (kept,) = studies_of(session, client.id)

    assert kept.ground is None


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ("minutes", {"minutes": 0}),
        ("minutes", {"minutes": 70 * 60 + 1}),
        ("done_on", {"days": 1}),
        ("material", {"material": "x" * 1001}),
        ("reason", {"reason": "x" * 1001}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(database, integration_client, today, field, entry):
    client = integration_client()
    day = today + timedelta(days=entry.pop("days", 0))
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        record_study(
            session, client.id, StudyEntry(**{"done_on": day, "minutes": 60} | entry), None, today
        )

    assert refused.value.field == field
    with database.reading() as session:
        assert not studies_of(session, client.id)


def test_the_latest_stands_first_and_what_is_withdrawn_stays_without_counting(
    database, integration_client, today
):
    client = integration_client()
    with database.transaction() as session:
        for days in (3, 1, 2):
            entry = StudyEntry(today - timedelta(days=days), days * 10)
            record_study(session, client.id, entry, None, today)
    with database.transaction() as session:
        first = studies_of(session, client.id)[0]
        assert hours_of(session, client.id, today).self_study == 60
        withdraw_study(session, first.id, " typed  twice ")

    with database.reading() as session:
        kept = [(each.minutes, each.withdrawn_reason) for each in studies_of(session, client.id)]
        assert kept == [(10, "typed twice"), (20, ""), (30, "")]
        assert hours_of(session, client.id, today).self_study == 50


@pytest.mark.parametrize("reason", ["  ", "x" * 1001])
def test_nothing_is_withdrawn_without_a_reason(database, integration_client, today, reason):
    client = integration_client()
    with database.transaction() as session:
        study = record_study(session, client.id, StudyEntry(today, 60), None, today)
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        withdraw_study(session, study.id, reason)

    assert refused.value.field == "reason"
    with database.reading() as session:
        assert hours_of(session, client.id, today).self_study == 60
