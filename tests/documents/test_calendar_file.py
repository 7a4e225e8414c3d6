from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.documents.calendar_file import (
    LONGEST_LINE,
    CalendarDay,
    calendar_file,
    escaped,
    folded,
)

MADE = datetime(2026, 11, 24, 9, 31, tzinfo=timezone(timedelta(hours=2)))
DAY = CalendarDay("a1@kotoutus-desktop", date(2026, 12, 31), "U7-0214: Tarkista suunnitelma")


def test_a_day_is_written_as_the_standard_says():
    assert calendar_file([DAY], MADE).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kotoutus-desktop//Today//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:a1@kotoutus-desktop",
        "DTSTAMP:20261124T073100Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:U7-0214: Tarkista suunnitelma",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_same_days_give_the_same_file():
    assert calendar_file([DAY], MADE) == calendar_file([DAY], MADE.astimezone(UTC))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("back\\slash", r"back\\slash"),
        ("two\nlines\r\nthree", r"two\nlines\nthree"),
        ("20.5: §", "20.5: §"),
    ],
)
def test_marks_of_the_format_are_escaped(text, written):
    assert escaped(text) == written


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_no_line_is_too_long_and_no_letter_is_lost(text):
    parts = list(folded(f"SUMMARY:{text}"))

    assert all(len(part.encode()) <= LONGEST_LINE for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == f"SUMMARY:{text}"
    assert all(part.startswith(" ") for part in parts[1:])


def test_a_letter_of_three_octets_is_never_cut():
    (first, second) = folded("SUMMARY:" + "ሀ" * 23)

    assert len(first.encode()) == 74
    assert second == " ሀ"
