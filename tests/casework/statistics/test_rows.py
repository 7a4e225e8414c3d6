from datetime import date

import pytest

from kotoutus_desktop.casework.restricted import let_in
from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.casework.statistics.rows import Cell, rows_behind
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.rules.statistics import UNKNOWN, WHOLE, Part, Period, Topic
from tests.casework.statistics.offices import fill

EVER = Period(date(2020, 1, 1), date(2030, 12, 31))
VICTIMS = Cell(Topic.TARGET_GROUP, "trafficking_victim", Part.ALL)


def test_every_number_has_as_many_rows_as_it_says(database, today):
    with database.transaction() as session:
        fill(session, 10, clients=30)
    with database.reading() as session:
        for topic, table in statistics(session, EVER, today).items():
            for line in table.lines:
                for part, count in zip(table.parts, line.counts, strict=True):
                    found = rows_behind(session, EVER, Cell(topic, line.key, part), today)
                    rows = len(found.rows) + found.left_out
                    if part is Part.MONTHS:
                        rows = sum(row.months for row in found.rows)
                        assert rows <= count
                    else:
                        assert rows == count, (topic, line, part)


@pytest.fixture
def victim(database, office, officer, make_client):
    client = make_client(trafficking_victim=True, officer_id=officer.id)
    with database.transaction() as session:
        session.add(client)
    return client


@pytest.fixture
def colleague(database):
    other = Officer(name="Olli Toinen")
    with database.transaction() as session:
        session.add(other)
    return other


def behind(database, cell, today):
    with database.reading() as session:
        found = rows_behind(session, EVER, cell, today)
    return [row.whose.id for row in found.rows if row.whose], found.left_out


def test_a_restricted_case_is_listed_for_its_counsellor_and_counted_for_others(
    database, victim, officer, colleague, today
):
    database.act_as(officer.id)
    own = behind(database, VICTIMS, today)
    database.act_as(colleague.id)
    others = behind(database, VICTIMS, today)
    database.act_as(None)
    nobody = behind(database, VICTIMS, today)

    assert own == ([victim.id], 0)
    assert others == nobody == ([], 1)


def test_who_was_let_in_sees_the_row(database, victim, colleague, today):
    database.act_as(colleague.id)
    with database.transaction() as session:
        let_in(session, victim.id, colleague.id, today)

    assert behind(database, VICTIMS, today) == ([victim.id], 0)


def test_a_restricted_case_without_a_counsellor_at_work_is_listed(
    database, victim, officer, colleague, today
):
    with database.transaction() as session:
        session.get_one(Officer, officer.id).active = False
    database.act_as(colleague.id)

    assert behind(database, VICTIMS, today) == ([victim.id], 0)


def test_under_a_non_disclosure_order_the_row_has_the_number_alone(
    database, office, officer, make_client, today
):
    with database.transaction() as session:
        session.add(make_client(non_disclosure=True, officer_id=officer.id))
    database.act_as(officer.id)
    with database.reading() as session:
        cell = Cell(Topic.MUNICIPALITY, UNKNOWN, Part.ALL)
        (row,) = rows_behind(session, EVER, cell, today).rows

    assert row.whose.name == "U7-0214"


def test_a_conversation_without_a_name_is_a_row_of_nobody(database, today):
    with database.transaction() as session:
        fill(session, 3)
    with database.reading() as session:
        cell = Cell(Topic.GUIDANCE_TOPIC, WHOLE, Part.ANONYMOUS)
        found = rows_behind(session, EVER, cell, today)

    assert found.rows
    assert {row.whose for row in found.rows} == {None}


def test_months_stand_with_the_day_they_run_from(database, office, make_client, today):
    with database.transaction() as session:
        session.add(make_client())
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    with database.reading() as session:
        cell = Cell(Topic.REIMBURSEMENT, WHOLE, Part.MONTHS)
        (row,) = rows_behind(session, year, cell, today).rows

    assert (row.day, row.months) == (date(2026, 4, 1), 9)
