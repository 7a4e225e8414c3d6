"""How one thing that fell due looks in the list behind a number."""

from datetime import date

from kotoutus_desktop.casework.ledger import LedgerRow
from kotoutus_desktop.documents.ledger_words import rule_text
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.obligations import OWN_TARGETS, State
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    SIGN_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.dates import date_text, distance_text
from kotoutus_desktop.ui.words import initials

COLUMNS = (
    SIGN_COLUMN,
    ListColumn(share=2),
    ListColumn(width=170),
    ListColumn(width=140, folds=True),
    ListColumn(share=3, folds=True),
    MENU_COLUMN,
)
_SIGNS = {
    State.IN_TIME: ("circle-check", "success"),
    State.LATE: ("alert-circle", "danger"),
    State.OPEN: ("clock", "muted"),
}


class LedgerFace:
    """Turns rows into faces. `hide_names`: initials only, for a screen that others see."""

    def __init__(self, today: date, *, hide_names: bool = False) -> None:
        self.today, self.hide_names = today, hide_names

    def __call__(self, row: LedgerRow) -> RowFace:
        """Return the face of a row."""
        icon, tone = _SIGNS[row.state]
        if row.state is State.LATE and row.obligation.rule in OWN_TARGETS:
            icon, tone = "clock-exclamation", "warning"
        name, rule = self.name(row), rule_text(row.obligation.rule)
        due, note = self.due(row)
        done = self.done(row)
        late = row.state is State.LATE
        told = _("reason of lateness recorded") if row.whose.hides_place else row.reason
        reason = (row.reason and told) or (_("no reason recorded") if late else "")
        return RowFace(
            cells=(
                Cell(icon=icon, tone=tone, kind=CellKind.SIGN),
                Cell(name, note=rule, strong=True, icon="lock" if row.whose.restricted else ""),
                Cell(_("due {date}").format(date=due), note=note, small_note=True),
                Cell(done, tone="" if row.obligation.done else "muted"),
                Cell(reason, tone="" if row.reason else "muted"),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join(
                part for part in (name, rule, f"{_('due')} {due}", note, done, reason) if part
            ),
        )

    def name(self, row: LedgerRow) -> str:
        """Return the name as it may be seen."""
        hidden = self.hide_names and not row.whose.restricted
        return initials(row.whose.name) if hidden else row.whose.name

    def due(self, row: LedgerRow) -> tuple[str, str]:
        """Return the due day, and how far it is while the thing is not done."""
        day = row.obligation.due
        parts = [_("own target")] if row.obligation.rule in OWN_TARGETS else []
        parts += [distance_text(day, self.today)] if row.obligation.done is None else []
        return date_text(day), ", ".join(parts)

    def done(self, row: LedgerRow) -> str:
        """Return the day on which it was done."""
        day = row.obligation.done
        return _("done {date}").format(date=date_text(day)) if day else _("not done")


def reason_act(row: LedgerRow) -> str:
    """Return the words of the act that a late row has."""
    return _("Change the reason") if row.reason else _("Give the reason")
