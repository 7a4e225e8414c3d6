"""Guidance is counted without a name by a few keys, on a real file."""

from PySide6.QtCore import Qt
from sqlalchemy import select

from kotoutus_desktop.models.guidance import GuidanceContact, GuidanceReferral, GuidanceTopic
from tests.journeys.keyboard import CONTROL, Keyboard, settle

MOST_STROKES = 60


def test_two_conversations_are_counted_and_nobody_is_named(office, open_window, database) -> None:
    window, keys = open_window(), Keyboard()
    keys.press(Qt.Key.Key_6, CONTROL)
    while window.page.tabs.value() != "guidance":
        keys.press(Qt.Key.Key_PageDown, CONTROL)

    before = keys.strokes
    keys.choose("What it was about", "housing")
    keys.choose("Language", "Somali")
    keys.choose("Guided to", "Kela")
    keys.step()
    keys.choose("What it was about", "work")
    keys.step()
    settle(window, lambda: len(stored(database)) == 2)

    assert keys.strokes - before < MOST_STROKES
    first, second = stored(database)
    assert (first.topic, first.language, first.referral) == (
        *(GuidanceTopic.HOUSING, "so", GuidanceReferral.KELA),
    )
    assert (second.topic, second.language) == (GuidanceTopic.WORK, "so")
    for each in (first, second):
        assert (each.client_id, each.name, each.reach, each.note) == (None, "", "", "")


def stored(database):
    with database.reading() as session:
        return session.scalars(select(GuidanceContact).order_by(GuidanceContact.id)).all()
