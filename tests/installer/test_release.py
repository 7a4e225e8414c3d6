"""What all targets share, and that no file of the installer says where packages come from."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer import release, sbom
from installer.licence_gate import licence_of
from installer.release import BuildFailed

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"
SCHEMAS = re.compile(
    r"https?://(schemas\.microsoft\.com|www\.w3\.org|www\.freedesktop\.org/standards)"
)
"""Names of forms that look like addresses; nothing is fetched from them."""

NEW_FILES = [
    path
    for path in sorted(INSTALLER.rglob("*"))
    if path.is_file()
    and "__pycache__" not in path.parts
    and path.name not in {"fetch_fonts.py", "index_sections.py", "audit_lock.py"}
]
LOCKS = [path for path in NEW_FILES if path.suffix == ".lock"]


@pytest.fixture(autouse=True)
def at_a_fixed_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    release.epoch.cache_clear()
    yield
    release.epoch.cache_clear()


@pytest.mark.parametrize("path", NEW_FILES, ids=lambda path: str(path.relative_to(INSTALLER)))
def test_no_file_holds_an_address_of_packages(path: Path) -> None:
    text = SCHEMAS.sub("", path.read_text("utf-8"))

    assert not re.search(r"https?://|index-url|find-links|trusted-host", text)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: str(path.relative_to(INSTALLER)))
def test_every_tool_has_one_version_and_its_digests(path: Path) -> None:
    for each in sbom.pinned(path.read_text("utf-8")):
        assert each.digests, each.name


def test_every_library_under_the_lgpl_is_named_with_its_duties() -> None:
    duties = (INSTALLER / "LGPL.txt").read_text("utf-8").lower()
    packages = sbom.pinned((ROOT / "requirements.lock").read_text("utf-8"))
    bound = {each.name for each in packages if "LGPL" in (licence_of(each.name) or "")}

    assert bound >= {"pyphen", "python-stdnum"}
    for name in bound:
        assert name.removesuffix("-essentials").removesuffix("6") in duties, name


def test_the_time_of_the_release_is_the_one_that_is_named() -> None:
    assert release.epoch() == 1_790_000_000
    assert release.fixed()["SOURCE_DATE_EPOCH"] == "1790000000"


def test_without_a_name_it_is_the_time_of_the_commit(monkeypatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(release, "run", lambda *_command: "1780000000\n")

    assert release.epoch() == 1_780_000_000


def test_data_is_laid_out_twice_with_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        release.lay_data(release.clean(tmp_path / name))
        release.settle(tmp_path / name)

    one, two = (sorted(each for each in (tmp_path / n).rglob("*")) for n in ("one", "two"))
    assert [a.relative_to(tmp_path / "one") for a in one] == [
        b.relative_to(tmp_path / "two") for b in two
    ]
    for a, b in zip(one, two, strict=True):
        assert a.stat().st_mtime == b.stat().st_mtime == 1_790_000_000
        assert a.is_dir() or a.read_bytes() == b.read_bytes()


def test_the_data_hold_licences_the_bill_and_compiled_catalogs(tmp_path: Path) -> None:
    release.lay_data(tmp_path)

    shipped = {each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*")}
    assert {
        *("LICENSE.txt", "LGPL.txt", "sbom.cdx.json", "resources/changelog.md"),
        *("resources/licences/LGPL-3.0.txt", "resources/licences/GPL-3.0.txt"),
        *("resources/licences/packages/pyphen.txt", "resources/fonts/OFL-NotoSans.txt"),
        *("translations/fi/LC_MESSAGES/interface.mo", "translations/ar/LC_MESSAGES/phrases.po"),
        *("resources/data/self_check_cases.json", "resources/guidance/help-sv.md"),
    } <= shipped
    assert not [each for each in shipped if each.endswith(("interface.po", ".pyc"))]


def test_modes_tell_programs_from_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("program", "folder/file"):
        (tmp_path / name).write_text("x")

    release.settle(tmp_path, ["program"])

    assert (tmp_path / "program").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "folder" / "file").stat().st_mode & 0o777 == 0o644


def test_the_list_of_sums_is_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"a")

    release.write_sums([tmp_path / "a.deb"], tmp_path / "sums")

    done = subprocess.run(
        ["sha256sum", "--check", "sums"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout == "a.deb: OK\n"


def test_a_command_that_fails_stops_the_build_with_what_it_said() -> None:
    with pytest.raises(BuildFailed, match="no disk"):
        release.run(sys.executable, "-c", "import sys; print('no disk'); sys.exit(3)")


def test_a_missing_tool_is_named_with_its_package() -> None:
    with pytest.raises(BuildFailed, match="apt-get install such-a-package"):
        release.tool("such-a-tool", "such-a-package")


def test_a_licence_that_does_not_allow_shipping_stops_the_build(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(release.licence_gate, "main", lambda _arguments: 1)

    with pytest.raises(BuildFailed, match="licence"):
        release.write_bill(tmp_path / "bill.json")
