"""The script that a newcomer starts first must help, whatever the machine lacks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parent.parent
SIDE_BY_SIDE = ("-n", "2", "--dist", "worksteal")


def started(script: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Start a copy of the script as a person would, and wait for it."""
    return subprocess.run(
        [sys.executable, script, *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the script and two small locks, which `dev` takes for the checkout."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"nothing-{name[:14]}==1 --hash=sha256:{'0' * 64}\n")
    shutil.copy(ROOT / "dev.py", tmp_path)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv/installed.txt")
    monkeypatch.setattr(dev, "RUN_LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "DEV_LOCK", tmp_path / "requirements-dev.lock")
    return tmp_path


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_every_python_of_the_locks_may_start_it(version: tuple[int, int]) -> None:
    dev.check_python(version)


@pytest.mark.parametrize("version", [(2, 7), (3, 10), (3, 15)])
def test_another_python_is_told_which_to_take(version: tuple[int, int]) -> None:
    with pytest.raises(dev.SetupFailed, match=r"needs Python 3\.11"):
        dev.check_python(version)


def test_without_a_screen_and_without_arguments_the_demo_is_run() -> None:
    assert dev.program_arguments([], screen=False) == ["--demo"]


def test_with_a_screen_the_program_opens() -> None:
    assert dev.program_arguments([], screen=True) == []


def test_what_was_asked_for_is_done_with_or_without_a_screen() -> None:
    asked = ["render-plan", "case.json"]

    assert dev.program_arguments(asked, screen=False) == asked
    assert dev.program_arguments(asked, screen=True) == asked


@pytest.mark.parametrize(
    ("variables", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_recognised(variables: dict[str, str], platform: str, screen: bool) -> None:
    assert dev.has_screen(variables, platform) is screen


def test_qt_paints_into_memory_where_there_is_no_screen() -> None:
    assert dev.child_variables({}, offscreen=True)["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in dev.child_variables({}, offscreen=False)


def test_a_platform_that_a_person_chose_is_left_as_it_is() -> None:
    chosen = dev.child_variables({"QT_QPA_PLATFORM": "vnc"}, offscreen=True)

    assert chosen["QT_QPA_PLATFORM"] == "vnc"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a locale of Linux")
@pytest.mark.parametrize(
    ("variables", "changed"),
    [
        ({}, True),
        ({"LANG": "C"}, True),
        ({"LC_ALL": "C", "LANG": "fi_FI.UTF-8"}, True),
        ({"LANG": "fi_FI.UTF-8"}, False),
        ({"LC_ALL": "C.utf8"}, False),
    ],
)
def test_a_bare_container_gets_a_locale_that_knows_letters(
    variables: dict[str, str], changed: bool
) -> None:
    locale = dev.child_variables(variables, offscreen=True).get("LC_ALL")

    assert (locale == "C.UTF-8") is changed


@pytest.mark.parametrize(
    ("arguments", "cores", "workers"),
    [
        ([], 2, True),
        (["tests/rules"], 8, True),
        ([], 1, False),
        (["-n", "4"], 8, False),
        (["-n0"], 8, False),
        (["-m", "bench"], 8, False),
        (["--pdb"], 8, False),
    ],
)
def test_tests_run_side_by_side_unless_it_would_hurt(
    arguments: list[str], cores: int, workers: bool
) -> None:
    chosen = dev.pytest_arguments(arguments, cores)

    assert chosen == ([*SIDE_BY_SIDE, *arguments] if workers else arguments)


def test_what_the_tests_compile_is_kept_for_the_programs_they_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = []
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(dev, "prepare", lambda *_lock, **_screen: None)
    monkeypatch.setattr(dev, "start", lambda *_command: left.append(dict(os.environ)) or 0)

    assert dev.test([]) == 0
    assert "PYTHONDONTWRITEBYTECODE" not in left[0]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libcups.so.2", "libcups2"),
    ],
)
def test_a_missing_library_is_asked_for_by_its_package(library: str, package: str) -> None:
    assert dev.debian_package(library) == package


def test_who_may_not_install_is_given_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "root_user", lambda: False)

    with pytest.raises(dev.SetupFailed, match="sudo apt-get update && sudo apt-get install") as it:
        dev.apt_install(["libegl1", "libcups2"])

    assert str(it.value).endswith("libegl1 libcups2")


def test_a_lock_counts_as_installed_until_it_changes(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "install", lambda lock: installed.append(lock.name) or True)
    (checkout / ".venv").mkdir()

    dev.ensure_packages(dev.RUN_LOCK)
    dev.ensure_packages(dev.RUN_LOCK)
    dev.ensure_packages(dev.DEV_LOCK)
    dev.ensure_packages(dev.RUN_LOCK)
    assert installed == ["requirements.lock", "requirements-dev.lock"]

    dev.RUN_LOCK.write_text("another==2 --hash=sha256:00\n")
    dev.ensure_packages(dev.RUN_LOCK)
    assert installed[2:] == ["requirements.lock"]


@pytest.mark.parametrize(
    ("settings", "version"),
    [("version = 3.11.2\n", (3, 11)), ("uv = 1\nversion_info = 3.13.0\n", (3, 13)), ("", None)],
)
def test_the_python_of_an_environment_is_read(
    tmp_path: Path, settings: str, version: tuple[int, int] | None
) -> None:
    (tmp_path / "pyvenv.cfg").write_text(settings)

    assert dev.environment_version(tmp_path) == version


def test_an_environment_that_is_not_there_has_no_python(tmp_path: Path) -> None:
    assert dev.environment_version(tmp_path) is None


@pytest.mark.parametrize("arguments", [[], ["start"], ["--help"]])
def test_an_unknown_command_is_answered_with_the_commands(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 1
    assert "dev.py run" in capsys.readouterr().err


def test_without_uv_no_lock_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)

    assert dev.main(["lock"]) == 1
    assert "pip install uv" in capsys.readouterr().err


def test_packages_that_cannot_be_had_end_in_advice(checkout: Path) -> None:
    done = started(checkout / "dev.py", "test", PIP_NO_INDEX="1", UV_OFFLINE="1", UV_NO_CACHE="1")

    assert done.returncode == 1
    assert "Is there a network" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv/installed.txt").exists()
