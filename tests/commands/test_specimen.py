from pathlib import Path

import pytest

from kotoutus_desktop.__main__ import main
from kotoutus_desktop.commands.specimen import write_specimens
from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES


def test_every_language_gets_its_page(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    written = write_specimens(tmp_path, None, lambda done, total: heard.append((done, total)))

    assert {path.name for path in tmp_path.iterdir()} == {
        f"specimen-{language}.pdf" for language in CLIENT_LANGUAGES
    }
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)
    assert heard == [(place, 26) for place in range(1, 27)]


def test_one_language_is_written_alone(tmp_path: Path) -> None:
    assert main(["specimen", "--output", str(tmp_path), "--language", "ar"]) == 0

    assert [path.name for path in tmp_path.iterdir()] == ["specimen-ar.pdf"]


def test_how_far_it_is_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["specimen", "--output", str(tmp_path), "--language", "so", "--interface", "en"])

    shown = capsys.readouterr()
    assert shown.err == "1 of 1\n"
    assert shown.out == ""


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"

    status = main(["specimen", "--output", str(gone), "--language", "ar", "--interface", "en"])

    assert status == 2
    assert f"The folder {gone} does not exist." in capsys.readouterr().err


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")

    with pytest.raises(CannotWrite):
        write_specimens(blocked, "ar")


def test_a_language_without_catalogs_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["specimen", "--output", str(tmp_path), "--language", "tlh", "--interface", "en"])

    assert stopped.value.code == 2
    assert "tlh" in capsys.readouterr().err
