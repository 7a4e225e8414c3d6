"""The four things that must be told in the interview (Decree 869/2024 § 2(3))."""

from functools import partial

from PySide6.QtCore import Qt

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.assessment import Assessment, Told
from kotoutus_desktop.rules.facts import ToldItem
from kotoutus_desktop.rules.section import INTERVIEW_TOLD
from kotoutus_desktop.ui.assessment.choices import language_choices
from kotoutus_desktop.ui.assessment.part import Part, beside, code_of, day_of
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.fields.choice_field import Choice, SearchChoiceField
from kotoutus_desktop.ui.fields.date_field import DateField
from kotoutus_desktop.ui.phrases.phrasebook import written_in
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class ToldPart(Part):
    """Each thing with the day it was told and the language; one click fills what is usual."""

    def __init__(self, workspace: Workspace, language: str, client_languages: list[str]) -> None:
        super().__init__(
            _("Four things to tell"),
            INTERVIEW_TOLD,
            _("The client hears these in a language that the client understands."),
        )
        self._workspace, self._language = workspace, language
        self._days: dict[ToldItem, DateField] = {}
        self._todays: dict[ToldItem, Button] = {}
        self._languages: dict[ToldItem, SearchChoiceField] = {}
        words = written_in(language) if language else ""
        self.all_told = Button(
            _("All told today {language}").format(language=words).strip(), "", "check"
        )
        self.all_told.clicked.connect(self.tell_all)
        self.put(row(self.all_told, None))
        self._cards = Column(gap=2)
        self.put(self._cards)
        choices = language_choices(client_languages)
        for number, item in enumerate(ToldItem, 1):
            self._put_item(number, item, choices)
        self.end()
        self.settle()

    def tell_all(self) -> None:
        """Record that all four were told today; what is recorded already stays."""
        for item in ToldItem:
            self._fill(item)

    def tell(self, item: ToldItem) -> None:
        """Record that one thing was told today."""
        self._fill(item)
        self._days[item].take_focus()

    def settle(self) -> None:
        """Offer "today" only where the day or the language is missing."""
        for item, button in self._todays.items():
            told = day_of(self._days[item]) and code_of(self._languages[item])
            button.setVisible(not told)

    def read(self, assessment: Assessment) -> None:
        """Show what is recorded of each."""
        for item in ToldItem:
            entry = _entry(assessment, item)
            self._days[item].set_value(entry.told_on if entry else None)
            self._languages[item].set_value(entry.language if entry else "")

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into the assessment."""
        for item in ToldItem:
            entry = _entry(assessment, item)
            if entry is None:
                entry = Told(client_id=assessment.client_id, item=item)
                assessment.told.append(entry)
            entry.told_on = day_of(self._days[item])
            entry.language = code_of(self._languages[item])

    def set_language(self, language: str) -> None:
        """Offer the language of the interview."""
        self._language = language or self._language
        words = written_in(self._language) if self._language else ""
        self.all_told.set_label(_("All told today {language}").format(language=words).strip())

    def _put_item(self, number: int, item: ToldItem, choices: list[Choice]) -> None:
        day = self.keep(f"told.{item}.on", DateField(_("Told"), self._workspace.today))
        language = self.keep(
            f"told.{item}.language", SearchChoiceField(_("Language"), choices, width=220)
        )
        self._days[item], self._languages[item] = day, language
        title = f"{number}  {enum_text(item)}"
        for field in (day, language):
            field.editor().setAccessibleName(f"{enum_text(item)}: {field.label.text()}")
        today = Button(_("Today"), "link", "check", bulk="small")
        today.setAccessibleName(_("{thing}: told today").format(thing=enum_text(item)))
        today.clicked.connect(partial(self._tell, item))
        card = Card(margins=(4, 3, 3, 3), gap=1)
        fields = beside((day, 2), (language, 3))
        fields.addWidget(today, 0, Qt.AlignmentFlag.AlignBottom)
        self._todays[item] = today
        card.put(wrapped(title, "strong"), fields)
        self._cards.addWidget(card)

    def _fill(self, item: ToldItem) -> None:
        day, language = self._days[item], self._languages[item]
        if day.is_empty():
            day.set_value(self._workspace.today())
        if language.is_empty():
            language.set_value(self._language)

    def _tell(self, item: ToldItem, _checked: bool = False) -> None:
        self.tell(item)


def _entry(assessment: Assessment, item: ToldItem) -> Told | None:
    return next((told for told in assessment.told if told.item is item), None)
