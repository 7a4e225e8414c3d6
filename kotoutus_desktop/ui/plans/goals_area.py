"""The goals of the plan under their two headings, each as a card with its measures."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.plans import new_goal
from kotoutus_desktop.casework.services.path_goals import goals_for
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.numbering import ordered_goals
from kotoutus_desktop.models.plan import Goal, Measure, Term
from kotoutus_desktop.models.service import Service
from kotoutus_desktop.rules.section import GOALS, Section
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.components.settling import settle
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.folding_row import FoldingRow
from kotoutus_desktop.ui.plans.from_path import PathButton
from kotoutus_desktop.ui.plans.goal_card import GoalCard
from kotoutus_desktop.ui.plans.plan_document import PlanDocument


class TermPart(QFrame):
    """The goals of one term, with a button that adds one."""

    added = Signal()
    section_clicked = Signal(object)

    def __init__(self, title: str, add: str, section: Section, *, editable: bool) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        link = SectionLink(section)
        link.opened.connect(self.section_clicked)
        self.add_button = Button(add, "link", "plus", bulk="small")
        self.add_button.clicked.connect(self.added)
        if not editable:
            self.add_button.hide()  # showing it before it has its place would open a window
        head = Row(gap=2)
        head.put(Label(title, "heading"), link, None, self.add_button)
        self.cards = Column(gap=3)
        layout = Column(self, gap=2)
        layout.addLayout(head)
        layout.addLayout(self.cards)
        self._shown: list[GoalCard] = []

    def show_cards(self, cards: list[GoalCard]) -> None:
        """Put the cards under the title in this order; one that went elsewhere is let go."""
        if cards == self._shown:
            return
        for card in self._shown:
            self.cards.removeWidget(card)  # not takeAt: its item would keep the old height
        for card in cards:
            self.cards.addWidget(card)
        self._shown = cards


class GoalsArea(QFrame):
    """Every goal and measure of the plan. One row is open at a time."""

    changed = Signal()
    left = Signal()
    opened = Signal(object)  # the row
    removed = Signal(str, object)  # what was removed, how to bring it back
    referral_wanted = Signal(object)  # the measure
    letter_wanted = Signal(object)  # the measure
    training_wanted = Signal(object)  # the measure
    section_clicked = Signal(object)

    def __init__(self, document: PlanDocument, phrasebook: Phrasebook) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._document, self._phrasebook = document, phrasebook
        self._cards: dict[object, GoalCard] = {}
        editable = not document.plan.is_frozen
        self._parts = {
            Term.LONG: TermPart(
                _("Long-term goals"), _("Add a long-term goal"), GOALS, editable=editable
            ),
            Term.PERIOD: TermPart(
                _("Goals for this plan"), _("Add a goal"), GOALS, editable=editable
            ),
        }
        layout = Column(self, gap=4)
        for term, part in self._parts.items():
            part.added.connect(partial(self.add_goal, term))
            part.section_clicked.connect(self.section_clicked)
            layout.addWidget(part)
        self.path_button = PathButton(phrasebook.workspace)
        self.path_button.chosen.connect(self.add_path)
        if editable:
            layout.addWidget(self.path_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.arrange()

    def cards(self) -> list[GoalCard]:
        """Return the cards in the order of the paper."""
        return [self._cards[goal.id] for goal in ordered_goals(self._document.plan)]

    def rows(self) -> Iterator[FoldingRow]:
        """Go through the rows of goals and measures in the order of the paper."""
        for card in self.cards():
            yield from card.rows()

    def row_of(self, key: str) -> FoldingRow | None:
        """Return the row of a goal or measure by its id as text."""
        return next((row for row in self.rows() if str(row.key()) == key), None)

    def arrange(self) -> None:
        """Put the cards under their headings in their order, and write the numbers."""
        numbers = self._document.numbers()
        plan = self._document.plan
        for key in [key for key in self._cards if key not in {goal.id for goal in plan.goals}]:
            gone = self._cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for goal in ordered_goals(plan):
            card = self._cards.get(goal.id) or self._make(goal)
            card.number(numbers)
        for term, part in self._parts.items():
            part.show_cards([card for card in self.cards() if card.goal.term is term])
        settle(self)

    def add_goal(self, term: Term) -> GoalCard:
        """Add an empty goal and open it."""
        goal = new_goal(self._document.plan, term)
        self.arrange()
        self.changed.emit()
        self._cards[goal.id].goal_row.open_editor("goal")
        return self._cards[goal.id]

    def add_path(self, services: Sequence[Service]) -> None:
        """Add the services of a path to goals of their kind, old or new."""
        language = self._document.client.integration_language
        found = goals_for(self._document.plan, services, language)
        self.arrange()
        for goal, of_goal in found:
            self._cards[goal.id].add_services(of_goal)
        self.changed.emit()
        if found:
            self._cards[found[0][0].id].goal_row.summary.setFocus()

    def first_of(self, term: Term) -> GoalCard | None:
        """Return the first card of a term, None when it has none."""
        return next((card for card in self.cards() if card.goal.term is term), None)

    def _make(self, goal: Goal) -> GoalCard:
        assessment = self._document.assessment
        assessed_on = assessment.interviewed_on if assessment else None
        card = GoalCard(goal, self._document.plan, self._phrasebook, assessed_on)
        card.changed.connect(self.changed)
        card.left.connect(self.left)
        card.opened.connect(self._on_opened)
        card.section_clicked.connect(self.section_clicked)
        card.measure_removed.connect(self._measure_removed)
        card.goal_removed.connect(self._remove_goal)
        card.goal_moved.connect(self._move_goal)
        card.referral_wanted.connect(self.referral_wanted)
        card.letter_wanted.connect(self.letter_wanted)
        card.training_wanted.connect(self.training_wanted)
        self._cards[goal.id] = card
        return card

    def _on_opened(self, opened: FoldingRow) -> None:
        for row in self.rows():
            if row is not opened:
                row.close_editor()
        self.opened.emit(opened)

    def _measure_removed(self, goal: Goal, measure: Measure, place: int) -> None:
        self.removed.emit(
            _("The service was removed."), partial(self._restore_measure, goal, measure, place)
        )

    def _restore_measure(self, goal: Goal, measure: Measure, place: int) -> None:
        goal.measures.insert(place, measure)
        for position, each in enumerate(goal.measures):
            each.position = position
        self._cards[goal.id].show_measures()
        self._settle()

    def _remove_goal(self, goal: Goal) -> None:
        goals = self._document.plan.goals
        place = goals.index(goal)
        goals.remove(goal)
        self._settle()
        self._parts[goal.term].add_button.setFocus()
        self.removed.emit(
            _("The goal and its services were removed."),
            partial(self._restore_goal, goal, place),
        )

    def _restore_goal(self, goal: Goal, place: int) -> None:
        self._document.plan.goals.insert(place, goal)
        self._settle()

    def _move_goal(self, goal: Goal, step: int) -> None:
        goals = self._document.plan.goals
        place = goals.index(goal)
        target = place + step
        if 0 <= target < len(goals) and goals[target].term is goal.term:
            goals[place], goals[target] = goals[target], goals[place]
            for position, each in enumerate(goals):
                each.position = position
            self._settle()
            self._cards[goal.id].goal_row.summary.setFocus()

    def _settle(self) -> None:
        for position, goal in enumerate(self._document.plan.goals):
            goal.position = position
        self.arrange()
        self.changed.emit()
