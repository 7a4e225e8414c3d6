from datetime import date

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from kotoutus_desktop.models.circumstances import Contact, ContactChannel
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.importing.import_page import ImportPage
from kotoutus_desktop.ui.page import Destination, PageName


@pytest.fixture
def page(qtbot, workspace, office):
    page = ImportPage(workspace, Destination(PageName.IMPORT))
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()
    page.arrive(Destination(PageName.IMPORT))
    return page


@pytest.fixture
def file(tmp_path):
    """Two people who are new, one of whom stands there twice, and a row that is wrong."""
    book = Workbook()
    for row in (
        ["Sukunimi", "Etunimi", "Syntymäaika", "Huom."],
        ["Hassan", "Amal", "4.5.1990", "a"],
        ["Haile", "Tsegay", "1984", "b"],
        ["Hassan", "Amal", "4.5.1990", "c"],
        ["Ali", "Omar", "31.2.1990", "d"],
    ):
        book.active.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    return path


def look(qtbot, page, path):
    """Read a file and look at its rows."""
    page.read(path)
    page.primary()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 2, timeout=30_000)


def names(page):
    """Return the sentences of the list."""
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def clients(workspace):
    """Return the family names of everybody."""
    with workspace.database.reading() as session:
        return sorted(session.scalars(select(Client.family_names)))


def test_known_headings_are_matched_and_show_samples(page, file):
    page.read(file)

    fields = [field.value() for field in page.columns.fields.values()]
    assert fields == ["family_names", "given_names", "born", ""]
    assert page.stack.currentIndex() == 1


def test_rows_are_looked_at_before_anything_is_stored(qtbot, page, file, workspace):
    look(qtbot, page, file)

    shown = names(page)
    assert "row 5" in shown[0]
    assert "There is no such day" in shown[0]
    assert "Row 2 tells of the same person" in shown[1]
    assert page.summary.text() == ("2 rows are right, 1 tells of somebody known, 1 row is refused")
    assert clients(workspace) == []


def test_the_right_rows_are_registered_together(qtbot, page, file, workspace):
    look(qtbot, page, file)
    page.primary()

    assert clients(workspace) == ["Haile", "Hassan"]
    assert page.stack.currentIndex() == 0


def test_a_doubtful_row_is_taken_when_somebody_says_so(qtbot, page, file, workspace):
    look(qtbot, page, file)
    doubtful = page.list.model().index(1, 0)
    page.list.setCurrentIndex(doubtful)
    qtbot.keyClick(page.list, "\r")
    page.primary()

    assert clients(workspace) == ["Haile", "Hassan", "Hassan"]


def test_without_a_column_of_names_nothing_is_looked_at(page, file):
    page.read(file)
    for field in page.columns.fields.values():
        field.set_value("")
    page.prepare()

    assert page.stack.currentIndex() == 1
    assert "which column holds the names" in page.bars.messages()[0].text


def test_one_field_for_two_columns_is_refused(page, file):
    page.read(file)
    list(page.columns.fields.values())[3].set_value("family_names")
    page.prepare()

    assert "Two columns are the same field" in page.bars.messages()[0].text


def test_another_file_is_refused_and_nothing_lost(page, tmp_path, workspace):
    (tmp_path / "a.xlsx").write_bytes(b"hello")
    page.read(tmp_path / "a.xlsx")

    assert "damaged" in page.bars.messages()[0].text
    with workspace.database.reading() as session:
        assert session.scalar(select(func.count(Client.id))) == 0


LETTER = (
    "Hassan, Amal;131052-308T;Utajärvi;3.2.2026\n"
    "Haile, Tsegay;1.1.1984;Oulu;3.2.2026\n"
    "sivu 1\n"
    "Ali, Omar;31.2.1990;Oulu;3.2.2026\n"
)


def type_letter(page, text=LETTER):
    page.typed.channel.set_value("kela")
    page.typed.day.set_value(date(2026, 11, 20))
    page.typed.lines.set_value(text)


def test_lines_of_a_letter_are_looked_at_and_registered_with_their_contact(qtbot, page, workspace):
    type_letter(page)
    page.primary()
    assert [field.value() for field in page.columns.fields.values()] == [
        *("full_name", "code_or_born", "home_municipality", "first_granted"),
    ]
    page.primary()
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 2, timeout=30_000)
    shown = names(page)
    page.primary()

    assert "There is no such day" in shown[0] or "There is no such day" in shown[1]
    assert any("row 3" in each and "1 parts where the others have 4" in each for each in shown)
    assert clients(workspace) == ["Haile", "Hassan"]
    with workspace.database.reading() as session:
        contacts = session.scalars(select(Contact)).all()
        assert [(each.channel, each.learned_on) for each in contacts] == [
            (ContactChannel.KELA, date(2026, 11, 20))
        ] * 2
    assert page.typed.is_empty()


@pytest.mark.parametrize(
    ("field", "value"),
    [("channel", ""), ("day", None), ("day", date(2026, 11, 25)), ("lines", "Amal Hassan")],
)
def test_what_a_letter_lacks_is_said_at_its_field(page, field, value):
    type_letter(page)
    getattr(page.typed, field).set_value(value)

    page.read_lines()

    assert getattr(page.typed, field).has_error()
    assert page.stack.currentIndex() == 0


def test_a_file_after_a_letter_gives_nobody_the_letter_s_contact(qtbot, page, file, workspace):
    type_letter(page)
    page.read_lines()
    look(qtbot, page, file)
    page.primary()

    with workspace.database.reading() as session:
        assert session.scalars(select(Contact)).all() == []
