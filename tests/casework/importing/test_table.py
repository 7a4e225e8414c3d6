from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kotoutus_desktop.casework.importing import table as module
from kotoutus_desktop.casework.importing.table import FORMULA, read_table
from kotoutus_desktop.errors import DamagedFile, InvalidInput


def sheet(path, *rows, merged=""):
    """Write a spreadsheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    book.save(path)
    return path


def text(path, content, encoding="utf-8"):
    """Write a table of text."""
    path.write_bytes(content.encode(encoding))
    return path


def test_a_spreadsheet_is_read_under_its_headings(tmp_path):
    path = sheet(tmp_path / "a.xlsx", ["Sukunimi", "Puhelin"], [], ["Hassan", 401234567], ["Ali"])

    table = read_table(path)

    assert table.headings == ("Sukunimi", "Puhelin")
    assert table.rows == ((3, ("Hassan", 401234567)), (4, ("Ali", None)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_table_of_text_is_read_however_it_was_saved(tmp_path, encoding, delimiter):
    path = text(
        tmp_path / "a.csv", f"Nimi{delimiter}Kieli\r\nÄijälä{delimiter}arabia\r\n", encoding
    )

    assert read_table(path).rows == ((2, ("Äijälä", "arabia")),)


def test_letters_that_were_spoiled_before_are_said(tmp_path):
    path = text(tmp_path / "a.csv", "Nimi\nÃ„ijÃ¤lÃ¤\n")

    with pytest.raises(InvalidInput, match="spoiled"):
        read_table(path)


def test_a_column_that_stands_there_twice_is_refused_by_name(tmp_path):
    path = sheet(tmp_path / "a.xlsx", ["Nimi", "Puhelin", "nimi"], ["A", "1", "B"])

    with pytest.raises(InvalidInput) as refused:
        read_table(path)
    assert refused.value.values["heading"] == "nimi"


def test_a_formula_is_no_value(tmp_path):
    path = sheet(tmp_path / "a.xlsx", ["Nimi", "Puhelin"], ["Hassan", "=1+1"])

    assert read_table(path).rows[0][1][1] is FORMULA


def test_merged_cells_leave_the_other_rows_as_they_are(tmp_path):
    rows = [["Nimi", "Kieli"], ["Hassan", "arabia"], ["Ali", "arabia"]]
    path = sheet(tmp_path / "a.xlsx", *rows, merged="B2:B3")

    assert read_table(path).rows == ((2, ("Hassan", "arabia")), (3, ("Ali", None)))


def test_more_rows_than_anybody_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    path = text(tmp_path / "a.csv", "Nimi\n" + "Ali\n" * 4)

    with pytest.raises(InvalidInput, match="too large"):
        read_table(path)


def test_a_package_that_swells_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_UNPACKED", 1000)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * 100_000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(content.getvalue())

    with pytest.raises(InvalidInput, match="too large"):
        read_table(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b""), ("a.xlsx", b"PK\x03\x04"), ("a.csv", b""), ("a.csv", b"Nimi\n")],
)
def test_what_is_empty_or_broken_is_said(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises((InvalidInput, DamagedFile)):
        read_table(tmp_path / name)


def test_another_kind_of_file_and_one_that_is_gone_are_said(tmp_path):
    with pytest.raises(InvalidInput, match="Choose a spreadsheet"):
        read_table(tmp_path / "a.pdf")
    with pytest.raises(DamagedFile):
        read_table(tmp_path / "gone.csv")


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlsx"]))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory, content, name):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)

    try:
        read_table(path)
    except (InvalidInput, DamagedFile):
        return
