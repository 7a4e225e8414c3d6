from datetime import date
from uuid import UUID

import pytest

from kotoutus_desktop.casework.orientation.waiting_rows import (
    Standing,
    Teaching,
    WaitingFilter,
    WaitingRow,
    count_languages,
    count_municipalities,
    counts_of,
)

TODAY = date(2026, 11, 24)


def row(number=1, **facts):
    usual = {
        "key": UUID(int=number).bytes,
        "number": f"U7-{number:04d}",
        "given_names": "Amal",
        "family_names": "Al-Khatib",
        "own_script_name": "أمل",
        "non_disclosure": False,
        "mother_tongue": "ar",
        "known_well": (),
        "municipality": "049",
        "household": None,
        "since": date(2026, 10, 1),
    }
    return WaitingRow(**(usual | facts))


def test_a_name_may_be_in_own_letters_alone_or_a_number_alone():
    assert row().name == "Amal Al-Khatib"
    assert row(given_names="", family_names="").name == "أمل"
    assert row(non_disclosure=True).name == "U7-0001"


def test_the_rules_get_the_facts_and_no_name():
    home = UUID(int=7)
    facts = row(household=home.bytes, child_care=True, known_well=("en",)).facts()

    assert (facts.household, facts.child_care) == (home.hex, True)
    assert facts.languages == ("ar", "en")
    assert "Khatib" not in repr(facts)


@pytest.mark.parametrize(
    ("chosen", "taken"),
    [
        (WaitingFilter(), True),
        (WaitingFilter(language="en"), True),
        (WaitingFilter(language="so"), False),
        (WaitingFilter(municipality="049"), True),
        (WaitingFilter(municipality="091"), False),
        (WaitingFilter(child_care=True), False),
        (WaitingFilter(teaching=Teaching.NOT_JUDGED), True),
        (WaitingFilter(teaching=Teaching.CONTACT_ONLY), False),
        (WaitingFilter(begins_by=date(2027, 1, 10)), False),
        (WaitingFilter(begins_by=date(2027, 1, 11)), True),
        (WaitingFilter(standings=(Standing.ON_COURSE,)), False),
    ],
)
def test_a_filter_takes_who_fulfils_all_of_it(chosen, taken):
    assert chosen.takes(row(known_well=("en",), earliest_on=date(2027, 1, 11))) is taken


def test_a_language_counts_everybody_who_knows_it_well():
    rows = [row(1, known_well=("en",)), row(2, mother_tongue="ti", known_well=("en",))]

    assert count_languages(rows) == [("en", 2), ("ar", 1), ("ti", 1)]


def test_no_municipality_of_who_is_protected_is_counted():
    rows = [row(1), row(2, municipality=""), row(3)]

    assert count_municipalities(rows) == [("049", 2)]


def test_the_counts_add_up_in_lines_and_columns():
    rows = [
        row(1),
        row(2, mother_tongue="ti"),
        row(3, mother_tongue="ti", municipality="091"),
        row(4, mother_tongue="ti", municipality=""),
    ]

    counts = counts_of(rows)

    assert counts.languages == ("ti", "ar")
    assert counts.municipalities == ("049", "091", "")
    assert counts.lines == ((4, 2, 1, 1), (3, 1, 1, 1), (1, 1, 0, 0))


def test_nobody_is_counted_when_nobody_waits():
    assert counts_of([]).lines == ((0,),)


def test_days_are_counted_from_the_first_plan():
    assert row().days(TODAY) == 54
