import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kotoutus_desktop.__main__ import main
from kotoutus_desktop.commands.law import law_answers
from kotoutus_desktop.errors import DamagedFile, InvalidInput

CASES = Path(__file__).parent.parent / "rules" / "data" / "law_cases.json"
FEE: dict[str, Any] = {
    "kind": "fee",
    "name": "Käynti jäi väliin",
    "appointment": {"born": "1990-01-01", "booked_for": "2026-03-02", "purpose": "review"},
}


def file_of(tmp_path: Path, cases: object) -> Path:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    return path


def command(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-m", "kotoutus_desktop", *map(str, arguments)]
    plain = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:replace"}
    return subprocess.run(line, capture_output=True, check=False, env=plain)


def test_the_command_answers_every_law_case_in_order() -> None:
    cases = json.loads(CASES.read_text(encoding="utf-8"))

    run = command("law", CASES)

    answers = json.loads(run.stdout.decode("utf-8"))
    sources = [answer.pop("sources") for answer in answers]
    assert (run.returncode, run.stderr) == (0, b"")
    assert answers == [case["expect"] for case in cases]
    assert sources[0]["authority"] == "681/2023 § 3(1), edition 2025-01-01"
    assert run.stdout.startswith(b"[\n  {\n    ")


def test_a_refusal_prints_no_answers_and_has_the_status_of_bad_input(tmp_path: Path) -> None:
    misspelt = {**FEE, "name": "No show", "appointment": {**FEE["appointment"], "mised": True}}

    run = command("law", file_of(tmp_path, [FEE, misspelt]))

    assert (run.returncode, run.stdout) == (2, b"")
    assert b"No show" in run.stderr
    assert b"appointment.mised" in run.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Case “Käynti jäi väliin”: the fact “appointment.born” is missing"),
        ("fi", "Tapaus ”Käynti jäi väliin”: tieto ”appointment.born” puuttuu"),
        ("sv", "Fallet ”Käynti jäi väliin”: uppgiften ”appointment.born” saknas"),
    ],
)
def test_a_refusal_names_case_and_key_in_the_language_of_the_program(
    language: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file_of(tmp_path, [{**FEE, "appointment": {"booked_for": "2026-03-02"}}])

    status = main(["--interface", language, "law", str(path)])

    shown = capsys.readouterr()
    assert (status, shown.out) == (2, "")
    assert words in shown.err


@pytest.mark.parametrize(
    ("case", "key"),
    [
        (FEE | {"kind": "fees"}, "kind"),
        (FEE | {"on": "2026-01-01"}, "on"),
        (FEE | {"appointment": FEE["appointment"] | {"born": "1990-02-30"}}, "appointment.born"),
        (FEE | {"name": " "}, "name"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_its_key(
    case: dict[str, Any], key: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput) as refused:
        law_answers(file_of(tmp_path, [case]))

    assert refused.value.field == key
    assert refused.value.values["number"] == 1


def test_a_key_written_twice_is_refused_with_the_name_of_its_case(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text('[{"name": "twins", "appointment": {"born": 1, "born": 2}}]', encoding="utf-8")

    with pytest.raises(InvalidInput) as refused:
        law_answers(path)

    assert (refused.value.field, refused.value.values["case"]) == ("born", "twins")


def test_a_case_that_is_no_object_is_counted(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="not an object") as refused:
        law_answers(file_of(tmp_path, [FEE, "clock"]))

    assert refused.value.values == {"number": 2}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[{]", "is not JSON: line"),
        (b"", "is not JSON: line"),
        (b"[" * 100_000, "is not JSON that can be read"),
        (b"[" + b"9" * 5000 + b"]", "is not JSON that can be read"),
        (b"\xff\xfe", "is not text in UTF-8"),
        (b'{"kind": "fee"}', "holds no list of cases"),
    ],
)
def test_what_is_no_list_of_cases_is_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_bytes(content)

    with pytest.raises(DamagedFile, match=message) as refused:
        law_answers(path)

    assert refused.value.values["name"] == "cases.json"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="cannot be read"):
        law_answers(tmp_path / "none.json")


def test_an_empty_list_has_no_answers(tmp_path: Path) -> None:
    assert json.loads(law_answers(file_of(tmp_path, []))) == []
