from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.my_plan import MyPlan, my_plan
from kotoutus_desktop.documents.problems import problems
from kotoutus_desktop.documents.said import Day, Plain, Words
from kotoutus_desktop.models.office import Officer
from kotoutus_desktop.models.plan import Plan
from kotoutus_desktop.phrases.wording import Wording


def made(case: Case, **edition: Any) -> MyPlan:
    assert case.plan is not None
    wanted: Any = {"official": "fi", "other": "sv", "library": case.library, **edition}
    return my_plan(case.office, case.officer, case.client, case.plan, **wanted)


def test_every_measure_has_a_box_under_its_number_in_the_plan(case: Case) -> None:
    boxes = made(case).measures

    assert [box.number for box in boxes] == ["2.1", "2.2", "3.1", "3.2"]
    assert [box.icon for box in boxes] == ["school", "building-community", "search", "users-group"]
    assert boxes[0].first == Words("Integration training")


def test_the_goal_of_the_client_comes_first(case: Case) -> None:
    (goal,) = made(case).goals

    assert goal.number == "1"
    assert isinstance(goal.first, Wording)


def test_start_and_end_are_said_apart(case: Case) -> None:
    first, second = made(case).measures[:2]

    assert first.dates == (
        Words("Starts: {date}", {"date": Day(date(2027, 1, 11))}),
        Words("Ends: {date}", {"date": Day(date(2027, 12, 17))}),
    )
    assert second.dates == (Words("Starts: {date}", {"date": Day(date(2026, 12, 7))}),)


@pytest.mark.parametrize(
    ("extent", "hours"),
    [
        ("35 h / viikko", "35"),
        ("6 tuntia viikossa", "6"),
        ("7,5 h/vko", "7,5"),
        ("15 tim i veckan", "15"),
        ("15 timmar/vecka", "15"),
    ],
)
def test_hours_a_week_are_said_in_every_language(case: Case, extent: str, hours: str) -> None:
    plan = with_extent(case, extent)

    said = made(replace(case, plan=plan)).measures[0].more[-1]

    assert said == Words("Hours a week: {hours}", {"hours": Plain(hours)})


def test_another_extent_stays_as_it_was_written(case: Case) -> None:
    said = made(replace(case, plan=with_extent(case, "70 tuntia"))).measures[0].more[-1]

    assert said == Wording.free("70 tuntia", "fi")


def with_extent(case: Case, extent: str) -> Plan:
    assert case.plan is not None
    measure = next(measure for measure in case.plan.measures if measure.extent)
    measure.extent = extent
    return case.plan


def test_no_place_is_said_under_non_disclosure(hidden_case: Case) -> None:
    page = made(hidden_case)

    slots = [
        value
        for box in page.measures
        for said in box.more
        if isinstance(said, Wording)
        for name, value in said.slots.items()
        if name == "place"
    ]
    assert slots == ["–"]


def test_an_own_phrase_that_a_language_lacks_stands_as_it_was_written(case: Case) -> None:
    boxes = made(case, other="et").measures

    assert boxes[3].more == (Wording.free("Ruokakerho joka toinen torstai.", "fi"),)


def test_who_helps_is_the_counsellor_or_else_the_office(case: Case) -> None:
    assert made(case).counsellor == "Maija Esimerkki"

    nobody = made(replace(case, officer=Officer(name="")))

    assert nobody.counsellor == case.office.name_fi
    assert nobody.phone == case.office.phone


def test_nothing_stands_in_the_way_but_free_text(case: Case) -> None:
    found = problems(made(case).sheet)

    assert all(not problem.blocks for problem in found)


def test_neither_birth_nor_identity_code_is_said(case: Case) -> None:
    said = str(made(case).sheet.facts)

    assert "1988" not in said
    assert "U7-0214" in said
