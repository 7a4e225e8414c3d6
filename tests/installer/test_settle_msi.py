import shutil
import struct
import subprocess
from pathlib import Path
from uuid import UUID

import pytest

from installer.settle_msi import settled
from installer.write_wix import UPGRADE_CODE, write_wix

EPOCH = 1_790_000_000
WIXL = pytest.mark.skipif(
    not (shutil.which("wixl") and shutil.which("msiinfo")), reason="wixl or msitools is not here"
)


def made(folder: Path, content: str = "program") -> bytes:
    stage = folder / "stage"
    stage.mkdir(exist_ok=True, parents=True)
    (stage / "Kotoutus Desktop.exe").write_text(content)
    (folder / "program.ico").write_bytes(struct.pack("<HHH", 0, 1, 0))
    described = write_wix(["Kotoutus Desktop.exe"], "1.2.3", "stage", "program.ico")
    (folder / "program.wxs").write_text(described)
    command = ["wixl", "--arch", "x64", "--output", "program.msi", "program.wxs"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / "program.msi").read_bytes()


@WIXL
def test_the_same_files_give_the_same_package(tmp_path: Path) -> None:
    (tmp_path / "program.msi").touch()
    one, two = made(tmp_path), made(tmp_path)

    assert one != two
    assert settled(one, EPOCH, UPGRADE_CODE) == settled(two, EPOCH, UPGRADE_CODE)


@WIXL
def test_other_files_are_another_package(tmp_path: Path) -> None:
    codes = set()
    for content in ("program", "another"):
        package = tmp_path / "settled.msi"
        package.write_bytes(settled(made(tmp_path, content), EPOCH, UPGRADE_CODE))
        codes.add(summary(package)["Revision number (UUID)"])

    assert len(codes) == 2
    assert all(UUID(code).version == 5 for code in codes)


@WIXL
def test_the_summary_has_the_time_of_the_release(tmp_path: Path) -> None:
    package = tmp_path / "settled.msi"
    package.write_bytes(settled(made(tmp_path), EPOCH, UPGRADE_CODE))

    told = summary(package)
    assert told["Created"] == told["Last saved"] == "Mon Sep 21 14:13:20 2026"


def summary(package: Path) -> dict[str, str]:
    said = subprocess.run(
        ["msiinfo", "suminfo", package],
        capture_output=True,
        text=True,
        check=True,
        env={"TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin"},
    ).stdout
    return dict(line.split(": ", 1) for line in said.splitlines())


def test_a_file_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="summary"):
        settled(b"no package", EPOCH, UPGRADE_CODE)
