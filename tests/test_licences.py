"""What is shipped may be shipped, and its licences go with it."""

import re
from pathlib import Path

import pytest

from installer import licence_gate

ROOT = Path(__file__).parent.parent
NAMES = licence_gate.locked_names((ROOT / "requirements.lock").read_text("utf-8"))


def test_every_package_may_be_shipped_and_its_text_is_there() -> None:
    assert licence_gate.problems(NAMES) == []


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "Apache-2.0 OR BSD-3-Clause",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "GPL-3.0-only OR MIT AND ISC",
        "(GPL-3.0-only OR MIT) AND ISC",
        "((MIT OR AGPL-3.0-only) AND ISC) OR GPL-2.0-only",
    ],
)
def test_a_choice_that_holds_an_accepted_licence_is_accepted(expression: str) -> None:
    assert licence_gate.is_accepted(expression)


@pytest.mark.parametrize(
    "expression",
    ["GPL-3.0-only", "AGPL-3.0-or-later", "MIT AND GPL-3.0-only", "(MIT OR ISC) AND GPL-2.0-only"],
)
def test_a_licence_that_would_bind_the_program_is_refused(expression: str) -> None:
    problem = licence_gate.problem_with("thing", expression)

    assert problem is not None
    assert "would bind the whole program" in problem


@pytest.mark.parametrize("expression", ["", "Dual License", "see LICENSE", "MIT AND Whatever-1.0"])
def test_an_unknown_licence_is_refused(expression: str) -> None:
    problem = licence_gate.problem_with("thing", expression)

    assert problem is not None
    assert "is not known" in problem


def test_a_package_that_is_not_installed_and_not_known_is_refused() -> None:
    found = licence_gate.problems([*NAMES, "no-such-package"])

    assert any(each.startswith("no-such-package: the licence (none named)") for each in found)


def test_a_hand_entry_for_what_is_no_longer_shipped_is_refused() -> None:
    found = licence_gate.problems([name for name in NAMES if name != "sqlcipher3"])

    assert found == ["sqlcipher3: has a hand entry, but is not shipped"]


def test_every_hand_entry_says_why() -> None:
    assert all(len(entry.reason) > 20 for entry in licence_gate.HAND_ENTRIES.values())


def test_a_missing_text_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licence_gate, "ROOT", tmp_path)
    monkeypatch.setattr(licence_gate, "TEXTS", tmp_path)
    monkeypatch.setattr(licence_gate, "COLLECTED", tmp_path / "packages")

    assert len(licence_gate.missing_texts("sqlcipher3")) == 3
    assert "--collect" in licence_gate.missing_texts("alembic")[0]


def test_collecting_writes_a_text_for_each_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licence_gate, "COLLECTED", tmp_path / "packages")

    licence_gate.collect(["alembic", "sqlalchemy"])

    assert "Permission is hereby granted" in (tmp_path / "packages/alembic.txt").read_text("utf-8")
    assert len(list((tmp_path / "packages").iterdir())) == 2


def test_only_the_swedish_dictionary_of_pyphen_is_used() -> None:
    """Others in the same package are under the GPL alone, the Ukrainian one among them."""
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "kotoutus_desktop").rglob("*.py"))

    assert set(re.findall(r"Pyphen\([^)]*?lang=\"(\w+)\"", code)) <= {"sv"}
    assert len(re.findall(r"Pyphen\(", code)) == len(re.findall(r"Pyphen\(lang=\"sv\"", code))


def test_the_licence_of_the_program_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")

    articles = re.findall(r"^(\d+)\.", text, flags=re.MULTILINE)

    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert articles == [str(number) for number in range(1, 16)]
    assert "Appendix" in text
    assert "LiLiQ-R+" in text
