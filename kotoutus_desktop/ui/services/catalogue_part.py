"""The catalogue: every service the office can offer, filtered and opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from kotoutus_desktop.casework.services.catalogue import ServiceFilter, list_services
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.service import Organiser, Service
from kotoutus_desktop.ui.components.buttons import Button, Segments
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.row_face import RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.services.ready_dialog import ReadyDialog
from kotoutus_desktop.ui.services.service_face import COLUMNS, service_face
from kotoutus_desktop.ui.style import let_icons_grow
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

SEARCH_WIDTH = 260


class CataloguePart(Part):
    """Services that are offered or coming; those that have ended when asked for."""

    def __init__(self, workspace: Workspace, course_id: None = None) -> None:
        super().__init__(workspace, course_id)
        self.search = QLineEdit()
        self.organisers = Segments(
            [("", _("all")), *((each.value, enum_text(each)) for each in Organiser)],
            "",
            name=_("Organiser"),
            bulk="small",
            loose=True,
        )
        self.ended = FilterChip(_("Also those that have ended"))
        self.list = RowList(self._face, COLUMNS, name=_("Services"), row_size="row")
        self.add = Button(_("New service"), "primary", "plus")
        self.ready = Button(_("Ready-made services"), icon="books")
        self.begin = Button(_("Add ready-made services"), icon="books")
        self.nothing = EmptyState("books", "", "", self.begin)
        self.stack = QStackedWidget()
        self._rows: list[Service] = []
        self._lay_out()

    def arrive(self, _focus: str) -> None:
        """Read the services, and put the keyboard into the list."""
        self.refresh()
        (self.list if self._rows else self.begin).setFocus()

    def refresh(self) -> None:
        """Read the services again."""
        chosen = ServiceFilter(
            organiser=Organiser(self.organisers.value()) if self.organisers.value() else None,
            ended=self.ended.isChecked(),
            typed=self.search.text(),
        )
        with self.workspace.database.reading() as session:
            language = interface_language()
            self._rows = list_services(session, self.workspace.today(), language, chosen)
        self.list.set_items(self._rows)
        if self._rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._say_nothing(filtered=chosen != ServiceFilter())
        self.stack.setCurrentIndex(0 if self._rows else 1)

    def primary(self) -> None:
        """Begin a new service."""
        self.navigate.emit(Destination(PageName.SERVICE_FORM))

    def acts(self) -> Sequence[QWidget]:
        """Return the buttons for a new service and for the ready-made ones."""
        return (self.ready, self.add)

    def open_service(self, service: Service) -> None:
        """Show the form of a service."""
        self.navigate.emit(Destination(PageName.SERVICE_FORM, record=service.id))

    def add_ready(self) -> None:
        """Ask which lists to add."""
        dialog = ReadyDialog(self.workspace, self.window())
        if dialog.exec():
            self.workspace.changed.emit()
            self.refresh()
            self.say_done(dialog.words())

    def _face(self, service: Service) -> RowFace:
        return service_face(service, self.workspace.today())

    def _say_nothing(self, *, filtered: bool) -> None:
        self.begin.setVisible(not filtered)
        if filtered:
            self.nothing.set_words(_("No such service"), _("Take a filter away or search again."))
        else:
            self.nothing.set_words(
                _("No services yet"),
                _("Begin with the ready-made lists in the words of the Act, and change them."),
            )

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Search the services"))
        self.search.setAccessibleName(_("Search the services"))
        let_icons_grow(self.search)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.refresh)
        self.organisers.chosen.connect(lambda _value: self.refresh())
        self.ended.toggled.connect(lambda _on: self.refresh())
        self.add.show_key("Ctrl+Return")
        self.add.clicked.connect(self.primary)
        for button in (self.ready, self.begin):
            button.clicked.connect(self.add_ready)
        self.list.opened.connect(self.open_service)
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        chips = QWidget()
        flow = Flow(chips, gap=2)
        flow.addWidget(self.search)
        flow.addWidget(self.organisers)
        flow.addWidget(self.ended)
        filters = Row(gap=0)
        filters.put((chips, 1))
        column = Column(self, (5, 1, 5, 4), 2)
        column.addLayout(filters)
        column.addWidget(self.stack, 1)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.search.setMinimumWidth(theme().px(SEARCH_WIDTH))
