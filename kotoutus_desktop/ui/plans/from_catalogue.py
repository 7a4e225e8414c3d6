"""Services of the catalogue for a goal: chosen one by one, or all those of a path."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kotoutus_desktop.casework.services.catalogue import offered_services
from kotoutus_desktop.casework.services.choosing import fill_measure, wording_of
from kotoutus_desktop.casework.services.paths import boxes_of, list_paths
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.models.plan import Goal, Measure
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.services.service_face import organiser_text, service_name
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class Pick(NamedTuple):
    """A line of the list: a service, or a path with the services it leads through."""

    key: str
    text: str
    note: str
    services: tuple[Service, ...]


def picks(workspace: Workspace) -> list[Pick]:
    """Return the services that are offered today, then the paths through them."""
    with workspace.database.reading() as session:
        offered = offered_services(session, workspace.today(), interface_language())
    services = [
        Pick(str(each.id), service_name(each), organiser_text(each), (each,)) for each in offered
    ]
    return [*services, *path_picks(workspace)]


def path_picks(workspace: Workspace) -> list[Pick]:
    """Return the paths, each with its services that are offered today."""
    language, today, found = interface_language(), workspace.today(), []
    with workspace.database.reading() as session:
        for path in list_paths(session, language):
            boxes = boxes_of(session, path, language, today)
            services = tuple(box.service for box in boxes if box.service and box.is_offered)
            count = ngettext("path, {n} service", "path, {n} services", len(services))
            name = text_in(path.names, language)[0]
            found.append(Pick(str(path.id), name, count.format(n=len(services)), services))
    return found


class FromCatalogue(QDialog):
    """Space ticks a line, Enter takes what is ticked; `chosen` returns the services."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("From the catalogue"))
        self._every = picks(workspace)
        self._ticked: dict[str, Pick] = {}
        self.search = QLineEdit()
        self.list = RowList(
            self._face,
            (ListColumn(width=34), ListColumn(share=1)),
            name=_("Services and paths"),
            row_size="row",
        )
        self.button = Button(_("Add to the goal"), "primary", key="Ctrl+Return")
        self._build()
        self._show()

    def chosen(self) -> list[Service]:
        """Return the services that are ticked, in the order of the ticks, each once."""
        services = [service for pick in self._ticked.values() for service in pick.services]
        return list({service.id: service for service in services}.values())

    def toggle(self, pick: Pick) -> None:
        """Tick a line, or take the tick away."""
        if self._ticked.pop(pick.key, None) is None:
            self._ticked[pick.key] = pick
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks the chosen row."""
        if event.key() == Qt.Key.Key_Space and self.list.current_item() is not None:
            self.toggle(self.list.current_item())
            return
        super().keyPressEvent(event)

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        rows = [
            pick
            for pick in self._every
            if all(word in f"{pick.text} {pick.note}".casefold() for word in words)
        ]
        self.list.set_items(rows)
        if rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        count = len(self.chosen())
        label = ngettext("Add {n} service", "Add {n} services", count).format(n=count)
        self.button.set_label(label if count else _("Add to the goal"))
        self.button.setEnabled(count > 0)

    def _face(self, pick: Pick) -> RowFace:
        on = pick.key in self._ticked
        tick = Cell(icon="circle-check" if on else "circle", kind=CellKind.SIGN)
        said = _("ticked") if on else _("not ticked")
        cell = Cell(pick.text, pick.note, strong=True, small_note=True)
        return RowFace((tick, cell), f"{said}, {pick.text}, {pick.note}")

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Search the services"))
        self.search.setAccessibleName(_("Search the services"))
        self.search.textChanged.connect(self._show)
        about = _(
            "The plan keeps the words of today: it stays as it is when the catalogue changes. "
            "Write then why each service suits the goal."
        )
        keys = wrapped(_("Space ticks the chosen row."), "small", "muted")
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put((keys, 1), stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("From the catalogue"), "title"),
            wrapped(about, "body", "muted"),
            self.search,
            (ListCard(self.list), 1),
            buttons,
        )
        self.list.opened.connect(self.toggle)
        self.button.clicked.connect(self.accept)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(640), theme().px(600))
        self.list.setFocus()


class CatalogueButton(Button):
    """Asks for services; `chosen` tells which, a list."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("From the catalogue"), icon="books", bulk="small")
        self._workspace = workspace
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        dialog = FromCatalogue(self._workspace, self.window())
        if dialog.exec():
            self.chosen.emit(dialog.chosen())


def measures_of(workspace: Workspace, goal: Goal, services: Sequence[Service]) -> list[Measure]:
    """Return a measure for each service, with the words that the plan keeps."""
    made = []
    with workspace.database.transaction() as session:
        for service in services:
            measure = Measure(client_id=goal.client_id, what=wording_of(session, service))
            fill_measure(measure, service, enum_text(service.organiser))
            made.append(measure)
    return made
