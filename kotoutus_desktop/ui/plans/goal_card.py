"""One goal with everything agreed on for it, numbered as on paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from kotoutus_desktop.casework.facts import NOT_REFERRED_TO
from kotoutus_desktop.casework.plans import new_measure
from kotoutus_desktop.casework.training.periods import KIND_OF_MEASURE
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.numbering import ordered_measures
from kotoutus_desktop.models.plan import Goal, Measure, Plan, PlanState
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.ui.components.buttons import Button, MenuButton
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import IconLabel, Label, Rule
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.folding_row import NUMBER_WIDTH, FoldingRow
from kotoutus_desktop.ui.plans.from_catalogue import CatalogueButton, measures_of
from kotoutus_desktop.ui.plans.goal_row import GoalRow
from kotoutus_desktop.ui.plans.measure_row import MeasureRow
from kotoutus_desktop.ui.theme import theme


class GoalCard(Card):
    """The goal, its measures, and a line to type the next one into."""

    changed = Signal()
    left = Signal()
    opened = Signal(object)  # the row
    measure_removed = Signal(object, object, int)  # goal, measure, where it was
    goal_removed = Signal(object)
    goal_moved = Signal(object, int)
    referral_wanted = Signal(object)  # the measure
    letter_wanted = Signal(object)  # the measure
    training_wanted = Signal(object)  # the measure
    section_clicked = Signal(object)

    def __init__(
        self, goal: Goal, plan: Plan, phrasebook: Phrasebook, assessed_on: date | None
    ) -> None:
        super().__init__(margins=(0, 1, 0, 1), gap=0)
        self.goal, self._plan, self._phrasebook = goal, plan, phrasebook
        self.goal_row = GoalRow(goal, plan, phrasebook, assessed_on)
        self.measure_rows: list[MeasureRow] = []
        self._measures = Column(gap=0)
        self._follow(self.goal_row)
        self.goal_row.removed.connect(partial(self.goal_removed.emit, goal))
        self.goal_row.moved.connect(self._move_goal)
        self.column.addWidget(self.goal_row)
        self.column.addLayout(self._measures)
        self.add_number = Label("", "smallstrong", "muted")
        self._add_plus = IconLabel("plus", "accent_text", 18)
        self.add_field = PhraseField(
            _("Add a service or measure"),
            [PhraseKind.MEASURE],
            phrasebook,
            placeholder=_("Add a service or measure"),
        )
        self.from_catalogue = CatalogueButton(phrasebook.workspace)
        self.from_catalogue.chosen.connect(self.add_services)
        if not plan.is_frozen:
            self._put_menu()
            self._put_add_line()
        self.show_measures()

    def rows(self) -> list[FoldingRow]:
        """Return the goal's row and those of its measures, from the top."""
        return [self.goal_row, *self.measure_rows]

    def show_measures(self) -> None:
        """Show the rows in the order of the goal, keeping those that are open as they are."""
        known = {row.measure.id: row for row in self.measure_rows}
        wanted = [measure.id for measure in ordered_measures(self.goal)]
        for row_ in self.measure_rows:
            self._measures.removeWidget(row_)
            if row_.measure.id not in wanted:
                row_.hide()
                row_.deleteLater()
        self.measure_rows = []
        for measure in ordered_measures(self.goal):
            row_ = known.get(measure.id) or self._make_row(measure)
            self.measure_rows.append(row_)
            self._measures.addWidget(row_)

    def number(self, numbers: Mapping[UUID, str]) -> None:
        """Write the numbers that the rows have on paper."""
        own = numbers.get(self.goal.id, "")
        self.goal_row.number.setText(own)
        self.goal_row.show_words()
        for row_ in self.measure_rows:
            row_.number.setText(numbers.get(row_.measure.id, ""))
            row_.show_words()
        self.add_number.setText(f"{own}.{len(self.measure_rows) + 1}")
        name = _("Add a service or measure to goal {number}").format(number=own)
        self.add_field.edit.setAccessibleName(name)

    def add_measure(self, what: Wording) -> MeasureRow:
        """Add a measure at the end and open it where something is still to be written."""
        measure = new_measure(self.goal, what)
        phrase = self._phrasebook.library.get(what.phrase)
        measure.kind = MeasureKind(phrase.measure) if phrase and phrase.measure else measure.kind
        self.show_measures()
        self.changed.emit()
        added = self.measure_rows[-1]
        slots = bool(phrase and phrase.slots)
        added.open_editor("what" if slots else "provider" if phrase else "kind")
        return added

    def add_services(self, services: Sequence[Service]) -> None:
        """Add measures for services of the catalogue, at the end."""
        for measure in measures_of(self._phrasebook.workspace, self.goal, services):
            measure.position = len(self.goal.measures)
            self.goal.measures.append(measure)
        self._phrasebook.read()
        self.show_measures()
        self.changed.emit()

    def _make_row(self, measure: Measure) -> MeasureRow:
        made = MeasureRow(measure, self._plan, self._phrasebook)
        self._follow(made)
        made.removed.connect(partial(self._remove, measure))
        made.moved.connect(partial(self._move, measure))
        if self._plan.is_frozen:
            self._put_referral(made)
        else:
            menu = MenuButton(_("Acts for this row"))
            menu.act(_("Move up"), partial(self._move, measure, -1), "arrow-up")
            menu.act(_("Move down"), partial(self._move, measure, 1), "arrow-down")
            menu.act(_("Remove"), partial(self._remove, measure), "trash")
            made.line.addWidget(menu)
        return made

    def _put_referral(self, made: MeasureRow) -> None:
        if self._plan.state is not PlanState.ENDED and made.waits_for_referral():
            refer = Button(_("Record the referral"), bulk="small")
            refer.clicked.connect(lambda _on=False: self.referral_wanted.emit(made.measure))
            made.line.addWidget(refer)
        if made.measure.kind not in NOT_REFERRED_TO:
            menu = MenuButton(_("Acts for this row"))
            menu.act(_("Write a referral…"), partial(self.letter_wanted.emit, made.measure), "mail")
            if made.measure.kind in KIND_OF_MEASURE:
                record = partial(self.training_wanted.emit, made.measure)
                menu.act(_("Record how the training goes…"), record, "school")
            made.line.addWidget(menu)

    def _follow(self, row_: FoldingRow) -> None:
        row_.changed.connect(self.changed)
        row_.left.connect(self.left)
        row_.opened.connect(partial(self.opened.emit, row_))
        row_.section_clicked.connect(self.section_clicked)

    def _put_menu(self) -> None:
        menu = MenuButton(_("Acts for this goal"))
        menu.act(_("Move up"), partial(self._move_goal, -1), "arrow-up")
        menu.act(_("Move down"), partial(self._move_goal, 1), "arrow-down")
        menu.act(_("Remove the goal"), partial(self.goal_removed.emit, self.goal), "trash")
        self.goal_row.line.addWidget(menu)

    def _put_add_line(self) -> None:
        self.add_field.label.hide()
        self.add_field.enter_moves_on = False
        self.add_field.taken.connect(self._add_phrase)
        self.add_field.entered.connect(self._add_typed)
        line = Row(margins=(3, 2, 3, 2), gap=1)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.add_number, 0, top)
        line.addWidget(self._add_plus, 0, top)
        line.addWidget(self.add_field, 1)
        line.addWidget(self.from_catalogue, 0, top)
        self.column.put(Rule())
        self.column.addLayout(line)
        theme().changed.connect(self._size)
        self._size()

    def _add_phrase(self, code: str) -> None:
        self.add_field.set_value(Wording())
        self.add_measure(Wording.of(code))

    def flush(self) -> None:
        """Take what still stands in the line for the next service, without opening it."""
        if not self.add_field.is_empty():
            typed = self.add_field.value()
            self.add_field.set_value(Wording())
            new_measure(self.goal, typed)
            self.show_measures()
            self.changed.emit()

    def _add_typed(self) -> None:
        typed = self.add_field.value()
        if typed.is_free:
            self.add_field.set_value(Wording())
            self.add_measure(typed)

    def _remove(self, measure: Measure) -> None:
        place = self.goal.measures.index(measure)
        self.goal.measures.remove(measure)
        self.show_measures()
        rest = self.measure_rows
        (rest[min(place, len(rest) - 1)].summary if rest else self.add_field.edit).setFocus()
        self.changed.emit()
        self.measure_removed.emit(self.goal, measure, place)

    def _move(self, measure: Measure, step: int) -> None:
        place = self.goal.measures.index(measure)
        target = place + step
        if not 0 <= target < len(self.goal.measures):
            return
        self.goal.measures.insert(target, self.goal.measures.pop(place))
        for position, each in enumerate(self.goal.measures):
            each.position = position
        self.show_measures()
        self.measure_rows[target].summary.setFocus()
        self.changed.emit()

    def _move_goal(self, step: int) -> None:
        self.goal_moved.emit(self.goal, step)

    def _size(self) -> None:
        self.add_number.setFixedWidth(theme().px(NUMBER_WIDTH))
        for label in (self.add_number, self._add_plus):
            label.setMinimumHeight(theme().px(50))  # on a line with the first line of the field
