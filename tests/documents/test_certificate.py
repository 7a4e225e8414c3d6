from dataclasses import replace
from datetime import date

import pytest

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.certificate import (
    Certificate,
    Certified,
    CertifiedCourse,
    certificate,
    hours_text,
)
from kotoutus_desktop.documents.orientation_words import CERTIFICATE
from kotoutus_desktop.documents.said import Words
from kotoutus_desktop.rules.orientation import Topic
from kotoutus_desktop.rules.orientation_topics import TopicHours

COURSE = CertifiedCourse(
    "H1-K003 · Syksy", "ar", ("Ahmad Said",), date(2026, 11, 3), date(2027, 1, 21)
)
ROWS = (TopicHours(Topic.STUDYING, 270, 120), TopicHours(Topic.SOCIETY, 90, 0))
CERTIFIED = Certified(complete=False, rows=ROWS, earlier=60, courses=(COURSE,))


def made(case: Case, certified: Certified = CERTIFIED) -> Certificate:
    records = (case.office, case.officer, case.client)
    return certificate(*records, certified, official="fi", other="ar")


def test_what_is_not_complete_says_that_it_shows_participation(case: Case) -> None:
    sheet = made(case).sheet

    assert sheet.title == Words(CERTIFICATE.title_part)
    assert sheet.statements[0] == Words(CERTIFICATE.part)


def test_what_is_complete_says_so(case: Case) -> None:
    sheet = made(case, replace(CERTIFIED, complete=True)).sheet

    assert sheet.title == Words(CERTIFICATE.title)
    assert sheet.statements[0] == Words(CERTIFICATE.completed)


def test_hours_stand_by_topic_in_the_order_of_the_law_and_are_summed(case: Case) -> None:
    rows = [(row.said.text, row.teaching, row.self_study) for row in made(case).rows]

    assert rows == [
        ("How society works", "1:30", ""),
        ("Studying and study opportunities", "4:30", "2:00"),
        (CERTIFICATE.earlier, "1:00", ""),
        (CERTIFICATE.total, "7:00", "2:00"),
    ]


def test_content_without_a_topic_has_a_row_of_its_own(case: Case) -> None:
    certified = replace(CERTIFIED, rows=(TopicHours(None, 30, 0),), earlier=0)

    assert made(case, certified).rows[0].said == Words(CERTIFICATE.other)


def test_trainer_and_course_are_named(case: Case) -> None:
    facts = " ".join(map(str, made(case).sheet.facts))

    assert "Ahmad Said" in facts
    assert "H1-K003" in facts


@pytest.mark.parametrize(("minutes", "text"), [(0, ""), (5, "0:05"), (4200, "70:00")])
def test_hours_are_written_the_same_in_every_language(minutes: int, text: str) -> None:
    assert hours_text(minutes) == text
