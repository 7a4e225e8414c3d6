"""Which clients the list shows: own ones, open cases, one language, one municipality."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QMenu

from kotoutus_desktop.casework.listing import languages_in_use, municipalities_in_use
from kotoutus_desktop.casework.search import Filters
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import language_name, municipality_name
from kotoutus_desktop.ui.workspace import Workspace

Counted = list[tuple[str, int]]


class MenuChip(Button):
    """A filter with one value of several: a chevron, and its value in words."""

    picked = Signal(str)

    def __init__(
        self, label: str, values: Callable[[], Counted], name_of: Callable[[str], str]
    ) -> None:
        super().__init__("", "filter", "chevron-down", bulk="chip")
        self.title, self._values, self.name_of = label, values, name_of
        self.value = ""
        self.setCheckable(True)
        self.clicked.connect(self.open_menu)
        self.set_value("")

    def set_value(self, value: str) -> None:
        """Show a value without telling; "" means all."""
        self.value = value
        self.setChecked(bool(value))
        chosen = self.name_of(value) if value else _("all")
        self.set_label(_("{filter}: {value}").format(filter=self.title, value=chosen))

    def choices(self) -> Counted:
        """Return what the menu offers: all first, then the values that are in use."""
        return [("", 0), *self._values()]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Keep room for the bolder words of a filter that is on."""
        hint = super().sizeHint()
        return QSize(hint.width() + theme().space(3), hint.height())

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A click opens the menu; what is on follows from the value."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu with the arrow down, too."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> QMenu:
        """Show the values that are in use, with how many clients have each."""
        menu, group = QMenu(self), QActionGroup(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, count in self.choices():
            name = self.name_of(value) if value else _("all")
            text = f"{name}   {count}" if count else name
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(partial(self._pick, value))
            group.addAction(action)
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def _pick(self, value: str, _checked: bool = False) -> None:
        self.set_value(value)
        self.picked.emit(value)


class ClientFilters(QFrame):
    """The chips over the list. At first: my own clients whose case is open."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self.own = FilterChip(_("Own clients"), on=True)
        self.open = FilterChip(_("Open cases"), on=True)
        self.language = MenuChip(_("Language"), self._languages, language_name)
        self.municipality = MenuChip(_("Municipality"), self._municipalities, municipality_name)
        flow = Flow(self, gap=2)
        for chip in (self.own, self.open, self.language, self.municipality):
            flow.addWidget(chip)
        self.own.toggled.connect(self._tell)
        self.open.toggled.connect(self._tell)
        self.language.picked.connect(self._tell)
        self.municipality.picked.connect(self._tell)

    def filters(self) -> Filters:
        """Return what is chosen."""
        officer: UUID | None = self._workspace.officer_id if self.own.isChecked() else None
        return Filters(
            officer_id=officer,
            open=True if self.open.isChecked() else None,
            language=self.language.value,
            municipality=self.municipality.value,
        )

    def are_off(self) -> bool:
        """Tell whether everybody is shown."""
        return self.filters() == Filters()

    def switch_off(self) -> None:
        """Show everybody."""
        self.blockSignals(True)
        self.own.setChecked(False)
        self.open.setChecked(False)
        self.language.set_value("")
        self.municipality.set_value("")
        self.blockSignals(False)
        self.changed.emit()

    def _tell(self, *_value: object) -> None:
        self.changed.emit()

    def _languages(self) -> Counted:
        with self._workspace.database.reading() as session:
            return languages_in_use(session)

    def _municipalities(self) -> Counted:
        with self._workspace.database.reading() as session:
            return municipalities_in_use(session)
