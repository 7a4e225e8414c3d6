"""The head of Today: the day, search, what can be added, and the filters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.style import let_icons_grow
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.today.today_filters import TodayFilters
from kotoutus_desktop.ui.workspace import Workspace

SEARCH_WIDTH = 220


class TodayHead(QFrame):
    """What is asked for here is done by the page."""

    searched = Signal(str)
    client_wanted = Signal()
    task_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.band = TitleBand()
        self.search = QLineEdit()
        self.filters = TodayFilters(workspace)
        self._furnish()
        below = row(self.filters, margins=(5, 2, 5, 0))
        Column(self, gap=0).put(self.band, below)

    def officer_chip(self) -> QWidget:
        """Return where the keyboard goes when no list is shown."""
        return self.filters.officer

    def _furnish(self) -> None:
        self.search.setPlaceholderText(_("Search clients"))
        self.search.setAccessibleName(_("Search clients"))
        let_icons_grow(self.search)
        self.search.addAction(
            icon("search", "text_muted", 18), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.returnPressed.connect(self._search)
        self.search.setFixedWidth(theme().px(SEARCH_WIDTH))
        task = Button(_("New task"), icon="plus")
        task.setToolTip("Ctrl+T")
        task.clicked.connect(self._task)
        add = Button(_("New client"), icon="user-plus")
        add.setToolTip("Ctrl+N")
        add.clicked.connect(self._client)
        more = MenuButton(_("More"))
        more.act(_("Calendar file …"), self.calendar_wanted.emit, "calendar-due")
        self.band.put_acts(self.search, task, add, more)

    def _search(self) -> None:
        words = self.search.text().strip()
        self.search.clear()
        self.searched.emit(words)

    def _task(self) -> None:
        self.task_wanted.emit()

    def _client(self) -> None:
        self.client_wanted.emit()
