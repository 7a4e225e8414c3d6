import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

from installer import release, stage_windows
from installer.release import BuildFailed
from installer.stage_windows import KIND_ICONS, Runtime, compile_all, search_path, unpack_runtime
from installer.write_wix import KINDS


@pytest.fixture
def embedded(tmp_path: Path) -> Runtime:
    path = tmp_path / "python.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("python3.dll", "python313.dll", "python313.zip", "Lib/inner.py"):
            archive.writestr(name, name)
    return Runtime(path, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return release.clean(tmp_path / "target")


def test_a_newer_runtime_says_its_version_itself(embedded: Runtime, target: Path) -> None:
    version, released = unpack_runtime(embedded, target)

    assert version == (3, 13)
    assert released == release.epoch()
    assert not (target / "Lib").exists()


@pytest.mark.parametrize("sha256", [None, "0" * 64])
def test_a_runtime_that_is_not_the_one_that_was_meant_is_refused(embedded, target, sha256) -> None:
    with pytest.raises(BuildFailed, match="digest"):
        unpack_runtime(Runtime(embedded.archive, sha256), target)

    assert list(target.iterdir()) == []


def test_a_forged_runtime_is_not_laid_out(embedded, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(stage_windows, "WORK", tmp_path / "work")
    monkeypatch.setattr(stage_windows, "STAGE", release.clean(tmp_path / "stage"))
    monkeypatch.setattr(stage_windows, "unpack_runtime", forged)
    monkeypatch.setattr(release, "tool", lambda *_names: "/bin/false")

    with pytest.raises(BuildFailed, match=r"not signed by its makers: python311\.dll"):
        stage_windows.lay_runtime(embedded)

    assert list((tmp_path / "stage").iterdir()) == []


def forged(_runtime: Runtime, folder: Path) -> tuple[tuple[int, int], int]:
    (folder / "python311.dll").write_bytes(b"x")
    return sys.version_info[:2], 0


def test_a_runtime_of_another_version_than_the_building_python_is_refused(
    embedded, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(stage_windows, "WORK", tmp_path / "work")
    monkeypatch.setattr(stage_windows, "unpack_runtime", lambda *_arguments: ((3, 99), 0))

    with pytest.raises(BuildFailed, match=r"Python 3\.99 is to be shipped"):
        stage_windows.lay_runtime(embedded)


def test_modules_are_looked_for_in_the_program_s_folder_and_nowhere_else() -> None:
    places = search_path("311").splitlines()

    assert places == ["python311.zip", ".", "Lib\\site-packages", "app"]
    assert not any("import site" in place for place in places)


def test_modules_are_compiled_so_that_nothing_is_written_at_the_start(tmp_path: Path) -> None:
    for name in ("Lib/site-packages", "app/kotoutus_desktop"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.py").write_text("x = 1\n")

    compile_all(tmp_path)

    first = {path: path.read_bytes() for path in tmp_path.rglob("*.pyc")}
    assert len(first) == 2
    assert all(content[4:8] == b"\x01\0\0\0" for content in first.values())  # by hash, unchecked
    assert not any(str(tmp_path).encode() in content for content in first.values())


def test_packages_come_compiled_and_the_program_with_its_sources(tmp_path: Path) -> None:
    for name in ("Lib/site-packages", "app/kotoutus_desktop"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.py").write_text("x = 1\n")

    compile_all(tmp_path)

    assert [each.name for each in (tmp_path / "Lib/site-packages").iterdir()] == ["a.pyc"]
    assert (tmp_path / "app/kotoutus_desktop/a.py").exists()


def test_a_module_that_does_not_compile_stops_the_build(tmp_path: Path, capsys) -> None:
    for name in ("Lib/site-packages", "app/kotoutus_desktop"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "app" / "kotoutus_desktop" / "a.py").write_text("x = (\n")

    with pytest.raises(BuildFailed, match="kotoutus_desktop"):
        compile_all(tmp_path)
    capsys.readouterr()


def test_both_packages_have_an_icon_for_each_file_type() -> None:
    setup = (stage_windows.WINDOWS / "setup.nsi").read_text("utf-8")

    for ending, (kind, _words) in KINDS.items():
        assert kind in KIND_ICONS
        assert f'FILE_TYPE "{ending}" "{kind}"' in setup
