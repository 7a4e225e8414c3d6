from datetime import date

import pytest

from kotoutus_desktop.casework.national.pack import Stamp, enter, pack_of
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.retention import (
    add_hold,
    end_hold,
    holds_of,
    purge_list,
    verdict_of,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.assessment import Assessment
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.rules.registers import Register
from kotoutus_desktop.rules.retention import HoldKind, Standing

LONG_AGO = date(2022, 11, 23)


@pytest.fixture
def closed(database, office, make_client):
    client = make_client(closed_on=LONG_AGO)
    with database.transaction() as session:
        session.add(client)
    return client


def test_the_list_has_the_closed_cases_with_what_may_be_erased_first(
    database, office, make_client, today
):
    with database.transaction() as session:
        session.add_all(
            [
                make_client(number="U7-1"),
                make_client(number="U7-2", closed_on=date(2025, 1, 1)),
                make_client(number="U7-3", closed_on=LONG_AGO),
                make_client(number="U7-4", closed_on=date(2020, 1, 1)),
                make_client(number="U7-5", closed_on=date(2019, 1, 1)),
            ]
        )
        held = session.query(type(make_client())).filter_by(number="U7-4").one()
        add_hold(session, held.id, HoldKind.APPEAL, "HaO 1234/2026", None, today)

    with database.reading() as session:
        lines = purge_list(session, today)

    assert [(each.number, each.verdict.standing) for each in lines] == [
        ("U7-5", Standing.DUE),
        ("U7-3", Standing.DUE),
        ("U7-4", Standing.HELD),
        ("U7-2", Standing.KEPT),
    ]
    assert lines[1].last_day == date(2026, 11, 23)
    assert lines[1].name == "Amal Hassan Al-Khatib"


def test_a_restricted_case_stands_on_the_list_by_its_number(database, office, make_client, today):
    with database.transaction() as session:
        session.add(make_client(closed_on=LONG_AGO, non_disclosure=True))

    with database.reading() as session:
        (line,) = purge_list(session, today)

    assert (line.number, line.name) == ("U7-0214", "")


def test_the_office_keeps_its_cases_longer(database, closed, today):
    with database.transaction() as session:
        session.query(Office).one().retention_years = 10

    with database.reading() as session:
        (line,) = purge_list(session, today)
        assert verdict_of(session, closed.id, today) == line.verdict
    assert line.verdict.standing is Standing.KEPT


def test_a_case_is_held_until_its_matter_is_over(database, closed, officer, today):
    database.act_as(officer.id)
    with database.transaction() as session:
        hold = add_hold(session, closed.id, HoldKind.FEE, "  lasku \n 77 ", None, today)
    with database.reading() as session:
        (kept,) = holds_of(session, closed.id, today)
        assert (kept.reason, kept.officer_id) == ("lasku 77", officer.id)
        assert verdict_of(session, closed.id, today).standing is Standing.HELD

    with database.transaction() as session:
        end_hold(session, hold.id, today)

    with database.reading() as session:
        assert holds_of(session, closed.id, today) == []
        assert verdict_of(session, closed.id, today).standing is Standing.DUE


def test_a_hold_ends_by_itself_after_its_last_day(database, closed, today):
    with database.transaction() as session:
        add_hold(session, closed.id, HoldKind.REIMBURSEMENT, "KEHA", date(2026, 12, 31), today)

    with database.reading() as session:
        assert verdict_of(session, closed.id, date(2026, 12, 31)).standing is Standing.HELD
        assert verdict_of(session, closed.id, date(2027, 1, 1)).standing is Standing.DUE


@pytest.mark.parametrize(
    ("reason", "until", "field"),
    [(" ", None, "reason"), ("x" * 501, None, "reason"), ("HaO", date(2026, 11, 23), "until")],
)
def test_a_hold_needs_a_reason_and_an_end_that_is_not_past(
    database, closed, today, reason, until, field
):
    with pytest.raises(InvalidInput) as refused, database.transaction() as session:
        add_hold(session, closed.id, HoldKind.APPEAL, reason, until, today)

    assert refused.value.field == field


def test_what_must_be_in_the_national_resource_is_entered_before_a_case_is_erased(database, closed):
    later = date(2032, 1, 1)
    with database.transaction() as session:
        closed = session.get_one(type(closed), closed.id)
        closed.assessments.append(Assessment(client_id=closed.id, completed_on=date(2027, 1, 4)))
        session.flush()
        subject = closed.assessments[0].id

    with database.reading() as session:
        [line], verdict = purge_list(session, later), verdict_of(session, closed.id, later)
    assert line.verdict == verdict
    assert verdict.standing is Standing.HELD
    assert [hold.kind for hold in verdict.holds] == [HoldKind.NOT_ENTERED]

    with database.transaction() as session:
        stored = get_client(session, closed.id)
        section = pack_of(session, stored, the_office(session), later).sections[0]
        enter(session, closed.id, subject, section.fields, Stamp(Register.KOTO_AJ, later))
    with database.reading() as session:
        assert verdict_of(session, closed.id, later).standing is Standing.DUE
