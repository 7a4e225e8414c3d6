import pytest

from kotoutus_desktop.commands.parser import choose_language, make_parser, system_language
from kotoutus_desktop.i18n import interface_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LC_ALL": "sv_FI", "LANG": "fi_FI"}, "sv"),
        ({"LANG": "Finnish_Finland.1252"}, "fi"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--interface", "sv"], "sv"),
        (["render-plan", "x.json", "--interface=fi"], "fi"),
        (["--interface", "xx"], "en"),
        (["--interface"], "en"),
        ([], "en"),
    ],
)
def test_the_language_can_be_chosen(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    choose_language(arguments)

    assert interface_language() == language


def test_the_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    for command, options in (
        ("render-plan", ("CASE.json", "--language", "--official", "--only", "--output")),
        ("export-case", ("--file", "--client", "--plan", "KOTOUTUS_PASSPHRASE_FILE")),
    ):
        with pytest.raises(SystemExit) as stopped:
            make_parser().parse_args([command, "--help"])

        assert stopped.value.code == 0
        shown = capsys.readouterr().out
        assert all(option in shown for option in options)


def test_what_is_not_understood_is_refused_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        make_parser().parse_args(["render-plan", "x.json", "--language", "tlh", "--output", "x"])

    assert stopped.value.code == 2
    shown = capsys.readouterr().err
    assert "tlh" in shown
    assert "Help: kotoutus-desktop render-plan --help" in shown
