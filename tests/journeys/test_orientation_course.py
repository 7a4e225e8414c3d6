"""From those who wait to their certificates, by keyboard, on a real file."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kotoutus_desktop.casework.orientation.certifying import certifiable
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import (
    Course,
    CourseMeeting,
    Enrolment,
    EnrolmentState,
    MeetingState,
)
from kotoutus_desktop.models.plan import Plan, PlanState
from kotoutus_desktop.rules.orientation import REQUIRED_MINUTES
from kotoutus_desktop.ui.main_window import MainWindow
from kotoutus_desktop.ui.orientation.parts import ON_COURSE
from kotoutus_desktop.ui.printing.many_dialog import ManyPapersDialog
from tests.journeys.keyboard import CONTROL, Keyboard, back_in, wait_until

PEOPLE, MEETINGS = 15, 24
INVITED_ON, FIRST, AFTER = date(2026, 11, 24), date(2027, 1, 11), date(2027, 9, 1)
ROLLS_ON, SHEET_ON = date(2027, 1, 30), date(2027, 2, 1)
PLANNED, MISSED = MeetingState.PLANNED, MeetingState.DID_NOT_HAPPEN


@pytest.fixture
def waiting(database, office, make_client):
    """Fifteen with a valid plan, in Dari or Persian; those of Persian know Dari well."""
    with database.transaction() as session:
        for number in range(PEOPLE):
            persian = number % 3 == 0
            client = make_client(
                number=f"U7-{number:04d}",
                sort_name=f"rezai {number:02d}",
                family_names="Rezai",
                given_names=f"Zahra {number:02d}",
                mother_tongue="fa" if persian else "prs",
                other_languages=["prs"] if persian else [],
                service_language="prs",
            )
            session.add(client)
            session.flush()
            session.add(
                Plan(
                    client_id=client.id,
                    state=PlanState.AGREED,
                    made_on=INVITED_ON - timedelta(days=30),
                    starts_on=INVITED_ON - timedelta(days=30),
                    ends_on=INVITED_ON + timedelta(days=330),
                )
            )


@pytest.fixture
def window(waiting, open_window):
    return open_window()


@pytest.fixture
def keys(window) -> Keyboard:
    return Keyboard()


def turn(keys: Keyboard, window: MainWindow, tab: str) -> None:
    """Go on from tab to tab until this one is chosen."""
    for _tab in ON_COURSE:
        if window.page.tabs.value() == tab:
            return
        keys.press(Qt.Key.Key_PageDown, CONTROL)
    raise AssertionError(f"no tab {tab!r}")


def rewrite(keys: Keyboard, name: str, text: str) -> None:
    """Write something else into a field."""
    keys.to(name)
    keys.press(Qt.Key.Key_A, CONTROL)
    keys.write(text)


def form_a_course(keys: Keyboard) -> None:
    """Take the proposed group, and make a course of it: its members are invited."""
    keys.press(Qt.Key.Key_5, CONTROL)
    for _step in ("propose", "open the group", "make the course"):
        keys.step()


def plan(keys: Keyboard, window: MainWindow) -> None:
    """Plan 24 meetings of 2 h 55 min, on Mondays."""
    turn(keys, window, "plan")
    keys.write("11.1.2027")
    rewrite(keys, _("Till"), "12.25")
    keys.press(Qt.Key.Key_Tab)
    keys.step()


def accept(keys: Keyboard, window: MainWindow) -> None:
    """Record by the menu of their rows that all take part."""
    turn(keys, window, "participants")
    for row in range(PEOPLE):
        people = window.page.part.list
        if row:
            keys.press(Qt.Key.Key_Down)
        assert keys.here is people
        QTimer.singleShot(50, lambda: keys.press(Qt.Key.Key_Down))
        QTimer.singleShot(100, lambda: keys.press(Qt.Key.Key_Return))
        # offscreen no platform makes this of the Menu key
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), people.mapToGlobal(QPoint(5, 5))
        )
        QApplication.sendEvent(people, asked)
        back_in(window)


def move_and_call_off(keys: Keyboard, window: MainWindow) -> None:
    """Move the second meeting by a day; the third does not happen, and is replaced."""
    keys.press(Qt.Key.Key_5, CONTROL)
    turn(keys, window, "calendar")
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return):
        keys.press(key)
    keys.press(Qt.Key.Key_N)
    keys.push(_("Did not happen …"))
    keys.write("The trainer was ill")
    keys.press(Qt.Key.Key_Return)
    back_in(window)
    keys.push(_("Replace …"))
    rewrite(keys, _("Day"), "26.1.2027")
    keys.press(Qt.Key.Key_Return)
    back_in(window)


def call_rolls(keys: Keyboard, window: MainWindow) -> None:
    """Call three rolls: one absence at the first, everybody else present."""
    turn(keys, window, "courses")
    keys.press(Qt.Key.Key_Return)
    turn(keys, window, "roll")
    keys.write("4")
    keys.write("sick")
    keys.press(Qt.Key.Key_Return)
    for pages in (1, 2, 0):  # over the meeting that did not happen
        keys.write("0")
        keys.step()
        for _page in range(pages):
            keys.press(Qt.Key.Key_PageDown)


def call_the_other_rolls(keys: Keyboard, window: MainWindow) -> None:
    """Mark all present at the meetings that are left, one after the other."""
    turn(keys, window, "roll")
    for _meeting in range(MEETINGS - 4):  # three rolls and one sheet
        keys.write("0")
        keys.step()
        keys.press(Qt.Key.Key_PageDown)


def type_codes(keys: Keyboard, window: MainWindow, codes: list[str]) -> None:
    """Type the codes of those who signed; who did not is absent."""
    turn(keys, window, "codes")
    keys.write("".join(codes).lower())
    keys.step()


def meetings_of(database) -> list[CourseMeeting]:
    with database.reading() as session:
        return list(session.scalars(select(CourseMeeting).order_by(CourseMeeting.held_on)))


def enrolments_of(database) -> list[Enrolment]:
    with database.reading() as session:
        return list(session.scalars(select(Enrolment).order_by(Enrolment.id)))


def states_of(database) -> list[EnrolmentState]:
    return [each.state for each in enrolments_of(database)]


def text_of(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def those_complete(database) -> list:
    """Return the clients who have done all, each with exactly 70 hours."""
    people = [each.client_id for each in enrolments_of(database)]
    with database.reading() as session:
        assert session.scalars(select(Course.language)).one() == "prs"
        hours = {each: certifiable(session, each, AFTER).hours for each in people}
    complete = [client for client, found in hours.items() if found.complete]
    assert {hours[client].done for client in complete} == {REQUIRED_MINUTES}
    return complete


def certify(keys: Keyboard, window: MainWindow) -> None:
    """Save the certificates of the whole course in a folder."""
    turn(keys, window, "progress")
    keys.push(_("Certificates …"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ManyPapersDialog)
    keys.push(_("Save in a folder"))
    for done in range(1, PEOPLE + 1):  # each takes its time
        wait_until(lambda done=done: dialog.bar.value() >= done or dialog.shut.isVisible())
    wait_until(dialog.shut.isVisible)
    keys.press(Qt.Key.Key_Escape)
    back_in(window)


def those_certified(database) -> set:
    return {e.client_id for e in enrolments_of(database) if e.certificate_on == AFTER}


def lacking(printed: str) -> list[str]:
    """Return what a certificate in Finnish and Dari should have and does not."""
    found = {word: word in printed for word in ("on suoritettu", "70", "Rezai")}
    found["Dari"] = any("\u0600" <= letter <= "\u06ff" for letter in printed)
    return [word for word, there in found.items() if not there]


def test_those_who_wait_get_from_the_list_to_their_certificates_by_keyboard(
    window, keys, clock, database, tmp_path, monkeypatch
):
    form_a_course(keys)
    plan(keys, window)
    assert len(meetings_of(database)) == MEETINGS
    assert states_of(database) == [EnrolmentState.INVITED] * PEOPLE
    accept(keys, window)
    assert states_of(database) == [EnrolmentState.ACCEPTED] * PEOPLE

    clock.day = FIRST
    move_and_call_off(keys, window)
    early = [(each.held_on.day, each.state) for each in meetings_of(database)[:4]]
    assert early == [(11, PLANNED), (19, PLANNED), (25, MISSED), (26, PLANNED)]

    clock.day = ROLLS_ON
    call_rolls(keys, window)
    absent = window.page.part.draft.called.rows[0].person
    clock.day = SHEET_ON
    signed = [e.code for e in enrolments_of(database) if e.id != absent.enrolment_id]
    type_codes(keys, window, signed)
    clock.day = AFTER
    call_the_other_rolls(keys, window)
    held = [each.state for each in meetings_of(database) if each.state is not MISSED]
    assert held == [MeetingState.HELD] * MEETINGS
    complete = those_complete(database)
    assert len(complete) == PEOPLE - 1
    assert absent.client_id not in complete

    dialog = "PySide6.QtWidgets.QFileDialog.getExistingDirectory"
    monkeypatch.setattr(dialog, lambda *_a: str(tmp_path))
    certify(keys, window)
    papers = sorted(tmp_path.glob("certificate-U7-*-fi-prs.pdf"))
    assert len(papers) == PEOPLE - 1
    assert [lacking(" ".join(text_of(paper).split())) for paper in papers] == [[]] * len(papers)
    assert those_certified(database) == set(complete)
