from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from kotoutus_desktop.errors import DamagedFile, InvalidInput, KotoutusError
from kotoutus_desktop.phrases.review_lines import review_lines
from kotoutus_desktop.phrases.review_sheet import from_sheet, to_sheet
from kotoutus_desktop.phrases.reviewed import OfficeTranslations

TRANSLATION, READ = 6, 7


def edited(content: bytes, column: int, text: str, row: int = 2) -> bytes:
    book = load_workbook(BytesIO(content))
    book.worksheets[0].cell(row, column).value = text
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, name: str, part: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize("language", ["ar", "ckb", "my", "zh", "sq"])
def test_what_goes_out_comes_back(language: str) -> None:
    lines = review_lines(language, OfficeTranslations({}, {}))
    read = from_sheet(to_sheet(language, lines), language)

    assert [(r.key, r.source, r.text, r.is_read) for r in read] == [
        (line.original.key, line.original.fingerprint, line.text, False) for line in lines
    ]


def test_what_a_speaker_wrote_is_read() -> None:
    mended = edited(edited(SOUND, TRANSLATION, "خطة"), READ, "X", row=3)
    first, second, third = from_sheet(mended, "ar")[:3]

    assert (first.text, first.is_read) == ("خطة", False)
    assert second.is_read
    assert not third.is_read


@pytest.mark.parametrize(
    ("mark", "read"),
    [("x", True), (" X ", True), ("х", True), ("✓", True), ("?", False), ("no", False)],
)
def test_only_a_mark_for_read_counts(mark: str, read: bool) -> None:
    assert from_sheet(edited(SOUND, READ, mark), "ar")[0].is_read is read


def test_the_sheet_is_laid_out_for_its_script() -> None:
    sheet = load_workbook(BytesIO(SOUND)).worksheets[0]

    assert sheet.cell(2, TRANSLATION).alignment.horizontal == "right"
    assert sheet.cell(2, 3).alignment.horizontal == "left"
    assert not sheet.cell(2, TRANSLATION).protection.locked
    assert sheet.cell(2, 3).protection.locked


@pytest.mark.parametrize("language", ["ar", "my", "zh"])
def test_every_row_is_as_high_as_its_longest_text(language: str) -> None:
    content = to_sheet(language, review_lines(language, OfficeTranslations({}, {})))
    sheet = load_workbook(BytesIO(content))[language]

    for row in sheet.iter_rows(min_row=2):
        english, translation = str(row[2].value), str(row[TRANSLATION - 1].value)
        assert sheet.row_dimensions[row[0].row].height >= 15 * len(english) / 44
        if language == "zh":
            assert sheet.row_dimensions[row[0].row].height >= 15 * len(translation) / 26
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"


def test_a_formula_is_refused_with_its_row() -> None:
    with pytest.raises(InvalidInput) as refused:
        from_sheet(edited(SOUND, TRANSLATION, '=HYPERLINK("x")', row=4), "ar")
    assert refused.value.values == {"row": 4}


def test_a_text_that_looks_like_a_formula_goes_out_as_text() -> None:
    lines = review_lines("ar", OfficeTranslations({}, {}))[:1]
    odd = [type(lines[0])(lines[0].original, "=1+1", lines[0].state, "", "=place")]

    assert from_sheet(to_sheet("ar", odd), "ar")[0].text == "=1+1"


def test_another_language_and_moved_columns_are_refused() -> None:
    with pytest.raises(InvalidInput):
        from_sheet(SOUND, "fa")
    with pytest.raises(InvalidInput):
        from_sheet(edited(SOUND, 10, "other", row=1), "ar")
    book, file = Workbook(), BytesIO()
    book.active.title = "ar"
    book.save(file)
    with pytest.raises(InvalidInput):
        from_sheet(file.getvalue(), "ar")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,  # how an encrypted one begins
    ],
)
def test_what_is_no_spreadsheet_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedFile):
        from_sheet(content, "ar")


def test_a_text_that_would_swell_is_refused() -> None:
    swelling = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    for part in (swelling, swelling.decode().encode("utf-16")):
        with pytest.raises(DamagedFile):
            from_sheet(repacked(SOUND, "xl/workbook.xml", part), "ar")


def test_what_is_huge_once_unpacked_is_refused() -> None:
    with pytest.raises(InvalidInput):
        from_sheet(repacked(SOUND, "xl/media/image1.png", b"\0" * 41_000_000), "ar")


def test_a_row_far_down_does_not_fill_the_memory() -> None:
    name = "xl/worksheets/sheet1.xml"
    with ZipFile(BytesIO(SOUND)) as package:
        sheet = package.read(name).replace(b'<row r="3"', b'<row r="1048576"')

    assert len(from_sheet(repacked(SOUND, name, sheet), "ar")) <= 12


@settings(max_examples=60)
@given(
    name=st.sampled_from(
        ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"]
    ),
    at=st.integers(0, 3000),
    junk=st.binary(max_size=20),
)
def test_any_damage_is_refused_or_read(name: str, at: int, junk: bytes) -> None:
    with ZipFile(BytesIO(SOUND)) as package:
        part = package.read(name)
    part_damaged = repacked(SOUND, name, part[:at] + junk + part[at + 5 :])
    for damaged in (part_damaged, SOUND[:at] + junk + SOUND[at + 5 :]):
        try:
            from_sheet(damaged, "ar")
        except KotoutusError:
            continue


SOUND = to_sheet("ar", review_lines("ar", OfficeTranslations({}, {}))[:12])
