"""The chain of § 32 a, link by link, with what it comes to."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame

from kotoutus_desktop.casework.appointments.fees import Missed
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.fee import due_earliest
from kotoutus_desktop.rules.fee_chain import (
    ChainLink,
    FeeFacts,
    FeeLink,
    Hold,
    fee_chain,
    fee_gaps,
    fee_of,
    why_due,
)
from kotoutus_desktop.rules.reasons import asked
from kotoutus_desktop.rules.section import FEE_DUE, Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink, section_near
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.orientation.report_face import euros_text
from kotoutus_desktop.ui.why.why import Why
from kotoutus_desktop.ui.words import enum_text

_SIGNS = {
    Hold.HOLDS: ("circle-check", "success"),
    Hold.BROKEN: ("x", "danger"),
    Hold.OPEN: ("clock-exclamation", "warning"),
}


class ChainCard(Card):
    """What it comes to and the acts, over every link with its sign and section."""

    why_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("May a fee be charged?"))
        self.judge = Button(_("Judge the reason …"), icon="scale")
        self.decide = Button(_("Decide the fee …"), "primary")
        self.withdraw = Button(_("Withdraw the decision …"))
        self.print = Button(_("Print the decision"), icon="printer")
        self.visit = Button(_("Open the appointment"), icon="pencil")
        self.sum = wrapped("", "strong")
        self._links = Column(gap=1)
        self._due = SectionLink(FEE_DUE)
        self._due.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._facts: FeeFacts | None = None
        self._due.opened.connect(lambda _section: self._why_due())
        acts = QFrame()
        acts.setProperty("kind", "plain")
        flow = Flow(acts, gap=2)
        for button in (self.judge, self.decide, self.print, self.withdraw, self.visit):
            flow.addWidget(button)
        line = Row(gap=2)
        line.put((self.sum, 1), self._due)
        self.column.addLayout(line)
        self.put(acts)
        self.column.addLayout(self._links)

    def show_missed(self, missed: Missed, who: str) -> None:
        """Show the chain of a time."""
        facts, decision = missed.facts, missed.decision
        self._facts = facts
        day = date_text(missed.time.held_on)
        self.set_title(_("May a fee be charged? {who}, {day}").format(who=who, day=day))
        clear(self._links)
        for link in fee_chain(facts):
            self._links.addLayout(self._line(link, facts))
        charged = decision is not None and decision.amount is not None
        self.sum.setText(_decided(missed) if charged else _comes_to(facts))
        gaps = set(fee_gaps(facts))
        judged = {FeeLink.NO_EXCUSE, FeeLink.NOT_UNREASONABLE}
        for button, on in (
            (self.judge, decision is None),
            (self.decide, decision is None and not gaps),
            (self.print, charged),
            (self.withdraw, decision is not None),
        ):
            button.setVisible(on)
        self.judge.set_kind("primary" if gaps and gaps <= judged else "")

    def section_here(self) -> Section | None:
        """Return the section of the link with the keyboard, None for none."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        near = section_near(focus) if inside else None
        return near.section if near else None

    def _line(self, link: ChainLink, facts: FeeFacts) -> Row:
        icon, tone = _SIGNS[link.hold]
        if link.doubtful:
            icon, tone = "alert-triangle", "warning"
        words = ": ".join((enum_text(link.link), enum_text(link.hold)))
        known = _known(link, facts)
        section = SectionLink(link.section)
        section.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        section.opened.connect(partial(self._ask, link))
        line = Row(gap=2)
        text = f"{words} ({known})" if known else words
        line.put(IconLabel(icon, tone, 18), (wrapped(text, "small"), 1), section)
        return line

    def _ask(self, link: ChainLink, section: Section) -> None:
        self.why_asked.emit([Why(enum_text(link.link), asked(section))])

    def _why_due(self) -> None:
        if self._facts is not None:
            self.why_asked.emit([Why(_("Due at the earliest"), why_due(self._facts.booked_for))])


def _known(link: ChainLink, facts: FeeFacts) -> str:
    """Return what is recorded of a link, "" where the words say it all."""
    if link.doubtful:
        return _("told only after the booking of {date}: is it still the same occasion?").format(
            date=date_text(facts.booked_on)
        )
    days = {FeeLink.FEE_TOLD: facts.fee_told_on, FeeLink.CANCELLING_TOLD: facts.cancelling_told_on}
    if (day := days.get(link.link)) is not None:
        return date_text(day)
    amounts = {FeeLink.COST: facts.cost, FeeLink.HIGHEST_KNOWN: facts.highest}
    amount = amounts.get(link.link)
    return euros_text(int(amount * 100)) if amount else ""


def _comes_to(facts: FeeFacts) -> str:
    amount = fee_of(facts)
    if amount is None:
        return _("Nothing is charged while something of the chain is missing.")
    words = _("At most {euros} may be charged, due on {date} at the earliest.")
    due = date_text(due_earliest(facts.booked_for))
    return words.format(euros=euros_text(int(amount * 100)), date=due)


def _decided(missed: Missed) -> str:
    decision = missed.decision
    assert decision is not None, "the fee was decided"
    assert decision.amount is not None, "a fee is charged"
    words = _("Decided on {day}: {euros}, due on {due}.")
    return words.format(
        day=date_text(decision.decided_on),
        euros=euros_text(decision.amount),
        due=date_text(decision.due_on),
    )
