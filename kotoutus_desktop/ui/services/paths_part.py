"""The paths through the services: chosen from a list, drawn beside it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.casework.services.paths import get_path, list_paths, remove_path
from kotoutus_desktop.casework.services.ready_made import ReadySet, add_set
from kotoutus_desktop.casework.services.texts import text_in
from kotoutus_desktop.documents.path_pdf import PathSheet, path_pdf
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.models.service import ServicePath, known_groups
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.printing.sheet_view import WIDTH, SheetView
from kotoutus_desktop.ui.services.paper_export import PaperExport, SaveButton
from kotoutus_desktop.ui.services.path_sheet import path_sheet
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

LIST_WIDTH = 300


class PathsPart(Part):
    """Enter opens the form of a path; its picture is that of the paper."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.list = RowList(path_face, [ListColumn(share=1)], name=_("Paths"), row_size="row")
        self.view = SheetView()
        self.add = Button(_("New path"), "primary", "plus")
        self.change = Button(_("Change"), icon="pencil")
        self.delete = Button(_("Delete"), icon="trash")
        self.save = SaveButton()
        self.begin = Button(_("Add ready-made paths"), icon="books")
        self.nothing = EmptyState(
            "arrows-exchange",
            _("No paths yet"),
            _("A path shows services in the order in which a client comes to them."),
            self.begin,
        )
        self.stack = QStackedWidget()
        self.export = PaperExport(self, workspace, self.said.emit)
        self._rows: list[ServicePath] = []
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read the paths, and put the keyboard into the list."""
        self.refresh()
        (self.list if self._rows else self.begin).setFocus()

    def refresh(self) -> None:
        """Read the paths again and draw the chosen one."""
        with self.workspace.database.reading() as session:
            self._rows = list_paths(session, interface_language())
        self.list.set_items(self._rows)
        if self._rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.stack.setCurrentIndex(0 if self._rows else 1)
        self.save.setEnabled(bool(self._rows))
        self._draw()

    def primary(self) -> None:
        """Begin a new path."""
        self.navigate.emit(Destination(PageName.PATH_FORM))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons for saving and for a new path."""
        return (self.save, self.add)

    def open_path(self, path: ServicePath) -> None:
        """Show the form of a path."""
        self.navigate.emit(Destination(PageName.PATH_FORM, record=path.id))

    def sheet(self, language: str) -> PathSheet | None:
        """Return the chosen path as it is drawn, None where there is none."""
        path = self.list.current_item()
        return path_sheet(self.workspace, path.id, language) if path is not None else None

    def add_ready(self) -> None:
        """Add the ready-made paths with their services."""
        with self.workspace.database.transaction(_("ready-made paths added")) as session:
            count = add_set(session, ReadySet.PATHS)
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(ngettext("{n} was added.", "{n} were added.", count).format(n=count))

    def remove(self) -> None:
        """Delete the chosen path; its services stay."""
        path = self.list.current_item()
        if path is None:
            return
        with self.workspace.database.transaction(_("path deleted")) as session:
            remove_path(session, get_path(session, path.id))
        self.workspace.changed.emit()
        self.refresh()
        self.say_done(_("The path was deleted."))

    def _save(self, language: str) -> None:
        sheet = self.sheet(language)
        if sheet is not None:
            self.export.choose_and_save(lambda _code: path_pdf(sheet), language, _("path"))

    def _draw(self, _item: object = None) -> None:
        sheet = self.sheet(interface_language())
        if sheet is None:
            return
        self.view.show_pdf(path_pdf(sheet))
        steps = [f"{number}. {step.text}" for number, step in enumerate(sheet.steps, 1)]
        self.view.setAccessibleDescription(", ".join([sheet.title, *steps]))

    def _open_chosen(self) -> None:
        if self.list.current_item() is not None:
            self.open_path(self.list.current_item())

    def _lay_out(self) -> None:
        self.add.show_key("Ctrl+Return")
        self.add.clicked.connect(self.primary)
        self.begin.clicked.connect(self.add_ready)
        self.change.clicked.connect(self._open_chosen)
        self.delete.clicked.connect(self.remove)
        self.save.chosen.connect(self._save)
        self.list.opened.connect(self.open_path)
        self.list.chosen.connect(self._draw)
        self.view.set_zoom(WIDTH)
        self.side = QWidget()
        acts = Row(gap=2)
        acts.put(self.change, self.delete, None)
        side = Column(self.side, gap=2)
        side.addWidget(ListCard(self.list), 1)
        side.addLayout(acts)
        shown = QWidget()
        Row(shown, gap=3).put(self.side, (self.view, 1))
        self.stack.addWidget(shown)
        self.stack.addWidget(self.nothing)
        Column(self, (5, 1, 5, 4), 0).put((self.stack, 1))
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.side.setFixedWidth(theme().px(LIST_WIDTH))


def path_face(path: ServicePath) -> RowFace:
    """Return a path as a row: its name, for whom, how many boxes."""
    name, _code = text_in(path.names, interface_language())
    count = len(path.steps)
    steps = ngettext("{n} step", "{n} steps", count).format(n=count)
    groups = ", ".join(enum_text(group) for group in known_groups(path.groups))
    note = " · ".join(text for text in (steps, groups) if text)
    return RowFace((Cell(name, note, strong=True, small_note=True),), f"{name}, {note}")
