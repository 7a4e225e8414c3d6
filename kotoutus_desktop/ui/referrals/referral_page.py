"""A referral is written, printed and followed to its end."""

from datetime import date
from typing import Any

from kotoutus_desktop.casework.referrals.answering import new_step, record_step
from kotoutus_desktop.casework.referrals.making import (
    Origin,
    empty_referral,
    get_referral,
    referral_from_measure,
    store_referral,
)
from kotoutus_desktop.casework.register import get_client, officers
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.referrals import ReferralState, next_states
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.referrals.referral_fields import (
    OPEN_AFTER_SENDING,
    show_referral,
    write_referral,
)
from kotoutus_desktop.ui.referrals.referral_form import ReferralForm
from kotoutus_desktop.ui.referrals.referral_words import state_chip
from kotoutus_desktop.ui.referrals.step_dialog import StepDialog
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class ReferralPage(ReferralForm):
    """The form with its papers and its history."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, destination)
        self._dress()

    def arrive(self, _destination: Destination) -> None:
        """Show the referral, or a new one filled from where it begins."""
        self.open_form()
        self._follow()
        self.look()
        if self.subject is None:
            self.fields["reason" if self.measure else "service_id"].take_focus()
        else:
            self.history.record.setFocus()

    def primary(self) -> None:
        """Record; then print or follow."""
        if self.record():
            self._follow()
            said = _("The referral is saved. Print the letter, and record the day it was sent.")
            self.bars.show_success(said, self.workspace.undo)

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("referral written") if self.subject is None else _("referral changed")

    def load(self) -> None:
        """Show what is recorded; a new one begins with what the plan or the catalogue says."""
        with self.workspace.database.reading() as session:
            show_referral(self.fields, self._record(session))

    def store(self, session: Any) -> None:
        """Write the form to the referral."""
        referral = self._record(session)
        write_referral(self.fields, referral)
        client = get_client(session, self.client_id)
        store_referral(session, client, referral, self.workspace.today())
        self.subject = referral.id

    def ask_step(self) -> StepDialog | None:
        """Ask what happened to the referral; what is typed is recorded first."""
        if self.subject is None or not self.record():
            return None
        with self.workspace.database.reading() as session:
            states = next_states(get_referral(session, self.subject).state)
        dialog = StepDialog(self.workspace, states, self.record_state, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def record_state(self, state: ReferralState, on: date, reason: str) -> None:
        """Record what happened; raises InvalidInput naming the field of the step."""
        assert self.subject is not None, "only a stored referral has a history"
        with self.workspace.database.transaction(_("state of the referral")) as session:
            client = get_client(session, self.client_id)
            referral = next(each for each in client.referrals if each.id == self.subject)
            step = new_step(referral, state, on, self.workspace.officer_id, self.workspace.today())
            step.reason = reason.strip()
            record_step(session, client, referral, step)
        self.workspace.changed.emit()
        self._follow()
        self.bars.show_success(_("Recorded in the history of the referral."), self.undo_state)

    def undo_state(self) -> None:
        """Take back what was recorded last."""
        self.workspace.undo()
        self._follow()

    def open_paper(self, kind: str) -> None:
        """Go to a paper of the referral; what is typed is recorded first."""
        if self.subject is not None and self.record():
            focus = f"{kind}:{self.subject}"
            self.navigate.emit(Destination(PageName.PRINT, self.client_id, focus=focus))

    def _record(self, session: Any) -> Referral:
        if self.subject is not None:
            found = get_referral(session, self.subject)
            self.measure, self.is_sent = found.measure_id, bool(found.steps)
            return found
        client = get_client(session, self.client_id)
        origin = Origin(client, self.workspace.officer_id, self.workspace.today())
        if self.measure is not None:
            return referral_from_measure(session, origin, self.measure)
        return empty_referral(origin)

    def _follow(self) -> None:
        """Show how the stored referral stands, and what of it may still be changed."""
        self.history.setVisible(self.subject is not None)
        self.fit()
        if self.subject is None:
            return
        with self.workspace.database.reading() as session:
            found = get_referral(session, self.subject)
            names = {each.id: each.name for each in officers(session)}
        self.is_sent = bool(found.steps)
        self.history.show_referral(found, self.workspace.today(), names)
        self.band.set_title(_("Referral"))
        self.band.set_chips(state_chip(found, self.workspace.today()))
        for name, field in self.fields.items():
            field.setEnabled(not found.steps or name in OPEN_AFTER_SENDING)

    def _dress(self) -> None:
        self.save = Button(_("Save the referral"), "primary")
        self.set_primary(self.save)
        self.band.set_title(_("New referral") if self.subject is None else _("Referral"))
        self.band.set_subtitle(shown_name(self.client))
        self.band.back_button.set_label(_("Back"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        self.history.step_asked.connect(self.ask_step)
        self.history.paper_asked.connect(self.open_paper)
