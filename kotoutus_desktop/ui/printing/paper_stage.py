"""The paper on the table: its pages, or why there is none yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button, IconButton, Segments
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.printing.sheet_view import WHOLE, WIDTH, SheetView


class PaperStage(QFrame):
    """Title band, messages and the pages; in a narrow window less stands in the band."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.band, self.bars, self.view = TitleBand(""), MessageBars((5, 2, 5, 0)), SheetView()
        self._narrow, self._has_paper = False, False
        self._page_text = Label("", "body")
        self._close, self._small_close = Button(_("Close")), IconButton("x", _("Close"))
        self._zoom = Segments(
            [(WHOLE, _("Whole page")), (WIDTH, _("Width"))], WHOLE, name=_("Size"), bulk="small"
        )
        self._zoom.chosen.connect(self.view.set_zoom)
        self._blocked = EmptyState(
            "alert-circle",
            _("The paper cannot be printed yet"),
            _("Mend what is listed at the right: nothing is printed half translated."),
        )
        self._incomplete = EmptyState(
            "calendar-event",
            _("When is the appointment?"),
            _("Write the day and the time at the right; the invitation shows here."),
        )
        self._middle = QStackedWidget()
        for part in (self.view, self._blocked, self._incomplete):
            self._middle.addWidget(part)
        Column(self, gap=0).put(self.band, self.bars, (self._middle, 1))
        self._put_acts()

    def show_paper(self, content: bytes) -> None:
        """Show the pages of a PDF; without content say that it cannot be printed."""
        self._has_paper = bool(content)
        self._middle.setCurrentWidget(self.view if content else self._blocked)
        if content:
            self.view.show_pdf(content)
        self._say_page()

    def ask_for_more(self) -> None:
        """Say that the appointment is not whole yet."""
        self._has_paper = False
        self._middle.setCurrentWidget(self._incomplete)
        self._say_page()

    def set_narrow(self, narrow: bool) -> None:
        """Give the page of paper the room where there is little."""
        self._narrow = narrow
        for part in (self._zoom, self._close):
            part.setVisible(not narrow)
        self._small_close.setVisible(narrow)
        self._say_page()

    def _put_acts(self) -> None:
        before = IconButton("chevron-left", _("Previous page"), key="PgUp")
        after = IconButton("chevron-right", _("Next page"), key="PgDown")
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        self._close.show_key("Esc")
        self._small_close.setToolTip(f"{_('Close')} (Esc)")
        for close in (self._close, self._small_close):
            close.clicked.connect(self.closed)
        self.band.put_acts(
            before, self._page_text, after, self._zoom, self._close, self._small_close
        )

    def _turn(self, step: int) -> None:
        self.view.turn_to(self.view.number + step)
        self._say_page()

    def _say_page(self) -> None:
        count = self.view.count if self._has_paper else 0
        number = self.view.number + 1
        words = _("Page {number} of {count}").format(number=number, count=count)
        self._page_text.setAccessibleName(words)
        shown = f"{number} / {count}" if self._narrow else words
        self._page_text.setText(shown if count else "")
