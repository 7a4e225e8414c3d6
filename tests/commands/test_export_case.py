import json
from pathlib import Path

import pytest

from kotoutus_desktop.casefile import read_case
from kotoutus_desktop.commands.export_case import export_case
from kotoutus_desktop.errors import CannotWrite, DamagedFile, InvalidInput, WrongPassphrase


def test_a_client_of_the_office_becomes_a_case_file(office_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "case.json"

    export_case(office_file, "U7-0214", output)

    case = read_case(output.read_bytes())
    assert case.client.full_name == "Amal Hassan Al-Khatib"
    assert case.officer.name == "Maija Esimerkki"
    assert case.plan is not None
    assert "140388-9626" not in output.read_text(encoding="utf-8")


def test_the_identity_code_is_written_when_asked_for(office_file: Path, tmp_path: Path) -> None:
    export_case(office_file, "U7-0214", tmp_path / "case.json", with_identity_code=True)

    values = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert values["client"]["identity_code"] == "140388-9626"


def test_a_wrong_passphrase_opens_nothing(office_file: Path, tmp_path: Path) -> None:
    (tmp_path / "passphrase.txt").write_text("arvaus", encoding="utf-8")

    with pytest.raises(WrongPassphrase):
        export_case(office_file, "U7-0214", tmp_path / "case.json")

    assert not (tmp_path / "case.json").exists()


def test_a_wrong_try_before_is_noted(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[int] = []
    monkeypatch.setattr(
        "kotoutus_desktop.commands.export_case.note_wrong_tries",
        lambda _database, wrong: noted.append(wrong),
    )
    right = (tmp_path / "passphrase.txt").read_text(encoding="utf-8")
    (tmp_path / "passphrase.txt").write_text("arvaus", encoding="utf-8")
    with pytest.raises(WrongPassphrase):
        export_case(office_file, "U7-0214", tmp_path / "case.json")
    (tmp_path / "passphrase.txt").write_text(right, encoding="utf-8")
    export_case(office_file, "U7-0214", tmp_path / "case.json")

    assert noted == [1]


def test_an_unknown_client_is_named(office_file: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        export_case(office_file, "U7-9999", tmp_path / "case.json")

    assert refused.value.values == {"number": "U7-9999"}


def test_a_missing_file_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile):
        export_case(tmp_path / "moved.kotoutus", "U7-0214", tmp_path / "case.json")

    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_file_that_cannot_be_read_is_named(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOTOUTUS_PASSPHRASE_FILE", str(tmp_path / "none.txt"))

    with pytest.raises(DamagedFile, match="passphrase file"):
        export_case(office_file, "U7-0214", tmp_path / "case.json")


def test_the_passphrase_is_asked_for_in_the_terminal(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = (tmp_path / "passphrase.txt").read_text(encoding="utf-8").strip()
    monkeypatch.delenv("KOTOUTUS_PASSPHRASE_FILE")
    monkeypatch.setattr("getpass.getpass", lambda _prompt: typed)

    export_case(office_file, "U7-0214", tmp_path / "case.json")

    assert (tmp_path / "case.json").exists()


def test_a_target_that_cannot_be_written_is_refused(office_file: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        export_case(office_file, "U7-0214", tmp_path)
