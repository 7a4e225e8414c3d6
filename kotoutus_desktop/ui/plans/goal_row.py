"""A goal with the need it answers, as one line of the plan and as fields."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.plan import Goal, Plan, Term
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.rules.facts import GoalKind
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import clear, column
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.bindings import Binding, Bindings, capital, enum_choices
from kotoutus_desktop.ui.plans.folding_row import FoldingRow
from kotoutus_desktop.ui.plans.side_by_side import side_by_side
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text, enum_text


class GoalRow(FoldingRow):
    """Need over goal, with the number of its phrase and what kind of goal it is."""

    def __init__(
        self, goal: Goal, plan: Plan, phrasebook: Phrasebook, assessed_on: date | None
    ) -> None:
        super().__init__(editable=not plan.is_frozen)
        self.goal, self._phrasebook, self._assessed_on = goal, phrasebook, assessed_on
        self._need, self._goal = wrapped(), wrapped("", "strong")
        self._need_name = Label(_("Need"), "smallstrong", "muted")
        self._goal_name = Label(_("Goal"), "smallstrong", "muted")
        self._chips = QWidget()
        self._chip_flow = Flow(self._chips, gap=1)
        grid = QGridLayout(self.summary)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, text) in enumerate(
            ((self._need_name, self._need), (self._goal_name, self._goal))
        ):
            grid.addWidget(name, row, 0, top)
            grid.addWidget(text, row, 1)
        grid.addWidget(self._chips, 2, 1)
        self._grid = grid
        theme().changed.connect(self._space)
        self._space()
        self.show_words()

    def record(self) -> Goal:
        """Return the goal that the fields are written to."""
        return self.goal

    def show_words(self) -> None:
        """Write the lines anew."""
        need = self._phrasebook.text(self.goal.need)
        said = self._phrasebook.text(self.goal.goal)
        self._need.setText(need)
        for part in (self._need, self._need_name):
            part.setVisible(bool(need))
        self._goal.setText(said or _("Write the goal"))
        self._goal.set_tone("" if said else "warning")
        self._show_chips()
        parts = [self.number.text(), _("Goal"), said, _("Need") if need else "", need]
        self.summary.setAccessibleName(" ".join(part for part in parts if part))

    def make_editor(self) -> tuple[QWidget, Bindings]:
        """Return the fields of the goal."""
        head = [self.goal.head.value] if self.goal.head else []
        need = PhraseField(_("Need"), [PhraseKind.NEED], self._phrasebook, preferred=head)
        goal = PhraseField(
            _("Goal"), [PhraseKind.GOAL], self._phrasebook, preferred=[self.goal.kind.value]
        )
        kind = ChoiceField(_("Kind of goal"), enum_choices(GoalKind))
        term = SegmentField(
            _("For how long"), [(term.value, capital(enum_text(term))) for term in Term]
        )
        bindings = Bindings(
            Binding("goal", goal),
            Binding("need", need),
            Binding("kind", kind, GoalKind, GoalKind.OTHER),
            Binding("term", term, Term, Term.PERIOD),
        )
        bindings.show(self.goal)
        goal.taken.connect(self._take_kind)
        return column(need, goal, side_by_side(kind, term), gap=3), bindings

    def _take_kind(self, code: str) -> None:
        phrase = self._phrasebook.library.get(code)
        field = self.bindings.field("kind") if self.bindings else None
        if phrase and phrase.goal and field is not None:
            field.set_value(phrase.goal)

    def _show_chips(self) -> None:
        clear(self._chip_flow)
        self._chip_flow.addWidget(Chip(enum_text(self.goal.kind), "", "target"))
        if self.goal.goal.phrase:
            self._chip_flow.addWidget(Chip(self.goal.goal.phrase, "", "quote"))
        if self.goal.head is not None and self._assessed_on is not None:
            text = _("from the assessment of {date}").format(date=date_text(self._assessed_on))
            self._chip_flow.addWidget(Chip(text, "", "clipboard-check"))
        self._chips.updateGeometry()

    def _space(self) -> None:
        self._grid.setContentsMargins(*(theme().space(1) for _side in range(4)))
        self._grid.setHorizontalSpacing(theme().space(3))
        self._grid.setVerticalSpacing(theme().space(1))
