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
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.page_stack import PageStack
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
    PageName.SETTINGS: "",
    PageName.HELP: "",
}
"""Which line of the sidebar a page belongs to; pages about a client to the clients."""

IN_SIDEBAR = (
    (PageName.TODAY, N_("Today"), "home"),
    (PageName.CLIENTS, N_("Clients"), "users"),
    (PageName.RESPONSIBILITY, N_("Who is responsible?"), "gavel"),
    (PageName.LEDGER, N_("Monitoring"), "list-check"),
    (PageName.ORIENTATION, N_("Orientation"), "school"),
)
"""The pages of the sidebar with their icons; Ctrl and the number of the line opens each."""
PLACE_KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")
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
        self._wide_page = False
        self._here = Destination(PageName.TODAY)
        self.stack = PageStack(workspace)
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.timeout.connect(self._refresh)
        workspace.changed.connect(self._refreshing.start)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(lambda: self.stack.prepare(Destination(PageName.CLIENTS)))
        self.sidebar = Sidebar(
            PROGRAM_NAME, [Place(page, _(label), icon) for page, label, icon in IN_SIDEBAR]
        )
        self.bars = MessageBars()
        self.why = WhyPanel(workspace)
        content = QWidget()
        Column(content, gap=0).put(self.bars, (self.stack, 1))
        Row(self, gap=0).put(self.sidebar, (Beside(content, self.why), 1))
        self._furnish()
        self._listen()
        self.open(Destination(PageName.TODAY))
        self._idle.start(READ_FIRST_MS)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.stack.page

    def open(self, destination: Destination) -> None:
        """Show a page; the way back leads to the one that is left.

        A page that cannot be shown yet says why on the one that stays.
        """
        try:
            self._show(destination)
        except KotoutusError as error:
            self._say(Message(explain(error), Tone.WARNING, key="page"))
        else:
            self.history.visit(destination)

    def go_back(self) -> None:
        """Show the page before, or Today when there is none."""
        self._show(self.history.back() or Destination(PageName.TODAY))

    def go_forward(self) -> None:
        """Show the page again that was left by going back."""
        destination = self.history.forward()
        if destination is not None:
            self._show(destination)

    def undo(self) -> None:
        """Take back what was recorded last, and say what it was."""
        self._take_back(self.workspace.undo_label(), self.workspace.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was undone last, and say what it was."""
        self._take_back(self.workspace.redo_label(), self.workspace.redo, _("Done again: {what}"))

    def explain_section(self, section: Section) -> None:
        """Say beside the page what a section means, and which dates rest on it."""
        self.why.explain_section(section, self._here.client, self.page.sums())

    def explain(self, whys: Sequence[Why]) -> None:
        """Say beside the page why something is due or asked."""
        self.why.explain(whys, self._here.client)

    def lock(self) -> None:
        """Keep what is being typed and ask for the passphrase again."""
        self._rest()
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
        self.sidebar.add_foot(name, "settings", self._open_settings)
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
            "Ctrl+N": self._new_client,
            "Ctrl+L": self.lock,
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Alt+Left": self.go_back,
            "Alt+Right": self.go_forward,
            "F1": self._open_help,
            "F6": self._next_zone,
            "Ctrl++": lambda: self._change_text(TEXT_STEP),
            "Ctrl+-": lambda: self._change_text(-TEXT_STEP),
            "Ctrl+0": lambda: self._change_text(0),
        }
        for key, (page, _label, _icon) in zip(PLACE_KEYS, IN_SIDEBAR, strict=True):
            keys[key] = partial(self.open, Destination(page))
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)

    def _show(self, destination: Destination) -> None:
        page = self.stack.turn_to(destination)
        self.why.close_panel()
        self._here = destination
        self.sidebar.set_current(PLACES.get(destination.page, PageName.CLIENTS))
        self._wide_page = destination.page in WIDE_PAGES
        self._fit_sidebar()
        page.arrive(destination)

    def _rest(self) -> None:
        self.page.leave()
        self._refreshing.stop()
        self._idle.stop()

    def _refresh(self) -> None:
        self.page.refresh()
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
        bars = getattr(self.page, "bars", self.bars)
        bars.show_message(message)

    def _open_settings(self) -> None:
        self.open(Destination(PageName.SETTINGS))

    def _new_client(self) -> None:
        """Register somebody; the page may bring a name that was searched."""
        self.page.new_client()

    def _open_help(self) -> None:
        """Open the help about the page that is shown."""
        self.open(Destination(PageName.HELP, focus=str(self._here.page)))

    def _next_zone(self) -> None:
        """Move the keyboard between the sidebar and the page."""
        focus = QApplication.focusWidget()
        in_page = focus is not None and self.stack.isAncestorOf(focus)
        zone: QWidget = self.sidebar if in_page else self.page
        zone.setFocus(Qt.FocusReason.ShortcutFocusReason)
        zone.focusNextChild()

    def _change_text(self, step: float) -> None:
        factor = theme().factor + step if step else 1.0
        theme().apply(factor=round(factor, 1))
        self.workspace.preferences.text_factor = theme().factor

    def _fit_sidebar(self) -> None:
        self.sidebar.set_narrow(self._wide_page or theme().is_narrow(self.width()))
