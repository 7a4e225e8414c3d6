from datetime import timedelta
from decimal import Decimal

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest

from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from tests import casebook

WAIT_MS = 20_000


def text_of(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return " ".join("".join(p.get_textpage().get_text_range() for p in document).split())


def test_an_invitation_waits_for_day_and_time(qtbot, open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    assert not page.panel.save.isEnabled()

    page.panel.appointment.day.set_value(page.workspace.today())
    with qtbot.waitSignal(page.panel.checked, timeout=WAIT_MS):
        page.panel.appointment.starts.set_value("9.30")

    assert "Kello: 9.30" in text_of(page.paper.content)
    assert page.panel.save.isEnabled()


def test_an_appointment_that_ends_before_it_begins_is_refused_with_words(
    qtbot, open_papers, with_plan
):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value("10")
    fields.ends.set_value("9.30")

    assert fields.appointment() is None
    assert "ends before it begins" in fields.ends.error.text()


def test_a_fee_that_is_not_known_for_the_day_is_asked_for(open_papers, with_plan):
    with_plan(service_language="ru", interpreter_needed=True)
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    assert not fields.highest_fee.isVisibleTo(fields)

    fields.day.set_value(page.workspace.today())
    fields.starts.set_value("9.30")
    assert fields.highest_fee.isVisibleTo(fields)
    assert fields.appointment().highest_fee == Decimal("56.70")

    fields.highest_fee.set_value("58,1")
    assert fields.appointment().highest_fee == Decimal("58.1")
    fields.highest_fee.set_value("much")
    assert "amount in euros" in fields.highest_fee.fault()
    assert fields.appointment() is None

    fields.interpreter.set_value(False)
    assert not fields.highest_fee.isVisibleTo(fields)
    assert fields.appointment().highest_fee is None


@pytest.mark.parametrize("typed", ["25", "9.75", "half past", "-1", "99:99"])
def test_what_is_no_time_of_day_makes_no_invitation(open_papers, with_plan, typed):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value(typed)
    assert "time of day" in fields.starts.fault()
    assert fields.appointment() is None


def test_a_hidden_client_is_not_asked_for_a_place(open_papers, with_plan):
    with_plan(service_language="ru", non_disclosure=True)
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    assert not fields.place.isVisible()
    assert fields.place.value() == ""


def test_a_paper_ordered_before_the_appointment_broke_is_not_shown(qtbot, open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value("9.30")
    page._make()
    fields.starts.set_value("")
    page._make()

    pool = QThreadPool.globalInstance()
    qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=WAIT_MS)
    QTest.qWait(20)

    assert page.paper.content == b""
    assert not page.panel.save.isEnabled()


@pytest.mark.parametrize("days", [-1, -2000])  # the second lies before the Act
def test_an_appointment_in_the_past_is_refused_with_words(open_papers, with_plan, days):
    with_plan(service_language="ru", interpreter_needed=True)
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.starts.set_value("9.30")
    fields.day.set_value(page.workspace.today() + timedelta(days=days))

    assert fields.appointment() is None
    assert "has passed" in fields.day.error.text()


def test_cancelling_after_the_appointment_is_refused_with_words(open_papers, with_plan):
    with_plan(service_language="ru")
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    fields.day.set_value(page.workspace.today())
    fields.starts.set_value("9.30")
    fields.cancel_by.set_value(page.workspace.today() + timedelta(days=1))

    assert fields.appointment() is None
    assert "after the appointment" in fields.cancel_by.error.text()


def test_an_interpreter_without_a_language_cannot_be_announced(
    open_papers, database, office, officer, make_client, today
):
    nobody_knows = make_client(mother_tongue="", service_language="", interpreter_needed=True)
    with database.transaction() as session:
        casebook.registered(session, nobody_knows, officer, today)
    page = open_papers(PaperKind.INVITATION)
    fields = page.panel.appointment
    assert not fields.interpreter.isVisible()
