"""One of the nine heads of the initial interview."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.assessment import Assessment, HeadEntry
from kotoutus_desktop.models.circumstances import SourceKind
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.phrases.library import Phrase, PhraseKind, SlotKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.reference.language_levels import language_levels
from kotoutus_desktop.reference.literacy import literacy_classes
from kotoutus_desktop.rules.facts import GoalKind, InterviewHead
from kotoutus_desktop.rules.section import (
    ASSESSMENT_DECREE,
    DATA_SOURCE,
    GOALS,
    GOALS_UNDER_25,
    Section,
)
from kotoutus_desktop.ui.assessment.choices import members
from kotoutus_desktop.ui.assessment.part import Part, beside, code_of, flush
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.fields.choice_field import ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import CheckField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import LongTextField, TextField
from kotoutus_desktop.ui.phrases.phrase_field import PhraseField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.words import enum_text, language_name

FINDING_HINT = N_(
    "Write what the client tells. Religion, ethnic origin and political opinions are not "
    "recorded (§ 73)."
)


def number_of(head: InterviewHead) -> int:
    """Return the number of a head in the decree, from 1."""
    return list(InterviewHead).index(head) + 1


class HeadPart(Part):
    """What came up under one head, the need and goal, and who said so."""

    literacy_opened = Signal()

    def __init__(
        self, head: InterviewHead, client: Client, phrasebook: Phrasebook, *, under_25: bool
    ) -> None:
        number = number_of(head)
        super().__init__(f"{number}  {enum_text(head)}", Section(ASSESSMENT_DECREE, "2", 1, number))
        self.head, self._phrasebook = head, phrasebook
        if head is InterviewHead.LITERACY:
            self._put_literacy(client)
        self._put_finding()
        self.need = self.add(
            self._name("need"),
            PhraseField(_("Service need"), [PhraseKind.NEED], phrasebook, preferred=[head]),
        )
        self.goal = self.add(
            self._name("goal"),
            PhraseField(_("Goal of the client"), [PhraseKind.GOAL], phrasebook, preferred=[head]),
        )
        self._put_kind_and_source(under_25)
        self.nothing = self.keep(
            self._name("nothing_found"), CheckField(_("Nothing came up about this"))
        )
        self.end(self.nothing)
        self.settle()

    def first_field(self) -> Field:
        """Return the finding: the interview begins with what the client tells."""
        return self.finding

    def read(self, assessment: Assessment) -> None:
        """Show what is recorded under the head."""
        entry = assessment.head(self.head) or HeadEntry(
            client_id=assessment.client_id, head=self.head
        )
        self.finding.set_value(entry.finding)
        self.need.set_value(entry.need)
        self.goal.set_value(entry.goal)
        self.goal_kind.set_value(entry.goal_kind.value if entry.goal_kind else "")
        self.source.set_value(entry.source.value)
        self.source_detail.set_value(entry.source_detail)
        self.nothing.set_value(entry.nothing_found)
        self.settle()

    def write(self, assessment: Assessment) -> None:
        """Put what is entered into the assessment."""
        entry = assessment.head(self.head)
        if entry is None:
            entry = HeadEntry(client_id=assessment.client_id, head=self.head)
            assessment.heads.append(entry)
        kind, source = code_of(self.goal_kind), code_of(self.source)
        entry.finding, entry.nothing_found = self.finding.value(), self.nothing.value()
        entry.need, entry.goal = said(self.need), said(self.goal)
        entry.goal_kind = GoalKind(kind) if kind else None
        entry.source = SourceKind(source) if source else SourceKind.CLIENT
        from_client = entry.source is SourceKind.CLIENT
        entry.source_detail = "" if from_client else self.source_detail.value()

    def settle(self) -> None:
        """Ask who exactly, when it was not the client."""
        self.source_detail.setVisible(code_of(self.source) not in ("", SourceKind.CLIENT))

    def _name(self, field: str) -> str:
        return f"heads.{self.head}.{field}"

    def _put_finding(self) -> None:
        self.finding = self.keep(
            self._name("finding"), LongTextField(_("What came up"), hint=_(FINDING_HINT), lines=3)
        )
        group = Column(gap=1)
        group.addWidget(self.finding)
        sentences = [
            phrase
            for phrase in self._phrasebook.library.of_kind(PhraseKind.FINDING)
            if phrase.head == self.head
        ]
        if sentences:
            self.sentences = SentenceMenu(sentences, self._phrasebook)
            self.sentences.chosen.connect(self._add_sentence)
            group.addLayout(flush(self.sentences))
        self.put(group)

    def _put_literacy(self, client: Client) -> None:
        """Show what intake found out: it is not asked twice."""
        known = literacy_classes().get(client.literacy)
        parts = [known.name(interface_language())] if known else []
        if client.reads:
            languages = ", ".join(language_name(code) for code in client.reads)
            parts.append(_("reads {languages}").format(languages=languages))
        text = _("Not recorded yet in the client's details.")
        if parts:
            text = _("In the client's details: {literacy}").format(literacy="; ".join(parts))
        self.literacy = wrapped(text)
        self.change_literacy = Button(_("Change"), "link", "pencil", bulk="small")
        self.change_literacy.setAccessibleName(_("Change literacy in the client's details"))
        self.change_literacy.clicked.connect(self.literacy_opened)
        sign = IconLabel("vocabulary", "text_muted", 18)
        self.put(row(sign, (self.literacy, 1), self.change_literacy))

    def _put_kind_and_source(self, under_25: bool) -> None:
        asked_of_young = under_25 and self.head is InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS
        self.goal_kind = self.keep(
            self._name("goal_kind"),
            ChoiceField(
                _("Kind of goal"),
                members(GoalKind),
                section=GOALS_UNDER_25 if asked_of_young else GOALS,
                placeholder=_("Choose"),
            ),
        )
        self.source = self.keep(
            self._name("source"),
            ChoiceField(_("Learned"), members(SourceKind), section=DATA_SOURCE),
        )
        self.put(beside((self.goal_kind, 3), (self.source, 2)))
        self.source_detail = self.add(
            self._name("source_detail"),
            TextField(_("From whom or from which document")),
        )
        self.source.set_value(SourceKind.CLIENT)

    def _add_sentence(self, sentence: str) -> None:
        before = self.finding.value()
        self.finding.set_value(f"{before} {sentence}".strip())
        self.finding.take_focus()


class SentenceMenu(Button):
    """Sentences about one head that can be put into the finding; a level is chosen with them."""

    chosen = Signal(str)

    def __init__(self, phrases: list[Phrase], phrasebook: Phrasebook) -> None:
        super().__init__(_("Add a ready sentence"), "link", "quote", bulk="small")
        menu = QMenu(self)
        for phrase in phrases:
            outline = phrasebook.outline(phrase)
            if any(slot.kind is SlotKind.LEVEL for slot in phrase.slots):
                self._add_levels(menu.addMenu(outline.replace("&", "&&")), phrase, phrasebook)
            else:
                gap = {slot.name: "…" for slot in phrase.slots}
                self._add(menu, outline, phrasebook.text(Wording.of(phrase.code, **gap)))
        self.setMenu(menu)

    def _add_levels(self, menu: QMenu, phrase: Phrase, phrasebook: Phrasebook) -> None:
        for level in language_levels():
            if level.measured and level.cefr:
                sentence = phrasebook.text(Wording.of(phrase.code, level=level.code))
                self._add(menu, level.label(interface_language()), sentence)

    def _add(self, menu: QMenu, label: str, sentence: str) -> None:
        action = menu.addAction(label.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self.chosen.emit(sentence))


def said(field: PhraseField) -> Wording:
    """Return what a phrase field says; nothing while a gap of it cannot be read."""
    return Wording() if field.fault() else field.value()
