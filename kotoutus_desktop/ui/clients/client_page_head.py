"""The head of the client's page: name, languages, what the person reads, number, acts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kotoutus_desktop.casework.assess import completed_assessment, unfinished_assessment
from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.casework.plans import draft_plan, plan_in_force
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.joining import JoinedClient
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.ui.clients.client_step import GUIDE_ONWARD
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.icons import icon
from kotoutus_desktop.ui.keys import key_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import born_text, language_name

CANNOT_READ = {"illiterate", "primary"}  # codes of two classifications for the same
_LEADS = (
    (N_("Who is responsible?"), "gavel", PageName.RESPONSIBILITY),
    (N_("Hand-over lists"), "arrows-exchange", PageName.HAND_OVER),
    (N_("Koto-AJ and A-TMT"), "database-export", PageName.NATIONAL),
    (N_("Registered twice?"), "users", PageName.PAIRS),
    (N_("Log"), "list-check", PageName.LOG),
)
ANEW = "new"  # focus with which the assessment page begins another assessment


class ClientHead(TitleBand):
    """Title band with the client's chips, Print, and the menu of rarer acts."""

    wanted = Signal(object)  # a Destination
    closing_wanted = Signal()
    reopening_wanted = Signal()
    access_wanted = Signal()
    held_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(back=_("Clients"), large=True)
        self.may_let_in = False
        self.joined: list[str] = []  # numbers of records that are joined to this one
        self._seen: Overview | None = None
        self._today = date.min
        self.print_button = Button(_("Print"), icon="printer")
        self.print_button.setToolTip(key_text("Ctrl+P"))
        self.print_button.clicked.connect(self.print_plan)
        self.menu_button = IconButton("dots-vertical", _("More acts"))
        self.menu_button.setProperty("kind", "")
        self.menu_button.setToolTip(f"{_('More acts')} ({key_text('Shift+F10')})")
        self.menu_button.clicked.connect(self.open_menu)
        self.put_acts(self.print_button, self.menu_button)

    def know(self, may_let_in: bool, joined: Sequence[JoinedClient]) -> None:
        """Know whether others may be let in here, and what was joined to this record."""
        self.may_let_in, self.joined = may_let_in, [each.number for each in joined]

    def show_client(self, seen: Overview, today: date) -> None:
        """Show whose page this is; the name alone is as much as was recorded of it."""
        self._seen, self._today = seen, today
        client = seen.client
        name, own = client.full_name, client.own_script_name
        self.set_title(name or own or client.number, own if name else "")
        also = [Fact(_("also {number}").format(number=each)) for each in self.joined]
        self.set_chips(*_chips(client), *_facts(client, today), *also)

    def print_plan(self) -> None:
        """Ask for the papers: of the plan in force, of the latest one, or those without a plan."""
        if self._seen is None:
            return
        client = self._seen.client
        latest = client.plans[-1] if client.plans else None
        plan = plan_in_force(client, self._today) or latest
        self.wanted.emit(Destination(PageName.PRINT, client.id, plan.id if plan else None))

    def open_menu(self) -> None:
        """Show the rarer acts under the three dots."""
        menu = self.menu() if QApplication.activePopupWidget() is None else None
        if menu is not None:
            corner = QPoint(self.menu_button.width() - menu.sizeHint().width(), 0)
            menu.popup(self.menu_button.mapToGlobal(corner + QPoint(0, self.menu_button.height())))

    def menu(self) -> QMenu | None:
        """Return what can be done with this client now; None before one is shown."""
        seen = self._seen
        if seen is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        client = seen.client
        self._lead(
            menu, _("Edit the client's data"), "pencil", Destination(PageName.INTAKE, client.id)
        )
        member = Destination(PageName.INTAKE, record=client.id)
        self._lead(menu, _("Add a member of the household"), "user-plus", member)
        menu.addSeparator()
        for text, icon_name, page in _LEADS:
            self._lead(menu, _(text), icon_name, Destination(page, client.id))
        held = _("All that is held on this person …")
        menu.addAction(icon("id"), held, self.held_wanted.emit)
        if self.may_let_in:
            access = _("Who may open this case …")
            menu.addAction(icon("key"), access, self.access_wanted.emit)
        if client.closed_on:
            menu.addSeparator()
            menu.addAction(icon("refresh"), _("Reopen the case"), self.reopening_wanted.emit)
            return menu
        menu.addSeparator()
        self._about_case(menu, client)
        menu.addSeparator()
        end = _("End the client relationship …")
        menu.addAction(icon("archive"), end, self.closing_wanted.emit)
        return menu

    def _about_case(self, menu: QMenu, client: Client) -> None:
        anew = Destination(PageName.ASSESSMENT, client.id, focus=ANEW)
        if completed_assessment(client) and not unfinished_assessment(client):
            self._lead(menu, _("Assess again"), "clipboard-list", anew)
        plan = plan_in_force(client, self._today)
        if plan is None:
            return
        review = Destination(PageName.REVIEW, client.id, plan.id)
        self._lead(menu, _("Review the plan now"), "history", review)
        if draft_plan(client) is None:
            following = Destination(PageName.PLAN, client.id)
            self._lead(menu, _("Draw up the next plan"), "clipboard-check", following)
        onward = Destination(PageName.PLAN, client.id, plan.id, GUIDE_ONWARD)
        self._lead(menu, _("End the plan and guide onward"), "flag", onward)

    def _lead(self, menu: QMenu, text: str, icon_name: str, target: Destination) -> None:
        action = menu.addAction(icon(icon_name), text)
        action.triggered.connect(lambda _checked=False: self.wanted.emit(target))
        if target.page is PageName.INTAKE and target.client:
            action.setShortcut(QKeySequence("Ctrl+E"))


def _chips(client: Client) -> list[QWidget]:
    """Return language, interpreter and reading; under non-disclosure the lock comes first."""
    chips: list[QWidget] = []
    if client.non_disclosure:
        chips.append(Chip(_("Non-disclosure"), "warning", "lock"))
    language = language_name(client.service_language or client.mother_tongue)
    if language:
        dialect = f" ({client.dialect})" if client.dialect else ""
        chips.append(Chip(f"{language}{dialect}", "accent", "message-language"))
    if client.interpreter_needed:
        chips.append(Chip(_("interpreter needed"), "accent", "ear"))
    reading = reading_text(client)
    if reading:
        chips.append(Chip(reading, "", "vocabulary"))
    return chips


def reading_text(client: Client) -> str:
    """Return what the person reads, as far as it is known; "" while nothing is."""
    if client.literacy in CANNOT_READ:
        return _("does not read yet (in any language)")
    if client.reads:
        named = ", ".join(language_name(code) for code in client.reads)
        return _("reads: {languages}").format(languages=named)
    if client.literacy:
        return literacy_classes().name(client.literacy, interface_language())
    return ""


class Fact(Label):
    """A small word among the chips, on one line with them."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "small", "muted")
        theme().changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self.setMinimumHeight(theme().size("chip"))


def _facts(client: Client, today: date) -> list[QWidget]:
    number = _("Client {number}").format(number=client.number)
    return [Fact(born_text(client, today)), Fact(number)]
