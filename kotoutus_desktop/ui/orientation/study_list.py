"""What a client studied alone, line by line, on the card of the seventy hours."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.orientation.self_study import studies_of, withdraw_study
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.orientation import SelfStudy, known_topics
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.orientation.times import hours_text
from kotoutus_desktop.ui.words import enum_text
from kotoutus_desktop.ui.workspace import Workspace


class StudyList(QFrame):
    """Takes no room while there is nothing. `withdrawn` is called when something does not count."""

    def __init__(self, workspace: Workspace, withdrawn: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace, self._withdrawn = workspace, withdrawn
        self.lines = Column(self, gap=0)

    def show_client(self, client_id: UUID) -> None:
        """Show the self-study of a client."""
        with self._workspace.database.reading() as session:
            studies = list(studies_of(session, client_id))
        clear(self.lines)
        for study in studies:
            self.lines.addLayout(self._line(study))
        self.setVisible(bool(studies))

    def ask_withdraw(self, study_id: UUID) -> NoteDialog:
        """Ask why hours do not count after all."""
        words = Question(
            _("Self-study does not count"),
            _("The hours are taken from the sum. They stay in the list with the reason."),
            _("Reason"),
            _("Record"),
        )
        save = partial(self._withdraw, study_id)
        dialog = NoteDialog(words, self._workspace.today, save, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _withdraw(self, study_id: UUID, reason: str, _day: date | None) -> None:
        with self._workspace.database.transaction(_("self-study withdrawn")) as session:
            withdraw_study(session, study_id, reason)
        self._withdrawn()

    def _line(self, study: SelfStudy) -> Row:
        line = Row(gap=2)
        words = study_text(study)
        line.put((wrapped(words, "small", "muted" if study.withdrawn_reason else ""), 1))
        if not study.withdrawn_reason:
            button = Button(_("Does not count…"), "link", bulk="small")
            button.setAccessibleDescription(words)
            button.clicked.connect(lambda _on=False, key=study.id: self.ask_withdraw(key))
            line.put(button)
        return line


def study_text(study: SelfStudy) -> str:
    """Return self-study in words: day, length, topics, ground, and why it does not count."""
    topics = ", ".join(enum_text(topic) for topic in sorted(known_topics(study.topics)))
    ground = enum_text(study.ground) if study.ground else _("no ground")
    parts = [date_text(study.done_on), hours_text(study.minutes), topics, study.material, ground]
    if study.withdrawn_reason:
        parts.append(_("does not count: {reason}").format(reason=study.withdrawn_reason))
    return " · ".join(part for part in (_("Self-study"), *parts) if part)
