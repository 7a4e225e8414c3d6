"""A small form under the field: the office adds a phrase of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.phrases.catalog import CLIENT_LANGUAGES
from kotoutus_desktop.phrases.library import PhraseKind
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import LongTextField
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook, written_in

_OFFICIAL_FIRST = {"fi": ("fi", "sv"), "sv": ("sv", "fi")}
_HINT = N_(
    "A phrase of your office is found in every client's plan. Write no names: "
    "it prints in the languages that you write here."
)


class OwnPhraseForm(QFrame):
    """The phrase in the official languages, and in the client's language if someone knows it."""

    added = Signal(str)  # code
    cancelled = Signal()

    def __init__(self, phrasebook: Phrasebook, kind: PhraseKind, typed: str) -> None:
        super().__init__()
        self._phrasebook, self._kind = phrasebook, kind
        self.setProperty("kind", "sunken")
        codes = list(_OFFICIAL_FIRST.get(phrasebook.official, ("fi", "sv")))
        client = phrasebook.client_language
        if client in CLIENT_LANGUAGES and client not in codes:
            codes.append(client)
        self.texts = {code: self._text_field(code, required=n == 0) for n, code in enumerate(codes)}
        self.texts[codes[0]].set_value(typed)
        add = Button(_("Add the phrase"), icon="plus")
        add.clicked.connect(self._add)
        cancel = Button(_("Cancel"), "link")
        cancel.clicked.connect(self.cancelled)
        buttons = Row(gap=2)
        buttons.put(add, cancel, None)
        Column(self, (3, 3, 3, 3), 2).put(
            Label(_("Your own phrase"), "strong"),
            wrapped(_(_HINT), "small", "muted"),
            *self.texts.values(),
            buttons,
        )

    def take_focus(self) -> None:
        """Put the keyboard into the first text."""
        next(iter(self.texts.values())).take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _text_field(self, code: str, *, required: bool) -> LongTextField:
        language = written_in(code)
        label = _("The phrase {language}").format(language=language)
        hint = "" if required else _("May be left empty.")
        return LongTextField(label, hint=hint, lines=1)

    def _add(self) -> None:
        texts = {code: field.value() for code, field in self.texts.items()}
        try:
            phrase = self._phrasebook.add(self._kind, texts)
        except InvalidInput as error:
            first = next(iter(self.texts.values()))
            first.show_error(explain(error))
            first.take_focus()
        else:
            self.added.emit(phrase.code)
