"""Training of a client is recorded from its entry test to the guidance onward."""

from typing import Any

from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.training.periods import (
    get_training,
    may_be_barred,
    missing_of,
    new_training,
    store_training,
    training_from_measure,
)
from kotoutus_desktop.documents.facts_sheet import facts_pdf
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.models.training import Training
from kotoutus_desktop.ui.clients.case_form import CaseForm
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.keeping.saving import PaperSaver
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.training.training_fields import (
    attendance,
    entry_test,
    final_test,
    show_training,
    studies,
    work_and_prior,
    write_training,
    written_levels,
)
from kotoutus_desktop.ui.training.training_sheet import training_sheet
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace

FORM = "training"
SUMMARY = "training_summary"
MISSING = {
    "work_period": N_("on-the-job period or activity that supports the ability to work"),
    "prior_learning": N_("recognition of earlier skills"),
    "final_test": N_("final test"),
}
_WIDE = ("broken_off", "attendance", "prior_learning", "onward", "work_place")
_JUDGED = (
    *("kind", "starts_on", "ends_on", "broken_off"),
    *("work_starts_on", "prior_learning", "tested_on"),
)
"""Fields on which it depends what finished training still lacks."""


class TrainingPage(CaseForm):
    """`destination.client` is who studies, `record` the training, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, destination, FORM)
        with workspace.database.reading() as session:
            self.client = get_client(session, self.client_id)
        today = workspace.today
        self.add_part(_("Studies"), studies(today), _WIDE)
        self.add_part(_("Test of the entry level"), entry_test(today), _WIDE)
        self.add_part(_("How the client took part"), attendance(), _WIDE)
        self.add_part(_("Working life and earlier skills"), work_and_prior(today), _WIDE)
        self.add_part(_("Final test, certificate and guidance onward"), final_test(today), _WIDE)
        self.body.column.addStretch(1)
        self._dress()

    def arrive(self, _destination: Destination) -> None:
        """Show the training, or a new one as the plan has it."""
        self.open_form()
        self._fit()
        self._look()
        self.fields["kind"].take_focus()

    def primary(self) -> None:
        """Record, and go to the client's page."""
        if self.record():
            self.navigate.emit(Destination(PageName.CLIENT, self.client_id))

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("training recorded") if self.subject is None else _("training changed")

    def load(self) -> None:
        """Show what is recorded."""
        with self.workspace.database.reading() as session:
            show_training(self.fields, self._record(session))

    def store(self, session: Any) -> None:
        """Write the form to the training."""
        training = self._record(session)
        write_training(self.fields, training)
        store_training(session, training, written_levels(self.fields), self.workspace.today())
        self.subject = training.id

    def save_summary(self) -> None:
        """Save the paper of what is recorded; what is typed is recorded first."""
        if self.subject is None or not self.record():
            return
        paper, today = self.summary(), self.workspace.today()
        name = f"{_('training')}-{self.client.number}-{today:%Y%m%d}"
        saver = PaperSaver(self, self.workspace.preferences, self.bars)
        if saver.choose_and_save(paper, name):
            note = Note(Act.SAVE, self.client_id, SUMMARY, self.subject)
            write_soon(self.workspace, note)

    def summary(self) -> bytes:
        """Return the paper of the stored training."""
        assert self.subject is not None, "only stored training has a paper"
        with self.workspace.database.reading() as session:
            training, office = get_training(session, self.subject), the_office(session)
            client = get_client(session, self.client_id)
        swedish = interface_language() == "sv" and office.name_sv
        name = office.name_sv if swedish else office.name_fi or office.name_sv
        return facts_pdf(training_sheet(client, training, name, self.workspace.today()))

    def remove(self) -> None:
        """Delete the training and go to the client's page; Ctrl+Z brings it back."""
        if self.subject is None:
            return
        with self.workspace.database.transaction(_("training deleted")) as session:
            session.delete(get_training(session, self.subject))
        self._unkept = self._unrecorded = False
        self.workspace.changed.emit()
        self.navigate.emit(Destination(PageName.CLIENT, self.client_id))

    def _record(self, session: Any) -> Training:
        if self.subject is not None:
            return get_training(session, self.subject)
        client = get_client(session, self.client_id)
        officer, today = self.workspace.officer_id, self.workspace.today()
        if self.measure is not None:
            return training_from_measure(client, self.measure, officer, today)
        return new_training(client, officer, today)

    def _dress(self) -> None:
        new = self.subject is None
        menu = MenuButton(_("Acts for this training"))
        menu.act(_("Save a summary as PDF…"), self.save_summary, "file-type-pdf")
        menu.act(_("Delete the training"), self.remove, "trash")
        menu.setVisible(not new)
        self.band.put_acts(menu)
        self.save = Button(_("Save the training"), "primary")
        self.set_primary(self.save)
        self.band.set_title(_("New training") if new else _("Training"))
        self.band.set_subtitle(shown_name(self.client))
        self.band.back_button.set_label(_("Back"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        self.fields["broken_off"].changed.connect(self._fit)
        for name in _JUDGED:
            self.fields[name].left.connect(self._look)

    def _fit(self) -> None:
        """Ask why only where it was broken off."""
        self.fields["broken_off_reason"].setVisible(bool(self.fields["broken_off"].value()))

    def _look(self) -> None:
        """Say what finished training still lacks, and whom integration training is not for."""
        for key in ("missing", "barred"):
            self.bars.withdraw(key)
        draft = new_training(self.client, None, self.workspace.today())
        try:
            write_training(self.fields, draft)
        except InvalidInput:
            return
        found = missing_of(draft, self.workspace.today())
        if found:
            said = "; ".join(f"{_(MISSING[key])} ({section_text(s)})" for key, s in found.items())
            words = _("The training is over, and this is not recorded: {what}").format(what=said)
            self.bars.show_message(Message(words, Tone.WARNING, key="missing"))
        barred = may_be_barred(self.client, draft)
        if barred is not None:
            words = _(
                "The client is under 18: integration training is not for those of compulsory "
                "school age ({section}). Check."
            ).format(section=section_text(barred))
            self.bars.show_message(Message(words, Tone.WARNING, key="barred"))
