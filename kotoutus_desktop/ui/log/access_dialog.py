"""Who may open a restricted case: let in with a reason, taken back with a reason."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from kotoutus_desktop.casework.access import access_to, give_access, take_access_back
from kotoutus_desktop.casework.restricted import LetIn
from kotoutus_desktop.errors import InvalidInput, KotoutusError
from kotoutus_desktop.i18n import _
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label, Rule, wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, ScrollColumn, clear
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.message_bar import Message, MessageBars, Tone
from kotoutus_desktop.ui.note_dialog import NoteDialog, Question
from kotoutus_desktop.ui.theme import theme
from kotoutus_desktop.ui.words import date_text
from kotoutus_desktop.ui.workspace import Workspace


class AccessDialog(QDialog):
    """The people who are in, and a person to let in. Each act is recorded at once.

    `left` tells that whoever works has taken their own access back.
    """

    left = Signal()

    def __init__(
        self, workspace: Workspace, client_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Who may open this case"))
        self._workspace, self._client = workspace, client_id
        self.bars = MessageBars()
        self.inside = Column(gap=2)
        self.officer = ChoiceField(_("Person"), [], width=320)
        self.reason = TextField(_("Why is this person let in?"), width=420)
        self.button = Button(_("Let in"), "primary", "user-plus", key="Ctrl+Return")
        self.asking: NoteDialog | None = None
        self._build(name)
        self._read()
        self.officer.take_focus()

    def let_in(self) -> None:
        """Let the chosen person in."""
        chosen = str(self.officer.value() or "")
        officer = UUID(hex=chosen) if chosen else None
        reason, today = str(self.reason.value()), self._workspace.today()
        try:
            with self._workspace.database.transaction() as session:
                give_access(session, self._client, officer, reason, today)
        except InvalidInput as error:
            field = self.officer if error.field == "officer" else self.reason
            field.show_error(explain(error))
            field.take_focus()
            return
        name = self.officer.box.currentText()
        self.reason.set_value("")
        self._read()
        self._say(_("{name} may open this case now.").format(name=name))
        self.officer.take_focus()

    def ask_to_take_back(self, access: LetIn) -> None:
        """Ask why somebody is let out."""
        self.asking = NoteDialog(
            _question(access.name), self._workspace.today, self._take_back(access), self
        )
        self.asking.accepted.connect(lambda: self._taken_back(access))
        self.asking.finished.connect(self.asking.deleteLater)
        self.asking.open()

    def _take_back(self, access: LetIn) -> Callable[[str, object], None]:
        def take_back(reason: str, _day: object) -> None:
            today = self._workspace.today()
            with self._workspace.database.transaction() as session:
                take_access_back(session, self._client, access.id, reason, today)

        return take_back

    def _taken_back(self, access: LetIn) -> None:
        if access.officer_id == self._workspace.officer_id:
            self.left.emit()
            self.reject()
            return
        self._read()
        self._say(_("{name} may open this case no more.").format(name=access.name))
        self.officer.take_focus()

    def _say(self, words: str) -> None:
        self.bars.show_message(Message(words, Tone.SUCCESS, key="access"))

    def _read(self) -> None:
        database = self._workspace.database
        try:
            with database.reading() as session:
                access = access_to(session, self._client, database.path)
        except KotoutusError as error:
            self.bars.show_message(Message(explain(error), Tone.WARNING, key="access"))
            return
        clear(self.inside)
        if access.counsellor:
            self.inside.addWidget(_line(access.counsellor, _("the client's counsellor")))
        for each in access.inside:
            self.inside.addWidget(Rule())
            self.inside.addWidget(self._inside_line(each))
        choices = [Choice(officer.hex, name) for officer, name in access.others]
        self.officer.box.set_choices(choices)
        self.officer.set_value("")
        for field in (self.officer, self.reason):
            field.clear_error()

    def _inside_line(self, each: LetIn) -> QFrame:
        since = _("since {date}, let in by {name}") if each.by else _("since {date}")
        button = Button(_("Take back"), bulk="small")
        button.setAccessibleName(_("Take back the access of {name}").format(name=each.name))
        button.clicked.connect(lambda: self.ask_to_take_back(each))
        return _line(each.name, since.format(date=date_text(each.on), name=each.by), button)

    def _build(self, name: str) -> None:
        said = _(
            "Nobody else opens this case. Whoever opens it says why each time. Letting in and "
            "taking back stay in the log with your name and reason."
        )
        area = ScrollColumn((0, 0, 2, 0), 3, kind="plain")
        area.column.addLayout(self.inside)
        area.put(Rule(), Label(_("Let somebody in"), "heading"), self.officer, self.reason)
        line = Row(gap=2)
        line.put(self.button, None)
        area.column.addLayout(line)
        area.put(None)
        close = Button(_("Close"))
        buttons = Row(gap=2)
        buttons.put(None, close)
        Column(self, (5, 5, 5, 5), 3).put(
            Label(_("Who may open this case"), "title"),
            wrapped(name, "body", "muted"),
            wrapped(said, "small", "muted"),
            self.bars,
            (area, 1),
            buttons,
        )
        self.button.clicked.connect(self.let_in)
        close.clicked.connect(self.reject)
        self.reason.line.returnPressed.connect(self.let_in)
        self.resize(theme().px(560), theme().px(560))


def _line(name: str, about: str, *acts: Button) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "plain")
    words = Column(gap=0)
    words.put(wrapped(name, "strong"), wrapped(about, "small", "muted"))
    line = Row(frame, gap=2)
    line.addLayout(words, 1)
    line.put(*acts)
    return frame


def _question(name: str) -> Question:
    return Question(
        title=_("Take back the access of {name}").format(name=name),
        explanation=_("The reason is kept in the log with your name and the time."),
        text=_("Why is the access taken back?"),
        act=_("Take back"),
    )
