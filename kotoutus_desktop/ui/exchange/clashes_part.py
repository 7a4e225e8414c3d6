"""What two laptops do not agree about: both values with their story, and one to be chosen."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.casework.exchange.clashes import (
    DELETED,
    Clash,
    Side,
    answer,
    count_clashes,
    list_clashes,
)
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language, ngettext
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear, column
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.field_words import FIELDS
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import ValueWords, moment_text
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.tab_part import Part
from kotoutus_desktop.ui.workspace import Workspace

SHOWN_AT_ONCE = 50


class ClashesPart(Part):
    """A card for each question; nothing is decided by itself."""

    def __init__(self, workspace: Workspace, course_id: UUID | None = None) -> None:
        super().__init__(workspace, course_id)
        self.clashes: list[Clash] = []
        self.keep: dict[tuple[UUID, str, bool], Button] = {}
        self.body = ScrollColumn((5, 2, 5, 5))
        self.nothing = EmptyState(
            "circle-check",
            _("Nothing to be decided"),
            _("When two laptops wrote different things in the same place, both stand here."),
        )
        Column(self, gap=0).put((self.nothing, 1), (self.body, 1))

    def arrive(self, _focus: str) -> None:
        """Read the questions; the keyboard goes to the first."""
        self.refresh()
        first = next(iter(self.keep.values()), None)
        (first or self.nothing).setFocus()

    def refresh(self) -> None:
        """Read the questions again."""
        with self.workspace.database.reading() as session:
            self.clashes = list_clashes(session)
            everybody = count_clashes(session)
            people = {each.id: each.name for each in officers(session)}
        words = ValueWords(interface_language(), people)
        clear(self.body.column)
        self.keep = {}
        for clash in self.clashes[:SHOWN_AT_ONCE]:
            self.body.put(self._card(clash, words))
        self._say_rest(len(self.clashes) - SHOWN_AT_ONCE, everybody - len(self.clashes))
        self.nothing.setVisible(not self.clashes)
        self.body.setVisible(bool(self.clashes))

    def decide(self, clash: Clash, side: Side) -> None:
        """Let one of the values hold; the other stays in the history."""
        try:
            with self.workspace.database.transaction() as session:
                answer(session, clash, side.raw)
        except KotoutusError as error:
            self.refuse(explain(error))
        else:
            words = _("Decided. The other value stays in the client’s log.")
            self.said.emit(Message(words, Tone.SUCCESS, key="decided"))
        self.workspace.changed.emit()
        self.arrive("")

    def _say_rest(self, later: int, others: int) -> None:
        texts = []
        if later > 0:
            texts.append(ngettext("{n} more follows.", "{n} more follow.", later).format(n=later))
        if others > 0:
            texts.append(
                ngettext(
                    "{n} question about a restricted case is decided by who may open it.",
                    "{n} questions about restricted cases are decided by who may open them.",
                    others,
                ).format(n=others)
            )
        for text in texts:
            self.body.put(wrapped(text, "small", "muted"))
        self.body.put(None)

    def _card(self, clash: Clash, words: ValueWords) -> QWidget:
        card = Card(_whose(clash))
        card.put(wrapped(question(clash), "body", "muted"))
        for place, side in enumerate(clash.sides):
            if place:
                card.put(Rule())
            card.put(self._side(clash, side, words))
        return card

    def _side(self, clash: Clash, side: Side, words: ValueWords) -> QFrame:
        value = value_of(clash, side, words)
        where = _("on this laptop") if side.is_here else _("on another laptop")
        who = words.people.get(side.actor, "") if side.actor else ""
        story = " · ".join(part for part in (who, where, moment_text(side.at)) if part)
        keep = Button(_button(clash, side), icon="check", bulk="small")
        keep.setAccessibleName(f"{keep.text().strip()}: {value}, {story}")
        keep.clicked.connect(lambda: self.decide(clash, side))
        self.keep[clash.row, clash.field, side.is_here] = keep
        frame = QFrame()
        frame.setProperty("kind", "plain")
        row = Row(frame, gap=3)
        row.addWidget(column(wrapped(value, "strong"), wrapped(story, "small", "muted"), gap=0), 1)
        if side.is_shown:
            row.addWidget(Chip(_("shown now"), "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(keep, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame


def _whose(clash: Clash) -> str:
    if clash.client is None:
        return _("The office") if clash.case_id is None else _("a client who was deleted")
    if clash.client.hides_place:
        return clash.client.number
    return clash.client.full_name or clash.client.own_script_name or clash.client.number


def question(clash: Clash) -> str:
    """Return what is asked about a record."""
    record = _(SUBJECTS.get(clash.subject, clash.subject))
    if clash.is_deletion:
        return _("{record}: deleted on one laptop, changed on the other. Which holds?").format(
            record=record
        )
    return _("{record}: {field}. Which is right?").format(
        record=record, field=_(FIELDS.get(clash.field, clash.field))
    )


def value_of(clash: Clash, side: Side, words: ValueWords) -> str:
    """Return one of the values as a reader understands it."""
    if clash.is_deletion:
        return _("was deleted") if side.raw == DELETED else _("was changed")
    return words.value(clash.field, side.value)


def _button(clash: Clash, side: Side) -> str:
    if clash.is_deletion:
        return _("Delete it") if side.raw == DELETED else _("Keep it")
    return _("This is right")
