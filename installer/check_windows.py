"""Install, try out, update and remove the Windows packages under Wine.

Wine stands in for Windows: it shows that files, registry, silent switches and the program's own
code are right, not what SmartScreen, Defender, printers or screen readers do. What Debian's Wine
lacks of Windows 10 comes from two libraries in windows/wine, which are never shipped. Nothing but
build/wine is changed.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from installer import build_windows, release
from installer.old_file import CLIENT, PASSPHRASE, lay_old_file, require_carried_on
from installer.release import BUILD, DIST, OLD_VERSION, VERSION, BuildFailed
from installer.stage_windows import COMMAND_PROGRAM, GUI_PROGRAM, WINDOWS, WORK
from installer.verify_runtime import compare_modules, library_of

PREFIX = BUILD / "wine"
DRIVE = PREFIX / "drive_c"
STAND_INS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
LONGEST = 900  # seconds for a step; a self-check takes two minutes on a slow machine
LARGEST_MSI = 90_000_000
PER_USER = "AppData/Local/Programs/Kotoutus Desktop"
PER_MACHINE = "Program Files/Kotoutus Desktop"
DATA = "AppData/Local/kotoutus-desktop"
UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\KotoutusDesktop"
_QUIET = {
    "WINEPREFIX": str(PREFIX),
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "LC_ALL": "C.UTF-8",
}


def check() -> None:
    """Check what lies in dist/; raises BuildFailed with what went wrong."""
    setup = DIST / f"Kotoutus-Desktop-{VERSION}-setup.exe"
    msi = DIST / f"Kotoutus-Desktop-{VERSION}.msi"
    for each in (setup, msi):
        if not each.exists():
            raise BuildFailed(f"{each.name} is not there. First: installer/build.py windows")
    if release.size(msi) > LARGEST_MSI:
        raise BuildFailed(f"{msi.name} has {release.size(msi)} bytes, {LARGEST_MSI} at most")
    check_modules()
    make_prefix()
    try:
        check_setup(build_windows.setup(OLD_VERSION, WORK, build_windows.QUICK), setup)
        check_msi(build_windows.msi(OLD_VERSION, WORK), msi)
    finally:
        wine("wineboot", "--kill", may_fail=True)
    release.say("Windows: installed, tried out, updated and removed: all as it should be")


def check_modules() -> None:
    """Compare the modules of the pinned Python with their sources, which its makers signed."""
    runtime = WORK / "runtime"
    if not (runtime / "python311.zip").exists():
        release.say("another Python than the pinned one: its modules are not compared")
        return
    folder = release.clean(WORK / "download")
    (sdist,) = release.download(WINDOWS / "runtime_check.lock", folder)
    sources = library_of(sdist.read_bytes())
    catalogue = (runtime / "python.cat").read_bytes()
    wrong = compare_modules(runtime / "python311.zip", sources, catalogue)
    require(not wrong, f"modules of Python that are not its makers': {wrong[:5]}")
    release.say("the modules of Python are its makers'")


def check_setup(old: Path, new: Path) -> None:
    """Go through the life of a per-user installation."""
    release.say(f"installing {old.name}")
    wine(old, "/S")
    program = home() / PER_USER
    require(registered("DisplayVersion") == OLD_VERSION, "the older version is not listed")
    release.say(f"updating with {new.name}")
    wine(new, "/S")
    require(registered("DisplayVersion") == VERSION, f"{registered('DisplayVersion')} is there")
    release.tell_self_check("Setup.exe, updated", commanded(program, "self-check"))
    data = lay_old_file(home() / DATA)
    open_old_file(program, data)
    (program / "own.txt").write_text("not ours", "utf-8")
    wine(program / "uninstall.exe", "/S", f"_?={windows_path(program)}")
    left = sorted(each.name for each in program.rglob("*") if each.name != "uninstall.exe")
    require(left == ["own.txt"], f"left behind: {left[:5]}")
    require(registered("DisplayVersion") == "", "the list of programs still names it")
    require(data.exists(), "the office's file is gone")
    shutil.rmtree(program)


def check_msi(old: Path, new: Path) -> None:
    """Go through the life of an installation for everybody."""
    program = DRIVE / PER_MACHINE
    release.say(f"installing {old.name}")
    wine("msiexec", "/i", windows_path(old), "/qn")
    require((program / GUI_PROGRAM).exists(), "the .msi installed nothing")
    release.say(f"updating with {new.name}")
    wine("msiexec", "/i", windows_path(new), "/qn")
    release.tell_self_check(".msi, updated", commanded(program, "self-check"))
    data = lay_old_file(home() / DATA)
    open_old_file(program, data)
    wine("msiexec", "/x", windows_path(new), "/qn")
    left = sorted(each.name for each in program.rglob("*")) if program.exists() else []
    require(not left, f"left behind: {left[:5]}")
    require(data.exists(), "the office's file is gone")


def make_prefix() -> None:
    """Make a Windows of our own, with what Wine lacks of Windows 10."""
    release.say("making a Windows under Wine")
    release.clean(PREFIX)
    wine("wineboot", "--init")
    compiler = release.tool("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")
    for name, libraries in STAND_INS.items():
        target = DRIVE / "windows" / "system32" / f"{name}.dll"
        source = WINDOWS / "wine" / f"{name}.c"
        release.run(compiler, "-shared", "-O2", "-o", target, source, *libraries)


def wine(
    *command: str | Path, may_fail: bool = False, variables: Mapping[str, str] | None = None
) -> str:
    """Run a Windows program and return what it wrote; raises BuildFailed when it fails.

    Its output goes through a pipe: Python under Wine cannot write to a file or a terminal.
    """
    words = [release.tool("wine64", "wine64"), *map(str, command)]
    done = subprocess.run(
        words,
        env={**os.environ, **_QUIET, **(variables or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        timeout=LONGEST,
    )
    if done.returncode and not may_fail:
        raise BuildFailed(f"{command[0]} answered {done.returncode}:\n{done.stdout}")
    return done.stdout


def commanded(program: Path, *command: str, variables: Mapping[str, str] | None = None) -> str:
    """Run the installed program's command."""
    return wine(program / COMMAND_PROGRAM, *command, variables=variables)


def windows_path(path: Path) -> str:
    """Return how Windows calls a file."""
    if path.is_relative_to(DRIVE):
        return "C:\\" + str(path.relative_to(DRIVE)).replace("/", "\\")
    return "Z:" + str(path).replace("/", "\\")


def home() -> Path:
    """Return the folder of the person who works there."""
    people = [each for each in (DRIVE / "users").iterdir() if each.name != "Public"]
    return people[0]


def registered(name: str) -> str:
    """Return what the list of installed programs says of ours, "" for nothing."""
    key = f"HKEY_CURRENT_USER\\{UNINSTALL}"
    said = wine("reg", "query", key, "/v", name, may_fail=True)
    found = re.search(rf"{name}\s+REG_SZ\s+(.+)", said)
    return found[1].strip() if found else ""


def open_old_file(program: Path, data: Path) -> None:
    """Open the old file with the new program: it is changed after a copy, and nobody is lost."""
    secret, case = PREFIX / "secret.txt", PREFIX / "case.json"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    commanded(
        program,
        *("export-case", "--file", windows_path(data), "--client", CLIENT),
        *("--output", windows_path(case)),
        variables={"KOTOUTUS_PASSPHRASE_FILE": windows_path(secret)},
    )
    require_carried_on(data, case)


def require(holds: bool, otherwise: str) -> None:
    """Raise BuildFailed unless something holds."""
    if not holds:
        raise BuildFailed(otherwise)
