from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kotoutus_desktop.__main__ import main
from kotoutus_desktop.phrases.reviewed import office_translations, open_office_translations

TRANSLATION, READ = 6, 7


@pytest.fixture
def office_file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "asiakkaat.kotoutus"
    path.write_bytes(b"")
    yield path
    open_office_translations(tmp_path / "none")


def command(name: str, office_file: Path, *rest: str) -> int:
    of_office = ("--file", str(office_file), "--language", "ar", "--interface", "en")
    return main([name, *rest, *of_office])


@pytest.fixture
def returned(office_file: Path) -> Path:
    """A file in which a speaker changed one text and confirmed another."""
    path = office_file.with_name("ar.xlsx")
    assert command("export-translation", office_file, "--output", str(path)) == 0
    book = load_workbook(path)
    book["ar"].cell(2, TRANSLATION).value = "خطة"
    book["ar"].cell(3, READ).value = "x"
    book.save(path)
    return path


def test_what_came_back_is_recorded_with_its_reviewer(
    office_file: Path, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = command("import-translation", office_file, str(returned), "--reviewer", "Amal")

    assert status == 0
    assert "-> خطة\n1 changed, 1 confirmed as they are.\n" in capsys.readouterr().out
    kept = office_translations(office_file.with_name("translations"), "ar").current
    assert {each.reviewer for each in kept.values()} == {"Amal"}
    assert len(kept) == 2


def test_without_a_reviewer_changes_are_only_shown(
    office_file: Path, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("import-translation", office_file, str(returned)) == 0

    assert "Nothing is recorded" in capsys.readouterr().out
    assert not office_file.with_name("translations").exists()


def test_a_gettext_file_goes_out_by_its_ending(office_file: Path) -> None:
    path = office_file.with_name("ar.po")

    assert command("export-translation", office_file, "--output", str(path)) == 0

    assert "msgid" in path.read_text("utf-8")


@pytest.mark.parametrize(("name", "said"), [("ar.csv", "spreadsheet"), ("ar.xlsx", "no file")])
def test_another_kind_of_file_and_an_office_that_is_not_there_are_refused(
    office_file: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    if name == "ar.xlsx":
        office_file.unlink()

    status = command("export-translation", office_file, "--output", str(office_file.parent / name))

    assert status == 2
    assert said in capsys.readouterr().err
    assert not (office_file.parent / name).exists()
