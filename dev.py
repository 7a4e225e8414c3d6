#!/usr/bin/env python3
"""Start, test and check the program from a checkout, with nothing but Python.

    python3 dev.py run [program arguments]     open the program (without a screen: the demo)
    python3 dev.py test [pytest arguments]     run the tests
    python3 dev.py check                       lint, format, types, licences
    python3 dev.py lock                        choose the newest versions of all packages

The environment `.venv` is made from the hashed lock files and kept up to date with them.
Only the standard library may be used here: at the first start there is nothing else.
"""

from __future__ import annotations  # an older Python must get as far as the message below

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "installed.txt"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
OLDEST, NEWEST = (3, 11), (3, 14)

# The shared libraries that Qt's wheels leave to the system.
OFFSCREEN = "EGL.so.1 GL.so.1 fontconfig.so.1 glib-2.0.so.0 dbus-1.so.3 xkbcommon.so.0 X11.so.6"
ON_SCREEN = (
    "xcb-cursor.so.0 xcb-icccm.so.4 xcb-image.so.0 xcb-keysyms.so.1 xcb-randr.so.0"
    " xcb-render-util.so.0 xcb-shape.so.0 xcb-sync.so.1 xcb-xfixes.so.0 xcb-xkb.so.1"
    " xkbcommon-x11.so.0 X11-xcb.so.1"
)
PRINTING = "cups.so.2"


class SetupFailed(Exception):
    """The environment cannot be made; the message says what to do."""


def say(message: str) -> None:
    """Tell the person at the terminal what goes on, apart from the program's own output."""
    sys.stderr.write(f"dev.py: {message}\n")


def check_python(version: tuple[int, int]) -> None:
    """Raise SetupFailed unless the lock files hold packages for this Python."""
    if not OLDEST <= version <= NEWEST:
        raise SetupFailed(
            f"Python {version[0]}.{version[1]} cannot run this program; it needs Python 3.11 to"
            " 3.14.\nStart it with one of these, for example: python3.12 dev.py run"
        )


def has_screen(variables: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether windows can be shown; only Linux can be without a screen."""
    shown = variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")
    return bool(shown) or not platform.startswith("linux")


def child_variables(variables: Mapping[str, str], *, offscreen: bool) -> dict[str, str]:
    """Return the variables that the program is started with.

    Qt is told to paint into memory where there is no screen, and gets a UTF-8 locale where
    there is none (a bare container), or it would warn at every start.
    """
    result = dict(variables)
    if offscreen:
        result.setdefault("QT_QPA_PLATFORM", "offscreen")
    locale = next((result[n] for n in ("LC_ALL", "LC_CTYPE", "LANG") if result.get(n)), "")
    if sys.platform.startswith("linux") and "utf" not in locale.lower():
        result["LC_ALL"] = "C.UTF-8"
    return result


def program_arguments(arguments: Sequence[str], *, screen: bool) -> list[str]:
    """Return the program's arguments: without a screen and without arguments, the demo."""
    return list(arguments) if arguments or screen else ["--demo"]


def pytest_arguments(arguments: Sequence[str], cores: int) -> list[str]:
    """Return pytest's arguments: two workers, a module on one of them, unless somebody chose."""
    own = ("bench", "-n", "--numprocesses", "-p", "--pdb")
    chosen = cores < 2 or any(each.startswith(own) for each in arguments)
    return [*([] if chosen else ["-n", "2", "--dist", "worksteal"]), *arguments]


def root_user() -> bool:
    """Tell whether system packages may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def on_debian() -> bool:
    """Tell whether this is Debian or one of its kin (Ubuntu, Mint), with apt."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    """Install system packages as root; raise SetupFailed with the command for anyone else."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not root_user():
        raise SetupFailed(
            "parts of the system are missing. Install them with this one command, then start"
            f" again:\n    sudo apt-get update && sudo {shlex.join(install)}"
        )
    say(f"installing {' '.join(packages)}")
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SetupFailed(f"`{shlex.join(command)}` failed:\n{done.stderr}Is there a network?")


def debian_package(library: str) -> str:
    """Return the package of a shared library, by Debian's rule for naming them."""
    if library == "libglib-2.0.so.0":
        return "libglib2.0-0"
    name, _, version = library.lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else name + version


def packages_of_missing(libraries: str) -> list[str]:
    """Return the Debian packages of those libraries that the system cannot load."""
    tool = shutil.which("ldconfig") or "/sbin/ldconfig"
    listing = subprocess.run([tool, "-p"], capture_output=True, text=True, check=False).stdout
    loadable = {line.split()[0] for line in listing.splitlines() if "=>" in line}
    names = [f"lib{each}" for each in libraries.split()]
    return [debian_package(each) for each in names if each not in loadable]


def ensure_system(*, screen: bool) -> None:
    """Install on Debian what Qt and pip need from the system; other systems bring it along."""
    if not (sys.platform.startswith("linux") and on_debian()):
        return
    missing = packages_of_missing(f"{OFFSCREEN} {ON_SCREEN}" if screen else OFFSCREEN)
    if find_spec("ensurepip") is None and not shutil.which("uv") and not PYTHON.exists():
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    printing = packages_of_missing(PRINTING)
    if missing or (printing and root_user()):
        apt_install(missing + printing)
    elif printing:
        say(f"to print on paper, install {' '.join(printing)}; everything else works without")


def environment_version(folder: Path) -> tuple[int, int] | None:
    """Return the Python that an environment was made with, None when there is no such."""
    try:
        lines = (folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    settings = dict(line.split(" = ", 1) for line in lines if " = " in line)
    parts = settings.get("version", settings.get("version_info", "")).split(".")
    return (int(parts[0]), int(parts[1])) if len(parts) > 1 else None


def ensure_environment() -> None:
    """Make `.venv`, or make it anew when it belongs to another Python."""
    if PYTHON.exists() and environment_version(ENVIRONMENT) == sys.version_info[:2]:
        return
    say(f"making {ENVIRONMENT.name} with Python {sys.version_info[0]}.{sys.version_info[1]}")
    venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)


def ran_quietly(*command: str | Path) -> bool:
    """Run a command whose output nobody needs; tell whether it went well."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def ensure_pip() -> None:
    """Put pip into the environment, from the copy that Python brings along."""
    if ran_quietly(PYTHON, "-m", "pip", "--version"):
        return
    if not ran_quietly(PYTHON, "-m", "ensurepip", "--default-pip"):
        raise SetupFailed(
            "this Python comes without pip (the module ensurepip is missing or broken).\n"
            f"Install the whole of Python, or uv, delete {ENVIRONMENT} and start again."
        )


def install(lock: Path) -> bool:
    """Install a lock file, with uv where it is present, else pip; tell whether it went well."""
    # wheels only: building from source would fetch tools that no hash holds
    options = ["install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    uv = shutil.which("uv")
    if uv and ran_quietly(uv, "pip", *options, "--python", PYTHON):
        return True
    ensure_pip()
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *options]
    return subprocess.run(pip, stdout=sys.stderr, check=False).returncode == 0


def state(lock: Path) -> str:
    """Return one line that changes whenever the lock file does."""
    return f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def ensure_packages(lock: Path) -> None:
    """Install a lock file unless it is there in this very state; the tests' counts for both."""
    if STAMP.exists() and state(lock) in STAMP.read_text(encoding="utf-8").splitlines():
        return
    say(f"installing the packages of {lock.name} (some 150 MB the first time)")
    if not install(lock):
        raise SetupFailed(
            "the packages could not be installed, see above. Is there a network, and room on"
            " the disk?\nAn office that has its own package index names it to pip once:"
            " pip config set global.index-url ADDRESS"
        )
    locks = sorted({lock, RUN_LOCK}) if lock == DEV_LOCK else [lock]
    STAMP.write_text("\n".join(state(each) for each in locks), encoding="utf-8")


def prepare(lock_file: Path, *, screen: bool) -> None:
    """Bring system, environment and packages to where the program or its tests can start."""
    ensure_system(screen=screen)
    ensure_environment()
    ensure_packages(lock_file)


def start(*command: str, folder: Path = ROOT, offscreen: bool = True) -> int:
    """Run something of the environment in a folder and return its exit code."""
    variables = child_variables(os.environ, offscreen=offscreen)
    try:
        return subprocess.run([PYTHON, *command], cwd=folder, env=variables, check=False).returncode
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    """Open the program; where there is no screen it shows its work in a folder instead."""
    screen = has_screen(os.environ)
    prepare(RUN_LOCK, screen=screen)
    shown = program_arguments(arguments, screen=screen)
    # in the caller's folder, because file names among the arguments start from there
    os.environ["PYTHONPATH"] = str(ROOT)
    return start("-m", "kotoutus_desktop", *shown, folder=Path.cwd(), offscreen=not screen)


def test(arguments: Sequence[str]) -> int:
    """Run the tests, which never need a screen."""
    prepare(DEV_LOCK, screen=False)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # dozens of tests start the program anew
    return start("-m", "pytest", *pytest_arguments(arguments, os.cpu_count() or 1))


def check(_arguments: Sequence[str]) -> int:
    """Run every check that is not a test, all of them even when one fails."""
    prepare(DEV_LOCK, screen=False)
    checks = [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy", "kotoutus_desktop", "dev.py", "installer"],
        *([f"installer/{name}.py"] for name in ("licence_gate", "audit_lock")),
    ]
    return max([start(*command) for command in checks], key=abs)


def lock(_arguments: Sequence[str]) -> int:
    """Choose the newest versions that `pyproject.toml` allows, for every platform and Python."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupFailed("uv is needed to make the lock files: python3 -m pip install uv")
    # neither file may name an address; an extra must be pinned by its own name for pip
    options = "--universal --generate-hashes --no-strip-extras --no-annotate --no-header --upgrade"
    command = [uv, "pip", "compile", *options.split(), "--python-version", "3.11"]
    for target, extra in ((RUN_LOCK, []), (DEV_LOCK, ["--group", "dev", "-c", RUN_LOCK.name])):
        made = [*command, *extra, "pyproject.toml", "-o", target.name]
        if subprocess.run(made, cwd=ROOT, stdout=sys.stderr, check=False).returncode:
            raise SetupFailed(f"{target.name} could not be made, see above; it stays as it was.")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code: 1 when the setup failed."""
    commands = {"run": run, "test": test, "check": check, "lock": lock}
    if not arguments or arguments[0] not in commands:
        sys.stderr.write(f"{__doc__}\n")
        return 1
    try:
        check_python(sys.version_info[:2])
        return commands[arguments[0]](arguments[1:])
    except SetupFailed as problem:
        say(str(problem))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
