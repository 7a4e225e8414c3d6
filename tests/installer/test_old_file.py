from pathlib import Path

import pytest

from installer.old_file import CLIENT, PASSPHRASE, lay_old_file, require_carried_on
from installer.release import BuildFailed
from kotoutus_desktop.commands.export_case import export_case


def test_the_old_file_is_carried_on_after_a_copy(tmp_path: Path, monkeypatch) -> None:
    data, case, secret = lay_old_file(tmp_path / "office"), tmp_path / "case.json", tmp_path / "s"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv("KOTOUTUS_PASSPHRASE_FILE", str(secret))

    export_case(data, CLIENT, case)

    require_carried_on(data, case)


def test_a_change_without_a_copy_is_noticed(tmp_path: Path) -> None:
    data, case = lay_old_file(tmp_path / "office"), tmp_path / "case.json"
    case.write_text('{"client": {}}', encoding="utf-8")

    with pytest.raises(BuildFailed, match="without a copy"):
        require_carried_on(data, case)
