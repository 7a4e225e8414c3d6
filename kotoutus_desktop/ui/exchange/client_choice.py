"""Choosing clients by searching: those that were chosen stay above what is found."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from kotoutus_desktop.casework.search import Row as ClientRow
from kotoutus_desktop.casework.search import find_clients
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.workspace import Workspace

MOST_FOUND = 8
PAUSE_MS = 200  # after the last letter


class ClientChoice(QFrame):
    """A search line with boxes to tick. `changed` tells that the choice is another."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self.chosen: dict[UUID, str] = {}
        self.search = TextField(_("Search for clients"), hint=_("Name, number or phone."))
        self.boxes: dict[UUID, QCheckBox] = {}
        self._boxes = Column(gap=1)
        self._nobody = wrapped(_("No client fits."), "small", "muted")
        self._nobody.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.search.line.textChanged.connect(lambda _text: self._pause.start())
        column = Column(self, gap=2)
        column.put(self.search, self._nobody)
        column.addLayout(self._boxes)

    def look(self) -> None:
        """Find whom the typed words fit."""
        typed = self.search.value()
        found: list[ClientRow] = []
        if typed:
            with self._workspace.database.reading() as session:
                found = find_clients(session, typed, limit=MOST_FOUND)
        self._show({row.id: client_text(row) for row in found})
        self._nobody.setVisible(bool(typed) and not found)

    def _show(self, found: dict[UUID, str]) -> None:
        clear(self._boxes)
        self.boxes = {}
        for key, text in {**self.chosen, **found}.items():
            box = QCheckBox(text)
            box.setChecked(key in self.chosen)
            box.toggled.connect(lambda on, key=key, text=text: self._tick(key, text, on))
            self.boxes[key] = box
            self._boxes.put(box)

    def _tick(self, key: UUID, text: str, on: bool) -> None:
        if on:
            self.chosen[key] = text
        else:
            self.chosen.pop(key, None)
        self.changed.emit()


def client_text(row: ClientRow) -> str:
    """Return number and name; the number alone under a non-disclosure order."""
    return " ".join(part for part in (row.number, row.given_names, row.family_names) if part)
