"""Small numbers never leave, and none follows from the tables together."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kotoutus_desktop.documents.ledger_sheet import Scope
from kotoutus_desktop.documents.statistics_sheet import shown_numbers, statistics_sheet
from kotoutus_desktop.rules.statistics import (
    SAME_SUMS,
    SEPARATE,
    WHOLE,
    StatisticsTable,
    TableLine,
    Topic,
    parts_of,
)

SCOPE = Scope("Utajärven kunta", "1.1.2026–31.12.2026", ("Kunta: Utajärvi",), date(2026, 11, 24))
SMALL = range(1, 5)


def table(topic, *lines):
    """Return a table of lines without their sums: ("ar", 7, 2)."""
    made = []
    for key, *parts in lines:
        alone = len(parts_of(topic)) == 1 or topic is Topic.REIMBURSEMENT
        made.append(TableLine(key, tuple(parts) if alone else (sum(parts), *parts)))
    if topic not in SEPARATE:
        columns = zip(*(line.counts for line in made), strict=True)
        made.insert(0, TableLine(WHOLE, tuple(map(sum, columns))))
    return StatisticsTable(topic, tuple(made))


def shown(*tables):
    """Return the numbers of tables by topic and key."""
    found = shown_numbers(tables)
    return {
        each.topic: {
            line.key: numbers for line, numbers in zip(each.lines, found[each.topic], strict=True)
        }
        for each in tables
    }


def test_large_numbers_are_shown_as_they_are():
    plans = table(Topic.PLAN, ("first_plan", 12), ("next_plan", 9))

    assert shown(plans)[Topic.PLAN] == {WHOLE: (21,), "first_plan": (12,), "next_plan": (9,)}


def test_a_small_number_takes_another_with_it_so_that_the_sum_does_not_betray_it():
    plans = table(Topic.CLOSED, ("moved_away", 12), ("no_need", 9), ("other", 2))

    assert shown(plans)[Topic.CLOSED] == {
        WHOLE: (23,),
        "moved_away": (12,),
        "no_need": (None,),
        "other": (None,),
    }


def test_a_sum_that_one_table_hides_no_other_table_shows():
    one_each = [(key, 1, 0) for key in "abcdefg"]
    ages = table(Topic.AGE, ("25-34", 7, 0))
    languages = table(Topic.MOTHER_TONGUE, *one_each)
    alone, together = shown(ages), shown(ages, languages)

    assert alone[Topic.AGE][WHOLE] == (7, 7, 0)
    assert together[Topic.MOTHER_TONGUE][WHOLE][:2] == (None, None)
    assert together[Topic.AGE] == {WHOLE: (None, None, 0), "25-34": (None, None, 0)}


def test_quota_refugees_are_hidden_as_a_target_group_where_they_are_as_a_group():
    groups = table(Topic.GROUP, ("permit", 20, 20), ("quota_refugee", 9, 9), ("none", 3, 9))
    targets = table(Topic.TARGET_GROUP, ("quota_refugee", 9, 9), ("unemployed", 30, 8))
    found = shown(groups, targets)

    hidden = [n is None for n in found[Topic.GROUP]["quota_refugee"]]
    assert any(hidden)
    assert [n is None for n in found[Topic.TARGET_GROUP]["quota_refugee"]] == hidden
    assert found[Topic.TARGET_GROUP]["unemployed"] == (38, 30, 8)


def test_lines_without_a_sum_are_hidden_by_themselves():
    courses = table(Topic.ORIENTATION, ("started", 30), ("completed", 3))
    targets = table(Topic.TARGET_GROUP, ("unemployed", 30, 2), ("unaccompanied", 0, 3))
    found = shown(courses, targets)

    assert found[Topic.ORIENTATION] == {"started": (30,), "completed": (None,)}
    assert found[Topic.TARGET_GROUP]["unaccompanied"] == (None, 0, None)
    assert found[Topic.TARGET_GROUP]["unemployed"].count(None) == 2


def test_months_of_few_people_are_hidden_with_them():
    months = table(
        Topic.REIMBURSEMENT,
        ("quota_refugee", 12, 120),
        ("international_protection", 7, 70),
        ("other_protection", 2, 24),
    )
    found = shown(months)[Topic.REIMBURSEMENT]

    assert found["quota_refugee"] == (12, 120)
    assert found["international_protection"] == found["other_protection"] == (None, None)
    assert found[WHOLE] == (21, 214)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6),
    st.integers(1, 6),
)
@settings(max_examples=50)
def test_no_table_of_clients_shows_a_small_number_or_a_sum_that_another_hides(people, lines):
    by_age = [(str(place), *parts) for place, parts in enumerate(people)]
    folded = [[0, 0] for _n in range(lines)]
    for place, (new, before) in enumerate(people):
        folded[place % lines][0] += new
        folded[place % lines][1] += before
    by_language = [(str(place), *parts) for place, parts in enumerate(folded)]
    tables = (table(Topic.AGE, *by_age), table(Topic.MOTHER_TONGUE, *by_language))
    found = shown(*tables)

    assert found[Topic.AGE][WHOLE] == found[Topic.MOTHER_TONGUE][WHOLE]
    for each in tables:
        for line in each.lines:
            for number, true in zip(found[each.topic][line.key], line.counts, strict=True):
                assert number is None or (number == true and number not in SMALL)


def test_the_sheet_has_only_tables_in_which_something_was_counted():
    tables = [table(Topic.PLAN, ("first_plan", 12)), table(Topic.REVIEW, ("request", 0))]
    sheet = statistics_sheet(SCOPE, tables, lambda topic, key: f"{topic}/{key}")
    (plans,) = sheet.tables

    assert plans.name == "Plans made"
    assert plans.rows == (("plan/whole", (12,)), ("plan/first_plan", (12,)))
    assert [(bar.label, bar.count) for bar in plans.bars] == [("plan/first_plan", 12)]
    assert plans.definition.startswith("Integration plans")


def test_the_head_says_office_period_and_what_was_chosen():
    sheet = statistics_sheet(SCOPE, [], str)

    assert sheet.lines() == [
        "Office: Utajärven kunta",
        "Period: 1.1.2026–31.12.2026",
        "Kunta: Utajärvi",
        "Counted on 24.11.2026",
    ]
    assert sheet.notes()[0].startswith("* A number from 1 to 4 is hidden")


def test_every_group_of_tables_with_one_sum_is_known():
    assert {topic for topics in SAME_SUMS for topic in topics} <= set(Topic)
