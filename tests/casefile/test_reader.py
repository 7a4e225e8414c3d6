import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kotoutus_desktop.casefile import CaseRefused, read_case
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.plan import Term


def refusal(source: Any) -> str:
    with pytest.raises(CaseRefused) as caught:
        read_case(source)
    return str(caught.value.faults)


def test_a_case_is_read_with_all_that_hangs_on_it(golden_text: str) -> None:
    case = read_case(golden_text)

    assert case.client.family_names == "Al-Khatib Haddad"
    assert case.client.born == date(1988, 1, 1)
    assert case.client.born_precision is Precision.YEAR
    assert case.client.other_languages == ["ckb", "tr"]
    assert case.client.created_at == datetime(2026, 4, 2, 7, 30, tzinfo=UTC)
    assert case.plan is not None
    assert [goal.term for goal in case.plan.goals] == [Term.LONG, Term.PERIOD, Term.PERIOD]
    assert {measure.client_id for measure in case.plan.measures} == {case.client.id}
    assert case.plan.client is case.client


def test_what_is_left_out_has_its_default(smallest: dict[str, Any]) -> None:
    case = read_case(smallest)

    assert case.client.born_precision is Precision.UNKNOWN
    assert case.plan is None
    assert case.assessment is None


def test_a_file_with_a_byte_order_mark_is_read(smallest: dict[str, Any]) -> None:
    content = b"\xef\xbb\xbf" + json.dumps(smallest).encode()

    assert read_case(content).client.given_names == "Amal"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"format": 1,}', "Line 1, column 14: this is not JSON."),
        ("", "Line 1, column 1: this is not JSON."),
        (b"\xff\xfe", "The file is not text in UTF-8."),
        ("[" * 100_000, "this is not JSON"),
        ('{"format": ' + "9" * 5000 + "}", "this is not JSON"),
        ("[]", "whole file: write an object in braces."),
        ('{"format": 2}', "The file has format 2, and this program reads formats up to 1."),
        ('{"format": 1, "format": 1}', "The field “format” is written twice"),
    ],
)
def test_what_is_no_case_file_is_refused(source: str | bytes, expected: str) -> None:
    assert expected in refusal(source)


def test_all_faults_are_listed_at_once(smallest: dict[str, Any]) -> None:
    smallest["client"] |= {"shoe_size": 38, "born": "1988-02-30", "born_precision": "hour"}
    del smallest["officer"]["name"]

    assert refusal(smallest).splitlines() == [
        "client: there is no field “shoe_size”. Check its spelling.",
        "client.born: “1988-02-30” is not a possible date. Write year-month-day: 2026-11-24.",
        "client.born_precision: “hour” is not one of day, month, year, unknown.",
        "officer: the field “name” is missing.",
    ]


def test_a_plan_that_ends_before_it_begins_is_refused(smallest: dict[str, Any]) -> None:
    smallest["plan"] = {"starts_on": "2026-05-01", "ends_on": "2026-04-30"}

    assert "plan.ends_on: the last day 2026-04-30 is before the first day" in refusal(smallest)


def test_a_frozen_case_stays_readable_when_a_code_list_changes(smallest: dict[str, Any]) -> None:
    smallest["client"]["mother_tongue"] = "zz"

    assert "not a code of the list languages" in refusal(smallest)
    assert read_case(smallest, frozen=True).client.mother_tongue == "zz"
