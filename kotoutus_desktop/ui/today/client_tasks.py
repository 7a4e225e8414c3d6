"""The tasks about one client, on the client's own page: add, tick, change, delete."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QPoint

from kotoutus_desktop.casework.own_tasks import TaskRow, tasks_of
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import distance_text, short_date_text
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.today.today_acts import TodayActs
from kotoutus_desktop.ui.workspace import Workspace

_ROOM = ListColumn(folds=True)  # empty: a row that folds is high enough for words of two lines
_COLUMNS = (ListColumn(share=1), _ROOM, ListColumn(width=64), MENU_COLUMN)


class ClientTasks(Card):
    """Only the head while there is nothing to do. What was recorded is said in `bars`."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Own tasks"))
        self._workspace, self._bars = workspace, bars
        self._client: UUID | None = None
        self.acts = TodayActs(workspace, self)
        self.add_button = Button(_("New task"), "link", "plus", bulk="small")
        self.rows = RowList(self._face, _COLUMNS, name=_("Own tasks"), fits=True)
        self.rows.mark_with_keyboard()
        self.put_head(self.add_button)
        self.put(self.rows)
        self.add_button.clicked.connect(self._add)
        self.rows.acted.connect(self._tick)
        self.rows.opened.connect(self._edit)
        self.rows.menu_asked.connect(self._show_menu)
        self.acts.done.connect(self._done)

    def show_client(self, client_id: UUID) -> None:
        """Show the open tasks about a client."""
        self._client = client_id
        with self._workspace.database.reading() as session:
            tasks = [TaskRow(task) for task in tasks_of(session, client_id)]
        had_keyboard = self.rows.hasFocus()
        self.rows.set_items(tasks)
        self.rows.setVisible(bool(tasks))
        if tasks and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        if had_keyboard and not tasks:
            self.add_button.setFocus()

    def _face(self, row: TaskRow) -> RowFace:
        today: date = self._workspace.today()
        when = short_date_text(row.task.due_on, today)
        distance = distance_text(row.task.due_on, today)
        late = row.task.due_on < today
        return RowFace(
            cells=(
                Cell(f"{when}, {distance}", note=row.task.text, tone="warning" if late else ""),
                Cell(),
                Cell(_("Done"), kind=CellKind.BUTTON),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join((row.task.text, when, distance)),
        )

    def _add(self) -> None:
        self.acts.add_task(self._client)

    def _tick(self, row: TaskRow) -> None:
        self.acts.tick(row)

    def _edit(self, row: TaskRow) -> None:
        self.acts.edit_task(row.task)

    def _show_menu(self, row: TaskRow, place: QPoint) -> None:
        menu = self.acts.menu(row)
        menu.exec(place)
        menu.deleteLater()

    def _done(self, said: str) -> None:
        if self._client is not None:
            self.show_client(self._client)
        self._bars.show_success(said, self._workspace.undo)
        self._workspace.changed.emit()
