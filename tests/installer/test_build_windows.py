import shutil
import subprocess
from pathlib import Path

import pytest

from installer import build_windows, stage_windows
from installer.build_windows import Signing, sign
from installer.release import BuildFailed

WINDOWS = stage_windows.WINDOWS


def test_without_a_certificate_nothing_is_signed(tmp_path: Path) -> None:
    path = tmp_path / "setup.exe"
    path.write_bytes(b"program")

    sign(path, Signing())

    assert path.read_bytes() == b"program"


def test_a_certificate_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"office\.pfx is not there"):
        sign(tmp_path / "setup.exe", Signing(tmp_path / "office.pfx"))


def test_the_password_stands_in_no_command_line(tmp_path, monkeypatch) -> None:
    commands: list[tuple[object, ...]] = []
    certificate, secret = tmp_path / "office.pfx", tmp_path / "secret.txt"
    certificate.write_bytes(b"x")
    secret.write_text("salasana")
    monkeypatch.setattr(build_windows.release, "tool", lambda *_names: "osslsigncode")
    monkeypatch.setattr(build_windows.release, "run", lambda *words: commands.append(words))
    monkeypatch.setattr(shutil, "move", lambda *_paths: None)

    sign(tmp_path / "setup.exe", Signing(certificate, secret, "a-stamp"))

    (command,) = commands
    assert ("-readpass", secret) == command[command.index("-readpass") :][:2]
    assert "salasana" not in map(str, command)
    assert "-ts" in command


@pytest.mark.skipif(not shutil.which("osslsigncode"), reason="osslsigncode is not here")
@pytest.mark.skipif(not shutil.which("x86_64-w64-mingw32-gcc"), reason="mingw is not here")
def test_the_launcher_is_built_the_same_twice_and_can_be_signed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(stage_windows, "WORK", tmp_path)
    monkeypatch.setattr(stage_windows, "STAGE", tmp_path)
    monkeypatch.setattr(build_windows, "WORK", tmp_path)
    program = tmp_path / stage_windows.GUI_PROGRAM
    stage_windows.build_launchers((3, 11))
    first = program.read_bytes()
    stage_windows.build_launchers((3, 11))
    certificate, secret = certificate_of_nobody(tmp_path)

    assert program.read_bytes() == first
    sign(program, Signing(certificate, secret))
    assert program.read_bytes() != first
    said = subprocess.run(
        ["osslsigncode", "verify", "-in", program], capture_output=True, text=True, check=False
    )
    assert "CN=Nobody" in said.stdout


def certificate_of_nobody(folder: Path) -> tuple[Path, Path]:
    key, certificate, packed = (folder / name for name in ("key.pem", "cert.pem", "office.pfx"))
    secret = folder / "secret.txt"
    secret.write_text("salasana")
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Nobody"]
    subprocess.run([*new, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    pack = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", packed]
    subprocess.run([*pack, "-passout", f"file:{secret}"], check=True)
    return packed, secret


@pytest.mark.parametrize("words", ["RUNS", "OFFICE", "TRANSFER"])
def test_setup_speaks_finnish_swedish_and_english(words: str) -> None:
    setup = (WINDOWS / "setup.nsi").read_text("utf-8")

    for language in ("ENGLISH", "FINNISH", "SWEDISH"):
        assert f"LangString {words} ${{LANG_{language}}} " in setup


def test_setup_asks_for_no_administrator_and_deletes_no_whole_folder() -> None:
    setup = (WINDOWS / "setup.nsi").read_text("utf-8")

    assert "RequestExecutionLevel user" in setup
    assert "RMDir /r" not in setup


def test_setup_and_program_mean_the_same_sign_that_it_runs() -> None:
    names = [(WINDOWS / each).read_text("utf-8") for each in ("setup.nsi", "launcher.c")]

    assert all("KotoutusDesktopRuns" in text for text in names)


def test_the_program_says_that_it_knows_every_monitor_and_long_paths() -> None:
    manifest = (WINDOWS / "program.manifest.in").read_text("utf-8")

    assert "PerMonitorV2" in manifest
    assert "longPathAware" in manifest
    assert 'level="asInvoker"' in manifest
