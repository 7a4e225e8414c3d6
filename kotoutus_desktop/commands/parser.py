"""The command line: its words in the language of the interface."""

import argparse
import locale
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from kotoutus_desktop import __version__
from kotoutus_desktop.i18n import INTERFACE_LANGUAGES, _, set_interface_language
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.reviewed import REVIEWED_LANGUAGES

PROGRAM = "kotoutus-desktop"
BAD_INPUT = 2
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NAMES = {"fi": "fi", "finnish": "fi", "sv": "sv", "swedish": "sv"}


class Parser(argparse.ArgumentParser):
    """A parser whose own words are translated too."""

    def format_usage(self) -> str:
        """Return how the command is written."""
        return super().format_usage().replace("usage:", _("Usage:"), 1)

    def format_help(self) -> str:
        """Return the help."""
        return super().format_help().replace("usage:", _("Usage:"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and stop with the status of bad input."""
        hint = _("The command was not understood: {detail}").format(detail=message)
        more = _("Help: {command}").format(command=f"{self.prog} --help")
        self.exit(BAD_INPUT, f"{self.format_usage()}{hint}\n{more}\n")


def choose_language(arguments: Sequence[str]) -> None:
    """Take the language from --interface, else from the system, before anything is said."""
    written = "=".join(arguments).split("=")  # --interface fi and --interface=fi alike
    value = written[written.index("--interface") + 1 :][:1] if "--interface" in written else []
    known = [language for language in value if language in INTERFACE_LANGUAGES]
    set_interface_language(known[0] if known else system_language(os.environ))


def system_language(environment: Mapping[str, str]) -> str:
    """Return fi, sv or en by the locale of the system."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    name = named or locale.getlocale()[0] or ""
    start = name.replace("-", "_").partition("_")[0].partition(".")[0]
    return _NAMES.get(start.casefold(), "en")


def make_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog=PROGRAM,
        add_help=False,
        allow_abbrev=False,
        description=_("Integration plans for municipalities, offline. Without a command: windows."),
    )
    options = _options(parser)
    options.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=_("show the version and exit"),
    )
    options.add_argument(
        "--demo",
        action="store_true",
        help=_("open a throw-away copy with fictional clients for training"),
    )
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))
    _render_plan(commands)
    _export_case(commands)
    _law(commands)
    _specimen(commands)
    _export_translation(commands)
    _import_translation(commands)
    _self_check(commands)
    return parser


def _options(parser: argparse.ArgumentParser) -> "argparse._ArgumentGroup":
    options = parser.add_argument_group(_("options"))
    options.add_argument("-h", "--help", action="help", help=_("show this help and exit"))
    options.add_argument(
        "--interface",
        choices=INTERFACE_LANGUAGES,
        help=_("language of the program; that of the system unless given"),
    )
    return options


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, words: str, more: str | None = None
) -> "argparse._ArgumentGroup":
    """Add a command and return its options; `more` stands below them in its help."""
    parser = commands.add_parser(
        name, help=words, description=words, epilog=more, add_help=False, allow_abbrev=False
    )
    return _options(parser)


def _render_plan(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Print the plan of a case file as PDF, without a database.")
    options = _command(commands, "render-plan", words)
    options.add_argument("case", type=Path, metavar=_("CASE.json"), help=_("case file to print"))
    options.add_argument(
        "--language", choices=CLIENT_LANGUAGES, required=True, help=_("the client's language")
    )
    options.add_argument(
        "--official",
        choices=("fi", "sv"),
        help=_("language of the left column; that of the office unless given"),
    )
    options.add_argument("--only", action="store_true", help=_("print the client's language alone"))
    options.add_argument(
        "--with-identity-code",
        action="store_true",
        help=_("print the identity code, if the case file has it"),
    )
    options.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="PDF",
        help=_("PDF file to write; one of the same name is replaced"),
    )


def _export_case(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Write a case file of one client. Asks for the passphrase.")
    more = _(
        "The passphrase is read from the first line of the file that the variable "
        "KOTOUTUS_PASSPHRASE_FILE names, if it is set."
    )
    options = _command(commands, "export-case", words, more)
    _office_file(options)
    options.add_argument(
        "--client", required=True, metavar=_("NUMBER"), help=_("case number of the client")
    )
    options.add_argument(
        "--plan", type=int, metavar="N", help=_("number of the plan; the latest unless given")
    )
    options.add_argument(
        "--with-identity-code", action="store_true", help=_("write the identity code too")
    )
    options.add_argument(
        "--reason",
        default="",
        metavar=_("TEXT"),
        help=_("why a restricted case is opened; the log keeps it, so name nobody else"),
    )
    options.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="JSON",
        help=_("case file to write; one of the same name is replaced"),
    )


def _law(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Answer law cases, each with the section of the law that it rests on.")
    options = _command(commands, "law", words)
    options.add_argument(
        "cases", type=Path, metavar=_("CASES.json"), help=_("file with a list of cases")
    )


def _specimen(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _(
        "Write a sample page of each language as PDF, for a native speaker to check and sign."
    )
    options = _command(commands, "specimen", words)
    options.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar=_("FOLDER"),
        help=_("folder to write to; pages of the same name are replaced"),
    )
    options.add_argument(
        "--language", choices=CLIENT_LANGUAGES, help=_("one language; all of them unless given")
    )


def _export_translation(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Write the texts of a language for a speaker to read and mend.")
    options = _command(commands, "export-translation", words)
    _language_of_an_office(options)
    options.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar=_("FILE"),
        help=_("file to write, .xlsx or .po; one of the same name is replaced"),
    )


def _import_translation(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Show what a speaker's file changes, and with --reviewer take it into use.")
    options = _command(commands, "import-translation", words)
    options.add_argument(
        "returned", type=Path, metavar=_("FILE"), help=_("file that came back, .xlsx or .po")
    )
    _language_of_an_office(options)
    options.add_argument("--reviewer", metavar=_("NAME"), help=_("who read the translations"))


def _self_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    words = _("Try out this installation, with an invented client and without a screen.")
    more = _("Answers 0 when every step passed and 1 otherwise. No file of yours is touched.")
    _command(commands, "self-check", words, more)


def _language_of_an_office(options: "argparse._ArgumentGroup") -> None:
    _office_file(options)
    options.add_argument(
        "--language", choices=REVIEWED_LANGUAGES, required=True, help=_("the client's language")
    )


def _office_file(options: "argparse._ArgumentGroup") -> None:
    options.add_argument(
        "--file",
        type=Path,
        required=True,
        metavar=_("OFFICE.kotoutus"),
        help=_("the office's file"),
    )
