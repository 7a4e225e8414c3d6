"""A messy spreadsheet is looked at row by row, and the right rows become clients, by keyboard."""

from datetime import date

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from kotoutus_desktop.models.client import Client
from tests.journeys.keyboard import CONTROL, Keyboard, settle

ROWS = (
    ["Sukunimi", "Etunimet", "Hetu tai syntymäaika", "Kunta", "Lupa myönnetty", "Huom."],
    ["Hassan", "Amal", "131052-308T", "Utajärvi", "3.2.2026", "tulee"],
    [" Haile ", "Tsegay", "1984", "Oulu", 46056, None],
    ["Ali", "Omar", "31.2.1990", "Oulu", "", ""],
    [None, None, None, None, None, None],
    ["=1+1", "Kaava", "1.1.1990", "Oulu", "", ""],
    ["Al-Khatib", "Amal Hassan", "14.3.1988", "Utajärvi", "12.3.2026", "jo täällä?"],
    ["Musa", "Fatima", "2.2.1992", "Atlantis", "", ""],
)


@pytest.fixture
def file(tmp_path):
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A9:C9")
    path = tmp_path / "lista.xlsx"
    book.save(path)
    return path


def test_a_messy_spreadsheet_becomes_clients_without_the_mouse(
    office, open_window, database, make_client, file, monkeypatch
) -> None:
    with database.transaction() as session:
        session.add(make_client())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window, keys = open_window(), Keyboard()
    keys.press(Qt.Key.Key_2, CONTROL)
    keys.push("Clients from a list")
    settle(window, lambda: window.here.page == "import")
    keys.press(Qt.Key.Key_Space)
    settle(window, lambda: window.page.stack.currentIndex() == 1)
    keys.step()
    settle(window, lambda: window.page.stack.currentIndex() == 2)

    page = window.page
    assert [each.number for each in page.prepared.refused] == [4, 6, 8]
    assert page.summary.text() == (
        "2 rows are right, 1 tells of somebody known, 3 rows are refused"
    )
    keys.step()
    settle(window, lambda: page.stack.currentIndex() == 0)

    with database.reading() as session:
        found = session.scalars(select(Client).order_by(Client.family_names)).all()
    assert [each.family_names for each in found] == ["Al-Khatib", "Haile", "Hassan"]
    haile, hassan = found[1:]
    assert (hassan.identity_code, hassan.first_granted) == ("131052-308T", date(2026, 2, 3))
    assert (haile.born.year, haile.first_granted) == (1984, date(2026, 2, 3))
    assert {haile.home_municipality, hassan.home_municipality} == {"564", "889"}
