import json
from pathlib import Path
from typing import Any

import pytest

from kotoutus_desktop.casefile import CaseRefused
from kotoutus_desktop.commands.render_plan import Wanted, render_plan
from kotoutus_desktop.errors import CannotWrite, DamagedFile, InvalidInput, NotPrintable

RUSSIAN: Wanted = {"language": "ru", "official": None, "only": False, "with_identity_code": False}


def changed(source: Path, target: Path, **parts: Any) -> Path:
    values = json.loads(source.read_text(encoding="utf-8")) | parts
    target.write_text(json.dumps(values), encoding="utf-8")
    return target


def test_a_case_file_becomes_paper_and_warnings(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "plan.pdf"

    warnings = render_plan(case_path, output, **RUSSIAN)

    assert output.read_bytes().startswith(b"%PDF-")
    assert [warning.row for warning in warnings] == ["1", "2.1", "3.1"]
    assert list(tmp_path.iterdir()) == [output]


def test_a_refused_case_leaves_the_target_as_it_was(case_path: Path, tmp_path: Path) -> None:
    output = tmp_path / "plan.pdf"
    output.write_bytes(b"the earlier plan")
    broken = changed(case_path, tmp_path / "broken.json", shoe_size=38)

    with pytest.raises(CaseRefused):
        render_plan(broken, output, **RUSSIAN)

    assert output.read_bytes() == b"the earlier plan"


def test_a_case_without_a_plan_is_refused(case_path: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="holds no plan"):
        render_plan(
            changed(case_path, tmp_path / "x.json", plan=None), tmp_path / "x.pdf", **RUSSIAN
        )


def test_a_paper_with_gaps_is_not_written(case_path: Path, tmp_path: Path) -> None:
    without_own = changed(case_path, tmp_path / "x.json", own_phrases=[])

    with pytest.raises(NotPrintable):
        render_plan(without_own, tmp_path / "x.pdf", **RUSSIAN)

    assert not (tmp_path / "x.pdf").exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile) as refused:
        render_plan(tmp_path / "x.json", tmp_path / "x.pdf", **RUSSIAN)

    assert refused.value.values == {"name": "x.json"}


def test_a_target_that_cannot_be_written_is_refused(case_path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        render_plan(case_path, tmp_path, **RUSSIAN)
