from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.documents.course_report_sheet import (
    LanguageForm,
    Sums,
    report_tables,
    shown_reasons,
)
from kotoutus_desktop.documents.ledger_sheet import HIDDEN, Scope

SCOPE = Scope("Utajärvi", "2026", (), date(2026, 11, 24))


def numbers(tables, name):
    return next(dict(table.rows) for table in tables if table.name == name)


def test_a_number_below_five_is_hidden_and_so_is_what_it_follows_from():
    cells = [LanguageForm("Dari", "contact", started=9), LanguageForm("Tigrinya", "contact", 3)]
    started = numbers(report_tables(cells, Sums(), {}), "Started")

    assert started["Tigrinya"] == (HIDDEN, HIDDEN)
    assert HIDDEN in (*started["Dari"], *started["All languages"])


def test_large_numbers_and_zeros_are_shown():
    cells = [LanguageForm("Dari", "contact", started=9), LanguageForm("Arabic", "remote", 12)]
    started = numbers(report_tables(cells, Sums(), {}), "Started")

    assert started["All languages"] == ("21", "9", "12")
    assert started["Arabic"] == ("12", "0", "12")


def test_hours_and_costs_of_few_people_are_hidden():
    few = numbers(report_tables([], Sums(600, 4, 60, 1, 50_000, 4), {}), "Whole period")
    many = numbers(report_tables([], Sums(600, 5, 60, 5, 50_050, 5), {}), "Whole period")

    assert set(few.values()) == {(HIDDEN,)}
    assert list(many.values()) == [("10.0",), ("1.0",), ("500.50",)]


def test_a_rare_reason_never_leaves_the_office_in_its_words():
    shown = shown_reasons({"work": 7, "moved to Oulu to her sister": 1, "": 6})

    assert shown == {"work": 7, "Other reasons, or none given": 7}


def test_reasons_are_left_out_where_few_interrupted():
    cells = [LanguageForm("Dari", "contact", interrupted=3)]
    names = [table.name for table in report_tables(cells, Sums(), {"work": 3})]

    assert "Reasons of interruption" not in names


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30)))
def test_no_reason_is_ever_shown_with_fewer_than_five_unless_all_are(reasons):
    shown = shown_reasons(reasons)

    assert sum(shown.values()) == sum(reasons.values())
    if sum(reasons.values()) >= 5:
        assert all(count >= 5 for count in shown.values())
