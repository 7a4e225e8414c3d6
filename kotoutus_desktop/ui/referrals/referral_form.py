"""The fields of a referral on a page: what follows from the receiver, the service, the ground."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer

from kotoutus_desktop.casework.referrals.making import (
    FAULTS,
    Origin,
    choose_service,
    empty_referral,
    facts_of,
)
from kotoutus_desktop.casework.register import get_client, the_office
from kotoutus_desktop.casework.services.catalogue import get_service, offered_services
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _, interface_language
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.rules.referrals import GROUNDS, Ground, Receiver, referral_faults
from kotoutus_desktop.ui.clients.case_form import CaseForm
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice
from kotoutus_desktop.ui.message_bar import Message, Tone
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.phrases.phrasebook import Phrasebook
from kotoutus_desktop.ui.referrals.history_card import HistoryCard
from kotoutus_desktop.ui.referrals.referral_fields import (
    ground_choices,
    of_school,
    on_which_ground,
    to_whom,
    write_referral,
)
from kotoutus_desktop.ui.services.service_face import service_name
from kotoutus_desktop.ui.workspace import Workspace

FORM = "referral"
LOOK_AFTER_MS = 300
_WIDE = ("service_id", "what", "reason", "ground", "place_ground", "override_reason",
         "earlier_study_plan", "earlier_agreed", "other_needed")  # fmt: skip
_ASKED = ("receiver", "receiver_name", "what", "ground", "service_id", "consented_on", "made_on",
          "place_ground")  # fmt: skip


class ReferralForm(CaseForm):
    """`destination.client` is who is referred, `record` the referral, None for a new one."""

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, destination, FORM)
        self.is_sent = False
        with workspace.database.reading() as session:
            self.client = get_client(session, self.client_id)
            official = the_office(session).official_language
            services = [
                Choice(str(each.id), service_name(each))
                for each in offered_services(session, workspace.today(), interface_language())
            ]
        self.book = Phrasebook(workspace, self.client.service_language, official)
        self.history = HistoryCard()
        self.put(self.history)
        self.add_part(
            _("To whom and for what"), to_whom(services, self.book, workspace.today), _WIDE
        )
        self.add_part(_("On which ground data are given"), on_which_ground(workspace.today), _WIDE)
        self.school = self.add_part(_("For the school’s sheet"), of_school(), _WIDE)
        self.body.column.addStretch(1)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(LOOK_AFTER_MS)
        self._looking.timeout.connect(self.look)
        self.fields["receiver"].changed.connect(self._take_receiver)
        self.fields["service_id"].changed.connect(self._take_service)
        self.fields["ground"].changed.connect(self.fit)
        for name in _ASKED:
            self.fields[name].changed.connect(self._looking.start)

    def restore(self, content: dict[str, Any]) -> None:
        """Show a draft, with the grounds of its receiver."""
        if receiver := content.get("receiver"):
            field: Any = self.fields["ground"]
            field.set_choices(ground_choices(Receiver(receiver)))
        super().restore(content)

    def _take_receiver(self) -> None:
        """Offer the grounds that there can be for this receiver."""
        receiver = self._chosen("receiver")
        if self._loading or not receiver:
            return
        grounds = GROUNDS[Receiver(receiver)]
        field: Any = self.fields["ground"]
        field.set_choices(ground_choices(Receiver(receiver)))
        field.set_value(grounds[0].value)
        self.fit()

    def _take_service(self) -> None:
        """Fill in what the catalogue knows of the chosen service."""
        chosen = self._chosen("service_id")
        if self._loading or not chosen:
            return
        draft = self._draft()
        with self.workspace.database.transaction() as session:
            choose_service(session, draft, get_service(session, UUID(chosen)))
        self.book.read()
        self.fields["receiver"].set_value(draft.receiver.value)
        self._take_receiver()
        for name in ("what", "receiver_name", "receiver_contact"):
            self.fields[name].set_value(getattr(draft, name))

    def fit(self) -> None:
        """Ask only for what this ground needs."""
        ground = self._chosen("ground")
        for name in ("consented_on", "consent_note"):
            self.fields[name].setVisible(ground in (Ground.CONSENT, Ground.MOVE))
        hidden = self.client.hides_place and ground != Ground.CLIENT_ONLY
        self.fields["place_ground"].setVisible(hidden)
        for part in self.school:
            part.setVisible(ground == Ground.PRODUCER and self.is_begun())

    def look(self) -> None:
        """Say what the ground lacks, and ask for the reason only then."""
        self.bars.withdraw("ground")
        self.fit()
        if self.is_sent or not self.is_begun():
            self.fields["override_reason"].setVisible(bool(self.fields["override_reason"].value()))
            return
        draft = self._draft()
        try:
            write_referral(self.fields, draft)
        except InvalidInput:
            return
        found = referral_faults(facts_of(self.client, draft, draft.made_on))
        self.fields["override_reason"].setVisible(bool(found))
        if found:
            said = " ".join(explain(InvalidInput("ground", FAULTS[each])) for each in found)
            self.bars.show_message(Message(said, Tone.WARNING, key="ground"))

    def is_begun(self) -> bool:
        """Tell whether it was said to whom or for what the client is referred."""
        named = self._chosen("service_id") or self.fields["receiver_name"].value()
        told = named or not self.fields["what"].value().is_empty
        chosen = self._chosen("receiver") not in ("", Receiver.SERVICE)
        return self.subject is not None or self.measure is not None or bool(told) or chosen

    def _chosen(self, name: str) -> str:
        """Return what is chosen; "" while what is being typed is not on the list yet."""
        try:
            return str(self.fields[name].value())
        except InvalidInput:
            return ""

    def _draft(self) -> Referral:
        """Return a referral that is not stored, to be written to."""
        today = self.workspace.today()
        draft = empty_referral(Origin(self.client, self.workspace.officer_id, today))
        draft.measure_id = self.measure
        return draft
