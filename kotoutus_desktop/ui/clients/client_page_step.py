"""The next step of a client in words, and the referrals that are recorded in place."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame

from kotoutus_desktop.casework.facts import NOT_REFERRED_TO
from kotoutus_desktop.casework.overview import Overview
from kotoutus_desktop.casework.plans import plan_in_force
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.plan import Measure, MeasureState
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.next_step import NextStep
from kotoutus_desktop.rules.section import REFERRAL
from kotoutus_desktop.ui.clients.client_step import has_room, referral_destination
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, clear, column, row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.dates import short_date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.steps import act_text
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace

QUIET_AHEAD = 30  # days before which a later step is only mentioned
_MAY_WAIT = (StepKind.REVIEW_PLAN, StepKind.RENEW_OR_CLOSE_PLAN)
_ACTS = {
    StepKind.START_ASSESSMENT: N_("Start the assessment"),
    StepKind.CONTINUE_ASSESSMENT: N_("Continue the assessment"),
    StepKind.MAKE_PLAN: N_("Draw up the plan"),
    StepKind.AGREE_PLAN: N_("Go to the draft"),
    StepKind.REFER_TO_SERVICE: N_("Record the referral"),
    StepKind.ASK_FOR_ANSWER: N_("Open the referral"),
    StepKind.REVIEW_PLAN: N_("Start the review"),
    StepKind.GIVE_GUIDANCE: N_("Record the guidance"),
}


def step_text(step: NextStep, today: date) -> str:
    """Return the next step with its day: "Review the integration plan: it was due on 20.11."."""
    what = enum_text(step.kind)
    if step.kind is StepKind.RENEW_OR_CLOSE_PLAN and step.due:
        day = short_date_text(step.due, today)
        if step.overdue:
            return _("The plan ended on {date}: continue or guide onward").format(date=day)
        return _("The plan ends on {date}: continue or guide onward").format(date=day)
    if step.kind in (StepKind.NONE, StepKind.GIVE_GUIDANCE):
        return what
    if step.due is None:
        return _("{step}: without delay").format(step=what)
    day = short_date_text(step.due, today)
    if step.target:
        return _("{step}: own target {date}").format(step=what, date=day)
    if step.overdue:
        return _("{step}: it was due on {date}").format(step=what, date=day)
    return _("{step}: due on {date}").format(step=what, date=day)


def quiet_text(step: NextStep, today: date) -> str:
    """Return what comes later, or that nothing does: "Next: review the plan, due 24.5.2027"."""
    if step.kind is StepKind.NONE or step.due is None:
        return enum_text(step.kind)
    if step.kind is StepKind.RENEW_OR_CLOSE_PLAN:
        return step_text(step, today)
    what = enum_text(step.kind)
    return _("Next: {step}, due on {date}").format(
        step=f"{what[:1].lower()}{what[1:]}", date=short_date_text(step.due, today)
    )


def step_act(seen: Overview, today: date) -> str:
    """Return the words of the button."""
    step = seen.next_step
    if step.kind is StepKind.RENEW_OR_CLOSE_PLAN:
        if has_room(seen, today):
            return _("Draw up the next plan")
        return _("Guide onward")
    return _(_ACTS[step.kind]) if step.kind in _ACTS else act_text(step.kind)


def is_quiet(step: NextStep, today: date) -> bool:
    """Tell whether nothing is due for a month."""
    if step.kind is StepKind.NONE:
        return True
    far = step.due is not None and (step.due - today).days > QUIET_AHEAD
    return far and step.kind in _MAY_WAIT


def unreferred(seen: Overview, today: date) -> list[Measure]:
    """Return the services of the plan in force that the client was not yet guided to seek."""
    plan = plan_in_force(seen.client, today)
    return [
        measure
        for measure in (plan.measures if plan else [])
        if measure.referred_on is None
        and measure.state is MeasureState.AGREED
        and measure.kind not in NOT_REFERRED_TO
    ]


class ReferralRow(QFrame):
    """A service, the day of the referral, and the button that records it."""

    recorded = Signal(object, object)  # measure id, date
    wanted = Signal(object)  # a Destination

    def __init__(self, workspace: Workspace, measure: Measure, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._client, self._measure = measure.client_id, measure.id
        self.date = DateField(_("Referred on"), workspace.today)
        self.date.set_value(workspace.today())
        self.date.line.returnPressed.connect(self.record)
        self.date.line.setAccessibleName(
            _("Day of referral: {service}").format(service=words),
        )
        self.button = Button(_("Record the referral"), icon="check")
        self.button.setAccessibleName(_("Record the referral: {service}").format(service=words))
        self.button.clicked.connect(self.record)
        service = Column(gap=0)
        service.addWidget(wrapped(words, "strong"))
        if measure.provider:
            service.addWidget(wrapped(measure.provider, "small", "muted"))
        self.letter = Button(_("Write a referral…"), icon="mail")
        self.letter.setAccessibleName(_("Write a referral: {service}").format(service=words))
        self.letter.clicked.connect(self._want_letter)
        buttons = row(self.button, self.letter, gap=2)
        beside_the_line = column(Label("", "strong"), buttons, None, gap=1)
        Column(self, gap=1).put(service, row(self.date, beside_the_line, None, gap=3))

    def record(self) -> None:
        """Hand over the day; what is no day is said at the field."""
        try:
            day = self.date.day()
        except InvalidInput as error:
            self.date.show_error(explain(error))
            return
        if day is None:
            self.date.show_error(_("Write the day on which the client was guided."))
            return
        self.recorded.emit(self._measure, day)

    def _want_letter(self) -> None:
        self.wanted.emit(referral_destination(self._client, self._measure))


class ReferralCard(Card):
    """The services that wait for a referral (§ 20(5)); hidden while there are none."""

    recorded = Signal(object, object)
    wanted = Signal(object)
    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Referral to the agreed services"))
        self._workspace = workspace
        self.rows: dict[UUID, ReferralRow] = {}
        link = SectionLink(REFERRAL)
        link.opened.connect(self.section_clicked)
        self.put_head(link)
        self._list = Column(gap=3)
        self.column.addLayout(self._list)
        self.hide()

    def show_services(self, measures: list[Measure], book: Phrasebook) -> None:
        """Show these; typing that stands in a row of the same service stays."""
        kept = {key: each.date.state() for key, each in self.rows.items()}
        clear(self._list)
        self.rows.clear()
        for measure in measures:
            words = book.text(measure.what).rstrip(".") or enum_text(measure.kind)
            line = ReferralRow(self._workspace, measure, words)
            if measure.id in kept:
                line.date.restore(kept[measure.id])
            line.recorded.connect(self.recorded)
            line.wanted.connect(self.wanted)
            self.rows[measure.id] = line
            self._list.addWidget(line)
        self.setVisible(bool(measures))

    def act(self) -> None:
        """Record the row in which the keyboard is, or go to the first one."""
        focus = QApplication.focusWidget()
        here = next((r for r in self.rows.values() if focus and r.isAncestorOf(focus)), None)
        if here is not None:
            here.record()
        elif self.rows:
            next(iter(self.rows.values())).date.take_focus()

    def refuse(self, measure: UUID, text: str) -> None:
        """Say at its field what cannot be right about a day."""
        self.rows[measure].date.show_error(text)
