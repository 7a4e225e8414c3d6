"""What the page of the assessment looks like: parts at the left, one of them, what is missing."""

import itertools
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from kotoutus_desktop.casework.assess import answered_heads
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.assessment import Outcome
from kotoutus_desktop.ui.assessment.fold_line import FoldLine
from kotoutus_desktop.ui.assessment.folding import FoldingColumns
from kotoutus_desktop.ui.assessment.missing_column import MissingColumn
from kotoutus_desktop.ui.assessment.parts import Parts
from kotoutus_desktop.ui.assessment.places import (
    HEADS,
    INTERVIEW,
    OUTCOME,
    PARTS,
    TOLD,
    missing_rows,
    place_of,
)
from kotoutus_desktop.ui.assessment.record import Case
from kotoutus_desktop.ui.assessment.step_list import StepList, steps
from kotoutus_desktop.ui.assessment.summary import Summary
from kotoutus_desktop.ui.assessment.told_part import ToldPart
from kotoutus_desktop.ui.assessment.ways import Ways
from kotoutus_desktop.ui.client_band import show_client
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.reading_order import in_reading_order
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.workspace import Workspace

LOOK_AFTER_MS = 150
FORM = "assessment"
MISSING = "missing"  # key of the bar that says what is missing first


def first_open(case: Case) -> str:
    """Return the first head that is not done, the first of all when they are."""
    done = answered_heads(case.assessment)
    return next((key for key in HEADS if key.partition(".")[2] not in done), PARTS[0])


class AssessmentFrame(FormPage):
    """The columns, the way from part to part, and the live list of what is missing."""

    def __init__(self, workspace: Workspace, case: Case) -> None:
        super().__init__(workspace, FORM, case.assessment.id)
        self.case = case
        client = case.client
        language = client.service_language or client.mother_tongue
        self.phrasebook = Phrasebook(workspace, language, case.office.official_language)
        self.parts = Parts(workspace, case, self.phrasebook)
        self.parts.made.connect(self._place_part)
        self.current = first_open(case)
        self._summary: Summary | None = None
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(LOOK_AFTER_MS)
        self._look_soon.timeout.connect(self.look)
        self._build_band()
        self._build_columns()

    def is_completed(self) -> bool:
        """Tell whether the assessment is closed and only read."""
        return self.case.assessment.completed_on is not None

    def open_part(self, key: str, *, into: bool = True) -> None:
        """Show a part; the keyboard goes into it unless it stays in the list of parts."""
        self.columns.close_sides()
        self.current = key
        self.steps.set_current(key)
        if self._summary is not None:
            self.body.ensureWidgetVisible(self._summary.cards[key], 0, theme().space(7))
            self.look()
            self.steps.take_focus()
            return
        part = self.parts.part(key)
        for each in self.parts:
            each.setVisible(each is part)
        part.foot.addWidget(self._ways)
        self._ways.show()
        self.body.verticalScrollBar().setValue(0)
        self.look()
        self._fit_foot()
        if into:
            part.first_field().take_focus()

    def go_to(self, name: str) -> None:
        """Open the place of a field or of a missing line and put the keyboard there."""
        place = place_of(name, self.case.assessment)
        if place is None:
            return
        self.open_part(place.part, into=False)
        if self._summary is not None:
            return
        field = self.fields.get(place.field) or self.parts.part(place.part).first_field()
        field.take_focus()
        QTimer.singleShot(0, self, partial(self.body.reveal, field))

    def next_section(self) -> None:
        """Go to the next part (Ctrl+Page Down)."""
        self._step(1)

    def previous_section(self) -> None:
        """Go to the part before (Ctrl+Page Up)."""
        self._step(-1)

    def note_change(self) -> None:
        """Keep what is typed, and see soon what is still missing."""
        super().note_change()
        if not self._loading:
            self.bars.withdraw(MISSING)
            self._look_soon.start()

    def look(self) -> None:
        """Show what is done and missing as the page stands."""
        self._look_soon.stop()
        assessment = self.case.assessment
        if not self.is_completed():
            self.parts.write(assessment)
        missing = self.case.missing()
        rows = missing_rows(missing)
        self.missing.show_rows(rows)
        waiting = {place.part for line in missing if (place := place_of(line.key, assessment))}
        answered = [f"heads.{head}" for head in answered_heads(assessment)]
        done = {key: key in answered for key in HEADS}
        done |= {key: key not in waiting for key in (TOLD, INTERVIEW, OUTCOME)}
        told = sum(bool(each.told_on and each.language) for each in assessment.told)
        self.steps.set_states(done, {TOLD: f"{told} / {len(assessment.told)}"})
        self.fold_line.show_state(self.current, list(steps(done, self.current)), len(rows))
        complete_next = self._ways.show_from(self.current, ready=not rows)
        self.done.set_kind("primary" if complete_next else "")
        self._tell_language()
        self._order_tabs()

    def show_mode(self) -> None:
        """Show the form, or the completed assessment as a page to read."""
        completed = self.is_completed()
        self.later.setVisible(not completed)
        self.done.setVisible(not completed)
        self.correct.setVisible(completed)
        self.plan.setVisible(completed and self.case.assessment.outcome is Outcome.PLAN_NEEDED)
        if self._summary is not None:
            self._summary.hide()
            self._summary.deleteLater()
            self._summary = None
        if completed:
            for part in self.parts:
                part.hide()
            self._ways.hide()
            self._summary = Summary(self.case, self.phrasebook)
            self.body.column.insertWidget(0, self._summary)
            self.look()
        else:
            self.open_part(self.current, into=False)

    def _place_part(self, key: str) -> None:
        part = self.parts.part(key)
        part.hide()
        part.section_clicked.connect(self.section_clicked)
        for name, field in part.fields.items():
            self.register(name, field)
        self.body.column.insertWidget(0, part)

    def _fit_foot(self) -> None:
        """Put the way on under the last answer where there is no room beside it."""
        if self._summary is not None:
            return
        foot = self.parts.part(self.current).foot
        items = (foot.itemAt(place) for place in range(foot.count()))
        widgets = [widget for item in items if item and (widget := item.widget())]
        needed = sum(widget.minimumSizeHint().width() for widget in widgets)
        room = self.columns.middle.width() - 2 * theme().space(5) - theme().space(4)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        foot.setDirection(right if needed <= room else down)

    def _step(self, step: int) -> None:
        place = PARTS.index(self.current) + step
        if 0 <= place < len(PARTS):
            self.open_part(PARTS[place])

    def _order_tabs(self) -> None:
        """Let Tab go from the title to the parts, the open one, and what is missing."""
        columns = (self.band, self.fold_line, self.steps, self.bars, self.body, self.missing)
        stops = [stop for column in columns for stop in in_reading_order(column)]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _tell_language(self) -> None:
        for part in self.parts:
            if isinstance(part, ToldPart):
                part.set_language(self.case.assessment.language)

    def _build_band(self) -> None:
        show_client(self.band, self.case.client)
        self.later = Button(_("Continue later"))
        self.correct = Button(_("Correct the assessment"), "", "pencil")
        self.done = Button(_("Mark complete"), "", "check")
        self.plan = Button(_("Draw up the integration plan"), "primary", "arrow-right")
        self.band.put_acts(self.later, self.correct)
        self.set_primary(self.done)
        self.set_primary(self.plan)

    def _build_columns(self) -> None:
        self.steps = StepList()
        self.steps.chosen.connect(self.open_part)
        self.steps.looked_at.connect(lambda key: self.open_part(key, into=False))
        self.missing = MissingColumn(under_25=self.parts.under_25)
        self.missing.chosen.connect(self.go_to)
        self.missing.section_clicked.connect(self.section_clicked)
        self.missing.why_asked.connect(self.ask_row)
        self._ways = Ways()
        self._ways.previous_wanted.connect(self.previous_section)
        self._ways.next_wanted.connect(self.next_section)
        outer = self.layout()
        assert isinstance(outer, QBoxLayout), "a form is a column"
        outer.removeItem(self.middle)
        self.middle.setParent(None)
        holder = QWidget()
        holder.setLayout(self.middle)
        self.fold_line = FoldLine()
        self.middle.insertWidget(0, self.fold_line)
        self.columns = FoldingColumns(self.steps, holder, self.missing)
        self.fold_line.parts_wanted.connect(partial(self.columns.open_side, self.steps))
        self.fold_line.missing_wanted.connect(partial(self.columns.open_side, self.missing))
        self.columns.folded_changed.connect(self._show_folded)
        self.columns.arranged.connect(self._fit_foot)
        outer.addWidget(self.columns, 1)
        self.body.put(None)

    def _show_folded(self, folded: bool) -> None:
        self.fold_line.setVisible(folded)
        self.band.set_title(
            _("Assessment")
            if folded
            else _("Assessment of skills and need for integration services")
        )
