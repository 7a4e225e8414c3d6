"""The client list as it is laid out: band, chips, list, what to do when nobody fits, keys."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.clients.client_list_filters import ClientFilters
from kotoutus_desktop.ui.clients.client_list_head import ListHead
from kotoutus_desktop.ui.clients.client_list_search import SearchField
from kotoutus_desktop.ui.components.buttons import Button, IconButton
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import IconLabel, KeyCap, Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, row
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.keys import key_text
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace


def name_typed(text: str) -> str:
    """Return what was searched for as a name to begin with; "" for a number or a date.

    A name typed in small letters gets its capitals; what has any is left as it is.
    """
    text = " ".join(text.split())
    if any(letter.isdigit() for letter in text):
        return ""
    return " ".join(w[:1].upper() + w[1:] for w in text.split()) if text.islower() else text


class ListCard(Card):
    """The list under its headings, no higher than its rows."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(margins=(0, 0, 0, 0), gap=0)
        self._rows = rows
        self._headings = ListHead(rows)
        self.put(self._headings, (rows, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Be as high as the rows, or as high as there is room."""
        each = self._rows.delegate.row_height(self.width() - 2 * theme().line())
        rows = min(self._rows.model().rowCount(), 1000) * each
        self.setMaximumHeight(self._headings.sizeHint().height() + rows + 2 * theme().line())

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Rows are higher where columns fold."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()


class ClientListFrame:
    """Everything on the page, built into it."""

    def __init__(self, page: QWidget, workspace: Workspace, rows: RowList) -> None:
        self.search = SearchField()
        self.new_button = Button(_("New client"), "primary", "user-plus")
        self.new_button.setToolTip(key_text("Ctrl+N"))
        self.filters = ClientFilters(workspace)
        self.count = Label("", "small", "muted")
        self.print_button = IconButton("printer", _("Print the plans of the listed clients"))
        self.print_button.setToolTip(
            f"{_('Print the plans of the listed clients')} ({key_text('Ctrl+P')})"
        )
        self.pairs_button = Button("", "link", "users", bulk="small")
        self.pairs_button.hide()
        self.import_button = IconButton("database-import", _("Clients from a list"))
        self.card = ListCard(rows)
        self.not_listed = NotListed()
        self.first_button = Button(_("Add a client"), "primary", "user-plus")
        self.add_button = Button("", icon="user-plus")
        self.everybody_button = Button(_("Search everybody"), icon="search")
        self.new_buttons = (
            self.new_button,
            self.first_button,
            self.add_button,
            self.not_listed.button,
        )
        self.nobody = EmptyState(
            "users",
            _("No clients yet"),
            _("When you add the first client, the due dates and the next step show on Today."),
            self.first_button,
        )
        self.no_hits = EmptyState("search", "", "", self.everybody_button, self.add_button)
        self.empty = Card(margins=(0, 0, 0, 0))
        self.empty.put(self.nobody, self.no_hits)
        self._lay_out(page)

    def show_state(self, count: str, typed: str, shown: int, everybody: int) -> None:
        """Show the list or what to do without it."""
        self.count.setText(count if everybody else "")
        self.print_button.setVisible(shown > 0)
        self.card.setVisible(shown > 0)
        self.card.fit()
        self.empty.setVisible(shown == 0)
        self.nobody.setVisible(everybody == 0)
        self.no_hits.setVisible(shown == 0 and everybody > 0)
        self.filters.setVisible(everybody > 0)
        self.new_button.setVisible(everybody > 0)
        name = name_typed(typed)
        self.not_listed.setVisible(bool(typed) and shown > 0)
        self.not_listed.show_name(name)
        self._say_no_hits(typed, name)

    def _say_no_hits(self, typed: str, name: str) -> None:
        filtered = not self.filters.are_off()
        if typed:
            title = _("No hits for “{typed}”").format(typed=typed)
            looked = _("The search looked at names in all spellings, dates of birth and numbers.")
            more = (
                _("Try a shorter name or search among all clients.")
                if filtered
                else _("Try a shorter name or another part of it.")
            )
            self.no_hits.set_words(title, f"{looked} {more}")
        else:
            self.no_hits.set_words(
                _("Nobody fits these filters"), _("Search everybody to see all clients.")
            )
        self.everybody_button.setVisible(filtered)
        self.add_button.setVisible(bool(typed))
        self.add_button.set_label(_add_text(name))

    def _lay_out(self, page: QWidget) -> None:
        band = QFrame()
        band.setProperty("kind", "band")
        band.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = Row(band, (5, 4, 4, 4), 3)
        head.put(Label(_("Clients"), "title"), (self.search, 1), None, self.new_button)
        head.setStretch(1, 100)
        body = Column(margins=(5, 4, 5, 4), gap=3)
        filters = Row(gap=3)
        filters.put(
            (self.filters, 1), self.count, self.pairs_button, self.import_button, self.print_button
        )
        body.addLayout(filters)
        body.addWidget(self.card, 100)
        body.addWidget(self.empty, 100)
        body.addWidget(self.not_listed)
        body.addStretch(1)
        body.addWidget(KeyHints())
        whole = Column(page, gap=0)
        whole.addWidget(band)
        whole.addLayout(body, 1)


class NotListed(QFrame):
    """The row under the hits: whoever is not among them is added by the name that was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button = Button("", "link")
        note = wrapped(_("The program warns if the same person is a client already."), "small")
        note.set_tone("muted")
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = Row(self, (4, 1, 4, 1), 2)
        line.put(IconLabel("user-plus", "accent_text"), Label(_("Not on the list?")), self.button)
        line.addWidget(note, 1)

    def show_name(self, name: str) -> None:
        """Offer to add somebody of this name, or somebody without one."""
        self.button.set_label(_add_text(name))


class KeyHints(QFrame):
    """The keys of the page, at its foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        flow = Flow(self, gap=3)
        for key, what in (
            ("↑ ↓", _("choose")),
            (key_text("Return"), _("open")),
            (key_text("Shift+F10"), _("more acts")),
            (key_text("Ctrl+N"), _("new client")),
            ("Esc", _("empty the search")),
        ):
            flow.addWidget(row(KeyCap(key), Label(what, "small", "muted"), gap=1))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the lines at the width of now."""
        layout = self.layout()
        assert layout is not None
        width = self.width() or theme().px(800)
        return QSize(layout.sizeHint().width(), layout.heightForWidth(width))


def _add_text(name: str) -> str:
    if not name:
        return _("Add a client")
    shown = name if len(name) <= 40 else f"{name[:39]}…"
    return _("Add client “{name}”").format(name=shown)
