"""The scans of a case on the client's page."""

from uuid import UUID

from PySide6.QtCore import Qt

from kotoutus_desktop.casework.attachments import attachments_of
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.attachment import Attachment
from kotoutus_desktop.ui.attachments.add_dialog import AddScanDialog
from kotoutus_desktop.ui.attachments.scan_dialog import ScanDialog, size_text
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.words import date_text, enum_text
from kotoutus_desktop.ui.workspace import Workspace

_COLUMNS = (ListColumn(share=1),)


class AttachmentsCard(Card):
    """Only the head while there is no scan. What was recorded is said in `bars`."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Scans"))
        self._workspace, self._bars = workspace, bars
        self._client: UUID | None = None
        self.add_button = Button(_("Add a scan…"), "link", "plus", bulk="small")
        self.rows = RowList(self._face, _COLUMNS, name=_("Scans"), fits=True)
        self.rows.mark_with_keyboard()
        self.put_head(self.add_button)
        self.put(self.rows)
        self.add_button.clicked.connect(self.ask_scan)
        self.rows.opened.connect(self.open_scan)

    def show_client(self, client_id: UUID) -> None:
        """Show the scans of a client."""
        self._client = client_id
        with self._workspace.database.reading() as session:
            found = attachments_of(session, client_id)
        self.rows.set_items(found)
        self.rows.setVisible(bool(found))
        if found and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))

    def ask_scan(self) -> AddScanDialog:
        """Ask for a new scan."""
        assert self._client is not None, "a client is shown"
        dialog = AddScanDialog(self._workspace, self._client, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._done(_("The scan is in the file, encrypted.")))
        dialog.open()
        return dialog

    def open_scan(self, attachment: Attachment) -> ScanDialog:
        """Show a scan."""
        dialog = ScanDialog(self._workspace, attachment, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.removed.connect(lambda: self._done(_("The scan was deleted.")))
        dialog.open()
        return dialog

    def _face(self, scan: Attachment) -> RowFace:
        facts = (enum_text(scan.kind), date_text(scan.added_on), size_text(scan.size))
        note = " · ".join(facts)
        return RowFace((Cell(scan.title, note=note, strong=True),), ", ".join((scan.title, *facts)))

    def _done(self, said: str) -> None:
        if self._client is not None:
            self.show_client(self._client)
        self._bars.show_success(said, self._workspace.undo)
        self._workspace.changed.emit()
