"""The version stands in three places that a release must not confuse."""

import re
import tomllib
from pathlib import Path

import kotoutus_desktop

ROOT = Path(__file__).parent.parent
HEADINGS = re.findall(
    r"^## (\S+)", (ROOT / "resources/changelog.md").read_text("utf-8"), flags=re.MULTILINE
)


def test_the_first_heading_of_the_changelog_is_the_version() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    assert HEADINGS[0] == settings["project"]["version"] == kotoutus_desktop.__version__


def test_the_changelog_tells_each_version_once_and_the_newest_first() -> None:
    versions = [tuple(int(part) for part in heading.split(".")) for heading in HEADINGS]

    assert versions == sorted(set(versions), reverse=True)


def test_changes_are_told_as_added_changed_or_fixed() -> None:
    text = (ROOT / "resources/changelog.md").read_text("utf-8")

    kinds = set(re.findall(r"^### (.+)$", text, flags=re.MULTILINE))

    assert kinds <= {"Added", "Changed", "Fixed"}
