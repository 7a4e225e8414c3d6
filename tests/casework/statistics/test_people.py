from datetime import UTC, date, datetime

import pytest

from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.rules.statistics import UNKNOWN, WHOLE, Period, Topic

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def counted(database, office, officer, make_client, today):
    """Return the lines of a table with one client of these facts in the file."""

    def count(topic, period=YEAR, learned_on=None, **facts):
        client = make_client(officer_id=officer.id, **facts)
        with database.transaction() as session:
            session.add(client)
            session.flush()
            if learned_on:
                contact = Contact(
                    client_id=client.id, learned_on=learned_on, channel=ContactChannel.SELF
                )
                session.add(contact)
        with database.reading() as session:
            table = statistics(session, period, today)[topic]
        return {line.key: line.counts for line in table.lines}

    return count


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("131052-308T", "female"),
        ("010594Y9021", UNKNOWN),  # a temporary code, made by an office
        ("120590A115V", "male"),
        (None, UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_the_sex_is_that_of_the_identity_code_and_never_turned_round(counted, code, line):
    assert list(counted(Topic.SEX, identity_code=code)) == [WHOLE, line]


def test_a_client_becomes_new_on_the_day_of_the_first_contact_not_of_registration(counted):
    found = counted(
        Topic.GROUP,
        learned_on=date(2025, 12, 30),
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
    )

    assert found[WHOLE] == (1, 0, 1)


def test_a_client_without_a_contact_becomes_new_on_registration(counted):
    found = counted(Topic.GROUP, created_at=datetime(2026, 1, 2, tzinfo=UTC))

    assert found[WHOLE] == (1, 1, 0)


def test_who_came_after_the_period_or_left_before_it_is_not_counted(counted):
    assert counted(Topic.GROUP, learned_on=date(2027, 1, 1))[WHOLE] == (0, 0, 0)
    assert counted(Topic.GROUP, closed_on=date(2025, 12, 31))[WHOLE] == (0, 0, 0)
    assert counted(Topic.GROUP, closed_on=date(2026, 1, 1))[WHOLE] == (1, 0, 1)


@pytest.mark.parametrize("kind", ["non_disclosure", "trafficking_victim", "restricted"])
def test_the_place_of_a_restricted_case_is_not_told_and_not_filtered_by(counted, kind):
    assert counted(Topic.MUNICIPALITY, **{kind: True})[UNKNOWN] == (1, 0, 1)
    here = Period(YEAR.first, YEAR.last, "889")
    assert counted(Topic.MUNICIPALITY, here, number="U7-2")[WHOLE] == (1, 0, 1)


def test_temporary_protection_is_a_group_of_its_own(counted):
    found = counted(Topic.GROUP, residence_ground="temporary_protection")

    assert found["temporary_protection"] == (1, 0, 1)


def test_without_protection_the_right_of_residence_is_the_group(counted):
    assert counted(Topic.GROUP, protection=None)["permit"] == (1, 0, 1)
