from pathlib import Path

import pytest

from installer import build, check_linux, check_windows, release
from installer.release import BuildFailed


@pytest.mark.parametrize("target", ["linux", "windows", "check"])
def test_there_is_one_command_a_target(target: str) -> None:
    assert build.parser().parse_args([target]).target == target


def test_a_failure_is_told_with_its_status(monkeypatch, capsys) -> None:
    def fail() -> Path:
        raise BuildFailed("no wheel fits its digest")

    monkeypatch.setattr(release, "tools_python", fail)

    assert build.main(["linux"]) == 1
    assert "no wheel fits its digest" in capsys.readouterr().err


def test_what_is_not_built_is_not_checked(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    for module in (check_linux, check_windows):
        monkeypatch.setattr(module, "DIST", tmp_path)
        with pytest.raises(BuildFailed, match=r"First: installer/build\.py"):
            module.check()


def test_the_check_of_linux_packages_needs_root(monkeypatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(BuildFailed, match="root"):
        check_linux.check()


@pytest.mark.parametrize("said", ["", "36 passed, 1 failed\n", "30 passed, 10 failed"])
def test_a_self_check_that_did_not_pass_fails_the_check(said: str) -> None:
    with pytest.raises(BuildFailed):
        release.tell_self_check("installed", said)


def test_a_self_check_that_passed_is_told(capsys) -> None:
    release.tell_self_check("installed", "ok      One\n37 passed, 0 failed\r\n\n")

    assert "installed: 37 passed, 0 failed" in capsys.readouterr().err


def test_windows_calls_files_by_the_letter_of_their_drive() -> None:
    inside = check_windows.DRIVE / "Program Files" / "a.exe"

    assert check_windows.windows_path(inside) == "C:\\Program Files\\a.exe"
    assert check_windows.windows_path(Path("/tmp/b.msi")) == "Z:\\tmp\\b.msi"


def test_an_msi_that_is_too_large_is_refused(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(check_windows, "DIST", tmp_path)
    monkeypatch.setattr(check_windows, "LARGEST_MSI", 3)
    for name in (f"Kotoutus-Desktop-{release.VERSION}{end}" for end in (".msi", "-setup.exe")):
        (tmp_path / name).write_bytes(b"four")

    with pytest.raises(BuildFailed, match="4 bytes, 3 at most"):
        check_windows.check()
