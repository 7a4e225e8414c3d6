"""An agreed plan on its page: never edited, but followed: printed, referred, reviewed, ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kotoutus_desktop.casework import papers, plans
from kotoutus_desktop.casework.training.periods import trainings_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.plan import Measure, Plan, PlanState
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.ui.clients.client_step import OF_MEASURE, referral_destination
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.layout import Column, clear
from kotoutus_desktop.ui.fields.choice_field import SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.slot_fields import language_choices
from kotoutus_desktop.ui.plans.act_form import ActForm
from kotoutus_desktop.ui.plans.facts_card import (
    FactsCard,
    agreement_facts,
    period_facts,
    terms_facts,
)
from kotoutus_desktop.ui.plans.goals_area import GoalsArea

if TYPE_CHECKING:
    from kotoutus_desktop.ui.plans.plan_page import PlanPage

WRITE_A_DAY = N_("Write the day.")


class AgreedView:
    """Builds the read-only page into the body of `page` and holds its acts."""

    def __init__(self, page: PlanPage) -> None:
        self._page, self._document = page, page.document
        self._plan = page.document.plan
        self.form: ActForm | None = None
        self._place = Column(gap=0)

    def show(self) -> None:
        """Build what was agreed, with the acts over it."""
        page, document = self._page, self._document
        clear(page.body.column)
        page.fields.clear()
        page.goals = GoalsArea(document, page.phrasebook)
        page.goals.referral_wanted.connect(self.refer)
        page.goals.letter_wanted.connect(self.write_referral)
        page.goals.training_wanted.connect(self.record_training)
        page.goals.section_clicked.connect(page.section_clicked)
        self._place = Column(gap=0)
        page.put(self._acts())
        page.body.column.addLayout(self._place)
        page.put(
            FactsCard("", period_facts(document)),
            page.goals,
            FactsCard(_("What else is agreed"), terms_facts(document, page.phrasebook)),
            FactsCard(_("Participants and rights"), agreement_facts(document, page.phrasebook)),
            None,
        )
        page.print_button.setVisible(not self.prints_next())
        page.settle_order()
        page.paper.ask()

    def next_act(self) -> str:
        """Return what comes next, as a verb on the button."""
        return {
            self._page.open_print: _("Print"),
            self.start_review: _("Start the review"),
            self.draw_up_next: _("Draw up the next plan"),
        }.get(self._next(), _("Record the referral"))

    def prints_next(self) -> bool:
        """Tell whether the paper is what comes next."""
        return self._next() == self._page.open_print

    def act(self) -> None:
        """Do what comes next."""
        self._next()()

    def refer(self, measure: Measure) -> None:
        """Ask for the day on which the client was guided to seek a service."""
        day = DateField(_("Referred on"), self._page.workspace.today)
        day.set_value(self._page.workspace.today())
        what = self._page.phrasebook.text(measure.what)

        def do() -> None:
            with self._page.workspace.database.transaction(_("referral")) as session:
                plans.refer(session, self._page.kept(session), measure.id, _day(day, "referred_on"))

        title = _("Referral: {service}").format(service=what)
        self._open(title, {"referred_on": day}, _("Record the referral"), do)

    def write_referral(self, measure: Measure) -> None:
        """Go to a new referral to a service of the plan."""
        self._page.navigate.emit(referral_destination(self._plan.client_id, measure.id))

    def record_training(self, measure: Measure) -> None:
        """Go to the training that was agreed in a measure: the one recorded, or a new one."""
        with self._page.workspace.database.reading() as session:
            known = trainings_of(session, self._plan.client_id)
        record = next((each.id for each in known if each.measure_id == measure.id), None)
        focus = f"{OF_MEASURE}{measure.id}"
        self._page.navigate.emit(
            Destination(PageName.TRAINING, self._plan.client_id, record, focus)
        )

    def give_copy(self) -> None:
        """Ask when and in which language the client was given the paper."""
        day = DateField(_("Given on"), self._page.workspace.today)
        day.set_value(self._page.workspace.today())
        language = SearchChoiceField(_("Language beside the official one"), language_choices())
        language.set_value(self._document.paper_language() or "")

        def do() -> None:
            with self._page.workspace.database.transaction(_("copy given")) as session:
                plan = self._page.kept(session)
                papers.mark_given(session, plan, _day(day, "given_on"), language.value())

        fields: dict[str, Field] = {"given_on": day, "language": language}
        self._open(_("Copy for the client"), fields, _("Record that it was given"), do)

    def end(self) -> None:
        """Ask when the plan ended and where the client was guided."""
        day = DateField(_("Ended on"), self._page.workspace.today)
        day.set_value(self._page.workspace.today())
        onward = PhraseField(_("Guidance onward"), [PhraseKind.GUIDANCE], self._page.phrasebook)

        def do() -> None:
            with self._page.workspace.database.transaction(_("plan ended")) as session:
                plan = self._page.kept(session)
                plans.end_plan(session, plan, _day(day, "ended_on"), onward.value())

        self._open(_("End the plan"), {"ended_on": day, "onward": onward}, _("End the plan"), do)

    def start_review(self) -> None:
        """Go to the review of the plan."""
        self._go(PageName.REVIEW, self._plan)

    def draw_up_next(self) -> None:
        """Go to the next plan of the series."""
        self._page.navigate.emit(Destination(PageName.PLAN, self._plan.client_id))

    def _next(self) -> Callable[[], None]:
        if self._plan.copy_given_on is None and self._plan.state is not PlanState.ENDED:
            return self._page.open_print
        if self._plan.state is PlanState.ENDED:
            return self.draw_up_next
        waiting = [row for card in self._page.goals.cards() for row in card.measure_rows]
        measure = next((row.measure for row in waiting if row.waits_for_referral()), None)
        return partial(self.refer, measure) if measure else self.start_review

    def _acts(self) -> QWidget:
        acts = [(_("Copy given …"), "check", self.give_copy)]
        if self._plan.state is not PlanState.ENDED:
            acts += [
                (_("Start the review"), "refresh", self.start_review),
                (_("Draw up the next plan"), "arrow-right", self.draw_up_next),
                (_("End the plan …"), "flag", self.end),
            ]
        holder = QWidget()
        flow = Flow(holder)
        for text, icon, do in acts:
            button = Button(text, icon=icon, bulk="small")
            button.clicked.connect(partial(_call, do))
            flow.addWidget(button)
        return holder

    def _open(
        self, title: str, fields: Mapping[str, Field], act: str, do: Callable[[], None]
    ) -> None:
        self._close()
        self.form = ActForm(title, fields, act, do)
        self.form.done.connect(self._done)
        self.form.cancelled.connect(self._close)
        self._place.addWidget(self.form)
        self._page.settle_order()
        self._page.body.reveal(self.form)
        self.form.take_focus()

    def _done(self) -> None:
        self._close()
        page = self._page
        label = page.workspace.undo_label() or ""
        page.workspace.changed.emit()
        page.refresh()
        page.bars.show_success(_("Recorded: {what}").format(what=label), page.undo)

    def _close(self) -> None:
        if self.form is not None:
            clear(self._place)
            self.form = None
            self._page.agree_button.setFocus()

    def _go(self, page: PageName, plan: Plan) -> None:
        self._page.navigate.emit(Destination(page, plan.client_id, plan.id))


def _day(field: DateField, name: str) -> date:
    """Return the day of a field that may not be empty here."""
    day = field.day()
    if day is None:
        raise InvalidInput(name, WRITE_A_DAY)
    return day


def _call(do: Callable[[], None], _checked: bool = False) -> None:
    do()
