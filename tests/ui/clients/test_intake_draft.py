"""Typing is not lost: drafts of the intake."""

from datetime import date

import pytest

from kotoutus_desktop.casework.drafts import draft_of
from kotoutus_desktop.casework.register import get_client, store_client
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.ui.clients.intake_rows import RowsField
from kotoutus_desktop.ui.clients.intake_source import SourceField
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField, SegmentField
from kotoutus_desktop.ui.fields.multi_choice_field import MultiChoiceField
from kotoutus_desktop.ui.fields.text_field import LongTextField
from tests.ui.clients.intake_steps import choose, everybody, opened, say


@pytest.fixture(autouse=True)
def _office(office):
    """Every case number needs an office."""


@pytest.fixture
def page(qtbot, workspace):
    return opened(qtbot, workspace)


def type_in_every_field(page):
    """Type something into every field, also what no rule would take."""
    for name, field in page.fields.items():
        if isinstance(field, RowsField):
            for cell in field.add_row().cells.values():
                type_in(cell, "31.2.2026")
        else:
            type_in(field, f"{name} ä 😀")


def type_in(field, text):
    """Type into any kind of field."""
    match field:
        case SourceField():
            field.set_value((SourceKind.DOCUMENT, "passi"))
        case LongTextField():
            field.text.setPlainText(f"{text}\nsecond line")
        case SegmentField():
            field.set_value("no" if field.label.text() != "Language to be learnt" else "sv")
            field.changed.emit()
        case CheckField():
            field.box.setChecked(True)
        case MultiChoiceField() | ChoiceField():
            choose(field, "somali")
        case _:
            field.line.setText(text)


def test_a_power_cut_loses_at_most_five_seconds(qtbot, page, workspace):
    type_in_every_field(page)
    typed = page.state()
    assert page._timer.isActive()
    assert page._timer.interval() <= 5000
    page._timer.timeout.emit()

    again = opened(qtbot, workspace)

    assert again.state() == typed
    assert [name for name, field in again.fields.items() if field.is_empty()] == []


def test_a_draft_of_a_new_client_is_told_of_and_can_be_discarded(qtbot, page, workspace, database):
    say(page, family_names="Noor", born="31.2.1988")
    page.leave()
    assert everybody(workspace) == []

    again = opened(qtbot, workspace)
    (message,) = again.bars.messages()
    assert "Noor" in message.text
    message.acts[0].callback()

    assert again.names.family.is_empty()
    assert again.birth.born.is_empty()
    with database.reading() as session:
        assert draft_of(session, "intake", None) is None


def test_what_is_refused_stays_a_draft_over_the_record(
    qtbot, workspace, database, make_client, today
):
    client = make_client(number="")
    with database.transaction() as session:
        store_client(session, client, today)
    page = opened(qtbot, workspace, client.id)
    page.fields["email"].set_value("amal(at)example.org")
    page.leave()

    again = opened(qtbot, workspace, client.id)
    assert again.fields["email"].value() == "amal(at)example.org"
    with database.reading() as session:
        assert get_client(session, client.id).email == ""


def test_a_registered_client_leaves_no_draft_of_a_new_one(qtbot, page, workspace, database):
    say(page, given_names="Hodan")
    page.keep()
    page.primary()

    with database.reading() as session:
        assert draft_of(session, "intake", None) is None
    assert opened(qtbot, workspace).names.given.is_empty()


def test_a_draft_keeps_the_rows_that_were_begun(qtbot, page, workspace):
    row = page.work.benefits.add_row()
    choose(row.cells["kind"], "social assistance")
    row.cells["starts_on"].set_value(date(2026, 5, 1))
    page.keep()

    again = opened(qtbot, workspace)
    (kept,) = again.work.benefits.rows
    assert kept.cells["kind"].value() == "social_assistance"
    assert kept.cells["starts_on"].day() == date(2026, 5, 1)
    assert kept.cells["reason"].isVisibleTo(again)
