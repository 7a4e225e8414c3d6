"""Two records side by side where they differ: the counsellor picks, then they are one case."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QFrame, QRadioButton, QWidget

from kotoutus_desktop.casework.joining import Difference, Preview, join, preview
from kotoutus_desktop.casework.register import officers
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.history.noting import Act, Note
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear, row
from kotoutus_desktop.ui.components.reading_order import set_reading_order
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.log.door import write_soon
from kotoutus_desktop.ui.log.field_words import FIELDS
from kotoutus_desktop.ui.log.subject_words import SUBJECTS
from kotoutus_desktop.ui.log.value_words import ValueWords
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.page import Destination, Page, PageName
from kotoutus_desktop.ui.words import shown_name
from kotoutus_desktop.ui.workspace import Workspace


class Choice(QFrame):
    """A field with both values; the one that is to hold is picked."""

    def __init__(self, difference: Difference, words: ValueWords) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.difference = difference
        label = _(FIELDS.get(difference.name, difference.name))
        self.first = QRadioButton(self._said(words, difference.first))
        self.second = QRadioButton(self._said(words, difference.second))
        self._group = QButtonGroup(self)
        for button in (self.first, self.second):
            button.setAccessibleName(f"{label}: {button.text()}")
            button.setDisabled(difference.is_fixed)
            self._group.addButton(button)
        (self.second if difference.takes_second else self.first).setChecked(True)
        line = Row(self, gap=3)
        line.put((wrapped(label, "strong"), 3), (self.first, 4), (self.second, 4))

    def _said(self, words: ValueWords, value: Any) -> str:
        return words.value(self.difference.name, value or None).replace("&", "&&")


class JoinPage(Page):
    """The first record stays with its number; the second's number finds the person too."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__()
        assert destination.client is not None, "two records are joined"
        assert destination.record is not None, "two records are joined"
        self.workspace = workspace
        self.first_id, self.second_id = destination.client, destination.record
        self.band = TitleBand(_("Join two records"), back=_("Back"))
        self.band.back.connect(self.back)
        self.swap = Button(_("Swap"), icon="arrows-exchange")
        self.swap.clicked.connect(self.change_places)
        self.button = Button(_("Join"), "primary", "users")
        self.button.show_key("Ctrl+Return")
        self.button.clicked.connect(self.primary)
        self.band.put_acts(self.swap, self.button)
        self.bars, self.area = MessageBars((5, 2, 5, 0)), ScrollColumn()
        self.choices: list[Choice] = []
        self.families = QCheckBox(_("Bring both households together"))
        self._preview: Preview | None = None
        Column(self, gap=0).put(self.band, self.bars, (self.area, 1))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)
        self.refresh()

    def arrive(self, _destination: Destination) -> None:
        """Put the keyboard on the first choice; that the second is looked at is noted here."""
        look = Note(Act.VIEW, self.second_id, PageName.JOIN.value, self.second_id)
        write_soon(self.workspace, look)
        open_ones = [each for each in self.choices if not each.difference.is_fixed]
        if open_ones:
            chosen = open_ones[0]
            (chosen.second if chosen.second.isChecked() else chosen.first).setFocus()
        else:
            self.button.setFocus()

    def refresh(self) -> None:
        """Read both records again; what was picked stays while nothing changed."""
        try:
            with self.workspace.database.reading() as session:
                found = preview(session, self.first_id, self.second_id)
                people = {each.id: each.name for each in officers(session)}
        except KotoutusError as error:
            if self._preview is None:
                raise
            self._refuse(error)
            return
        if self._preview is None or found.differences != self._preview.differences:
            self._preview = found
            self._show(found, ValueWords(interface_language(), people))

    def change_places(self) -> None:
        """Let the other record be the one that stays."""
        self.first_id, self.second_id = self.second_id, self.first_id
        self._preview = None
        self.refresh()
        self.swap.setFocus()

    def primary(self) -> None:
        """Join them, and show the person."""
        taken = [each.difference.name for each in self.choices if each.second.isChecked()]
        workspace = self.workspace
        try:
            with workspace.database.transaction(_("two records joined")) as session:
                join(
                    session,
                    self.first_id,
                    self.second_id,
                    taken,
                    families=self.families.isChecked(),
                    today=workspace.today(),
                )
        except KotoutusError as error:
            self._refuse(error)
            return
        self.navigate.emit(Destination(PageName.CLIENT, self.first_id))
        workspace.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter joins, Escape goes back."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.primary()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Preview, words: ValueWords) -> None:
        clear(self.area.column)
        self.choices = [Choice(each, words) for each in found.differences]
        fields = Card(_("Where they differ"))
        head = row(
            (wrapped(_("Field"), "small", "muted"), 3),
            (wrapped(_heading(found.first), "strong"), 4),
            (wrapped(_heading(found.second), "strong"), 4),
            gap=3,
        )
        fields.put(head)
        for choice in self.choices:
            fields.put(Rule(), choice)
        if not self.choices:
            fields.put(wrapped(_("The records say the same of the person."), "body", "muted"))
        self.families = QCheckBox(_("Bring both households together"))
        self.families.setChecked(True)
        after = Card(_("What happens"))
        after.put(*(wrapped(text) for text in _texts(found)))
        if found.households:
            after.put(self.families)
        self.area.put(fields, after, None)
        for card in (fields, after):
            card.show()
        set_reading_order(self)

    def _refuse(self, error: KotoutusError) -> None:
        self.bars.show_message(Message(explain(error), Tone.WARNING, key="refused"))

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.area.reveal(now)


def _heading(client: Client) -> str:
    name = shown_name(client)
    return name if name == client.number else f"{name} {client.number}"


def _texts(found: Preview) -> list[str]:
    what = ", ".join(
        f"{_(SUBJECTS.get(name, name))} {count}" for name, count in found.moving.items()
    )
    texts = [
        _("{first} stays; {second} finds the same person from now on.").format(
            first=found.first.number, second=found.second.number
        ),
        _("Comes along from {second}: {what}.").format(
            second=found.second.number, what=what or _("nothing")
        ),
        _(
            "It can be undone. If a colleague goes on with the old record on another laptop, that "
            "arrives here too. Agreed plans and papers stay as they were made."
        ),
    ]
    if found.first.hides_place or found.second.hides_place:
        texts.append(_("The case is restricted afterwards; whoever was let into either is let in."))
    return texts
