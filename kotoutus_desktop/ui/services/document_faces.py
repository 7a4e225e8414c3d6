"""Goals, partners and versions of a document as rows of lists."""

from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.programme import (
    GoalState,
    ProgrammeGoal,
    ProgrammePartner,
    ProgrammeVersion,
)
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.words import date_text, enum_text, period_text

GOAL_COLUMNS = (ListColumn(share=5), ListColumn(share=3), ListColumn(width=170))
PARTNER_COLUMNS = (ListColumn(share=2), ListColumn(share=3))
VERSION_COLUMNS = (ListColumn(share=1),)
STATE_TONES = {
    GoalState.REACHED: "success",
    GoalState.RUNNING: "info",
    GoalState.LATE: "warning",
}


def goal_face(goal: ProgrammeGoal) -> RowFace:
    """Return a goal: what it is and about what, who and when, how far it is."""
    text, area = _text(goal.goal), enum_text(goal.area)
    when = period_text(goal.starts_on, goal.ends_on)
    indicator = _text(goal.indicator)
    note = " · ".join(part for part in (area, indicator) if part)
    state = enum_text(goal.state)
    cells = (
        Cell(text, note, strong=True, small_note=True),
        Cell(goal.responsible, when),
        Cell(state, tone=STATE_TONES.get(goal.state, ""), kind=CellKind.CHIP),
    )
    said = ", ".join(part for part in (text, note, goal.responsible, when, state) if part)
    return RowFace(cells, said)


def partner_face(partner: ProgrammePartner) -> RowFace:
    """Return a partner: the name, and the part in the co-operation."""
    kind, part = enum_text(partner.kind), _text(partner.part)
    return RowFace((Cell(partner.name, kind), Cell(part)), f"{partner.name}, {kind}, {part}")


def version_face(version: ProgrammeVersion) -> RowFace:
    """Return a version: its number and day."""
    day = date_text(version.issued_at.astimezone().date())
    text = _("Version {number}, {date}").format(number=version.number, date=day)
    return RowFace((Cell(text, _("Enter saves it as PDF."), small_note=True),), text)


def _text(texts: dict[str, str]) -> str:
    return text_in(texts, interface_language())[0]
