"""The facts of the responsibility guide: read from a client, or chosen; never stored."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.facts import Jobseeker, Person, Protection, RightOfResidence
from kotoutus_desktop.rules.months import is_under
from kotoutus_desktop.rules.responsibility import FULL_AGE, Situation
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT,
    DELEGATION,
    INTEGRATION_CLIENT,
    JOBSEEKERS_AUTHORITY,
    MUNICIPAL_PLACE_HOUSING,
    SCOPE,
    UNACCOMPANIED,
    Section,
)
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.words import enum_text

NO_SEARCH = "none"
_CHECKS = {
    "home_care_allowance": Section(ACT, "14", 1, 3),
    "social_assistance_not_temporary": Section(ACT, "14", 1, 5),
    "asked_or_contacted": Section(ACT, "14", 1, 4),
    "came_unaccompanied": UNACCOMPANIED,
    "trafficking_victim": Section(ACT, "14", 1, 7),
}
_OF_THE_CASE = {
    "guardian": Section(ACT, "35", 1),
    "directed": MUNICIPAL_PLACE_HOUSING,
    "plan_valid": INTEGRATION_CLIENT,
    "delegates": DELEGATION,
}
Member = TypeVar("Member", bound=StrEnum)


class FactsCard(Card):
    """The facts that the answers follow from; `changed` when one of them does."""

    changed = Signal()
    section_clicked = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("The facts"), gap=3)
        self._today = today
        self._start: Situation | None = None
        self._showing = False
        self.fields = self._make()
        for field in self.fields.values():
            field.changed.connect(self._tell)
            field.section_clicked.connect(self.section_clicked)
        self._lay()

    def show_situation(self, situation: Situation) -> None:
        """Show the facts of a situation; what the card does not ask stays as it is there."""
        self._start, person = situation, situation.person
        self._showing = True
        values: dict[str, object] = {
            "right_of_residence": person.right_of_residence.value,
            "first_granted": person.first_granted,
            "jobseeker": person.jobseeker.value if person.jobseeker else NO_SEARCH,
            "protection": person.protection.value if person.protection else "",
            "born": person.born,
            "directed": situation.directed is True,
            "plan_valid": situation.plan_valid,
            "guardian": situation.guardian,
            "delegates": situation.delegates,
            **{name: getattr(person, name) for name in _CHECKS},
        }
        for name, value in values.items():
            self.fields[name].set_value(value)
        self._showing = False
        self._settle()

    def situation(self) -> Situation:
        """Return the situation that the facts describe; what is no date counts as not known."""
        assert self._start is not None, "a situation is shown first"
        born, start = self._day("born"), self._start
        directed = self.fields["directed"].value()
        child = born != start.person.born
        return replace(
            start,
            person=self._person(start.person, born),
            delegates=self.fields["delegates"].value(),
            plan_valid=self.fields["plan_valid"].value(),
            directed=True if directed else start.directed,
            guardian=self.fields["guardian"].value(),
            compulsory_education=(
                is_under(born, FULL_AGE, start.on) is True if child else start.compulsory_education
            ),
        )

    def section_of(self, widget: QWidget | None) -> Section | None:
        """Return the section of the tick that a widget is in; other fields show theirs."""
        ticks = _CHECKS | _OF_THE_CASE
        return next(
            (ticks[name] for name in ticks if widget and self.fields[name].isAncestorOf(widget)),
            None,
        )

    def _person(self, person: Person, born: date | None) -> Person:
        right = self._member("right_of_residence", RightOfResidence)
        return replace(
            person,
            born=born,
            right_of_residence=right or RightOfResidence.NONE,
            first_granted=self._day("first_granted"),
            jobseeker=self._member("jobseeker", Jobseeker),
            protection=self._member("protection", Protection),
            **{name: self.fields[name].value() for name in _CHECKS},
        )

    def _make(self) -> dict[str, Field]:
        seeking = [Choice(NO_SEARCH, _("no job search")), *_members(Jobseeker)]
        return {
            "right_of_residence": ChoiceField(
                _("Right of residence"), _members(RightOfResidence), section=SCOPE
            ),
            "first_granted": DateField(
                _("First permit, card or registration"), self._today, section=ASSESSMENT
            ),
            "jobseeker": ChoiceField(_("Job search"), seeking, section=JOBSEEKERS_AUTHORITY),
            "protection": ChoiceField(
                _("Protection or family"), _members(Protection), section=Section(ACT, "2", 3)
            ),
            "born": DateField(_("Date of birth"), self._today, exact=True),
            **{name: CheckField(text) for name, text in _check_texts().items()},
        }

    def _lay(self) -> None:
        self.put(*self.fields.values())
        self.put(Label(_("Nothing of this is stored."), "small", "muted"))

    def _tell(self) -> None:
        self._settle()
        if not self._showing:
            self.changed.emit()

    def _settle(self) -> None:
        """Ask about a guardian only for a child who came alone."""
        self.fields["guardian"].setVisible(self.fields["came_unaccompanied"].value())

    def _day(self, name: str) -> date | None:
        field = self.fields[name]
        assert isinstance(field, DateField)
        return None if field.fault() else field.day()

    def _member(self, name: str, kind: type[Member]) -> Member | None:
        field = self.fields[name]
        value = "" if field.fault() else str(field.value())
        return kind(value) if value in set(kind) else None


def _check_texts() -> dict[str, str]:
    return {
        "home_care_allowance": _("Receives child home care allowance"),
        "social_assistance_not_temporary": _("Social assistance is not temporary"),
        "asked_or_contacted": _("Asked for it, or contact under § 9"),
        "came_unaccompanied": _("Came as an unaccompanied minor"),
        "trafficking_victim": _("Victim of human trafficking"),
        "guardian": _("A guardian is in Finland"),
        "directed": _("Was directed to a municipal place"),
        "plan_valid": _("A plan is in force"),
        "delegates": _("Employment authority acts for all (§ 8)"),
    }


def _members(kind: type[StrEnum]) -> list[Choice]:
    return [Choice(member.value, enum_text(member)) for member in kind]
