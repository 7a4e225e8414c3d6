"""A plan that begins with a path: chosen by its name, it brings goals and their services."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.plans.from_catalogue import Pick, path_picks
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace


class FromPath(QDialog):
    """Enter takes the path under the keyboard; `chosen` is it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Goals from a path"))
        self.chosen: Pick | None = None
        self.list = RowList(_face, (ListColumn(share=1),), name=_("Paths"), row_size="row")
        self.button = Button(_("Add the goals"), "primary", key="Ctrl+Return")
        self._build(path_picks(workspace))

    def take(self, pick: Pick) -> None:
        """Choose a path, and close."""
        self.chosen = pick
        self.accept()

    def _take_current(self) -> None:
        if self.list.current_item() is not None:
            self.take(self.list.current_item())

    def _build(self, paths: list[Pick]) -> None:
        about = _(
            "The services of the path become measures of goals of their kind: of a goal that the "
            "plan has, or of a new one with its usual words. Change what does not fit this client."
        )
        none = wrapped(_("There is no path yet: paths are drawn under Services."), "body", "muted")
        none.setVisible(not paths)
        self.list.set_items(paths)
        self.list.setVisible(bool(paths))
        self.button.setEnabled(bool(paths))
        stay = Button(_("Back"))
        buttons = Row(gap=2)
        buttons.put(None, stay, self.button)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Goals from a path"), "title"),
            wrapped(about, "body", "muted"),
            none,
            (ListCard(self.list), 1),
            buttons,
        )
        self.list.opened.connect(self.take)
        self.button.clicked.connect(self._take_current)
        stay.clicked.connect(self.reject)
        self.resize(theme().px(560), theme().px(460))
        if paths:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus()


class PathButton(Button):
    """Asks for a path; `chosen` tells its services, a list."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Goals from a path"), "link", "arrows-exchange", bulk="small")
        self._workspace = workspace
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        dialog = FromPath(self._workspace, self.window())
        if dialog.exec() and dialog.chosen is not None:
            self.chosen.emit(list(dialog.chosen.services))


def _face(pick: Pick) -> RowFace:
    cell = Cell(pick.text, pick.note, strong=True, small_note=True)
    return RowFace((cell,), f"{pick.text}, {pick.note}")
