"""Times that were not used: the chain of § 32 a of the chosen one, judgement and decision."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from kotoutus_desktop.casework.appointments.fees import Missed, missed_between
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.fee_chain import fee_gaps, fee_of
from kotoutus_desktop.rules.section import FEE, Section
from kotoutus_desktop.ui.appointments.chain_card import ChainCard
from kotoutus_desktop.ui.appointments.fee_acts import FeeActs
from kotoutus_desktop.ui.appointments.time_words import what_text, who_text
from kotoutus_desktop.ui.clients.client_list_filters import Counted, MenuChip
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.dates import short_date_text
from kotoutus_desktop.ui.orientation.report_face import euros_text
from kotoutus_desktop.ui.orientation.times import times_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

YEARS = 5
_COLUMNS = (ListColumn(width=130), ListColumn(share=3), ListColumn(share=2))


class MissedPart(Part):
    """The list above, the chain of the chosen time below."""

    def __init__(self, workspace: Workspace, _course_id: UUID | None = None) -> None:
        super().__init__(workspace)
        self.rows: list[Missed] = []
        self.year = MenuChip(_("Year"), self._years, str)
        self.year.set_value(str(workspace.today().year))
        self.list = RowList(self._face, _COLUMNS, name=_("Times that were not used"))
        self.chain = ChainCard()
        self.fee_acts = FeeActs(self, workspace, self._done)
        self.cap = Button(_("Highest fee …"), icon="scale")
        self.nothing = EmptyState(
            "calendar-due",
            _("Nobody stayed away"),
            _("When a client does not come, mark it in the calendar. The fee is judged here."),
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self._listen()

    def arrive(self, focus: str) -> None:
        """Read the times, choose the one that is asked for, and take the keyboard."""
        self.refresh()
        wanted = [n for n, each in enumerate(self.rows) if str(each.time.id) == focus]
        if wanted:
            self.list.setCurrentIndex(self.list.model().index(wanted[0], 0))
        (self.list if self.rows else self.year).setFocus()

    def refresh(self) -> None:
        """Read the times again; the chosen one stays chosen."""
        kept = self.missed.time.id if self.missed else None
        year = int(self.year.value or self.workspace.today().year)
        with self.workspace.database.reading() as session:
            self.rows = missed_between(session, date(year, 1, 1), date(year, 12, 31))
        self.list.set_items(self.rows)
        row = next((n for n, each in enumerate(self.rows) if each.time.id == kept), 0)
        if self.rows:
            self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.stack.setCurrentIndex(0 if self.rows else 1)
        self._show_chain()

    def acts(self) -> Sequence[QWidget]:
        """Return the button for the highest fee."""
        return (self.cap,)

    def primary(self) -> None:
        """Do what comes next: judge, decide, or print the decision."""
        if (missed := self.missed) is not None:
            self.fee_acts.next_of(missed)

    def section_here(self) -> Section | None:
        """Return the section of the link with the keyboard, of the whole fee otherwise."""
        return self.chain.section_here() or FEE

    @property
    def missed(self) -> Missed | None:
        """The chosen time, None for none."""
        found: Missed | None = self.list.current_item()
        return found

    def _show_chain(self) -> None:
        missed = self.missed
        self.chain.setVisible(missed is not None)
        if missed is not None:
            hide = self.workspace.preferences.initials_in_lists
            self.chain.show_missed(missed, who_text(missed.time, hide_names=hide))

    def _print(self) -> None:
        if (missed := self.missed) is not None:
            focus = f"fee_decision:{missed.time.id}"
            self.navigate.emit(Destination(PageName.PRINT, missed.time.client_id, focus=focus))

    def _open(self) -> None:
        if (missed := self.missed) is not None:
            time = missed.time
            self.navigate.emit(Destination(PageName.BOOKING, time.client_id, time.id))

    def _done(self, words: str) -> None:
        self.refresh()
        self.say_done(words)

    def _face(self, missed: Missed) -> RowFace:
        time = missed.time
        day = short_date_text(time.held_on, self.workspace.today())
        hours = times_text(time.starts, time.ends)
        hide = self.workspace.preferences.initials_in_lists
        who, what, (state, tone) = who_text(time, hide_names=hide), what_text(time), _state(missed)
        cells = (
            Cell(day, note=hours, strong=True, small_note=True),
            Cell(who, note=what, strong=True, icon="lock" if time.hidden else ""),
            Cell(state, tone=tone),
        )
        return RowFace(cells, ", ".join((day, hours, who, what, state)))

    def _years(self) -> Counted:
        last = self.workspace.today().year
        return [(str(year), 0) for year in range(last, last - YEARS, -1)]

    def _lay_out(self) -> None:
        filters = Row(gap=2)
        filters.put(self.year, None)
        below = ScrollColumn((0, 0, 0, 0), 2)
        below.put(self.chain, None)
        shown = QWidget()
        Column(shown, gap=2).put((ListCard(self.list), 1), (below, 2))
        self.stack.addWidget(shown)
        self.stack.addWidget(self.nothing)
        Column(self, (5, 1, 5, 4), 2).put(filters, (self.stack, 1))

    def _listen(self) -> None:
        self.year.picked.connect(lambda _value: self.refresh())
        self.list.chosen.connect(lambda _item: self._show_chain())
        self.list.opened.connect(lambda _item: self.primary())
        self.cap.clicked.connect(self.fee_acts.ask_cap)
        self.chain.why_asked.connect(self.why_asked)
        self.chain.judge.clicked.connect(lambda: self._with(self.fee_acts.ask_judgement))
        self.chain.decide.clicked.connect(lambda: self._with(self.fee_acts.ask_decision))
        self.chain.withdraw.clicked.connect(lambda: self._with(self.fee_acts.ask_withdrawal))
        self.chain.print.clicked.connect(self._print)
        self.chain.visit.clicked.connect(self._open)
        self.fee_acts.print_wanted = self._print

    def _with(self, act: object) -> None:
        if (missed := self.missed) is not None and callable(act):
            act(missed)


def _state(missed: Missed) -> tuple[str, str]:
    """Return where the fee of a time stands, and its tone."""
    decision = missed.decision
    if decision is not None and decision.amount is not None:
        return _("fee {euros}").format(euros=euros_text(decision.amount)), ""
    if fee_of(missed.facts) is not None:
        return _("a fee may be charged"), "warning"
    gaps = len(fee_gaps(missed.facts))
    return _("no fee: {n} of the chain missing").format(n=gaps), "muted"
