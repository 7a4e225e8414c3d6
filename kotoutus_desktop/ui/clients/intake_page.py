"""Screen A: a person becomes known to the office, or what is known is corrected (§ 73)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from kotoutus_desktop.casework.drafts import discard_draft
from kotoutus_desktop.casework.facts import person_facts
from kotoutus_desktop.casework.households import SHARED_FIELDS, change_shared, join
from kotoutus_desktop.casework.intake import missing_in_intake
from kotoutus_desktop.casework.register import get_client, new_client, store_client
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.rules.reason import Reason
from kotoutus_desktop.rules.reckoning import entitlement
from kotoutus_desktop.ui.clients.intake_duplicates import look_for_duplicates
from kotoutus_desktop.ui.clients.intake_frame import FORM, IntakeFrame
from kotoutus_desktop.ui.clients.intake_shared import SharedChange
from kotoutus_desktop.ui.message_bar import Act, Message, Tone
from kotoutus_desktop.ui.page import Destination, PageName
from kotoutus_desktop.ui.workspace import Workspace

LOOK_AFTER_MS = 150
_DRAFT = "draft"


class IntakePage(IntakeFrame):
    """Register somebody (no client in the destination), or correct what is recorded.

    For a new client `focus` is the name that was searched for and `record` a client whose
    household the new one joins; for a known one `focus` is the column to go to.
    """

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        self._looking = QTimer()
        super().__init__(workspace, destination)
        self._destination = destination
        self._lives_with = destination.record if destination.client is None else None
        self._shared = SharedChange(self.bars, self._change_all)
        self._change_for_all = False
        self._going_to_known = False
        self._looking.setParent(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(LOOK_AFTER_MS)
        self._looking.timeout.connect(self.look)
        self.band.back.connect(self.back)
        self.missing.rows.chosen.connect(self.go_to)
        self.missing.rows.why_asked.connect(self.ask_row)
        self.duplicates.opened.connect(self._open_known)
        self.household.opened.connect(self._open_member)
        self.household.member_wanted.connect(self._add_member)
        self.household.joined.connect(self._take_members)
        self.recorded.connect(self._after)

    def arrive(self, destination: Destination) -> None:
        """Show the client or an empty form, a kept draft over it, and go to work."""
        if self.open_form():
            self._say_drafted()
        self.look()
        if self.subject is not None and destination.focus in self.fields:
            self.go_to(destination.focus)
        else:
            self.names.family.take_focus()

    def primary(self) -> None:
        """Record, and go to the client's page."""
        if self.record():
            self.navigate.emit(Destination(PageName.CLIENT, client=self.subject))

    def leave(self) -> None:
        """Keep and record; on the way to somebody who may be the same person only keep."""
        if self._going_to_known and self.subject is None:
            self.keep()
        else:
            super().leave()

    def refresh(self) -> None:
        """Read again what is recorded, unless something stands in the form that is not."""
        if self._unrecorded or self.subject is None:
            return
        with self.workspace.database.reading() as session:
            gone = session.get(Client, self.subject) is None
        if gone:
            self.back.emit()
            return
        self.open_form()
        self.look()

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        return _("client registered") if self.subject is None else _("client's data corrected")

    def load(self) -> None:
        """Show what is recorded; for a new client what is known of the household or the name."""
        client = self._read()
        self.household.read_members(self._lives_with)
        self.guardians.set_people(self.household.people())
        for section in self.sections:
            section.load(client)
        self._shared.remember(client)
        if self.subject is None and self._lives_with is None:
            self.names.put_typed(self._destination.focus)
        self.show_head(client)

    def store(self, session: Any) -> None:
        """Write the form to the client, new or corrected, and to the household if wanted."""
        self.check_fields()
        if self.subject is None:
            client = new_client(self.workspace.officer_id, self.workspace.now())
        else:
            client = get_client(session, self.subject)
        self.write(client)
        for section in self.sections:
            section.write_source(client)
        store_client(session, client, self.workspace.today())
        if self._lives_with is not None:
            join(session, session.get_one(Client, self._lives_with), client)
        if self._change_for_all:
            change_shared(session, client, self._shared.changed(client))
        self.subject = client.id

    def state(self) -> dict[str, Any]:
        """Return the typing, and whose household a new client joins."""
        lives_with = {"lives_with": str(self._lives_with)} if self._lives_with else {}
        return super().state() | lives_with

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft, which may be of another new client than the one that was asked for."""
        if self.subject is None:
            lives_with = content.get("lives_with")
            self._lives_with = UUID(lives_with) if lives_with else None
            self.household.read_members(self._lives_with)
        super().restore(content)

    def note_change(self) -> None:
        """Remember that something was typed, and look at it when the typing rests."""
        super().note_change()
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look no further when the page goes out of sight."""
        self._looking.stop()
        super().hideEvent(event)

    def look(self) -> None:
        """Show what follows from the form as it stands: groups, missing, who it may be."""
        client = self.as_typed()
        self.need.follow(client)
        self.guardians.follow(client.born)
        self.missing.show_missing(missing_in_intake(client, self.workspace.today()))
        household = {person.id for person in self.household.others}
        self.duplicates.show_matches(
            look_for_duplicates(self.workspace, client, self.subject, household)
        )
        if self.is_folded():
            self.order_duplicates()
        if self.subject is not None:
            self._shared.offer(client, self.household.others)

    def sums(self) -> list[Reason]:
        """Return the sum of the three years as the form stands."""
        person = person_facts(self.as_typed(), self.workspace.today())
        reason = entitlement(person)
        return [reason] if reason else []

    def _read(self) -> Client:
        """Return the recorded client, or a new one with what the household shares.

        Who comes to live with somebody under a non-disclosure order needs it too: the shared
        address would give the other away.
        """
        with self.workspace.database.reading() as session:
            if self.subject is not None:
                return get_client(session, self.subject)
            client = Client()
            if self._lives_with is not None:
                other = get_client(session, self._lives_with)
                for field in (*SHARED_FIELDS, "non_disclosure", "non_disclosure_until"):
                    setattr(client, field, getattr(other, field))
            return client

    def _after(self) -> None:
        """Go on with what was recorded: a new client has become one of the household."""
        self._lives_with = None
        self.bars.withdraw(_DRAFT)
        self._shared.remember(self.as_typed())
        self._take_members()

    def _take_members(self) -> None:
        self.household.read_members(self._lives_with)
        self.guardians.set_people(self.household.people())

    def _change_all(self) -> None:
        self._change_for_all = True
        done = self.record()
        self._change_for_all = False
        if done:
            self.bars.show_success(_("Changed for the household."), self.workspace.undo)

    def _say_drafted(self) -> None:
        name = self.as_typed().full_name or _("a new client")
        act = Act(_("Discard the draft"), self._discard, "trash")
        said = _("What was typed about {name} was kept and is shown here.").format(name=name)
        self.bars.show_message(Message(said, Tone.INFO, (act,), key=_DRAFT))

    def _discard(self) -> None:
        """Forget the draft and show what is recorded, or an empty form."""
        with self.workspace.database.transaction() as session:
            discard_draft(session, FORM, self.subject)
        if self.subject is None:
            self._lives_with = self._destination.record
        self.open_form()
        self.look()
        self.names.family.take_focus()

    def _open_known(self, client: UUID) -> None:
        self._going_to_known = True
        self.navigate.emit(Destination(PageName.CLIENT, client=client))

    def _open_member(self, client: UUID) -> None:
        self.navigate.emit(Destination(PageName.CLIENT, client=client))

    def _add_member(self) -> None:
        """Record, then begin another client who lives with this one."""
        if self.record():
            self.navigate.emit(Destination(PageName.INTAKE, record=self.subject))
