"""Groups that could be formed of those who wait: the terms, the groups, one group."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from kotoutus_desktop.casework.orientation.groups import (
    GroupProposal,
    ProposedGroup,
    propose_groups,
)
from kotoutus_desktop.casework.orientation.waiting_rows import WaitingRow
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.rules.grouping import Terms, remark_section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.chip import FilterChip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.orientation.waiting_face import (
    COLUMNS,
    GROUP_COLUMNS,
    WaitingFace,
    group_face,
    people_text,
)
from kotoutus_desktop.ui.orientation.waiting_words import REMARKS
from kotoutus_desktop.ui.words import language_name

MONTHS_AHEAD = timedelta(days=92)


class OneGroup(QFrame):
    """A group with what to think of, and its members."""

    back = Signal()
    planned = Signal(object)  # ProposedGroup: make a course of it
    opened = Signal(object)  # WaitingRow
    section_clicked = Signal(object)

    def __init__(self, face: WaitingFace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.face = face
        self._shown: ProposedGroup | None = None
        self.back_button = Button(_("Back to the groups"), "back", "chevron-left", bulk="small")
        self.back_button.setToolTip("Esc")
        self.heading = wrapped("", "heading")
        self.remarks = Column(gap=1)
        self.plan_button = Button(_("Plan a course and invite them"), "primary", "school")
        self.plan_button.show_key("Ctrl+Return")
        self.list = RowList(lambda row: self.face(row), COLUMNS, name=_("Members of the group"))
        head = Row(gap=2)
        head.put((self.heading, 1), self.plan_button)
        column = Column(self, gap=2)
        column.put(self.back_button, head)
        column.addLayout(self.remarks)
        column.put((ListCard(self.list), 1))
        self.back_button.clicked.connect(self.back)
        self.plan_button.clicked.connect(self.plan)
        self.list.opened.connect(self.opened)
        self.list.menu_asked.connect(lambda row, _place: self.opened.emit(row))

    def show_group(self, proposed: ProposedGroup) -> None:
        """Show a group."""
        self._shown = proposed
        language = language_name(proposed.group.language)
        self.heading.setText(f"{language}, {people_text(len(proposed.rows))}")
        clear(self.remarks)
        for remark in proposed.group.remarks():
            line = Row(gap=2)
            line.put((wrapped(_(REMARKS[remark])), 1))
            section = remark_section(remark)
            if section is not None:
                link = SectionLink(section)
                link.opened.connect(self.section_clicked)
                line.put(link)
            self.remarks.addLayout(line)
        self.list.set_items(proposed.rows)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus()

    def plan(self) -> None:
        """Ask that a course is made of the group that is shown."""
        if self._shown is not None:
            self.planned.emit(self._shown)


class GroupsView(QFrame):
    """The terms over the groups; a group opens in their place. Nothing is recorded here."""

    back = Signal()

    def __init__(self, face: WaitingFace, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._rows: Sequence[WaitingRow] = ()
        self.proposal = GroupProposal()
        self.back_button = Button(_("Back to the list"), "back", "chevron-left", bulk="small")
        self.back_button.setToolTip("Esc")
        self.begins_by = DateField(_("Begins at the latest"), today)
        self.begins_by.set_value(today() + MONTHS_AHEAD)
        self.remote = FilterChip(_("Remote teaching"))
        self.show_button = Button(_("Propose"))
        self.list = RowList(group_face, GROUP_COLUMNS, name=_("Groups that could be formed"))
        self.left = wrapped("", "small", "muted")
        self.nothing = EmptyState(
            "users-group",
            _("No group could be formed"),
            _("Nobody who waits shares a language with another. Look in other municipalities."),
        )
        self.groups = QFrame()
        self.groups.setProperty("kind", "plain")
        self.one = OneGroup(face)
        self.stack = QStackedWidget()
        self.body = QStackedWidget()
        self._lay_out()

    @property
    def terms(self) -> Terms:
        """What is asked for; a day that cannot be read asks for nothing."""
        try:
            day = self.begins_by.day()
        except InvalidInput as error:
            self.begins_by.show_error(explain(error))
            day = None
        return Terms(day, remote=self.remote.isChecked())

    def show_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Propose groups of these."""
        self._rows = rows
        self.propose()

    def propose(self) -> None:
        """Propose groups anew, with the terms as they are."""
        self.proposal = propose_groups(self._rows, self.terms)
        self.list.set_items(self.proposal.groups)
        if self.proposal.groups and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.left.setText(_left_words(self.proposal))
        self.left.setVisible(bool(self.left.text()))
        self.stack.setCurrentIndex(0 if self.proposal.groups else 1)
        self.body.setCurrentWidget(self.groups)

    def take_focus(self) -> None:
        """Put the keyboard on the groups, or on the terms when there are none."""
        if self.proposal.groups:
            self.list.setFocus()
        else:
            self.begins_by.take_focus()

    def primary(self) -> None:
        """Open the chosen group; of an open one make a course."""
        if self.body.currentWidget() is self.one:
            self.one.plan()
        elif self.list.current_item() is not None:
            self._open(self.list.current_item())

    def close_one(self) -> bool:
        """Go back to the groups; False when they are shown already."""
        if self.body.currentWidget() is not self.one:
            return False
        self.body.setCurrentWidget(self.groups)
        self.take_focus()
        return True

    def _open(self, proposed: ProposedGroup) -> None:
        self.body.setCurrentWidget(self.one)
        self.one.show_group(proposed)

    def _lay_out(self) -> None:
        terms = Row(gap=3)
        terms.put(self.begins_by, self.remote, self.show_button, None)
        self.stack.addWidget(ListCard(self.list))
        self.stack.addWidget(self.nothing)
        column = Column(self.groups, gap=2)
        column.put(self.back_button)
        column.addLayout(terms)
        column.put((self.stack, 1), self.left)
        self.body.addWidget(self.groups)
        self.body.addWidget(self.one)
        Column(self, gap=0).put((self.body, 1))
        self.back_button.clicked.connect(self.back)
        self.show_button.clicked.connect(self.propose)
        self.begins_by.line.returnPressed.connect(self.propose)
        self.remote.toggled.connect(lambda _on: self.propose())
        self.list.opened.connect(self._open)
        self.one.back.connect(self.close_one)


def _left_words(proposal: GroupProposal) -> str:
    """Return who is in no group, and why."""
    alone, later, contact = (
        len(each) for each in (proposal.alone, proposal.later, proposal.need_contact)
    )
    said = []
    if alone:
        words = ngettext(
            "{n} shares no language with another.", "{n} share no language with another.", alone
        )
        said.append(words.format(n=alone))
    if later:
        words = ngettext("{n} can come only later.", "{n} can come only later.", later)
        said.append(words.format(n=later))
    if contact:
        words = ngettext("{n} needs contact teaching.", "{n} need contact teaching.", contact)
        said.append(words.format(n=contact))
    return " ".join((_("In no group:"), *said)) if said else ""
