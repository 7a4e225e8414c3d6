"""The report on interpreters in a real window, and its files."""

from datetime import date

import pytest

from kotoutus_desktop.casework.appointments.interpreters import Grouping
from kotoutus_desktop.models.appointment import AppointmentState
from kotoutus_desktop.ui.appointments.interpreters_part import InterpretersPart


@pytest.fixture
def part(workspace, office, book, qtbot):
    book(held_on=date(2026, 11, 12), state=AppointmentState.CAME)
    book(held_on=date(2026, 11, 13), state=AppointmentState.MISSED, interpreter_cost=None)
    book(held_on=date(2026, 11, 16))
    part = InterpretersPart(workspace)
    qtbot.addWidget(part)
    part.show()
    part.arrive("")
    return part


def test_the_sums_say_hours_costs_and_what_is_not_marked(part):
    text = part.sums.text().replace("\N{NO-BREAK SPACE}", " ")

    assert text == "2 times · not used 1 · 2 h · 88,00 € · 1 past time is not marked yet"


def test_a_line_is_a_month_a_language_or_an_agency(part):
    sentences = []
    for grouping in Grouping:
        part.by.set_value(grouping.value)
        part.refresh()
        sentences.append(part._face(part.list.current_item()).sentence)

    assert [each.split(",")[0] for each in sentences] == [
        "11/2026",
        "Arabic",
        "agency not recorded",
    ]
    assert all("without cost 1" in each for each in sentences)


@pytest.mark.parametrize(("ending", "begins"), [(".xlsx", b"PK"), (".pdf", b"%PDF")])
def test_it_is_saved_as_a_spreadsheet_and_as_a_paper(part, tmp_path, ending, begins):
    path = tmp_path / f"interpreters{ending}"

    assert part.saving.save_to(path)
    assert path.read_bytes().startswith(begins)


def test_a_place_that_cannot_be_written_is_said(part, tmp_path):
    said = []
    part.said.connect(lambda message: said.append(message.text))

    assert not part.saving.save_to(tmp_path / "none" / "interpreters.pdf")
    assert said
