"""How a person looks on the roll of a meeting, and which key gives which mark."""

from collections.abc import Mapping

from kotoutus_desktop.casework.orientation.marking import NO_REASON
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.orientation import Presence
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.orientation.roll_draft import DraftRow
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text

ALL_KEY = "0"
KEYS: Mapping[str, Presence] = {
    "1": Presence.PRESENT,
    "2": Presence.LATE,
    "3": Presence.LEFT_EARLY,
    "4": Presence.ABSENT,
    "5": Presence.EXCUSED,
}
TONES = {
    Presence.PRESENT: "success",
    Presence.LATE: "warning",
    Presence.LEFT_EARLY: "warning",
    Presence.ABSENT: "danger",
    Presence.EXCUSED: "info",
}
ICONS = {
    Presence.PRESENT: "check",
    Presence.LATE: "clock",
    Presence.LEFT_EARLY: "logout",
    Presence.ABSENT: "x",
    Presence.EXCUSED: "note",
}
NAME, MARK, MINUTES, REASON = range(4)
COLUMNS = (
    ListColumn(share=5),
    ListColumn(width=170),
    ListColumn(width=110),
    ListColumn(share=4),
)


def roll_face(row: DraftRow) -> RowFace:
    """Return the row: names, mark, minutes, reason."""
    person, mark = row.person, row.mark
    state = enum_text(mark.presence) if mark else _("not marked")
    minutes = minutes_text(row)
    reason = reason_text(row)
    cells = (
        _name(row),
        Cell(
            state,
            icon=ICONS[mark.presence] if mark else "",
            tone=TONES[mark.presence] if mark else "",
            kind=CellKind.CHIP,
        ),
        Cell(minutes),
        Cell(reason, tone="muted"),
    )
    spoken = (person.name, person.own_name, state, minutes, reason)
    return RowFace(cells, ", ".join(part for part in spoken if part))


def minutes_text(row: DraftRow) -> str:
    """Return what counts."""
    if row.mark is None or not row.minutes:
        return ""
    return hours_text(row.minutes)


def reason_text(row: DraftRow) -> str:
    """Return the reason, and why the mark was corrected; of a restricted client that there is one.

    Such words often name a place, and everybody who calls the roll reads them.
    """
    if row.person.hidden:
        there = (row.mark is not None and row.mark.reason) or row.corrected_reason
        return _("a reason is recorded") if there else ""
    parts = [row.mark.reason] if row.mark and row.mark.reason else []
    if row.corrected_reason:
        why = row.corrected_reason
        given = _("corrected: {reason}").format(reason=why)
        parts.append(_("corrected, no reason given") if why == NO_REASON else given)
    return " · ".join(parts)


def _name(row: DraftRow) -> Cell:
    person = row.person
    return Cell(person.name, own=person.own_name, icon="lock" if person.hidden else "")
