from datetime import date

import pytest

from kotoutus_desktop.casework.orientation.course_report import ReportScope, course_report
from kotoutus_desktop.casework.statistics.counting import statistics
from kotoutus_desktop.rules.statistics import WHOLE, Period, Topic
from tests.casework.statistics.offices import fill

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def lines(database, topic, today, period=YEAR):
    with database.reading() as session:
        table = statistics(session, period, today)[topic]
    return {line.key: line.counts[0] for line in table.lines}


def test_a_case_brought_to_a_plan_has_its_assessment_and_its_plan(database, planned, today):
    found = {
        topic: lines(database, topic, today)
        for topic in (Topic.ASSESSMENT_STARTED, Topic.ASSESSMENT, Topic.PLAN)
    }

    assert found == {
        Topic.ASSESSMENT_STARTED: {WHOLE: 1, "completed": 1},
        Topic.ASSESSMENT: {WHOLE: 1, "plan_needed": 1},
        Topic.PLAN: {WHOLE: 1, "first_plan": 1},
    }


def test_a_plan_has_results_once_its_last_day_has_come_and_not_before(database, planned):
    with database.reading() as session:
        end = session.get_one(type(planned), planned.id).plans[0].ends_on
    year = Period(date(end.year, 1, 1), date(end.year, 12, 31))
    before = lines(database, Topic.PLAN_END, date(end.year - 1, 12, 31), year)
    then = lines(database, Topic.PLAN_END, end, year)
    measures = lines(database, Topic.MEASURE, end, year)

    assert before == {WHOLE: 0}
    assert then == {WHOLE: 1, "goes_on": 1}
    assert measures == {WHOLE: 1, "agreed": 1}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_courses_have_the_numbers_of_the_report_on_courses(database, today, seed):
    with database.transaction() as session:
        fill(session, seed, clients=20)
    first, last = date(2024, 1, 1), date(2026, 6, 30)
    found = lines(database, Topic.ORIENTATION, today, Period(first, last))
    with database.reading() as session:
        report = course_report(session, ReportScope(first, last))

    keys = ("started", "completed", "interrupted")
    assert [found.get(key, 0) for key in keys] == [report.total(key) for key in keys]
    assert sum(found.values())
