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
    """What stands on the sheet. It names the office, never a client.

    `half` 1 or 2: two people keep a sheet each, and both are needed; 0: this one is enough.
    """

    code: str
    office: str
    file_name: str
    made_on: date
    half: int = 0


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
        *([Paragraph(half_words(sheet.half), body)] if sheet.half else []),
        Spacer(1, 2 * GAP),
        Paragraph("   ".join(groups[:half]), code),
        Spacer(1, GAP),
        Paragraph("   ".join(groups[half:]), code),
        Spacer(1, 2 * GAP),
        *(Paragraph(line, body) for line in _advice(sheet)),
    ]
    return build_pdf(story, title=title, language=language, author=sheet.office)


def half_words(half: int) -> str:
    """Say which of two sheets it is."""
    return _("Sheet {number} of 2. The file opens only with both.").format(number=half)


def _advice(sheet: RecoverySheet) -> list[str]:
    danger = _("Whoever has both this sheet and the file can read every case.")
    apart = _("Another person keeps the other sheet, in another place.")
    return [
        _("Keep this sheet in a locked place, not with the laptop."),
        apart if sheet.half else danger,
        _("To use it: start the program, choose ‘The passphrase is lost’ and type the code."),
        _("The code works once. The program then makes a new sheet; shred this one."),
    ]
