from datetime import date

from sqlalchemy import event

from kotoutus_desktop.casework.listing import (
    languages_in_use,
    municipalities_in_use,
    standings,
)
from kotoutus_desktop.casework.overview import Stage, overview
from kotoutus_desktop.casework.register import close_client, get_client
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.rules.due import StepKind
from tests import casebook


def look(database, ids, on):
    with database.reading() as session:
        return standings(session, ids, on)


def register(database, officer, make_client, today, **fields):
    with database.transaction() as session:
        return casebook.registered(session, make_client(number="", **fields), officer, today)


def test_a_row_says_the_same_as_the_page_of_the_client(database, planned, today):
    row = look(database, [planned.id], today)[planned.id]

    with database.reading() as session:
        page = overview(session, planned.id, today)
    assert (row.stage, row.next_step, row.plan_number) == (
        page.stage,
        page.next_step,
        page.plan_number,
    )


def test_a_plan_that_has_run_out_says_when(database, planned):
    row = look(database, [planned.id], date(2027, 11, 25))[planned.id]

    assert (row.stage, row.ended_on, row.plan_number) == (
        Stage.PLAN_ENDED,
        date(2027, 11, 24),
        None,
    )


def test_a_closed_case_rests_since_its_day(database, client, today):
    with database.transaction() as session:
        close_client(session, get_client(session, client.id), today, ClosingReason.NO_NEED)

    row = look(database, [client.id], today)[client.id]
    assert (row.stage, row.ended_on) == (Stage.CLOSED, today)
    assert row.next_step.kind is StepKind.NONE


def test_twenty_rows_take_no_more_queries_than_one(database, officer, office, make_client, today):
    ids = [register(database, officer, make_client, today).id for _ in range(20)]

    def queries(wanted):
        sent = []
        with database.reading() as session:
            connection = session.connection()

            def note(*_):
                sent.append(1)

            event.listen(connection, "before_cursor_execute", note)
            assert len(standings(session, wanted, today)) == len(wanted)
            event.remove(connection, "before_cursor_execute", note)
        return len(sent)

    assert queries(ids) == queries(ids[:1])


def test_nobody_asked_for_is_nobody_looked_up(database, today):
    assert look(database, [], today) == {}


def test_languages_are_offered_with_their_numbers(database, officer, office, make_client, today):
    for language in ("so", "ar", "ar", ""):
        register(database, officer, make_client, today, service_language=language)

    with database.reading() as session:
        assert languages_in_use(session) == [("ar", 2), ("so", 1)]


def test_the_place_of_a_person_under_non_disclosure_is_not_counted(
    database, officer, office, make_client, today
):
    register(database, officer, make_client, today, home_municipality="889")
    register(database, officer, make_client, today, home_municipality="564", non_disclosure=True)

    with database.reading() as session:
        assert municipalities_in_use(session) == [("889", 1)]
