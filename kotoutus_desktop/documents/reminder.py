"""The reminder of a booked time, in the client's language."""

from typing import Unpack

from kotoutus_desktop.documents.appointment_words import REMINDER
from kotoutus_desktop.documents.frame import contact_lines
from kotoutus_desktop.documents.invitation import (
    Appointment,
    cancelling_lines,
    client_number,
    fee_lines,
    interpreter_lines,
    meeting_lines,
    subject_lines,
    time_lines,
)
from kotoutus_desktop.documents.laying_out import Content, client_sheet
from kotoutus_desktop.documents.letter_words import INVITATION
from kotoutus_desktop.documents.rows import Lines, numbered
from kotoutus_desktop.documents.said import Day
from kotoutus_desktop.documents.sheet import Edition, Sheet
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.documents.words import MEASURES, RIGHTS
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.models.office import Office, Officer
from kotoutus_desktop.phrases.library import library


def reminder_sheet(
    office: Office,
    officer: Officer,
    client: Client,
    appointment: Appointment,
    **edition: Unpack[Edition],
) -> Sheet:
    """Return the reminder: when, where, what about, and how to cancel.

    Like the invitation it names no place of a client whose place is hidden. It reminds of the
    fee, and tells nobody of it for the first time: that is done at booking (§ 32 a(1)).
    """
    phrases = edition.get("library") or library()
    source = Source(office, officer, client, edition["official"], phrases)
    booked = [
        time_lines(appointment),
        meeting_lines(source, appointment),
        subject_lines(source, appointment),
    ]
    parts: list[tuple[str, list[Lines]]] = [
        (REMINDER.reminded, booked),
        (RIGHTS.contact, [tuple(contact_lines(source))]),
        (MEASURES.language, [interpreter_lines(appointment)] if appointment.interpreter else []),
        (
            INVITATION.cancel_heading,  # with the fee: a reminder is one page
            [cancelling_lines(appointment), *fee_lines(client, appointment)],
        ),
    ]
    content = Content(
        title=REMINDER.title,
        facts=client_number(client),
        parts=numbered(1, parts),
        runs_as=(Day(appointment.day),),
    )
    return client_sheet(source, content, edition)
