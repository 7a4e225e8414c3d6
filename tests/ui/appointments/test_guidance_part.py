"""Guidance counted by keyboard in a real window."""

import time as clock
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceTopic
from kotoutus_desktop.ui.appointments.guidance_part import GuidancePart

TODAY = date(2026, 11, 24)


@pytest.fixture
def part(workspace, office, qtbot):
    part = GuidancePart(workspace)
    qtbot.addWidget(part)
    part.resize(1000, 800)
    part.show()
    part.activateWindow()
    qtbot.waitExposed(part)
    part.arrive("")
    return part


def contacts(database):
    with database.reading() as session:
        return session.scalars(select(GuidanceContact).order_by(GuidanceContact.id)).all()


def type_into(letters):
    QTest.keyClicks(QApplication.focusWidget(), letters)


def test_a_conversation_is_counted_by_a_few_keys_in_no_time(part, database):
    begun = clock.monotonic()
    part.card.topic.take_focus()
    type_into("hous")
    part.card.language.take_focus()
    type_into("somal")
    part.card.minutes.take_focus()
    QTest.keyClick(part.card.minutes.line, Qt.Key.Key_Return)
    taken = clock.monotonic() - begun

    (counted,) = contacts(database)
    assert (counted.topic, counted.language) == (GuidanceTopic.HOUSING, "so")
    assert (counted.name, counted.client_id, counted.consented_on) == ("", None, None)
    assert taken < 3
    assert part.card.topic.value() == ""
    assert part.card.language.value() == "so"  # people often come one after another


def test_without_a_topic_nothing_is_counted(part, database):
    part.primary()

    assert part.card.topic.has_error()
    assert contacts(database) == []


def test_a_name_is_asked_only_after_consent(part, database):
    assert part.card.named.isHidden()
    part.card.topic.set_value("work")
    part.card.consented.set_value(True)
    part.primary()
    assert part.card.name.has_error()
    part.card.name.set_value("Amal")
    part.primary()

    (named,) = contacts(database)
    assert (named.name, named.consented_on) == ("Amal", TODAY)
    assert part.card.named.isHidden()


def test_what_was_typed_before_consent_was_taken_back_is_not_stored(part, database):
    part.card.topic.set_value("work")
    part.card.consented.set_value(True)
    part.card.name.set_value("Amal")
    part.card.consented.set_value(False)
    part.primary()

    assert contacts(database)[0].name == ""


def test_a_client_is_chosen_with_their_language(part, database, make_person):
    person = make_person(service_language="ar")
    part.card.topic.set_value("work")
    part.card.consented.set_value(True)
    part.card.choose_client(person.id)
    part.primary()

    (named,) = contacts(database)
    assert (named.client_id, named.language) == (person.id, "ar")


def test_the_months_show_what_was_counted_and_are_saved(part, database, tmp_path):
    for topic in ("work", "work", "housing"):
        part.card.topic.set_value(topic)
        part.primary()
    face = part._face(part.months[0])

    assert "11/2026" in face.sentence
    assert "3 conversations" in face.sentence
    assert "work 2, housing 1" in face.sentence
    assert part.saving.save_to(tmp_path / "guidance.xlsx")
    assert (tmp_path / "guidance.xlsx").read_bytes().startswith(b"PK")
