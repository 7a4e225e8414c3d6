"""How someone on a course looks in its list."""

from kotoutus_desktop.casework.orientation.participants import Participant
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import EnrolmentState
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    Aside,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.words import enum_text, initials

COLUMNS = (
    ListColumn(share=3),
    ListColumn(share=3),
    ListColumn(width=150),
    MENU_COLUMN,
)
_TONES = {
    EnrolmentState.ACCEPTED: "success",
    EnrolmentState.COMPLETED: "success",
    EnrolmentState.INVITED: "info",
    EnrolmentState.INTERRUPTED: "warning",
}


class ParticipantFace:
    """Turns participants into faces. `hide_names`: initials only."""

    def __init__(self, *, hide_names: bool = False) -> None:
        self.hide_names = hide_names

    def __call__(self, row: Participant) -> RowFace:
        """Return the face: name, how they stand and why, what is next."""
        name, own = self.name(row), self._own(row)
        state = enum_text(row.enrolment.state)
        restricted = row.client is not None and row.client.hides_place
        reason = "" if restricted else row.enrolment.reason
        note = " · ".join(part for part in (day_words(row), reason) if part)
        act = act_words(row)
        guest = guest_words(row) if row.is_guest else ""
        return RowFace(
            cells=(
                Cell(
                    name,
                    note=guest or row.enrolment.code,
                    own=own,
                    strong=True,
                    icon="lock" if restricted else "",
                    aside=Aside(_("extra"), chip=True) if row.is_guest else None,
                    small_note=True,
                ),
                Cell(
                    state, note=note, tone=_TONES.get(row.enrolment.state, "muted"), small_note=True
                ),
                Cell(act, kind=CellKind.BUTTON) if act else Cell(),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join(part for part in (name, guest, state, note) if part),
        )

    def name(self, row: Participant) -> str:
        """Return the name as it may be seen."""
        restricted = row.client is not None and row.client.hides_place
        return initials(row.name) if self.hide_names and not restricted else row.name

    def _own(self, row: Participant) -> str:
        if row.client is None or row.client.hides_place or self.hide_names:
            return ""
        return row.client.own_script_name if row.client.full_name else ""


def act_words(row: Participant) -> str:
    """Return the act that the row offers, "" for none."""
    if row.enrolment.state is EnrolmentState.INVITED:
        return _("Takes part")
    if row.enrolment.state is EnrolmentState.RESERVE:
        return _("Offer the place")
    return ""


def guest_words(row: Participant) -> str:
    """Return who sent a guest."""
    sent_by = row.enrolment.guest_from
    return _("guest, sent by {name}").format(name=sent_by) if sent_by else _("guest")


def day_words(row: Participant) -> str:
    """Return the day that tells most about the state: of the end, the answer, the invitation."""
    each = row.enrolment
    if each.ended_on:
        return date_text(each.ended_on)
    if each.state is EnrolmentState.INVITED and each.invited_on:
        return date_text(each.invited_on)
    return date_text(each.answered_on) if each.answered_on else ""
