"""The locks hold every package to its bytes, and name no place to fetch them from."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
# taken apart, or this very file would be found
INDEX_ADDRESS = re.compile(
    "|".join(
        [
            r"pypi\." + r"org",
            r"files\.python" + r"hosted",
            r"registry\.npm" + r"js",
            r"--(extra-)?index-url[ =]" + r"\S*://",
            r"https?://[^\s\"'<>)]*/simple" + r"\b",
            r"https?://[^\s\"'<>)]*(artifactory|nexus|devpi|pkg\.dev)" + r"\b",
        ]
    ),
    flags=re.IGNORECASE,
)


def requirements(lock: str) -> dict[Requirement, int]:
    """Return the requirements of a lock file, each with the number of its hashes."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {
        Requirement(line.split(" --hash=")[0].strip()): line.count("--hash=sha256:")
        for line in lines
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_one_version_and_its_hashes(lock: str) -> None:
    for requirement, hashes in requirements(lock).items():
        assert str(requirement.specifier).startswith("=="), requirement
        assert hashes > 0, requirement


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
def test_python_311_gets_a_qt_that_does_not_abort_it(lock: str, package: str) -> None:
    """PySide6 6.12.0 aborts Python 3.11, see test_toolkit."""
    found = [each for each in requirements(lock) if each.name == package]

    for python, newest in (("3.11.9", (6, 11)), ("3.12.0", (99,)), ("3.14.0", (99,))):
        variables = {"python_full_version": python, "python_version": python.rpartition(".")[0]}
        chosen = [each for each in found if (each.marker or ALWAYS).evaluate(variables)]
        assert len(chosen) == 1, python
        version = str(chosen[0].specifier).removeprefix("==")
        assert tuple(int(part) for part in version.split(".")[:2]) <= newest


ALWAYS = Marker("python_version > '0'")


def test_the_tests_run_with_the_versions_that_are_shipped() -> None:
    shipped = {str(requirement) for requirement in requirements("requirements.lock")}
    tested = {str(requirement) for requirement in requirements("requirements-dev.lock")}

    assert shipped <= tested


@pytest.mark.skipif(not shutil.which("git"), reason="without git nobody commits")
def test_no_committed_file_names_a_package_index() -> None:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = [name for name in listing.stdout.decode().split("\0") if name]
    if not names:
        pytest.skip("not a checkout")

    found = []
    for path in (ROOT / name for name in names):
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            match = INDEX_ADDRESS.search(content.decode("utf-8", "replace"))
            found += [f"{path.relative_to(ROOT)}: {match[0]}"] if match else []
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "see https://pypi" + ".org/project/x",
        "--index-url https" + "://mirror.example/x",
        "https://mirror.example" + "/python/simple",
        "https://x.example" + "/artifactory/pypi",
    ],
)
def test_a_planted_index_address_is_found(text: str) -> None:
    assert INDEX_ADDRESS.search(text)
