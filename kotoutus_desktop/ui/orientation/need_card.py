"""The client's need for orientation, small, on the client's page."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal

from kotoutus_desktop.casework.orientation.needs import NeedEntry, entry_of, need_of
from kotoutus_desktop.i18n import _
from kotoutus_desktop.rules.section import CONTACT_TEACHING
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.card import Card
from kotoutus_desktop.ui.components.labels import wrapped
from kotoutus_desktop.ui.components.layout import Column, Row, clear
from kotoutus_desktop.ui.components.section_link import SectionLink
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.message_bar import MessageBars
from kotoutus_desktop.ui.orientation.invite_dialog import InviteDialog
from kotoutus_desktop.ui.orientation.need_dialog import NeedDialog
from kotoutus_desktop.ui.workspace import Workspace


class NeedCard(Card):
    """What was recorded, with its reason; says what was done in `bars`."""

    section_clicked = Signal(object)

    def __init__(self, workspace: Workspace, bars: MessageBars) -> None:
        super().__init__(_("Need for orientation"))
        self._workspace, self._bars = workspace, bars
        self._client: UUID | None = None
        self._name = ""
        self.entry = NeedEntry()
        self.lines = Column(gap=1)
        self.change_button = Button(_("Change"), "link", "pencil", bulk="small")
        self.invite_button = Button(_("Invite to a course…"), "link", "mail", bulk="small")
        self.put_head(self.change_button)
        self.column.addLayout(self.lines)
        foot = Row(gap=2)
        foot.put(self.invite_button, None)
        self.column.addLayout(foot)
        self.change_button.clicked.connect(self.change)
        self.invite_button.clicked.connect(self.invite)

    def show_client(self, client_id: UUID, name: str) -> None:
        """Show the need of a client, named as lists name them."""
        self._client, self._name = client_id, name
        with self._workspace.database.reading() as session:
            need = need_of(session, client_id)
            self.entry = entry_of(need)
        clear(self.lines)
        for text in _said(self.entry) if need else [_("Nothing recorded yet")]:
            self.lines.put(wrapped(text, "body", "" if need else "muted"))
        if self.entry.remote_unsuitable:
            self._show_section()

    def change(self) -> None:
        """Ask what the client needs."""
        assert self._client is not None, "a client is shown"
        dialog = NeedDialog(self._workspace, self._client, self._name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._done(_("The need was saved.")))
        dialog.open()

    def invite(self) -> None:
        """Ask for a course; also for somebody who is not entitled, which is said there."""
        assert self._client is not None, "a client is shown"
        dialog = InviteDialog(self._workspace, [self._client], None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._done(dialog.done_words))
        dialog.open()

    def _show_section(self) -> None:
        line = Row(gap=0)
        link = SectionLink(CONTACT_TEACHING)
        link.opened.connect(self.section_clicked)
        line.put(link, None)
        self.lines.addLayout(line)

    def _done(self, words: str) -> None:
        assert self._client is not None, "a client is shown"
        self.show_client(self._client, self._name)
        self._bars.show_success(words, self._workspace.undo)
        self._workspace.changed.emit()


def _said(entry: NeedEntry) -> list[str]:
    """Return what is recorded, a line each."""
    said = [_("Waits for no course: {reason}").format(reason=entry.left_out)] * bool(entry.left_out)
    if entry.remote_unsuitable:
        words = _("Contact teaching only: {reason}")
        said.append(words.format(reason=entry.remote_reason))
    elif entry.remote_unsuitable is False:
        said.append(_("Remote teaching suits"))
    if entry.child_care:
        said.append(_("Needs care of children"))
    if entry.earliest_on:
        said.append(_("Can begin from {date}").format(date=date_text(entry.earliest_on)))
    if entry.earlier_minutes:
        words = _("Done elsewhere: {hours} h, {where}")
        said.append(words.format(hours=entry.earlier_minutes // 60, where=entry.earlier_where))
    return [*said, *([entry.note] if entry.note else [])]
