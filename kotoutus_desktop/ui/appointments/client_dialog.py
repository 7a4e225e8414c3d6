"""Choosing the client that a time is booked for: typing finds, Enter takes."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.casework.search import Filters, Row, find_clients, list_clients
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.layout import Row as Line
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name
from kotoutus_desktop.ui.workspace import Workspace

MOST = 50
_COLUMNS = (ListColumn(share=3), ListColumn(share=2))


class ClientDialog(QDialog):
    """One's own clients at first; the arrow keys move in the list while one types."""

    chosen = Signal(object)  # the id of the client

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("For whom?"))
        self._workspace = workspace
        self.typed = TextField(_("Name, number, date of birth or phone"))
        self.list = RowList(_face, _COLUMNS, name=_("Clients"))
        self.button = Button(_("Go on"), "primary", key="Ctrl+Return")
        stay = Button(_("Back"))
        buttons = Line(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("For whom?"), "title"), self.typed, (ListCard(self.list), 1), buttons
        )
        self.typed.changed.connect(self.search)
        self.typed.line.installEventFilter(self)
        self.typed.line.returnPressed.connect(self.accept)
        self.list.opened.connect(lambda _row: self.accept())
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(560), theme().px(480))
        self.search()
        self.typed.take_focus()

    def search(self) -> None:
        """Show who is meant; without typing one's own open cases."""
        typed = self.typed.value()
        own = Filters(officer_id=self._workspace.officer_id, open=True)
        with self._workspace.database.reading() as session:
            rows = (
                find_clients(session, typed, limit=MOST, filters=Filters(open=True))
                if typed
                else list_clients(session, own, 0, MOST)
            )
        self.list.set_items(rows)
        if rows:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.button.setEnabled(bool(rows))

    def accept(self) -> None:
        """Take the chosen client."""
        row = self.list.current_item()
        if row is None:
            return
        super().accept()
        self.chosen.emit(row.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys move in the list while one types."""
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in arrows:
            row = self.list.currentIndex().row() + arrows[Qt.Key(event.key())]
            last = self.list.model().rowCount() - 1
            self.list.setCurrentIndex(self.list.model().index(min(max(row, 0), last), 0))
            return True
        return super().eventFilter(watched, event)


def _face(row: Row) -> RowFace:
    name = " ".join(part for part in (row.given_names, row.family_names) if part)
    name = name or row.own_script_name or row.number
    language = language_name(row.service_language or row.mother_tongue)
    cells = (
        Cell(name, strong=True, icon="lock" if row.non_disclosure else ""),
        Cell(row.number, note=language, small_note=True),
    )
    return RowFace(cells, ", ".join(part for part in (name, row.number, language) if part))
