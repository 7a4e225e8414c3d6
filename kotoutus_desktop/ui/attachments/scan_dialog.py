"""A scan is looked at inside the program, exported to a chosen folder, or deleted."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QWidget

from kotoutus_desktop.casework.attachments import (
    content_of,
    export_name,
    note_exported,
    remove_scan,
)
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.models.attachment import Attachment
from kotoutus_desktop.ui.attachments.pictures import pages_of, picture_of
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text, enum_text
from kotoutus_desktop.ui.workspace import Workspace


class ScanDialog(QDialog):
    """Nothing of the scan is written to the disk to show it."""

    removed = Signal()

    def __init__(
        self, workspace: Workspace, attachment: Attachment, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self.attachment = workspace, attachment
        self.setWindowTitle(_("Scan"))
        with workspace.database.reading() as session:
            self._content = content_of(session, attachment) or b""
        self.bars = MessageBars()
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(attachment.title)
        self.area = QScrollArea()
        self.area.setProperty("kind", "sunken")
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        self.export = Button(_("Export to a folder…"), icon="folder-open")
        self.remove = Button(_("Delete the scan"), icon="trash")
        close = Button(_("Close"), "primary")
        self.export.clicked.connect(self.choose_and_export)
        self.remove.clicked.connect(self.delete)
        close.clicked.connect(self.accept)
        buttons = Row(gap=2)
        buttons.put(self.export, self.remove, None, close)
        Column(self, (4, 4, 4, 4), 2).put(
            Label(attachment.title, "title"), wrapped(self._facts(), "small", "muted"), self.bars,
            (self.area, 1), buttons,
        )  # fmt: skip
        self.resize(theme().px(820), theme().px(760))
        self.export.setEnabled(bool(self._content))
        self._show()
        close.setFocus()

    def choose_and_export(self) -> None:
        """Ask for a folder; nothing leaves the program without one."""
        start = str(self._workspace.preferences.last_folder)
        folder = QFileDialog.getExistingDirectory(self, _("Where to save"), start)
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> bool:
        """Write the scan into a folder and note it; another file there is never replaced."""
        number = 1
        while (target := folder / export_name(self.attachment, number)).exists():
            number += 1
        try:
            save_paper(target, self._content)
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.DANGER, key="export"))
            return False
        with self._workspace.database.transaction() as session:
            note_exported(session, self.attachment)
        self._workspace.preferences.last_folder = folder
        said = _("Saved: {name}. It is not encrypted there.").format(name=target.name)
        self.bars.show_success(said)
        return True

    def delete(self) -> None:
        """Delete the scan; undo and the bin bring it back."""
        with self._workspace.database.transaction(_("scan deleted")) as session:
            remove_scan(session, self.attachment, self._workspace.today())
        self.removed.emit()
        self.accept()

    def _show(self) -> None:
        if not self._content:
            said = _("The content of this scan is not on this laptop.")
            self.bars.show_message(Message(said, Tone.WARNING, key="content"))
            return
        try:
            image = picture_of(self._content, self.attachment.media_type)
        except InvalidInput as error:
            self.bars.show_message(Message(explain(error), Tone.DANGER, key="content"))
            return
        self.picture.setPixmap(_fitted(image))

    def _facts(self) -> str:
        scan = self.attachment
        parts = [enum_text(scan.kind), date_text(scan.added_on), size_text(scan.size)]
        if self._content:
            count = pages_of(self._content, scan.media_type)
            if count > 1:
                words = ngettext("page 1 of {n}", "page 1 of {n}", count)
                parts.append(words.format(n=count))
        return " · ".join(parts)


def size_text(size: int) -> str:
    """Return a size as people read it: "340 kB"."""
    return f"{max(1, round(size / 1024))} kB"


def _fitted(image: QImage) -> QPixmap:
    """Return the picture no wider than the window shows without scrolling aside."""
    width = min(image.width(), theme().px(760))
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaledToWidth(width, smooth))
