from datetime import date

import pytest

from kotoutus_desktop.casework.listing import Standing
from kotoutus_desktop.casework.overview import Stage
from kotoutus_desktop.casework.search import Found, Row
from kotoutus_desktop.models.client import Precision
from kotoutus_desktop.models.columns import uuid7
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.section import REVIEW
from kotoutus_desktop.ui.clients.client_list_face import (
    Looks,
    client_face,
    due_cell,
    marks_in,
    stage_words,
)
from kotoutus_desktop.ui.clients.client_list_frame import name_typed

TODAY = date(2026, 11, 24)


def row(**fields):
    usual = {
        "id": uuid7(),
        "number": "U7-0214",
        "family_names": "Karimi",
        "given_names": "Muhammad",
        "call_name": "",
        "own_script_name": "محمد کریمی",
        "mother_tongue": "prs",
        "service_language": "prs",
        "interpreter_needed": True,
        "born": date(2001, 5, 6),
        "born_precision": Precision.DAY,
        "home_municipality": "889",
        "non_disclosure": False,
        "officer_id": None,
        "closed_on": None,
    }
    return Row(**(usual | fields))


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("Muhammad Karimi", "muham", ["Muham"]),
        ("Muhammad Karimi", "karimi muh", ["Muh", "Karimi"]),
        ("Mohamed Abdi Warsame", "muhamed", ["Mohamed"]),
        ("Åsa Söder-Ängström", "angst", ["Ängst"]),
        ("Amal Al-Khatib", "khat", ["Khat"]),
        ("Amal Al-Khatib", "محمد", []),
        ("Amal Al-Khatib", "", []),
        ("Muhammad Muhammad", "muhammad", ["Muhammad", "Muhammad"]),
    ],
)
def test_what_was_typed_is_marked_in_the_name(name, typed, found):
    marks = marks_in(name, typed)

    assert [name[start : start + length] for start, length in marks] == found


def test_the_whole_row_is_one_sentence():
    review = NextStep(StepKind.REVIEW_PLAN, date(2026, 11, 20), REVIEW, overdue=True)
    standing = Standing(Stage.PLAN_IN_FORCE, review, plan_number=1)

    face = client_face(row(), standing, Looks(TODAY))

    assert face.sentence == (
        "Muhammad Karimi, Dari, interpreter, Plan 1 in force, Review the plan, "
        "20.11.2026, 4 days late"
    )


def test_red_is_for_the_law_and_amber_for_the_office():
    law = NextStep(StepKind.REVIEW_PLAN, date(2026, 11, 20), REVIEW, overdue=True)
    own = NextStep(StepKind.START_ASSESSMENT, date(2026, 11, 20), REVIEW, True, target=True)
    at_once = NextStep(StepKind.START_ASSESSMENT, None, REVIEW)

    assert [due_cell(step, TODAY).tone for step in (law, own, at_once)] == [
        "danger",
        "warning",
        "warning",
    ]
    assert due_cell(own, TODAY).note == "own target"


def test_guidance_has_neither_a_day_nor_without_delay():
    assert due_cell(NextStep(StepKind.GIVE_GUIDANCE), TODAY).text == "–"


def test_a_half_done_assessment_counts_its_heads():
    standing = Standing(Stage.ASSESSING, NextStep(StepKind.CONTINUE_ASSESSMENT), answered_heads=5)

    assert stage_words(standing) == "Assessment under way, 5/9"


def test_a_name_found_by_its_sound_says_so():
    face = client_face(row(found=Found.SOUND), None, Looks(TODAY, "mohamed"))

    assert face.cells[0].note == "found by its sound"


def test_a_search_by_number_shows_number_and_birth():
    face = client_face(row(), None, Looks(TODAY, "2001"))

    assert face.cells[0].note == "U7-0214, b. 6.5.2001"


def test_only_an_own_script_name_stands_as_the_name():
    face = client_face(row(given_names="", family_names=""), None, Looks(TODAY))

    assert (face.cells[0].text, face.cells[0].own) == ("محمد کریمی", "")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("muhamed ali", "Muhamed Ali"),
        ("van der Berg", "van der Berg"),
        ("040 555", ""),
        ("  ", ""),
        ("محمد", "محمد"),
    ],
)
def test_a_name_is_taken_along_as_it_would_be_written(typed, name):
    assert name_typed(typed) == name
