"""The supervisor's spot check: some clients by lot, or those that are searched, and who looked."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kotoutus_desktop.casework.log.lines import LogFilter
from kotoutus_desktop.casework.log.spot_check import (
    CheckedCase,
    CheckScope,
    Ground,
    SpotCheck,
    chosen_check,
    of_the_file,
    random_check,
)
from kotoutus_desktop.casework.people import names_of_all
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.log.line_words import LineWords
from kotoutus_desktop.ui.log.log_choices import LogChoices
from kotoutus_desktop.ui.log.log_list import LogList, Remark
from kotoutus_desktop.ui.log.value_words import ValueWords
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

SEARCH_WIDTH = 240
MONTH, YEARS = "30", 10  # days at first; "all" goes back so far
TONES = {Ground.NONE: "warning", Ground.NOT_LET_IN: "danger"}


class SpotCheckPage(Page):
    """A card for each client. Nothing is shown until one asks: what is shown is noted."""

    def __init__(self, workspace: Workspace, _destination: Destination) -> None:
        super().__init__()
        self.workspace = workspace
        with workspace.database.reading() as session:
            self._people = names_of_all(session)
        self.band = TitleBand(_("Spot check"), back=_("Back"))
        self.bars = MessageBars()
        self.choices = LogChoices(workspace, self._people, MONTH)
        self.choices.kind.hide()
        self.search = QLineEdit()
        self.draw = Button(_("Draw by lot"), "primary", "refresh", key="Ctrl+Return")
        self.file = Button(_("What was done to the file"), icon="file")
        self.area = ScrollColumn((5, 3, 5, 5))
        self.check: SpotCheck | None = None
        self.cards: list[Card] = []
        self._again = self.draw_by_lot
        self._words = LineWords(ValueWords(interface_language(), self._people))
        self._build()
        self._say_nothing_yet()

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the search."""
        self.search.setFocus()

    def primary(self) -> None:
        """Draw clients by lot."""
        self.draw_by_lot()

    def draw_by_lot(self) -> None:
        """Show some of the clients who were looked at in the days."""
        self._again = self.draw_by_lot
        with self.workspace.database.reading() as session:
            self.check = random_check(session, self.scope())
        self._show()

    def search_for(self) -> None:
        """Show the clients whom the typed name or number fits."""
        typed = self.search.text().strip()
        if not typed:
            self.draw_by_lot()
            return
        self._again = self.search_for
        with self.workspace.database.reading() as session:
            self.check = chosen_check(session, self.scope(), typed)
        self._show()

    def show_file(self) -> None:
        """Show what was done to the file as a whole, by everybody."""
        self._again = self.show_file
        scope = self.scope()
        with self.workspace.database.reading() as session:
            lines = of_the_file(session, scope.first, scope.last)
        wanted = LogFilter(who=scope.who)
        lines = [line for line in lines if wanted.lets(line)]
        self._clear()
        listing = LogList()
        listing.show_lines(lines, self._words)
        self._put_card(_("The file"), listing if lines else _nothing())
        self.area.put(None)

    def scope(self) -> CheckScope:
        """Return the days and the person that are chosen."""
        today, wanted = self.workspace.today(), self.choices.wanted()
        return CheckScope(wanted.first or today - timedelta(days=366 * YEARS), today, wanted.who)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        try:
            self._again()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="check"))

    def _show(self) -> None:
        check = self.check
        assert check is not None, "a check was made"
        write_soon(self.workspace)  # that it was read
        self._clear()
        for case in check.cases:
            self._put_case(case)
        if not check.cases:
            self._put(wrapped(_("Nobody was looked at in these days."), "body", "muted"))
        if check.left_out:
            self._put(wrapped(_left_out(check.left_out), "small", "muted"))
        self.area.put(None)
        self.area.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        clear(self.area.column)
        self.cards = []

    def _put_case(self, case: CheckedCase) -> None:
        listing = LogList()
        listing.show_lines([look.line for look in case.looks], self._words, self._remarks(case))
        title = f"{case.number}  {case.name}".strip()
        card = self._put_card(title, listing if case.looks else _nothing())
        if case.unexplained:
            count = case.unexplained
            words = ngettext("{n} look to ask about", "{n} looks to ask about", count)
            card.set_count(words.format(n=count))
        log = Button(_("Open the log"), "link", "list-check", bulk="small")
        log.setAccessibleName(_("Open the log: {client}").format(client=case.number))
        log.clicked.connect(lambda: self.navigate.emit(Destination(PageName.LOG, case.client_id)))
        card.put_head(log)

    def _put_card(self, title: str, content: QWidget) -> Card:
        card = Card(title)
        card.put(content)
        self._put(card)
        self.cards.append(card)
        return card

    def _put(self, widget: QWidget) -> None:
        self.area.put(widget)
        if self.isVisible():
            widget.show()  # Qt would show what is added to a shown page only later

    def _remarks(self, case: CheckedCase) -> Sequence[Remark]:
        return [
            Remark(self._words.ground(look.ground), TONES.get(look.ground, "muted"))
            for look in case.looks
        ]

    def _say_nothing_yet(self) -> None:
        said = _(
            "Draw clients by lot, or search one by name or number. Each look says what speaks for "
            "it: a reason that was written, one's own client, or something recorded the same "
            "day. Where nothing does, ask the person. What you look at here is noted as well."
        )
        self.area.put(wrapped(said, "body", "muted"), None)

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Name or number of a client"))
        self.search.setAccessibleName(_("Name or number of a client"))
        self.search.setFixedWidth(theme().px(SEARCH_WIDTH))
        line = Row(gap=2)
        line.put(self.search, self.draw, self.file, None)
        head = QWidget()
        column = Column(head, (5, 2, 5, 0), 2)
        column.put(self.bars, line, self.choices)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("Spot check"))
        Column(self, gap=0).put(self.band, head, (self.area, 1))
        self.band.back.connect(self.back)
        self.search.returnPressed.connect(lambda: self._do(self.search_for))
        self.draw.clicked.connect(lambda: self._do(self.draw_by_lot))
        self.file.clicked.connect(lambda: self._do(self.show_file))
        self.choices.changed.connect(self._choose)

    def _do(self, act: object) -> None:
        assert callable(act), "an act of this page"
        try:
            act()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="check"))


def _nothing() -> QWidget:
    return wrapped(_("No look in these days."), "body", "muted")


def _left_out(count: int) -> str:
    words = ngettext(
        "{n} restricted case is left out: its log opens to who may open the case, after the reason "
        "was written on the client's page.",
        "{n} restricted cases are left out: their log opens to who may open the case, after the "
        "reason was written on the client's page.",
        count,
    )
    return words.format(n=count)
