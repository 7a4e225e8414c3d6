"""Today: what hurts most first, each thing done in one click."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu

from kotoutus_desktop.casework.due import DueRow, due_rows
from kotoutus_desktop.casework.register import is_empty_office
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.steps import destination_of
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.today.due_face import COLUMNS, DueFace
from kotoutus_desktop.ui.words import weekday_text
from kotoutus_desktop.ui.workspace import Workspace

WEEK = timedelta(days=7)
SEARCH_WIDTH = 260


class TodayPage(Page):
    """Overdue, without delay, this week, the next thirty days."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        self.lists: list[RowList] = []
        self.band = TitleBand()
        self.bars = MessageBars((5, 2, 5, 0))
        self.search = QLineEdit()
        self.whose = Segments(
            [("mine", _("Own")), ("all", _("Everyone's"))], "mine", name=_("Whose clients")
        )
        self.whose.chosen.connect(lambda _whose: self.refresh())
        self._furnish_band()
        self.body = ScrollColumn((5, 4, 5, 5), 3)
        self.face = DueFace(workspace.today())
        layout = Column(self, gap=0)
        layout.put(self.band, self.bars, (self.body, 1))
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.activated.connect(self.search.setFocus)

    def arrive(self, _destination: Destination) -> None:
        """Show what is due, with the keyboard on the first row."""
        self.refresh()
        if self.lists:
            self.lists[0].setFocus()

    def primary(self) -> None:
        """Do what the first row asks for."""
        if self.lists:
            self.act(self.lists[0].current_item() or self.face.first)

    def refresh(self) -> None:
        """Read what is due."""
        today = self.workspace.today()
        officer = self.workspace.officer_id if self.whose.value() == "mine" else None
        with self.workspace.database.reading() as session:
            rows = due_rows(session, today, officer)
            empty = not rows and is_empty_office(session)
        self.face = DueFace(today, hide_names=self.workspace.preferences.initials_in_lists)
        self.face.first = next(iter(rows), None)
        self.band.set_title(weekday_text(today))
        self.band.set_subtitle(self._summary(rows))
        self._show_groups(rows)
        if not rows:
            self.body.put(self._nothing_yet() if empty else self._nothing_due())
        self.body.put(None)

    def act(self, row: DueRow | None) -> None:
        """Go where the step of a row is taken."""
        if row is not None:
            self.navigate.emit(destination_of(row.item.kind, row.client.id))

    def open_client(self, row: DueRow) -> None:
        """Go to the client's own page."""
        self.navigate.emit(Destination(PageName.CLIENT, client=row.client.id))

    def show_menu(self, row: DueRow, place: QPoint) -> None:
        """Offer what can be done with a row."""
        menu = QMenu(self)
        menu.addAction(icon("users", "text"), _("Open the client"), partial(self.open_client, row))
        menu.exec(place)
        menu.deleteLater()

    def _furnish_band(self) -> None:
        self.search.setPlaceholderText(_("Search clients"))
        self.search.setAccessibleName(_("Search clients"))
        self.search.addAction(
            icon("search", "text_muted", 18), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.returnPressed.connect(self._search)
        self.search.setFixedWidth(theme().px(SEARCH_WIDTH))
        add = Button(_("New client"), icon="user-plus")
        add.setToolTip("Ctrl+N")
        add.clicked.connect(lambda: self.navigate.emit(Destination(PageName.INTAKE)))
        self.band.put_acts(self.search, self.whose, add)

    def _search(self) -> None:
        words = self.search.text().strip()
        self.search.clear()
        self.navigate.emit(Destination(PageName.CLIENTS, focus=words))

    def _summary(self, rows: Sequence[DueRow]) -> str:
        late = sum(self.face.tone(row) == "danger" for row in rows)
        soon = len([row for row in rows if self._group_of(row) == "week"])
        parts = [
            ngettext("{n} overdue", "{n} overdue", late).format(n=late) if late else "",
            ngettext("{n} this week", "{n} this week", soon).format(n=soon) if soon else "",
        ]
        return ", ".join(part for part in parts if part)

    def _group_of(self, row: DueRow) -> str:
        tone = self.face.tone(row)
        if tone:
            return tone
        due = row.item.due
        return "week" if due is not None and due <= self.workspace.today() + WEEK else "month"

    def _show_groups(self, rows: Sequence[DueRow]) -> None:
        clear(self.body.column)
        self.lists.clear()
        titles = {
            "danger": _("Overdue"),
            "warning": _("Without delay"),
            "week": _("This week"),
            "month": _("Next 30 days"),
        }
        for group, title in titles.items():
            found = [row for row in rows if self._group_of(row) == group]
            if found:
                if not self.lists:
                    self.face.first = found[0]
                self.body.put(self._group(title, group, found))

    def _group(self, title: str, group: str, rows: Sequence[DueRow]) -> QFrame:
        tone = group if group in ("danger", "warning") else ""
        frame = QFrame()
        frame.setProperty("kind", "plain")
        head = Row(margins=(0, 1, 0, 0), gap=2)
        head.put(
            Label(title, "heading", tone), Label(str(len(rows)), "body", tone or "muted"), None
        )
        due = RowList(self.face, COLUMNS, name=title, fits=True, enter_acts=True)
        due.mark_with_keyboard()
        due.set_items(rows)
        due.setCurrentIndex(due.model().index(0, 0))
        due.acted.connect(self.act)
        due.opened.connect(self.open_client)
        due.section_clicked.connect(self.open_client)
        due.menu_asked.connect(self.show_menu)
        card = Card(margins=(0, 0, 0, 0), gap=0)
        card.put(due)
        Column(frame, gap=2).put(head, card)
        self.lists.append(due)
        return frame

    def _nothing_yet(self) -> EmptyState:
        add = Button(_("Add a client"), "primary", "user-plus")
        add.clicked.connect(lambda: self.navigate.emit(Destination(PageName.INTAKE)))
        return EmptyState(
            "users",
            _("No clients yet"),
            _("When you add the first client, the time limits and the next step are shown here."),
            add,
        )

    def _nothing_due(self) -> EmptyState:
        everyone = Button(_("Show everyone's"))
        everyone.clicked.connect(self._show_everyones)
        return EmptyState(
            "circle-check",
            _("Nothing is due"),
            _("Nothing is overdue, and nothing comes due in the next 30 days."),
            *([everyone] if self.whose.value() == "mine" else []),
        )

    def _show_everyones(self) -> None:
        self.whose.set_value("all")
        self.refresh()
