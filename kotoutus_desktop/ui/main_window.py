"""The one window: a sidebar, and the page that is worked on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from kotoutus_desktop.casework.due import count_overdue
from kotoutus_desktop.casework.register import get_officer
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.side_panel import Beside
from kotoutus_desktop.ui.components.sidebar import Place, Sidebar
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.first_window import FIRST_SIZE, PROGRAM_NAME
from kotoutus_desktop.ui.history import History
from kotoutus_desktop.ui.lock.roles import first_page, require_page, sees
from kotoutus_desktop.ui.lock.shared_screen import SharedScreen
from kotoutus_desktop.ui.log.door import Door
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.page_stack import PageStack
from kotoutus_desktop.ui.preferences import Preferences
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.why.why import Why
from kotoutus_desktop.ui.why.why_panel import WhyPanel
from kotoutus_desktop.ui.workspace import Workspace

SMALLEST_SIZE = (1024, 640)
TEXT_STEP = 0.1
READ_FIRST_MS = 400  # while Today is being read, the list of clients is made
PLACES = {
    PageName.TODAY: PageName.TODAY,
    PageName.RESPONSIBILITY: PageName.RESPONSIBILITY,
    PageName.LEDGER: PageName.LEDGER,
    PageName.ORIENTATION: PageName.ORIENTATION,
    PageName.COURSE: PageName.ORIENTATION,
    PageName.COURSE_FORM: PageName.ORIENTATION,
    PageName.SERVICES: PageName.SERVICES,
    PageName.SERVICE_FORM: PageName.SERVICES,
    PageName.PATH_FORM: PageName.SERVICES,
    PageName.DOCUMENT_FORM: PageName.SERVICES,
    PageName.APPOINTMENTS: PageName.APPOINTMENTS,
    PageName.BOOKING: PageName.APPOINTMENTS,
    PageName.EXCHANGE: PageName.EXCHANGE,
    PageName.STATISTICS: PageName.STATISTICS,
    PageName.SETTINGS: "",
    PageName.SPOT_CHECK: "",
    PageName.HELP: "",
}
"""Which line of the sidebar a page belongs to; pages about a client to the clients."""

IN_SIDEBAR = (
    (PageName.TODAY, N_("Today"), "home"),
    (PageName.CLIENTS, N_("Clients"), "users"),
    (PageName.RESPONSIBILITY, N_("Who is responsible?"), "gavel"),
    (PageName.LEDGER, N_("Monitoring"), "list-check"),
    (PageName.ORIENTATION, N_("Orientation"), "school"),
    (PageName.APPOINTMENTS, N_("Appointments"), "calendar"),
    (PageName.SERVICES, N_("Services"), "books"),
    (PageName.EXCHANGE, N_("Exchange"), "arrows-exchange"),
    (PageName.STATISTICS, N_("Statistics"), "chart-bar"),
)
"""The pages of the sidebar with their icons; Ctrl and the number of the line opens each."""
PLACE_KEYS = (
    *("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
    *("Ctrl+6", "Ctrl+7", "Ctrl+8", "Ctrl+9"),
)
"""Written out, so that a test finds every key that the help names."""

WIDE_PAGES = {PageName.ASSESSMENT, PageName.PLAN, PageName.REVIEW, PageName.PRINT}
"""Pages with columns of their own: the sidebar leaves them its room."""


class MainWindow(QWidget):
    """Holds the pages; nothing else. `locked` asks for the passphrase again."""

    locked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setWindowTitle(PROGRAM_NAME)
        self.history = History()
        self.door = Door(workspace, self)
        self._wide_page = False
        self.here = Destination(first_page(workspace.role))
        self.stack = PageStack(workspace)
        self.shared = SharedScreen(self.stack)
        self.shared.turned.connect(self._say_shared)
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.timeout.connect(self._refresh)
        workspace.changed.connect(self._refreshing.start)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(lambda: self.stack.prepare(Destination(PageName.CLIENTS)))
        self._places = [each for each in IN_SIDEBAR if sees(workspace.role, each[0])]
        self.sidebar = Sidebar(PROGRAM_NAME, [Place(p, _(text), i) for p, text, i in self._places])
        self.bars = MessageBars()
        self.why = WhyPanel(workspace)
        content = QWidget()
        Column(content, gap=0).put(self.bars, (self.shared, 1))
        Row(self, gap=0).put(self.sidebar, (Beside(content, self.why), 1))
        self._furnish()
        self._listen()
        self.open(self.here)
        if sees(workspace.role, PageName.CLIENTS):
            self._idle.start(READ_FIRST_MS)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.stack.page

    def open(self, destination: Destination) -> None:
        """Show a page, or say on the one that stays why it cannot be shown yet."""
        left, place = self.here, self.stack.place(self.here)
        if self._enters(destination, partial(self.open, destination)):
            if place != left:
                self.history.stay(place)
            self.history.visit(destination)

    def go_back(self) -> None:
        """Show the page before, or Today when there is none."""
        before = self.history.back() or Destination(first_page(self.workspace.role))
        if not self._enters(before, self.go_back):
            self.history.forward()

    def go_forward(self) -> None:
        """Show the page again that was left by going back."""
        after = self.history.forward()
        if after is not None and not self._enters(after, self.go_forward):
            self.history.back()

    def undo(self) -> None:
        """Take back what was recorded last, and say what it was."""
        self._take_back(self.workspace.undo_label(), self.workspace.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was undone last, and say what it was."""
        self._take_back(self.workspace.redo_label(), self.workspace.redo, _("Done again: {what}"))

    def explain_section(self, section: Section) -> None:
        """Say beside the page what a section means, and which dates rest on it."""
        self.why.explain_section(section, self.here.client, self.page.sums())

    def explain(self, whys: Sequence[Why]) -> None:
        """Say beside the page why something is due or asked."""
        self.why.explain(whys, self.here.client)

    def lock(self) -> None:
        """Keep what is being typed and ask for the passphrase again."""
        self.page.pause()
        self._refreshing.stop()
        self._idle.stop()
        self.locked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is being typed, and the place of the window."""
        self._rest()
        self.workspace.preferences.geometry = self.saveGeometry()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show words in the sidebar, or icons where there is little room."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_sidebar()

    def _furnish(self) -> None:
        self.sidebar.went.connect(lambda key: self.open(Destination(PageName(key))))
        self.sidebar.add_foot(_("Lock"), "lock", self.lock)
        with self.workspace.database.reading() as session:
            name = get_officer(session, self.workspace.officer_id).name
        settings = Destination(PageName.SETTINGS)
        self.sidebar.add_foot(name, "settings", partial(self.open, settings))
        self.setMinimumSize(*SMALLEST_SIZE)
        if not self.restoreGeometry(self.workspace.preferences.geometry):
            self.resize(*FIRST_SIZE)

    def _listen(self) -> None:
        self.stack.navigate.connect(self.open)
        self.stack.back.connect(self.go_back)
        self.stack.section_clicked.connect(self.explain_section)
        self.stack.why_asked.connect(self.explain)
        self.why.navigate.connect(self.open)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": lambda: self.open(Destination(PageName.CLIENTS, focus="search")),
            "Ctrl+N": lambda: self.page.new_client(),  # it may bring a name that was searched
            "Ctrl+L": self.lock,
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Alt+Left": self.go_back,
            "Alt+Right": self.go_forward,
            "F1": lambda: self.open(Destination(PageName.HELP, focus=str(self.here.page))),
            "F6": lambda: to_the_other(self.sidebar, self.stack),
            "F8": lambda: self.shared.turn(self.here),
            "Ctrl++": partial(change_text, self.workspace.preferences, TEXT_STEP),
            "Ctrl+-": partial(change_text, self.workspace.preferences, -TEXT_STEP),
            "Ctrl+0": partial(change_text, self.workspace.preferences, 0),
        }
        for key, (page, _label, _icon) in zip(PLACE_KEYS, self._places, strict=False):
            keys[key] = partial(self.open, Destination(page))
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    def _enters(self, destination: Destination, again: Callable[[], object]) -> bool:
        """Tell whether a page is shown; `again` is done once the reason it asks for is there."""
        try:
            self._show(destination)
        except KotoutusError as error:
            if not self.door.asks(error, again):
                self._say(Message(explain(error), Tone.WARNING, key="page"))
            return False
        return True

    def _show(self, destination: Destination) -> None:
        require_page(self.workspace.role, destination.page)
        page = self.stack.turn_to(destination)
        self.why.close_panel()
        self.here = destination
        self.sidebar.set_current(PLACES.get(destination.page, PageName.CLIENTS))
        self._wide_page = destination.page in WIDE_PAGES
        self._fit_sidebar()
        page.arrive(destination)
        self.door.saw(destination)
        self.shared.follow(destination)

    def _rest(self) -> None:
        self.page.leave()
        self._refreshing.stop()
        self._idle.stop()

    def _refresh(self) -> None:
        self.page.refresh()
        if not sees(self.workspace.role, PageName.TODAY):
            return
        with self.workspace.database.reading() as session:
            overdue = count_overdue(session, self.workspace.today(), self.workspace.officer_id)
        self.sidebar.set_count(PageName.TODAY, overdue)

    def _take_back(self, label: str | None, act: Callable[[], None], words: str) -> None:
        if label is None:
            return
        try:
            act()
        except KotoutusError as error:
            self._say(Message(explain(error), Tone.WARNING, key="undo"))
        else:
            self._say(Message(words.format(what=label), Tone.SUCCESS, key="undo"))

    def _say(self, message: Message) -> None:
        getattr(self.page, "bars", self.bars).show_message(message)

    def _say_shared(self, on: bool) -> None:
        """Keep in sight that things are hidden; the panel beside could show somebody else."""
        self.why.close_panel()
        self.bars.withdraw("shared")
        if on:
            words = _("Shared screen: only the client at hand is shown (F8 ends it)")
            self.bars.show_message(Message(words, Tone.INFO, key="shared"))

    def _fit_sidebar(self) -> None:
        self.sidebar.set_narrow(self._wide_page or theme().is_narrow(self.width()))


def to_the_other(sidebar: QWidget, stack: PageStack) -> None:
    """Move the keyboard between the sidebar and the page."""
    focus = QApplication.focusWidget()
    in_page = focus is not None and stack.isAncestorOf(focus)
    zone: QWidget = sidebar if in_page else stack.page
    zone.setFocus(Qt.FocusReason.ShortcutFocusReason)
    zone.focusNextChild()


def change_text(preferences: Preferences, step: float) -> None:
    """Make all text larger or smaller by a step; 0 makes it the usual size again."""
    factor = theme().factor + step if step else 1.0
    theme().apply(factor=round(factor, 1))
    preferences.text_factor = theme().factor
