"""The languages of the papers: how much of each a speaker has read, and having them read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kotoutus_desktop.documents.review_places import check_letters
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.specimen import specimen_pdf
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.office_translations import (
    keep_translations,
    kept_translations,
    translations_folder,
)
from kotoutus_desktop.phrases.returned import Returned, recorded
from kotoutus_desktop.phrases.review_file import ReviewFormat, exported, read_returned
from kotoutus_desktop.phrases.review_lines import LineState
from kotoutus_desktop.phrases.reviewed import written
from kotoutus_desktop.ui.components.card import ListCard
from kotoutus_desktop.ui.components.row_face import Cell, ListColumn, RowFace
from kotoutus_desktop.ui.components.row_list import RowList
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.translations.language_card import LanguageCard
from kotoutus_desktop.ui.translations.language_state import (
    LanguageState,
    language_state,
    language_states,
)
from kotoutus_desktop.ui.translations.returned_card import ReturnedCard
from kotoutus_desktop.ui.workspace import Workspace

FAILED = "translations"


class TranslationsPart(Part):
    """The list; then one language; then what a file of it would change."""

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(
            _("Translations"),
            _(
                "A speaker can read what is printed in a language, without the program. The "
                "papers then no longer say that nobody has checked the translation."
            ),
        )
        self._workspace, self._bars = workspace, bars
        self._folder = translations_folder(workspace.database.path)
        self.state: LanguageState | None = None
        self.list = RowList(
            state_face,
            [ListColumn(share=2), ListColumn(share=3)],
            name=_("Languages"),
            row_size="row_small",
            fits=True,
        )
        self.list.opened.connect(self.open_language)
        self._list_card = ListCard(self.list)
        self.language, self.returned = LanguageCard(), ReturnedCard()
        self.language.exported.connect(self.choose_and_save)
        self.language.specimen_asked.connect(self.choose_and_save_specimen)
        self.language.import_asked.connect(self.choose_and_read)
        self.language.withdrawn.connect(self.withdraw)
        self.language.left.connect(self.open_list)
        self.returned.recorded.connect(self.record)
        self.returned.cancelled.connect(self._back_to_language)
        self.put(self._list_card, self.language, self.returned)

    def shown(self) -> None:
        """Read anew what is shown; what a file would change stays until it is decided."""
        if self.state is None:
            self._show_list()
        elif not self.returned.isVisibleTo(self):
            self._show_language(self.state.language)

    def open_list(self) -> None:
        """Show the languages, the keyboard on the list."""
        self._show_list()
        self.list.setFocus()

    def open_language(self, state: LanguageState) -> None:
        """Show one language."""
        self._show_language(state.language)
        self.language.sheet.setFocus()

    def choose_and_save(self, kind: ReviewFormat) -> None:
        """Ask where to, and save what a speaker is given."""
        if path := self._chosen_path(kind.value):
            self.save_to(path, kind)

    def choose_and_save_specimen(self) -> None:
        """Ask where to, and save the page that shows how the language looks on paper."""
        if path := self._chosen_path(".pdf"):
            self.save_specimen(path)

    def save_to(self, path: Path, kind: ReviewFormat) -> None:
        """Save what a speaker is given; what goes wrong is said."""
        assert self.state is not None
        state = self.state
        self._save(path, lambda: exported(state.language, state.lines, kind))

    def save_specimen(self, path: Path) -> None:
        """Save the sample page of the language; what goes wrong is said."""
        assert self.state is not None
        language = self.state.language
        self._save(path, lambda: specimen_pdf(language))

    def _chosen_path(self, ending: str) -> Path | None:
        assert self.state is not None
        name = f"{_('translation')}-{self.state.language}{ending}"
        start = self._workspace.preferences.last_folder / name
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save for the speaker"), str(start), f"*{ending}"
        )
        path = Path(chosen)
        return (path if path.suffix else path.with_suffix(ending)) if chosen else None

    def _save(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            save_paper(path, make())
        except KotoutusError as error:
            self._refuse(error)
            return
        self._bars.withdraw(FAILED)
        self._workspace.preferences.last_folder = path.parent
        self._bars.show_success(_("Saved: {name}").format(name=path.name))

    def choose_and_read(self) -> None:
        """Ask which file came back, and show what it would change."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("Take back a file"),
            str(self._workspace.preferences.last_folder),
            "*.xlsx *.po",
        )
        if chosen:
            self.read_from(Path(chosen))

    def read_from(self, path: Path) -> None:
        """Show what a file would change; one that cannot be taken is said and changes nothing."""
        assert self.state is not None
        try:
            returned = read_returned(path, self.state.language, self.state.lines)
            check_letters(self.state.language, returned.changes)
        except KotoutusError as error:
            self._refuse(error)
            return
        self._bars.withdraw(FAILED)
        self.returned.show_returned(returned)
        self._list_card.hide()
        self.language.hide()
        self.returned.show()
        self.returned.take_focus()

    def record(self, returned: Returned, reviewer: str) -> None:
        """Keep what was read, with the reviewer's name and the day."""
        assert self.state is not None
        found = recorded(self.state.office, returned, reviewer, self._workspace.today())
        if self._keep(written(returned.language, found)):
            self._back_to_language()

    def withdraw(self) -> None:
        """Use the program's own translation again."""
        if self._keep(None):
            self._back_to_language()

    def _keep(self, content: bytes | None) -> bool:
        assert self.state is not None
        language, name = self.state.language, self.state.name
        before = kept_translations(self._folder, language)
        try:
            keep_translations(self._folder, language, content)
        except KotoutusError as error:
            self._refuse(error)
            return False
        words = (
            _("{language}: recorded as reviewed.")
            if content
            else _("{language}: the program’s own translation is used again.")
        )
        self._bars.withdraw(FAILED)
        self._bars.show_success(
            words.format(language=name), lambda: self._put_back(language, before)
        )
        self._workspace.changed.emit()
        return True

    def _put_back(self, language: str, before: bytes | None) -> None:
        try:
            keep_translations(self._folder, language, before)
        except KotoutusError as error:
            self._refuse(error)
        self._show_language(language)
        self._workspace.changed.emit()

    def _back_to_language(self) -> None:
        assert self.state is not None
        self._show_language(self.state.language)
        self.language.take_back.setFocus()

    def _show_language(self, language: str) -> None:
        self.state = language_state(self._folder, language)
        self.language.show_state(self.state)
        self._list_card.hide()
        self.returned.hide()
        self.language.show()

    def _show_list(self) -> None:
        self.state = None
        self.list.set_items(language_states(self._folder))
        self.language.hide()
        self.returned.hide()
        self._list_card.show()

    def _refuse(self, error: KotoutusError) -> None:
        self._bars.show_message(Message(explain(error), Tone.DANGER, key=FAILED))


def state_face(state: LanguageState) -> RowFace:
    """Return a row: the language, and how much of it was read."""
    late = state.count(LineState.STALE) or state.count(LineState.MISSING) or state.damaged
    tone = "warning" if late else "" if state.count(LineState.REVIEWED) else "muted"
    figures = state.figures()
    cells = (Cell(state.name, strong=True), Cell(figures, tone=tone))
    return RowFace(cells, f"{state.name}: {figures}")
