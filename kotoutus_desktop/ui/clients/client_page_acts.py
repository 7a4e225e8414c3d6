"""What is recorded on the client's page itself: a referral, the end of a case, its reopening."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework import plans, register
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import ClosingReason
from kotoutus_desktop.ui.clients.client_page_closing import ClosingDialog
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.joining.late_words import late_message
from kotoutus_desktop.ui.keeping.held_dialog import HeldDialog
from kotoutus_desktop.ui.log.access_dialog import AccessDialog
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.workspace import Workspace


class ClientActs(QObject):
    """Records in a transaction of its own that undo offers to take back."""

    done = Signal(str)  # what was recorded, as a sentence
    referral_refused = Signal(object, str)  # measure id, what is wrong with the day
    closing_refused = Signal(str)

    def __init__(self, workspace: Workspace, client_id: UUID, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._client_id, self._page = workspace, client_id, page
        self.dialog: ClosingDialog | None = None
        self.access: AccessDialog | None = None

    def refer(self, measure: UUID, on: date) -> None:
        """Record that the client was guided to seek a service."""
        try:
            with self._workspace.database.transaction(_("referral recorded")) as session:
                client = register.get_client(session, self._client_id)
                plan = next(p for p in client.plans if any(m.id == measure for m in p.measures))
                plans.refer(session, plan, measure, on)
        except InvalidInput as error:
            self.referral_refused.emit(measure, explain(error))
            return
        self.done.emit(_("The referral was recorded."))

    def show_access(self, name: str) -> AccessDialog:
        """Show who may open the case, and return the window."""
        self.access = AccessDialog(self._workspace, self._client_id, name, self._page)
        self.access.finished.connect(self.access.deleteLater)
        self.access.open()
        return self.access

    def show_held(self) -> HeldDialog:
        """Offer everything that is held on the person as PDF and JSON; returns the window."""
        dialog = HeldDialog(self._workspace, self._client_id, self.done.emit, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def tell_news(self, bars: MessageBars) -> None:
        """Say what another laptop wrote in a joined record, until somebody decides."""
        late = late_message(self._workspace, self._client_id, self.done.emit)
        if late is not None:
            bars.show_message(late)

    def ask_closing(self) -> None:
        """Ask when and why the client relationship ended."""
        self.dialog = ClosingDialog(self._workspace, self._page)
        self.dialog.finished.connect(self._asked)
        self.dialog.open()

    def close(self, on: date, reason: ClosingReason, note: str) -> None:
        """End the client relationship; refused while a plan is in force."""
        try:
            label = _("client relationship ended")
            with self._workspace.database.transaction(label) as session:
                client = register.get_client(session, self._client_id)
                register.close_client(session, client, on, reason, note)
        except KotoutusError as error:
            self.closing_refused.emit(explain(error))
            return
        self.done.emit(_("The client relationship was ended. The case stays in the file."))

    def reopen(self) -> None:
        """Take up a closed case again."""
        with self._workspace.database.transaction(_("case reopened")) as session:
            register.reopen_client(session, register.get_client(session, self._client_id))
        self.done.emit(_("The case is open again."))

    def _asked(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        answer = dialog.answer() if result == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if answer is not None:
            self.close(*answer)
