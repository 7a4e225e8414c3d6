import configparser
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer import build_linux, release
from kotoutus_desktop.models.transfer.sealed_file import SUFFIX

EPOCH = 1_790_000_000
KINDS = ("application/x-kotoutus", "application/x-kotoutus-transfer")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(autouse=True)
def at_a_fixed_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    release.epoch.cache_clear()
    yield
    release.epoch.cache_clear()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree" / "opt" / release.NAME
    (folder / "_internal").mkdir(parents=True)
    (folder / release.NAME).write_text("program")
    (folder / "_internal" / "data").write_text("data")
    release.settle(tmp_path / "tree", [build_linux.PROGRAM])
    return tmp_path / "tree"


def test_the_portable_archive_is_the_same_twice(tree, tmp_path, monkeypatch) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr(build_linux, "DIST", tmp_path / name)
        made.append(build_linux.portable(tree, "1.2.3").read_bytes())

    assert made[0] == made[1]


def test_the_portable_archive_unpacks_into_one_folder_of_nobody(
    tree, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(build_linux, "DIST", tmp_path)

    with tarfile.open(build_linux.portable(tree, "1.2.3")) as archive:
        entries = {each.name: each for each in archive.getmembers()}

    assert set(entries) == {
        "kotoutus-desktop-1.2.3",
        "kotoutus-desktop-1.2.3/_internal",
        "kotoutus-desktop-1.2.3/_internal/data",
        "kotoutus-desktop-1.2.3/kotoutus-desktop",
    }
    program = entries["kotoutus-desktop-1.2.3/kotoutus-desktop"]
    assert (program.mode, program.uid, program.uname, program.mtime) == (0o755, 0, "", EPOCH)


def test_the_packages_ask_for_the_c_library_that_the_wheels_need_at_least(monkeypatch) -> None:
    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", "2.17"))
    assert build_linux.needed_glibc() == "2.34"

    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", "2.36"))
    assert build_linux.needed_glibc() == "2.36"


def test_the_packages_carry_version_and_time_of_the_release() -> None:
    told = build_linux.description("1.2.3")

    assert "version: 1.2.3\n" in told
    assert "mtime: 2026-09-21T14:13:20Z" in told
    assert "$" not in told


@pytest.fixture
def share(tmp_path: Path) -> Path:
    build_linux.lay_share(tmp_path)
    return tmp_path


def test_the_menu_entry_is_in_three_languages_and_opens_the_file_types(share: Path) -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(share / "applications" / "kotoutus-desktop.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert {"GenericName", "GenericName[fi]", "GenericName[sv]"} <= set(entry)
    assert tuple(entry["MimeType"].strip(";").split(";")) == KINDS


def test_the_file_types_are_those_that_the_program_writes(share: Path) -> None:
    root = ElementTree.parse(share / "mime" / "packages" / "kotoutus-desktop.xml").getroot()

    kinds = {
        kind.get("type"): [each.get("pattern") for each in kind.iter(f"{MIME}glob")]
        for kind in root.iter(f"{MIME}mime-type")
    }
    assert kinds == {KINDS[0]: ["*.kotoutus"], KINDS[1]: [f"*{SUFFIX}"]}


def test_the_metainfo_names_the_version_its_day_and_the_menu_entry(share: Path) -> None:
    path = share / "metainfo" / "fi.kotoutus.Desktop.metainfo.xml"
    root = ElementTree.parse(path).getroot()

    (version,) = root.iter("release")
    assert version.attrib == {"version": release.VERSION, "date": "2026-09-21"}
    assert root.findtext("launchable") == "kotoutus-desktop.desktop"


def test_the_licence_lies_where_debian_looks_for_it(share: Path) -> None:
    text = (share / "doc" / "kotoutus-desktop" / "copyright").read_text("utf-8")

    assert "EUROPEAN UNION PUBLIC LICENCE" in text
    assert "LGPL" in text
