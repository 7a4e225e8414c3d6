"""What was agreed, to read: names of things and what was said about them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.plans.bindings import capital
from kotoutus_desktop.ui.plans.plan_document import PlanDocument
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text, enum_text, language_name, period_text

Fact = tuple[str, str]
NAME_WIDTH = 190


class FactsCard(Card):
    """Two columns of words; facts without a value are left out."""

    def __init__(self, title: str, facts: Sequence[Fact]) -> None:
        super().__init__(title, gap=2)
        self._names = []
        grid_holder = QWidget()
        self._grid = QGridLayout(grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            label = wrapped(name, "body", "muted")
            self._names.append(label)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(wrapped(value), row, 1, Qt.AlignmentFlag.AlignTop)
        self.put(grid_holder)
        theme().changed.connect(self._space)
        self._space()
        if not self._names:
            self.hide()

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(theme().space(4))
        self._grid.setVerticalSpacing(theme().space(2))
        for label in self._names:
            label.setFixedWidth(theme().px(NAME_WIDTH))


def period_facts(document: PlanDocument) -> list[Fact]:
    """Return the days of an agreed plan."""
    plan = document.plan
    given = date_text(plan.copy_given_on) if plan.copy_given_on else _("not yet")
    language = language_name(plan.copy_language)
    ended = date_text(plan.ended_on) if plan.ended_on else ""
    return [
        (_("In force"), period_text(plan.starts_on, plan.ends_on)),
        (_("Agreed on"), date_text(plan.made_on)),
        (_("Next review"), date_text(plan.next_review_on) if plan.next_review_on else ""),
        (_("Extension"), enum_text(plan.extension) if plan.extension else ""),
        (_("Copy given"), f"{given}, {language}" if language and plan.copy_given_on else given),
        (_("Ended on"), ended),
    ]


def terms_facts(document: PlanDocument, phrasebook: Phrasebook) -> list[Fact]:
    """Return what was agreed beside the services."""
    plan = document.plan

    def said(wording: Wording) -> str:
        return phrasebook.text(wording)

    return [
        (_("Guidance and counselling"), said(plan.guidance)),
        (_("Follow-up"), said(plan.follow_up)),
        (_("No language studies"), said(plan.language_reason)),
        (_("No job-search obligation"), said(plan.job_search_reason)),
        (_("Other goals than usual"), said(plan.goal_reason)),
        (_("Another goal than education"), said(plan.education_reason)),
        (_("Target occupation"), plan.target_occupation),
        (_("Guidance onward"), said(plan.onward_guidance)),
    ]


def agreement_facts(document: PlanDocument, phrasebook: Phrasebook) -> list[Fact]:
    """Return who took part, what was explained, how the client accepted."""
    plan = document.plan
    people = [
        ", ".join(part for part in (capital(enum_text(p.role)), p.name, p.organisation) if part)
        for p in plan.participants
    ]
    if plan.county_joined:
        people.append(_("The wellbeing services county took part."))
    rights = [phrasebook.text(Wording.of(code)) for code in plan.rights]
    explained = ", ".join(
        part
        for part in (
            date_text(plan.rights_explained_on) if plan.rights_explained_on else "",
            language_name(plan.rights_language),
            _("interpreted") if plan.rights_interpreted else "",
        )
        if part
    )
    acceptance = enum_text(plan.acceptance) if plan.acceptance else ""
    accepted = date_text(plan.accepted_on) if plan.accepted_on else ""
    return [
        (_("Participants"), "\n".join(people)),
        (_("Rights and duties"), "\n".join(rights)),
        (_("Explained"), explained),
        (_("Acceptance"), " ".join(part for part in (capital(acceptance), accepted) if part)),
    ]
