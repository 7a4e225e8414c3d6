"""Papers about a booked time: which time is meant, its facts, and the decision on its fee."""

from datetime import time
from typing import TYPE_CHECKING
from uuid import UUID

from kotoutus_desktop.casework.appointments.booked import hides_place
from kotoutus_desktop.casework.appointments.booking import tell
from kotoutus_desktop.casework.appointments.fees import decision_of, euros, highest_on
from kotoutus_desktop.casework.own_phrases import office_library
from kotoutus_desktop.casework.register import get_client, get_officer, the_office
from kotoutus_desktop.documents.fee_decision import DecidedFee, fee_decision_sheet
from kotoutus_desktop.documents.invitation import Appointment, fee_lines
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.models.appointment import Appointment as BookedRecord
from kotoutus_desktop.models.appointment import FeeDecision
from kotoutus_desktop.ui.message_bar import Act, Message, MessageBars
from kotoutus_desktop.ui.printing.paper_kinds import PaperKind
from kotoutus_desktop.ui.words import language_name
from kotoutus_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from kotoutus_desktop.models.database import Database
    from kotoutus_desktop.ui.printing.papers import Order

OF_BOOKED = (PaperKind.INVITATION, PaperKind.REMINDER, PaperKind.FEE_DECISION)
HOUR = 60
_GONE = N_("No fee is decided for this time any more: go back and look again.")


def booked_of_focus(focus: str) -> UUID | None:
    """Return the time that a focus such as "reminder:0190…" names, None for another focus."""
    kind, _colon, key = focus.partition(":")
    return UUID(key) if key and kind in OF_BOOKED else None


def booked_appointment(workspace: Workspace, appointment_id: UUID) -> Appointment:
    """Return a booked time as the papers say it: without its place where that is hidden."""
    with workspace.database.reading() as session:
        found = session.get_one(BookedRecord, appointment_id)
        hidden = hides_place(session, found.client_id, with_family=found.with_family)
        highest = highest_on(session, found.held_on)
    return Appointment(
        day=found.held_on,
        starts=_clock(found.starts),
        ends=_clock(found.ends),
        purpose=found.purpose,
        meeting=found.way,
        place="" if hidden else found.place,
        interpreter=found.interpreter_language if found.interpreter_kind else "",
        cancel_by=found.cancel_by,
        highest_fee=highest,
        subject=found.subject,
        with_family=found.with_family,
    )


def has_decision(database: "Database", appointment_id: UUID) -> bool:
    """Tell whether a fee is charged for a time."""
    with database.reading() as session:
        decision = decision_of(session, appointment_id)
    return decision is not None and decision.amount is not None


def fee_sheet(
    database: "Database", client_id: UUID, officer_id: UUID, appointment_id: UUID, edition: Edition
) -> Sheet:
    """Return the decision on the fee of a time; raises KotoutusError where none stands."""
    with database.reading() as session:
        client, office = get_client(session, client_id), the_office(session)
        booked = session.get_one(BookedRecord, appointment_id)
        decision = decision_of(session, appointment_id)
        if decision is None or decision.amount is None:
            raise KotoutusError(_GONE)
        officer = get_officer(session, decision.officer_id or officer_id)
        phrases = office_library(session)
    wanted: Edition = {**edition, "library": phrases}
    return fee_decision_sheet(office, officer, client, _decided(booked, decision), **wanted)


def offer_telling(workspace: Workspace, bars: MessageBars, order: "Order") -> None:
    """Offer to record that the letter told how to cancel, and of the fee where it does."""
    assert order.appointment is not None, "an invitation is to an appointment"
    language = order.choice.languages[-1]
    with workspace.database.reading() as session:
        told_fee = bool(fee_lines(get_client(session, order.client_id), order.appointment))
    words = _("Does the client get this letter with the booking, and understand {language}?")

    def record() -> None:
        with workspace.database.transaction(_("client told at booking")) as session:
            assert order.booked_id is not None, "it was booked"
            tell(session, order.booked_id, language, workspace.today(), fee=told_fee)
        workspace.changed.emit()
        done = _("Recorded: told of the fee and of cancelling today.")
        bars.show_success(
            done if told_fee else _("Recorded: told how to cancel today."), workspace.undo
        )

    act = Act(_("Record it as told today"), record, plain=False)
    said = words.format(language=language_name(language))
    bars.show_message(Message(said, acts=(act,), key="told"))


def _decided(booked: BookedRecord, decision: FeeDecision) -> DecidedFee:
    assert decision.amount is not None, "a fee is charged"
    told = booked.fee_told_on or booked.booked_on
    return DecidedFee(
        decided_on=decision.decided_on,
        day=booked.held_on,
        starts=_clock(booked.starts),
        amount=euros(decision.amount),
        due_on=decision.due_on or decision.decided_on,
        cost=euros(decision.cost or 0),
        highest=euros(decision.highest or decision.amount),
        told_on=told,
        told_in=booked.told_in,
        reason=decision.reason,
    )


def _clock(minutes: int) -> time:
    return time(minutes // HOUR % 24, minutes % HOUR)
