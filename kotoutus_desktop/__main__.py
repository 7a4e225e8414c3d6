"""Start of the program: windows, or a command for administrators."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from kotoutus_desktop.commands.parser import BAD_INPUT, choose_language, make_parser
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status: 0, or 2 when the input was refused."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    choose_language(arguments)
    parsed = make_parser().parse_args(arguments)
    try:
        return _run(parsed)
    except KotoutusError as error:
        sys.stderr.write(_(error.message).format(**error.values) + "\n")
        return BAD_INPUT
    except KeyboardInterrupt:
        sys.stderr.write(_("Stopped.") + "\n")
        return BAD_INPUT


def _run(parsed: Namespace) -> int:
    if parsed.command == "render-plan":
        return _render_plan(parsed)
    if parsed.command == "export-case":
        return _export_case(parsed)
    if parsed.command == "law":
        return _law(parsed)
    if parsed.command == "specimen":
        return _specimen(parsed)
    if parsed.command == "export-translation":
        return _export_translation(parsed)
    if parsed.command == "import-translation":
        return _import_translation(parsed)
    if parsed.command == "self-check":
        return _self_check()
    from kotoutus_desktop import app  # the windows take long to load

    return app.run(demo=parsed.demo)


def _render_plan(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.render_plan import render_plan

    warnings = render_plan(
        parsed.case,
        parsed.output,
        language=parsed.language,
        official=parsed.official,
        only=parsed.only,
        with_identity_code=parsed.with_identity_code,
    )
    for warning in warnings:
        sys.stderr.write(warning.text() + "\n")
    return 0


def _export_case(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.export_case import export_case

    export_case(
        parsed.file,
        parsed.client,
        parsed.output,
        plan_number=parsed.plan,
        with_identity_code=parsed.with_identity_code,
        reason=parsed.reason,
    )
    return 0


def _law(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.law import law_answers

    # as bytes: the terminal of Windows has another encoding, the answers are UTF-8 everywhere
    sys.stdout.buffer.write(law_answers(parsed.cases).encode("utf-8"))
    sys.stdout.flush()
    return 0


def _specimen(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.specimen import write_specimens

    def show(done: int, total: int) -> None:
        sys.stderr.write(_("{done} of {total}").format(done=done, total=total) + "\n")

    write_specimens(parsed.output, parsed.language, show)
    return 0


def _export_translation(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.translation_files import export_translation

    export_translation(parsed.file, parsed.language, parsed.output)
    return 0


def _import_translation(parsed: Namespace) -> int:
    from kotoutus_desktop.commands.translation_files import import_translation

    returned = import_translation(parsed.file, parsed.language, parsed.returned, parsed.reviewer)
    shown = [f"{each.before}\n-> {each.after}\n" for each in returned.changes]
    counts = {"changed": len(returned.changes), "confirmed": len(returned.confirmed)}
    said = _("{changed} changed, {confirmed} confirmed as they are.").format(**counts)
    if parsed.reviewer is None:
        said += " " + _("Nothing is recorded without --reviewer.")
    sys.stdout.buffer.write("".join([*shown, said, "\n"]).encode("utf-8"))
    sys.stdout.flush()
    return 0


def _self_check() -> int:
    from kotoutus_desktop.commands.self_check import self_check

    return self_check(sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
