"""One language: its figures, giving it out, taking it back, and withdrawing the office's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.i18n import _
from kotoutus_desktop.phrases.review_file import ReviewFormat
from kotoutus_desktop.phrases.review_lines import LineState
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.flow import Flow
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.translations.language_state import LanguageState


class LanguageCard(QFrame):
    """What can be done with a language, in the order in which it is done."""

    exported = Signal(object)  # ReviewFormat
    specimen_asked = Signal()
    import_asked = Signal()
    withdrawn = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.back = Button(_("All languages"), "back", "chevron-left")
        self.back.clicked.connect(self.left)
        self.title = Label("", "heading")
        self.figures = wrapped("", "body")
        self.note = wrapped("", "small", "warning")
        self.sheet = Button(_("Save a spreadsheet"), icon="download")
        self.sheet.clicked.connect(lambda: self.exported.emit(ReviewFormat.SHEET))
        self.po = Button(_("Save a gettext file"), icon="download")
        self.po.clicked.connect(lambda: self.exported.emit(ReviewFormat.PO))
        self.specimen = Button(_("Save a sample page"), icon="file-type-pdf")
        self.specimen.clicked.connect(self.specimen_asked)
        self.take_back = Button(_("Take back a file"), icon="upload")
        self.take_back.clicked.connect(self.import_asked)
        self.withdraw = Button(_("Withdraw the office’s version"), icon="arrow-back-up")
        self.withdraw.clicked.connect(self.withdrawn)
        self.lay_out()

    def lay_out(self) -> None:
        """Put head, the two steps, and the way back under each other."""
        out = QFrame()
        out.setProperty("kind", "plain")
        flow = Flow(out)
        for button in (self.sheet, self.po, self.specimen):
            flow.addWidget(button)
        self._own = QFrame()
        self._own.setProperty("kind", "plain")
        Column(self._own, gap=2).put(
            Rule(),
            wrapped(_("The papers can use the program’s own translation again."), "small", "muted"),
            row(self.withdraw, None),
        )
        Column(self, gap=3).put(
            row(self.back, None),
            self.title,
            self.figures,
            self.note,
            Label(_("1. Give it to someone who speaks the language"), "strong"),
            wrapped(
                _(
                    "Each text stands there with its English, Finnish and Swedish original and "
                    "with the place on the paper. The sample page shows how the letters look when "
                    "printed. Nothing in them is about clients."
                ),
                "small",
                "muted",
            ),
            out,
            Label(_("2. Take the file back"), "strong"),
            wrapped(_("You see what would change before anything is recorded."), "small", "muted"),
            row(self.take_back, None),
            self._own,
        )

    def show_state(self, state: LanguageState) -> None:
        """Show a language."""
        self.title.setText(state.name)
        self.figures.setText(state.figures())
        notes = [explain(state.damaged)] if state.damaged else []
        if state.count(LineState.STALE):
            notes.append(
                _(
                    "Texts are out of date: an update of the program changed their originals. "
                    "They are not printed until someone reads them again."
                )
            )
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        self._own.setVisible(state.is_office_own)
