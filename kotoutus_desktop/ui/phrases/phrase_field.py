"""A field for a wording: a phrase found while typing, or words of one's own."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.section import Section
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.phrases.phrase_edit import PhraseEdit
from kotoutus_desktop.ui.phrases.phrase_offers import PhraseOffers
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.phrases.taken_phrase import TakenPhrase


class PhraseField(Field):
    """Typing finds phrases of the given kinds; ↓ and Enter take one, F4 shows them all.

    What is typed and not taken stays as free text in the official language. `preferred` are
    values of InterviewHead, GoalKind or MeasureKind whose phrases come first; they may be
    changed later by `prefer`. `taken` tells the code of a phrase that was taken, `entered`
    that Enter was pressed on free text: unless `enter_moves_on` is False, the keyboard goes
    to the next field.
    """

    taken = Signal(str)
    entered = Signal()

    def __init__(  # noqa: PLR0913 - all but the first three are optional
        self,
        label: str,
        kinds: Collection[PhraseKind],
        phrasebook: Phrasebook,
        *,
        preferred: Collection[str] = (),
        hint: str = "",
        section: Section | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, section=section)
        self.phrasebook = phrasebook
        self.enter_moves_on = True
        self._language = phrasebook.official
        self._reopened: Wording | None = None  # the phrase that is being turned into typing
        self._quiet = False
        self.offers = PhraseOffers(phrasebook, tuple(kinds), preferred)
        self.edit = PhraseEdit(self.offers.is_open)
        self.edit.setPlaceholderText(placeholder or _("Search the phrases or write yourself"))
        self.phrase = TakenPhrase(phrasebook, label)
        self.phrase.hide()
        box = QFrame()
        box.setProperty("kind", "plain")
        Column(box, gap=1).put(self.edit, self.phrase, self.offers)
        self._set_editor(self.edit, 0, box)
        self._listen()

    def value(self) -> Wording:
        """Return what is said; raises InvalidInput for a gap that holds what it cannot take."""
        if self.is_taken():
            return self.phrase.wording()
        text = " ".join(self.edit.toPlainText().split())
        return Wording.free(text, self._language) if text else Wording()

    def set_value(self, value: Wording) -> None:
        """Show a wording."""
        self._language = value.language if value.text else self.phrasebook.official
        self._show(value)

    def state(self) -> Any:
        """Return the typing: of a phrase its code and what stands in its gaps."""
        if self.is_taken():
            return self.phrase.state()
        return {"text": self.edit.toPlainText(), "language": self._language}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the typing again."""
        self.set_value(Wording.from_json({**state, "slots": {}}))
        if self.is_taken():
            self.phrase.restore(state)
            self._say_what_is_missing()

    def is_empty(self) -> bool:
        """Tell whether nothing is said."""
        return not self.is_taken() and not self.edit.toPlainText().strip()

    def is_taken(self) -> bool:
        """Tell whether a phrase stands in the field."""
        return not self.phrase.isHidden()

    def prefer(self, preferred: Collection[str]) -> None:
        """Offer the phrases of other heads or kinds first from now on."""
        self.offers.preferred = tuple(preferred)

    def editor(self) -> QWidget:
        """Return the widget that has the keyboard."""
        return self.phrase.text if self.is_taken() else self.edit

    def take_focus(self) -> None:
        """Put the keyboard into the field, of a phrase into its first empty gap."""
        empty = self.phrase.empty_slots() if self.is_taken() else []
        if empty:
            empty[0].take_focus()
        else:
            self.editor().setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, code: str) -> None:
        """Put a phrase into the field and the keyboard into its first gap."""
        self._reopened = None
        self._show(Wording.of(code))
        self.take_focus()
        self._on_changed()
        self.taken.emit(code)

    def open_list(self) -> None:
        """Show every phrase of these kinds; a taken phrase turns back into typing first."""
        if self.is_taken():
            self.reopen()
        self.edit.setFocus()
        count = self.offers.open_for(self.edit.toPlainText().strip(), always=True)
        announce(
            self.edit, ngettext("{count} phrase", "{count} phrases", count).format(count=count)
        )

    def reopen(self) -> None:
        """Turn a phrase back into typing; left as it is, it becomes the phrase again."""
        self._reopened = self.phrase.readable()
        text = self.phrasebook.text(self._reopened)
        self._show(Wording.free(text, self.phrasebook.official))
        self.edit.setFocus()
        self.edit.selectAll()

    def remove(self) -> None:
        """Take the phrase away."""
        self._reopened = None
        self._show(Wording())
        self.edit.setFocus()
        self._on_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Close the list when the field is left."""
        if event.type() == QEvent.Type.FocusOut and watched is self.edit:
            self.offers.close_list()
            self._restore_reopened()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        self.edit.textChanged.connect(self._on_typed)
        self.edit.moved.connect(self._move)
        self.edit.entered.connect(self._on_enter)
        self.edit.escaped.connect(self.offers.close_list)
        self.edit.list_wanted.connect(self.open_list)
        self.offers.picked.connect(self.take)
        self.offers.cancelled.connect(self.take_focus)
        self.phrase.changed.connect(self._tell_change)
        self.phrase.left.connect(self.left)
        self.phrase.removed.connect(self.remove)
        self.phrase.text.reopened.connect(self.reopen)
        self.phrase.text.list_wanted.connect(self.open_list)
        self.phrase.text.entered.connect(self._move_on)
        self.phrase.text.installEventFilter(self)

    def _show(self, wording: Wording) -> None:
        self._quiet = True
        self.offers.close_all()
        if wording.phrase:
            self.phrase.show_phrase(wording.phrase, wording.slots)
        self.edit.setPlainText("" if wording.phrase else wording.text)
        self.phrase.setVisible(bool(wording.phrase))
        self.edit.setVisible(not wording.phrase)
        self.setFocusProxy(self.editor())
        self._quiet = False
        self._say_what_is_missing()

    def _on_typed(self) -> None:
        if self._quiet:
            return
        if self.edit.hasFocus():
            self.offers.open_for(self.edit.toPlainText().strip())
        self._tell_change()

    def _tell_change(self) -> None:
        self._say_what_is_missing()
        self._on_changed()

    def _move(self, step: int) -> None:
        announce(self.edit, self.offers.list.move(step))

    def _on_enter(self) -> None:
        code = self.offers.chosen()
        if code is not None:
            self.offers.pick(code)
            return
        self.offers.close_list()
        self._restore_reopened()
        self._move_on()

    def _move_on(self) -> None:
        self.entered.emit()
        if self.enter_moves_on:
            self.focusNextChild()

    def _restore_reopened(self) -> None:
        """Keep the phrase when its words were not changed, so that it still translates."""
        was, self._reopened = self._reopened, None
        if was is not None and self.edit.toPlainText() == self.phrasebook.text(was):
            self._show(was)

    def _say_what_is_missing(self) -> None:
        """Say calmly what will not reach the client in the own language."""
        note = self.phrasebook.note(self.phrase.phrase() if self.is_taken() else None)
        if not self.is_taken():
            note = self.phrasebook.free_text_note("" if self.is_empty() else self._language)
        self.set_help(note.text, note.tone, note.icon)
