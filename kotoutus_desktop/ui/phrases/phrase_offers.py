"""What lies under a phrase field while it is typed in: the list, or the form for an own phrase."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.phrases.library import Phrase, PhraseKind
from kotoutus_desktop.ui.components.layout import Column
from kotoutus_desktop.ui.phrases.own_phrase_form import OwnPhraseForm
from kotoutus_desktop.ui.phrases.phrase_list import ADD_OWN, PhraseList
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook


class PhraseOffers(QFrame):
    """Phrases of some kinds, the preferred first, and the way to add one."""

    picked = Signal(str)
    cancelled = Signal()

    def __init__(
        self, phrasebook: Phrasebook, kinds: tuple[PhraseKind, ...], preferred: Collection[str]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._phrasebook, self._kinds = phrasebook, kinds
        self.preferred = tuple(preferred)
        self.typed = ""
        self.list = PhraseList(phrasebook)
        self.list.picked.connect(self.pick)
        self.form: OwnPhraseForm | None = None
        self._column = Column(self, gap=0)
        self._column.put(self.list)
        self.hide()

    def is_open(self) -> bool:
        """Tell whether the list is shown."""
        return not self.isHidden() and self.form is None

    def open_for(self, typed: str, *, always: bool = False) -> int:
        """Show what fits the typing; `always` also when nothing does. Return how many fit."""
        self.typed = typed
        found: list[Phrase] = []
        if typed or always:
            wanted = "" if always else typed
            found = self._phrasebook.search(wanted, self._kinds, self.preferred)
        if found or always:
            self._drop_form()
            self.show()
            self.list.show_phrases(found)
        else:
            self.close_all()
        return len(found)

    def chosen(self) -> str | None:
        """Return the code of the chosen row, None while the list is shut or no row is chosen."""
        return self.list.chosen() if self.is_open() else None

    def pick(self, code: str) -> None:
        """Take a row: a phrase, or the offer to add one."""
        if code != ADD_OWN:
            self.close_all()
            self.picked.emit(code)
            return
        self.list.hide()
        self.form = OwnPhraseForm(self._phrasebook, self._kinds[0], self.typed)
        self.form.added.connect(self.pick)
        self.form.cancelled.connect(self._cancel)
        self._column.addWidget(self.form)
        self.form.take_focus()

    def close_list(self) -> None:
        """Shut the list; a form that is being filled stays."""
        if self.form is None:
            self.close_all()

    def close_all(self) -> None:
        """Shut whatever is open."""
        self._drop_form()
        self.list.hide()
        self.hide()

    def _cancel(self) -> None:
        self.close_all()
        self.cancelled.emit()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
