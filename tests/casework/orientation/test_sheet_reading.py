from datetime import timedelta

import pytest

from kotoutus_desktop.casework.orientation.roll import Mark, roll
from kotoutus_desktop.casework.orientation.sheet_reading import (
    marks_of_codes,
    marks_of_row,
    person_of_code,
)
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.models.orientation import EnrolmentState
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.rules.sign_in_code import codes
from tests.casework.orientation.attended import HERE, mark, with_meetings

CODES = [code for code, _ in zip(codes(), range(10), strict=False)]


@pytest.fixture
def course(make_course, today):
    return make_course(starts_on=today - timedelta(days=7), ends_on=today)


@pytest.fixture
def meeting(database, course, today):
    return with_meetings(database, course, today - timedelta(days=7), 1)[0]


@pytest.fixture
def people(course, enrol, integration_client):
    state = EnrolmentState.ACCEPTED
    return [enrol(course, integration_client(), state, code=code) for code in CODES[:5]]


@pytest.fixture
def called(database, meeting, people):
    with database.reading() as session:
        return roll(session, meeting.id)


def text_of(error):
    return error.message.format(**error.values)


def told(database, called, typed, already=()):
    with database.reading() as session, pytest.raises(InvalidInput) as caught:
        person_of_code(session, called, typed, already)
    return text_of(caught.value)


def test_a_code_tells_its_person_in_small_letters_too(database, called, people):
    with database.reading() as session:
        assert person_of_code(session, called, f" {CODES[1].lower()} ").enrolment_id == people[1]


def test_a_slip_is_told_and_is_nobody(database, called):
    assert "a sign is wrong" in told(database, called, CODES[0][:2] + "Z")


def test_a_right_code_of_nobody_is_told(database, called):
    assert "nobody on the roll" in told(database, called, CODES[7])


def test_a_code_of_another_course_that_runs_that_day_names_it(
    database, called, make_course, enrol, integration_client, today
):
    other = make_course(starts_on=today - timedelta(days=20), ends_on=today + timedelta(days=20))
    enrol(other, integration_client(), EnrolmentState.ACCEPTED, code=CODES[7])

    assert f"another course: {other.number}" in told(database, called, CODES[7])


def test_whoever_takes_part_since_later_is_told(
    database, called, meeting, course, enrol, integration_client, today
):
    enrol(course, integration_client(), EnrolmentState.ACCEPTED, code=CODES[8], answered_on=today)
    with database.reading() as session:
        now = roll(session, meeting.id)

    assert "since a later day" in told(database, now, CODES[8])


def test_a_code_is_typed_once(database, called, people):
    assert "typed already" in told(database, called, CODES[0], {people[0]})


def test_codes_of_those_present_mark_the_others_absent(called, people):
    marks = marks_of_codes(called, set(people[:3]), absent=False)

    assert [marks[each].presence for each in people] == [Presence.PRESENT] * 3 + [
        Presence.ABSENT
    ] * 2


def test_codes_of_those_absent_mark_the_others_present(called, people):
    marks = marks_of_codes(called, {people[4]}, absent=True)

    assert [marks[each].presence for each in people] == [Presence.PRESENT] * 4 + [Presence.ABSENT]


def test_a_mark_that_says_more_than_the_sheet_stays(database, meeting, people):
    late, excused = Mark(Presence.LATE, 20), Mark(Presence.EXCUSED, reason="sairas")
    mark(database, meeting, {people[0]: late, people[1]: excused, people[2]: HERE})
    with database.reading() as session:
        called = roll(session, meeting.id)

    marks = marks_of_codes(called, {people[0]}, absent=False)

    assert set(marks) == set(people[2:])
    assert {each.presence for each in marks.values()} == {Presence.ABSENT}


def test_a_row_of_marks_is_that_of_the_sheet(called):
    order = [row.person.enrolment_id for row in called.rows]

    marks = marks_of_row(called, "pA L15 -e")

    assert [marks.get(each) for each in order] == [
        Mark(Presence.PRESENT),
        Mark(Presence.ABSENT),
        Mark(Presence.LATE, 15),
        None,
        Mark(Presence.EXCUSED),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("PPAP", "4 marks, but 5 rows"),
        ("PPAPPP", "6 marks, but 5 rows"),
        ("PPXPP", "X: no such mark"),
        ("PP!PP", "!: no such mark"),
        ("PPP5PP", "P5: no such mark"),
        ("PPLPP", "Row 3: write the minutes after L"),
        ("PPL0PP", "Row 3: write the minutes after L"),
        ("PPD180PP", "from 1 to 179"),
        ("", "0 marks, but 5 rows"),
    ],
)
def test_a_row_that_cannot_be_right_says_why(called, typed, said):
    with pytest.raises(InvalidInput) as caught:
        marks_of_row(called, typed)

    assert said in text_of(caught.value)
