"""The command line from outside: exit status, messages, and the untouched target."""

from pathlib import Path

import pytest

from kotoutus_desktop.__main__ import main

CASE = Path(__file__).parent / "casefile" / "data" / "two_surnames_year_only.json"


def test_a_plan_is_printed_from_a_case_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "plan.pdf"
    words = ["render-plan", str(CASE), "--language", "ru", "--output", str(output)]

    status = main([*words, "--interface", "en"])

    assert status == 0
    assert output.stat().st_size > 10_000
    assert "Row 2.1: “35 h / viikko”" in capsys.readouterr().err


def test_bad_input_is_refused_with_status_2_and_a_clear_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "case.json"
    bad.write_text('{"format": 1,\n oops}', encoding="utf-8")
    output = tmp_path / "plan.pdf"
    words = ["render-plan", str(bad), "--language", "ru", "--output", str(output)]

    status = main([*words, "--interface=en"])

    assert status == 2
    assert capsys.readouterr().err == (
        "The case file was refused:\nLine 2, column 2: this is not JSON.\n"
    )
    assert not output.exists()


def test_a_command_that_is_not_understood_ends_with_status_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["render-plan"])

    assert stopped.value.code == 2
    assert "--language" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("kotoutus-desktop 0.")
