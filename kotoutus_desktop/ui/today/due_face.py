"""How a due thing looks in the list of Today."""

from datetime import date

from kotoutus_desktop.casework.due import DueRow
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.due import Basis
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    SIGN_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.steps import act_text
from kotoutus_desktop.ui.words import (
    distance_text,
    enum_text,
    initials,
    short_date_text,
    shown_name,
)

COLUMNS = (
    SIGN_COLUMN,
    ListColumn(share=1),
    ListColumn(width=150),
    ListColumn(width=160, folds=True),
    ListColumn(width=160),
    MENU_COLUMN,
)


class DueFace:
    """Turns rows into faces. `hide_names`: initials only, for a screen that others see."""

    def __init__(self, today: date, *, hide_names: bool = False) -> None:
        self.today, self.hide_names = today, hide_names
        self.first: DueRow | None = None  # the row whose button is filled

    def __call__(self, row: DueRow) -> RowFace:
        """Return the face of a row."""
        tone = self.tone(row)
        name, what = self.name(row), enum_text(row.item.kind)
        when, note = self.when(row)
        section = section_text(row.item.section)
        sign = {"danger": "alert-circle", "warning": "clock-exclamation"}.get(tone, "clock")
        restricted = row.client.non_disclosure
        return RowFace(
            cells=(
                Cell(icon=sign, tone=tone or "muted", kind=CellKind.SIGN),
                Cell(name, note=what, strong=True, icon="lock" if restricted else ""),
                Cell(when, note=note, tone=tone, strong=True, small_note=True),
                Cell(section, icon="scale", tone="accent", kind=CellKind.SECTION),
                Cell(act_text(row.item.kind), kind=CellKind.BUTTON, primary=row is self.first),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join(part for part in (name, what, when, note, section) if part),
        )

    def name(self, row: DueRow) -> str:
        """Return the name as it may be seen."""
        shown = shown_name(row.client)
        return initials(shown) if self.hide_names and not row.client.non_disclosure else shown

    def tone(self, row: DueRow) -> str:
        """Return red for the Act's limit, amber for without delay and the office's target."""
        item = row.item
        if item.overdue and item.basis is Basis.STATUTORY:
            return "danger"
        return "warning" if item.due is None or item.overdue else ""

    def when(self, row: DueRow) -> tuple[str, str]:
        """Return the day and how far it is, or "without delay"."""
        item = row.item
        if item.due is None:
            return _("without delay"), ""
        distance = distance_text(item.due, self.today)
        if item.basis is Basis.OWN_TARGET:
            return _("without delay"), _("own target {date}").format(
                date=short_date_text(item.due, self.today)
            )
        return short_date_text(item.due, self.today), distance
