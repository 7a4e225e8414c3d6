"""The page of a review of the plan (§ 22, Decree 874/2024 § 3)."""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from kotoutus_desktop.casework import reviews
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import MeasureState
from kotoutus_desktop.ui.client_band import show_client
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.layout import clear, row
from kotoutus_desktop.ui.components.missing_list import MissingRow
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.missing_words import missing_text
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.beside import paper_button, put_beside
from kotoutus_desktop.ui.plans.missing_bar import MissingBar
from kotoutus_desktop.ui.plans.paper_panel import PaperPanel, sheet_of
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.plans.review_facts import review_cards
from kotoutus_desktop.ui.plans.review_parts import ReviewParts
from kotoutus_desktop.ui.plans.review_record import ReviewRecord
from kotoutus_desktop.ui.workspace import Workspace

MISSING = "missing"
KEY = "Ctrl+Return"
LOOK_AFTER_MS = 200
FIELDS = {"county": "county_joined", "next_review": "next_review_on", "sources": "source_detail"}
"""Fields of the form by the keys of the rules, where the two differ."""


class ReviewPage(FormPage):
    """What is typed is kept as it comes; "complete" leads to what is missing first."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        assert destination.client is not None, "a review is about a client's plan"
        record = ReviewRecord(workspace, destination.client, destination.record)
        super().__init__(workspace, "review", record.review.id)
        self.record_ = record
        client = record.client
        language = client.service_language or client.mother_tongue
        self.phrasebook = Phrasebook(workspace, language, record.official)
        self.parts: ReviewParts | None = None
        self.missing = MissingBar()
        self.missing.chosen.connect(self.go_to)
        self.missing.why_asked.connect(self.ask_row)
        self.document = PlanDocument(workspace, record.client_id, record.plan.id)
        languages = (record.official, self.document.paper_language())
        self.paper = PaperPanel(partial(sheet_of, self.document, self.phrasebook), languages)
        self.beside = put_beside(self, self.paper, self.missing)
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self.look)
        self.paper_button = paper_button(self.beside, self.paper)
        self.band.put_acts(self.paper_button)
        self.complete_button = Button(_("Complete the review"), "primary", "check")
        self.set_primary(self.complete_button)
        self.open_form()
        self.look()
        self.paper.ask()

    def is_completed(self) -> bool:
        """Tell whether the review is closed and only read."""
        return self.record_.review.completed

    def arrive(self, destination: Destination) -> None:
        """Go to what was asked for, else to the first field."""
        set_reading_order(self)
        if destination.focus:
            self.go_to(destination.focus)
        elif self.fields:
            next(iter(self.fields.values())).take_focus()

    def load(self) -> None:
        """Show the review: a form, or what was recorded."""
        clear(self.body.column)
        self.fields.clear()
        self._sections.clear()
        self.parts = None
        if self.is_completed():
            self.put(*review_cards(self.record_, self.phrasebook), self._acts(), None)
        else:
            self._show_form()
        self.missing.setVisible(not self.is_completed())
        text = _("Draw up the next plan") if self.is_completed() else _("Complete the review")
        self.complete_button.set_label(text)
        self.complete_button.show_key(KEY)  # the page listens to it, not the button
        show_client(self.band, self.record_.client)
        number = self.record_.plan.number
        state = _("complete") if self.is_completed() else _("in progress")
        self.band.set_title(_("Review of plan {number}").format(number=number), state)

    def store(self, session: Any) -> None:
        """Write the review to its record; raises InvalidInput, naming the field."""
        if self.parts is None:
            return
        for binding in self.parts.bindings:
            binding.value()
        plan, review = self.record_.kept(session)
        self.parts.bindings.write(review)
        for measure in plan.measures:
            state = MeasureState(self.parts.states[measure.id].value())
            if measure.state is not state:
                measure.state = state
        reviews.check_dates(plan, review, self.workspace.today())

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("changes in the review")

    def note_change(self) -> None:
        """Keep what is typed, and see soon what is still missing."""
        super().note_change()
        if not self._loading:
            self._look_soon.start()

    def look(self) -> None:
        """Show what is missing as the page stands."""
        self._look_soon.stop()
        if self.parts is not None:
            self.parts.bindings.write(self.record_.review)
            self.parts.follow()
            self.missing.set_rows(self.missing_rows())

    def missing_rows(self) -> list[MissingRow]:
        """Return what the decree still asks for, with the fields that take it."""
        return [
            MissingRow(FIELDS.get(line.key, line.key), missing_text(line.key), line.section)
            for line in self.record_.missing()
        ]

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field, by its name or the key of a missing line."""
        name = FIELDS.get(name, name)
        if name in self.fields:
            super().go_to(name)

    def refresh(self) -> None:
        """Show again what is kept, unless something typed here waits to be recorded."""
        if self._unrecorded:
            return
        self.record_.read()
        self._loading = True
        try:
            self.load()
        finally:
            self._loading = False
        self.look()

    def primary(self) -> None:
        """Complete the review, or go to what is missing; afterwards draw up the next plan."""
        if self.is_completed():
            self.draw_up_next()
            return
        self.look()
        rows = self.missing_rows()
        if self.record() and rows:
            text = _("Still missing: {what}").format(what=rows[0].text)
            self.bars.show_message(Message(text, Tone.INFO, key=MISSING))
            self.go_to(rows[0].key)
        elif not rows and not self.faults():
            self._complete()

    def draw_up_next(self) -> None:
        """Go to the next plan: open services carry over."""
        self.navigate.emit(Destination(PageName.PLAN, self.record_.client_id))

    def undo(self) -> None:
        """Undo what was recorded last, and show the review as it then is."""
        try:
            self.workspace.undo()
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING))
        self.refresh()

    def _complete(self) -> None:
        try:
            with self.workspace.database.transaction(_("review completed")) as session:
                plan, review = self.record_.kept(session)
                reviews.complete_review(session, plan, review, self.workspace.today())
        except InvalidInput as error:
            self._refuse(error)
            return
        self.bars.withdraw(MISSING)
        self.workspace.changed.emit()
        self.refresh()
        text = _("The review is complete. Open services carry over if you draw up the next plan.")
        acts = (
            Act(_("Draw up the next plan"), self.draw_up_next, "arrow-right"),
            Act(_("Undo"), self.undo, "arrow-back-up"),
        )
        self.bars.show_message(Message(text, Tone.SUCCESS, acts))

    def _show_form(self) -> None:
        self.parts = parts = ReviewParts(self.record_, self.phrasebook)
        parts.prompt.changed.connect(self._county_answered)
        self.put(parts.held)
        self.add_section(_("What came up"))
        self.put(parts.came_up)
        if parts.states:
            self.add_section(_("How the services are going"))
            self.put(parts.services)
        self.add_section(_("After the review"))
        self.put(parts.next, None)
        for binding in parts.bindings:
            self.register(binding.name, binding.field)
        for key, field in parts.states.items():
            self.register(f"measures.{key}", field)

    def _county_answered(self) -> None:
        """Ask no more for the county where a reason says why it did not come."""
        self.record_.read_aside()
        self.look()

    def _acts(self) -> Any:
        back = Button(_("Back to the client"), icon="arrow-left")
        back.clicked.connect(self._to_client)
        return row(back, None)

    def _to_client(self) -> None:
        self.navigate.emit(Destination(PageName.CLIENT, self.record_.client_id))
