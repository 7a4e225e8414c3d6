"""Everybody the office knows, found by any spelling of the name (picture 03)."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from kotoutus_desktop.casework.listing import Standing
from kotoutus_desktop.casework.restricted import NotLetIn, ReasonNeeded
from kotoutus_desktop.casework.search import Filters, count_clients
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.ui.clients.client_list_face import (
    Looks,
    client_columns,
    client_face,
    step_words,
)
from kotoutus_desktop.ui.clients.client_list_frame import ClientListFrame, name_typed
from kotoutus_desktop.ui.clients.client_list_source import MOST_FOUND, ClientRows, Listed
from kotoutus_desktop.ui.clients.client_step import step_destination
from kotoutus_desktop.ui.components.row_face import RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.joining.pairs_button import PairsWatch
from kotoutus_desktop.ui.keys import asks_menu
from kotoutus_desktop.ui.log.search_notes import SearchNotes
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.printing.many_dialog import ManyPapersDialog
from kotoutus_desktop.ui.why.asking import why_next
from kotoutus_desktop.ui.workspace import Workspace

COPIED_FOR_MS = 30_000
SEARCH = "search"  # focus of a destination that wants the search itself, with nothing typed


class ClientListPage(Page):
    """The list with its search. Stays: coming back finds it as it was left."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        self._known: dict[UUID, Standing] = {}
        self._everybody_counted: int | None = None
        self._looks = Looks(workspace.today())
        self.rows: ClientRows | None = None
        self.dialog: ManyPapersDialog | None = None
        self.list = RowList(self._face, client_columns(), name=_("Clients"))
        self.frame = ClientListFrame(self, workspace, self.list)
        self.search, self.filters = self.frame.search, self.frame.filters
        self.notes = SearchNotes(workspace, self)
        self.pairs = PairsWatch(workspace, self.frame.pairs_button, self)
        self._connect()
        self.workspace.changed.connect(self._forget)

    def arrive(self, destination: Destination) -> None:
        """Show the list as it was left, or a search begun elsewhere; the keyboard searches."""
        if destination.focus not in ("", SEARCH):
            self.search.setText(destination.focus)
        self.look(keep_place=True)
        self.search.setFocus()
        self.search.selectAll()
        self.pairs.look()

    def refresh(self) -> None:
        """Read the list again; the chosen row stays where it was."""
        self._forget()
        if self.isVisible():
            self.look(keep_place=True)

    def primary(self) -> None:
        """Open the chosen client."""
        self._open_current()

    def look(self, *, keep_place: bool = False) -> None:
        """Show whom the filters and the typing fit."""
        typed, place = self.search.text().strip(), self.list.currentIndex().row()
        self._looks = Looks(
            self.workspace.today(), typed, self.workspace.preferences.initials_in_lists
        )
        self.rows = ClientRows(self.workspace, self.filters.filters(), typed, self._known)
        self.list.set_items(self.rows)
        self.notes.found(typed, [each.row.id for each in self.rows[:MOST_FOUND]] if typed else ())
        self._choose(place if keep_place and place >= 0 else 0)
        everybody = self._count_everybody()
        self.frame.show_state(self._count_text(everybody), typed, len(self.rows), everybody)

    def new_client(self) -> None:
        """Register somebody, with the name that was searched for."""
        self.navigate.emit(Destination(PageName.INTAKE, focus=name_typed(self.search.text())))

    def print_plans(self) -> None:
        """Ask how to print or save the plans of everybody who is listed."""
        listed = [each.row for each in self.rows or ()]
        if listed:
            self.dialog = ManyPapersDialog(self.workspace, listed, self)
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+F searches, Ctrl+I asks why, Ctrl+N registers, Ctrl+P prints, Shift+F10: menu."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_F:
            self.search.setFocus()
            self.search.selectAll()
        elif control and event.key() == Qt.Key.Key_I:
            self.why(self.list.current_item())
        elif control and event.key() == Qt.Key.Key_N:
            self.new_client()
        elif control and event.key() == Qt.Key.Key_P:
            self.print_plans()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif asks_menu(event):
            self._menu_of_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.search.clear()
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def why(self, listed: Listed | None) -> None:
        """Say why the next step of a row is due when it is."""
        standing = self.rows.standing(listed) if self.rows and listed else None
        if listed is None or standing is None or not standing.next_step.section:
            return
        try:
            why = why_next(self.workspace, listed.row.id)
        except (NotLetIn, ReasonNeeded):
            self._open(listed)  # where the reason is asked
        else:
            self.why_asked.emit([why])

    def menu_of(self, listed: Listed) -> QMenu:
        """Return what can be done with a row: open it, take its next step, correct its data."""
        menu, client = QMenu(self), listed.row.id
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), lambda: self._open(listed))
        standing = self.rows.standing(listed) if self.rows else None
        step = standing.next_step if standing else None
        if step is not None and step.kind is not StepKind.NONE:
            target = step_destination(client, step)
            menu.addAction(step_words(step), lambda: self.navigate.emit(target))
            menu.addAction(_("Why (Ctrl+I)"), lambda: self.why(listed))
        intake = Destination(PageName.INTAKE, client=client)
        menu.addAction(_("Edit the client's data"), lambda: self.navigate.emit(intake))
        menu.addAction(_("Copy the client number"), lambda: _copy(listed.row.number))
        return menu

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.moved.connect(self._move)
        self.search.entered.connect(self._open_current)
        self.filters.changed.connect(self.look)
        self.list.opened.connect(self._open)
        self.list.menu_asked.connect(self._show_menu)
        self.frame.print_button.clicked.connect(self.print_plans)
        self.frame.import_button.clicked.connect(
            lambda: self.navigate.emit(Destination(PageName.IMPORT))
        )
        for button in self.frame.new_buttons:
            button.clicked.connect(self.new_client)
        self.frame.everybody_button.clicked.connect(self._everybody)

    def _face(self, listed: Listed) -> RowFace:
        standing = self.rows.standing(listed) if self.rows else None
        return client_face(listed.row, standing, self._looks)

    def _typed(self, _text: str) -> None:
        self.look()

    def _forget(self) -> None:
        self._known.clear()
        self._everybody_counted = None

    def _everybody(self) -> None:
        self.filters.switch_off()
        self.search.setFocus()

    def _choose(self, place: int) -> None:
        index = self.list.model().index(place, 0)
        self.list.setCurrentIndex(index if index.isValid() else QModelIndex())

    def _move(self, event: QKeyEvent) -> None:
        self.list.keyPressEvent(event)

    def _open_current(self) -> None:
        listed = self.list.current_item()
        if listed is not None:
            self._open(listed)
        elif self.search.text().strip():
            self.new_client()

    def leave(self) -> None:
        """Note what was searched last."""
        self.notes.write()

    def _open(self, listed: Listed) -> None:
        self.navigate.emit(Destination(PageName.CLIENT, client=listed.row.id))

    def _menu_of_current(self) -> None:
        listed, index = self.list.current_item(), self.list.currentIndex()
        if listed is not None:
            place = self.list.visualRect(index).center()
            self._show_menu(listed, self.list.viewport().mapToGlobal(place))

    def _show_menu(self, listed: Listed, place: QPoint) -> None:
        """Open the menu once, though some systems send the key and its meaning."""
        if QApplication.activePopupWidget() is None:
            self.menu_of(listed).popup(place)

    def _count_everybody(self) -> int:
        if self._everybody_counted is None:
            with self.workspace.database.reading() as session:
                self._everybody_counted = count_clients(session, Filters())
        return self._everybody_counted

    def _count_text(self, everybody: int) -> str:
        assert self.rows is not None
        shown = len(self.rows)
        words = ngettext("{n} client", "{n} clients", everybody).format(n=everybody)
        if self.rows.is_cut:
            return _("first {shown} of the hits / {clients}").format(
                shown=MOST_FOUND, clients=words
            )
        return words if shown == everybody else f"{shown} / {words}"


def _copy(text: str) -> None:
    """Copy for half a minute: the next person at the computer finds nothing."""
    clipboard = QApplication.clipboard()
    clipboard.setText(text)
    QTimer.singleShot(
        COPIED_FOR_MS, lambda: clipboard.clear() if clipboard.text() == text else None
    )
