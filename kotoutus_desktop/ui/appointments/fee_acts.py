"""What is asked and recorded about the fee of one time: judgement, decision, highest fee."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework.appointments.fees import (
    Missed,
    decide,
    judge,
    record_cap,
    withdraw,
)
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.appointment import Appointment
from kotoutus_desktop.rules.fee import DUE_AFTER, due_earliest
from kotoutus_desktop.rules.fee_chain import FeeLink, fee_gaps
from kotoutus_desktop.rules.section import FEE, FEE_CAP, FEE_DUE
from kotoutus_desktop.ui.appointments.fields_dialog import Asked, FieldsDialog
from kotoutus_desktop.ui.components.section_link import section_text
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.orientation.cost_field import CostField
from kotoutus_desktop.ui.workspace import Workspace

YES, NO = "yes", "no"
_JUDGED = {YES: True, NO: False}
_VALUES = {True: YES, False: NO, None: ""}


class FeeActs:
    """Asks and records; `done` is told in words what was done."""

    def __init__(self, parent: QWidget, workspace: Workspace, done: Callable[[str], None]) -> None:
        self._parent, self._workspace, self._done = parent, workspace, done
        self.print_wanted: Callable[[], object] = lambda: None

    def next_of(self, missed: Missed) -> FieldsDialog | None:
        """Do what comes next for a time: judge, decide, or print what was decided."""
        if missed.decision is not None:
            self.print_wanted()
            return None
        gaps = set(fee_gaps(missed.facts))
        if not gaps:
            return self.ask_decision(missed)
        if gaps == {FeeLink.HIGHEST_KNOWN}:
            return self.ask_cap()
        return self.ask_judgement(missed)

    def ask_judgement(self, missed: Missed) -> FieldsDialog:
        """Ask whether the reason is acceptable and whether a fee would be unreasonable."""
        with self._workspace.database.reading() as session:
            stored = session.get_one(Appointment, missed.time.id)
        answers = [(YES, _("yes")), (NO, _("no"))]
        accepted = SegmentField(_("Is the reason acceptable?"), answers, section=FEE)
        unreasonable = SegmentField(_("Would a fee be unreasonable?"), answers, section=FEE)
        reason = TextField(_("Why it would be unreasonable"))
        accepted.set_value(_VALUES[stored.excuse_accepted])
        unreasonable.set_value(_VALUES[stored.unreasonable])
        reason.set_value(stored.unreasonable_reason)
        given = stored.excuse or _("no reason is known")
        said = _(
            "What the client gave as the reason: {reason}. Hear the client before you decide to "
            "charge a fee."
        ).format(reason=given)
        fields = {"accepted": accepted, "unreasonable": unreasonable, "reason": reason}

        def save() -> None:
            self._record(
                N_("fee judged"),
                lambda session: judge(
                    session,
                    missed.time.id,
                    accepted=_JUDGED.get(accepted.value()),
                    unreasonable=_JUDGED.get(unreasonable.value()),
                    reason=str(reason.value()),
                ),
            )
            self._done(_("The judgement was recorded."))

        asked = Asked(_("Judge the reason"), said, _("Record"))
        return self._open(FieldsDialog(asked, fields, save, self._parent))

    def ask_decision(self, missed: Missed) -> FieldsDialog:
        """Ask for the due day and the reasons, and decide."""
        today = self._workspace.today
        due = DateField(_("The fee is due on"), today, section=FEE_DUE)
        due.set_value(max(due_earliest(missed.time.held_on), today() + DUE_AFTER))
        reason = LongTextField(
            _("Reasons in your own words"),
            hint=_("They stand in the decision, in the office’s language. Write no diagnosis."),
        )

        def save() -> None:
            day, why = due.day(), str(reason.value())
            officer = self._workspace.officer_id
            self._record(
                N_("fee decided"),
                lambda session: decide(session, missed.time.id, day, why, officer, today()),
            )
            self._done(_("The fee was decided. Print the decision."))

        asked = Asked(
            _("Decide the fee"),
            _("The amount is the cost of the interpreter, up to the highest fee of that day."),
            _("Decide the fee"),
        )
        return self._open(
            FieldsDialog(asked, {"due_on": due, "reason": reason}, save, self._parent)
        )

    def ask_withdrawal(self, missed: Missed) -> FieldsDialog | None:
        """Ask why a decision is taken back."""
        decision = missed.decision
        if decision is None:
            return None
        reason = TextField(_("Why"))

        def save() -> None:
            today = self._workspace.today()
            self._record(
                N_("fee decision withdrawn"),
                lambda session: withdraw(session, decision.id, str(reason.value()), today),
            )
            self._done(_("The decision was withdrawn."))

        said = _("It stays recorded that it was made. Tell the client, and stop the bill.")
        asked = Asked(_("Withdraw the decision"), said, _("Withdraw"))
        return self._open(FieldsDialog(asked, {"reason": reason}, save, self._parent))

    def ask_cap(self) -> FieldsDialog:
        """Ask for the highest fee that the office has read in the ministry's decree."""
        since = DateField(_("In force from"), self._workspace.today)
        highest = CostField(_("Highest fee in euros"), section=FEE_CAP, width=120)
        source = TextField(_("Number of the decree"))

        def save() -> None:
            values = (since.day(), highest.value(), str(source.value()))
            self._record(N_("highest fee"), lambda session: record_cap(session, *values))
            self._done(_("The highest fee was recorded."))

        said = _(
            "The program knows the amount of 2025. The ministry adjusts it every second year "
            "({section}): write what its decree says."
        ).format(section=section_text(FEE_CAP))
        asked = Asked(_("Highest fee"), said, _("Record"))
        fields = {"since": since, "highest": highest, "source": source}
        return self._open(FieldsDialog(asked, fields, save, self._parent))

    def _open(self, dialog: FieldsDialog) -> FieldsDialog:
        dialog.open()
        return dialog

    def _record(self, label: str, act: Callable[[Any], object]) -> None:
        with self._workspace.database.transaction(_(label)) as session:
            act(session)
        self._workspace.changed.emit()
