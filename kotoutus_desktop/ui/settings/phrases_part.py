"""The phrases that the office added: those in use, and those no longer offered."""

from kotoutus_desktop.casework.own_phrases import (
    own_phrases,
    retire_own_phrase,
    revive_own_phrase,
)
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.issued import OwnPhrase
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.empty_state import EmptyState
from kotoutus_desktop.ui.components.layout import column
from kotoutus_desktop.ui.components.row_face import Cell, CellKind, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.phrases.phrasebook import written_in
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.workspace import Workspace


class PhrasesPart(Part):
    """Enter takes a phrase out of use or into use again; both can be undone."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(
            _("The office's own phrases"),
            _(
                "A phrase that is out of use is no longer offered. What was written with it "
                "stays as it is."
            ),
        )
        self._workspace, self._bars = workspace, bars
        self.list = RowList(
            phrase_face,
            [ListColumn(share=1), ListColumn(width=190)],
            name=_("The office's own phrases"),
            fits=True,
            enter_acts=True,
        )
        self.list.acted.connect(self.turn)
        self._card = ListCard(self.list)
        self._nothing = EmptyState(
            "quote",
            _("No phrases of your own yet"),
            _(
                "In a phrase field of the assessment or the plan, press F4 and choose the last "
                "line: Add your own phrase."
            ),
        )
        self.put(column(self._card, self._nothing, gap=0))

    def shown(self) -> None:
        """Read the phrases."""
        with self._workspace.database.reading() as session:
            phrases = own_phrases(session)
        self.list.set_items(phrases)
        self._card.setVisible(bool(phrases))
        self._nothing.setVisible(not phrases)

    def turn(self, phrase: OwnPhrase) -> None:
        """Take a phrase out of use, or into use again."""
        if phrase.active:
            act, words = retire_own_phrase, _("Phrase {code} taken out of use")
        else:
            act, words = revive_own_phrase, _("Phrase {code} taken into use")
        done = words.format(code=phrase.code)
        with self._workspace.database.transaction(done) as session:
            act(session, phrase.code)
        self.shown()
        self._bars.show_success(f"{done}.", self._undo)
        self._workspace.changed.emit()

    def _undo(self) -> None:
        try:
            self._workspace.undo()
        except KotoutusError as error:
            self._bars.show_message(Message(explain(error), Tone.WARNING))
        self.shown()


def phrase_face(phrase: OwnPhrase) -> RowFace:
    """Return a row: the text in the counsellor's language, its number, what can be done."""
    texts = phrase.texts
    text = texts.get(interface_language()) or next(iter(texts.values()), "")
    languages = ", ".join(written_in(code) for code in texts)
    state = "" if phrase.active else " · " + _("out of use")
    act = _("Take out of use") if phrase.active else _("Take into use")
    note = f"{phrase.code} · {languages}{state}"
    said = Cell(text, note, tone="" if phrase.active else "muted", small_note=True)
    return RowFace((said, Cell(act, kind=CellKind.BUTTON)), f"{text} {note}", act)
