"""What became of a referral, each step with its day and reason; and what can be done now."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.referrals import Ground, next_states
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.referrals.referral_words import answer_text, state_text, step_text


class HistoryCard(Card):
    """The papers of a referral, its steps, and the button that records the next one."""

    step_asked = Signal()
    paper_asked = Signal(str)  # kind of the paper

    def __init__(self) -> None:
        super().__init__(_("What became of it"))
        self.state = wrapped("", "strong")
        self.answer = wrapped("", "body", "muted")
        self.override = wrapped("", "body", "warning")
        self.record = Button(_("Record what happened…"), icon="check")
        self.letter = Button(_("Letter to the receiver"), icon="printer")
        self.copy = Button(_("The client’s copy"), icon="printer")
        self.sheet = Button(_("The school’s sheet (§ 94)"), icon="printer")
        acts = QFrame()
        acts.setProperty("kind", "plain")
        flow = Flow(acts, gap=2)
        for button in (self.record, self.letter, self.copy, self.sheet):
            flow.addWidget(button)
        self._steps = Column(gap=1)
        self.put(self.state, self.answer, self.override)
        self.column.addLayout(self._steps)
        self.put(acts)
        self.record.clicked.connect(self.step_asked)
        for button, kind in (
            (self.letter, "referral"),
            (self.copy, "referral_copy"),
            (self.sheet, "school_sheet"),
        ):
            button.clicked.connect(lambda _on=False, kind=kind: self.paper_asked.emit(kind))

    def show_referral(self, referral: Referral, today: date, names: Mapping[UUID, str]) -> None:
        """Show a stored referral; `names` are those of the counsellors."""
        said = state_text(referral, today)
        self.state.setText(f"{said[:1].upper()}{said[1:]}")
        self.answer.setText(answer_text(referral, today))
        self.answer.setVisible(bool(self.answer.text()))
        reason = referral.override_reason
        self.override.setText(_("Made without the whole ground: {reason}").format(reason=reason))
        self.override.setVisible(bool(reason))
        clear(self._steps)
        for step in referral.steps:
            who = names.get(step.officer_id, "") if step.officer_id else ""
            words = step_text(step)
            self._steps.addWidget(wrapped(f"{words} ({who})" if who else words))
        self.record.setVisible(bool(next_states(referral.state)))
        self.letter.setVisible(referral.ground is not Ground.CLIENT_ONLY)
        self.sheet.setVisible(referral.ground is Ground.PRODUCER)
