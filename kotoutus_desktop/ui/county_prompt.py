"""Why to ask about the wellbeing services county; it can be set aside, with a reason.

The prompt never bars the way: whether services must be co-ordinated is the counsellor's
judgement (§§ 14(4), 20(2)), and a county that does not come does not stop a review (§ 22(2)).
"""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kotoutus_desktop.casework.county_aside import ask_again, set_aside, set_aside_of
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.hand_over import CountySetAside
from kotoutus_desktop.ui.accessibility import announce
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import IconLabel, wrapped
from kotoutus_desktop.ui.components.layout import Column, row
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.workspace import Workspace

ICON = 18


class CountyPromptBox(QFrame):
    """The prompt, a field for the reason while one is being written, or the reason kept.

    `changed` tells that it was set aside or is asked again; what a form holds is not touched.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self._workspace = workspace
        self._client: UUID | None = None
        self._subject: UUID | None = None
        self._kept: CountySetAside | None = None
        self.text = wrapped("", "body", "info")
        self._asking = row(IconLabel("building-community", "info", ICON), (self.text, 1))
        self.aside = Button(_("Set aside …"), "link", bulk="small")
        self.reason = TextField(_("Why the county does not take part"))
        self.keep = Button(_("Keep the reason"), icon="check", bulk="small")
        self.leave = Button(_("Cancel"), "link", bulk="small")
        self.kept = wrapped("", "small", "muted")
        self.again = Button(_("Ask again"), "link", bulk="small")
        self._writing = row(self.keep, self.leave, None)
        column = Column(self, gap=1)
        column.put(self._asking, row(self.aside, None), self.reason, self._writing, self.kept)
        column.put(row(self.again, None))
        self._connect()
        self._show(writing=False)

    @property
    def is_aside(self) -> bool:
        """Whether the prompt was set aside."""
        return self._kept is not None

    def about(self, client: UUID, subject: UUID) -> None:
        """Ask about an assessment, plan or review of a client."""
        self._client, self._subject = client, subject
        self.read()

    def read(self) -> None:
        """Read whether it was set aside; what is being written stays."""
        if self._subject is None:
            return
        with self._workspace.database.reading() as session:
            self._kept = set_aside_of(session, self._subject)
        self._show(writing=self.is_writing and self._kept is None)

    @property
    def is_writing(self) -> bool:
        """Whether a reason is being written."""
        return not self.reason.isHidden()

    def show_reasons(self, text: str) -> None:
        """Show why to ask; with "" there is nothing to ask, and nothing is shown."""
        self.text.setText(text)
        self.setVisible(bool(text))

    def _connect(self) -> None:
        self.aside.clicked.connect(self._write)
        self.keep.clicked.connect(self._set_aside)
        self.leave.clicked.connect(self._leave)
        self.again.clicked.connect(self._ask_again)
        self.reason.line.returnPressed.connect(self._set_aside)
        self._workspace.changed.connect(self.read)

    def _show(self, *, writing: bool) -> None:
        kept = self._kept
        self._asking.setVisible(kept is None)
        self.aside.setVisible(kept is None and not writing)
        self.reason.setVisible(kept is None and writing)
        self._writing.setVisible(kept is None and writing)
        self.kept.setVisible(kept is not None)
        self.again.setVisible(kept is not None)
        if kept is not None:
            text = _("Without the county, {date}: {reason}")
            self.kept.setText(text.format(date=date_text(kept.set_on), reason=kept.reason))

    def _write(self) -> None:
        self._show(writing=True)
        self.reason.take_focus()

    def _leave(self) -> None:
        self.reason.set_value("")
        self._show(writing=False)
        self.aside.setFocus()

    def _set_aside(self) -> None:
        assert self._client is not None, "a prompt is about somebody"
        assert self._subject is not None, "a prompt stands in something"
        workspace = self._workspace
        try:
            with workspace.database.transaction(_("county prompt set aside")) as session:
                reason, officer = self.reason.value(), workspace.officer_id
                today = workspace.today()
                set_aside(session, self._client, self._subject, reason, officer, today)
        except InvalidInput as error:
            self.reason.show_error(explain(error))
            self.reason.take_focus()
            return
        self.reason.set_value("")
        self.read()
        self.again.setFocus()
        announce(self, self.kept.text())
        self.changed.emit()

    def _ask_again(self) -> None:
        assert self._subject is not None, "a prompt stands in something"
        with self._workspace.database.transaction(_("county prompt asked again")) as session:
            ask_again(session, self._subject)
        self.read()
        self.aside.setFocus()
        self.changed.emit()
