"""The Windows release, built on Linux: Setup.exe for one person, .msi for all of a computer."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from installer import release
from installer.release import DIST, NAME, VERSION, BuildFailed
from installer.settle_msi import settled
from installer.stage_windows import (
    COMMAND_PROGRAM,
    GUI_PROGRAM,
    STAGE,
    WINDOWS,
    WORK,
    Runtime,
    lay,
)
from installer.write_nsis import laid_down, taken_away
from installer.write_wix import UPGRADE_CODE, write_wix

SMALL, QUICK = "/SOLID lzma", "zlib"
"""How a Setup.exe is packed: for a release, and for the check of an upgrade."""


@dataclass(frozen=True)
class Signing:
    """The office's or maker's certificate; without one nothing is signed."""

    certificate: Path | None = None
    password_file: Path | None = None
    timestamp: str | None = None


def build(runtime: Runtime, signing: Signing) -> list[Path]:
    """Build everything into dist/; returns the files. Raises BuildFailed."""
    began = time.monotonic()
    DIST.mkdir(exist_ok=True)
    lay(runtime)
    for name in (GUI_PROGRAM, COMMAND_PROGRAM):
        sign(STAGE / name, signing)
    release.settle(STAGE)
    release.say(f"{release.size(STAGE) / 1_000_000:.1f} MB in {len(staged_files())} files")
    files = [msi(VERSION, DIST), setup(VERSION, DIST, SMALL)]
    for each in files:
        sign(each, signing)
    bill = DIST / f"{NAME}-{VERSION}.cdx.json"
    release.write_bill(bill)
    release.write_sums([*files, bill], DIST / "SHA256SUMS-windows")
    release.tell(files, began)
    return files


def staged_files() -> list[str]:
    """Return the files of the program's folder, with slashes."""
    files = (each for each in STAGE.rglob("*") if each.is_file())
    return sorted(each.relative_to(STAGE).as_posix() for each in files)


def setup(version: str, folder: Path, compressor: str) -> Path:
    """Pack the per-user Setup.exe; returns it."""
    target = folder / f"Kotoutus-Desktop-{version}-setup.exe"
    release.say(f"packing {target.name}")
    lists = {"FILES": laid_down(staged_files(), str(STAGE)), "REMOVED": taken_away(staged_files())}
    for name, text in lists.items():
        (WORK / f"{name.lower()}.nsh").write_text(text, "utf-8")
    values = {
        "VERSION": version,
        "OUT": target,
        "ICON": WORK / "program.ico",
        "COMPRESSOR": compressor,
        **{name: WORK / f"{name.lower()}.nsh" for name in lists},
    }
    release.run(
        release.tool("makensis", "nsis"),
        *("-V2", "-INPUTCHARSET", "UTF8"),
        *(f"-D{name}={value}" for name, value in values.items()),
        WINDOWS / "setup.nsi",
        variables=release.fixed(),
    )
    return target


def msi(version: str, folder: Path) -> Path:
    """Pack the per-machine .msi; returns it."""
    target = folder / f"Kotoutus-Desktop-{version}.msi"
    release.say(f"packing {target.name}")
    described = WORK / f"program-{version}.wxs"
    described.write_text(write_wix(staged_files(), version, STAGE.name, "program.ico"), "utf-8")
    release.run(
        release.tool("wixl", "wixl"),
        *("--arch", "x64", "--output", target, described),
        variables=release.fixed(),
        folder=WORK,  # the tool knows no absolute paths
    )
    target.write_bytes(settled(target.read_bytes(), release.epoch(), UPGRADE_CODE))
    return target


def sign(path: Path, signing: Signing) -> None:
    """Sign a program or package in its place, where there is a certificate to sign with.

    The password is read by the tool from its file and stands in no command line.
    """
    if signing.certificate is None:
        return
    if not signing.certificate.exists():
        raise BuildFailed(f"The certificate {signing.certificate} is not there.")
    signed = WORK / f"signed-{path.name}"
    password = ("-readpass", signing.password_file) if signing.password_file else ()
    stamped = ("-ts", signing.timestamp) if signing.timestamp else ()
    release.run(
        *(release.tool("osslsigncode", "osslsigncode"), "sign", "-h", "sha256"),
        *("-pkcs12", signing.certificate, *password, *stamped, "-n", release.TITLE),
        *("-in", path, "-out", signed),
    )
    shutil.move(signed, path)
