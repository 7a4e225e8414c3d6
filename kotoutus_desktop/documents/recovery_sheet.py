"""The recovery sheet: the code that opens the file when the passphrase is lost."""

from dataclasses import dataclass
from datetime import date

from reportlab.platypus.flowables import Flowable, Spacer

from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.typesetting import Heading, Paragraph, build_pdf, style_for

BODY = 11.0
CODE = 22.0
GAP = 12.0


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the sheet. It names the office, never a client."""

    code: str
    office: str
    file_name: str
    made_on: date


def recovery_sheet_pdf(sheet: RecoverySheet) -> bytes:
    """Return the sheet in the language of the interface, on one page."""
    language = interface_language()
    body, code = style_for(language, BODY), style_for(language, CODE, bold=True)
    groups = sheet.code.split("-")
    half = len(groups) // 2
    day = sheet.made_on
    title = _("Recovery sheet of Kotoutus Desktop")
    story: list[Flowable] = [
        Heading(1, title, style_for(language, 18.0, bold=True)),
        Spacer(1, GAP),
        Paragraph(_("Office: {office}").format(office=sheet.office), body),
        Paragraph(_("File: {file}").format(file=sheet.file_name), body),
        Paragraph(
            _("Made on {date}").format(date=f"{day.day}.{day.month}.{day.year}"),
            body,
        ),
        Spacer(1, 2 * GAP),
        Paragraph("   ".join(groups[:half]), code),
        Spacer(1, GAP),
        Paragraph("   ".join(groups[half:]), code),
        Spacer(1, 2 * GAP),
        *(Paragraph(line, body) for line in _advice()),
    ]
    return build_pdf(story, title=title, language=language, author=sheet.office)


def _advice() -> list[str]:
    return [
        _("Keep this sheet in a locked place, not with the laptop."),
        _("Whoever has both this sheet and the file can read every case."),
        _("To use it: start the program, choose ‘The passphrase is lost’ and type the code."),
        _("The code works once. The program then makes a new sheet; shred this one."),
    ]
